import { addDays, daysBetween, weekday, type Day } from '#platform/shared/calendar.ts';
import type { Task } from '../schedule.contract.ts';

/** `YYYY-MM`. */
export type Month = string;

export const monthOf = (day: Day): Month => day.slice(0, 7);

export function addMonths(month: Month, count: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}

/** Mondays of the weeks that a month touches. */
export function weeksOf(month: Month): readonly Day[] {
  const first = `${month}-01`;
  const weeks: Day[] = [];
  for (let monday = addDays(first, -((weekday(first) + 6) % 7)); monthOf(monday) <= month; monday = addDays(monday, 7)) weeks.push(monday);
  return weeks;
}

/** A task in one week: which days of it (0 is Monday), in which line, and whether it goes on before or after. */
export interface WeekBar {
  readonly task: Task;
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly goesOn: { readonly before: boolean; readonly after: boolean };
}

export interface Week {
  readonly monday: Day;
  readonly bars: readonly WeekBar[];
  /** What found no line, by day. */
  readonly hidden: readonly number[];
}

const firstOf = (task: Task): Day | null => task.startOn ?? task.endOn;
const lastOf = (task: Task): Day | null => task.endOn ?? task.startOn;

/** Lays the tasks of a week into lines: earlier ones first, longer ones before shorter, each into the first line that is free. */
export function layWeek(tasks: readonly Task[], monday: Day, lines: number): Week {
  const sunday = addDays(monday, 6);
  const free: number[] = [];
  const bars: WeekBar[] = [];
  const hidden = [0, 0, 0, 0, 0, 0, 0];
  const own = tasks.flatMap((task) => {
    const [first, last] = [firstOf(task), lastOf(task)];
    return first === null || last === null || first > sunday || last < monday ? [] : [{ task, first, last }];
  }).toSorted((a, b) => a.first.localeCompare(b.first) || b.last.localeCompare(a.last) || a.task.position - b.task.position);
  for (const { task, first, last } of own) {
    const from = Math.max(0, daysBetween(monday, first));
    const to = Math.min(6, daysBetween(monday, last));
    let line = free.findIndex((until) => until < from);
    if (line < 0) line = free.length;
    if (line >= lines) for (let day = from; day <= to; day += 1) hidden[day] = (hidden[day] ?? 0) + 1;
    else {
      free[line] = to;
      bars.push({ task, from, to, line, goesOn: { before: first < monday, after: last > sunday } });
    }
  }
  return { monday, bars, hidden };
}

/** What begins or ends on a day of a month, for a phone: day by day. */
export interface AgendaDay {
  readonly day: Day;
  readonly entries: readonly { readonly task: Task; readonly kind: 'one' | 'begins' | 'ends' }[];
}

export function agendaOf(tasks: readonly Task[], month: Month): readonly AgendaDay[] {
  const days = new Map<Day, { task: Task; kind: 'one' | 'begins' | 'ends' }[]>();
  const add = (day: Day, task: Task, kind: 'one' | 'begins' | 'ends') => {
    if (monthOf(day) !== month) return;
    const list = days.get(day) ?? [];
    days.set(day, list);
    list.push({ task, kind });
  };
  for (const task of tasks) {
    const [first, last] = [firstOf(task), lastOf(task)];
    if (first === null || last === null) continue;
    if (first === last) add(first, task, 'one');
    else {
      add(first, task, 'begins');
      add(last, task, 'ends');
    }
  }
  return [...days].map(([day, entries]) => ({ day, entries })).toSorted((a, b) => a.day.localeCompare(b.day));
}
