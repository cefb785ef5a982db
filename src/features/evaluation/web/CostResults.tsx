import { useMemo } from 'react';
import { editBudget, type BudgetLine } from '#features/budget/budget.contract.ts';
import { totalsOf, varianceOf } from '#features/budget/budget.rules.ts';
import { formatAmount, MAX_CENTS } from '#platform/shared/money.ts';
import { Grid } from '#platform/web/grid/Grid.tsx';
import type { CellValue, GridColumn } from '#platform/web/grid/grid.types.ts';
import { useRowsOperation } from '#platform/web/grid/useRowsOperation.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { EmptyState } from '#platform/web/ui/States.tsx';
import { evaluationWebMessages } from '../evaluation.web.messages.ts';
import css from './evaluation.module.css';
import { isOpen, type EvaluationFacts } from './useEvaluationFacts.ts';

const signed = (cents: CellValue): string => (typeof cents === 'number' ? `${cents > 0 ? '+' : ''}${formatAmount(cents)}` : '—');

/** 实际花费 against 预算金额 line by line, with variance; the actual is filled in here by those who record cost. */
export function CostResults({ facts: { campaign, evaluation, budget } }: { readonly facts: EvaluationFacts }) {
  const words = useMessages(evaluationWebMessages).budget;
  const recordCost = budget.can.recordCost && isOpen(evaluation);
  const columns = useCostColumns(recordCost);
  const save = useRowsOperation(editBudget, campaign.id, ['actualCents', 'note']);
  const total = (rows: readonly BudgetLine[]) => {
    const { amountCents, actualCents } = totalsOf(rows);
    return signed(actualCents === null ? null : actualCents - amountCents);
  };
  return (
    <div id="evaluation-costs" className={css['anchor']}>
      <Section bare title={words.title} actions={<span className={css['hint']}>{recordCost ? words.edit : words.text}</span>}>
        <Grid<BudgetLine>
          label={words.title}
          rows={budget.lines}
          columns={columns}
          onChange={save}
          readOnly={!recordCost}
          canInsert={false}
          canDelete={false}
          canMove={false}
          footer={{ category: { text: words.total }, amountCents: 'sum', actualCents: 'sum', variance: total }}
          empty={<EmptyState title={words.empty}>{words.text}</EmptyState>}
        />
      </Section>
    </div>
  );
}

function useCostColumns(canRecord: boolean): readonly GridColumn<BudgetLine>[] {
  const words = useMessages(evaluationWebMessages).budget;
  const formats = useFormats();
  return useMemo(
    (): readonly GridColumn<BudgetLine>[] => [
      { field: 'category', title: words.category, kind: 'text', width: 150, readOnly: true, card: 'title' },
      { field: 'detail', title: words.detail, kind: 'text', readOnly: true },
      { field: 'amountCents', title: words.amount, unit: words.yuan, kind: 'money', width: 132, readOnly: true },
      { field: 'actualCents', title: words.actual, unit: words.yuan, kind: 'money', width: 132, min: -MAX_CENTS, readOnly: !canRecord },
      {
        field: 'variance', title: words.variance, unit: words.yuan, kind: 'money', width: 116, compute: (line) => varianceOf(line), format: signed,
        render: (value) => <span className={typeof value === 'number' && value > 0 ? css['over'] : ''}>{signed(value)}</span>,
      },
      { field: 'use', title: words.use, kind: 'number', width: 88, compute: (line) => (line.actualCents === null || line.amountCents === 0 ? null : line.actualCents / line.amountCents), format: (value) => formats.percent(typeof value === 'number' ? value : null, 1) },
      { field: 'note', title: words.note, kind: 'text', width: 180, maxLength: 500, readOnly: !canRecord, blank: '' },
    ],
    [words, formats, canRecord],
  );
}
