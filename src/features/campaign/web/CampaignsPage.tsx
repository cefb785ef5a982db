import { dayIn } from '#platform/shared/calendar.ts';
import { getMe } from '#features/account/account.contract.ts';
import { useMessages, useTimeZone } from '#platform/web/i18n.tsx';
import { useSearch } from '#platform/web/navigation.tsx';
import { usePaged } from '#platform/web/paged.ts';
import { useOperation } from '#platform/web/query.ts';
import { Button, LinkButton } from '#platform/web/ui/Button.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import { Switch } from '#platform/web/ui/Tabs.tsx';
import { isMonth, monthOf } from '../campaign.calendar.rules.ts';
import { listCampaigns } from '../campaign.contract.ts';
import type { CampaignRow } from '../campaign.contract.ts';
import { campaignMessages } from '../campaign.messages.ts';
import { campaignWebMessages } from '../campaign.web.messages.ts';
import { CampaignFilterBar } from './CampaignFilterBar.tsx';
import { CampaignsBoard } from './CampaignsBoard.tsx';
import { CampaignsCalendar, shownDays } from './CampaignsCalendar.tsx';
import css from './campaigns.module.css';
import { CampaignsTable } from './CampaignsTable.tsx';
import { useCampaignFilters } from './useCampaignFilters.ts';
import type { CampaignFilters } from './useCampaignFilters.ts';
import { useScenarios } from './useScenarios.ts';

/** The board and the calendar want all at once; the table goes page by page. */
const PAGE = 50;
const MANY = 200;
const COUNTED = ['live', 'preparing', 'revised', 'submitted', 'reviewing', 'draft'] as const;
const wordOf = { live: 'running', preparing: 'preparing', revised: 'revised', submitted: 'submitted', reviewing: 'reviewing', draft: 'draft' } as const;
const standing = (row: CampaignRow) => (row.revised && row.stage === 'draft' ? 'revised' : row.stage);

/** What is under way, in one sentence; of a narrowed list only how many were found. */
function useVerdict(campaigns: readonly CampaignRow[], hasMore: boolean, narrowed: boolean): string {
  const words = useMessages(campaignWebMessages).verdict;
  const count = hasMore ? words.more(campaigns.length) : String(campaigns.length);
  if (narrowed) return words.filtered(count);
  if (campaigns.length === 0) return words.none;
  const parts = COUNTED.map((stage) => ({ stage, n: campaigns.filter((row) => standing(row) === stage).length })).filter(({ n }) => n > 0);
  return parts.length === 0 ? words.quiet(count) : parts.map(({ stage, n }) => words[wordOf[stage]](n)).join(words.join) + words.end;
}

function Empty({ filters, canCreate }: { readonly filters: CampaignFilters; readonly canCreate: boolean }) {
  const words = useMessages(campaignWebMessages);
  const { stages } = useMessages(campaignMessages);
  if (filters.isNarrowed) return <EmptyState title={words.none} actions={<Button onClick={filters.clear}>{words.filters.clear}</Button>}>{words.noneHint}</EmptyState>;
  const preview = (
    <table className={css['sample']}>
      <tbody>
        <tr><td>{words.sample.name}</td><td><StateTag tone="doing">{stages.live}</StateTag></td><td>{words.sample.lead}</td></tr>
        <tr><td>{words.sample.second}</td><td><StateTag>{stages.draft}</StateTag></td><td>{words.sample.other}</td></tr>
      </tbody>
    </table>
  );
  return <EmptyState title={words.empty} preview={preview} actions={canCreate ? <LinkButton kind="primary" icon="add" to="/campaigns/new">{words.create}</LinkButton> : null}>{words.emptyHint}</EmptyState>;
}

/** 活动: every campaign that the person may see, as a table, a board by stage or a calendar. */
export function CampaignsPage() {
  const words = useMessages(campaignWebMessages);
  const filters = useCampaignFilters();
  const scenarios = useScenarios();
  const me = useOperation(getMe, {}).data;
  const [search] = useSearch();
  const thisMonth = monthOf(dayIn(useTimeZone()));
  const month = isMonth(search['month']) ? search['month'] : thisMonth;
  const { view } = filters;
  const days = view === 'calendar' ? shownDays(month) : {};
  const list = usePaged(listCampaigns, { query: { ...filters.query, ...days, limit: view === 'table' ? PAGE : MANY } });
  const campaigns = list.pages?.flatMap((page) => page.campaigns) ?? [];
  const verdict = useVerdict(campaigns, list.hasMore, filters.isNarrowed || view === 'calendar');
  const canCreate = me?.can.createCampaign ?? false;
  const empty = campaigns.length === 0 && view !== 'calendar';
  return (
    <Page title={words.title} wide verdict={list.pages ? verdict : undefined} actions={canCreate ? <LinkButton kind="primary" icon="add" to="/campaigns/new">{words.create}</LinkButton> : undefined}>
      <div className={css['bar']}>
        <Switch label={words.views.label} value={view} onChange={(key) => filters.change({ view: key === 'table' ? undefined : key })} items={[{ key: 'table', label: words.views.table }, { key: 'board', label: words.views.board }, { key: 'calendar', label: words.views.calendar }]} />
      </div>
      <CampaignFilterBar filters={filters} scenarios={scenarios} />
      <Loaded query={{ data: list.pages, error: list.error, refetch: list.refetch }} lines={8}>
        {() => (
          <>
            {empty ? <Section><Empty filters={filters} canCreate={canCreate} /></Section> : null}
            {view === 'table' && !empty ? <Section><CampaignsTable campaigns={campaigns} scenarios={scenarios} /></Section> : null}
            {view === 'board' && !empty ? <CampaignsBoard campaigns={campaigns} scenarios={scenarios} /> : null}
            {view === 'calendar' ? <CampaignsCalendar month={month} campaigns={campaigns} onMonth={(next) => filters.change({ month: next === thisMonth ? undefined : next })} /> : null}
            {empty ? null : (
              <div className={css['foot']}>
                <span role="status">{list.hasMore ? words.shown(campaigns.length) : view === 'calendar' ? '' : words.loadedAll(campaigns.length)}</span>
                {list.hasMore ? <Button small busy={list.busy} onClick={list.more}>{words.more}</Button> : null}
              </div>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
