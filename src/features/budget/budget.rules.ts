import type { Cents } from '#platform/shared/money.ts';
import { RESERVE_WORDS } from './budget.vocabulary.ts';

/** P2.2: the reserve is advised to be 10–15 % of the total, the reserve included. */
export const RESERVE_SHARE = { from: 0.1, to: 0.15 } as const;

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
