import type { Reaction } from '#platform/server/operation.ts';
import { onApprovalDecided } from './budget.ledger.ts';

export const budgetReactions: Readonly<Record<string, Reaction>> = { 'approval.decided': onApprovalDecided };
