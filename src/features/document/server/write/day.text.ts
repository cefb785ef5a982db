import type { Day } from '#platform/shared/calendar.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { writeMessages } from './document.write.messages.ts';

function partsOf(day: Day): [year: number, month: number, day: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

/** `2025-10-01` as a document writes it: 2025年10月1日. */
export function fullDay(day: Day, locale: Locale): string {
  return writeMessages[locale].fullDay(...partsOf(day));
}

/** The campaign's period, with the year once where both days have the same. */
export function periodText(startOn: Day, endOn: Day, locale: Locale): string {
  const words = writeMessages[locale];
  const [startYear, startMonth, startDay] = partsOf(startOn);
  const [endYear, endMonth, endDay] = partsOf(endOn);
  if (startYear !== endYear) return words.period(fullDay(startOn, locale), fullDay(endOn, locale));
  if (locale === 'en') return words.period(words.day(startMonth, startDay), fullDay(endOn, locale));
  return words.period(fullDay(startOn, locale), words.day(endMonth, endDay));
}

/** T2 时间节点: the text as a person wrote it, or the days in the source's form (`10月1日-5日`, `10月15日`). */
export function whenOf(task: { whenText: string; startOn?: Day | null; endOn?: Day | null }, locale: Locale): string {
  if (task.whenText.trim() !== '') return task.whenText;
  const words = writeMessages[locale];
  const from = task.startOn ?? task.endOn;
  const to = task.endOn ?? task.startOn;
  if (!from || !to) return '';
  const [startYear, startMonth, startDay] = partsOf(from);
  const [endYear, endMonth, endDay] = partsOf(to);
  if (startYear !== endYear) return words.range(fullDay(from, locale), fullDay(to, locale));
  const start = words.day(startMonth, startDay);
  if (from === to) return start;
  return words.range(start, startMonth === endMonth ? words.dayOfMonth(endDay) : words.day(endMonth, endDay));
}
