import type { Day, OwnDays } from '#platform/shared/calendar.ts';
import type { TeamGroup } from '#features/campaign/campaign.policy.ts';

/** Everything of a campaign that the check looks at; the plan gathers it. Money in cents, days as written on the calendar. */
export interface CheckedPlan {
  readonly campaign: {
    readonly name: string;
    readonly scenario: string;
    readonly theme: string;
    readonly audience: string;
    readonly leadId: string | null;
    readonly startsOn: Day;
    readonly endsOn: Day;
    readonly eventFrom: Day | null;
    readonly eventTo: Day | null;
  };
  readonly today: Day;
  /** The company's own days over the national calendar; without any it goes by that alone. */
  readonly ownDays?: OwnDays;
  /** The company's bounds of the reserve, in whole percents of the total (P2.2). */
  readonly reserve: { readonly fromPercent: number; readonly toPercent: number };
  readonly goals: readonly CheckedGoal[];
  readonly budget: readonly CheckedLine[];
  readonly team: readonly { readonly userId: string; readonly name: string; readonly group: TeamGroup }[];
  readonly tasks: readonly CheckedTask[];
  readonly sections: readonly { readonly id: string; readonly key: string; readonly title: string; readonly words: string }[];
  readonly personas: readonly { readonly id: string; readonly name: string; readonly traits: string; readonly needs: string; readonly reach: string }[];
  readonly channels: readonly CheckedChannel[];
  readonly materials: readonly { readonly id: string; readonly name: string; readonly spec: string; readonly quantity: number | null; readonly category: string; readonly supplier: string; readonly dueOn: Day | null; readonly ownerText: string }[];
  readonly steps: readonly { readonly id: string; readonly day: number; readonly startTime: string | null; readonly minutes: number | null; readonly title: string; readonly place: string; readonly ownerText: string }[];
  readonly zones: readonly { readonly id: string; readonly name: string; readonly duty: string; readonly staff: number | null; readonly capacity: number | null; readonly ownerText: string }[];
  readonly risks: readonly CheckedRisk[];
  readonly questions: readonly { readonly id: string; readonly question: string; readonly kind: string; readonly choices: string }[];
  readonly data: readonly { readonly id: string; readonly item: string; readonly purpose: string; readonly consent: string; readonly keepUntil: Day | null; readonly ownerText: string }[];
  /** Responsibilities per work area (R/A/C/I), each an owner text. */
  readonly areas: readonly { readonly id: string; readonly area: string; readonly responsible: string; readonly accountable: string; readonly consulted: string; readonly informed: string }[];
}

export interface CheckedGoal {
  readonly id: string;
  readonly metric: string;
  readonly kind: 'count' | 'money' | 'rate' | 'growth';
  readonly unit: string;
  readonly direction: 'up' | 'down';
  readonly target: number;
  readonly level: 'key' | 'supporting';
  readonly baseline: number | null;
  readonly baselineSource: string;
  readonly dueOn: Day | null;
  readonly ownerText: string;
  readonly measure: string;
  readonly reason: string;
  readonly parts: readonly { readonly name: string; readonly target: number; readonly split: string }[];
  /** What finished campaigns of the scenario reached of this metric; null without any. */
  readonly past: { readonly n: number; readonly low: number; readonly high: number } | null;
  /** The metric of the catalogue that it names, with where its figure comes from. */
  readonly known: { readonly source: string } | null;
}

export interface CheckedLine {
  readonly id: string;
  readonly category: string;
  readonly detail: string;
  readonly amountCents: number;
  readonly ownerText: string;
  readonly note: string;
  /** The contingency reserve (P2.2). */
  readonly reserve: boolean;
  /** Who would approve a spending on it is known (P2.3). */
  readonly routed: boolean;
}

export interface CheckedTask {
  readonly id: string;
  readonly phase: 'preparation' | 'execution' | 'retrospective';
  readonly whenText: string;
  readonly startOn: Day | null;
  readonly endOn: Day | null;
  readonly dueTime: string | null;
  readonly title: string;
  readonly ownerText: string;
  readonly note: string;
  readonly cancelled: boolean;
  readonly links: readonly { readonly predecessorId: string; readonly type: 'FS' | 'SS' | 'FF' | 'SF'; readonly lagDays: number; readonly lagUnit: 'day' | 'workday' }[];
}

export interface CheckedChannel {
  readonly id: string;
  readonly channel: string;
  readonly phase: 'warmup' | 'burst' | 'sustain';
  readonly startOn: Day | null;
  readonly endOn: Day | null;
  readonly content: string;
  readonly category: string;
  readonly amountCents: number;
  readonly metric: string;
  readonly target: number | null;
  readonly ownerText: string;
}

export interface CheckedRisk {
  readonly id: string;
  readonly risk: string;
  readonly kind: string;
  readonly probability: 'low' | 'medium' | 'high';
  readonly effect: 'low' | 'medium' | 'high';
  readonly trigger: string;
  readonly prevention: string;
  readonly response: string;
  readonly ownerText: string;
}
