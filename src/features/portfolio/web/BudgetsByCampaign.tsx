import { campaignMessages } from '#features/campaign/campaign.messages.ts';
import { stageName, stageTone } from '#features/campaign/campaign.stage.rules.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { usePaged } from '#platform/web/paged.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { DataTable, type DataColumn } from '#platform/web/ui/DataTable.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { Loaded } from '#platform/web/ui/States.tsx';
import { listBudgets, type BudgetSums, type CampaignBudget } from '../portfolio.budgets.contract.ts';
import { warningOf } from '../portfolio.budgets.rules.ts';
import { budgetsMessages } from '../portfolio.budgets.web.messages.ts';
import { BudgetLegend } from './BudgetBar.tsx';
import { useMoneyColumns, useMoneyFooter, Warned } from './budgetsColumns.tsx';
import css from './budgets.module.css';
import type { BudgetsFilters } from './useBudgetsFilters.ts';

interface Props {
  readonly sums: BudgetSums;
  readonly filters: BudgetsFilters;
}

/** One line a campaign, sorted by the server by any column; its name opens its budget. */
export function BudgetsByCampaign({ sums, filters }: Props) {
  const words = useMessages(budgetsMessages);
  const { sort, order, query } = filters;
  const list = usePaged(listBudgets, { query: { ...query, sort, order } });
  const rows = list.pages?.flatMap((page) => page.campaigns) ?? [];
  const columns = useCampaignColumns(rows, sums.warnPercents);
  const footer = useMoneyFooter();
  // Figures begin with the largest, names with the first.
  const onSort = (key: string) => filters.change({ sort: key, order: (sort === key ? order === 'down' : key === 'name') ? 'up' : undefined });
  return (
    <Section title={words.table.campaigns} actions={<BudgetLegend />}>
      <Loaded query={{ data: list.pages, error: list.error, refetch: list.refetch }} lines={6}>
        {() => (
          <>
            <DataTable label={words.table.campaigns} columns={columns} rows={rows} rowKey={({ id }) => id} sorting={{ sort: { key: sort, down: order === 'down' }, onSort }} footer={[words.table.total, ...footer(sums.total)]} />
            <div className={css['foot']}>
              <span role="status">{list.hasMore ? words.shown(rows.length) : words.all(rows.length)}</span>
              {list.hasMore ? <Button small busy={list.busy} onClick={list.more}>{words.more}</Button> : null}
            </div>
          </>
        )}
      </Loaded>
    </Section>
  );
}

function useCampaignColumns(rows: readonly CampaignBudget[], warnPercents: readonly number[]): readonly DataColumn<CampaignBudget>[] {
  const words = useMessages(budgetsMessages);
  const stageWords = useMessages(campaignMessages);
  const formats = useFormats();
  const highest = warnPercents.at(-1) ?? 100;
  const lowest = warnPercents[0] ?? highest;
  const warningsOf = (row: CampaignBudget) => {
    const warning = warningOf(row, row.stage, warnPercents);
    if (warning !== 'none') return <Warned warning={warning}>{words.warned(warning === 'full' ? highest : lowest)}</Warned>;
    return row.fullLines > 0 ? <Warned warning="near">{words.lines(row.fullLines, highest)}</Warned> : null;
  };
  const money = useMoneyColumns<CampaignBudget>({ nameOf: (row) => row.name, widestCents: Math.max(...rows.map((row) => row.allocatedCents), 0), warnings: warningsOf }, true);
  return [
    {
      key: 'name', title: words.table.campaign, heading: true, width: '25%', sortable: true,
      render: (row) => (
        <span className={css['name']}>
          <Link to={`/campaigns/${row.id}/budget`}>{row.name}</Link> <StateTag tone={stageTone[row.stage]}>{stageName({ stage: row.stage, revised: true }, stageWords)}</StateTag>
          <small>{[row.departmentName ?? words.noDepartment, formats.days(row.startsOn, row.endsOn, true)].join(' · ')}</small>
          {row.allocatedCents === row.baselineCents ? null : <small>{words.changed(formats.money(row.baselineCents), `${row.allocatedCents > row.baselineCents ? '+' : ''}${formats.amount(row.allocatedCents - row.baselineCents)}`)}</small>}
        </span>
      ),
    },
    ...money,
  ];
}
