import type { ReactNode } from 'react';
import { getCampaign, type Campaign } from '#features/campaign/campaign.contract.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useParam, useSearch } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { together } from '#platform/web/together.ts';
import { LinkButton } from '#platform/web/ui/Button.tsx';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import { Tabs } from '#platform/web/ui/Tabs.tsx';
import { getPace, listBudget, type Budget } from '../budget.contract.ts';
import { overviewWebMessages } from '../budget.overview.web.messages.ts';
import { standingOf } from '../budget.standing.rules.ts';
import { budgetWebMessages, type BudgetWords } from '../budget.web.messages.ts';
import { BudgetActions } from './BudgetActions.tsx';
import { BudgetOverview } from './BudgetOverview.tsx';
import { BudgetShares } from './BudgetShares.tsx';
import { BudgetTable } from './BudgetTable.tsx';
import { DraftVerdict, LedgerVerdict } from './BudgetVerdict.tsx';
import { LedgerPanel } from './LedgerPanel.tsx';
import { ReservePanel } from './ReservePanel.tsx';
import { VersionsPanel } from './VersionsPanel.tsx';
import css from './budget.module.css';

interface ContentProps {
  readonly campaign: Campaign;
  readonly budget: Budget;
}

type Pacing = ReturnType<typeof useOperation<typeof getPace>>;

function Preview({ words }: { readonly words: BudgetWords }) {
  return <ul className={css['preview']}>{words.empty.sample.map((line, index) => <li key={line}><span>{line}</span><span>{words.empty.amounts[index]}</span></li>)}</ul>;
}

/** While the plan is written: the grid first. */
function DraftContent({ campaign, budget }: ContentProps) {
  const words = useMessages(budgetWebMessages);
  const { lines, can } = budget;
  const isEmpty = lines.length === 0;
  return (
    <>
      {isEmpty ? (
        <Section>
          <EmptyState title={words.empty.title} preview={<Preview words={words} />} actions={can.write ? <LinkButton kind="primary" to={`/campaigns/${campaign.id}/import`}>{words.empty.import}</LinkButton> : undefined}>
            {can.write ? words.empty.text : words.empty.readOnly}
          </EmptyState>
        </Section>
      ) : <BudgetShares lines={lines} totals={budget.totals} />}
      {isEmpty && !can.write ? null : <BudgetTable campaign={campaign} budget={budget} />}
    </>
  );
}

const TABS = ['overview', 'table', 'ledger', 'versions', 'reserve'] as const;
type TabKey = (typeof TABS)[number];
const isTab = (value: string | undefined): value is TabKey => (TABS as readonly (string | undefined)[]).includes(value);

/** Once the plan is approved and the ledger is open: what the money does, tab by tab; the tab is in the address. */
function LedgerContent({ campaign, budget, pacing }: ContentProps & { readonly pacing: Pacing }) {
  const words = useMessages(overviewWebMessages);
  const [search, change] = useSearch();
  const tab = isTab(search['tab']) ? search['tab'] : 'overview';
  const panels: Record<TabKey, () => ReactNode> = {
    overview: () => <Loaded query={pacing} lines={8}>{(pace) => <BudgetOverview campaignId={campaign.id} budget={budget} standing={standingOf(budget, pace)} pace={pace} />}</Loaded>,
    table: () => <BudgetTable campaign={campaign} budget={budget} />,
    ledger: () => <LedgerPanel campaignId={campaign.id} budget={budget} />,
    versions: () => <VersionsPanel campaignId={campaign.id} budget={budget} />,
    reserve: () => <ReservePanel campaignId={campaign.id} budget={budget} />,
  };
  return (
    <Tabs label={words.tabsLabel} items={TABS.map((key) => ({ key, label: words.tabs[key] }))} value={tab} onChange={(key) => change({ tab: key === 'overview' ? undefined : key, line: undefined, bucket: undefined, from: undefined, to: undefined })}>
      {panels[tab]()}
    </Tabs>
  );
}

/** 预算 (P2, T1): written while the campaign is a draft; afterwards the picture of its ledger. */
export function BudgetPage() {
  const campaignId = useParam('campaignId');
  const words = useMessages(budgetWebMessages);
  const query = together({ campaign: useOperation(getCampaign, { params: { campaignId } }), budget: useOperation(listBudget, { params: { campaignId } }) });
  const { data } = query;
  const opened = data?.budget.opened ?? false;
  const pacing = useOperation(getPace, { params: { campaignId } }, { enabled: opened });
  const pace = pacing.data;
  const verdict = () => {
    if (!data || data.budget.lines.length === 0) return undefined;
    return opened ? <LedgerVerdict budget={data.budget} standing={standingOf(data.budget, pace)} isPaced={pace !== undefined} /> : <DraftVerdict budget={data.budget} />;
  };
  return (
    <Page
      wide
      title={words.title}
      crumbs={data ? [{ label: data.campaign.name, to: `/campaigns/${campaignId}` }, { label: words.part }] : []}
      verdict={verdict()}
      actions={data ? <BudgetActions campaignId={campaignId} budget={data.budget} /> : undefined}
    >
      <Loaded query={query} lines={8}>
        {({ campaign, budget }) => (budget.opened ? <LedgerContent campaign={campaign} budget={budget} pacing={pacing} /> : <DraftContent campaign={campaign} budget={budget} />)}
      </Loaded>
    </Page>
  );
}
