import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { newId } from '#platform/server/identity.ts';
import type { Work } from '#platform/server/operation.ts';
import type { PlanningFields, T2Fields, TaskLink } from '../schedule.contract.ts';
import { editSchedule } from './schedule.service.ts';
import { refuseLinkCycle } from './schedule.link.service.ts';
import { insertLinks } from './schedule.store.ts';

export { remindOwners } from './work/schedule.reminder.jobs.ts';
export { editSchedule } from './schedule.service.ts';
export { listDelays } from './work/schedule.work.service.ts';
export { latestBaseline as approvedSchedule } from './baseline/schedule.baseline.views.ts';
export { latestBaseline, workRecords } from './work/schedule.work.views.ts';
export { memberLeave } from './schedule.leave.ts';
export { calendarDays, taskRows, unfinishedTasks } from './schedule.views.ts';

/** A task to be written. With an `id` of its own (a new uuid), `links` of the same call can name it; a link to an unknown task is left out. */
export type AdoptedTask = T2Fields & Partial<PlanningFields> & { readonly id?: string; readonly links?: readonly TaskLink[] };

/** Appends tasks to the schedule, with what they wait for; the tasks named in `replaced` go first. */
export async function adoptTasks(work: Work<CampaignFacts>, tasks: readonly AdoptedTask[], replaced: readonly string[]): Promise<void> {
  const placed = tasks.map((task) => ({ ...task, id: task.id ?? newId() }));
  const inserts = placed.map(({ id, links: _links, ...fields }) => ({ type: 'insert' as const, id, fields }));
  const changes = [...replaced.map((id) => ({ type: 'delete' as const, id })), ...inserts];
  if (changes.length > 0) await editSchedule(work, { params: { campaignId: work.thing.id }, body: { changes } });
  const campaignId = work.thing.id;
  const links = await insertLinks(work.db, campaignId, placed.flatMap(({ id, links: before = [] }) => before.map((link) => ({ ...link, taskId: id }))));
  if (links > 0) await refuseLinkCycle(work.db, campaignId);
  if (links > 0) await work.record({ kind: 'schedule.linked', campaignId, subject: { type: 'campaign', id: campaignId }, after: { links } });
}
