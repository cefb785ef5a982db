import { getCampaign } from '#features/campaign/campaign.contract.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { usePhone } from '#platform/web/media.ts';
import { Link, useParam, useSearch } from '#platform/web/navigation.tsx';
import { usePaged } from '#platform/web/paged.ts';
import { useOperation } from '#platform/web/query.ts';
import { together } from '#platform/web/together.ts';
import { Button, LinkButton } from '#platform/web/ui/Button.tsx';
import { DataTable, type DataColumn } from '#platform/web/ui/DataTable.tsx';
import { Filters, FilterSelect } from '#platform/web/ui/Filters.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { Page, Section } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import { listBudget, REQUEST_KINDS, type Budget } from '../budget.contract.ts';
import { isOrder, type RequestKind } from '../budget.draft.rules.ts';
import { nameLines, requestCode, type RequestState } from '../budget.order.rules.ts';
import { listRequests, REQUEST_STATES, type RequestRow } from '../budget.request.contract.ts';
import { requestWebMessages } from '../budget.request.web.messages.ts';
import { RequestTag } from './RequestTag.tsx';
import { draftAddress } from './useDraftSession.ts';
import css from './request.module.css';

const isKind = (value: string | undefined): value is RequestKind => REQUEST_KINDS.includes(value as RequestKind);
const isState = (value: string | undefined): value is RequestState => REQUEST_STATES.includes(value as RequestState);

/** What the money of the campaign does now, over all requests and not only those on the page. */
function ListVerdict({ budget }: { readonly budget: Budget }) {
  const words = useMessages(requestWebMessages).list;
  const formats = useFormats();
  if (!budget.opened) return words.closed;
  const sum = (pick: (line: Budget['lines'][number]) => number) => formats.money(budget.lines.reduce((total, line) => total + pick(line), 0));
  const held = budget.waiting.filter(({ kind }) => kind !== 'supplement').reduce((total, one) => total + one.amountCents, 0);
  return words.verdict(budget.waiting.length, held > 0 ? formats.money(held) : '', sum((line) => line.balance?.committedCents ?? 0), sum((line) => line.balance?.freeCents ?? 0));
}

function Invoices({ row }: { readonly row: RequestRow }) {
  const words = useMessages(requestWebMessages).list;
  if (row.toCheck + row.toPay === 0) return null;
  return <span className={css['todo']}>{row.toCheck > 0 ? <StateTag tone="warn">{words.toCheck(row.toCheck)}</StateTag> : null}{row.toPay > 0 ? <StateTag tone="doing">{words.toPay(row.toPay)}</StateTag> : null}</span>;
}

const addressOf = (campaignId: string, row: RequestRow) => (row.state === 'draft' ? draftAddress(campaignId, { draft: row.id }) : `/campaigns/${campaignId}/budget/requests/${row.id}`);

/** On a phone: the whole card is the way in. */
function Cards({ campaignId, rows }: { readonly campaignId: string; readonly rows: readonly RequestRow[] }) {
  const { list, kinds, arrow } = useMessages(requestWebMessages);
  const formats = useFormats();
  return (
    <ul className={css['cards']}>
      {rows.map((row) => (
        <li key={row.id}>
          <Link to={addressOf(campaignId, row)}>
            <span><b>{row.purpose}</b><b>{formats.money(row.amountCents)}</b></span>
            <small>{[requestCode(row.number), kinds[row.kind], row.toLine ? arrow(row.line, row.toLine) : row.line].join(' · ')}</small>
            <small>{[row.payee, list.by(row.requestedBy, formats.ago(row.submittedAt ?? row.createdAt))].filter(Boolean).join(' · ')}</small>
            <span><RequestTag state={row.state} order={isOrder(row)} /><Invoices row={row} /></span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function useColumns(campaignId: string): readonly DataColumn<RequestRow>[] {
  const { list, kinds, arrow } = useMessages(requestWebMessages);
  const formats = useFormats();
  return [
    { key: 'number', title: list.number, width: '104px', heading: true, render: (row) => <Link to={addressOf(campaignId, row)}>{requestCode(row.number)}</Link> },
    { key: 'what', title: list.payee, render: (row) => <span className={css['what']}><b>{row.purpose}</b><small>{[row.payee, list.by(row.requestedBy, formats.ago(row.submittedAt ?? row.createdAt))].filter(Boolean).join(' · ')}</small></span> },
    { key: 'line', title: list.line, width: '17%', render: (row) => (row.toLine ? arrow(row.line, row.toLine) : row.line) },
    { key: 'kind', title: list.kind, width: '112px', render: (row) => kinds[row.kind] },
    { key: 'amount', title: list.amount, unit: list.yuan, align: 'end', width: '104px', render: (row) => formats.amount(row.amountCents), compare: (a, b) => a.amountCents - b.amountCents },
    { key: 'state', title: list.state, width: '92px', render: (row) => <RequestTag state={row.state} order={isOrder(row)} /> },
    { key: 'todo', title: list.todo, width: '112px', render: (row) => <Invoices row={row} /> },
  ];
}

function Empty({ campaignId, budget, narrowed, onClear }: { readonly campaignId: string; readonly budget: Budget; readonly narrowed: boolean; readonly onClear: () => void }) {
  const words = useMessages(requestWebMessages).list;
  if (narrowed) return <EmptyState title={words.none} actions={<Button onClick={onClear}>{words.clear}</Button>}>{words.noneText}</EmptyState>;
  const preview = <div className={css['sample']}><span><b>{words.sample[0]}</b><small>{words.sample[1]}</small></span><span>{words.sampleAmount}</span></div>;
  const create = budget.opened && budget.can.ask ? <LinkButton kind="primary" icon="add" to={draftAddress(campaignId, {})}>{words.create}</LinkButton> : undefined;
  return <EmptyState title={words.empty} preview={preview} actions={budget.opened ? create : <LinkButton to={`/campaigns/${campaignId}/plan`}>{words.toPlan}</LinkButton>}>{budget.opened ? words.emptyText : words.emptyClosed}</EmptyState>;
}

function FilterBar({ budget }: { readonly budget: Budget }) {
  const { list, kinds, states } = useMessages(requestWebMessages);
  const [search, change] = useSearch();
  const names = nameLines(budget.lines);
  const choices = <K extends string>(keys: readonly K[], words: Readonly<Record<K, string>>) => keys.map((value) => ({ value, label: words[value] }));
  return (
    <Filters label={list.filters} search={null}>
      <FilterSelect label={list.state} all={list.allStates} value={search['state'] ?? ''} choices={choices(REQUEST_STATES, states)} onChange={(state) => change({ state })} />
      <FilterSelect label={list.kind} all={list.allKinds} value={search['kind'] ?? ''} choices={choices(REQUEST_KINDS, kinds)} onChange={(kind) => change({ kind })} />
      <FilterSelect label={list.line} all={list.allLines} value={search['line'] ?? ''} choices={budget.lines.map(({ id }) => ({ value: id, label: names.get(id) ?? '' }))} onChange={(line) => change({ line })} />
    </Filters>
  );
}

/** Every request for money and every change of the budget, the newest first. */
export function RequestsPage() {
  const campaignId = useParam('campaignId');
  const { list: words, part } = useMessages(requestWebMessages);
  const [search, change] = useSearch();
  const columns = useColumns(campaignId);
  const phone = usePhone();
  const { state, kind, line } = search;
  const list = usePaged(listRequests, { params: { campaignId }, query: { ...(isState(state) ? { state } : {}), ...(isKind(kind) ? { kind } : {}), ...(line ? { lineId: line } : {}) } }, 'before');
  const query = together({
    campaign: useOperation(getCampaign, { params: { campaignId } }),
    budget: useOperation(listBudget, { params: { campaignId } }),
    pages: { data: list.pages, error: list.error, refetch: list.refetch },
  });
  const { data } = query;
  const rows = data?.pages.flatMap((page) => page.requests) ?? [];
  const narrowed = Boolean(state ?? kind ?? line);
  const home = `/campaigns/${campaignId}`;
  return (
    <Page
      wide
      title={words.title}
      crumbs={data ? [{ label: data.campaign.name, to: home }, { label: part, to: `${home}/budget` }] : []}
      verdict={data ? <ListVerdict budget={data.budget} /> : undefined}
      actions={data?.budget.opened && data.budget.can.ask ? <LinkButton kind="primary" icon="add" to={draftAddress(campaignId, {})}>{words.create}</LinkButton> : undefined}
    >
      <Loaded query={query} lines={8}>
        {({ budget }) => (
          <>
            {rows.length > 0 || narrowed ? <FilterBar budget={budget} /> : null}
            <Section>
              {rows.length === 0 ? <Empty campaignId={campaignId} budget={budget} narrowed={narrowed} onClear={() => change({ state: undefined, kind: undefined, line: undefined })} /> : phone ? <Cards campaignId={campaignId} rows={rows} /> : <DataTable label={words.title} columns={columns} rows={rows} rowKey={(row) => row.id} />}
            </Section>
            {list.hasMore ? <p className={css['foot']}><Button small busy={list.busy} onClick={list.more}>{words.more}</Button></p> : null}
          </>
        )}
      </Loaded>
    </Page>
  );
}
