import { dayIn, daysBetween, type Day } from '#platform/shared/calendar.ts';
import { effectiveState, type TaskState } from '../schedule.rules.ts';

/** Why a task is late: 供应商 审批 设计修改 人手 场地 天气 需求变更 前序任务 其他 */
export const DELAY_CAUSES = ['supplier', 'approval', 'design', 'people', 'venue', 'weather', 'change', 'upstream', 'other'] as const;
export type DelayCause = (typeof DELAY_CAUSES)[number];

/** `foreseen` told before it happened, dates as they were; `postponed` with new dates; `explained` the reason, afterwards. */
export const DELAY_KINDS = ['foreseen', 'postponed', 'explained'] as const;
export type DelayKind = (typeof DELAY_KINDS)[number];

interface DatedTask {
  readonly state: TaskState;
  readonly endOn: Day | null;
}

/** Whole days since a task's end has passed; 0 when it has not, or when the task is done or cancelled. */
export function daysLate({ state, endOn }: DatedTask, today: Day): number {
  if (state === 'done' || state === 'cancelled' || endOn === null) return 0;
  return Math.max(0, daysBetween(endOn, today));
}

/** `late`: its day has passed; `foreseen`: a person says that it will. */
export function delayStanding(task: DatedTask, today: Day): 'late' | 'foreseen' | undefined {
  if (daysLate(task, today) > 0) return 'late';
  return effectiveState(task, today) === 'delayed' ? 'foreseen' : undefined;
}

interface Delayed {
  readonly cause: DelayCause | null;
  readonly owners: readonly string[];
  readonly daysLate: number;
}

export interface DelaySum<Key> {
  readonly key: Key;
  readonly tasks: number;
  /** The sum of the days by which they are late by now. */
  readonly days: number;
}

function summed<Key>(entries: readonly (readonly [Key, number])[]): readonly DelaySum<Key>[] {
  const sums = new Map<Key, { tasks: number; days: number }>();
  for (const [key, days] of entries) {
    const sum = sums.get(key) ?? { tasks: 0, days: 0 };
    sums.set(key, { tasks: sum.tasks + 1, days: sum.days + days });
  }
  return [...sums].map(([key, sum]) => ({ key, ...sum })).toSorted((a, b) => b.tasks - a.tasks || b.days - a.days);
}

/** How many tasks each cause holds up, most first; null stands for those that nobody has explained. */
export const delaysByCause = (rows: readonly Delayed[]): readonly DelaySum<DelayCause | null>[] => summed(rows.map((row) => [row.cause, row.daysLate] as const));

/** How many late tasks each owner has, most first; a task of two counts for both, one of nobody for ''. */
export const delaysByOwner = (rows: readonly Delayed[]): readonly DelaySum<string>[] =>
  summed(rows.flatMap((row) => (row.owners.length === 0 ? [['', row.daysLate] as const] : row.owners.map((owner) => [owner, row.daysLate] as const))));

export interface OnTime {
  /** Done on or before its due day. */
  readonly onTime: number;
  /** Those that can be judged: done, or their day has passed. */
  readonly judged: number;
}

interface JudgedTask extends DatedTask {
  readonly id: string;
  readonly doneAt: string | null;
}

/**
 * R1.2: how many tasks were done by the day that was promised: the one of the approved baseline, or without one the task's own.
 * Cancelled tasks, and those without any day, are left out; so are those whose day is still to come.
 */
export function onTimeRate(tasks: readonly JudgedTask[], baseline: ReadonlyMap<string, Day | null>, today: Day, timeZone: string): OnTime {
  let onTime = 0;
  let judged = 0;
  for (const task of tasks) {
    const dueOn = baseline.get(task.id) ?? task.endOn;
    if (task.state === 'cancelled' || dueOn === null) continue;
    const doneOn = task.state === 'done' && task.doneAt !== null ? dayIn(timeZone, new Date(task.doneAt)) : null;
    if (doneOn === null && dueOn >= today) continue;
    judged += 1;
    if (doneOn !== null && doneOn <= dueOn) onTime += 1;
  }
  return { onTime, judged };
}

/** Null when nothing can be judged yet. */
export const onTimeShare = ({ onTime, judged }: OnTime): number | null => (judged === 0 ? null : onTime / judged);

/** A phone without network tells later what was done before; longer ago than this it is not believed. */
const BELIEVED_MS = 7 * 86_400_000;

/** When something was done: as told, or now when that is in the future or too long ago. */
export function toldAt(told: string | undefined, now: Date): Date {
  const at = told === undefined ? Number.NaN : Date.parse(told);
  return at <= now.getTime() && at >= now.getTime() - BELIEVED_MS ? new Date(at) : now;
}

/**
 * Whether a state that a person saw (`from`) has been overtaken so that their wish must be asked again. What is done is done, whoever began it;
 * a task that was cancelled, or taken back, meanwhile is not silently changed.
 */
export function isOvertaken(from: TaskState | undefined, current: TaskState, to: TaskState): boolean {
  if (from === undefined || from === current || to === current) return false;
  const isUnfinished = current === 'open' || current === 'doing' || current === 'delayed';
  return !(isUnfinished && (to === 'done' || to === 'doing'));
}
