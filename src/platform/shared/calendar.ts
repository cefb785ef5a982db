import chineseDays from 'chinese-days';

/** A calendar day without a time, `YYYY-MM-DD`. */
export type Day = string;

const DAY_MS = 86_400_000;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** The years for which the State Council's holiday arrangement (调休) is known to us. */
export const COVERED_YEARS = { from: 2004, to: 2026 } as const;

function toUtc(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** True for a real day written `YYYY-MM-DD` (so not `2025-02-30`). */
export function isDay(text: string): boolean {
  if (!dayPattern.test(text)) return false;
  const time = toUtc(text);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

export function makeDay(year: number, month: number, day: number): Day | undefined {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

export function addDays(day: Day, count: number): Day {
  return new Date(toUtc(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toUtc(to) - toUtc(from)) / DAY_MS);
}

/** The days on which a company works (true) or rests (false) other than the national calendar says. */
export type OwnDays = ReadonlyMap<Day, boolean>;

/** The company's own days as rows of a list, as they cross the wire. */
export const ownDays = (days: readonly { readonly day: Day; readonly works: boolean }[]): OwnDays => new Map(days.map(({ day, works }) => [day, works]));

/** A working day by the Chinese calendar with 调休, and by the company's own days over it. Outside {@link COVERED_YEARS} only weekends count as free. */
export function isWorkingDay(day: Day, own?: OwnDays): boolean {
  const decided = own?.get(day);
  if (decided !== undefined) return decided;
  // The package is CommonJS in Node and ESM in a bundler: its default export is the one that both have.
  return chineseDays.getDayDetail(day).work;
}

/** The public holiday that a free day belongs to, by its names; undefined for an ordinary weekend and for a working day. */
export function holidayOf(day: Day): { readonly zh: string; readonly en: string } | undefined {
  const { work, name } = chineseDays.getDayDetail(day);
  // `National Day,国庆节,3`; an ordinary day has the name of its weekday alone.
  const [en = '', zh] = name.split(',');
  return work || zh === undefined ? undefined : { zh, en };
}

/** The public holiday that a weekend day is worked for (调休), by its names; undefined for any other day. */
export function madeUpFor(day: Day): { readonly zh: string; readonly en: string } | undefined {
  const { work, name } = chineseDays.getDayDetail(day);
  const [en = '', zh] = name.split(',');
  return work && zh !== undefined ? { zh, en } : undefined;
}

/** The n-th working day after `day` (n ≥ 1). The day itself does not count: R1.1 "within 3 working days after the end". */
export function addWorkingDays(day: Day, count: number, own?: OwnDays): Day {
  let current = day;
  for (let left = count; left > 0; ) {
    current = addDays(current, 1);
    if (isWorkingDay(current, own)) left -= 1;
  }
  return current;
}

export function isCoveredYear(day: Day): boolean {
  const year = Number(day.slice(0, 4));
  return year >= COVERED_YEARS.from && year <= COVERED_YEARS.to;
}

/** Making a formatter takes a good half of a millisecond, using one a thousandth of that: one is kept for each time zone. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();
const clockFormats = new Map<string, Intl.DateTimeFormat>();

function kept(formats: Map<string, Intl.DateTimeFormat>, timeZone: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat {
  const known = formats.get(timeZone) ?? make();
  formats.set(timeZone, known);
  return known;
}

/** The day that an instant falls on in a time zone (IANA name). */
export function dayIn(timeZone: string, at: Date = new Date()): Day {
  return kept(dayFormats, timeZone, () => new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })).format(at);
}

/** The time of day of an instant in a time zone, `HH:MM`. */
export function clockIn(timeZone: string, at: Date): string {
  return kept(clockFormats, timeZone, () => new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })).format(at);
}

/** The instant at which the clocks of a time zone show this day and time (`HH:MM`); where they skip it in spring, as long after midnight. */
export function instantIn(timeZone: string, day: Day, clock: string): Date {
  const wanted = Date.parse(`${day}T${clock}:00Z`);
  let found = wanted;
  // The offset depends on the instant that is looked for: the second round corrects the first near a change of the clocks.
  for (let round = 0; round < 2; round += 1) found += wanted - Date.parse(`${dayIn(timeZone, new Date(found))}T${clockIn(timeZone, new Date(found))}:00Z`);
  return new Date(found);
}

/** Sunday = 0. */
export function weekday(day: Day): number {
  return new Date(toUtc(day)).getUTCDay();
}
