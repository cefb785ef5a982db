import type { GoalKind, Metric } from './goal.contract.ts';

interface BuiltIn {
  readonly kind: GoalKind;
  readonly direction: 'up' | 'down';
  /** One figure over another: its parts are no sum, and a zero denominator has no value. */
  readonly ratio: boolean;
}

/** The catalogue of P1 as it is delivered: what is commonly measured, and which way is better. Names, units and formulas stand in the database, where a company edits them. */
export const METRICS = {
  orders: { kind: 'count', direction: 'up', ratio: false },
  sales: { kind: 'money', direction: 'up', ratio: false },
  members: { kind: 'count', direction: 'up', ratio: false },
  participants: { kind: 'count', direction: 'up', ratio: false },
  visits: { kind: 'count', direction: 'up', ratio: false },
  exposure: { kind: 'count', direction: 'up', ratio: false },
  search: { kind: 'growth', direction: 'up', ratio: true },
  leads: { kind: 'count', direction: 'up', ratio: false },
  clicks: { kind: 'rate', direction: 'up', ratio: true },
  conversion: { kind: 'rate', direction: 'up', ratio: true },
  basket: { kind: 'money', direction: 'up', ratio: true },
  satisfaction: { kind: 'rate', direction: 'up', ratio: true },
  nps: { kind: 'count', direction: 'up', ratio: true },
  repurchase: { kind: 'rate', direction: 'up', ratio: true },
  acquisition: { kind: 'money', direction: 'down', ratio: true },
  roi: { kind: 'rate', direction: 'up', ratio: true },
  growth: { kind: 'growth', direction: 'up', ratio: true },
  complaints: { kind: 'count', direction: 'down', ratio: false },
} as const satisfies Record<string, BuiltIn>;

export type MetricKey = keyof typeof METRICS;
export const METRIC_KEYS = Object.keys(METRICS) as readonly MetricKey[];

/** Whether a metric of the catalogue is one figure over another. */
export const isRatio = (metric: Pick<Metric, 'zh'>): boolean => metric.zh.denominator !== '';

/** The metric of the catalogue that a goal names, by key or by its name in either language; undefined when it is written freely. */
export function metricOf<M extends Metric>(goal: { readonly metric: string; readonly metricKey?: string | null }, metrics: readonly M[]): M | undefined {
  const name = goal.metric.trim().toLowerCase();
  return metrics.find((one) => one.key === goal.metricKey) ?? metrics.find((one) => one.zh.name.toLowerCase() === name || one.en.name.toLowerCase() === name);
}
