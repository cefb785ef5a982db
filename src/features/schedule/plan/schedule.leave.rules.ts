import { addDays, daysBetween, ownDays, type Day, type OwnDays } from '#platform/shared/calendar.ts';
import { between, isWorked } from '../engine/schedule.calendar.rules.ts';
import type { CalendarDay, Leave, Task } from '../schedule.contract.ts';
import { tickOf } from './schedule.days.rules.ts';
import { planCalendar, type PlanCalendar } from './schedule.planned.rules.ts';

type Owned = Pick<Task, 'id' | 'ownerId'>;

/** The company's working days, and for a task with one owner by name the days on which that person is there. */
export function leaveCalendar(own: OwnDays, tasks: readonly Owned[], leave: readonly Leave[]): PlanCalendar {
  const daysOf = new Map<string, Day[]>();
  for (const { userId, fromOn, toOn } of leave) {
    const days = Array.from({ length: daysBetween(fromOn, toOn) + 1 }, (_, index) => addDays(fromOn, index));
    daysOf.set(userId, [...(daysOf.get(userId) ?? []), ...days]);
  }
  const ownerOf = new Map(tasks.map(({ id, ownerId }) => [id, ownerId]));
  return planCalendar(own, (taskId) => daysOf.get(ownerOf.get(taskId) ?? ''));
}

/** The calendar that a schedule is counted by: its company's days and its people's leave. */
export const scheduleCalendar = ({ calendar, tasks, leave }: { readonly calendar: readonly CalendarDay[]; readonly tasks: readonly Owned[]; readonly leave: readonly Leave[] }): PlanCalendar =>
  leaveCalendar(ownDays(calendar), tasks, leave);

/** Working days of the company by which a task lasts longer because its owner is on leave within it; 0 where it begins or ends on leave: then the owner means to work. */
export function leaveWithin({ id, startOn, endOn, milestone, durationUnit, state }: Pick<Task, 'id' | 'startOn' | 'endOn' | 'milestone' | 'durationUnit' | 'state'>, { workdays, ofTask }: PlanCalendar): number {
  const own = ofTask?.(id);
  if (!own || startOn === null || endOn === null || milestone || durationUnit === 'day' || state === 'done' || state === 'cancelled') return 0;
  const [from, last] = [tickOf(startOn), tickOf(endOn)];
  return isWorked(own, from) && isWorked(own, last) ? between(workdays, from, last + 1) - between(own, from, last + 1) : 0;
}
