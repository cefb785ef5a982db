import { daysBetween, type Day } from '#platform/shared/calendar.ts';
import type { Baseline } from './schedule.baseline.contract.ts';
import { dDayOf } from './schedule.rebase.rules.ts';
import type { TaskState } from '../schedule.rules.ts';
import type { CampaignDays } from '../times/schedule.when.rules.ts';

interface Days {
  readonly startOn: Day | null;
  readonly endOn: Day | null;
}
interface PresentTask extends Days {
  readonly id: string;
  readonly title: string;
  readonly state: TaskState;
}

/** How a task stands against the baseline. `byDays` is by how much its last day is later, negative for earlier; a length that changed is told by both ends. */
export type BaselineDifference =
  | { readonly kind: 'moved'; readonly taskId: string; readonly title: string; readonly from: Days; readonly to: Days; readonly byDays: number }
  /** It had no days when the plan was approved, or has none now. */
  | { readonly kind: 'dated' | 'undated'; readonly taskId: string; readonly title: string; readonly from: Days; readonly to: Days }
  | { readonly kind: 'added'; readonly taskId: string; readonly title: string; readonly to: Days }
  /** Deleted or called off since. */
  | { readonly kind: 'dropped'; readonly taskId: string; readonly title: string; readonly from: Days };

const last = ({ startOn, endOn }: Days): Day | null => endOn ?? startOn;
const days = ({ startOn, endOn }: Days): Days => ({ startOn, endOn });

/** Now against the baseline, in the order of the schedule; what was dropped comes last. */
export function baselineDifferences(tasks: readonly PresentTask[], baseline: Pick<Baseline, 'tasks'>): readonly BaselineDifference[] {
  const approved = new Map(baseline.tasks.map((task) => [task.taskId, task]));
  const present = tasks.filter((task) => task.state !== 'cancelled');
  const now = present.flatMap((task): BaselineDifference[] => {
    const from = approved.get(task.id);
    const named = { taskId: task.id, title: task.title };
    if (!from) return [{ kind: 'added', ...named, to: days(task) }];
    if (from.startOn === task.startOn && from.endOn === task.endOn) return [];
    const [before, after] = [last(from), last(task)];
    if (before !== null && after !== null) return [{ kind: 'moved', ...named, from: days(from), to: days(task), byDays: daysBetween(before, after) }];
    return [{ kind: before === null ? 'dated' : 'undated', ...named, from: days(from), to: days(task) }];
  });
  const ids = new Set(present.map((task) => task.id));
  return [...now, ...baseline.tasks.filter((task) => !ids.has(task.taskId)).map((task): BaselineDifference => ({ kind: 'dropped', taskId: task.taskId, title: task.title, from: days(task) }))];
}

/** The facts of "较基线：3 项推迟，最多 2 天，D 日不变". */
export interface BaselineSummary {
  readonly later: number;
  readonly latestBy: number;
  readonly earlier: number;
  /** Same last day, another first one. */
  readonly stretched: number;
  readonly added: number;
  readonly dropped: number;
  /** By how much D-day is later; negative for earlier. */
  readonly dDayBy: number;
}

export function baselineSummary(tasks: readonly PresentTask[], baseline: Pick<Baseline, 'tasks' | 'dDay'>, campaign: CampaignDays): BaselineSummary {
  const differences = baselineDifferences(tasks, baseline);
  const shifts = differences.flatMap((difference) => (difference.kind === 'moved' ? [difference.byDays] : []));
  return {
    later: shifts.filter((by) => by > 0).length,
    latestBy: Math.max(0, ...shifts),
    earlier: shifts.filter((by) => by < 0).length,
    stretched: shifts.filter((by) => by === 0).length,
    added: differences.filter(({ kind }) => kind === 'added').length,
    dropped: differences.filter(({ kind }) => kind === 'dropped').length,
    dDayBy: daysBetween(baseline.dDay, dDayOf(campaign)),
  };
}
