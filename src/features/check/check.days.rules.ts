import { addDays, addWorkingDays, isWorkingDay, type Day, type OwnDays } from '#platform/shared/calendar.ts';
import type { CheckedPlan, CheckedTask } from './check.value.ts';
import { HOURS_IN_WORDS } from './check.vocabulary.ts';

export function workingDayBefore(day: Day, own?: OwnDays): Day {
  let current = addDays(day, -1);
  while (!isWorkingDay(current, own)) current = addDays(current, -1);
  return current;
}

/** The day itself when it is a working day, otherwise the last one before it. */
export const workingDayUntil = (day: Day, own?: OwnDays): Day => (isWorkingDay(day, own) ? day : workingDayBefore(day, own));

/** A day moved by a lag of a dependency. */
export function lagged(day: Day, days: number, unit: 'day' | 'workday', own?: OwnDays): Day {
  if (unit === 'day' || days === 0) return addDays(day, days);
  if (days > 0) return addWorkingDays(day, days, own);
  let current = day;
  for (let left = -days; left > 0; left -= 1) current = workingDayBefore(current, own);
  return current;
}

/** Minutes after midnight of `HH:MM`. */
export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
export const clockOf = (minutes: number): string => `${String(Math.floor(Math.max(0, minutes) / 60)).padStart(2, '0')}:${String(Math.max(0, minutes) % 60).padStart(2, '0')}`;

/** `2`, `两` → 2. */
export const hoursOf = (text: string): number => HOURS_IN_WORDS[text] ?? Number(text);

export const liveTasks = ({ tasks }: CheckedPlan): readonly CheckedTask[] => tasks.filter((task) => !task.cancelled);
/** The days of a task as far as they are known: a single day is both ends. */
export const endOf = (task: CheckedTask): Day | null => task.endOn ?? task.startOn;
export const startOf = (task: CheckedTask): Day | null => task.startOn ?? task.endOn;
export const taskAt = (id: string, field: string) => ({ page: 'schedule', id, field }) as const;
