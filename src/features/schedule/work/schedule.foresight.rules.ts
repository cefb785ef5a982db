import type { Day } from '#platform/shared/calendar.ts';
import { effectOfDelay, type DelayEffect } from '../plan/schedule.effect.rules.ts';
import type { MovedTask } from '../plan/schedule.move.rules.ts';
import { planCalendar, type PlanCalendar, type PlannedTask } from '../plan/schedule.planned.rules.ts';
import { delayStanding } from './schedule.delay.rules.ts';
import type { DelayedTask, MyDay, MyTask } from './schedule.work.contract.ts';

type Dated = Pick<PlannedTask, 'id' | 'startOn' | 'endOn' | 'milestone'>;

/** A task whose last day becomes another one: it has begun, or begins, when it does. */
export function postponedTo({ id, startOn, endOn, milestone }: Dated, toEndOn: Day): MovedTask {
  const from = startOn ?? endOn ?? toEndOn;
  return { id, startOn: milestone || from > toEndOn ? toEndOn : from, endOn: toEndOn };
}

/** Whether others wait for a task, or it for others: only then does its delay mean something for the plan. */
export const isLinked = (task: Pick<PlannedTask, 'id' | 'links' | 'parentId'>, tasks: readonly PlannedTask[]): boolean =>
  task.links.length > 0 || task.parentId !== null || tasks.some((one) => one.links.some(({ predecessorId }) => predecessorId === task.id));

/** Up to which day a delay is to be reckoned with: as foreseen, and never before today. Null while nobody has said a day and its own has not passed. */
export function expectedEnd({ expectedOn, endOn, state }: Pick<DelayedTask, 'expectedOn' | 'endOn' | 'state'>, today: Day): Day | null {
  if (expectedOn !== null && expectedOn >= today) return expectedOn;
  return delayStanding({ state, endOn }, today) === 'late' ? today : null;
}

/** What a delay does, and what its sentence names. */
export interface Foresight {
  readonly effect: DelayEffect;
  readonly tasks: readonly PlannedTask[];
  /** Told for D-day; else for the end of the plan. */
  readonly named: boolean;
}

export const foresee = (tasks: readonly PlannedTask[], task: Dated, toEndOn: Day, calendar: PlanCalendar, dDayTaskIds: readonly string[]): Foresight =>
  ({ effect: effectOfDelay(tasks, [postponedTo(task, toEndOn)], calendar, dDayTaskIds), tasks, named: dDayTaskIds.length > 0 });

/** The same by what my day knows, with what waits on the phone done to it; undefined where it knows of nothing that hangs together with the task. */
export function foreseeWithin({ plans = [], calendar }: Partial<Pick<MyDay, 'plans'>> & Pick<MyDay, 'calendar'>, mine: readonly MyTask[], task: MyTask, toEndOn: Day): Foresight | undefined {
  const plan = plans.find(({ campaignId }) => campaignId === task.campaignId);
  if (!plan || !isLinked(task, plan.tasks)) return undefined;
  const own = new Map(mine.map((one) => [one.id, one]));
  const tasks = plan.tasks.map((one) => ({ ...one, ...pickDays(own.get(one.id) ?? one) }));
  return foresee(tasks, task, toEndOn, planCalendar(new Map(calendar.map(({ day, works }) => [day, works]))), plan.dDayTaskIds);
}

const pickDays = ({ startOn, endOn, state }: Pick<PlannedTask, 'startOn' | 'endOn' | 'state'>) => ({ startOn, endOn, state });
