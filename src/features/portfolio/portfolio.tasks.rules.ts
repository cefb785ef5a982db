import { daysBetween } from '#platform/shared/calendar.ts';
import type { Day } from '#platform/shared/calendar.ts';
import type { OwnTask } from './portfolio.contract.ts';

export const TASK_GROUPS = ['late', 'today', 'coming', 'undated'] as const;
export type TaskGroup = (typeof TASK_GROUPS)[number];

/** Where a task stands on one's workbench: late by the system's finding or a person's foresight, under way today, later, or without a day. */
export function groupOf(task: Pick<OwnTask, 'effectiveState' | 'startOn' | 'endOn'>, today: Day): TaskGroup {
  if (task.effectiveState === 'delayed') return 'late';
  const from = task.startOn ?? task.endOn;
  if (!from) return 'undated';
  return from <= today ? 'today' : 'coming';
}

export function groupTasks(tasks: readonly OwnTask[], today: Day): Readonly<Record<TaskGroup, readonly OwnTask[]>> {
  const groups: Record<TaskGroup, OwnTask[]> = { late: [], today: [], coming: [], undated: [] };
  for (const task of tasks) groups[groupOf(task, today)].push(task);
  groups.coming.sort((a, b) => (a.startOn ?? a.endOn ?? '').localeCompare(b.startOn ?? b.endOn ?? ''));
  return groups;
}

/** Whole days since a task's end; undefined when its end has not passed (a delay that a person foresees). */
export function daysLate(task: Pick<OwnTask, 'endOn'>, today: Day): number | undefined {
  const days = task.endOn === null ? 0 : daysBetween(task.endOn, today);
  return days > 0 ? days : undefined;
}
