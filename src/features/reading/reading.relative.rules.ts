import {
  AHEAD, DURATION, DURING, END_MOMENT, EVERY, HALF, LAST_DAY, RELATIVE_MARK, RELATIVE_PHRASE, RELATIVE_SPLIT, SAME_DAY, UNIT_OF, WEEKDAYS, DAY_WORD_SUN, WITHIN,
} from './reading.date.vocabulary.ts';
import { datesInDigits, readPeriod } from './reading.date.rules.ts';
import { squeeze } from './reading.normal.rules.ts';

export type RelativeUnit = (typeof UNIT_OF)[number][1];

/** A moment told from the campaign: `D` is its opening day, `end` its last one. `-14` days, `3` working days. */
export interface Relative {
  anchor: 'D' | 'end' | 'during';
  offset: number;
  unit: RelativeUnit;
  within?: true;
}

export interface Repeat {
  every: 'day' | 'workday' | 'week' | 'month' | 'quarter' | 'hour';
  /** Sunday = 0 for a week, the day for a month. */
  on?: number;
  time?: string;
}

function unitOf(word: string | undefined): RelativeUnit {
  return UNIT_OF.find(([pattern]) => pattern.test(word ?? ''))?.[1] ?? 'day';
}

function readMark(text: string): Relative | undefined {
  const found = RELATIVE_MARK.exec(text);
  if (!found) return undefined;
  const { sign, count, unit } = found.groups ?? {};
  return { anchor: 'D', offset: count ? Number(count) * (sign === '-' ? -1 : 1) : 0, unit: unitOf(unit) };
}

function readPhrase(text: string): Relative | undefined {
  if (SAME_DAY.test(text)) return { anchor: 'D', offset: 0, unit: 'day' };
  if (LAST_DAY.test(text)) return { anchor: 'end', offset: 0, unit: 'day' };
  if (DURING.test(text)) return { anchor: 'during', offset: 0, unit: 'day' };
  const found = RELATIVE_PHRASE.exec(text)?.groups;
  if (!found?.['count'] || !found['side']) return undefined;
  const half = found['count'] === HALF;
  let unit = unitOf(found['unit']);
  let count = half ? 0 : Number(found['count']);
  // Half an hour is 30 minutes, half a day 12 hours, half a month 15 days.
  if (half && unit === 'hour') [count, unit] = [30, 'minute'];
  else if (half && unit === 'month') [count, unit] = [15, 'day'];
  else if (half) [count, unit] = [12, 'hour'];
  const ahead = AHEAD.test(found['side']);
  const atEnd = END_MOMENT.test(found['moment'] ?? '');
  if (!ahead && !found['anchor'] && !found['moment']) return undefined;
  return { anchor: atEnd ? 'end' : 'D', offset: ahead ? -count || 0 : count, unit, ...(WITHIN.test(found['within'] ?? found['side']) ? { within: true } : {}) };
}

/** `T-14`, `D-14~D-7`, `活动前1天`, `提前2小时`, `活动结束后3个工作日内`; one moment, or the two ends of a period. */
export function readRelative(text: string): { start: Relative; end?: Relative } | undefined {
  const plain = squeeze(datesInDigits(text));
  const mark = readMark(plain);
  if (mark) return { start: mark };
  // The two ends come before the one: the phrase would read only the first of `活动结束后2天~活动结束后5天`.
  const parts = plain.split(RELATIVE_SPLIT);
  const [left = '', right = ''] = parts;
  if (parts.length === 2) {
    const start = readMark(left) ?? readPhrase(left);
    const end = readMark(right) ?? readPhrase(right);
    if (start && end) return { start, end };
  }
  const one = readPhrase(plain);
  return one && { start: one };
}

/** `每日21:00复盘`, `每周一`, `每个工作日9点`. */
export function readRepeat(text: string): Repeat | undefined {
  const found = EVERY.exec(datesInDigits(text));
  if (!found) return undefined;
  const word = found.groups?.['unit'] ?? '';
  const unit = unitOf(word);
  const every = unit === 'workday' || unit === 'week' || unit === 'month' || unit === 'hour' ? unit : word.length > 1 ? 'quarter' : 'day';
  const on = found.groups?.['on'];
  const weekday = on === DAY_WORD_SUN ? 0 : WEEKDAYS.indexOf(on ?? '?');
  const monthday = /^\d+/.exec(on ?? '')?.[0];
  const time = readPeriod(text);
  return {
    every,
    ...(every === 'week' && weekday >= 0 ? { on: weekday } : every === 'month' && monthday ? { on: Number(monthday) } : {}),
    ...(time?.startTime ?? time?.dueTime ? { time: time?.startTime ?? time?.dueTime ?? '' } : {}),
  };
}

/** `5天`, `3个工作日`, `半天`, or a bare number of days (the heading says `工期(天)`). */
export function readDuration(text: string): { value: number; unit: RelativeUnit } | undefined {
  const found = DURATION.exec(squeeze(datesInDigits(text)));
  if (!found?.[1]) return undefined;
  return { value: found[1] === HALF ? 0.5 : Number(found[1]), unit: unitOf(found[2]) };
}
