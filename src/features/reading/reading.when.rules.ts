import { addDays, daysBetween, isDay, makeDay, type Day } from '#platform/shared/calendar.ts';
import { ALLDAY, FUZZY_WORD, PART_DAYS, QUARTER, WITHIN_TAIL } from './reading.date.vocabulary.ts';
import { readPeriod, type DayPart, type FuzzyPart, type PeriodReading } from './reading.date.rules.ts';
import { chineseNumber } from './reading.normal.vocabulary.ts';
import { isBlankMark, isPending, LONGEST_VALUE, normalize, squeeze } from './reading.normal.rules.ts';
import { readDuration, readRelative, readRepeat } from './reading.relative.rules.ts';
import type { JsonValue } from './reading.contract.ts';
import type { Doubt, Reading } from './reading.value.ts';

/** What the year of a date may come from: the caller, the campaign's period, or the one year that the document itself states. */
export interface YearContext {
  year?: number;
  campaign?: { startOn: Day; endOn: Day };
  documentYear?: number;
}

function yearFor(part: DayPart, context: YearContext): number | undefined {
  if (part.year !== undefined) return part.year;
  const { campaign } = context;
  if (campaign && context.year === undefined) {
    const years = [Number(campaign.startOn.slice(0, 4)), Number(campaign.endOn.slice(0, 4))];
    const fits = years.find((year) => {
      const day = makeDay(year, part.month, part.day);
      return day !== undefined && day >= campaign.startOn && day <= campaign.endOn;
    });
    return fits ?? years[0];
  }
  return context.year ?? context.documentYear;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `YYYY-MM-DD`, or `MM-DD` when no year is known; undefined for a day that does not exist (`2月30日`). */
function dayText(part: DayPart, year: number | undefined): string | undefined {
  // 2024 is a leap year: a day without a year is refused only when no year has it.
  if (year === undefined) return makeDay(2024, part.month, part.day)?.slice(5);
  return makeDay(year, part.month, part.day);
}

export function outsideCampaign(day: string, context: YearContext): boolean {
  const { campaign } = context;
  return campaign !== undefined && isDay(day) && (day < campaign.startOn || day > campaign.endOn);
}

function proposePart(fuzzy: FuzzyPart, context: YearContext): { start: string; end: string } | undefined {
  if (fuzzy.week) {
    if (fuzzy.month) {
      const year = yearFor({ ...fuzzy, month: fuzzy.month, day: 1 }, context);
      const start = dayText({ month: fuzzy.month, day: 7 * fuzzy.week[0] - 6 }, year);
      const end = dayText({ month: fuzzy.month, day: 7 * fuzzy.week[1] }, year);
      return start && end ? { start, end } : undefined;
    }
    const from = context.campaign?.startOn;
    if (!from) return undefined;
    return { start: addDays(from, 7 * (fuzzy.week[0] - 1)), end: addDays(from, 7 * fuzzy.week[1] - 1) };
  }
  if (fuzzy.month === undefined) return undefined;
  const year = yearFor({ ...fuzzy, month: fuzzy.month, day: 1 }, context);
  const [, first, last] = PART_DAYS.find(([pattern]) => pattern.test(fuzzy.part ?? '')) ?? [null, 1, 31];
  const lastOfMonth = new Date(Date.UTC(year ?? 2024, fuzzy.month, 0)).getUTCDate();
  const day = (number: number): string => `${year === undefined ? '' : `${year}-`}${two(fuzzy.month ?? 1)}-${two(Math.min(number, lastOfMonth))}`;
  return { start: day(first), end: day(last) };
}

function proposeQuarter(text: string, context: YearContext): { start: string; end: string } | undefined {
  const found = QUARTER.exec(text)?.groups;
  if (!found) return undefined;
  const word = found['q'] ?? found['word'] ?? '';
  const quarter = chineseNumber(word) ?? Number(word);
  const stated = found['year'] ? 2000 + (Number(found['year']) % 100) : undefined;
  const year = stated ?? context.year ?? context.documentYear ?? (context.campaign ? Number(context.campaign.startOn.slice(0, 4)) : undefined);
  const month = quarter * 3;
  const prefix = year === undefined ? '' : `${year}-`;
  return { start: `${prefix}${two(month - 2)}-01`, end: `${prefix}${two(month)}-${month === 6 || month === 9 ? 30 : 31}` };
}

function fuzzyReading(proposed: { start: string; end: string } | undefined): Reading {
  return { value: null, doubt: { code: 'fuzzy-date', ...(proposed ? { data: { proposed } } : {}) } };
}

function times(reading: PeriodReading): { [key: string]: JsonValue } {
  return {
    ...(reading.startTime ? { startTime: reading.startTime } : {}),
    ...(reading.endTime ? { endTime: reading.endTime } : {}),
    ...(reading.dueTime ? { dueTime: reading.dueTime } : {}),
  };
}

/** Gives the end its year, which is the next one for `12月28日-1月3日` when only the start's year is known. */
function resolveEnd(end: DayPart, start: string | undefined, startYear: number | undefined, context: YearContext): { end?: string; crosses: boolean } {
  const year = end.year ?? startYear ?? yearFor(end, context);
  const plain = dayText(end, year);
  if (!plain || !start || plain >= start || end.year !== undefined) return { ...(plain ? { end: plain } : {}), crosses: false };
  const month = Number(start.slice(-5, -3));
  if (month < 10 || end.month > 3) return { end: plain, crosses: false };
  const next = year === undefined ? plain : dayText(end, year + 1);
  return { ...(next ? { end: next } : {}), crosses: true };
}

function resolvePeriod(reading: PeriodReading, context: YearContext, bounded: boolean): Reading {
  const startYear = reading.start && yearFor(reading.start, context);
  const start = reading.start && dayText(reading.start, startYear);
  const { end, crosses } = reading.end ? resolveEnd(reading.end, start, startYear, context) : { end: undefined, crosses: false };
  if ((reading.start && !start) || (reading.end && !end)) return { value: null, doubt: { code: 'unreadable' } };
  const days = reading.days?.map((day) => dayText(day, day.year ?? startYear) ?? '');
  const value: { [key: string]: JsonValue } = { ...(start ? { start } : {}), ...(end ? { end } : {}), ...(days ? { days } : {}), ...times(reading) };
  const known = (start ?? end ?? '').length === 10;
  const ordered = !start || !end || end >= start || (crosses && !known);
  let doubt: Doubt | undefined;
  if (!ordered) doubt = { code: 'end-before-start' };
  else if ((start ?? end) && !known) doubt = { code: 'year-missing' };
  else if (crosses) doubt = { code: 'crosses-year' };
  else if (reading.unclear) doubt = { code: 'fuzzy-date', data: { proposed: value } };
  else if (bounded && [start, end].some((day) => day !== undefined && outsideCampaign(day, context))) doubt = { code: 'outside-campaign' };
  return { value, ...(doubt ? { doubt } : {}) };
}

/** `45931` in a date column: a spreadsheet's day number (1900 system) between 2000 and 2079. */
function serialDay(text: string): Day | undefined {
  const plain = squeeze(text);
  if (!/^\d{5}(?:\.\d+)?$/.test(plain)) return undefined;
  const serial = Math.floor(Number(plain));
  return serial >= 36_526 && serial <= 65_745 ? addDays('1899-12-30', serial) : undefined;
}

function readUnresolved(text: string, context: YearContext): Reading {
  const plain = squeeze(text);
  const bare = plain.replace(WITHIN_TAIL, '');
  const duration = readDuration(bare);
  // "3个月内", "1个工作日": a length of time, from a day that the table does not say.
  if (duration && !/^\d+(?:\.\d+)?$/.test(bare)) return { value: { duration: { ...duration, ...(bare === plain ? {} : { within: true }) } } };
  const proposed = proposeQuarter(normalize(text), context);
  if (proposed) return fuzzyReading(proposed);
  return FUZZY_WORD.test(text) || ALLDAY.test(text) ? fuzzyReading(undefined) : { value: null, doubt: { code: 'unreadable' } };
}

/**
 * Reads a period cell (formats.md, Dates). Value: `{ start?, end?, days?, startTime?, endTime?, dueTime? }` with days `YYYY-MM-DD`
 * (`MM-DD` and the question `year-missing` without a year), `{ relative }`, `{ relative, until }`, `{ repeat }`, or `{ duration }`.
 */
export function readWhen(text: string, context: YearContext, exact?: Day, bounded = true): Reading {
  if (isBlankMark(text)) return { value: null };
  if (isPending(text)) return { value: null, doubt: { code: 'pending' } };
  if (normalize(text).length > LONGEST_VALUE) return { value: null, doubt: { code: 'unreadable' } };
  if (exact) {
    const timed = readPeriod(text);
    const outside = bounded && outsideCampaign(exact, context);
    return { value: { start: exact, end: exact, ...(timed ? times(timed) : {}) }, ...(outside ? { doubt: { code: 'outside-campaign' } } : {}) };
  }
  const serial = serialDay(text);
  if (serial) return { value: { start: serial, end: serial }, doubt: { code: 'serial-date' } };
  const relative = readRelative(text);
  if (relative) return { value: { relative: { ...relative.start }, ...(relative.end ? { until: { ...relative.end } } : {}) } };
  const repeat = readRepeat(text);
  const period = readPeriod(text);
  if (period?.fuzzy) {
    const parts = period.fuzzy.map((fuzzy) => proposePart(fuzzy, context));
    const [first, last] = [parts[0], parts.at(-1)];
    return fuzzyReading(first && last ? { start: first.start, end: last.end } : undefined);
  }
  if (period?.monthless) return { value: null, doubt: { code: 'month-unknown' } };
  if (period && (period.start ?? period.end)) {
    const resolved = resolvePeriod(period, context, bounded);
    return repeat && resolved.value ? { ...resolved, value: { ...(resolved.value as object), repeat: { ...repeat } } } : resolved;
  }
  if (repeat) return { value: { repeat: { ...repeat } } };
  if (period) return { value: times(period) };
  return readUnresolved(text, context);
}

/** Reads a cell that names one day: `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM`, or a period's value when it is none. */
export function readDay(text: string, context: YearContext, exact?: Day, bounded = true): Reading {
  const reading = readWhen(text, context, exact, bounded);
  if (reading.value === null || typeof reading.value !== 'object' || Array.isArray(reading.value)) return reading;
  const { start, end, days, startTime, dueTime, endTime, repeat } = reading.value;
  const day = start ?? end;
  if (typeof day !== 'string' || (start && end && start !== end) || days || endTime || repeat) return reading;
  const time = startTime ?? dueTime;
  return { ...reading, value: typeof time === 'string' ? `${day}T${time}` : day };
}

/** Whole days that a period covers, both ends counted. */
export function spanOf(start: Day, end: Day): number {
  return daysBetween(start, end) + 1;
}
