import { useMemo } from 'react';
import { listPeople } from '#features/account/account.contract.ts';
import { formatAmount, MAX_CENTS } from '#platform/shared/money.ts';
import type { GridColumn } from '#platform/web/grid/grid.types.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useOperation } from '#platform/web/query.ts';
import type { Choice } from '#platform/web/ui/choice.rules.ts';
import { Icon } from '#platform/web/ui/Icon.tsx';
import type { BudgetLine } from '../budget.contract.ts';
import { quantityAgreement } from '../budget.quantity.rules.ts';
import { varianceOf } from '../budget.rules.ts';
import { budgetWebMessages, type BudgetWords } from '../budget.web.messages.ts';
import css from './budget.module.css';

function Actual({ line, words }: { readonly line: BudgetLine; readonly words: BudgetWords }) {
  const over = varianceOf(line) ?? 0;
  if (line.actualCents === null) return <span className={css['none']}>-</span>;
  if (over <= 0) return formatAmount(line.actualCents);
  const excess = formatAmount(over);
  return (
    <span className={css['actual']}>
      <span className={css['over']} aria-label={words.overLabel(excess)} role="img"><Icon name="warn" size={12} />{words.over(excess)}</span>
      <b>{formatAmount(line.actualCents)}</b>
    </span>
  );
}

/**
 * 单价 × 数量 × 次 in the words of a line, when they give another amount. An amount that was changed by a request was decided on,
 * so it is not asked about again.
 */
export function quantityQuestion(line: BudgetLine): { readonly product: string } | null {
  if (line.balance && line.amountCents !== line.plannedCents) return null;
  const found = quantityAgreement(line);
  return found?.standing === 'differs' ? { product: found.words } : null;
}

/** The seven columns of T1 (序号 is the grid's own). Once the ledger is open, 实际花费 is what it says and only 备注 is written here. */
export function useBudgetColumns({ write, note }: { readonly write: boolean; readonly note: boolean }): readonly GridColumn<BudgetLine>[] {
  const words = useMessages(budgetWebMessages);
  const people = useOperation(listPeople, {}).data?.people;
  return useMemo(() => {
    const { columns } = words;
    const fixed = !write;
    const roles = Object.values(words.roles).map((label): Choice => ({ value: label, label, hint: words.roleHint }));
    const owners = [...roles, ...(people ?? []).filter((person) => person.state !== 'disabled').map((person): Choice => ({ value: person.id, label: person.name, hint: person.title || (person.departmentName ?? '') }))];
    const categories = Object.values(words.categories).map((label): Choice => ({ value: label, label }));
    return [
      { field: 'category', title: columns.category, kind: 'person', width: 150, maxLength: 60, readOnly: fixed, choices: categories, blank: '', card: 'title' },
      { field: 'detail', title: columns.detail, kind: 'text', maxLength: 500, readOnly: fixed, blank: '' },
      { field: 'amountCents', title: columns.amount, unit: columns.yuan, kind: 'money', width: 132, min: 0, readOnly: fixed, blank: 0,
        question: (_, line) => {
          const asked = quantityQuestion(line);
          return asked ? words.quantities.cell(asked.product, formatAmount(line.amountCents)) : undefined;
        } },
      { field: 'actualCents', title: columns.actual, unit: columns.yuan, kind: 'money', width: 190, min: -MAX_CENTS, readOnly: fixed, render: (_, line) => <Actual line={line} words={words} /> },
      { field: 'ownerText', title: columns.owner, kind: 'person', width: 116, maxLength: 100, readOnly: fixed, choices: owners, blank: '' },
      { field: 'note', title: columns.note, kind: 'text', width: 220, maxLength: 500, readOnly: fixed && !note, blank: '' },
    ];
  }, [words, people, write, note]);
}
