import { LOWER_IS_BETTER, YUAN_UNIT } from './reading.goal.vocabulary.ts';

/** Whether less of a metric is better (获客成本, 投诉量), by its name. */
export function isLowerBetter(metric: string): boolean {
  return LOWER_IS_BETTER.test(metric);
}

/** The unit of a goal as people write it: money is in 元. */
export function unitWord(unit: string): string {
  return unit === 'CNY' ? YUAN_UNIT : unit;
}
