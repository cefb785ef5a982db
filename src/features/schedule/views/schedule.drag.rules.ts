import { addDays, daysBetween, type Day } from '#platform/shared/calendar.ts';
import { add, between, isWorked, nextWorked, previousWorked, type WorkCalendar } from '../engine/schedule.calendar.rules.ts';
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

/** The working days that a task is planned in: its owner's, or the company's when a person placed it on leave; undefined when it is planned in calendar days or was placed on a free one. */
const workdaysOf = ({ id, durationUnit }: Bar, first: Day, last: Day, { workdays, ofTask }: PlanCalendar): WorkCalendar | undefined =>
  durationUnit === 'workday' ? [ofTask?.(id), workdays].find((one) => one && isWorked(one, tickOf(first)) && isWorked(one, tickOf(last))) : undefined;

/** How long a task takes, in the unit in which it is planned; 0 for a point in time, null without days. */
export function durationOf(task: Bar, calendar: PlanCalendar): number | null {
  const span = spanOf(task);
  if (!span) return null;
  if (task.milestone) return 0;
  return task.durationUnit === 'workday' ? between(workdaysOf(task, span[0], span[1], calendar) ?? calendar.workdays, tickOf(span[0]), tickOf(span[1]) + 1) : daysBetween(span[0], span[1]) + 1;
}

/** The last day of a task that begins on `start` and takes so long (at least 1). */
export function endAfter({ id, startOn: start, durationUnit: unit }: Pick<Bar, 'id' | 'durationUnit'> & { readonly startOn: Day }, duration: number, calendar: PlanCalendar): Day {
  const workdays = workdaysOf({ id, durationUnit: 'workday', startOn: start, endOn: start, milestone: false }, start, start, calendar) ?? calendar.ofTask?.(id) ?? calendar.workdays;
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
  if (days === 0) return { id: task.id, startOn: first, endOn: last };
  const workdays = workdaysOf(task, first, last, calendar);
  if (task.milestone || grip === 'move') {
    if (!workdays) return { id: task.id, startOn: addDays(first, days), endOn: addDays(last, days) };
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
