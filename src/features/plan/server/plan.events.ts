import type { Reaction } from '#platform/server/operation.ts';
import { onApprovalDecided } from './plan.service.ts';

export const planReactions: Readonly<Record<string, Reaction>> = { 'approval.decided': onApprovalDecided };
