import type { Cents } from '#platform/shared/money.ts';

/** The warnings of a new company, in whole percents of what is allocated (P2.3). */
export const WARN_PERCENTS: readonly number[] = [80, 95];

/** What of a balance the warnings look at, in cents. */
export interface Used {
  readonly allocatedCents: Cents;
  readonly reservedCents: Cents;
  readonly committedCents: Cents;
  readonly spentCents: Cents;
}

/** What is no longer free: asked for, ordered or spent. In cents. */
export function usedCents({ reservedCents, committedCents, spentCents }: Omit<Used, 'allocatedCents'>): Cents {
  return reservedCents + committedCents + spentCents;
}

/** The used share of what is allocated, 0…1; null when nothing is allocated: there is nothing to divide by. */
export function useShare(balance: Used): number | null {
  return balance.allocatedCents === 0 ? null : usedCents(balance) / balance.allocatedCents;
}

/**
 * The highest of `warnPercents` that the use of a line has reached; 0 for none. Compared in whole numbers, so that exactly 80 % is 80 %:
 * 100 × the cents stay below 2^53 up to ¥9,000 亿.
 */
export function warningLevel(balance: Used, warnPercents: readonly number[]): number {
  if (balance.allocatedCents <= 0) return 0;
  const used = usedCents(balance) * 100;
  return Math.max(0, ...warnPercents.filter((percent) => used >= percent * balance.allocatedCents));
}

/** How grave a level is: the highest of the list is `high`, every other `raised`. */
export function warningTone(level: number, warnPercents: readonly number[]): 'none' | 'raised' | 'high' {
  if (level === 0) return 'none';
  return level >= Math.max(...warnPercents) ? 'high' : 'raised';
}
