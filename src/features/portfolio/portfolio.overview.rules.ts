import type { Campaign } from '#features/campaign/campaign.contract.ts';
import { partOf, type Part, type Stage } from '#features/campaign/campaign.rules.ts';
import type { Evaluation } from '#features/evaluation/evaluation.contract.ts';
import type { Goal } from '#features/goal/goal.contract.ts';
import { attainment, isReached } from '#features/goal/goal.rules.ts';
import type { Plan } from '#features/plan/plan.contract.ts';
import type { Task } from '#features/schedule/schedule.contract.ts';
import { addDays, daysBetween, type Day } from '#platform/shared/calendar.ts';

type Period = Pick<Campaign, 'startsOn' | 'endsOn' | 'eventFrom' | 'eventTo'>;

/** Results come in on the days on site where there are any, else over the whole campaign. */
function resultsPeriod(campaign: Period): { readonly from: Day; readonly to: Day } {
  return { from: campaign.eventFrom ?? campaign.startsOn, to: campaign.eventTo ?? campaign.endsOn };
}

/** The share of the results' period that has passed by the end of `today`: 0 before its first day, 1 from its last on. */
export function elapsedShare(campaign: Period, today: Day): number {
  const { from, to } = resultsPeriod(campaign);
  if (today < from) return 0;
  return Math.min(1, (daysBetween(from, today) + 1) / (daysBetween(from, to) + 1));
}

export type GoalStanding = 'none' | 'reached' | 'ahead' | 'onCourse' | 'behind' | 'running' | 'missed';

export interface GoalPlace {
  readonly standing: GoalStanding;
  /** Actual held against target as a share; null without an actual. */
  readonly share: number | null;
  /** Where it should be by now; null when the figure does not grow with the days (a rate, a cost). */
  readonly expected: number | null;
  /** Share minus expected (or minus 1 when the results are in); 0.14 is "14 % ahead". */
  readonly gap: number | null;
}

/** Closer than this to where it should be counts as on course. */
const ON_COURSE = 0.05;

/** A goal against the calendar (E4.2): counts and amounts grow day by day, rates and costs are judged against the target alone. */
export function goalPlace(goal: Goal, elapsed: number, stage: Stage): GoalPlace {
  const share = attainment(goal);
  const isOver = elapsed >= 1 || stage === 'reviewing' || stage === 'archived';
  const grows = goal.direction === 'up' && (goal.kind === 'count' || goal.kind === 'money');
  const expected = grows && !isOver ? elapsed : null;
  if (goal.actual === null || share === null) return { standing: 'none', share, expected, gap: null };
  if (isReached(goal)) return { standing: 'reached', share, expected, gap: share - 1 };
  if (isOver) return { standing: 'missed', share, expected, gap: share - 1 };
  if (expected === null) return { standing: 'running', share, expected, gap: share - 1 };
  const gap = share - expected;
  return { standing: Math.abs(gap) < ON_COURSE ? 'onCourse' : gap < 0 ? 'behind' : 'ahead', share, expected, gap };
}

/** Where today lies in the campaign. */
export type Moment =
  | { readonly kind: 'before'; readonly days: number }
  | { readonly kind: 'beforeEvent'; readonly days: number }
  | { readonly kind: 'event'; readonly day: number }
  | { readonly kind: 'running'; readonly days: number }
  | { readonly kind: 'after'; readonly days: number };

export function momentOf(campaign: Period, today: Day): Moment {
  if (today < campaign.startsOn) return { kind: 'before', days: daysBetween(today, campaign.startsOn) };
  if (today > campaign.endsOn) return { kind: 'after', days: daysBetween(campaign.endsOn, today) };
  if (campaign.eventFrom !== null && today < campaign.eventFrom) return { kind: 'beforeEvent', days: daysBetween(today, campaign.eventFrom) };
  if (campaign.eventFrom !== null && campaign.eventTo !== null && today <= campaign.eventTo) return { kind: 'event', day: daysBetween(campaign.eventFrom, today) + 1 };
  return { kind: 'running', days: daysBetween(today, campaign.endsOn) };
}

const order: readonly Part[] = ['preparation', 'execution', 'retrospective'];

/** How each of the three parts stands while the campaign is in `stage`. */
export function partStates(stage: Stage): Readonly<Record<Part, 'done' | 'now' | 'ahead'>> {
  const at = stage === 'archived' ? order.length : stage === 'cancelled' ? -1 : order.indexOf(partOf[stage]);
  const state = (part: Part) => (order.indexOf(part) < at ? 'done' : order.indexOf(part) === at ? 'now' : 'ahead');
  return { preparation: state('preparation'), execution: state('execution'), retrospective: state('retrospective') };
}

/** What moves the campaign on from where it is (S2), and what still stands in the way. */
export type NextStep =
  | { readonly kind: 'submit'; readonly gaps: Plan['gaps'] }
  | { readonly kind: 'awaitPlan' | 'awaitReport'; readonly approvalId: string }
  | { readonly kind: 'prepare' | 'goLive' | 'review' | 'archive' | 'resubmitReport' }
  | { readonly kind: 'report'; readonly missing: Evaluation['missing'] };

export function nextStepOf(stage: Stage, plan: Plan, evaluation: Evaluation): NextStep | undefined {
  if (stage === 'draft') return { kind: 'submit', gaps: plan.gaps };
  if (stage === 'submitted') return { kind: 'awaitPlan', approvalId: plan.versions[0]?.approvalId ?? '' };
  if (stage === 'approved') return { kind: 'prepare' };
  if (stage === 'preparing') return { kind: 'goLive' };
  if (stage === 'live') return { kind: 'review' };
  if (stage !== 'reviewing') return undefined;
  if (evaluation.reportState === 'approved') return { kind: 'archive' };
  if (evaluation.reportState === 'waiting') return { kind: 'awaitReport', approvalId: evaluation.approvals[0]?.id ?? '' };
  return evaluation.reportState === 'outdated' && evaluation.missing.length === 0 ? { kind: 'resubmitReport' } : { kind: 'report', missing: evaluation.missing };
}

/** Unfinished tasks that are late, that today belongs to, and that start within a week: each task once. */
export function dueTasks(tasks: readonly Task[], today: Day): { readonly late: readonly Task[]; readonly today: readonly Task[]; readonly soon: readonly Task[] } {
  const open = tasks.filter((task) => task.state !== 'done' && task.state !== 'cancelled');
  const late = open.filter((task) => task.effectiveState === 'delayed');
  const rest = open.filter((task) => task.effectiveState !== 'delayed');
  const startOf = (task: Task) => task.startOn ?? task.endOn;
  const now = rest.filter((task) => (startOf(task) ?? '9999') <= today);
  return { late, today: now, soon: rest.filter((task) => !now.includes(task) && (startOf(task) ?? '9999') <= addDays(today, 7)) };
}
