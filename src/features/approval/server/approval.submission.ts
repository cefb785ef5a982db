import type { Work } from '#platform/server/operation.ts';
import { assigneesOf, dueDayOf, stepsFor } from './approval.circumstances.ts';
import { circumstancesOf, withPerson } from './approval.circumstances.views.ts';
import { tellAssignees } from './approval.notices.ts';
import { insertSubmission, type Submission } from './approval.store.ts';

type Asked = Omit<Submission, 'by' | 'subjectId' | 'amountCents' | 'category'> & Partial<Pick<Submission, 'subjectId' | 'amountCents' | 'category'>>;

/**
 * Freezes `content` as the next version of its subject and asks for a decision on it (P4.2), along the route that fits kind, amount, category and department (P2.3).
 * The approval keeps its own copy of the steps: a route that changes later changes nothing here.
 * @throws approval.no_approver when nobody could decide the first step.
 */
export async function submitVersion(work: Work<unknown>, asked: Asked): Promise<{ approvalId: string; number: number; sha256: string }> {
  const submission: Submission = { subjectId: asked.campaignId, amountCents: null, category: '', ...asked, by: work.actor.userId };
  const around = await circumstancesOf(work.db, submission.campaignId, submission.kind);
  const steps = stepsFor(around, submission);
  const first = steps[0];
  if (!first) throw new Error('a route without steps');
  const assignees = assigneesOf(first, await withPerson(work.db, around, first.approver), submission.by);
  const made = await insertSubmission(work.db, submission, steps, { assignees, dueOn: dueDayOf(around.today, first.dueDays) });
  await work.record({
    kind: 'approval.requested', campaignId: submission.campaignId, subject: { type: 'approval', id: made.approvalId },
    after: { approvalKind: submission.kind, version: made.number, sha256: made.sha256, note: submission.note },
  });
  await tellAssignees(work, {
    id: made.approvalId, campaignId: submission.campaignId, kind: submission.kind, title: submission.title, amountCents: submission.amountCents,
    campaignName: around.campaignName, requestedBy: work.actor.name, requestedById: submission.by, today: around.today, absences: around.absences,
  }, first.name, assignees);
  return made;
}
