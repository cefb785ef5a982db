import type { Task } from '../schedule.contract.ts';
import { PHASES, TASK_STATES, type TaskState } from '../schedule.rules.ts';

export const LANES = ['none', 'owner', 'phase'] as const;
export type LaneBy = (typeof LANES)[number];

/** One lane of the board: a person, a phase, or all. Tasks by the state in which they are found. */
export interface BoardLane {
  readonly key: string;
  readonly count: number;
  readonly cells: Readonly<Record<TaskState, readonly Task[]>>;
}

const emptyCells = (): Record<TaskState, Task[]> => ({ open: [], doing: [], done: [], delayed: [], cancelled: [] });
const keyOf: Readonly<Record<LaneBy, (task: Task) => string>> = { none: () => '', owner: (task) => task.ownerText, phase: (task) => task.phase };
/** What is due first stands first; what has no day, last. */
const byEnd = (a: Task, b: Task): number => (a.endOn ?? a.startOn ?? '9').localeCompare(b.endOn ?? b.startOn ?? '9') || a.position - b.position;

/** Lanes in the order of the phases, or of the owners by how much they have to do; whoever is nobody comes last. */
export function boardLanes(tasks: readonly Task[], by: LaneBy): readonly BoardLane[] {
  const lanes = new Map<string, Record<TaskState, Task[]>>();
  for (const task of tasks.toSorted(byEnd)) {
    const key = keyOf[by](task);
    const cells = lanes.get(key) ?? emptyCells();
    lanes.set(key, cells);
    cells[task.effectiveState].push(task);
  }
  const rank = (key: string): number => (by === 'phase' ? PHASES.findIndex((phase) => phase === key) : key === '' ? 1 : 0);
  return [...lanes].map(([key, cells]) => ({ key, cells, count: TASK_STATES.reduce((sum, state) => sum + cells[state].length, 0) }))
    .toSorted((a, b) => rank(a.key) - rank(b.key) || (by === 'owner' ? b.count - a.count : 0));
}

/** The state at the left or right of this one on the board; the same at its edge. */
export function neighbourState(state: TaskState, step: number): TaskState {
  const at = TASK_STATES.indexOf(state) + step;
  return TASK_STATES[Math.max(0, Math.min(TASK_STATES.length - 1, at))] ?? state;
}
