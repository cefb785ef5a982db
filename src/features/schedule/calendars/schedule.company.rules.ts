import { addDays, holidayOf, isCoveredYear, isWorkingDay, madeUpFor, weekday, type Day } from '#platform/shared/calendar.ts';
import type { CalendarDay } from '../schedule.contract.ts';

/** One day of the year as the page shows it. */
export interface YearDay {
  readonly day: Day;
  readonly works: boolean;
  /** `holiday` and `madeUp` by the national arrangement, `own` by the company. */
  readonly kind: 'plain' | 'weekend' | 'holiday' | 'madeUp' | 'own';
  /** The name of the holiday in both languages, or the company's name of the day. */
  readonly name: { readonly zh: string; readonly en: string } | undefined;
  readonly own: CalendarDay | undefined;
}

function yearDay(day: Day, own: CalendarDay | undefined): YearDay {
  const holiday = holidayOf(day);
  const madeUp = madeUpFor(day);
  const name = own && own.name !== '' ? { zh: own.name, en: own.name } : (holiday ?? madeUp);
  if (own) return { day, works: own.works, kind: 'own', name, own };
  const kind = holiday ? 'holiday' : madeUp ? 'madeUp' : weekday(day) === 0 || weekday(day) === 6 ? 'weekend' : 'plain';
  return { day, works: isWorkingDay(day), kind, name, own };
}

/** The twelve months of a year, each with its days. */
export function yearOf(year: number, days: readonly CalendarDay[]): readonly (readonly YearDay[])[] {
  const own = new Map(days.map((one) => [one.day, one]));
  const months: YearDay[][] = Array.from({ length: 12 }, () => []);
  for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = addDays(day, 1)) months[Number(day.slice(5, 7)) - 1]?.push(yearDay(day, own.get(day)));
  return months;
}

/** Every day from the first to the last, both included; none when they are the wrong way round. */
export function daysFrom(from: Day, to: Day): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Neighbouring days that the company decided alike. */
export interface DayRun<T extends CalendarDay> {
  readonly from: Day;
  readonly to: Day;
  readonly works: boolean;
  readonly name: string;
  readonly days: readonly T[];
}

export function runsOf<T extends CalendarDay>(days: readonly T[]): readonly DayRun<T>[] {
  const runs: { from: Day; to: Day; works: boolean; name: string; days: T[] }[] = [];
  for (const one of days.toSorted((a, b) => a.day.localeCompare(b.day))) {
    const last = runs.at(-1);
    if (last && addDays(last.to, 1) === one.day && last.works === one.works && last.name === one.name) {
      last.to = one.day;
      last.days.push(one);
    } else runs.push({ from: one.day, to: one.day, works: one.works, name: one.name, days: [one] });
  }
  return runs;
}

export interface YearFacts {
  readonly working: number;
  /** Days that the company takes off its people's national working days, and that it adds. */
  readonly freed: number;
  readonly added: number;
  readonly covered: boolean;
}

export function yearFacts(months: readonly (readonly YearDay[])[]): YearFacts {
  const all = months.flat();
  const own = all.filter((one) => one.kind === 'own');
  return {
    working: all.filter((one) => one.works).length,
    freed: own.filter((one) => !one.works && isWorkingDay(one.day)).length,
    added: own.filter((one) => one.works && !isWorkingDay(one.day)).length,
    covered: isCoveredYear(all[0]?.day ?? ''),
  };
}
