import { smartOf, type SmartLetter } from '#features/goal/goal.smart.rules.ts';
import type { CheckRule, Severity } from './check.rule.value.ts';
import type { CheckedPlan } from './check.value.ts';

/** Where each letter is mended. */
const FIELD: Record<SmartLetter, string> = { S: 'metric', M: 'measure', A: 'target', R: 'reason', T: 'dueOn' };

/** One rule for each letter of SMART (P1.2); a goal without a target at all is G02's. */
function letterRule(id: string, letter: SmartLetter, severity: Severity): CheckRule {
  return {
    id, clause: 'P1.2', severity, ...(letter === 'T' ? { fixable: true as const } : {}),
    run: ({ goals, campaign }: CheckedPlan) => goals.flatMap((goal) => {
      const { ok, code, data } = smartOf(goal, { ...campaign, past: goal.past, metric: goal.known })[letter];
      if (ok || code === 'target_missing' || code === 'target_unjudged') return [];
      const suggested = data['suggested'];
      const fix = letter === 'T' && typeof suggested === 'string' ? { fix: { kind: 'goal_due', id: goal.id, dueOn: suggested } as const } : {};
      return [{ where: { page: 'goals', id: goal.id, field: FIELD[letter] } as const, data: { ...data, metric: goal.metric, code, letter }, ...fix }];
    }),
  };
}

/** Relevance and reach are judgements: the check asks, and lets the planner answer. */
export const SMART_RULES: readonly CheckRule[] = [
  letterRule('G03', 'S', 'warning'), letterRule('G04', 'M', 'warning'), letterRule('G05', 'A', 'warning'), letterRule('G06', 'R', 'hint'), letterRule('G07', 'T', 'warning'),
];
