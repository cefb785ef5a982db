import { addDays, daysBetween, isCoveredYear, isWorkingDay, makeDay, weekday } from '#platform/shared/calendar.ts';
import type { Day, OwnDays } from '#platform/shared/calendar.ts';

/** A month as `YYYY-MM`. */
export type Month = string;

export const isMonth = (text: string | undefined): text is Month => /^\d{4}-(0[1-9]|1[0-2])$/.test(text ?? '');
export const monthOf = (day: Day): Month => day.slice(0, 7);

export function addMonths(month: Month, count: number): Month {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

export const firstDay = (month: Month): Day => `${month}-01`;
export const lastDay = (month: Month): Day => addDays(firstDay(addMonths(month, 1)), -1);

/** The weeks that hold a month, Monday first, each with its seven days (some of the neighbouring months). */
export function weeksOf(month: Month): readonly (readonly Day[])[] {
  const start = addDays(firstDay(month), -((weekday(firstDay(month)) + 6) % 7));
  const weeks = Math.ceil((daysBetween(start, lastDay(month)) + 1) / 7);
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: 7 }, (__, day) => addDays(start, week * 7 + day)));
}

interface Lasting {
  readonly id: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
}

/** A piece of a campaign in one week: `from`…`to` are columns 0…6, both included; `lane` is its line. */
export interface Bar<T extends Lasting> {
  readonly item: T;
  readonly from: number;
  readonly to: number;
  readonly lane: number;
  /** The campaign began before, or goes on after, this week. */
  readonly opens: boolean;
  readonly closes: boolean;
}

/**
 * The bars of one week. Each takes the first lane that is free over its days; longer ones come first, so that they stay
 * on the same lane from week to week where there is room.
 */
export function barsOf<T extends Lasting>(items: readonly T[], week: readonly Day[]): readonly Bar<T>[] {
  const monday = week[0] as Day;
  const sunday = week[6] as Day;
  const within = items.filter((item) => item.startsOn <= sunday && item.endsOn >= monday);
  const ordered = within.toSorted((a, b) => a.startsOn.localeCompare(b.startsOn) || b.endsOn.localeCompare(a.endsOn) || a.id.localeCompare(b.id));
  const lanes: number[] = [];
  return ordered.map((item) => {
    const from = Math.max(0, daysBetween(monday, item.startsOn));
    const to = Math.min(6, daysBetween(monday, item.endsOn));
    const free = lanes.findIndex((end) => end < from);
    const lane = free === -1 ? lanes.length : free;
    lanes[lane] = to;
    return { item, from, to, lane, opens: item.startsOn >= monday, closes: item.endsOn <= sunday };
  });
}

/** A weekday that is free (holiday), or a weekend day that is worked (调休); undefined for an ordinary day. */
export function specialDay(day: Day, own?: OwnDays): 'holiday' | 'workday' | undefined {
  if (!isCoveredYear(day)) return undefined;
  const weekend = weekday(day) === 0 || weekday(day) === 6;
  const works = isWorkingDay(day, own);
  if (works === !weekend) return undefined;
  return works ? 'workday' : 'holiday';
}

export interface PeriodFacts {
  readonly days: number;
  readonly workingDays: number;
  /** Runs of free days in which a weekday is free: public holidays, and what the company takes off. */
  readonly holidays: readonly { readonly from: Day; readonly to: Day }[];
  /** False when the State Council has not announced the holidays of a year in it. */
  readonly covered: boolean;
}

/** Longer periods are not walked day by day. */
const LONGEST = 1_100;

/** What a person should know about a period when they choose it; undefined when it is reversed or too long to count. */
export function periodFacts(from: Day, to: Day, own?: OwnDays): PeriodFacts | undefined {
  const days = daysBetween(from, to) + 1;
  if (days < 1 || days > LONGEST) return undefined;
  const all = Array.from({ length: days }, (_, index) => addDays(from, index));
  const holidays: { from: Day; to: Day }[] = [];
  let run: Day[] = [];
  const close = () => {
    const [first] = run;
    if (first && run.some((day) => specialDay(day, own) === 'holiday')) holidays.push({ from: first, to: run.at(-1) as Day });
    run = [];
  };
  for (const day of all) {
    if (isWorkingDay(day, own)) close();
    else run.push(day);
  }
  close();
  return { days, workingDays: all.filter((day) => isWorkingDay(day, own)).length, holidays, covered: isCoveredYear(from) && isCoveredYear(to) };
}

/** The periods that the list offers, as days from `today`. */
export const PERIODS = ['now', 'next30', 'last90', 'year', 'lastYear'] as const;
export type PeriodName = (typeof PERIODS)[number];

export function periodDays(name: PeriodName, today: Day): { readonly from: Day; readonly to: Day } {
  const year = Number(today.slice(0, 4));
  const wholeYear = (one: number) => ({ from: makeDay(one, 1, 1) as Day, to: makeDay(one, 12, 31) as Day });
  switch (name) {
    case 'now': return { from: today, to: today };
    case 'next30': return { from: today, to: addDays(today, 30) };
    case 'last90': return { from: addDays(today, -90), to: today };
    case 'year': return wholeYear(year);
    case 'lastYear': return wholeYear(year - 1);
  }
}
