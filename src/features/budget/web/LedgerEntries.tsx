import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { DataTable, type DataColumn } from '#platform/web/ui/DataTable.tsx';
import type { Entry } from '../budget.contract.ts';
import { ledgerWebMessages, type LedgerWords } from '../budget.ledger.web.messages.ts';
import { requestCode } from '../budget.order.rules.ts';
import { overviewWebMessages, type OverviewWords } from '../budget.overview.web.messages.ts';
import { requestWebMessages } from '../budget.request.web.messages.ts';
import { movementOf, type Bucket } from '../budget.standing.rules.ts';
import { budgetAddress } from './budgetAddress.ts';
import css from './ledger.module.css';
import { FileLink } from './RequestFiles.tsx';

/** `可用 → 已预留`: what the entry did to its line. */
function movement(entry: Entry, words: LedgerWords['ledger'], buckets: OverviewWords['buckets']): string {
  const { from, to } = movementOf(entry);
  if (from && to) return words.moves.arrow(buckets[from], buckets[to]);
  return to ? words.moves.in : words.moves.out;
}

/** Where the money of a transfer came from or went to. */
const otherText = ({ otherLine, allocatedDelta }: Entry, words: LedgerWords['ledger']): string => (otherLine === null ? '' : allocatedDelta > 0 ? words.fromLine(otherLine) : words.toLine(otherLine));

/** Why it was made. On the page of its request, `within`, the request itself is not said again. */
function What({ campaignId, entry, within }: { readonly campaignId: string; readonly entry: Entry; readonly within: boolean }) {
  const words = useMessages(ledgerWebMessages).ledger;
  const { invoice, files, note } = entry;
  const request = within ? null : entry.request;
  const facts = [request ? requestCode(request.number) : '', request?.payee ? words.payee(request.payee) : '', invoice ? words.invoice(invoice.number || words.noNumber) : ''].filter(Boolean);
  // A cell with nothing to say is left out on a phone.
  if (within && !note && facts.length + files.length === 0) return null;
  return (
    <span className={css['what']}>
      {request ? <Link to={budgetAddress.request(campaignId, request.id)}>{request.purpose}</Link> : <span>{note || (within ? '' : words.noReason)}</span>}
      {facts.length > 0 ? <small>{facts.join(' · ')}</small> : null}
      {request && note ? <small>{note}</small> : null}
      {files.length > 0 ? <span className={css['files']}>{files.map((file) => <FileLink key={file.id} campaignId={campaignId} file={file} />)}</span> : null}
    </span>
  );
}

/** The change of the chosen part with its sign; without one the amount that moved. */
function amountOf(entry: Entry, bucket: Bucket | undefined): number {
  return bucket ? entry[`${bucket}Delta`] : entry.amountCents;
}

export interface LedgerEntriesProps {
  readonly campaignId: string;
  readonly entries: readonly Entry[];
  /** The part whose changes are shown; without one the amounts that moved. */
  readonly bucket?: Bucket | undefined;
  /** They are all of one request and stand on its page. */
  readonly within?: boolean;
}

/** Entries as they were made; each opens its request and its files. */
export function LedgerEntries({ campaignId, entries, bucket, within = false }: LedgerEntriesProps) {
  const words = useMessages(ledgerWebMessages).ledger;
  const { buckets } = useMessages(overviewWebMessages);
  const { entryKinds } = useMessages(requestWebMessages).page;
  const formats = useFormats();
  const { columns } = words;
  const kindText = ({ kind, allocatedDelta }: Entry) => (kind === 'supplement' ? (allocatedDelta > 0 ? words.supplement : words.cut) : entryKinds[kind]);
  const signed = (cents: number) => (bucket && cents > 0 ? `+${formats.amount(cents)}` : formats.amount(cents));
  const what: DataColumn<Entry> = { key: 'what', title: columns.what, heading: !within, render: (entry) => <What campaignId={campaignId} entry={entry} within={within} /> };
  const line: DataColumn<Entry> = { key: 'line', title: columns.line, width: '17%', render: (entry) => <span className={css['entry']}>{entry.line}{entry.otherLine ? <small>{otherText(entry, words)}</small> : null}</span> };
  const moved: DataColumn<Entry> = { key: 'entry', title: columns.entry, width: '18%', heading: within, render: (entry) => <span className={css[within ? 'what' : 'entry']}>{kindText(entry)}<small>{movement(entry, words, buckets)}</small></span> };
  return (
    <DataTable<Entry>
      label={words.title}
      rows={entries}
      rowKey={({ id }) => String(id)}
      columns={[
        ...(within ? [moved, line, what] : [what, line, moved]),
        { key: 'amount', title: bucket ? buckets[bucket] : columns.amount, unit: columns.yuan, align: 'end', width: '120px', render: (entry) => <b>{signed(amountOf(entry, bucket))}</b> },
        { key: 'by', title: columns.by, width: '92px', render: ({ by }) => by ?? words.system },
        { key: 'at', title: columns.at, align: 'end', width: '128px', render: ({ at }) => <time dateTime={at}>{formats.dateTime(at)}</time> },
      ]}
    />
  );
}
