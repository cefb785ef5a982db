import type { Task } from '#features/schedule/schedule.contract.ts';
import { PHASES, type Phase } from '#features/schedule/schedule.rules.ts';

/** A line of the Gantt: the heading of a phase, or a task with how deep it stands below others. */
export type GanttRow =
  | { readonly kind: 'phase'; readonly phase: Phase }
  | { readonly kind: 'task'; readonly task: Task; readonly depth: number; readonly isParent: boolean; /** Its number in the schedule, from 1. */ readonly number: number };

/** The lines of each phase, parts under what they are parts of. A part stands where its parent stands, also when it is of another phase. */
export function ganttRows(tasks: readonly Task[]): readonly GanttRow[] {
  const numbers = new Map(tasks.map((task, index) => [task.id, index + 1]));
  const parts = Map.groupBy(tasks.filter((task) => task.parentId !== null && numbers.has(task.parentId)), (task) => task.parentId as string);
  const placed = new Set<string>();
  const place = (task: Task, depth: number): GanttRow[] => {
    if (placed.has(task.id)) return [];
    placed.add(task.id);
    const own = parts.get(task.id) ?? [];
    return [{ kind: 'task', task, depth, isParent: own.length > 0, number: numbers.get(task.id) ?? 0 }, ...own.flatMap((part) => place(part, depth + 1))];
  };
  const isRoot = (task: Task) => task.parentId === null || !numbers.has(task.parentId);
  return PHASES.flatMap((phase) => {
    const rows = tasks.filter((task) => task.phase === phase && isRoot(task)).flatMap((task) => place(task, 0));
    return rows.length === 0 ? [] : [{ kind: 'phase' as const, phase }, ...rows];
  });
}
