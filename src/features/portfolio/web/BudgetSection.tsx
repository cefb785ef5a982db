import type { Budget } from '#features/budget/budget.contract.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { LinkButton } from '#platform/web/ui/Button.tsx';
import { MoneyBar, type MoneyShare } from '#platform/web/ui/Marks.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { EmptyState } from '#platform/web/ui/States.tsx';
import { overviewMessages } from '../portfolio.overview.messages.ts';
import type { OverviewFacts } from '../portfolio.verdict.rules.ts';
import css from './overview.module.css';

type Words = (typeof overviewMessages)['zh-CN']['budget'];

/** Once the ledger is open: its four parts, without those that are nothing. Before: what was recorded; nothing recorded yet is not 0 spent. */
function sharesOf({ lines, totals: { amountCents, actualCents } }: Budget, words: Words): readonly MoneyShare[] {
  const balances = lines.flatMap((line) => line.balance ?? []);
  const sum = (part: 'committedCents' | 'reservedCents' | 'freeCents') => balances.reduce((whole, balance) => whole + balance[part], 0);
  const spent: MoneyShare[] = actualCents === null ? [] : [{ label: words.spent, cents: actualCents, tone: 'indigo' }];
  if (balances.length === 0) return [...spent, { label: words.left, cents: Math.max(0, amountCents - (actualCents ?? 0)), tone: 'rest' }];
  const held: readonly MoneyShare[] = [{ label: words.committed, cents: sum('committedCents'), tone: 'indigo2' }, { label: words.reserved, cents: sum('reservedCents'), tone: 'indigo3' }];
  return [...spent, ...held.filter((share) => share.cents > 0), { label: words.free, cents: sum('freeCents'), tone: 'rest' }];
}

/** What is spent of the budget, what is left, and the reserve's share (P2.2). */
export function BudgetSection({ facts: { campaign, budget } }: { readonly facts: OverviewFacts }) {
  const words = useMessages(overviewMessages).budget;
  const formats = useFormats();
  const page = `/campaigns/${campaign.id}/budget`;
  const { amountCents, reserveCents } = budget.totals;
  if (budget.lines.length === 0) {
    return (
      <Section title={words.title(formats.money(0))}>
        <EmptyState title={words.empty} actions={campaign.can.writePlan ? <LinkButton to={page}>{words.write}</LinkButton> : null}>{words.emptyText}</EmptyState>
      </Section>
    );
  }
  const recorded = budget.lines.filter((line) => line.actualCents !== null).length;
  return (
    <Section title={words.title(formats.money(amountCents))} actions={<Link to={page}>{words.all}</Link>}>
      <MoneyBar label={words.bar} totalCents={amountCents} parts={sharesOf(budget, words)} />
      <p className={css['note']}>{reserveCents > 0 ? words.reserve(formats.money(reserveCents), formats.percent(reserveCents / amountCents)) : words.noReserve}</p>
      <p className={css['note']}>{words.recorded(recorded, budget.lines.length)}</p>
    </Section>
  );
}
