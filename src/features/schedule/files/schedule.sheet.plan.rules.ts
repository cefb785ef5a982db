import type { Day } from '#platform/shared/calendar.ts';
import { between, PLAIN, previousWorked, type WorkCalendar } from '../engine/schedule.calendar.rules.ts';
import { tickOf, dayOf } from '../plan/schedule.days.rules.ts';
import { compute } from '../engine/schedule.engine.rules.ts';
import { LINK_CODES, NONE } from '../engine/schedule.network.rules.ts';
import { prepare } from '../engine/schedule.prepare.rules.ts';
import type { SheetProblem, SheetTask } from './schedule.sheet.rules.ts';

/** A computed task; a place in time is a number (`--calendar none`), a day, or a day with its time (mspdi). */
export interface ScheduledTask<Place> {
  readonly id: number | string;
  readonly start: Place;
  readonly finish: Place;
  readonly earlyStart: Place;
  readonly earlyFinish: Place;
  readonly lateStart: Place;
  readonly lateFinish: Place;
  readonly totalSlack: number;
  readonly freeSlack: number;
  readonly critical: boolean;
  readonly name: string;
  readonly uid?: number;
}

/** What `muster schedule --json` prints. */
export interface ScheduleOutput<Place = number | string> {
  readonly duration: number;
  readonly finish: Place | null;
  readonly critical: readonly (number | string)[];
  readonly tasks: readonly ScheduledTask<Place>[];
}

/** Where days are counted: from 0 with every day alike, or on the calendar from a day. */
export type SheetCalendar = { readonly kind: 'none' } | { readonly kind: 'days'; readonly workdays: WorkCalendar; readonly start: Day };

const PLAIN_INDEX = 0;
const WORK_INDEX = 1;

interface Shown {
  start(tick: number, atEnd: boolean): number | string;
  finish(tick: number, atEnd: boolean, isMilestone: boolean): number | string;
}

/** Days are inclusive; a milestone stands on the day that ends with it. */
const SHOWN_DAYS: Shown = {
  start: (tick, atEnd) => dayOf(atEnd ? tick - 1 : tick),
  finish: (tick, atEnd, isMilestone) => dayOf(isMilestone && !atEnd ? tick : tick - 1),
};
const SHOWN_NUMBERS: Shown = { start: (tick) => tick, finish: (tick) => tick };

/** Computes a task list. Waiting in a circle is a problem, told with its tasks in the order of waiting. */
export function planSheet(tasks: readonly SheetTask[], calendar: SheetCalendar): ScheduleOutput | { readonly problems: readonly SheetProblem[] } {
  const isPlain = calendar.kind === 'none';
  const workdays = isPlain ? PLAIN : calendar.workdays;
  const start = isPlain ? 0 : tickOf(calendar.start);
  const indexOf = new Map(tasks.map((task, index) => [String(task.id), index]));
  const parents = new Set(tasks.map((task) => task.parent));
  const prepared = prepare({
    calendars: [PLAIN, workdays], start,
    tasks: tasks.map((task) => ({ calendar: task.isPlain ? PLAIN_INDEX : WORK_INDEX, duration: task.duration, parent: task.parent === undefined ? undefined : indexOf.get(task.parent), notBefore: isPlain || task.startOn === null ? undefined : tickOf(task.startOn) })),
    links: tasks.flatMap((task, to) => task.links.map(({ predecessorId, type, lagDays, lagUnit }) => (
      { from: indexOf.get(predecessorId) ?? 0, to, type: LINK_CODES[type], lag: lagDays, lagCalendar: lagUnit === 'day' ? PLAIN_INDEX : WORK_INDEX }))),
  });
  const label = (index: number): string => [tasks[index]?.id, tasks[index]?.name].filter((part) => part !== '').join(' ');
  if (prepared.cycles.length > 0) return { problems: prepared.cycles.map((cycle) => ({ code: 'cycle', tasks: cycle.map(label) })) };
  const result = compute(prepared);
  const shown = isPlain ? SHOWN_NUMBERS : SHOWN_DAYS;
  const planned = tasks.map((task, index): ScheduledTask<number | string> => {
    const [es, ef, ls, lf] = [result.earlyStart, result.earlyFinish, result.lateStart, result.lateFinish].map((column) => column[index] as number) as [number, number, number, number];
    const isMilestone = task.duration === 0 && !parents.has(String(task.id));
    const atEnd = isMilestone && es > start && previousWorked(task.isPlain ? PLAIN : workdays, es) === es && task.links.length > 0;
    const early = { start: shown.start(es, atEnd), finish: shown.finish(ef, atEnd, isMilestone) };
    return {
      id: task.id, ...early, earlyStart: early.start, earlyFinish: early.finish, lateStart: shown.start(ls, atEnd), lateFinish: shown.finish(lf, atEnd, isMilestone),
      totalSlack: result.totalSlack[index] as number, freeSlack: result.freeSlack[index] as number, critical: result.critical[index] === 1, name: task.name,
    };
  });
  const finish = planned.reduce<number | string | null>((last, task) => (last === null || task.finish > last ? task.finish : last), null);
  return { duration: result.finish === NONE ? 0 : between(workdays, start, result.finish), finish, critical: planned.filter((task) => task.critical).map((task) => task.id), tasks: planned };
}
