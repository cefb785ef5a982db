import { notify, settleNotices } from '#features/notice/server/notice.api.ts';
import type { Work } from '#platform/server/operation.ts';
import type { OrgRole } from '#platform/shared/actor.ts';
import type { NewAssignee } from './approval.circumstances.ts';
import { involvedIn, standInsOf, type Told } from './approval.notices.views.ts';

const dataOf = (told: Told) => ({ title: told.title, kind: told.kind, amountCents: told.amountCents, campaign: told.campaignName, by: told.requestedBy });
const linkOf = (told: Told) => ({ link: `/approvals/${told.id}`, campaignId: told.campaignId, subjectId: told.id });

/** Those who decide a step, and those who stand in for them today. */
export async function tellAssignees(work: Work<unknown>, told: Told, step: string, assignees: readonly Pick<NewAssignee, 'userId' | 'role'>[], code = 'approval.waiting', more: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const users = assignees.flatMap((one) => one.userId ?? []);
  const roles = assignees.flatMap((one) => one.role ?? []) as OrgRole[];
  const standIns = told.absences === false ? [] : await standInsOf(work.db, users, roles, told.today);
  await notify(work, { to: { users: [...users, ...standIns], roles }, except: [told.requestedById], code, topic: 'approval', data: { ...dataOf(told), step, ...more }, ...linkOf(told) });
}

/** What became of it, to the one who asked unless they did it themselves; the others' notices about it are done. */
export async function tellOutcome(work: Work<unknown>, told: Told, decision: 'approved' | 'returned' | 'withdrawn', reason: string): Promise<void> {
  await settleNotices(work, told.id);
  await notify(work, { to: { users: [told.requestedById] }, code: `approval.${decision}`, topic: 'request', data: { ...dataOf(told), by: work.actor.name, reason }, ...linkOf(told) });
}

/** A comment reaches the one who asked, those who are asked now, and those who have acted. */
export async function tellComment(work: Work<unknown>, told: Told, words: string): Promise<void> {
  await notify(work, { to: { users: [told.requestedById, ...await involvedIn(work.db, told.id)] }, code: 'approval.commented', topic: 'request', data: { ...dataOf(told), by: work.actor.name, words }, ...linkOf(told) });
}
