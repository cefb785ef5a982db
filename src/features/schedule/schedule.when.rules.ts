import { addDays, addWorkingDays, isDay, isWorkingDay, type Day } from '#platform/shared/calendar.ts';
import { readWhen } from '#features/reading/reading.when.rules.ts';
import type { Relative } from '#features/reading/reading.relative.rules.ts';

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

/** A period told with a weekend: `5` working days before a day that itself does not count. */
function workingDaysFrom(day: Day, offset: number): Day {
  if (offset >= 0) return offset === 0 ? day : addWorkingDays(day, offset);
  let current = day;
  for (let left = -offset; left > 0; ) {
    current = addDays(current, -1);
    if (isWorkingDay(current)) left -= 1;
  }
  return current;
}

function monthsFrom(day: Day, offset: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + offset, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + offset, Math.min(date, last))).toISOString().slice(0, 10);
}

function dayOf(relative: Relative, campaign: CampaignDays): Day {
  const anchor = relative.anchor === 'end' ? (campaign.eventTo ?? campaign.endsOn) : (campaign.eventFrom ?? campaign.startsOn);
  switch (relative.unit) {
    case 'workday':
      return workingDaysFrom(anchor, relative.offset);
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
function relativeDays(start: Relative, until: Relative | undefined, campaign: CampaignDays): TaskDays {
  if (start.anchor === 'during') return { ...NOTHING, startOn: campaign.eventFrom ?? campaign.startsOn, endOn: campaign.eventTo ?? campaign.endsOn };
  const first = dayOf(start, campaign);
  if (until) return { ...NOTHING, startOn: first, endOn: dayOf(until, campaign) };
  const isDeadline = start.within && start.offset > 0;
  return { ...NOTHING, startOn: isDeadline ? addDays(dayOf({ ...start, offset: 0, unit: 'day' }, campaign), 1) : first, endOn: first };
}

function daysOf(value: Fields, campaign: CampaignDays): TaskDays {
  if (value['relative']) return relativeDays(value['relative'] as Relative, value['until'] as Relative | undefined, campaign);
  const startOn = dayIn(value, 'start');
  return { startOn, endOn: dayIn(value, 'end') ?? startOn, dueTime: timeIn(value) };
}

const isOutside = (day: Day | null, campaign: CampaignDays): boolean => day !== null && (day < campaign.startsOn || day > campaign.endsOn);

/**
 * Reads 时间节点 as people write it (formats.md): `10月6日-10日`, `10月15日`, `18:00前`, `T-14`. The year comes from the campaign.
 * Days that are in question for their order stay open; days outside the campaign are kept and asked about.
 */
export function readTaskWhen(text: string, campaign: CampaignDays): WhenReading {
  const plain = text.trim();
  if (plain === '') return { ...NOTHING, question: null };
  const { value, doubt } = readWhen(plain, { campaign: { startOn: campaign.startsOn, endOn: campaign.endsOn } }, undefined, false);
  if (value === null && doubt === undefined) return { ...NOTHING, question: null };
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return { ...NOTHING, question: doubt?.code === 'fuzzy-date' ? 'fuzzy' : 'unread' };
  const days = daysOf(value, campaign);
  if (days.startOn !== null && days.endOn !== null && days.endOn < days.startOn) return { ...NOTHING, dueTime: days.dueTime, question: 'reversed' };
  if (doubt?.code === 'fuzzy-date') return { ...NOTHING, dueTime: days.dueTime, question: 'fuzzy' };
  return { ...days, question: isOutside(days.startOn, campaign) || isOutside(days.endOn, campaign) ? 'outside' : null };
}
