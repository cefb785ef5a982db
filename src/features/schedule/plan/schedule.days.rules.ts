import { addDays, COVERED_YEARS, daysBetween, isWorkingDay, type Day } from '#platform/shared/calendar.ts';
import { windowCalendar, type Span, type WorkCalendar } from '../engine/schedule.calendar.rules.ts';

const EPOCH: Day = '1970-01-01';
const WEEK = 7;

/** The tick of a day: days since 1970-01-01. */
export const tickOf = (day: Day): number => daysBetween(EPOCH, day);

/** The day of a tick. */
export const dayOf = (tick: number): Day => addDays(EPOCH, tick);

/** The years whose arrangement is known, and a fortnight of plain weeks on either side. */
const KNOWN = { from: tickOf(`${COVERED_YEARS.from}-01-01`) - 2 * WEEK, to: tickOf(`${COVERED_YEARS.to + 1}-01-01`) + 2 * WEEK };
let knownDays: Uint8Array | undefined;

/** Asked once: 8,000 days take a few milliseconds, and a plan is drawn at every move of the pointer. */
function known(): Uint8Array {
  knownDays ??= Uint8Array.from({ length: KNOWN.to - KNOWN.from }, (_, index) => Number(isWorkingDay(dayOf(KNOWN.from + index))));
  return knownDays;
}

/** 1970-01-01 was a Thursday. */
const isWeekday = (tick: number): boolean => (((tick + 3) % WEEK) + WEEK) % WEEK < 5;

function worked(tick: number): boolean {
  return tick >= KNOWN.from && tick < KNOWN.to ? known()[tick - KNOWN.from] === 1 : isWeekday(tick);
}

function spansOf(flags: Uint8Array, first: number): Span[] {
  const spans: Span[] = [];
  for (let index = 0; index < flags.length; index += 1) {
    if (flags[index] !== 1) continue;
    const begin = index;
    while (flags[index] === 1) index += 1;
    spans.push({ from: first + begin, to: first + index });
  }
  return spans;
}

/** Days that the company (true works, false is free) or a person's leave decides otherwise than the national calendar. */
export interface DayRules {
  readonly overrides?: ReadonlyMap<Day, boolean> | undefined;
  readonly leave?: Iterable<Day> | undefined;
}

/** Working days with 调休, the company's own days over them, and a person's leave over both. Make it once: it costs as much as a few hundred tasks. */
export function workdayCalendar({ overrides = new Map(), leave = [] }: DayRules = {}): WorkCalendar {
  const special = new Map([...overrides].map(([day, works]) => [tickOf(day), works]));
  for (const day of leave) special.set(tickOf(day), false);
  const ticks = [...special.keys()];
  const from = ticks.reduce((least, tick) => Math.min(least, tick - 2 * WEEK), KNOWN.from);
  const to = ticks.reduce((most, tick) => Math.max(most, tick + 2 * WEEK), KNOWN.to);
  const flags = Uint8Array.from({ length: to - from }, (_, index) => Number(special.get(from + index) ?? worked(from + index)));
  return windowCalendar({ from, to, period: WEEK, spans: spansOf(flags, from) });
}
