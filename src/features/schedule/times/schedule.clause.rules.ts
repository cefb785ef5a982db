import type { Day } from '#platform/shared/calendar.ts';
import { datesInDigits, readPeriod } from '#features/reading/reading.date.rules.ts';
import { readRelative, readRepeat } from '#features/reading/reading.relative.rules.ts';
import * as words from './schedule.time.vocabulary.ts';
import { readTaskWhen, relativeOf, whenParts, type CampaignDays, type Works } from './schedule.when.rules.ts';

/** How often something is done again. Sunday = 0 in `on` of a week; the day of the month in that of a month. */
export interface Repeating {
  readonly every: 'day' | 'workday' | 'week' | 'month' | 'quarter' | 'hour';
  readonly on: readonly number[];
}

/** What one clause of 时间节点 or of a note says of hours and of days, beyond the days of the task itself. Times are `HH:MM`. */
export type ClauseTime =
  | ({ readonly kind: 'repeat'; readonly time: string | null; readonly until: string | null; readonly by: boolean; readonly label: string; readonly fromOn: Day | null; readonly toOn: Day | null } & Repeating)
  /** To be done by then: on that day, or on the task's last one when `day` is null; at any hour when `time` is null. */
  | { readonly kind: 'deadline'; readonly day: Day | null; readonly time: string | null; readonly label: string }
  | { readonly kind: 'hours'; readonly time: string; readonly until: string | null; readonly label: string }
  /** So long before the opening of the day. */
  | { readonly kind: 'arrive'; readonly minutes: number; readonly label: string };

const LONGEST_LABEL = 40;

/** What a clause says beside its times: `每日21:00复盘` is about 复盘. Empty when it is only about the task itself (`18:00前完成`). */
export function labelOf(clause: string): string {
  let rest = datesInDigits(clause);
  for (const pattern of words.TIME_WORDS) rest = rest.replace(pattern, ' ');
  const plain = rest.replace(words.FILLER, '').replace(words.FILLER, '').trim();
  return words.ONLY_DONE.test(plain) ? '' : plain.slice(0, LONGEST_LABEL);
}

/** The weekdays of `每周一、三` and `每周一至周五`. */
function weekdaysOf(clause: string): readonly number[] {
  const listed = words.WEEK_LIST.exec(datesInDigits(clause))?.groups?.['days'] ?? '';
  const numberOf = (word: string): number => (word === words.SUNDAY_TOO ? 0 : words.WEEKDAYS.indexOf(word));
  const found = new Set<number>();
  for (const { groups } of listed.matchAll(words.WEEK_RANGE)) {
    for (let day = numberOf(groups?.['from'] ?? ''), last = numberOf(groups?.['to'] ?? ''); ; day = (day + 1) % 7) {
      found.add(day);
      if (day === last) break;
    }
  }
  for (const word of listed) if (words.WEEKDAYS.includes(word) || word === words.SUNDAY_TOO) found.add(numberOf(word));
  return [...found].toSorted((a, b) => a - b);
}

function repeatIn(clause: string): Repeating | undefined {
  const plain = datesInDigits(clause);
  const repeat = readRepeat(clause) ?? (words.IMPLIED_WORKDAYS.test(plain) ? { every: 'workday' as const } : undefined);
  if (!repeat) return undefined;
  if (repeat.every === 'week') return { every: 'week', on: weekdaysOf(clause) };
  return { every: repeat.every, on: 'on' in repeat && repeat.on !== undefined ? [repeat.on] : [] };
}

interface Hours {
  readonly time: string | null;
  readonly until: string | null;
  readonly by: boolean;
}

/** The hours of a clause, without the days before them: `10月15日18:00前` is 18:00. */
function hoursIn(clause: string): Hours {
  const { hours } = whenParts(clause);
  const period = hours === '' ? undefined : readPeriod(hours);
  const time = period?.startTime ?? period?.dueTime ?? null;
  return { time, until: period?.endTime ?? null, by: period?.dueTime !== undefined };
}

/** `提前2小时到岗`: minutes before the opening, and what for. */
function arriveIn(clause: string): ClauseTime | undefined {
  const plain = datesInDigits(clause);
  const at = plain.search(words.AHEAD_BEGINS);
  if (at < 0) return undefined;
  const phrase = plain.slice(at);
  const ahead = readRelative(phrase.replace(words.OPENING_WORD, words.OPENING))?.start;
  if (!ahead || ahead.offset >= 0 || (ahead.unit !== 'hour' && ahead.unit !== 'minute')) return undefined;
  return { kind: 'arrive', minutes: -ahead.offset * (ahead.unit === 'hour' ? 60 : 1), label: plain.trim() };
}

function repeated(clause: string, campaign: CampaignDays, works: Works): ClauseTime | undefined {
  const repeat = repeatIn(clause);
  if (!repeat) return undefined;
  const { days } = whenParts(clause);
  const window = days === '' ? null : readTaskWhen(days, campaign, works);
  return { kind: 'repeat', ...repeat, ...hoursIn(clause), label: labelOf(whenParts(clause).hours), fromOn: window?.startOn ?? window?.endOn ?? null, toOn: window?.endOn ?? window?.startOn ?? null };
}

function timed(clause: string, label: string): ClauseTime | undefined {
  const { time, until, by } = hoursIn(clause);
  if (time === null) return undefined;
  return by ? { kind: 'deadline', day: null, time, label } : { kind: 'hours', time, until, label };
}

/** What 时间节点 says beyond its days. */
export function whenTimes(text: string, campaign: CampaignDays, works: Works): readonly ClauseTime[] {
  const found = arriveIn(text) ?? repeated(text, campaign, works) ?? timed(text, labelOf(whenParts(text).hours));
  if (!found) return [];
  // The days of 时间节点 are the task's own: where it was moved, its hours move along.
  return [found.kind === 'repeat' ? { ...found, fromOn: null, toOn: null } : found];
}

const dayBefore = (clause: string, campaign: CampaignDays, works: Works): Day | null => {
  const reading = readTaskWhen(clause, campaign, works);
  return reading.question === 'reversed' || reading.question === 'fuzzy' ? null : (reading.endOn ?? reading.startOn);
};

/** A day that a note promises something for: `需10月15日到货`, `需D-1到货`, `活动前1天到位`. */
function promised(clause: string, campaign: CampaignDays, works: Works): ClauseTime | undefined {
  const plain = datesInDigits(clause);
  const at = plain.search(words.FROM_EVENT_BEGINS);
  if (at >= 0) {
    const phrase = plain.slice(at);
    const told = words.EVENT_MARK.exec(phrase)?.[0] ?? words.EVENT_PHRASE.exec(phrase)?.[0];
    const day = told && relativeOf(told) ? dayBefore(told, campaign, works) : null;
    if (told === undefined || day === null) return undefined;
    return { kind: 'deadline', day, time: hoursIn(clause).time, label: labelOf(plain.slice(0, at) + phrase.slice(told.length)) };
  }
  const period = readPeriod(clause);
  if (!period?.start && !period?.end) return undefined;
  if (period.fuzzy || period.unclear || !words.PROMISE.test(plain) || words.SETTLED.test(plain)) return undefined;
  const day = dayBefore(clause, campaign, works);
  return day === null ? undefined : { kind: 'deadline', day, time: hoursIn(clause).time, label: labelOf(clause) };
}

/** A daily sum (`每天200元`) and a count (`每月3次`) are no work that comes again. */
const isWorkAgain = (clause: string, { time, label }: { readonly time: string | null; readonly label: string }): boolean => {
  const { hours } = whenParts(clause);
  const after = hours.replace(words.TIME_WORDS[0], '');
  return (time !== null || label !== '') && !words.SUM_AFTER.test(after);
};

/** What a note says of times, clause by clause. Prose that only mentions a day says nothing. */
export function noteTimes(note: string, campaign: CampaignDays, works: Works): readonly (ClauseTime & { readonly text: string })[] {
  return note.split(words.CLAUSE_APART).flatMap((clause) => {
    const text = clause.trim();
    if (text === '') return [];
    const repeat = repeated(text, campaign, works);
    const found = arriveIn(text) ?? (repeat?.kind === 'repeat' && isWorkAgain(text, repeat) ? repeat : undefined) ?? (repeat ? undefined : (promised(text, campaign, works) ?? timed(text, labelOf(text))));
    return found ? [{ ...found, text }] : [];
  });
}
