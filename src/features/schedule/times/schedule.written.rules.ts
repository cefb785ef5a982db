import { addDays, daysBetween, weekday, type Day } from '#platform/shared/calendar.ts';
import { readPeriod } from '#features/reading/reading.date.rules.ts';
import type { Relative } from '#features/reading/reading.relative.rules.ts';
import { dayOf, relativeOf, workingDaysFrom, type CampaignDays, type Works } from './schedule.when.rules.ts';
import * as words from './schedule.written.vocabulary.ts';

/** First and last day, both there. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

const yearOf = (day: Day): number => Number(day.slice(0, 4));
const monthOf = (day: Day): number => Number(day.slice(5, 7));
const dateOf = (day: Day): number => Number(day.slice(8));

/** As T2 writes days: `10月6日-10日`. */
export function writtenDays({ from, to }: Days): string {
  const start = words.MONTH_AND_DAY(monthOf(from), dateOf(from));
  if (from === to) return start;
  return from.slice(0, 7) === to.slice(0, 7) ? `${start}-${words.DAY_OF_MONTH(dateOf(to))}` : `${start}-${words.MONTH_AND_DAY(monthOf(to), dateOf(to))}`;
}

/** Days that are read the same in any year and anywhere: `2025-10-06至2025-10-10`. */
export const wholeDays = ({ from, to }: Days): string => (from === to ? from : `${from}${words.TO}${to}`);

type Groups = Readonly<Record<string, string | undefined>>;
interface Token {
  readonly at: number;
  readonly end: number;
  readonly groups: Groups;
}

const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(words.DAY_AT)].map((found) => ({ at: found.index, end: found.index + found[0].length, groups: found.groups ?? {} }));

/** A number as it stood there: `06` stays two digits wide. */
const like = (was: string | undefined, value: number, wide = false): string => (wide || was?.startsWith('0') ? String(value).padStart(2, '0') : String(value));

/** A day in the form of a token; a bare day takes the form of the one before it when the month is another. */
function dayLike(groups: Groups, day: Day, before?: { readonly groups: Groups; readonly day: Day }): string {
  const { fy, f1, fm, f2, fd, fe, cy, mm, m1, md, me, sm, s1, sd, bd, be, week, close } = groups;
  const beside = week === undefined ? '' : `${week}${words.WEEKDAYS[weekday(day)] ?? ''}${close ?? ''}`;
  if (fy !== undefined) {
    const wide = (f1 ?? '').trim() === '-';
    return `${yearOf(day)}${f1}${like(fm, monthOf(day), wide)}${f2}${like(fd, dateOf(day), wide)}${fe ?? ''}${beside}`;
  }
  if (cy !== undefined) return `${day.replaceAll('-', '')}${beside}`;
  if (mm !== undefined) return `${like(mm, monthOf(day))}${m1}${like(md, dateOf(day))}${me ?? ''}${beside}`;
  if (sm !== undefined) return `${like(sm, monthOf(day))}${s1}${like(sd, dateOf(day))}${beside}`;
  if (bd === undefined || before === undefined) return '';
  if (before.day.slice(0, 7) === day.slice(0, 7)) return `${like(bd, dateOf(day))}${be ?? ''}${beside}`;
  const { week: _, weekday: __, close: ___, ...form } = before.groups;
  return `${dayLike(form, day)}${beside}`;
}

/** The last day of a period after its first: `-10日` where the month is the same. */
function endLike(first: Token, days: Days): string {
  const { mm, me, week } = first.groups;
  if (mm !== undefined && week === undefined && days.from.slice(0, 7) === days.to.slice(0, 7)) return `-${dateOf(days.to)}${me ?? ''}`;
  return `${first.groups['fy'] !== undefined || first.groups['cy'] !== undefined ? words.TO : '-'}${dayLike(first.groups, days.to)}`;
}

/** `10月6日-10日`, `2025-10-15`, `10.6-10.10` with other days in them; the rest of the text stays. */
function namedDays(text: string, was: Days | undefined, days: Days): string | undefined {
  const tokens = tokensOf(text);
  const [first, second] = tokens;
  if (!first || first.groups['bd'] !== undefined) return undefined;
  const list = tokens.length > 2 || readPeriod(text)?.days !== undefined;
  if (list && was && daysBetween(was.from, was.to) === daysBetween(days.from, days.to)) return undefined;
  const head = `${text.slice(0, first.at)}${dayLike(first.groups, days.from)}`;
  const last = second && !list ? second : undefined;
  const end = list ? (tokens.at(-1) as Token).end : (last ?? first).end;
  if (days.from === days.to) return head + text.slice(end);
  if (!last) return head + endLike(first, days) + text.slice(end);
  return head + text.slice(first.end, last.at) + dayLike(last.groups, days.to, { groups: first.groups, day: days.from }) + text.slice(end);
}

/** `10月1日、3日、8日`: each by as much as the whole has moved. */
function listedDays(text: string, was: Days | undefined, days: Days): string | undefined {
  const parts = readPeriod(text)?.days;
  const tokens = tokensOf(text);
  if (!was || !parts || parts.length !== tokens.length) return undefined;
  const shift = daysBetween(was.from, days.from);
  let written = '';
  let end = 0;
  let before: { groups: Groups; day: Day } | undefined;
  for (const [index, token] of tokens.entries()) {
    const part = parts[index];
    if (!part) return undefined;
    const day = addDays(`${part.year ?? yearOf(was.from)}-${String(part.month).padStart(2, '0')}-${String(part.day).padStart(2, '0')}`, shift);
    written += text.slice(end, token.at) + dayLike(token.groups, day, before);
    before = { groups: token.groups['bd'] === undefined ? token.groups : (before?.groups ?? token.groups), day };
    end = token.end;
  }
  return written + text.slice(end);
}

/** How far a day lies from a moment in the wished unit; undefined where it cannot be said in it. */
function offsetOf(anchor: Relative['anchor'], unit: Relative['unit'], day: Day, campaign: CampaignDays, works: Works): number | undefined {
  const origin = dayOf({ anchor, offset: 0, unit: 'day' }, campaign, works);
  const days = daysBetween(origin, day);
  if (unit === 'day') return days;
  if (unit === 'week') return days % 7 === 0 ? days / 7 : undefined;
  if (unit !== 'workday' || days === 0 || Math.abs(days) > 400) return undefined;
  const step = days < 0 ? -1 : 1;
  let count = 0;
  for (let current = origin; current !== day;) {
    current = addDays(current, step);
    if (works(current)) count += step;
  }
  return count !== 0 && workingDaysFrom(origin, count, works) === day ? count : undefined;
}

const UNITS = { day: words.DAY_UNIT, week: words.WEEK_UNIT, workday: words.WORKDAY_UNIT } as const;
type CountUnit = keyof typeof UNITS;
const unitIn = (word: string | undefined): CountUnit => (word === undefined ? 'day' : words.WORKDAY_WORD.test(word) ? 'workday' : words.WEEK_WORD.test(word) ? 'week' : 'day');

/** `D-7`, `T-2周`, `D日`. */
function mark(letter: string, unitWord: string | undefined, day: Day, campaign: CampaignDays, works: Works): string {
  const told = offsetOf('D', unitIn(unitWord), day, campaign, works);
  const offset = told ?? offsetOf('D', 'day', day, campaign, works) ?? 0;
  if (offset === 0) return words.MARK_DAY(letter);
  return `${letter}${offset < 0 ? '-' : '+'}${Math.abs(offset)}${told === undefined ? '' : (unitWord ?? '')}`;
}

/** A moment as a phrase in the words of another one: `活动前1天`, `活动结束后3个工作日内`. */
function phrase(found: Groups, text: string, { anchor, unit, within }: Relative, day: Day, deadline: boolean, campaign: CampaignDays, works: Works): string {
  const name = found['name'] ?? found['same'] ?? found['last'] ?? words.EVENT;
  const kept: CountUnit = unit === 'week' || unit === 'workday' ? unit : 'day';
  const told = offsetOf(anchor, kept, day, campaign, works);
  const offset = told ?? offsetOf(anchor, 'day', day, campaign, works) ?? 0;
  if (offset === 0) return anchor === 'end' ? words.LAST_DAY(name) : words.SAME_DAY(name);
  const moment = found['moment'] ?? (anchor === 'end' ? words.ENDED : '');
  const count = words.WORDED.test(text) ? (words.NUMERALS[Math.abs(offset)] ?? String(Math.abs(offset))) : String(Math.abs(offset));
  const unitText = told !== undefined && found['unit'] !== undefined ? `${found['ge'] ?? ''}${found['unit']}` : UNITS[told === undefined ? 'day' : kept];
  return `${name}${moment}${found['of'] ?? ''}${offset < 0 ? words.BEFORE : words.AFTER}${count}${unitText}${within && deadline && offset > 0 ? words.WITHIN : ''}`;
}

interface Place {
  readonly text: string;
  readonly days: Days;
  readonly campaign: CampaignDays;
  readonly works: Works;
}

/** A moment in a text, or two of them with what stands between; the new ones take their place. */
function replaced({ text, days }: Place, pattern: RegExp, write: (found: Groups, day: Day, deadline: boolean) => string, deadline: boolean): string | undefined {
  const found = pattern.exec(text);
  if (!found) return undefined;
  const [before, after] = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
  const joint = words.RANGE_JOINT.exec(after)?.[0];
  const second = joint === undefined ? null : pattern.exec(after.slice(joint.length));
  const isRange = second !== null && second.index === 0;
  const rest = isRange ? after.slice((joint ?? '').length + second[0].length) : after;
  const first = found.groups ?? {};
  if (deadline) return before + write(first, days.to, true) + rest;
  if (days.from === days.to) return before + write(first, days.from, false) + rest;
  return `${before}${write(first, days.from, false)}${isRange ? joint : '~'}${write(isRange ? (second.groups ?? {}) : first, days.to, false)}${rest}`;
}

/** The text with other days in the words in which it tells its days from the event. */
function toldDays(place: Place): readonly (string | undefined)[] {
  const { text, campaign, works } = place;
  const relative = relativeOf(text);
  if (!relative) return [];
  const asMark = (found: Groups, day: Day) => mark(found['letter'] ?? 'D', found['unit'], day, campaign, works);
  const base: Relative = relative.start.anchor === 'during' ? { anchor: 'D', offset: 0, unit: 'day' } : relative.start;
  const asPhrase = (found: Groups, day: Day, deadline: boolean) => phrase(found, text, base, day, deadline, campaign, works);
  return [
    ...(base.within ? [replaced(place, words.PHRASE_AT, asPhrase, true)] : []),
    replaced(place, words.MARK_AT, asMark, false),
    replaced(place, words.PHRASE_AT, asPhrase, false),
  ];
}

/** The days told from D, `D-4~D-1`. */
export function markedDays({ from, to }: Days, campaign: CampaignDays, works: Works): string {
  const first = mark('D', undefined, from, campaign, works);
  return from === to ? first : `${first}~${mark('D', undefined, to, campaign, works)}`;
}

/** A text with other days in the form in which it is written: the likeliest way first. They still have to be read back. */
export function writtenAgain(text: string, was: Days | undefined, days: Days, campaign: CampaignDays, works: Works): readonly string[] {
  const candidates = [...toldDays({ text, days, campaign, works }), listedDays(text, was, days), namedDays(text, was, days)];
  return candidates.filter((candidate) => candidate !== undefined);
}
