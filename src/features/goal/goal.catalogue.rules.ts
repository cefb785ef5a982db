import type { GOAL_KINDS } from './goal.contract.ts';

interface Metric {
  readonly kind: (typeof GOAL_KINDS)[number];
  readonly direction: 'up' | 'down';
}

/** The catalogue of P1: what is commonly measured, and which way is better. Names and units are in the messages. */
export const METRICS = {
  orders: { kind: 'count', direction: 'up' },
  sales: { kind: 'money', direction: 'up' },
  members: { kind: 'count', direction: 'up' },
  participants: { kind: 'count', direction: 'up' },
  exposure: { kind: 'count', direction: 'up' },
  search: { kind: 'growth', direction: 'up' },
  leads: { kind: 'count', direction: 'up' },
  satisfaction: { kind: 'rate', direction: 'up' },
  nps: { kind: 'count', direction: 'up' },
  repurchase: { kind: 'rate', direction: 'up' },
  acquisition: { kind: 'money', direction: 'down' },
  roi: { kind: 'rate', direction: 'up' },
  growth: { kind: 'growth', direction: 'up' },
} as const satisfies Record<string, Metric>;

export type MetricKey = keyof typeof METRICS;
export const METRIC_KEYS = Object.keys(METRICS) as readonly MetricKey[];
