import { addDays, daysBetween, type Day } from '#platform/shared/calendar.ts';
import type { Cents } from '#platform/shared/money.ts';
import { usedCents, type Used } from './budget.warning.rules.ts';

export interface Period {
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly today: Day;
}

/** Days of the campaign that have begun, and all of them; the first and the last day included. */
function daysOf({ startsOn, endsOn, today }: Period): { readonly elapsed: number; readonly total: number } {
  const total = Math.max(1, daysBetween(startsOn, endsOn) + 1);
  return { elapsed: Math.max(0, Math.min(total, daysBetween(startsOn, today) + 1)), total };
}

/** How much of the campaign's period has passed, 0…1; today counts. */
export function timeShare(period: Period): number {
  const { elapsed, total } = daysOf(period);
  return elapsed / total;
}

/** Where spending would stand today if it were spread evenly over the period, in cents of whole yuan. */
export function evenCents(allocatedCents: Cents, period: Period): Cents {
  const { elapsed, total } = daysOf(period);
  return Math.round((allocatedCents * elapsed) / total / 100) * 100;
}

/** A line that spends on so many different days is spending continuously; two invoices are not a rate. */
export const RUN_RATE_DAYS = 3;

export interface Forecast {
  /** What the line will have cost at the end, in cents. */
  readonly finalCents: Cents;
  /** Known obligations: spent, committed and reserved. The cost cannot be lower. */
  readonly knownCents: Cents;
  readonly method: 'obligations' | 'run_rate';
  /** The day on which the allocated is spent at this rate, when that is before the end; null otherwise. */
  readonly spentUpOn: Day | null;
}

/**
 * The final cost of a line. Known obligations (已花费 + 已承诺 + 已预留) are the lower bound. A line that has spent on {@link RUN_RATE_DAYS}
 * or more days goes on at its rate: 已花费 ÷ share of time elapsed. The larger of the two counts, so the forecast is above the allocated only when the rate says so.
 * Null while nothing is known: "not yet" is not 0.
 *
 * @param spendings the days on which the line spent and the net amount of each, in cents; a day that only gave money back is no day of spending.
 */
export function lineForecast(balance: Used, spendings: readonly { readonly on: Day; readonly spentCents: Cents }[], period: Period): Forecast | null {
  const knownCents = usedCents(balance);
  if (knownCents === 0 && spendings.length === 0) return null;
  const { elapsed, total } = daysOf(period);
  const days = new Set(spendings.filter(({ spentCents }) => spentCents > 0).map(({ on }) => on)).size;
  // A rate is no exact figure: whole yuan.
  const rateCents = elapsed > 0 && days >= RUN_RATE_DAYS ? Math.round((balance.spentCents * total) / elapsed / 100) * 100 : 0;
  if (rateCents <= knownCents) return { finalCents: knownCents, knownCents, method: 'obligations', spentUpOn: null };
  const lastsDays = Math.ceil((balance.allocatedCents * elapsed) / balance.spentCents);
  const spentUpOn = rateCents > balance.allocatedCents && lastsDays <= total ? addDays(period.startsOn, Math.max(1, lastsDays) - 1) : null;
  return { finalCents: rateCents, knownCents, method: 'run_rate', spentUpOn };
}

export interface TotalForecast {
  /** The sum of the lines of which something is known; null while there is none. */
  readonly finalCents: Cents | null;
  readonly knownCents: Cents;
  /** Lines of which nothing is known yet, and what the cost would be if they were spent in full. A reserve that was not drawn on is not meant to be spent. */
  readonly unknownLines: number;
  readonly fullCents: Cents;
}

/** The final cost of the campaign: the sum of its lines, so that the page's parts add up to its whole. */
export function totalForecast(lines: readonly { readonly forecast: Forecast | null; readonly allocatedCents: Cents; readonly isReserve: boolean }[]): TotalForecast {
  const known = lines.flatMap(({ forecast }) => (forecast ? [forecast] : []));
  const unknown = lines.filter(({ forecast, isReserve }) => forecast === null && !isReserve);
  const finalCents = known.reduce((sum, forecast) => sum + forecast.finalCents, 0);
  return {
    finalCents: known.length === 0 ? null : finalCents,
    knownCents: known.reduce((sum, forecast) => sum + forecast.knownCents, 0),
    unknownLines: unknown.length,
    fullCents: unknown.reduce((sum, line) => sum + line.allocatedCents, finalCents),
  };
}
