import { readTaskWhen, whenParts, type CampaignDays, type WhenReading } from '#features/schedule/times/schedule.when.rules.ts';
import { addDays, addWorkingDays, daysBetween, isWorkingDay, makeDay, type Day, type OwnDays } from '#platform/shared/calendar.ts';
import type { PlaybookFile } from './playbook.file.contract.ts';
import * as words from './playbook.vocabulary.ts';

export type EventDays = CampaignDays & { readonly eventFrom: Day; readonly eventTo: Day };
/** The same with the company's own days, for what is told in working days. */
export type CountedDays = EventDays & { readonly ownDays?: OwnDays | undefined };

/** A time of the playbook on the days of a campaign. */
export const readOn = (text: string, days: CountedDays): WhenReading => readTaskWhen(text, days, (day) => isWorkingDay(day, days.ownDays));

/** The campaign around an event: it starts `leadDays` before D and ends `tailDays` after the last day. */
export function campaignDays(period: PlaybookFile['period'], eventFrom: Day, eventTo: Day): EventDays {
  return { startsOn: addDays(eventFrom, -period.leadDays), endsOn: addDays(eventTo, period.tailDays), eventFrom, eventTo };
}

/** The last day of an event that begins on D and is as long as the playbook has it. */
export const eventEnd = (period: PlaybookFile['period'], eventFrom: Day): Day => addDays(eventFrom, period.eventDays - 1);

const monthOf = (day: Day): number => Number(day.slice(5, 7));
const dateOf = (day: Day): number => Number(day.slice(8, 10));

function writtenDays(from: Day, to: Day): string {
  const start = words.MONTH_DAY(monthOf(from), dateOf(from));
  if (from === to) return start;
  return from.slice(0, 7) === to.slice(0, 7) ? `${start}-${words.DAY_OF_MONTH(dateOf(to))}` : `${start}-${words.MONTH_DAY(monthOf(to), dateOf(to))}`;
}

/**
 * 时间节点 as T2 writes it (`10月6日-10日`), with the time or repetition of the relative text. Whole dates where month and day alone would be read as
 * another year. A text without days (`每日21:00`) stays as it is.
 */
export function writtenWhen(text: string, days: CountedDays): string {
  const reading = readOn(text, days);
  const [from, to] = [reading.startOn ?? reading.endOn, reading.endOn ?? reading.startOn];
  if (from === null || to === null) return text.trim();
  const tail = whenParts(text).hours;
  const short = writtenDays(from, to);
  const again = readTaskWhen(short, days);
  const whole = from === to ? from : words.WHOLE_DAYS(from, to);
  const written = again.startOn === from && again.endOn === to ? short : whole;
  return tail === '' ? written : `${written} ${tail}`;
}

/** Working days after `end` up to `day`, that day included. */
function workingDaysAfter(end: Day, day: Day, own?: OwnDays): number {
  let count = 0;
  for (let current = addDays(end, 1); current <= day; current = addDays(current, 1)) if (isWorkingDay(current, own)) count += 1;
  return count;
}

/** Deadlines beyond two weeks are told in calendar days: nobody counts thirty working days. */
const MOST_WORKDAYS = 10;

function workdayOf(day: Day, { eventTo, ownDays }: CountedDays): number | undefined {
  if (day <= eventTo || daysBetween(eventTo, day) > 3 * MOST_WORKDAYS) return undefined;
  const count = workingDaysAfter(eventTo, day, ownDays);
  return count >= 1 && count <= MOST_WORKDAYS && addWorkingDays(eventTo, count, ownDays) === day ? count : undefined;
}

function oneDay(day: Day, days: EventDays): string {
  const { eventFrom, eventTo } = days;
  if (day > eventTo) return words.DAYS_AFTER_END(daysBetween(eventTo, day));
  if (day === eventFrom) return words.OPENING_DAY;
  if (day < eventFrom) return words.DAY_BEFORE(daysBetween(day, eventFrom));
  return day === eventTo ? words.LAST_DAY : words.DAY_AFTER(daysBetween(eventFrom, day));
}

function relativeDays(from: Day, to: Day, days: CountedDays): string {
  const { eventFrom, eventTo } = days;
  if (from === eventFrom && to === eventTo && from !== to) return words.DURING_EVENT;
  const workday = workdayOf(to, days);
  // R1.1: what is due "within 3 working days after the end" stays a deadline in working days, on any calendar.
  if (workday !== undefined && from === addDays(eventTo, 1)) return from === to && workday === 1 ? words.WORKDAY_AFTER_END(1) : words.WITHIN_WORKDAYS_AFTER_END(workday);
  if (from === to) return workday === undefined ? oneDay(from, days) : words.WORKDAY_AFTER_END(workday);
  return `${oneDay(from, days)}~${oneDay(to, days)}`;
}

/** The days of a campaign told from its event, so that another event gives the days that belong to it. Empty without days. */
export function relativeWhen(when: { readonly startOn: Day | null; readonly endOn: Day | null; readonly dueTime: string | null }, days: CountedDays): string {
  const [from, to] = [when.startOn ?? when.endOn, when.endOn ?? when.startOn];
  if (from === null || to === null) return when.dueTime === null ? '' : words.BY_TIME(when.dueTime);
  const text = relativeDays(from, to, days);
  return when.dueTime === null ? text : `${text} ${words.BY_TIME(when.dueTime)}`;
}

/** A note may speak of days up to so many days before or after the campaign; further away, month and day alone say nothing. */
const NOTE_REACH = 60;

/** The day of a month and date that lies in reach of the campaign. */
function dayNear(month: number, date: number, { startsOn, endsOn }: EventDays): Day | undefined {
  const years = [...new Set([startsOn, endsOn].map((day) => Number(day.slice(0, 4))))];
  return years.map((year) => makeDay(year, month, date)).find((day) => day !== undefined && day >= addDays(startsOn, -NOTE_REACH) && day <= addDays(endsOn, NOTE_REACH));
}

/** A note for the next campaign: `需10月15日到货` becomes `需D-1到货`. */
export function relativeNote(note: string, days: EventDays): string {
  return note.replace(words.DAY_IN_NOTE, (written: string, month: string, date: string) => {
    const day = dayNear(Number(month), Number(date), days);
    if (day === undefined) return written;
    const offset = daysBetween(days.eventFrom, day);
    return offset < 0 ? words.DAY_BEFORE(-offset) : words.DAY_AFTER(offset);
  });
}

/** A note of a playbook in one campaign: `需D-1到货` becomes `需10月15日到货`. */
export function writtenNote(note: string, days: EventDays): string {
  return note.replace(words.RELATIVE_IN_NOTE, (_, offset: string) => {
    const day = addDays(days.eventFrom, Number(offset));
    return words.MONTH_DAY(monthOf(day), dateOf(day));
  });
}
