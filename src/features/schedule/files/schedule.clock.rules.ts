import { daysBetween, isDay, type Day } from '#platform/shared/calendar.ts';
import { joinSpans, windowCalendar, type Span, type WorkCalendar } from '../engine/schedule.calendar.rules.ts';

/** A desktop planner counts in tenths of a minute; so do its lags and its slack. */
export const TICKS_PER_MINUTE = 10;
export const TICKS_PER_DAY = 24 * 60 * TICKS_PER_MINUTE;
const WEEK = 7;
const EPOCH: Day = '1970-01-01';
/** Dates beyond are not read: 32 bits of ticks end in 2378, and a file that says 9999 means nothing by it. */
const YEARS = { from: '1900-01-01', to: '2300-01-01' } as const;

const CLOCK = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?/;

/** The tick of `2025-10-01T08:00:00`, in the clock of the file; undefined for what is no such time. */
export function tickOfClock(text: string | undefined): number | undefined {
  const [, day, hours, minutes, seconds = '0'] = CLOCK.exec(text ?? '') ?? [];
  if (day === undefined || !isDay(day) || day < YEARS.from || day > YEARS.to) return undefined;
  return daysBetween(EPOCH, day) * TICKS_PER_DAY + (Number(hours) * 60 + Number(minutes)) * TICKS_PER_MINUTE + Math.round(Number(seconds) / 6);
}

export function clockOfTick(tick: number): string {
  return new Date(tick * 6000).toISOString().slice(0, 19);
}

/** Worked from one time of the day to another, in ticks after midnight. */
export type DayHours = readonly Span[];

/** Days from one to another, both included, that have hours of their own; none for free days. */
export interface DayException {
  readonly from: number;
  readonly to: number;
  readonly hours: DayHours;
  /** Only these of its days; all of them without it. */
  readonly on?: ((day: number) => boolean) | undefined;
}

/** How a calendar of a desktop planner says when work is done; what it does not say, its base does. Days are counted from 1970-01-01. */
export interface ClockCalendar {
  /** By day of the week, Sunday first. */
  readonly week: readonly (DayHours | undefined)[];
  readonly exceptions: readonly DayException[];
  /** Weeks of their own: the hours by day of the week from one day to another. */
  readonly weeks: readonly { readonly from: number; readonly to: number; readonly week: readonly (DayHours | undefined)[] }[];
  readonly base?: ClockCalendar | undefined;
}

/** 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 4) % WEEK) + WEEK) % WEEK;
const holds = (range: { readonly from: number; readonly to: number }, day: number): boolean => day >= range.from && day <= range.to;

function exceptionAt(calendar: ClockCalendar, day: number): DayHours | undefined {
  const own = calendar.exceptions.find((exception) => holds(exception, day) && (exception.on?.(day) ?? true));
  return own ? own.hours : calendar.base && exceptionAt(calendar.base, day);
}

function weekHours(calendar: ClockCalendar, day: number): DayHours | undefined {
  const special = calendar.weeks.find((range) => holds(range, day))?.week[weekdayOf(day)];
  return special ?? calendar.week[weekdayOf(day)] ?? (calendar.base && weekHours(calendar.base, day));
}

const patternHours = (calendar: ClockCalendar, weekday: number): DayHours => calendar.week[weekday] ?? (calendar.base ? patternHours(calendar.base, weekday) : []);

/** The hours of one day: an exception, the calendar's own or its base's, before any week. */
const hoursOf = (calendar: ClockCalendar, day: number): DayHours => exceptionAt(calendar, day) ?? weekHours(calendar, day) ?? [];

function ranges(calendar: ClockCalendar): { readonly from: number; readonly to: number }[] {
  return [...calendar.exceptions, ...calendar.weeks, ...(calendar.base ? ranges(calendar.base) : [])];
}

/** Where two calendars both work. */
function overlap(a: DayHours, b: DayHours): Span[] {
  return a.flatMap((one) => b.map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) }))).filter((span) => span.to > span.from);
}

/** The calendar in ticks; `and` narrows it to what another one works too, as a task's own calendar and that of its person. Exceptions count between the two days. */
export function clockCalendar(calendar: ClockCalendar, within: { readonly from: number; readonly to: number }, and?: ClockCalendar): WorkCalendar {
  const all = [...ranges(calendar), ...(and ? ranges(and) : [])].map((range) => ({ from: Math.max(range.from, within.from), to: Math.min(range.to, within.to) })).filter((range) => range.to >= range.from);
  const first = all.reduce((least, range) => Math.min(least, range.from), within.from);
  const last = all.reduce((most, range) => Math.max(most, range.to), within.from);
  const from = first - WEEK;
  const to = last + 1 + WEEK;
  const spans: Span[] = [];
  for (let day = from; day < to; day += 1) {
    const isPattern = day < first || day > last;
    const own = isPattern ? patternHours(calendar, weekdayOf(day)) : hoursOf(calendar, day);
    const hours = and ? overlap(own, isPattern ? patternHours(and, weekdayOf(day)) : hoursOf(and, day)) : own;
    for (const span of hours) spans.push({ from: day * TICKS_PER_DAY + span.from, to: day * TICKS_PER_DAY + span.to });
  }
  return windowCalendar({ from: from * TICKS_PER_DAY, to: to * TICKS_PER_DAY, period: WEEK * TICKS_PER_DAY, spans: joinSpans(spans) });
}
