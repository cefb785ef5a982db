import type { Day } from '#platform/shared/calendar.ts';

export const PHASES = ['preparation', 'execution', 'retrospective'] as const;
export type Phase = (typeof PHASES)[number];

/** 未完成 / 进行中 / 已完成 / 延期 / 取消 */
export const TASK_STATES = ['open', 'doing', 'done', 'delayed', 'cancelled'] as const;
export type TaskState = (typeof TASK_STATES)[number];
/** What those who work on a task say of it; to cancel is a change of the plan. */
export const SETTABLE_STATES = ['open', 'doing', 'done', 'delayed'] as const;
export type SettableState = (typeof SETTABLE_STATES)[number];

/** How a task is planned before anybody has said more than T2 does. */
export const UNPLANNED = { milestone: false, fixed: false, notBeforeOn: null, dueOn: null, durationUnit: 'day', parentId: null, resourceText: '', deliverable: '' } as const;

/** 延期 is what the system finds by itself when a date passes, and what a person can foresee. */
export function effectiveState(task: { readonly state: TaskState; readonly endOn: Day | null }, today: Day): TaskState {
  const unfinished = task.state === 'open' || task.state === 'doing';
  return unfinished && task.endOn !== null && task.endOn < today ? 'delayed' : task.state;
}

/** What the box of 完成情况 turns into when it is ticked, or its tick taken back. */
export const tickedState = (state: TaskState): TaskState => (state === 'done' ? 'open' : 'done');

export interface SchedulePlace {
  /** Tasks that are not cancelled. */
  readonly count: number;
  readonly done: number;
  readonly delayed: number;
  /** The unfinished task that is due first, today or later. */
  readonly next: { readonly title: string; readonly dueOn: Day } | null;
}

interface PlannedTask {
  readonly title: string;
  readonly state: TaskState;
  readonly startOn: Day | null;
  readonly endOn: Day | null;
}

/** What the sentence above the schedule is made from: n/m 完成, 延期 k 项, what is due next. */
export function schedulePlace(tasks: readonly PlannedTask[], today: Day): SchedulePlace {
  const counted = tasks.filter((task) => task.state !== 'cancelled');
  const open = counted.filter((task) => task.state !== 'done');
  const due = open.flatMap(({ title, endOn }) => (endOn !== null && endOn >= today ? [{ title, dueOn: endOn }] : [])).toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  return {
    count: counted.length,
    done: counted.length - open.length,
    delayed: counted.filter((task) => effectiveState(task, today) === 'delayed').length,
    next: due[0] ?? null,
  };
}
