import type { ReactNode } from 'react';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { usePhone } from '#platform/web/media.ts';
import type { DataColumn } from '#platform/web/ui/DataTable.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { usedShare, type Warning } from '../portfolio.budgets.rules.ts';
import { budgetsMessages } from '../portfolio.budgets.web.messages.ts';
import { BudgetBar, type BarMoney } from './BudgetBar.tsx';
import css from './budgets.module.css';

export interface MoneyRow extends BarMoney {
  readonly waiting: number;
  readonly waitingCents: number;
  readonly unpaid: number;
  readonly unpaidCents: number;
}

const TONES = { near: 'warn', full: 'late' } as const;

/** A warning beside the used share: by its sign and its words, not by colour alone. */
export function Warned({ warning, children }: { readonly warning: Warning; readonly children: ReactNode }) {
  return warning === 'none' ? null : <StateTag tone={TONES[warning]}>{children}</StateTag>;
}

interface Naming<Row> {
  readonly nameOf: (row: Row) => string;
  readonly widestCents: number;
  /** Beside the used share: warnings. */
  readonly warnings: (row: Row) => ReactNode;
}

/** The money of a department or a campaign: the picture first, then the figures. The keys are those that the server sorts by. */
export function useMoneyColumns<Row extends MoneyRow>({ nameOf, widestCents, warnings }: Naming<Row>, sortable: boolean): readonly DataColumn<Row>[] {
  const { table } = useMessages(budgetsMessages);
  const formats = useFormats();
  const phone = usePhone();
  // On a phone a card is short: the bar shows that nothing is held.
  const held = (cents: number): ReactNode => (phone && cents === 0 ? null : formats.amount(cents));
  const amount = (key: 'allocated' | 'spent' | 'committed' | 'reserved' | 'free', cents: (row: Row) => number): DataColumn<Row> => ({
    key, title: table[key], unit: table.yuan, align: 'end', sortable, render: (row) => (key === 'committed' || key === 'reserved' ? held(cents(row)) : formats.amount(cents(row))),
  });
  // Nothing that waits is no figure: the cell stays empty, and on a phone it is left out.
  const waiting = (count: number, cents: number): ReactNode => (count === 0 ? null : formats.amount(cents));
  return [
    { key: 'bar', title: table.bar, width: '13%', render: (row) => <span className={css['barcell']}><BudgetBar name={nameOf(row)} money={row} widestCents={widestCents} /></span> },
    amount('allocated', (row) => row.allocatedCents), amount('spent', (row) => row.spentCents), amount('committed', (row) => row.committedCents), amount('reserved', (row) => row.reservedCents), amount('free', (row) => row.freeCents),
    { key: 'share', title: table.share, align: 'end', sortable, render: (row) => <span className={css['share']}>{warnings(row)}{formats.percent(usedShare(row), 0)}</span> },
    { key: 'waiting', title: table.waiting, unit: table.yuan, align: 'end', sortable, render: (row) => waiting(row.waiting, row.waitingCents) },
    { key: 'unpaid', title: table.unpaid, unit: table.yuan, align: 'end', sortable, render: (row) => waiting(row.unpaid, row.unpaidCents) },
  ];
}

/** The cells of 合计 under those columns. */
export function useMoneyFooter(): (total: MoneyRow) => readonly ReactNode[] {
  const formats = useFormats();
  return (total) => [
    null, formats.amount(total.allocatedCents), formats.amount(total.spentCents), formats.amount(total.committedCents), formats.amount(total.reservedCents), formats.amount(total.freeCents), formats.percent(usedShare(total), 0),
    total.waiting === 0 ? null : formats.amount(total.waitingCents), total.unpaid === 0 ? null : formats.amount(total.unpaidCents),
  ];
}
