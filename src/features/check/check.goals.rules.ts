import { addsUp, partsGap, splitByWeights, stepOf } from '#features/goal/goal.split.rules.ts';
import type { CheckRule, Hit } from './check.rule.value.ts';
import type { CheckedGoal, CheckedPlan } from './check.value.ts';

const at = (id: string, field: string) => ({ page: 'goals', id, field }) as const;

/** 2,000 = 600 + 1,000 + 400; what is missing is spread by the parts' own weights. */
function parts({ goals }: CheckedPlan): readonly Hit[] {
  return goals.flatMap((goal) => {
    if (goal.parts.length === 0 || !addsUp(goal)) return [];
    const gap = partsGap(goal.target, goal.parts);
    if (gap === 0) return [];
    const weights = goal.parts.map(({ target }) => target);
    const targets = splitByWeights(goal.target, weights, stepOf(goal));
    const sum = goal.target - gap;
    return [{ where: at(goal.id, 'parts'), data: { metric: goal.metric, unit: goal.unit, kind: goal.kind, target: goal.target, sum, gap }, fix: { kind: 'scale_parts', id: goal.id, targets } }];
  });
}

/** 新品订单量 and 订单量 are one thing to a channel. */
const means = (one: string, other: string): boolean => one !== '' && other !== '' && (one.includes(other) || other.includes(one));

/** A key goal that no channel works for, while there are channels (E2.1). */
function withoutChannel({ goals, channels }: CheckedPlan): readonly Hit[] {
  if (channels.length === 0) return [];
  const isDriven = (goal: CheckedGoal) => goal.kind === 'count' || goal.kind === 'money';
  return goals.filter((goal) => goal.level === 'key' && isDriven(goal) && goal.direction === 'up' && addsUp(goal) && !channels.some(({ metric }) => means(metric.trim(), goal.metric.trim())))
    .map(({ id, metric }) => ({ where: at(id, 'metric'), data: { metric } }));
}

/** The targets of the channels for one metric are less than the goal: the rest comes from nowhere (E2.1). */
function channelsTooLittle({ goals, channels }: CheckedPlan): readonly Hit[] {
  return goals.flatMap((goal) => {
    if (goal.direction !== 'up' || !addsUp(goal)) return [];
    const own = channels.filter(({ metric, target }) => target !== null && metric.trim() === goal.metric.trim());
    const sum = own.reduce((total, { target }) => total + (target ?? 0), 0);
    return own.length > 0 && sum < goal.target ? [{ where: at(goal.id, 'target'), data: { metric: goal.metric, unit: goal.unit, kind: goal.kind, target: goal.target, sum, count: own.length } }] : [];
  });
}

function twice({ goals }: CheckedPlan): readonly Hit[] {
  return goals.filter((goal, index) => goal.metric !== '' && goals.findIndex(({ metric, kind }) => metric === goal.metric && kind === goal.kind) < index).map(({ id, metric }) => ({ where: at(id, 'metric'), data: { metric } }));
}

export const GOAL_RULES: readonly CheckRule[] = [
  { id: 'G01', clause: 'P1.1', severity: 'error', essential: true, run: ({ goals }) => (goals.length > 0 ? [] : [{ where: { page: 'goals' } }]) },
  {
    id: 'G02', clause: 'P1.2', severity: 'error',
    // A goal to keep something at zero (complaints, accidents) has that for a target.
    run: ({ goals }) => goals.filter(({ target, direction, kind }) => target === 0 && (direction === 'up' || kind === 'growth')).map(({ id, metric }) => ({ where: at(id, 'target'), data: { metric } })),
  },
  { id: 'G08', clause: 'P1.1', severity: 'hint', run: ({ goals }) => (goals.length > 0 && !goals.some(({ level }) => level === 'key') ? [{ where: { page: 'goals' }, data: { count: goals.length } }] : []) },
  { id: 'G09', clause: 'P1.2', severity: 'warning', fixable: true, run: parts },
  { id: 'G10', clause: 'E2.1', severity: 'warning', run: withoutChannel },
  { id: 'G11', clause: 'E2.1', severity: 'hint', run: channelsTooLittle },
  { id: 'G12', clause: 'P1.2', severity: 'hint', run: twice },
  {
    id: 'G13', clause: 'P1.1', severity: 'warning',
    run: ({ goals, budget }) => {
      const cents = budget.reduce((sum, line) => sum + line.amountCents, 0);
      const sales = goals.find(({ kind, direction, metric, target }) => kind === 'money' && direction === 'up' && addsUp({ kind, metric }) && target > 0);
      return sales && cents > sales.target * 100 ? [{ where: at(sales.id, 'target'), data: { metric: sales.metric, targetCents: sales.target * 100, budgetCents: cents } }] : [];
    },
  },
];
