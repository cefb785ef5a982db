import { add, nextWorked, previousWorked, subtract, type WorkCalendar } from './schedule.calendar.rules.ts';
import type { Dates } from './schedule.forward.rules.ts';
import { CONSTRAINT, FF, FS, NONE, ROLE, type Prepared } from './schedule.network.rules.ts';

const sooner = (a: number, b: number): number => (a === NONE ? b : b === NONE ? a : Math.min(a, b));

/** The finish of a task that begins at `tick` at the latest. */
function finishForStart(calendar: WorkCalendar, duration: number, tick: number, loose: boolean): number {
  if (duration === 0) return tick;
  const work = calendar.workAt(tick);
  return calendar.earliest((loose || calendar.latest(work) <= tick ? work : work - 1) + duration);
}

/** Where a task ends at the latest: where work ends; a milestone also where it begins. */
function finishUntil(calendar: WorkCalendar, duration: number, tick: number, loose: boolean): number {
  return duration === 0 && !loose && nextWorked(calendar, tick) === tick ? tick : previousWorked(calendar, tick);
}

/** Of what begins a parent, only the first is held back by those who wait for the parent's beginning. */
function opens(prepared: Prepared, dates: Dates, node: number, parent: number): boolean {
  const { inStart, inLinks, linkFrom } = prepared;
  for (let index = inStart[parent] as number; index < (inStart[parent + 1] as number); index += 1) {
    const from = linkFrom[inLinks[index] as number] as number;
    if (dates.earlyStart[from] === dates.earlyStart[parent]) return from === node;
  }
  return false;
}

/** The last finish of a node that leaves those after it where `starts` and `finishes` say; {@link NONE} when nothing holds it. */
export function finishBound(prepared: Prepared, dates: Dates, node: number, starts: Int32Array, finishes: Int32Array): number {
  const { outStart, outLinks, linkTo, linkType, lag, lagCalendar, role, calendarOf, duration, network: { calendars, loose = false } } = prepared;
  let bound = NONE;
  for (let index = outStart[node] as number; index < (outStart[node + 1] as number); index += 1) {
    const link = outLinks[index] as number;
    const to = linkTo[link] as number;
    if (role[to] === ROLE.done || (role[to] === ROLE.firstStart && !opens(prepared, dates, node, to))) continue;
    const type = linkType[link] as number;
    const base = (type >= FF ? finishes : starts)[to] as number;
    if (base === NONE) continue;
    // The start of what has begun is no longer held.
    if (type !== FS && type !== FF && role[node] === ROLE.started) continue;
    const delay = lag[link] as number;
    const calendar = calendars[lagCalendar[link] as number] as WorkCalendar;
    let tick = delay === 0 ? base : calendar.latest(calendar.workAt(base) - delay);
    if (type !== FS && type !== FF) tick = finishForStart(calendars[calendarOf[node] as number] as WorkCalendar, duration[node] as number, tick, loose);
    bound = sooner(bound, tick);
  }
  return bound;
}

/** The finish that a constraint makes of the one that those after it allow. */
function constrained(type: number, finish: number, at: number, calendar: WorkCalendar, duration: number): number {
  switch (type) {
    case CONSTRAINT.mso:
      return add(calendar, at, duration);
    case CONSTRAINT.mfo:
      return at;
    case CONSTRAINT.snlt:
      return sooner(finish, add(calendar, at, duration));
    case CONSTRAINT.fnlt:
      return sooner(finish, at);
    default:
      return finish;
  }
}

/** The latest finish that still keeps `tick` for a node's own end, on a tick where its work can end. */
export const settledFinish = (prepared: Prepared, node: number, tick: number): number => {
  const { calendarOf, duration, network: { calendars, loose = false } } = prepared;
  return finishUntil(calendars[calendarOf[node] as number] as WorkCalendar, duration[node] as number, tick, loose);
};

function lateDates(prepared: Prepared, dates: Dates, node: number, finish: number): void {
  const { calendarOf, duration, remaining, constraint, at, deadline, role, network: { calendars } } = prepared;
  const calendar = calendars[calendarOf[node] as number] as WorkCalendar;
  const isTask = role[node] === ROLE.task || role[node] === ROLE.placed || role[node] === ROLE.started;
  let tick = sooner(finishBound(prepared, dates, node, dates.lateStart, dates.lateFinish), finish);
  if (isTask) tick = sooner(constrained(constraint[node] as number, tick, at[node] as number, calendar, duration[node] as number), deadline[node] as number);
  if (tick !== NONE && isTask) tick = settledFinish(prepared, node, tick);
  dates.lateFinish[node] = tick;
  dates.lateStart[node] = tick === NONE ? NONE : subtract(calendar, tick, remaining[node] as number);
}

/** The backward pass: the latest dates that keep `finish` and everything that is fixed. With {@link NONE} only what leads to something fixed has late dates. */
export function backwardPass(prepared: Prepared, dates: Dates, finish: number): void {
  const { order, role, placedStart, placedFinish } = prepared;
  for (let index = order.length - 1; index >= 0; index -= 1) {
    const node = order[index] as number;
    if (role[node] === ROLE.none) continue;
    if (role[node] === ROLE.done) {
      dates.lateStart[node] = placedStart[node] as number;
      dates.lateFinish[node] = placedFinish[node] as number;
    } else lateDates(prepared, dates, node, finish);
  }
}
