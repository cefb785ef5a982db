import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { budgetsMessages } from '../portfolio.budgets.web.messages.ts';
import css from './budgets.module.css';

export interface BarMoney {
  readonly allocatedCents: number;
  readonly spentCents: number;
  readonly committedCents: number;
  readonly reservedCents: number;
  readonly freeCents: number;
}

export const PARTS = ['spent', 'committed', 'reserved', 'free'] as const;
export type Part = (typeof PARTS)[number];
export const partOf = (money: BarMoney, part: Part): number => money[`${part}Cents`];

/** One budget as a bar of its four parts. Its length is its share of `widestCents`, so that the bars of a list compare. */
export function BudgetBar({ name, money, widestCents }: { readonly name: string; readonly money: BarMoney; readonly widestCents: number }) {
  const words = useMessages(budgetsMessages);
  const formats = useFormats();
  const whole = Math.max(money.allocatedCents, 1);
  const said = PARTS.filter((part) => partOf(money, part) > 0).map((part) => words.table.part(words.parts[part], formats.money(partOf(money, part)))).join(words.table.comma);
  const label = words.table.barOf(name, formats.money(money.allocatedCents), said);
  const starts = PARTS.map((_, index) => PARTS.slice(0, index).reduce((sum, part) => sum + partOf(money, part), 0));
  return (
    <svg className={css['bar']} role="img" aria-label={label} width={`${Math.max(1.5, (money.allocatedCents / Math.max(widestCents, 1)) * 100)}%`} height="12">
      <title>{label}</title>
      {PARTS.map((part, index) => <rect key={part} x={`${((starts[index] ?? 0) / whole) * 100}%`} width={`${(partOf(money, part) / whole) * 100}%`} height="100%" className={css[part]} />)}
    </svg>
  );
}

/** What the colours of the bars mean. */
export function BudgetLegend() {
  const words = useMessages(budgetsMessages);
  return (
    <ul className={css['legend']} title={words.partsHint}>
      {PARTS.map((part) => (
        <li key={part}>
          <svg width="8" height="8" aria-hidden="true"><rect width="8" height="8" rx="2" className={css[part]} /></svg>
          {words.parts[part]}
        </li>
      ))}
    </ul>
  );
}
