import {
  AFTERNOON, BEFORE, DATE_TOKEN, DEADLINE_WORD, HALF_PAST, NOON, NOT_A_COUNT, ONWARD, QUARTER_PAST, UP_TO_NOW, WEEKDAY, WORDED_COUNT,
} from './reading.date.vocabulary.ts';
import { chineseNumber } from './reading.normal.vocabulary.ts';
import { normalize } from './reading.normal.rules.ts';

export interface DayPart {
  year?: number;
  month: number;
  day: number;
}

export type FuzzyPart = { year?: number; month?: number; part?: string; week?: [number, number] };

/** One thing that stands in a date cell, in its place. */
export type DateToken =
  | { kind: 'day'; day: DayPart; before: boolean; after: boolean }
  | { kind: 'bare-day'; number: number; sure: boolean; before: boolean }
  | { kind: 'time'; time: string; before: boolean }
  | { kind: 'fuzzy'; fuzzy: FuzzyPart }
  | { kind: 'joint' }
  | { kind: 'list' }
  | { kind: 'other'; text: string };

const TOKEN = new RegExp(DATE_TOKEN, 'giu');
type Groups = { [name: string]: string | undefined };

function yearOf(text: string | undefined): { year?: number } {
  if (!text) return {};
  const year = Number(text);
  return { year: year < 100 ? 2000 + year : year };
}

function countOf(text: string): number {
  return chineseNumber(text) ?? Number(text);
}

/** `十月一日` → `10月1日`; weekdays (`(周三)`) say nothing more and are dropped beside a date. */
export function datesInDigits(text: string): string {
  return normalize(text).replace(WORDED_COUNT, (word, _run: string, at: number, whole: string) =>
    NOT_A_COUNT.test(whole.slice(0, at)) ? word : String(chineseNumber(word) ?? word),
  );
}

function timeOf(found: Groups): string | undefined {
  let hour = Number(found['h']);
  const words = found['half'] ?? '';
  const minute = found['mi'] ?? '';
  if (AFTERNOON.test(words) && hour < 12) hour += 12;
  if (NOON.test(words) && hour < 3) hour += 12;
  const minutes = HALF_PAST.test(minute) ? 30 : QUARTER_PAST.test(minute) ? 15 : Number(minute || 0);
  if (hour > 24 || minutes > 59 || (hour === 24 && minutes > 0)) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

function valid(part: DayPart): boolean {
  return part.month >= 1 && part.month <= 12 && part.day >= 1 && part.day <= 31;
}

function dayOf(found: Groups): DayPart | undefined {
  const pick = (year: string | undefined, month: string | undefined, day: string | undefined): DayPart | undefined =>
    month && day ? { ...yearOf(year), month: Number(month), day: Number(day) } : undefined;
  return (
    pick(found['fy'], found['fm'], found['fd']) ??
    pick(found['cy'], found['cm'], found['cd']) ??
    pick(found['my'], found['mm'], found['md']) ??
    pick(undefined, found['bm'], found['bd']) ??
    pick(undefined, found['nm'], found['nd'])
  );
}

function fuzzyOf(found: Groups): FuzzyPart | undefined {
  if (found['w1']) {
    const first = countOf(found['w1']);
    const month = found['wm'] ? { month: Number(found['wm']) } : {};
    return { ...yearOf(found['wy']), ...month, week: [first, found['w2'] ? countOf(found['w2']) : first] };
  }
  const month = Number(found['pm']);
  if (!found['pm'] || month < 1 || month > 12) return undefined;
  return { ...yearOf(found['py']), month, ...(found['part'] ? { part: found['part'] } : {}) };
}

function tokenOf(found: Groups, rest: string): DateToken | undefined {
  const before = BEFORE.test(rest);
  const day = dayOf(found);
  if (day) return valid(day) ? { kind: 'day', day, before, after: ONWARD.test(rest) } : undefined;
  const fuzzy = fuzzyOf(found);
  if (fuzzy) return { kind: 'fuzzy', fuzzy };
  if (found['h']) {
    const time = timeOf(found);
    return time ? { kind: 'time', time, before } : undefined;
  }
  if (found['dd']) return { kind: 'bare-day', number: Number(found['dd']), sure: true, before };
  if (found['db']) return { kind: 'bare-day', number: Number(found['db']), sure: false, before };
  if (found['joint']) return { kind: 'joint' };
  return found['list'] ? { kind: 'list' } : undefined;
}

/** Cuts a date cell into days, times, joints and whatever else stands between them. */
export function dateTokens(text: string): DateToken[] {
  const plain = datesInDigits(text).replace(WEEKDAY, (word, _day: string, at: number, whole: string) => (/\d/.test(whole.slice(0, at)) ? '' : word));
  const tokens: DateToken[] = [];
  let end = 0;
  const other = (upTo: number): void => {
    const between = plain.slice(end, upTo).trim();
    if (between) tokens.push({ kind: 'other', text: between });
  };
  for (const match of plain.matchAll(TOKEN)) {
    const token = tokenOf(match.groups ?? {}, plain.slice(match.index + match[0].length));
    if (!token) continue;
    other(match.index);
    tokens.push(token);
    end = match.index + match[0].length;
  }
  other(plain.length);
  return tokens;
}

export interface PeriodReading {
  start?: DayPart;
  end?: DayPart;
  /** Several days that are no period: `10月1日、3日`. */
  days?: DayPart[];
  startTime?: string;
  endTime?: string;
  /** To be finished by this time: `18:00前完成`. */
  dueTime?: string;
  /** A day of the month whose month is not written. */
  monthless?: boolean;
  fuzzy?: FuzzyPart[];
  /** Numbers that the grammar could not place. */
  unclear?: boolean;
}

interface Scan {
  days: { part: DayPart; joined: boolean; before: boolean; after: boolean }[];
  times: { time: string; joined: boolean; before: boolean }[];
  fuzzy: FuzzyPart[];
  monthless: boolean;
  unclear: boolean;
}

function scan(tokens: DateToken[]): Scan {
  const seen: Scan = { days: [], times: [], fuzzy: [], monthless: false, unclear: false };
  let last: DateToken['kind'] | undefined;
  let joined = false;
  for (const token of tokens) {
    if (token.kind === 'joint') joined = true;
    else if (token.kind === 'day') {
      seen.days.push({ part: token.day, joined, before: token.before, after: token.after });
      joined = false;
    } else if (token.kind === 'bare-day') {
      const previous = seen.days.at(-1)?.part;
      // "10月1日5日": the joint was lost (formats.md, Damage); read as a period, and asked about.
      const lost = last === 'day' && token.sure && token.number > (previous?.day ?? 31);
      const follows = joined || lost || last === 'list';
      if (lost) seen.unclear = true;
      if (previous && follows && token.number >= 1 && token.number <= 31) {
        seen.days.push({ part: { ...previous, day: token.number }, joined: joined || lost, before: token.before, after: false });
      } else if (token.sure) seen.monthless = true;
      else seen.unclear = true;
      joined = false;
    } else if (token.kind === 'time') {
      seen.times.push({ time: token.time, joined: joined && seen.times.length > 0, before: token.before });
      joined = joined && seen.times.length === 1 && seen.days.length > 0;
    } else if (token.kind === 'fuzzy') {
      seen.fuzzy.push(token.fuzzy);
      joined = false;
    }
    last = token.kind;
  }
  return seen;
}

function readTimes(seen: Scan, deadline: boolean): PeriodReading {
  const [first, second] = seen.times;
  if (!first) return {};
  if (!second) return first.before || deadline ? { dueTime: first.time } : { startTime: first.time };
  return { startTime: first.time, endTime: second.time };
}

/** Reads a day, a period or a time; undefined when the text holds none of them. */
export function readPeriod(text: string): PeriodReading | undefined {
  const seen = scan(dateTokens(text));
  const deadline = DEADLINE_WORD.test(text);
  const times = readTimes(seen, deadline);
  if (seen.fuzzy.length > 0) return { ...times, fuzzy: seen.fuzzy, ...(seen.days[0] ? { start: seen.days[0].part } : {}) };
  const [first, second] = seen.days;
  if (!first) {
    if (seen.monthless) return { ...times, monthless: true };
    return seen.times.length > 0 ? times : undefined;
  }
  const unclear = seen.unclear ? { unclear: true } : {};
  if (!second) {
    if (UP_TO_NOW.test(text) || ((first.before || deadline) && seen.times.length === 0)) return { ...times, ...unclear, end: first.part };
    if (first.after) return { ...times, ...unclear, start: first.part };
    return { ...times, ...unclear, start: first.part, end: first.part };
  }
  if (seen.days.length === 2 && (second.joined || seen.times.length === 2)) return { ...times, ...unclear, start: first.part, end: second.part };
  const days = seen.days.map((day) => day.part);
  return { ...times, ...unclear, start: first.part, end: days.at(-1) ?? first.part, days };
}
