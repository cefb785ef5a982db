import type { Reaction } from '#platform/server/operation.ts';
import { onApprovalDecided } from './evaluation.service.ts';

export const evaluationReactions: Readonly<Record<string, Reaction>> = { 'approval.decided': onApprovalDecided };
