import { daysBetween, type Day } from '#platform/shared/calendar.ts';
import { editOf, type Act, type TaskEdit } from './schedule.act.rules.ts';
import type { PlanningFields, Task } from '../schedule.contract.ts';
import { moveTasks, type Blocked, type MovedTask, type PlanChange } from './schedule.move.rules.ts';
import type { DelayEffect } from './schedule.effect.rules.ts';
import type { PlanCalendar } from './schedule.planned.rules.ts';
import { rewriteWhen } from '../times/schedule.rewrite.rules.ts';
import type { CampaignDays, Works } from '../times/schedule.when.rules.ts';
import { analysePlan } from './schedule.plan.rules.ts';

/** What a person wants to move, and what that does to everything else. Nothing of it has been done. */
export interface Proposal {
  readonly moved: readonly MovedTask[];
  /** Others that would go along; parents, whose days are those of their parts, are told apart. */
  readonly along: readonly PlanChange[];
  readonly parents: readonly PlanChange[];
  readonly blocked: readonly Blocked[];
}

/** The tasks that are D-day: what happens on the spot on the day on which the event opens. Without an event there is none. */
export const dDayTasks = <T extends Pick<Task, 'phase' | 'state' | 'startOn' | 'endOn'>>(tasks: readonly T[], { eventFrom }: Pick<CampaignDays, 'eventFrom'>): readonly T[] =>
  eventFrom === null ? [] : tasks.filter((task) => task.phase === 'execution' && task.state !== 'cancelled' && (task.startOn ?? task.endOn) === eventFrom);
export const dDayIds = (tasks: readonly (Parameters<typeof dDayTasks>[0][number] & Pick<Task, 'id'>)[], campaign: Pick<CampaignDays, 'eventFrom'>): ReadonlySet<string> =>
  new Set(dDayTasks(tasks, campaign).map(({ id }) => id));

/** By how many days what D-day waits for ends too late for it, as the plan stands; 0 while it holds. */
export function dDayBrokenBy(tasks: readonly Task[], campaign: Pick<CampaignDays, 'eventFrom'>, calendar: PlanCalendar): number {
  const ids = dDayIds(tasks, campaign);
  return Math.max(0, ...analysePlan(tasks, calendar, ids).violated.filter(({ taskId }) => ids.has(taskId)).map(({ byDays }) => byDays));
}

export function proposeMove(tasks: readonly Task[], moved: readonly MovedTask[], calendar: PlanCalendar, campaign: CampaignDays): Proposal {
  const movedIds = new Set(moved.map(({ id }) => id));
  const dDayTaskIds = [...dDayIds(tasks, campaign)].filter((id) => !movedIds.has(id));
  const { changes, blocked } = moveTasks(tasks, moved, calendar, { dDayTaskIds });
  const parents = new Set(tasks.map(({ parentId }) => parentId));
  return { moved, along: changes.filter(({ id }) => !parents.has(id)), parents: changes.filter(({ id }) => parents.has(id)), blocked };
}

/** Whether a person must be asked before it is done. */
export const asksFirst = ({ along, blocked }: Proposal): boolean => along.length > 0 || blocked.length > 0;

/** What a proposal breaks besides what the sentence of its effect says: that D-day is lost, it says itself. Each task once for a reason. */
export function brokenBeside({ blocked }: Pick<Proposal, 'blocked'>, { dDay }: Pick<DelayEffect, 'dDay'>): readonly Blocked[] {
  const told = blocked.filter(({ reason }) => reason !== 'dDay' || dDay.brokenByDays <= 0);
  return [...new Map(told.map((block) => [`${block.id} ${block.reason}`, block])).values()];
}

/** How many days later a task begins, or, where it begins on the same day, ends. */
export const shiftOf = (from: { readonly startOn: Day; readonly endOn: Day }, to: { readonly startOn: Day; readonly endOn: Day }): number =>
  daysBetween(from.startOn, to.startOn) || daysBetween(from.endOn, to.endOn);

/** The days of a task with 时间节点 that says them, in its own form. */
export function datesEdit(task: Task, to: { readonly startOn: Day; readonly endOn: Day }, campaign: CampaignDays, works: Works, extra: Partial<PlanningFields> = {}): TaskEdit | undefined {
  const same = to.startOn === (task.startOn ?? task.endOn) && to.endOn === (task.endOn ?? task.startOn);
  return editOf(task, same ? extra : { whenText: rewriteWhen(task.whenText, task, to, campaign, works), startOn: to.startOn, endOn: to.endOn, ...extra });
}

/** The act that carries a proposal out: with what goes along, or the one task alone. A parent goes with its parts, not by itself. */
export function actOf(tasks: readonly Task[], { moved, along }: Proposal, campaign: CampaignDays, works: Works, choice: 'together' | 'alone'): Act {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const parents = new Set(tasks.map(({ parentId }) => parentId));
  const wanted = [...moved.filter(({ id }) => !parents.has(id)).map(({ id, startOn, endOn }) => ({ id, to: { startOn, endOn } })), ...(choice === 'together' || moved.some(({ id }) => parents.has(id)) ? along : [])];
  return { edits: wanted.flatMap(({ id, to }) => {
    const task = byId.get(id);
    return task ? (datesEdit(task, to, campaign, works) ?? []) : [];
  }), links: [] };
}
