import { addDays, daysBetween, type Day } from '#platform/shared/calendar.ts';
import type { GoalKind } from './goal.contract.ts';
import { RATIO_METRIC } from './goal.split.vocabulary.ts';

/** Figures are kept to four decimals: sums are compared in ten-thousandths, exactly. */
const exact = (value: number): bigint => BigInt(value.toFixed(4).replace('.', ''));
const SCALE = 10_000;

interface Whole {
  readonly kind: GoalKind;
  readonly metric: string;
  readonly target: number;
}

/** Whether the parts of a target add up to it: counts and money do; rates, growth, and averages such as 获客成本 or NPS carry a value of their own each. */
export function addsUp({ kind, metric }: Pick<Whole, 'kind' | 'metric'>, ratio = false): boolean {
  return (kind === 'count' || kind === 'money') && !ratio && !RATIO_METRIC.test(metric);
}

/** What is still missing to the whole; below zero what is too much. */
export function partsGap(target: number, parts: readonly { readonly target: number }[]): number {
  return Number(exact(target) - parts.reduce((sum, part) => sum + exact(part.target), 0n)) / SCALE;
}

/** The smallest piece of a target: a whole unit of a count, a cent of money; finer where the target itself is. */
export function stepOf({ kind, target }: Pick<Whole, 'kind' | 'target'>): number {
  const steps = kind === 'count' ? [1, 0.01, 0.0001] : [0.01, 0.0001];
  return steps.find((step) => exact(target) % exact(step) === 0n) ?? 0.0001;
}

/**
 * Splits a target by weights, in multiples of `step`, so that the parts add up to it exactly: everyone gets the whole steps of the share,
 * what is left goes to the largest remainders (Hare–Niemeyer). Weights of all zero count as equal.
 */
export function splitByWeights(target: number, weights: readonly number[], step: number): number[] {
  if (weights.length === 0) return [];
  const given = weights.map((weight) => (Number.isFinite(weight) && weight > 0 ? exact(Math.min(weight, 1e9)) : 0n));
  const shares = given.some((share) => share > 0n) ? given : given.map(() => 1n);
  const sum = shares.reduce((total, share) => total + share, 0n);
  const [whole, piece] = [exact(target), exact(step)];
  const pieces = whole / piece;
  const parts = shares.map((share, index) => ({ index, count: (pieces * share) / sum, left: (pieces * share) % sum }));
  let open = pieces - parts.reduce((total, part) => total + part.count, 0n);
  for (const part of parts.toSorted((a, b) => (a.left === b.left ? a.index - b.index : b.left > a.left ? 1 : -1))) {
    if (open === 0n) break;
    part.count += 1n;
    open -= 1n;
  }
  return parts.map(({ count }) => Number(count * piece) / SCALE);
}

/** The same for everyone, the first ones a step more where it does not divide. */
export function splitEvenly(target: number, count: number, step: number): number[] {
  return splitByWeights(target, Array.from({ length: count }, () => 1), step);
}

/**
 * Splits a target as a past one ran: `curve` is any number of weights over its time, read at `count` equal stretches.
 */
export function splitByCurve(target: number, curve: readonly number[], count: number, step: number): number[] {
  return splitByWeights(target, resampled(curve, count), step);
}

/** The weights of a curve over another number of stretches; each old stretch is spread evenly over the time that it covered. */
export function resampled(curve: readonly number[], count: number): number[] {
  if (curve.length === 0) return Array.from({ length: count }, () => 1);
  return Array.from({ length: count }, (_, index) => {
    const [from, to] = [(index * curve.length) / count, ((index + 1) * curve.length) / count];
    return curve.reduce((sum, weight, place) => sum + weight * Math.max(0, Math.min(to, place + 1) - Math.max(from, place)), 0);
  });
}

interface Period {
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly eventFrom: Day | null;
  readonly eventTo: Day | null;
}
export interface Slice {
  readonly key: 'warmup' | 'burst' | 'sustain' | 'week' | 'day';
  /** Counted from 1 among the slices of its kind. */
  readonly number: number;
  readonly fromOn: Day;
  readonly toOn: Day;
}

/** E2.2: the warm-up lasts three to five days. */
const WARMUP_DAYS = 5;
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** The days of warm-up, burst and sustain (E2.2): up to five days before the event, the event, what follows it. A phase without a day is left out. */
export function phaseSlices({ startsOn, endsOn, eventFrom, eventTo }: Period): Slice[] {
  const [from, to] = [eventFrom ?? startsOn, eventTo ?? endsOn];
  const slices: Slice[] = [
    { key: 'warmup', number: 1, fromOn: later(startsOn, addDays(from, -WARMUP_DAYS)), toOn: addDays(from, -1) },
    { key: 'burst', number: 1, fromOn: from, toOn: to },
    { key: 'sustain', number: 1, fromOn: addDays(to, 1), toOn: endsOn },
  ];
  return slices.filter((slice) => slice.fromOn <= slice.toOn);
}

/** Weeks of seven days from the first day on; the last may be shorter. */
export function weekSlices({ startsOn, endsOn }: Period): Slice[] {
  const count = Math.ceil((daysBetween(startsOn, endsOn) + 1) / 7);
  return Array.from({ length: count }, (_, index) => ({ key: 'week', number: index + 1, fromOn: addDays(startsOn, index * 7), toOn: earlier(endsOn, addDays(startsOn, index * 7 + 6)) }));
}

/** The days of the event, or of the campaign where it has none. */
export function daySlices({ startsOn, endsOn, eventFrom, eventTo }: Period): Slice[] {
  const [from, to] = [eventFrom ?? startsOn, eventTo ?? endsOn];
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => ({ key: 'day', number: index + 1, fromOn: addDays(from, index), toOn: addDays(from, index) }));
}
