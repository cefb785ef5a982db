import type { Goal } from './goal.contract.ts';
import { OPEN_GOAL } from './goal.rules.ts';

/** A goal as the server answers it: 新品订单量 of 2,000 with nothing reached yet, unless `part` says otherwise. */
export const makeGoal = (part: Partial<Goal> = {}): Goal => ({
  ...OPEN_GOAL, id: 'g', metricKey: null, ownerId: null, position: 1, metric: '新品订单量', unit: '单', target: 2000, attainment: null, parts: [], ...part,
});
