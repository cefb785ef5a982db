import type { GoalFields } from './goal.contract.ts';

/** A goal of which nothing is said yet. */
export const OPEN_GOAL: GoalFields = {
  level: 'key', metric: '', kind: 'count', unit: '', direction: 'up', baseline: null, baselineSource: '', target: 0, dueOn: null,
  ownerText: '', measure: '', reason: '', actual: null, actualNumerator: null, actualDenominator: null, note: '',
};

/** What attainment is computed from. `kind` decides for growth; without it the figures are taken as absolute. */
export interface Measured {
  readonly target: number;
  readonly actual: number | null;
  readonly direction: 'up' | 'down';
  readonly kind?: string;
}

/**
 * Whether a larger figure is better as it is written. Growth is stated as the change for the better in both directions
 * ("获客成本低于预算15%" is growth of 15, direction down), so that more of it is always better; else it is the direction.
 */
const largerIsBetter = ({ direction, kind }: Pick<Measured, 'direction' | 'kind'>): boolean => kind === 'growth' || direction === 'up';

/**
 * Attainment of a goal (R1.1), as a share: 1.2 is "销量目标完成120%".
 * Higher-is-better, and growth: actual / target. Lower-is-better: target / actual, so that 1 is met and more is better in both directions.
 * Undefined without an actual or when the denominator is zero; shown as "—".
 */
export function attainment(goal: Measured): number | null {
  if (goal.actual === null) return null;
  const [numerator, denominator] = largerIsBetter(goal) ? [goal.actual, goal.target] : [goal.target, goal.actual];
  return denominator === 0 ? null : numerator / denominator;
}

/** True when the goal is reached; a goal without an actual is not. */
export function isReached(goal: Measured): boolean {
  if (goal.actual === null) return false;
  return largerIsBetter(goal) ? goal.actual >= goal.target : goal.actual <= goal.target;
}

const tidy = (value: number): number => Number(value.toFixed(4));

/**
 * The figure to be reached, in the metric's own unit. Growth: baseline × (1 + growth / 100) where higher is better, baseline × (1 − growth / 100) where
 * lower is: a cost of 40 "低于预算15%" is 34. Null while a growth has no baseline. Counts, rates and money are their target.
 */
export function absoluteTarget(goal: { readonly kind: string; readonly direction: 'up' | 'down'; readonly target: number; readonly baseline: number | null }): number | null {
  if (goal.kind !== 'growth') return goal.target;
  if (goal.baseline === null) return null;
  return tidy(goal.baseline * (1 + ((goal.direction === 'up' ? 1 : -1) * goal.target) / 100));
}

/**
 * The actual that follows from its two figures. Rate: numerator ÷ denominator × 100. Growth: the change from the denominator to the numerator in percent,
 * positive where it is for the better. Money and counts (获客成本, 客单价): numerator ÷ denominator. Null of a zero denominator: shown as "—".
 */
export function ratioActual(goal: { readonly kind: string; readonly direction: 'up' | 'down' }, numerator: number, denominator: number): number | null {
  if (denominator === 0) return null;
  const ratio = numerator / denominator;
  if (goal.kind === 'rate') return tidy(ratio * 100);
  if (goal.kind === 'growth') return tidy((goal.direction === 'up' ? ratio - 1 : 1 - ratio) * 100);
  return tidy(ratio);
}

export interface GoalsStanding {
  readonly count: number;
  /** Goals that have an actual. */
  readonly measured: number;
  readonly reached: number;
  /** The measured goal that is furthest from its target. */
  readonly behind: { readonly metric: string; readonly attainment: number } | null;
}

/** What the sentence above the goals is made from. */
export function goalsStanding(goals: readonly (Measured & { readonly metric: string })[]): GoalsStanding {
  const measured = goals.filter((goal) => goal.actual !== null);
  const behind = measured
    .filter((goal) => !isReached(goal))
    .map((goal) => ({ metric: goal.metric, attainment: attainment(goal) ?? 0 }))
    .toSorted((a, b) => a.attainment - b.attainment);
  return { count: goals.length, measured: measured.length, reached: measured.filter(isReached).length, behind: behind[0] ?? null };
}
