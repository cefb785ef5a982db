import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { DataTable, type DataColumn } from '#platform/web/ui/DataTable.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import type { Entry } from '../budget.contract.ts';
import type { RequestDetail } from '../budget.request.contract.ts';
import { requestWebMessages } from '../budget.request.web.messages.ts';
import { FileLink } from './RequestFiles.tsx';
import css from './request.module.css';

/** The entries that this request left in the ledger, which are never changed. */
export function RequestEntries({ campaignId, request }: { readonly campaignId: string; readonly request: RequestDetail }) {
  const { page: { entries: words, entryKinds }, list } = useMessages(requestWebMessages);
  const formats = useFormats();
  const sign = (entry: Entry) => (entry.kind === 'release' || entry.kind === 'refund' || entry.allocatedDelta < 0 ? -entry.amountCents : entry.amountCents);
  const what = (entry: Entry) => [entry.line, entry.invoice ? words.invoice(entry.invoice.number) : '', entry.note].filter(Boolean).join(' · ');
  const columns: readonly DataColumn<Entry>[] = [
    { key: 'kind', title: words.kind, width: '140px', heading: true, render: (entry) => entryKinds[entry.kind] },
    { key: 'note', title: words.note, render: (entry) => <span className={css['what']}>{what(entry)}{entry.files.map((file) => <span key={file.id} className={css['paper']}><FileLink campaignId={campaignId} file={file} /></span>)}</span> },
    { key: 'amount', title: words.amount, unit: list.yuan, align: 'end', width: '120px', render: (entry) => formats.amount(sign(entry)) },
    { key: 'by', title: words.by, width: '120px', render: (entry) => entry.by ?? words.system },
    { key: 'at', title: words.at, width: '150px', render: (entry) => formats.dateTime(entry.at) },
  ];
  return (
    <Section title={words.title}>
      {request.entries.length === 0 ? <p className={css['quiet']}>{words.none}</p> : <DataTable label={words.title} columns={columns} rows={request.entries} rowKey={(entry) => String(entry.id)} />}
    </Section>
  );
}
