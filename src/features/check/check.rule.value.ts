import type { CheckedPlan } from './check.value.ts';

/** `error` blocks a submission, `warning` needs a sentence, `hint` is advice. */
export const SEVERITIES = ['error', 'warning', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Where a finding is mended: a page of the campaign, a part of it, a row. */
export interface Where {
  readonly page: 'overview' | 'goals' | 'budget' | 'team' | 'schedule' | 'plan';
  /** A list or a section of the plan document. */
  readonly part?: string;
  readonly id?: string;
  readonly field?: string;
}

export type FindingData = Readonly<Record<string, unknown>>;

export type FixTask = 'setup' | 'report' | 'daily' | 'briefing' | 'arrival';

/** What one click would write; `plan` carries it out through the features' own operations. */
export type Fix =
  | { readonly kind: 'add_reserve'; readonly amountCents: number }
  | { readonly kind: 'set_amount'; readonly id: string; readonly amountCents: number }
  | { readonly kind: 'owner_lead'; readonly table: 'budget' | 'schedule' | 'materials' | 'risks' | 'channels' | 'steps' | 'zones'; readonly id: string }
  | { readonly kind: 'add_task'; readonly task: FixTask; readonly startOn: string; readonly endOn: string }
  | { readonly kind: 'move_task'; readonly id: string; readonly startOn: string | null; readonly endOn: string }
  | { readonly kind: 'move_material'; readonly id: string; readonly dueOn: string }
  | { readonly kind: 'add_arrival'; readonly day: number; readonly startTime: string }
  | { readonly kind: 'add_zones'; readonly zones: readonly string[] }
  | { readonly kind: 'add_risks'; readonly kinds: readonly string[] }
  | { readonly kind: 'order_risks'; readonly ids: readonly string[] }
  | { readonly kind: 'add_questions' }
  | { readonly kind: 'extend_campaign'; readonly endsOn: string }
  | { readonly kind: 'scale_parts'; readonly id: string; readonly targets: readonly number[] }
  | { readonly kind: 'goal_due'; readonly id: string; readonly dueOn: string };
export type FixKind = Fix['kind'];

/** One place where a rule does not hold. */
export interface Hit {
  readonly where: Where;
  /** What the sentences are made from: names, cents, days. */
  readonly data?: FindingData;
  readonly fix?: Fix;
  /** Tells hits of one rule apart that are not about a row. */
  readonly key?: string;
  /** Less than the rule's own, where the context is milder. */
  readonly severity?: Severity;
}

/** A number that a company may change, with the range in which it makes sense. */
export interface Bound {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

export interface CheckRule {
  /** Stable: a letter for the subject and a number. */
  readonly id: string;
  /** The clause of the standard behind it. */
  readonly clause: string;
  readonly severity: Severity;
  /** The product itself relies on it: it can be neither switched off nor softened. */
  readonly essential?: true;
  readonly fixable?: true;
  readonly bounds?: Readonly<Record<string, Bound>>;
  readonly run: (plan: CheckedPlan, bounds: Readonly<Record<string, number>>) => readonly Hit[];
}

export interface Finding {
  /** Of this finding among all of the plan. */
  readonly key: string;
  readonly rule: string;
  readonly clause: string;
  readonly severity: Severity;
  readonly data: FindingData;
  readonly where: Where;
  readonly fix?: Fix;
}

/** What a company changed of the rules, by their ids; a rule that is not named is as it was written. */
export type CheckSettings = Readonly<Record<string, { readonly off?: boolean; readonly severity?: Severity | null; readonly bounds?: Readonly<Record<string, number>> }>>;
