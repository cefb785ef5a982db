import type { ReactNode } from 'react';
import { dayIn } from '#platform/shared/calendar.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { useFormats, useMessages, useTimeZone } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { ageInDays, requestCode, waitsSince } from '../budget.order.rules.ts';
import { payableWebMessages } from '../budget.payable.web.messages.ts';
import type { listPayables } from '../budget.request.contract.ts';
import { CheckInvoice, RejectInvoice, useInvoiceName } from './InvoiceActs.tsx';
import { FileLink } from './RequestFiles.tsx';
import css from './payables.module.css';

export type PayableInvoice = OutputOf<typeof listPayables>['invoices'][number];

/** How much of the order is gone, and what stays of it after this invoice. */
function OrderLeft({ invoice }: { readonly invoice: PayableInvoice }) {
  const words = useMessages(payableWebMessages);
  const formats = useFormats();
  const { orderCents, orderSpentCents, amountCents, state } = invoice;
  if (state === 'accepted') return <span>{words.leftPaid(formats.money(orderCents), formats.money(orderSpentCents))}</span>;
  const left = orderCents - orderSpentCents;
  return (
    <>
      <span>{words.left(formats.money(orderCents), formats.money(orderSpentCents), formats.money(left))}</span>
      {amountCents > left ? <b className={css['over']}>{words.over(formats.money(amountCents - left))}</b> : null}
    </>
  );
}

export interface PayableRowProps {
  readonly invoice: PayableInvoice;
  /** Before the row: a box to select it. */
  readonly select?: ReactNode;
  /** Instead of 核销 and 退回. */
  readonly acts?: ReactNode;
  readonly problem?: string | undefined;
}

/** One invoice with all that finance looks at before it decides. */
export function PayableRow({ invoice, select, acts, problem }: PayableRowProps) {
  const words = useMessages(payableWebMessages);
  const formats = useFormats();
  const zone = useTimeZone();
  const nameOf = useInvoiceName();
  const { campaignId, requestId, file, can } = invoice;
  const days = ageInDays(dayIn(zone, new Date(waitsSince(invoice))), dayIn(zone));
  return (
    <li className={css['row']}>
      {select}
      <div className={css['who']}>
        <p><b>{invoice.payee}</b><Link to={`/campaigns/${campaignId}/budget/requests/${requestId}`}>{words.order(requestCode(invoice.requestNumber), invoice.line)}</Link></p>
        <p className={css['what']}>{invoice.purpose}</p>
        <p className={css['facts']}>
          <span>{words.invoice(nameOf(invoice), formats.day(invoice.issuedOn, true))}</span>
          <OrderLeft invoice={invoice} />
          {invoice.explanation ? <span>{words.explained(invoice.explanation)}</span> : null}
        </p>
        <p className={css['facts']}>
          {file ? <FileLink campaignId={campaignId} file={file} /> : <span>{words.noFile}</span>}
          <span>{invoice.campaignName}</span>
          <span>{words.age(days)}</span>
        </p>
        {problem ? <p className={css['over']} role="alert">{problem}</p> : null}
      </div>
      <b className={css['amount']}>{formats.money(invoice.amountCents)}</b>
      <div className={css['acts']}>
        {acts ?? (can.check ? <><RejectInvoice campaignId={campaignId} invoice={invoice} /><CheckInvoice campaignId={campaignId} invoice={invoice} /></> : <small>{words.own}</small>)}
      </div>
    </li>
  );
}
