import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useSearch } from '#platform/web/navigation.tsx';
import { usePaged } from '#platform/web/paged.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { FilterSelect } from '#platform/web/ui/Filters.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { EmptyState, Loaded } from '#platform/web/ui/States.tsx';
import type { OutputOf } from '#platform/shared/contract.ts';
import { listEntries, type Budget } from '../budget.contract.ts';
import { ledgerWebMessages } from '../budget.ledger.web.messages.ts';
import { overviewWebMessages } from '../budget.overview.web.messages.ts';
import type { Bucket } from '../budget.standing.rules.ts';
import { LedgerEntries } from './LedgerEntries.tsx';
import css from './ledger.module.css';

const BUCKETS: readonly Bucket[] = ['allocated', 'spent', 'committed', 'reserved'];
const isBucket = (value: string | undefined): value is Bucket => BUCKETS.includes(value as Bucket);
type Sums = OutputOf<typeof listEntries>['sums'];

/** What the figure that was clicked is made of: the sum of all entries that match, so it is the same figure. */
function SumsBar({ sums, bucket }: { readonly sums: Sums; readonly bucket: Bucket | undefined }) {
  const words = useMessages(ledgerWebMessages).ledger;
  const { buckets } = useMessages(overviewWebMessages);
  const formats = useFormats();
  const freeCents = sums.allocatedCents - sums.reservedCents - sums.committedCents - sums.spentCents;
  const shown = bucket ? [bucket] : BUCKETS;
  return (
    <dl className={css['sums']} aria-label={words.sums}>
      {shown.map((one) => <div key={one}><dt>{buckets[one]}</dt><dd>{formats.money(sums[`${one}Cents`])}</dd></div>)}
      {bucket ? null : <div><dt>{buckets.free}</dt><dd>{formats.money(freeCents)}</dd></div>}
    </dl>
  );
}

/** 台账: newest first; the line and the part of the balance are in the address, so that every figure can lead here. */
export function LedgerPanel({ campaignId, budget }: { readonly campaignId: string; readonly budget: Budget }) {
  const words = useMessages(ledgerWebMessages).ledger;
  const { buckets, lines: lineWords } = useMessages(overviewWebMessages);
  const [search, change] = useSearch();
  const line = budget.lines.find(({ id }) => id === search['line']);
  const bucket = isBucket(search['bucket']) ? search['bucket'] : undefined;
  const list = usePaged(listEntries, { params: { campaignId }, query: { ...(line ? { lineId: line.id } : {}), ...(bucket ? { bucket } : {}) } }, 'before');
  const entries = list.pages?.flatMap((page) => page.entries) ?? [];
  const isFiltered = line !== undefined || bucket !== undefined;
  return (
    <Section title={words.title}>
      <p className={css['text']}>{words.text}</p>
      <div className={css['filters']} role="search" aria-label={words.filters}>
        <FilterSelect label={words.line} all={words.allLines} value={line?.id ?? ''} choices={budget.lines.map(({ id, category, detail }) => ({ value: id, label: [category || lineWords.unnamed, detail].filter(Boolean).join(' · ') }))} onChange={(value) => change({ line: value || undefined })} />
        <FilterSelect label={words.bucket} all={words.allBuckets} value={bucket ?? ''} choices={BUCKETS.map((value) => ({ value, label: buckets[value] }))} onChange={(value) => change({ bucket: value || undefined })} />
        {isFiltered ? <Button kind="quiet" icon="close" onClick={() => change({ line: undefined, bucket: undefined })}>{words.clear}</Button> : null}
      </div>
      <Loaded query={{ data: list.pages, error: list.error, refetch: list.refetch }} lines={6}>
        {([first]) => (
          <>
            {first && (entries.length > 0 || isFiltered) ? <SumsBar sums={first.sums} bucket={bucket} /> : null}
            {entries.length === 0 ? (
              <EmptyState title={isFiltered ? words.none : words.empty}>{isFiltered ? words.noneText : words.emptyText}</EmptyState>
            ) : <LedgerEntries campaignId={campaignId} entries={entries} bucket={bucket} />}
          </>
        )}
      </Loaded>
      {list.hasMore ? <p className={css['more']}><Button busy={list.busy} onClick={list.more}>{words.more}</Button></p> : entries.length > 0 ? <p className={css['end']}>{words.end}</p> : null}
    </Section>
  );
}
