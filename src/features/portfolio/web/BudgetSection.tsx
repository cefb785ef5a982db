import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { LinkButton } from '#platform/web/ui/Button.tsx';
import { MoneyBar, type MoneyShare } from '#platform/web/ui/Marks.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { EmptyState } from '#platform/web/ui/States.tsx';
import { overviewMessages } from '../portfolio.overview.messages.ts';
import type { OverviewFacts } from '../portfolio.verdict.rules.ts';
import css from './overview.module.css';

/** What is spent of the budget, what is left, and the reserve's share (P2.2). */
export function BudgetSection({ facts: { campaign, budget } }: { readonly facts: OverviewFacts }) {
  const words = useMessages(overviewMessages).budget;
  const formats = useFormats();
  const page = `/campaigns/${campaign.id}/budget`;
  const { amountCents, actualCents, reserveCents } = budget.totals;
  if (budget.lines.length === 0) {
    return (
      <Section title={words.title(formats.money(0))}>
        <EmptyState title={words.empty} actions={campaign.can.writePlan ? <LinkButton to={page}>{words.write}</LinkButton> : null}>{words.emptyText}</EmptyState>
      </Section>
    );
  }
  const spent = actualCents ?? 0;
  const within = Math.min(spent, amountCents);
  // Nothing recorded yet is not 0 spent.
  const parts: MoneyShare[] = [
    ...(actualCents === null ? [] : [{ label: words.spent, cents: within, tone: 'indigo' } as const]),
    spent > amountCents ? { label: words.over, cents: spent - amountCents, tone: 'rose' } : { label: words.left, cents: amountCents - within, tone: 'rest' },
  ];
  const recorded = budget.lines.filter((line) => line.actualCents !== null).length;
  return (
    <Section title={words.title(formats.money(amountCents))} actions={<Link to={page}>{words.all}</Link>}>
      <MoneyBar label={words.bar} totalCents={amountCents} parts={parts} />
      <p className={css['note']}>{reserveCents > 0 ? words.reserve(formats.money(reserveCents), formats.percent(reserveCents / amountCents)) : words.noReserve}</p>
      <p className={css['note']}>{words.recorded(recorded, budget.lines.length)}</p>
    </Section>
  );
}
