import { campaignMessages } from '#features/campaign/campaign.messages.ts';
import { stageTone } from '#features/campaign/campaign.stage.rules.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { usePaged } from '#platform/web/paged.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { DataTable, type DataColumn } from '#platform/web/ui/DataTable.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { listPlannedBudgets, type BudgetSum, type PlannedBudget } from '../portfolio.budgets.contract.ts';
import { budgetsMessages } from '../portfolio.budgets.web.messages.ts';
import css from './budgets.module.css';
import type { BudgetsFilters } from './useBudgetsFilters.ts';

/** Budgets of plans that are not approved yet, apart from the others: their amounts are wishes. */
export function PlannedBudgets({ total, filters }: { readonly total: BudgetSum; readonly filters: BudgetsFilters }) {
  const words = useMessages(budgetsMessages);
  const { stages } = useMessages(campaignMessages);
  const formats = useFormats();
  const { state: _state, ...query } = filters.query;
  const list = usePaged(listPlannedBudgets, { query: { ...query, limit: 20 } });
  const text = words.planned;
  const columns: DataColumn<PlannedBudget>[] = [
    { key: 'name', title: text.campaign, heading: true, width: '34%', render: (row) => <span className={css['name']}><Link to={`/campaigns/${row.id}/budget`}>{row.name}</Link><small>{row.departmentName ?? words.noDepartment}</small></span> },
    { key: 'stage', title: text.stage, render: (row) => <StateTag tone={stageTone[row.stage]}>{stages[row.stage]}</StateTag> },
    { key: 'period', title: text.period, render: (row) => formats.days(row.startsOn, row.endsOn, true) },
    { key: 'lines', title: text.lines, align: 'end', render: (row) => row.lines },
    { key: 'amount', title: text.amount, unit: words.table.yuan, align: 'end', render: (row) => formats.amount(row.plannedCents) },
  ];
  return (
    <Section title={text.title} actions={<span className={css['hint']}>{text.hint}</span>}>
      <Loaded query={{ data: list.pages, error: list.error, refetch: list.refetch }} lines={3}>
        {(pages) => (
          <>
            <DataTable label={text.title} columns={columns} rows={pages.flatMap((page) => page.campaigns)} rowKey={({ id }) => id} footer={[words.table.total, '', '', '', formats.amount(total.plannedCents)]} />
            {list.hasMore ? <div className={css['foot']}><Button small busy={list.busy} onClick={list.more}>{words.more}</Button></div> : null}
          </>
        )}
      </Loaded>
    </Section>
  );
}
