import type { Day } from '#platform/shared/calendar.ts';
import type { Task } from '../schedule.contract.ts';
import { PHASES, type Phase } from '../schedule.rules.ts';

export interface PhaseRow {
  readonly kind: 'phase';
  readonly key: string;
  readonly phase: Phase;
  readonly count: number;
  readonly startOn: Day | null;
  readonly endOn: Day | null;
  readonly open: boolean;
}

export interface TaskRowOf {
  readonly kind: 'task';
  readonly key: string;
  readonly task: Task;
  /** As in T2, from 1: 前置任务 names it by this. */
  readonly number: number;
  readonly depth: number;
  /** Others are part of it: its bar is a bracket over theirs. */
  readonly isParent: boolean;
  readonly open: boolean;
}

export type GanttRow = PhaseRow | TaskRowOf;

export interface Span {
  readonly startOn: Day;
  readonly endOn: Day;
}

const firstOf = (task: Pick<Task, 'startOn' | 'endOn'>): Day | null => task.startOn ?? task.endOn;
const lastOf = (task: Pick<Task, 'startOn' | 'endOn'>): Day | null => task.endOn ?? task.startOn;

/** From the first to the last day of several; null without any. */
export function joinedSpan(tasks: readonly Pick<Task, 'startOn' | 'endOn'>[]): Span | null {
  let [startOn, endOn]: [Day | null, Day | null] = [null, null];
  for (const task of tasks) {
    const [first, last] = [firstOf(task), lastOf(task)];
    if (first !== null && (startOn === null || first < startOn)) startOn = first;
    if (last !== null && (endOn === null || last > endOn)) endOn = last;
  }
  return startOn !== null && endOn !== null ? { startOn, endOn } : null;
}

/** Each task's parts, in the order of T2; a task whose parents go in a circle, or are gone, stands by itself. */
export function partsOf(tasks: readonly Task[]): ReadonlyMap<string, readonly Task[]> {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const parts = new Map<string, Task[]>();
  for (const task of tasks) {
    const seen = new Set([task.id]);
    let at = task.parentId;
    while (at !== null && !seen.has(at)) {
      seen.add(at);
      at = byId.get(at)?.parentId ?? null;
    }
    if (task.parentId === null || at !== null || !byId.has(task.parentId)) continue;
    const list = parts.get(task.parentId);
    if (list) list.push(task);
    else parts.set(task.parentId, [task]);
  }
  return parts;
}

/** The days of a parent: what its parts take, however deep. */
export function spanWithParts(task: Task, parts: ReadonlyMap<string, readonly Task[]>): Span | null {
  const own = parts.get(task.id);
  if (!own) return joinedSpan([task]);
  return joinedSpan(own.flatMap((part) => spanWithParts(part, parts) ?? []));
}

/** The lines of the chart: phases as headings, tasks as in T2, parts under what they belong to. `closed` names what is folded. */
export function ganttRows(tasks: readonly Task[], closed: ReadonlySet<string>): readonly GanttRow[] {
  const parts = partsOf(tasks);
  const numbers = new Map(tasks.map((task, index) => [task.id, index + 1]));
  const isPart = new Set([...parts.values()].flat().map((task) => task.id));
  const rows: GanttRow[] = [];
  const add = (task: Task, depth: number): void => {
    const own = parts.get(task.id) ?? [];
    const open = !closed.has(task.id);
    rows.push({ kind: 'task', key: task.id, task, number: numbers.get(task.id) ?? 0, depth, isParent: own.length > 0, open });
    if (open) for (const part of own) add(part, depth + 1);
  };
  for (const phase of PHASES) {
    const own = tasks.filter((task) => task.phase === phase && !isPart.has(task.id));
    if (own.length === 0) continue;
    const open = !closed.has(phase);
    const span = joinedSpan(own.flatMap((task) => spanWithParts(task, parts) ?? []));
    rows.push({ kind: 'phase', key: phase, phase, count: tasks.filter((task) => task.phase === phase).length, startOn: span?.startOn ?? null, endOn: span?.endOn ?? null, open });
    if (open) for (const task of own) add(task, 0);
  }
  return rows;
}
