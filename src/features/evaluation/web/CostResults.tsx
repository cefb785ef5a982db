import { useMemo } from 'react';
import { type BudgetLine } from '#features/budget/budget.contract.ts';
import { totalsOf } from '#features/budget/budget.rules.ts';
import { formatAmount } from '#platform/shared/money.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { DataTable, type DataColumn } from '#platform/web/ui/DataTable.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { EmptyState } from '#platform/web/ui/States.tsx';
import { costVariance, isSettled } from '../evaluation.rules.ts';
import { evaluationWebMessages } from '../evaluation.web.messages.ts';
import css from './evaluation.module.css';
import type { EvaluationFacts } from './useEvaluationFacts.ts';

const signed = (cents: number | null): string => (cents === null ? '—' : `${cents > 0 ? '+' : ''}${formatAmount(cents)}`);

/** 实际花费 against 预算金额 line by line, with variance: from the ledger, where every figure opens to its entries. */
export function CostResults({ facts: { campaign, evaluation, budget } }: { readonly facts: EvaluationFacts }) {
  const words = useMessages(evaluationWebMessages).budget;
  const formats = useFormats();
  const settled = isSettled(campaign.stage);
  const columns = useCostColumns(settled);
  const page = `/campaigns/${campaign.id}/budget`;
  const { amountCents, actualCents } = totalsOf(budget.lines);
  const { waiting, orders } = evaluation.budget.open;
  const share = amountCents === 0 || actualCents === null ? null : actualCents / amountCents;
  return (
    <div id="evaluation-costs" className={css['anchor']}>
      <Section title={words.title} actions={<Link to={page}>{words.ledger}</Link>}>
        {settled && waiting + orders > 0 ? <Banner tone="warn" action={<Link to={`${page}/requests`}>{words.requests}</Link>}>{words.open(waiting, orders)}</Banner> : null}
        <DataTable
          label={words.title}
          columns={columns}
          rows={budget.lines}
          rowKey={({ id }) => id}
          footer={[words.total, '', formatAmount(amountCents), actualCents === null ? '-' : formatAmount(actualCents), signed(costVariance({ amountCents, actualCents }, settled)), formats.percent(share, 1), '']}
          empty={<EmptyState title={words.empty}>{words.text}</EmptyState>}
        />
        <p className={css['hint']}>{words.text}</p>
      </Section>
    </div>
  );
}

function useCostColumns(settled: boolean): readonly DataColumn<BudgetLine>[] {
  const words = useMessages(evaluationWebMessages).budget;
  const formats = useFormats();
  return useMemo((): readonly DataColumn<BudgetLine>[] => {
    const variance = (line: BudgetLine) => costVariance(line, settled);
    const used = (line: BudgetLine): number | null => (variance(line) === null || line.amountCents === 0 ? null : (line.actualCents ?? 0) / line.amountCents);
    return [
      { key: 'category', title: words.category, heading: true, width: '16%', render: (line) => line.category },
      { key: 'detail', title: words.detail, width: '24%', render: (line) => line.detail },
      { key: 'amount', title: words.amount, unit: words.yuan, align: 'end', render: (line) => formatAmount(line.amountCents) },
      // T1 writes "-" while nothing is spent.
      { key: 'actual', title: words.actual, unit: words.yuan, align: 'end', render: (line) => (line.actualCents === null ? '-' : formatAmount(line.actualCents)) },
      { key: 'variance', title: words.variance, unit: words.yuan, align: 'end', render: (line) => <span className={(variance(line) ?? 0) > 0 ? css['over'] : ''}>{signed(variance(line))}</span> },
      { key: 'use', title: words.use, align: 'end', render: (line) => formats.percent(used(line), 1) },
      { key: 'note', title: words.note, width: '18%', render: (line) => line.note },
    ];
  }, [words, formats, settled]);
}
