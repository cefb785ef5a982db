import { getMe } from '#features/account/account.contract.ts';
import { ClientProblem } from '#platform/web/client.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { useDownload } from '#platform/web/useDownload.ts';
import { Button, LinkButton } from '#platform/web/ui/Button.tsx';
import { MoneyBar } from '#platform/web/ui/Marks.tsx';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import { Switch } from '#platform/web/ui/Tabs.tsx';
import { sumBudgets, type BudgetSum, type BudgetSums } from '../portfolio.budgets.contract.ts';
import { budgetsMessages } from '../portfolio.budgets.web.messages.ts';
import { BudgetBar, PARTS, partOf, type Part } from './BudgetBar.tsx';
import { BudgetsByCampaign } from './BudgetsByCampaign.tsx';
import { BudgetsByDepartment } from './BudgetsByDepartment.tsx';
import { BudgetsFilterBar } from './BudgetsFilterBar.tsx';
import { BudgetsVerdict } from './BudgetsVerdict.tsx';
import { PlannedBudgets } from './PlannedBudgets.tsx';
import css from './budgets.module.css';
import { useBudgetsFilters, type BudgetsFilters } from './useBudgetsFilters.ts';

const TONES = { spent: 'indigo', committed: 'indigo2', reserved: 'indigo3', free: 'rest' } as const satisfies Record<Part, string>;

/** Everything together: where the approved money is, what waits, what is to be paid. */
function Whole({ total }: { readonly total: BudgetSum }) {
  const words = useMessages(budgetsMessages);
  const formats = useFormats();
  const paysInvoices = useOperation(getMe, {}).data?.orgRole === 'finance';
  return (
    <Section>
      <MoneyBar label={words.whole.bar} totalCents={total.allocatedCents} parts={PARTS.map((part) => ({ label: words.parts[part], cents: partOf(total, part), tone: TONES[part] }))} />
      {total.waiting + total.unpaid === 0 ? null : (
        <dl className={css['facts']}>
          {total.waiting > 0 ? <div><dt>{words.whole.waiting}</dt><dd>{formats.money(total.waitingCents)}<small>{words.whole.requests(total.waiting)}</small></dd></div> : null}
          {total.unpaid > 0 ? <div><dt>{words.whole.unpaid}</dt><dd>{formats.money(total.unpaidCents)}<small>{words.whole.invoices(total.unpaid)}</small>{paysInvoices ? <small><Link to="/payables">{words.whole.toPay}</Link></small> : null}</dd></div> : null}
        </dl>
      )}
    </Section>
  );
}

function Empty({ filters }: { readonly filters: BudgetsFilters }) {
  const words = useMessages(budgetsMessages);
  if (filters.isNarrowed) return <EmptyState title={words.none} actions={<Button onClick={filters.clear}>{words.filters.clear}</Button>}>{words.noneHint}</EmptyState>;
  const sample = (allocatedCents: number, spentCents: number, committedCents: number) => ({ allocatedCents, spentCents, committedCents, reservedCents: 0, freeCents: allocatedCents - spentCents - committedCents });
  const preview = (
    <div className={css['sample']} aria-hidden="true">
      <span>{words.sample.first}</span><BudgetBar name={words.sample.first} money={sample(100, 46, 20)} widestCents={100} />
      <span>{words.sample.second}</span><BudgetBar name={words.sample.second} money={sample(60, 40, 15)} widestCents={100} />
    </div>
  );
  return (
    <EmptyState title={words.empty} preview={preview} actions={<><Button onClick={() => filters.change({ state: 'all' })}>{words.toEnded}</Button><LinkButton kind="primary" to="/approvals">{words.toApprovals}</LinkButton></>}>
      {words.emptyHint}
    </EmptyState>
  );
}

function Content({ sums, filters }: { readonly sums: BudgetSums; readonly filters: BudgetsFilters }) {
  const { total } = sums;
  return (
    <>
      {total.campaigns === 0 ? <Section><Empty filters={filters} /></Section> : (
        <>
          <Whole total={total} />
          {filters.view === 'departments' ? <BudgetsByDepartment sums={sums} filters={filters} /> : <BudgetsByCampaign sums={sums} filters={filters} />}
        </>
      )}
      {total.plannedCampaigns > 0 ? <PlannedBudgets total={total} filters={filters} /> : null}
    </>
  );
}

/** 预算总览: what was approved, what is used and what is free, over campaigns and departments (P2). */
export function BudgetsPage() {
  const words = useMessages(budgetsMessages);
  const filters = useBudgetsFilters();
  const query = useOperation(sumBudgets, { query: filters.query });
  const { busy, download } = useDownload();
  const file = `/api/budgets.xlsx?${new URLSearchParams(Object.entries(filters.query).filter((entry): entry is [string, string] => entry[1] !== undefined)).toString()}`;
  const total = query.data?.total;
  const canExport = total !== undefined && total.campaigns + total.plannedCampaigns > 0;
  if (query.error instanceof ClientProblem && query.error.status === 403) {
    return <Page title={words.title}><EmptyState title={words.refused.title} actions={<LinkButton to="/campaigns">{words.refused.back}</LinkButton>}>{words.refused.text}</EmptyState></Page>;
  }
  return (
    <Page
      title={words.title}
      wide
      verdict={canExport && query.data ? <BudgetsVerdict sums={query.data} /> : undefined}
      actions={canExport ? <Button icon="download" busy={busy === file} onClick={() => download(file)}>{words.export}</Button> : undefined}
    >
      <div className={css['top']}>
        <Switch label={words.views.label} value={filters.view} onChange={(view) => filters.change({ view: view === 'departments' ? undefined : view })} items={[{ key: 'departments', label: words.views.departments }, { key: 'campaigns', label: words.views.campaigns }]} />
      </div>
      <BudgetsFilterBar filters={filters} />
      <Loaded query={query} lines={8}>{(sums) => <Content sums={sums} filters={filters} />}</Loaded>
    </Page>
  );
}
