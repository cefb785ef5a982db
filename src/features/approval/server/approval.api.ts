import type { Work } from '#platform/server/operation.ts';
import { insertSubmission, type Submission } from './approval.store.ts';

export { loadApprovalFacts } from './approval.store.ts';
export { approvalsOf, findApproval, waitingApprovals } from './approval.views.ts';
export type { DecidedApproval } from './approval.service.ts';

/** Freezes `content` as the next version of its kind and asks for a decision on it (P4.2). */
export async function submitVersion(work: Work<unknown>, submission: Omit<Submission, 'by'>): Promise<{ approvalId: string; number: number; sha256: string }> {
  const made = await insertSubmission(work.db, { ...submission, by: work.actor.userId });
  await work.record({
    kind: 'approval.requested', campaignId: submission.campaignId, subject: { type: 'approval', id: made.approvalId },
    after: { approvalKind: submission.kind, version: made.number, sha256: made.sha256, note: submission.note },
  });
  return made;
}
