import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { findCampaign } from '#features/campaign/server/campaign.api.ts';
import type { Change } from '#platform/server/events.ts';
import type { ReadWork, Work } from '#platform/server/operation.ts';
import { daysBetween } from '#platform/shared/calendar.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { Problem } from '#platform/shared/problem.ts';
import type { previewDDay as previewContract } from '../../baseline/schedule.rebase.contract.ts';
import { dDayOf, followingTasks, shiftedTasks, stayingTasks, type RebasedTask } from '../../baseline/schedule.rebase.rules.ts';
import { worksBy, type CampaignDays } from '../../times/schedule.when.rules.ts';
import { lockOpenTasks, placeTasks } from './schedule.rebase.store.ts';
import { calendarDays, taskRows } from '../schedule.views.ts';

const daysOf = ({ startsOn, endsOn, eventFrom, eventTo }: CampaignDays): CampaignDays => ({ startsOn, endsOn, eventFrom, eventTo });
const startAndEnd = ({ startOn, endOn }: Pick<RebasedTask, 'startOn' | 'endOn'>) => ({ startOn, endOn });
const writtenOf = ({ whenText, startOn, endOn, dueTime }: Pick<RebasedTask, 'whenText' | 'startOn' | 'endOn' | 'dueTime'>) => ({ whenText, startOn, endOn, dueTime });

export async function previewDDay({ db, thing }: ReadWork<CampaignFacts>, { query }: InputOf<typeof previewContract>): Promise<OutputOf<typeof previewContract>> {
  const after: CampaignDays = { startsOn: query.startsOn, endsOn: query.endsOn, eventFrom: query.eventFrom ?? query.eventTo ?? null, eventTo: query.eventTo ?? query.eventFrom ?? null };
  const { eventFrom, eventTo, startsOn, endsOn } = after;
  if (startsOn > endsOn || (eventFrom !== null && eventTo !== null && (eventFrom > eventTo || eventFrom < startsOn || eventTo > endsOn))) throw new Problem('campaign.event_outside', 400);
  const before = daysOf(await findCampaign(db, thing.id));
  const tasks = await taskRows(db, thing.id, '0000-01-01');
  const works = worksBy(await calendarDays(db));
  return {
    byDays: daysBetween(dDayOf(before), dDayOf(after)),
    following: followingTasks(tasks, before, after, works).map(({ task, from, to }) => ({ taskId: task.id, title: task.title, whenText: task.whenText, from: startAndEnd(from), to: startAndEnd(to) })),
    staying: stayingTasks(tasks, before, after, works).map(({ task, why }) => ({ taskId: task.id, title: task.title, whenText: task.whenText, ...startAndEnd(task), why })),
    shift: shiftedTasks(tasks, before, after, works).map(({ task, to }) => ({ taskId: task.id, title: task.title, from: writtenOf(task), to: writtenOf(to) })),
  };
}

const DAYS = ['startsOn', 'endsOn', 'eventFrom', 'eventTo'] as const;

/** When the days of the campaign change, the tasks whose time is told from them follow: the text stays, the days are what it means now. */
export async function onCampaignChanged(work: Work<unknown>, { campaignId, before, after }: Change): Promise<void> {
  const changed = after as Partial<CampaignDays>;
  if (!campaignId || !DAYS.some((field) => field in changed)) return;
  const now = daysOf(await findCampaign(work.db, campaignId));
  const then: CampaignDays = { ...now, ...Object.fromEntries(DAYS.filter((field) => field in changed).map((field) => [field, (before as Partial<CampaignDays>)[field] ?? null])) };
  const following = followingTasks(await lockOpenTasks(work.db, campaignId), then, now, worksBy(await calendarDays(work.db)));
  await placeTasks(work.db, following.map(({ task, to }) => ({ id: task.id, to })));
  for (const { task, from, to } of following) {
    await work.record({ kind: 'task_changed', campaignId, subject: { type: 'task', id: task.id }, before: startAndEnd(from), after: startAndEnd(to) });
  }
}
