import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { replacement } from '#platform/server/db/rows.ts';
import type { Work } from '#platform/server/operation.ts';
import type { Task } from '../schedule.contract.ts';
import { editSchedule } from './schedule.service.ts';

export { taskRows, unfinishedTasks } from './schedule.views.ts';

/** Appends tasks to the schedule; the tasks named in `replaced` go first. */
export async function adoptTasks(work: Work<CampaignFacts>, tasks: readonly Omit<Task, 'id' | 'position' | 'ownerId' | 'effectiveState'>[], replaced: readonly string[]): Promise<void> {
  const changes = replacement(replaced, tasks);
  if (changes.length > 0) await editSchedule(work, { params: { campaignId: work.thing.id }, body: { changes } });
}
