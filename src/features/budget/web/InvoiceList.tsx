import type { Campaign } from '#features/campaign/campaign.contract.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { Section } from '#platform/web/ui/Page.tsx';
import { invoiceWebMessages } from '../budget.invoice.web.messages.ts';
import { orderStanding } from '../budget.order.rules.ts';
import type { Invoice, RequestDetail } from '../budget.request.contract.ts';
import { CheckInvoice, PayInvoice, RejectInvoice, useInvoiceName, VoidInvoice } from './InvoiceActs.tsx';
import { FileLink } from './RequestFiles.tsx';
import css from './request.module.css';

const tones = { submitted: 'warn', accepted: 'doing', rejected: 'late', voided: 'off' } as const;

function InvoiceState({ invoice }: { readonly invoice: Invoice }) {
  const words = useMessages(invoiceWebMessages);
  if (invoice.payment) return <StateTag tone="done">{words.paid}</StateTag>;
  return <StateTag tone={tones[invoice.state]}>{invoice.state === 'accepted' ? words.toPay : words.states[invoice.state]}</StateTag>;
}

/** What happened to an invoice, the latest last. */
function useStory(): (invoice: Invoice) => readonly string[] {
  const words = useMessages(invoiceWebMessages);
  const formats = useFormats();
  return (invoice) => {
    const { recordedBy, recordedAt, checkedBy, checkedAt, state, reason, payment, explanation, note } = invoice;
    const at = formats.dateTime(checkedAt);
    return [
      note,
      words.recorded(recordedBy, formats.dateTime(recordedAt)),
      explanation ? words.explained(explanation) : '',
      state === 'accepted' && checkedBy ? words.checked(checkedBy, at) : '',
      state === 'rejected' ? words.rejectedBy(checkedBy ?? '', at, reason) : '',
      state === 'voided' ? words.voidedBy(reason) : '',
      payment ? words.paidText(formats.day(payment.paidOn), payment.reference, payment.paidBy) : '',
    ].filter(Boolean);
  };
}

function InvoiceRow({ campaignId, invoice }: { readonly campaignId: string; readonly invoice: Invoice }) {
  const formats = useFormats();
  const nameOf = useInvoiceName();
  const story = useStory();
  const { can, file } = invoice;
  const props = { campaignId, invoice };
  return (
    <li className={css['bill']}>
      <div>
        <p className={css['billhead']}><b>{nameOf(invoice)}</b><span>{formats.day(invoice.issuedOn, true)}</span><InvoiceState invoice={invoice} /></p>
        {file ? <FileLink campaignId={campaignId} file={file} /> : null}
        <small>{story(invoice).join(' · ')}</small>
      </div>
      <b className={invoice.state === 'rejected' || invoice.state === 'voided' ? css['struck'] : ''}>{formats.money(invoice.amountCents)}</b>
      {can.check || can.pay || can.void ? (
        <div className={css['billacts']}>
          {can.void ? <VoidInvoice {...props} /> : null}
          {can.check ? <><RejectInvoice {...props} /><CheckInvoice {...props} /></> : null}
          {can.pay ? <PayInvoice {...props} /> : null}
        </div>
      ) : null}
    </li>
  );
}

/** The invoices of an order: what finance has accepted, what waits, what is paid. */
export function InvoiceList({ campaign, request }: { readonly campaign: Campaign; readonly request: RequestDetail }) {
  const words = useMessages(invoiceWebMessages);
  const formats = useFormats();
  const { leftCents } = orderStanding(request);
  const empty = request.state === 'closed' ? words.noneClosed : words.noneText(formats.money(leftCents));
  return (
    <Section title={words.title} actions={request.state === 'approved' && request.invoices.length > 0 ? <span className={css['quiet']}>{words.form.left(formats.money(leftCents))}</span> : undefined}>
      {request.invoices.length === 0 ? <p className={css['quiet']}>{empty}</p> : <ul>{request.invoices.map((invoice) => <InvoiceRow key={invoice.id} campaignId={campaign.id} invoice={invoice} />)}</ul>}
    </Section>
  );
}
