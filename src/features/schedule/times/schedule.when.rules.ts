import { addDays, isDay, isWorkingDay, type Day } from '#platform/shared/calendar.ts';
import { datesInDigits } from '#features/reading/reading.date.rules.ts';
import { readRelative, readRepeat, type Relative } from '#features/reading/reading.relative.rules.ts';
import { readWhen } from '#features/reading/reading.when.rules.ts';
import { HOURS_BEGIN, WEEKDAY_BESIDE } from './schedule.time.vocabulary.ts';

/** What the days of a task are told from: the campaign's period and, where it has one, the event. */
export interface CampaignDays {
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly eventFrom: Day | null;
  readonly eventTo: Day | null;
}

/** What 时间节点 means on the calendar. */
export interface TaskDays {
  readonly startOn: Day | null;
  readonly endOn: Day | null;
  /** `HH:MM`. */
  readonly dueTime: string | null;
}

/**
 * What a person should look at again: `unread` no day or time in the text, `fuzzy` a day that is not exact (`10月中旬`),
 * `reversed` the end before the start, `outside` before or after the campaign. The text is kept as written in each case.
 */
export type WhenQuestion = 'unread' | 'fuzzy' | 'reversed' | 'outside';
export type WhenReading = TaskDays & { readonly question: WhenQuestion | null };

const NOTHING: TaskDays = { startOn: null, endOn: null, dueTime: null };
const timePattern = /^([01]\d|2[0-3]):[0-5]\d$/;

type Fields = Readonly<Record<string, unknown>>;
const dayIn = (value: Fields, name: string): Day | null => (typeof value[name] === 'string' && isDay(value[name]) ? value[name] : null);
const timeIn = (value: Fields): string | null => {
  const time = value['dueTime'] ?? value['endTime'];
  return typeof time === 'string' && timePattern.test(time) ? time : null;
};

/** Which days are worked; the company's own calendar may differ from the national one ({@link worksBy}). */
export type Works = (day: Day) => boolean;

/** Working days by the national calendar and what the company has set otherwise. */
export function worksBy(calendar: readonly { readonly day: Day; readonly works: boolean }[]): Works {
  const own = new Map(calendar.map(({ day, works }) => [day, works]));
  return (day) => own.get(day) ?? isWorkingDay(day);
}

/** A calendar on which nobody ever works is not waited for. */
const MOST_DAYS = 4_000;

/** So many working days after a day that itself does not count, or before it. */
export function workingDaysFrom(day: Day, offset: number, works: Works): Day {
  const step = offset < 0 ? -1 : 1;
  let current = day;
  for (let left = Math.abs(offset), tried = 0; left > 0 && tried < MOST_DAYS; tried += 1) {
    current = addDays(current, step);
    if (works(current)) left -= 1;
  }
  return current;
}

function monthsFrom(day: Day, offset: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + offset, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + offset, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The day that is told from the event, or from the campaign without one. Hours before it are on its day. */
export function dayOf(relative: Relative, campaign: CampaignDays, works: Works): Day {
  const anchor = relative.anchor === 'end' ? (campaign.eventTo ?? campaign.endsOn) : (campaign.eventFrom ?? campaign.startsOn);
  switch (relative.unit) {
    case 'workday':
      return workingDaysFrom(anchor, relative.offset, works);
    case 'week':
      return addDays(anchor, 7 * relative.offset);
    case 'month':
      return monthsFrom(anchor, relative.offset);
    case 'day':
      return addDays(anchor, relative.offset);
    case 'hour':
    case 'minute':
      return anchor;
  }
}

/** `T-14`, `活动前1天`, `活动结束后3个工作日内`, `活动期间`: counted from the event, or from the campaign without one. */
function relativeDays(start: Relative, until: Relative | undefined, campaign: CampaignDays, works: Works): TaskDays {
  if (start.anchor === 'during') return { ...NOTHING, startOn: campaign.eventFrom ?? campaign.startsOn, endOn: campaign.eventTo ?? campaign.endsOn };
  const first = dayOf(start, campaign, works);
  if (until) return { ...NOTHING, startOn: first, endOn: dayOf(until, campaign, works) };
  const isDeadline = start.within && start.offset > 0;
  return { ...NOTHING, startOn: isDeadline ? addDays(dayOf({ ...start, offset: 0, unit: 'day' }, campaign, works), 1) : first, endOn: first };
}

function daysOf(value: Fields, campaign: CampaignDays, works: Works): TaskDays {
  if (value['relative']) return relativeDays(value['relative'] as Relative, value['until'] as Relative | undefined, campaign, works);
  const startOn = dayIn(value, 'start');
  return { startOn, endOn: dayIn(value, 'end') ?? startOn, dueTime: timeIn(value) };
}

const isOutside = (day: Day | null, campaign: CampaignDays): boolean => day !== null && (day < campaign.startsOn || day > campaign.endsOn);

/** A text in two: its days, and the hours or the repetition after them. `D-1 18:00前`, `活动期间 每日21:00`. Either may be empty. */
export function whenParts(text: string): { readonly days: string; readonly hours: string } {
  const plain = datesInDigits(text);
  const at = plain.search(HOURS_BEGIN);
  return at < 0 ? { days: plain, hours: '' } : { days: plain.slice(0, at).trim(), hours: plain.slice(at).trim() };
}

/** The moments from which a text tells its days; undefined when it names days, or none. */
export function relativeOf(text: string): { readonly start: Relative; readonly end?: Relative } | undefined {
  const { days, hours } = whenParts(text);
  // `提前2小时到岗` alone is told from D as well.
  return readRelative((days === '' ? hours : days).replace(WEEKDAY_BESIDE, ''));
}

/** A text without days of its own is no question when it says when in the day, or how often. */
const isRepeatAlone = (plain: string): boolean => readRepeat(plain) !== undefined && whenParts(plain).days === '';

/**
 * Reads 时间节点 as people write it (formats.md): `10月6日-10日`, `10月15日`, `18:00前`, `T-14`, `D-1 18:00前`. The year comes from the campaign.
 * Days that are in question for their order stay open; days outside the campaign are kept and asked about.
 */
export function readTaskWhen(text: string, campaign: CampaignDays, works: Works = isWorkingDay): WhenReading {
  const plain = text.trim();
  if (plain === '' || isRepeatAlone(plain)) return { ...NOTHING, question: null };
  const context = { campaign: { startOn: campaign.startsOn, endOn: campaign.endsOn } };
  const relative = relativeOf(plain);
  const { value, doubt } = relative ? { value: { relative: { ...relative.start }, ...(relative.end ? { until: { ...relative.end } } : {}) }, doubt: undefined } : readWhen(plain, context, undefined, false);
  if (value === null && doubt === undefined) return { ...NOTHING, question: null };
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return { ...NOTHING, question: doubt?.code === 'fuzzy-date' ? 'fuzzy' : 'unread' };
  const hours = relative ? readWhen(whenParts(plain).hours, context, undefined, false).value : null;
  const days = { ...daysOf(value, campaign, works), ...(hours !== null && typeof hours === 'object' ? { dueTime: timeIn(hours as Fields) } : {}) };
  if (days.startOn !== null && days.endOn !== null && days.endOn < days.startOn) return { ...NOTHING, dueTime: days.dueTime, question: 'reversed' };
  if (doubt?.code === 'fuzzy-date') return { ...NOTHING, dueTime: days.dueTime, question: 'fuzzy' };
  return { ...days, question: isOutside(days.startOn, campaign) || isOutside(days.endOn, campaign) ? 'outside' : null };
}
