import { add, nextWorked, previousWorked, subtract, type WorkCalendar } from './schedule.calendar.rules.ts';
import { CONSTRAINT, FF, FS, NONE, ROLE, SF, SS, type Prepared } from './schedule.network.rules.ts';

/** Ticks per node, parents rolled up; {@link NONE} where there is none. */
export interface Dates {
  readonly earlyStart: Int32Array;
  readonly earlyFinish: Int32Array;
  readonly lateStart: Int32Array;
  readonly lateFinish: Int32Array;
}

/** With a lag in the lag's calendar. Where times without work between them are one, a lead ends where work begins. */
export function withLag(calendar: WorkCalendar, tick: number, lag: number, loose: boolean): number {
  if (lag === 0) return tick;
  const work = calendar.workAt(tick) + lag;
  return loose && lag < 0 ? calendar.latest(work) : calendar.earliest(work);
}

/** The first start whose finish is not before `finish`. */
export function startForFinish(calendar: WorkCalendar, duration: number, finish: number, loose: boolean): number {
  if (duration === 0) return finish;
  const work = calendar.workAt(finish);
  return calendar.latest((loose || calendar.earliest(work) >= finish ? work : work + 1) - duration);
}

/** Where a task may begin: on a worked tick; a milestone also where work ends. */
export function startFrom(calendar: WorkCalendar, duration: number, tick: number): number {
  return duration === 0 && previousWorked(calendar, tick) === tick ? tick : nextWorked(calendar, tick);
}

/** The start that one link asks for of the node it ends in; {@link NONE} while what comes before has no dates. */
export function linkBound(prepared: Prepared, dates: Dates, link: number, alap = false): number {
  const { linkFrom, linkTo, linkType, lag, lagCalendar, calendarOf, duration, constraint, network: { calendars, loose = false, start } } = prepared;
  const from = linkFrom[link] as number;
  const node = linkTo[link] as number;
  const type = linkType[link] as number;
  const late = alap && constraint[from] === CONSTRAINT.alap && constraint[node] !== CONSTRAINT.alap;
  const ofFinish = type === FS || type === FF;
  const base = (ofFinish ? (late ? dates.lateFinish : dates.earlyFinish) : late ? dates.lateStart : dates.earlyStart)[from] as number;
  if (base === NONE) return NONE;
  const tick = withLag(calendars[lagCalendar[link] as number] as WorkCalendar, base, lag[link] as number, loose);
  if (type === FS || type === SS) return tick;
  const bound = startForFinish(calendars[calendarOf[node] as number] as WorkCalendar, duration[node] as number, tick, loose);
  // A desktop planner lets a lead reach before the project's start, but not a finish that is asked for.
  return loose && type === FF && bound < start ? start : bound;
}

/** What the links into a node ask for; {@link NONE} without links. */
export function boundOf(prepared: Prepared, dates: Dates, node: number, alap = false): number {
  const { inStart, inLinks } = prepared;
  let bound = NONE;
  for (let index = inStart[node] as number; index < (inStart[node + 1] as number); index += 1) {
    const tick = linkBound(prepared, dates, inLinks[index] as number, alap);
    if (tick > bound) bound = tick;
  }
  return bound;
}

/** The start that a constraint makes of the one that the links ask for. */
function constrained(type: number, start: number, at: number, calendar: WorkCalendar, duration: number): number {
  switch (type) {
    case CONSTRAINT.mso:
      return at;
    case CONSTRAINT.mfo:
      return subtract(calendar, at, duration);
    case CONSTRAINT.snet:
      return Math.max(start, startFrom(calendar, duration, at));
    case CONSTRAINT.snlt:
      return Math.min(start, at);
    case CONSTRAINT.fnet:
      return Math.max(start, subtract(calendar, at, duration));
    case CONSTRAINT.fnlt:
      return Math.min(start, subtract(calendar, at, duration));
    default:
      return start;
  }
}

function earlyDates(prepared: Prepared, dates: Dates, node: number, alap: boolean): void {
  const { calendarOf, duration, constraint, at, notBefore, network: { calendars, start, loose = false } } = prepared;
  const calendar = calendars[calendarOf[node] as number] as WorkCalendar;
  const length = duration[node] as number;
  const type = constraint[node] as number;
  const bound = boundOf(prepared, dates, node, alap);
  // A date that is asked for may lie before the project's start in a desktop planner, and so may a lead.
  const held = !loose || (bound === NONE && type !== CONSTRAINT.snet && type !== CONSTRAINT.fnet);
  let tick = Math.max(bound, notBefore[node] as number, held ? start : NONE);
  if (tick !== NONE) tick = startFrom(calendar, length, tick);
  if (type > CONSTRAINT.alap) tick = constrained(type, tick, at[node] as number, calendar, length);
  dates.earlyStart[node] = tick;
  dates.earlyFinish[node] = type === CONSTRAINT.mfo ? (at[node] as number) : add(calendar, tick, length);
  if (loose && length > 0) dates.earlyFinish[node] = askedFinish(prepared, dates, node, calendar);
}

/** A desktop planner shows a finish that a start asks for (SF) as that very time: Monday 8:00, not Friday 17:00. There is no work between. */
function askedFinish(prepared: Prepared, dates: Dates, node: number, calendar: WorkCalendar): number {
  const { inStart, inLinks, linkFrom, linkType, lag, lagCalendar, network: { calendars } } = prepared;
  let finish = dates.earlyFinish[node] as number;
  for (let index = inStart[node] as number; index < (inStart[node + 1] as number); index += 1) {
    const link = inLinks[index] as number;
    if (linkType[link] !== SF) continue;
    const asked = withLag(calendars[lagCalendar[link] as number] as WorkCalendar, dates.earlyStart[linkFrom[link] as number] as number, lag[link] as number, true);
    if (asked > finish && calendar.workAt(asked) === calendar.workAt(finish)) finish = asked;
  }
  return finish;
}

/** The parent's end is the last finish beneath it, its beginning the first start: what others wait for. */
export function gather(prepared: Prepared, dates: Dates, node: number, alap = false): void {
  const { inStart, inLinks, linkFrom, constraint } = prepared;
  const isEnd = prepared.role[node] === ROLE.lastFinish;
  let tick = NONE;
  for (let index = inStart[node] as number; index < (inStart[node + 1] as number); index += 1) {
    const from = linkFrom[inLinks[index] as number] as number;
    const late = alap && constraint[from] === CONSTRAINT.alap;
    const value = (isEnd ? (late ? dates.lateFinish : dates.earlyFinish) : late ? dates.lateStart : dates.earlyStart)[from] as number;
    if (value !== NONE && (tick === NONE || (isEnd ? value > tick : value < tick))) tick = value;
  }
  dates.earlyStart[node] = tick;
  dates.earlyFinish[node] = tick;
}

/** What has begun keeps its start; what is left of it goes on where it was left off. */
function startedDates(prepared: Prepared, dates: Dates, node: number): void {
  const { calendarOf, placedStart, placedFinish, remaining, constraint, at, network: { calendars } } = prepared;
  const finish = add(calendars[calendarOf[node] as number] as WorkCalendar, placedFinish[node] as number, remaining[node] as number);
  dates.earlyStart[node] = placedStart[node] as number;
  dates.earlyFinish[node] = constraint[node] === CONSTRAINT.fnet ? Math.max(finish, at[node] as number) : finish;
}

/** The forward pass: the earliest dates. With `alap`, tasks that are put off as late as possible hold those after them by their late dates. */
export function forwardPass(prepared: Prepared, dates: Dates, alap = false): void {
  const { order, role, placedStart, placedFinish } = prepared;
  for (let index = 0; index < order.length; index += 1) {
    const node = order[index] as number;
    const kind = role[node];
    if (kind === ROLE.task || kind === ROLE.passive) earlyDates(prepared, dates, node, alap);
    else if (kind === ROLE.lastFinish || kind === ROLE.firstStart) gather(prepared, dates, node, alap);
    else if (kind === ROLE.started) startedDates(prepared, dates, node);
    else if (kind !== ROLE.none) {
      dates.earlyStart[node] = placedStart[node] as number;
      dates.earlyFinish[node] = placedFinish[node] as number;
    }
  }
}
