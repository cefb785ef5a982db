import { addDays, daysBetween, type Day } from '#platform/shared/calendar.ts';
import { add, between, isWorked, nextWorked, previousWorked } from '../engine/schedule.calendar.rules.ts';
import type { Task } from '../schedule.contract.ts';
import { dayOf, tickOf } from '../plan/schedule.days.rules.ts';
import type { MovedTask } from '../plan/schedule.move.rules.ts';
import type { PlanCalendar } from '../plan/schedule.planned.rules.ts';

/** What is held of a bar: the whole, or one of its ends. */
export type Grip = 'move' | 'start' | 'end';

type Bar = Pick<Task, 'id' | 'startOn' | 'endOn' | 'milestone' | 'durationUnit'>;

const spanOf = ({ startOn, endOn }: Bar): readonly [Day, Day] | undefined => {
  const [first, last] = [startOn ?? endOn, endOn ?? startOn];
  return first === null || last === null ? undefined : [first, last];
};

/** A task that is planned in working days, and not placed on a free one by a person. */
const keepsWorkdays = ({ durationUnit }: Bar, first: Day, last: Day, { workdays }: PlanCalendar): boolean => durationUnit === 'workday' && isWorked(workdays, tickOf(first)) && isWorked(workdays, tickOf(last));

/** How long a task takes, in the unit in which it is planned; 0 for a point in time, null without days. */
export function durationOf(task: Bar, { workdays }: PlanCalendar): number | null {
  const span = spanOf(task);
  if (!span) return null;
  if (task.milestone) return 0;
  return task.durationUnit === 'workday' ? between(workdays, tickOf(span[0]), tickOf(span[1]) + 1) : daysBetween(span[0], span[1]) + 1;
}

/** The last day of a task that begins on `start` and takes so long (at least 1). */
export function endAfter(start: Day, duration: number, unit: Task['durationUnit'], { workdays }: PlanCalendar): Day {
  const length = Math.max(1, duration);
  return unit === 'day' ? addDays(start, length - 1) : dayOf(add(workdays, nextWorked(workdays, tickOf(start)), length) - 1);
}

/**
 * Where a bar lies after it was pulled by so many days. A task in working days keeps its length in them and does not begin on a free day;
 * an end stays on its own side of the other. Undefined without days.
 */
export function dragged(task: Bar, grip: Grip, days: number, calendar: PlanCalendar): MovedTask | undefined {
  const span = spanOf(task);
  if (!span) return undefined;
  const [first, last] = span;
  const { workdays } = calendar;
  if (days === 0) return { id: task.id, startOn: first, endOn: last };
  const works = keepsWorkdays(task, first, last, calendar);
  if (task.milestone || grip === 'move') {
    if (!works) return { id: task.id, startOn: addDays(first, days), endOn: addDays(last, days) };
    const wanted = tickOf(first) + days;
    const start = days > 0 ? nextWorked(workdays, wanted) : previousWorked(workdays, wanted + 1) - 1;
    return { id: task.id, startOn: dayOf(start), endOn: dayOf(add(workdays, start, between(workdays, tickOf(first), tickOf(last) + 1)) - 1) };
  }
  if (grip === 'start') {
    const start = addDays(first, days);
    return { id: task.id, startOn: start > last ? last : start, endOn: last };
  }
  const end = addDays(last, days);
  return { id: task.id, startOn: first, endOn: end < first ? first : end };
}
