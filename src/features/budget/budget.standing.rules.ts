import type { Balance, Budget, BudgetLine, Entry, Pace } from './budget.contract.ts';
import { lineForecast, totalForecast, type Forecast, type TotalForecast } from './budget.pace.rules.ts';
import { isReserve } from './budget.rules.ts';
import { useShare, warningLevel, warningTone } from './budget.warning.rules.ts';

/** Parts of a balance in the order in which they are drawn; together they are the allocated. */
export const PARTS = ['spent', 'committed', 'reserved', 'free'] as const;
export type Part = (typeof PARTS)[number];
export type Bucket = 'allocated' | Exclude<Part, 'free'>;

export const partCents = (balance: Balance, part: Part | 'allocated'): number => balance[`${part}Cents`];

const EMPTY: Balance = { allocatedCents: 0, freeCents: 0, reservedCents: 0, committedCents: 0, spentCents: 0 };

/** The whole of the lines; each part is the sum of the lines' parts. */
export function totalBalance(balances: readonly Balance[]): Balance {
  return balances.reduce((sum, one) => ({
    allocatedCents: sum.allocatedCents + one.allocatedCents, freeCents: sum.freeCents + one.freeCents, reservedCents: sum.reservedCents + one.reservedCents,
    committedCents: sum.committedCents + one.committedCents, spentCents: sum.spentCents + one.spentCents,
  }), EMPTY);
}

/** A line of the opened budget with all that the page says of it. */
export interface LineStanding {
  readonly line: BudgetLine;
  readonly balance: Balance;
  readonly isReserve: boolean;
  /** Used share, 0…1; null when nothing is allocated. */
  readonly share: number | null;
  readonly tone: 'none' | 'raised' | 'high';
  readonly forecast: Forecast | null;
}

export interface Standing {
  readonly lines: readonly LineStanding[];
  readonly total: Balance;
  readonly forecast: TotalForecast;
  /** Lines with a warning, the most used first. */
  readonly warned: readonly LineStanding[];
  /** Lines whose money ends before the campaign at this rate, the earliest first. */
  readonly runningOut: readonly LineStanding[];
}

/** Where every line of an opened budget stands (P2.3). Without `pace` no rate is known and forecasts are the obligations. */
export function standingOf(budget: Budget, pace: Pace | undefined): Standing {
  const bySpending = Map.groupBy(pace?.spendings ?? [], ({ lineId }) => lineId);
  const lines = budget.lines.flatMap((line): LineStanding[] => {
    const { balance } = line;
    if (!balance) return [];
    const share = useShare(balance);
    return [{
      line, balance, share, isReserve: isReserve(line), tone: warningTone(warningLevel(balance, budget.rules.warnPercents), budget.rules.warnPercents),
      forecast: lineForecast(balance, bySpending.get(line.id) ?? [], budget.period),
    }];
  });
  return {
    lines, total: totalBalance(lines.map(({ balance }) => balance)),
    forecast: totalForecast(lines.map((one) => ({ forecast: one.forecast, allocatedCents: one.balance.allocatedCents, isReserve: one.isReserve }))),
    warned: lines.filter(({ tone }) => tone !== 'none').toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0)),
    runningOut: lines.filter(({ forecast }) => forecast?.spentUpOn).toSorted((a, b) => (a.forecast?.spentUpOn ?? '').localeCompare(b.forecast?.spentUpOn ?? '')),
  };
}

/** From which part to which an entry moves money; null is outside the line. */
export function movementOf(entry: Pick<Entry, 'allocatedDelta' | 'reservedDelta' | 'committedDelta' | 'spentDelta'>): { readonly from: Part | null; readonly to: Part | null } {
  const deltas: readonly (readonly [Part, number])[] = [
    ['free', entry.allocatedDelta - entry.reservedDelta - entry.committedDelta - entry.spentDelta], ['reserved', entry.reservedDelta], ['committed', entry.committedDelta], ['spent', entry.spentDelta],
  ];
  return { from: deltas.find(([, delta]) => delta < 0)?.[0] ?? null, to: deltas.find(([, delta]) => delta > 0)?.[0] ?? null };
}
