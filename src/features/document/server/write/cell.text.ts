import { formatAmount, type Cents } from '#platform/shared/money.ts';
import { percent } from './figures.view.ts';
import type { Cell } from './tables.ts';

/** `-` for an amount that nobody knows: it is not 0. */
export function amountText(cents: Cents | null): string {
  return cents === null ? '-' : formatAmount(cents);
}

/** What a cell says on paper. */
export function cellText(cell: Exclude<Cell, { kind: 'covered' }>): string {
  if (cell.kind === 'amount') return amountText(cell.cents);
  if (cell.kind === 'share') return percent(cell.share);
  if (cell.kind === 'day') return cell.day ?? '';
  return cell.kind === 'number' ? String(cell.value) : cell.text;
}
