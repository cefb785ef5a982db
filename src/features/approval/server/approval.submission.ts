import type { Work } from '#platform/server/operation.ts';
import { assigneesOf, dueDayOf, stepsFor } from './approval.circumstances.ts';
import { circumstancesOf, withPerson, type Circumstances } from './approval.circumstances.views.ts';
import { tellAssignees } from './approval.notices.ts';
import { insertSubmission, type Submission } from './approval.store.ts';

type Asked = Omit<Submission, 'by' | 'number' | 'subjectId' | 'amountCents' | 'category'> & Partial<Pick<Submission, 'subjectId' | 'amountCents' | 'category'>>;

/** Asks what a submission will need, for who has something to ask at the same moment: both leave in one round trip. */
export async function prepareSubmission(work: Work<unknown>, { campaignId, kind, subjectId }: Pick<Asked, 'campaignId' | 'kind' | 'subjectId'>): Promise<Circumstances> {
  return circumstancesOf(work.db, campaignId, kind, subjectId);
}

/**
 * Freezes `content` as the next version of its subject and asks for a decision on it (P4.2), along the route that fits kind, amount, category and department (P2.3).
 * The approval keeps its own copy of the steps: a route that changes later changes nothing here. Nothing is waited for but `prepared`, where it is not given: all that is written
 * leaves with the next query of the transaction, or with its COMMIT. Of two who freeze the same version at once the second fails on `versions_subject_number`.
 * @throws approval.no_approver when nobody could decide the first step.
 */
export async function submitVersion(work: Work<unknown>, asked: Asked, prepared?: Circumstances): Promise<{ approvalId: string; number: number; sha256: string }> {
  const around = prepared ?? await prepareSubmission(work, asked);
  const submission: Submission = { subjectId: asked.campaignId, amountCents: null, category: '', ...asked, by: work.actor.userId, number: around.nextNumber };
  const steps = stepsFor(around, submission);
  const first = steps[0];
  if (!first) throw new Error('a route without steps');
  const assignees = assigneesOf(first, await withPerson(work.db, around, first.approver), submission.by);
  const made = await insertSubmission(work.db, submission, steps, { assignees, dueOn: dueDayOf(around, first.dueDays) });
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
