import type { Cents } from '#platform/shared/money.ts';
import { RESERVE_WORDS } from './budget.vocabulary.ts';

/** The bounds of the reserve as a share of the total, in whole percents; the company sets its own (`budget_settings`). */
export interface ReserveBounds {
  readonly fromPercent: number;
  readonly toPercent: number;
}

/** P2.2: the reserve is advised to be 10–15 % of the total, the reserve included. */
export const RESERVE_BOUNDS: ReserveBounds = { fromPercent: 10, toPercent: 15 };

interface Line {
  readonly category: string;
  readonly amountCents: Cents;
  readonly actualCents: Cents | null;
}

export function isReserve(line: { readonly category: string }): boolean {
  const category = line.category.toLowerCase();
  return RESERVE_WORDS.some((word) => category.includes(word));
}

/** 合计. The actual is null while no line has one: "not yet" is not 0. */
export function totalsOf(lines: readonly Line[]): { amountCents: Cents; actualCents: Cents | null; reserveCents: Cents } {
  let amountCents = 0;
  let reserveCents = 0;
  let actualCents: Cents | null = null;
  for (const line of lines) {
    amountCents += line.amountCents;
    if (isReserve(line)) reserveCents += line.amountCents;
    if (line.actualCents !== null) actualCents = (actualCents ?? 0) + line.actualCents;
  }
  return { amountCents, actualCents, reserveCents };
}

/** Actual minus budget; positive is overspent. Null while there is no actual. */
export function varianceOf(line: { readonly amountCents: Cents; readonly actualCents: Cents | null }): Cents | null {
  return line.actualCents === null ? null : line.actualCents - line.amountCents;
}

/** The reserve held against P2.2: its share of the total, and on which side of the advised bounds it lies. */
export interface ReserveStanding {
  /** Null without a total: there is nothing to divide by. */
  readonly share: number | null;
  readonly standing: 'none' | 'below' | 'inside' | 'above';
  /** What the reserve may be of this total, in cents, for a sentence that says how to mend it. */
  readonly fromCents: Cents;
  readonly toCents: Cents;
}

/**
 * The reserve is part of the total, so moving money into it from other lines leaves the total as it is.
 * The bounds are compared in whole cents: a reserve of exactly 10 % is inside.
 */
export function reserveStanding({ amountCents, reserveCents }: { readonly amountCents: Cents; readonly reserveCents: Cents }, bounds: ReserveBounds = RESERVE_BOUNDS): ReserveStanding {
  // In whole percents: 0.15 × a total is not exact in binary fractions.
  const fromCents = Math.ceil((amountCents * bounds.fromPercent) / 100);
  const toCents = Math.floor((amountCents * bounds.toPercent) / 100);
  if (amountCents === 0) return { share: null, standing: 'none', fromCents, toCents };
  const share = reserveCents / amountCents;
  if (reserveCents === 0) return { share, standing: 'none', fromCents, toCents };
  return { share, standing: reserveCents < fromCents ? 'below' : reserveCents > toCents ? 'above' : 'inside', fromCents, toCents };
}

/** The lines whose actual is above their budget (P2.3), the largest excess first. */
export function overspentLines<L extends Line>(lines: readonly L[]): readonly { readonly line: L; readonly overCents: Cents }[] {
  return lines
    .map((line) => ({ line, overCents: varianceOf(line) ?? 0 }))
    .filter(({ overCents }) => overCents > 0)
    .toSorted((a, b) => b.overCents - a.overCents);
}
