import type { Cents } from '#platform/shared/money.ts';

const YUAN = 100;
/** Shares are kept with six decimals: below that it is the arithmetic's noise, not the playbook's word. */
const NOISE = 1e-6;

/** A total parted by weights into whole `unit`s with the largest remainders; what is less than a unit is left over. */
function parted(totalCents: Cents, weights: readonly number[], unit: Cents): { parts: Cents[]; restCents: Cents } {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const restCents = totalCents % unit;
  if (sum <= 0) return { parts: weights.map(() => 0), restCents: totalCents };
  const whole = (totalCents - restCents) / unit;
  const ideal = weights.map((weight) => (whole * weight) / sum);
  const units = ideal.map((value) => Math.floor(value + NOISE));
  const missing = whole - units.reduce((all, value) => all + value, 0);
  const byRemainder = ideal.map((value, index) => ({ index, rest: value - (units[index] ?? 0) })).toSorted((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder.slice(0, missing)) units[index] = (units[index] ?? 0) + 1;
  return { parts: units.map((value) => value * unit), restCents };
}

interface SharedLine {
  readonly share: number;
  readonly reserve: boolean;
}

/**
 * The total parted into the lines of a playbook by their shares, in whole yuan with the largest remainders; the reserve (the last line without one)
 * closes the sum with what is less than a yuan. The parts always add up to the total.
 */
export function splitBudget(totalCents: Cents, lines: readonly SharedLine[]): readonly Cents[] {
  if (lines.length === 0) return [];
  const weights = lines.map(({ share }) => share);
  const even = weights.every((weight) => weight === 0);
  const { parts, restCents } = parted(totalCents, even ? weights.map(() => 1) : weights, YUAN);
  const reserve = lines.findLastIndex((line) => line.reserve);
  const closing = reserve === -1 ? lines.length - 1 : reserve;
  return parts.map((cents, index) => (index === closing ? cents + restCents : cents));
}

interface SharedChannel {
  readonly category: string;
  readonly share: number;
}

/**
 * The money of each channel: its share of its category's. Shares of a category that come to 100 use it up to the last cent; less leave the rest
 * open, more are scaled down. A channel of a category that has no line gets nothing.
 */
export function splitChannels(channels: readonly SharedChannel[], categoryCents: ReadonlyMap<string, Cents>): readonly Cents[] {
  const cents = channels.map(() => 0);
  for (const category of new Set(channels.map((channel) => channel.category))) {
    const total = categoryCents.get(category) ?? 0;
    const own = channels.flatMap((channel, index) => (channel.category === category ? [{ index, share: channel.share }] : []));
    const left = Math.max(0, 100 - own.reduce((sum, { share }) => sum + share, 0));
    const { parts, restCents } = parted(total, [...own.map(({ share }) => share), left < NOISE ? 0 : left], YUAN);
    const largest = own.toSorted((a, b) => b.share - a.share)[0];
    for (const [place, { index, share }] of own.entries()) cents[index] = (parts[place] ?? 0) + (left < NOISE && largest?.index === index && share > 0 ? restCents : 0);
  }
  return cents;
}

const rounded = (share: number): number => Math.round(share / NOISE) * NOISE;
const SIX = 6;

/** What each amount is of the whole, in percent with six decimals; they add up to 100 but for that last decimal. Even shares of nothing. */
export function sharesOf(amounts: readonly Cents[]): readonly number[] {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  if (amounts.length === 0) return [];
  return amounts.map((amount) => Number(rounded(total === 0 ? 100 / amounts.length : (amount / total) * 100).toFixed(SIX)));
}
