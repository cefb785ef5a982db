import { useState } from 'react';
import { dayIn } from '#platform/shared/calendar.ts';
import { useFormats, useLocale, useMessages, useTimeZone } from '#platform/web/i18n.tsx';
import { problemText } from '#platform/web/problem-text.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { TextField } from '#platform/web/ui/Field.tsx';
import { EmptyState } from '#platform/web/ui/States.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { payableWebMessages } from '../budget.payable.web.messages.ts';
import { useInvoiceName } from './InvoiceActs.tsx';
import { PayableRow, type PayableInvoice } from './PayableRow.tsx';
import { usePayment } from './usePayment.ts';
import css from './payables.module.css';

/** Selected rows, forgetting those that are no longer there. */
function useSelection(invoices: readonly PayableInvoice[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const chosen = invoices.filter(({ id }) => ids.has(id));
  const toggle = (id: string) => setIds((now) => (now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set([...now, id])));
  return { chosen, has: (id: string) => ids.has(id), toggle, all: (on: boolean) => setIds(on ? new Set(invoices.map(({ id }) => id)) : new Set()) };
}

function usePaying() {
  const words = useMessages(payableWebMessages);
  const toast = useToast();
  const { run, pay, stop } = usePayment();
  const start = async (invoices: readonly PayableInvoice[], paidOn: string, reference: string) => {
    const marked = await pay(invoices, { paidOn, reference });
    if (marked > 0) toast.show({ text: words.paid(marked) });
  };
  return { run, start, stop };
}

/** 待付款: one day for all that is selected; each is marked for itself, and the run can be stopped. */
export function PayablePayments({ invoices }: { readonly invoices: readonly PayableInvoice[] }) {
  const words = useMessages(payableWebMessages);
  const formats = useFormats();
  const locale = useLocale();
  const nameOf = useInvoiceName();
  const [day, setDay] = useState(dayIn(useTimeZone()));
  const [reference, setReference] = useState('');
  const { chosen, has, toggle, all } = useSelection(invoices);
  const { run, start, stop } = usePaying();
  if (invoices.length === 0) return <EmptyState title={words.emptyPay}>{words.emptyPayText}</EmptyState>;
  const sum = formats.money(chosen.reduce((total, { amountCents }) => total + amountCents, 0));
  const dayError = day ? undefined : words.dayMissing;
  const problem = (id: string) => (run?.failed.has(id) ? problemText(run.failed.get(id), locale) : undefined);
  return (
    <>
      <div className={css['desk']}>
        <label className={css['box']}><input type="checkbox" checked={chosen.length === invoices.length} onChange={(event) => all(event.target.checked)} />{words.selectAll}</label>
        <TextField label={words.day} name="paidOn" type="date" value={day} onChange={setDay} error={dayError} />
        <TextField label={words.reference} name="reference" value={reference} onChange={setReference} error={undefined} maxLength={100} autoComplete="off" />
        {run?.running ? <p role="status">{words.paying(run.done, run.count)}<Button small onClick={stop}>{words.stop}</Button></p> : (
          <Button kind="primary" disabled={chosen.length === 0 || !day} onClick={() => void start(chosen, day, reference)}>{chosen.length === 0 ? words.payNone : words.pay(chosen.length, sum)}</Button>
        )}
      </div>
      {run && !run.running && run.failed.size > 0 ? <p className={css['over']} role="alert">{words.failed(run.failed.size)}</p> : null}
      {run && !run.running && run.done + run.failed.size < run.count ? <p role="status">{words.stopped(run.done, run.count - run.done - run.failed.size)}</p> : null}
      <ul className={css['list']}>
        {invoices.map((invoice) => (
          <PayableRow
            key={invoice.id}
            invoice={invoice}
            select={<label className={css['box']}><input type="checkbox" checked={has(invoice.id)} aria-label={words.select(`${invoice.payee} ${nameOf(invoice)}`)} onChange={() => toggle(invoice.id)} /></label>}
            acts={<Button small disabled={!day || run?.running} onClick={() => void start([invoice], day, reference)}>{words.payOne}</Button>}
            problem={problem(invoice.id)}
          />
        ))}
      </ul>
    </>
  );
}
