import { useState } from 'react';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link, useSearch } from '#platform/web/navigation.tsx';
import { useOperation } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { FilterSelect, Filters, SearchBox } from '#platform/web/ui/Filters.tsx';
import { Page } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import { Tabs } from '#platform/web/ui/Tabs.tsx';
import { listApprovals } from '../approval.contract.ts';
import { byUrgency, fitsOneLine, matching, standingOf } from '../approval.list.rules.ts';
import { approvalListMessages } from '../approval.list.web.messages.ts';
import { approvalMessages } from '../approval.messages.ts';
import { ApprovalLine } from './ApprovalLine.tsx';
import { BulkBar } from './BulkBar.tsx';
import { BulkDialog } from './BulkDialog.tsx';
import css from './list.module.css';
import type { Lists, ListRow } from './row.ts';
import { useToday } from './useToday.ts';


const TABS = ['waiting', 'requested', 'handled'] as const;
type Tab = (typeof TABS)[number];
/** Fewer than this are seen at a glance and need no filter. */
const MANY = 8;

/** 审批: what waits for me with its age, what I have asked for, what I have handled. */
export function ApprovalsPage() {
  return <Loaded query={useOperation(listApprovals, {})}>{(lists) => <Approvals lists={lists} />}</Loaded>;
}

function firstTab(lists: Lists): Tab {
  return TABS.find((tab) => lists[tab].length > 0) ?? 'waiting';
}

function Approvals({ lists }: { readonly lists: Lists }) {
  const words = useMessages(approvalListMessages);
  const [search, setSearch] = useSearch();
  const asked = TABS.find((tab) => tab === search['tab']);
  // The tab stays where the page was opened, also when the last request that waits has just been decided.
  const [opened] = useState(() => firstTab(lists));
  const tab = asked ?? opened;
  return (
    <Page title={words.title} verdict={<Verdict lists={lists} />} actions={<Link to="/settings/delegations" className={css['delegate']}>{words.delegate}</Link>}>
      <Tabs
        label={words.tabs}
        items={TABS.map((key) => ({ key, label: words[key], count: lists[key].length }))}
        value={tab}
        onChange={(key) => setSearch({ tab: key, kind: undefined, q: undefined })}
      >
        <ListOf key={tab} tab={tab} rows={tab === 'waiting' ? byUrgency(lists.waiting) : lists[tab]} />
      </Tabs>
    </Page>
  );
}

function Verdict({ lists: { waiting, requested } }: { readonly lists: Lists }) {
  const words = useMessages(approvalListMessages).verdict;
  const formats = useFormats();
  const { today, timeZone } = useToday();
  const standing = standingOf(waiting, today, timeZone);
  const open = requested.filter((row) => row.decision === null).length;
  if (standing.count === 0) return open > 0 ? words.asked(open) : words.none;
  const rest = [
    standing.late > 0 ? <em key="late">{standing.count > 1 && standing.late === standing.count ? words.allLate : words.late(standing.late)}</em> : null,
    standing.today > 0 ? words.today(standing.today) : null,
    standing.oldestDays !== null && standing.oldestDays > 0 ? words.oldest(standing.oldestDays) : null,
    standing.amountCents > 0 ? words.money(formats.money(standing.amountCents)) : null,
  ].filter((part) => part !== null);
  return <>{words.waiting(standing.count)}{rest.map((part, index) => <span key={index}>{words.join}{part}</span>)}{words.end}</>;
}

function ListOf({ tab, rows }: { readonly tab: Tab; readonly rows: readonly ListRow[] }) {
  const words = useMessages(approvalListMessages);
  const [search, setSearch] = useSearch();
  const { today, timeZone } = useToday();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [bulk, setBulk] = useState<readonly ListRow[] | undefined>();
  const shown = matching(rows, { kind: search['kind'] ?? '', text: search['q'] ?? '' });
  const fitting = tab === 'waiting' ? shown.filter(fitsOneLine) : [];
  const selecting = fitting.length > 1;
  const picked = fitting.filter((row) => chosen.has(row.id));
  const toggle = (id: string) => setChosen((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]));
  return (
    <>
      {rows.length > MANY ? <ListFilters rows={rows} /> : null}
      {rows.length === 0 ? <Empty tab={tab} /> : shown.length === 0 ? (
        <EmptyState title={words.emptyFiltered} actions={<Button onClick={() => setSearch({ kind: undefined, q: undefined })}>{words.clearFilter}</Button>}>{words.emptyFilteredText}</EmptyState>
      ) : (
        <>
          {selecting ? <BulkBar fitting={fitting} picked={picked} onChoose={setChosen} onApprove={() => setBulk(picked)} /> : null}
          <ul className={css['list']} data-selecting={selecting || undefined}>
            {shown.map((row) => <ApprovalLine key={row.id} approval={row} tab={tab} today={today} timeZone={timeZone} chosen={selecting && fitsOneLine(row) ? chosen.has(row.id) : undefined} onToggle={toggle} />)}
          </ul>
        </>
      )}
      {bulk ? <BulkDialog rows={bulk} onClose={() => { setBulk(undefined); setChosen(new Set()); }} /> : null}
    </>
  );
}

function ListFilters({ rows }: { readonly rows: readonly ListRow[] }) {
  const words = useMessages(approvalListMessages);
  const { kinds } = useMessages(approvalMessages);
  const [search, setSearch] = useSearch();
  const present = [...new Set(rows.map((row) => row.kind))];
  return (
    <Filters label={words.filter} search={<SearchBox label={words.search} value={search['q'] ?? ''} onChange={(q) => setSearch({ q })} />}>
      {present.length > 1 || search['kind'] ? <FilterSelect label={words.kind} all={words.allKinds} value={search['kind'] ?? ''} choices={present.map((kind) => ({ value: kind, label: kinds[kind] }))} onChange={(kind) => setSearch({ kind })} /> : null}
    </Filters>
  );
}

function Empty({ tab }: { readonly tab: Tab }) {
  const words = useMessages(approvalListMessages);
  if (tab === 'waiting') return <EmptyState title={words.emptyWaiting} preview={<Sample />}>{words.emptyWaitingText}</EmptyState>;
  if (tab === 'requested') return <EmptyState title={words.emptyRequested}>{words.emptyRequestedText}</EmptyState>;
  return <EmptyState title={words.emptyHandled}>{words.emptyHandledText}</EmptyState>;
}

/** What a line will look like. */
function Sample() {
  const { sample, due } = useMessages(approvalListMessages);
  const { kinds } = useMessages(approvalMessages);
  return (
    <ul className={css['list']}>
      <li>
        <div className={css['line']}>
          <span className={css['what']}><b>{sample.title}</b> <span className={css['kind']}>{kinds.spending}</span></span>
          <span className={css['amount']}>{sample.amount}</span>
          <span className={css['facts']}>{sample.facts}</span>
          <small className={css['meta']}>{sample.who}</small>
          <span className={css['state']}><span>{sample.step}</span><span className={css['due']}>{due.tomorrow}</span></span>
        </div>
      </li>
    </ul>
  );
}
