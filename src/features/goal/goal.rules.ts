/**
 * Attainment of a goal (R1.1), as a share: 1.2 is "销量目标完成120%".
 * Higher-is-better: actual / target. Lower-is-better: target / actual, so that 1 is met and more is better in both directions.
 * Undefined without an actual or when the denominator is zero; shown as "—".
 */
export function attainment(goal: { readonly target: number; readonly actual: number | null; readonly direction: 'up' | 'down' }): number | null {
  if (goal.actual === null) return null;
  const [numerator, denominator] = goal.direction === 'up' ? [goal.actual, goal.target] : [goal.target, goal.actual];
  return denominator === 0 ? null : numerator / denominator;
}

/** True when the goal is reached; a goal without an actual is not. */
export function isReached(goal: { readonly target: number; readonly actual: number | null; readonly direction: 'up' | 'down' }): boolean {
  if (goal.actual === null) return false;
  return goal.direction === 'up' ? goal.actual >= goal.target : goal.actual <= goal.target;
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
export function goalsStanding(goals: readonly { readonly metric: string; readonly target: number; readonly actual: number | null; readonly direction: 'up' | 'down' }[]): GoalsStanding {
  const measured = goals.filter((goal) => goal.actual !== null);
  const behind = measured
    .filter((goal) => !isReached(goal))
    .map((goal) => ({ metric: goal.metric, attainment: attainment(goal) ?? 0 }))
    .toSorted((a, b) => a.attainment - b.attainment);
  return { count: goals.length, measured: measured.length, reached: measured.filter(isReached).length, behind: behind[0] ?? null };
}
