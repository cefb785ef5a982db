/**
 * Time is counted in whole ticks: days since 1970-01-01, or the tenths of a minute of a desktop planner. A task takes the half-open span
 * [start, finish). A calendar says which ticks are worked; everything asked of it follows from three functions.
 */
export interface WorkCalendar {
  /** How many ticks are worked before this one, from an origin of the calendar's own. Never falls. */
  workAt(tick: number): number;
  /** The first tick by which so much is worked: where a piece of work ends (Friday 17:00, not Monday 8:00). */
  earliest(work: number): number;
  /** The last tick by which no more is worked: where a piece of work begins (Monday 8:00, not Friday 17:00). */
  latest(work: number): number;
}

/** Every tick is worked: calendar days, elapsed time. */
export const PLAIN: WorkCalendar = { workAt: (tick) => tick, earliest: (work) => work, latest: (work) => work };

/** Where work of this length ends that begins at `tick`; nothing ends where it begins. */
export const add = (calendar: WorkCalendar, tick: number, duration: number): number => (duration === 0 ? tick : calendar.earliest(calendar.workAt(tick) + duration));

/** Where work of this length begins that ends at `tick`. */
export const subtract = (calendar: WorkCalendar, tick: number, duration: number): number => (duration === 0 ? tick : calendar.latest(calendar.workAt(tick) - duration));

/** Worked ticks from `from` to `to`; negative when `to` is earlier. */
export const between = (calendar: WorkCalendar, from: number, to: number): number => calendar.workAt(to) - calendar.workAt(from);

/** The tick itself when it is worked, else the next one that is. */
export const nextWorked = (calendar: WorkCalendar, tick: number): number => calendar.latest(calendar.workAt(tick));

/** The tick itself when work goes on until it, else the end of the work before. */
export const previousWorked = (calendar: WorkCalendar, tick: number): number => calendar.earliest(calendar.workAt(tick));

/** Whether this very tick is worked. */
export const isWorked = (calendar: WorkCalendar, tick: number): boolean => calendar.workAt(tick + 1) > calendar.workAt(tick);

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is worked within a window, ordered and disjoint; before and after it the first and the last `period` ticks of the window repeat for ever. */
export interface WorkWindow {
  readonly from: number;
  readonly to: number;
  readonly period: number;
  readonly spans: readonly Span[];
}

/** Spans that touch or overlap become one; empty ones go. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (to <= from) continue;
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** The index of the last of `sorted` that is at most `value`; -1 for none. */
function lastAtMost(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A calendar from its window: answers in O(log spans), for any tick. One that never works in a period repeats no rest: it is plain there. */
export function windowCalendar({ from, to, period, spans }: WorkWindow): WorkCalendar {
  const joined = joinSpans(spans);
  const starts = Int32Array.from(joined, (span) => span.from);
  const before = new Int32Array(joined.length);
  let total = 0;
  joined.forEach((span, index) => {
    before[index] = total;
    total += span.to - span.from;
  });
  const inside = (tick: number): number => {
    const index = lastAtMost(starts, tick);
    if (index < 0) return 0;
    const begin = starts[index] as number;
    const done = before[index] as number;
    return Math.min(done + tick - begin, index + 1 < before.length ? (before[index + 1] as number) : total);
  };
  const head = inside(from + period);
  const tail = total - inside(to - period);
  if (head === 0 || tail === 0) return PLAIN;
  const workAt = (tick: number): number => {
    if (tick < from) return inside(tick + Math.ceil((from - tick) / period) * period) - Math.ceil((from - tick) / period) * head;
    if (tick <= to) return inside(tick);
    const periods = Math.ceil((tick - to) / period);
    return inside(tick - periods * period) + periods * tail;
  };
  const placeOf = (work: number, index: number): number => (starts[index] as number) + work - (before[index] as number);
  const earliest = (work: number): number => {
    if (work > 0 && work <= total) return placeOf(work, lastAtMost(before, work - 1));
    const periods = work <= 0 ? -Math.ceil((1 - work) / head) : Math.ceil((work - total) / tail);
    const moved = work - periods * (work <= 0 ? head : tail);
    return placeOf(moved, lastAtMost(before, moved - 1)) + periods * period;
  };
  const latest = (work: number): number => {
    if (work >= 0 && work < total) return placeOf(work, lastAtMost(before, work));
    const periods = work < 0 ? -Math.ceil(-work / head) : Math.floor((work - total) / tail) + 1;
    const moved = work - periods * (work < 0 ? head : tail);
    return placeOf(moved, lastAtMost(before, moved)) + periods * period;
  };
  return { workAt, earliest, latest };
}
