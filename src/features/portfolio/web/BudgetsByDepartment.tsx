import { useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { DataTable, type DataColumn } from '#platform/web/ui/DataTable.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import type { BudgetSums, DepartmentBudget } from '../portfolio.budgets.contract.ts';
import { NO_DEPARTMENT } from '../portfolio.budgets.rules.ts';
import { budgetsMessages } from '../portfolio.budgets.web.messages.ts';
import { BudgetLegend } from './BudgetBar.tsx';
import { useMoneyColumns, useMoneyFooter, Warned } from './budgetsColumns.tsx';
import css from './budgets.module.css';
import type { BudgetsFilters } from './useBudgetsFilters.ts';

/** One line a department; its name opens its campaigns. */
export function BudgetsByDepartment({ sums: { departments, total, warnPercents }, filters }: { readonly sums: BudgetSums; readonly filters: BudgetsFilters }) {
  const words = useMessages(budgetsMessages);
  const rows = departments.filter((row) => row.campaigns > 0);
  const nameOf = (row: DepartmentBudget) => row.departmentName ?? words.noDepartment;
  const highest = warnPercents.at(-1) ?? 100;
  const lowest = warnPercents[0] ?? highest;
  const money = useMoneyColumns<DepartmentBudget>({
    nameOf, widestCents: Math.max(...rows.map((row) => row.allocatedCents), 0),
    warnings: (row) => (
      <Warned warning={row.fullCampaigns > 0 ? 'full' : row.nearCampaigns > 0 ? 'near' : 'none'}>
        {row.fullCampaigns > 0 ? words.campaignsAt(row.fullCampaigns, highest) : words.campaignsAt(row.nearCampaigns, lowest)}
      </Warned>
    ),
  }, false);
  const footer = useMoneyFooter();
  const columns: DataColumn<DepartmentBudget>[] = [
    {
      key: 'department', title: words.table.department, heading: true, width: '15%',
      render: (row) => <span className={css['name']}><Link to={filters.address({ view: 'campaigns', department: row.departmentId ?? NO_DEPARTMENT })}>{nameOf(row)}</Link></span>,
    },
    { key: 'campaigns', title: words.table.count, align: 'end', render: (row) => row.campaigns },
    ...money,
  ];
  return (
    <Section title={words.table.departments} actions={<BudgetLegend />}>
      <DataTable label={words.table.departments} columns={columns} rows={rows} rowKey={(row) => row.departmentId ?? NO_DEPARTMENT} footer={[words.table.total, total.campaigns, ...footer(total)]} />
    </Section>
  );
}
