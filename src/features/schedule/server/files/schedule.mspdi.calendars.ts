import { TICKS_PER_DAY, TICKS_PER_MINUTE, tickOfClock, type ClockCalendar, type DayException, type DayHours } from '../../files/schedule.clock.rules.ts';
import { childrenOf, child, flagOf, textOf, wholeOf, type Element } from './schedule.mspdi.xml.ts';

const CLOCK = /^(\d{2}):(\d{2})/;

function clock(text: string | undefined): number | undefined {
  const [, hours, minutes] = CLOCK.exec(text ?? '') ?? [];
  return hours === undefined ? undefined : (Number(hours) * 60 + Number(minutes)) * TICKS_PER_MINUTE;
}

/** Working times of a day; midnight as an end is the end of the day. */
function hoursOf(element: Element): DayHours {
  if (flagOf(element, 'DayWorking') === false) return [];
  return childrenOf(element, 'WorkingTimes', 'WorkingTime').flatMap((time) => {
    const from = clock(textOf(time, 'FromTime'));
    const to = clock(textOf(time, 'ToTime'));
    if (from === undefined || to === undefined) return [];
    return [{ from, to: to <= from ? TICKS_PER_DAY : to }];
  });
}

function periodOf(element: Element): { from: number; to: number } | undefined {
  const period = child(element, 'TimePeriod');
  const from = period && tickOfClock(textOf(period, 'FromDate'));
  const to = period && tickOfClock(textOf(period, 'ToDate'));
  return from === undefined || to === undefined ? undefined : { from: Math.floor(from / TICKS_PER_DAY), to: Math.floor(to / TICKS_PER_DAY) };
}

function weekOf(days: readonly Element[]): (DayHours | undefined)[] {
  const week: (DayHours | undefined)[] = Array.from({ length: 7 }, () => undefined);
  for (const day of days) {
    const type = wholeOf(day, 'DayType');
    if (type !== undefined && type >= 1 && type <= 7) week[type - 1] = hoursOf(day);
  }
  return week;
}

const dateOf = (day: number): Date => new Date(day * 86_400_000);
/** MonthItem: 0 any day, 1 a weekday, 2 a day of the weekend, 3 Sunday … 9 Saturday. */
const isItem = (date: Date, item: number): boolean => {
  const weekday = date.getUTCDay();
  if (item === 0) return true;
  if (item < 3) return (weekday === 0 || weekday === 6) === (item === 2);
  return weekday === item - 3;
};

/** The first to fourth, or the last, of such days in its month. */
function isPosition(date: Date, item: number, position: number): boolean {
  if (!isItem(date, item)) return false;
  const [year, month, last] = [date.getUTCFullYear(), date.getUTCMonth(), new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()];
  const alike = Array.from({ length: last }, (_, index) => index + 1).filter((day) => isItem(new Date(Date.UTC(year, month, day)), item));
  return (position >= 4 ? alike.at(-1) : alike[position]) === date.getUTCDate();
}

/** Which days of its period an exception that recurs is meant for: daily, yearly, monthly, weekly. */
function recurrence(element: Element, from: number): ((day: number) => boolean) | undefined {
  const every = Math.max(1, wholeOf(element, 'Period') ?? 1);
  const [item = 0, position = 0, month = 0, monthDay = 1, weekdays = 0] = ['MonthItem', 'MonthPosition', 'Month', 'MonthDay', 'DaysOfWeek'].map((name) => wholeOf(element, name));
  const first = dateOf(from);
  const months = (date: Date): number => (date.getUTCFullYear() - first.getUTCFullYear()) * 12 + date.getUTCMonth() - first.getUTCMonth();
  switch (wholeOf(element, 'Type')) {
    case 1:
      return every === 1 ? undefined : (day) => (day - from) % every === 0;
    case 2:
      return (day) => dateOf(day).getUTCMonth() === month && dateOf(day).getUTCDate() === monthDay;
    case 3:
      return (day) => dateOf(day).getUTCMonth() === month && isPosition(dateOf(day), item, position);
    case 4:
      return (day) => months(dateOf(day)) % every === 0 && dateOf(day).getUTCDate() === monthDay;
    case 5:
      return (day) => months(dateOf(day)) % every === 0 && isPosition(dateOf(day), item, position);
    case 6:
      // Weeks are told from the Sunday before the first day.
      return (day) => Math.floor((day - from + first.getUTCDay()) / 7) % every === 0 && ((weekdays >> dateOf(day).getUTCDay()) & 1) === 1;
    default:
      return undefined;
  }
}

function exceptionsOf(calendar: Element): DayException[] {
  const listed = childrenOf(calendar, 'Exceptions', 'Exception').flatMap((element) => {
    const period = periodOf(element);
    return period ? [{ ...period, hours: hoursOf(element), on: recurrence(element, period.from) }] : [];
  });
  // Files of 2003 and before have them as days of no week.
  const old = childrenOf(calendar, 'WeekDays', 'WeekDay').flatMap((element) => {
    const period = wholeOf(element, 'DayType') === 0 ? periodOf(element) : undefined;
    return period ? [{ ...period, hours: hoursOf(element) }] : [];
  });
  return [...listed, ...old];
}

/** The calendars of a file by their number, each with its base. One whose base leads back to itself has none. */
export function readCalendars(project: Element): Map<number, ClockCalendar> {
  const elements = new Map(childrenOf(project, 'Calendars', 'Calendar').flatMap((element) => {
    const uid = wholeOf(element, 'UID');
    return uid === undefined ? [] : [[uid, element] as const];
  }));
  const made = new Map<number, ClockCalendar>();
  const make = (uid: number, above: readonly number[]): ClockCalendar | undefined => {
    const known = made.get(uid);
    const element = elements.get(uid);
    if (known || !element || above.includes(uid)) return known;
    const baseUid = wholeOf(element, 'BaseCalendarUID');
    const calendar: ClockCalendar = {
      week: weekOf(childrenOf(element, 'WeekDays', 'WeekDay')), exceptions: exceptionsOf(element),
      weeks: childrenOf(element, 'WorkWeeks', 'WorkWeek').flatMap((week) => {
        const period = periodOf(week);
        return period ? [{ ...period, week: weekOf(childrenOf(week, 'WeekDays', 'WeekDay')) }] : [];
      }),
      base: baseUid === undefined || baseUid < 0 || flagOf(element, 'IsBaseCalendar') === true ? undefined : make(baseUid, [...above, uid]),
    };
    made.set(uid, calendar);
    return calendar;
  };
  for (const uid of elements.keys()) make(uid, []);
  return made;
}
