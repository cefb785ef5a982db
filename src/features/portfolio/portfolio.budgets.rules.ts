import { isClosed, STAGES, type Stage } from '#features/campaign/campaign.rules.ts';
import type { Cents } from '#platform/shared/money.ts';

/** Campaigns without a department stand together under this word of the address. */
export const NO_DEPARTMENT = 'none';

/** Stages in which the ledger is open: money moves. */
export const RUNNING_STAGES = ['approved', 'preparing', 'live', 'reviewing'] as const satisfies readonly Stage[];
const CLOSED_STAGES = STAGES.filter(isClosed);
/** The plan is not approved, so there is no ledger and the amounts are a wish; unless an approved plan is revised. */
export const PLANNED_STAGES = ['draft', 'submitted'] as const satisfies readonly Stage[];

export const BUDGET_STATES = ['running', 'closed', 'all', ...RUNNING_STAGES, 'archived', 'cancelled'] as const;
export type BudgetState = (typeof BUDGET_STATES)[number];

export function stagesOf(state: BudgetState): readonly Stage[] {
  if (state === 'running') return RUNNING_STAGES;
  if (state === 'closed') return CLOSED_STAGES;
  return state === 'all' ? [...RUNNING_STAGES, ...CLOSED_STAGES] : [state];
}

/** The columns that the list of campaigns can be sorted by. */
export const BUDGET_SORTS = ['name', 'startsOn', 'allocated', 'spent', 'committed', 'reserved', 'free', 'share', 'waiting', 'unpaid'] as const;
export type BudgetSort = (typeof BUDGET_SORTS)[number];

interface Used {
  readonly allocatedCents: Cents;
  readonly freeCents: Cents;
}

/** The used share, 0…1: everything that is not free. Null without an amount: there is nothing to divide by. */
export function usedShare({ allocatedCents, freeCents }: Used): number | null {
  return allocatedCents === 0 ? null : (allocatedCents - freeCents) / allocatedCents;
}

export type Warning = 'none' | 'near' | 'full';

/**
 * Which warning a used share reached: the lowest of the company's (`near`) or the highest (`full`). Compared in whole cents, so that exactly 95 % warns.
 * A closed campaign warns of nothing: its money is no longer spent.
 */
export function warningOf(used: Used, stage: Stage, warnPercents: readonly number[]): Warning {
  if (isClosed(stage) || used.allocatedCents === 0 || warnPercents.length === 0) return 'none';
  const reached = (percent: number): boolean => (used.allocatedCents - used.freeCents) * 100 >= used.allocatedCents * percent;
  if (reached(Math.max(...warnPercents))) return 'full';
  return reached(Math.min(...warnPercents)) ? 'near' : 'none';
}
