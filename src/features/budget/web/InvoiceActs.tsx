import { useState } from 'react';
import { dayIn } from '#platform/shared/calendar.ts';
import { useFormats, useMessages, useTimeZone } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { TextAreaField, TextField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { webMessages } from '#platform/web/web.messages.ts';
import { invoiceWebMessages } from '../budget.invoice.web.messages.ts';
import { checkInvoice, payInvoice, voidInvoice, type Invoice } from '../budget.request.contract.ts';

export interface InvoiceActProps {
  readonly campaignId: string;
  readonly invoice: Pick<Invoice, 'id' | 'kind' | 'number' | 'amountCents'>;
}

/** `发票 0123456`. */
export function useInvoiceName(): (invoice: Pick<Invoice, 'kind' | 'number'>) => string {
  const words = useMessages(invoiceWebMessages);
  return ({ kind, number }) => words.name(words.kinds[kind], number);
}

/** 核销 in one tap: what it does is said beside it, and 冲正 takes it back. */
export function CheckInvoice({ campaignId, invoice, kind = 'plain' }: InvoiceActProps & { readonly kind?: 'plain' | 'primary' }) {
  const words = useMessages(invoiceWebMessages);
  const toast = useToast();
  const check = useAction(checkInvoice);
  const run = async () => {
    try {
      await check.mutateAsync({ params: { campaignId, invoiceId: invoice.id }, body: { decision: 'accepted' } });
      toast.show({ text: words.accepted });
    } catch (error) {
      toast.showError(error);
    }
  };
  return <Button small kind={kind} busy={check.isPending} onClick={() => void run()}>{words.check}</Button>;
}

interface ReasonProps {
  readonly label: string;
  readonly title: string;
  readonly text?: string;
  readonly field: string;
  readonly hint?: string;
  readonly onSubmit: (reason: string) => Promise<void>;
}

function ReasonDialog({ label, title, text, field, hint, onSubmit, onClose }: ReasonProps & { readonly onClose: () => void }) {
  const words = useMessages(invoiceWebMessages);
  const { cancel } = useMessages(webMessages);
  const form = useForm({ initial: { reason: '' }, check: ({ reason }) => ({ reason: reason.trim() ? undefined : words.reasonMissing }), problemFields: { 'budget.reason_needed': 'reason' }, submit: ({ reason }) => onSubmit(reason) });
  return (
    <Dialog open title={title} onClose={onClose} dismissable={!form.dirty} footer={<><Button onClick={onClose}>{cancel}</Button><Button kind="primary" type="submit" form="invoice-reason" busy={form.busy}>{label}</Button></>}>
      <Form form={form} formId="invoice-reason" onDone={onClose}>
        {text ? <p>{text}</p> : null}
        <TextAreaField label={field} hint={hint} required rows={3} maxLength={500} {...form.field('reason')} />
      </Form>
    </Dialog>
  );
}

/** A button that asks for a reason. */
function WithReason(props: ReasonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button small kind="quiet" onClick={() => setOpen(true)}>{props.label}</Button>
      {open ? <ReasonDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

export function RejectInvoice({ campaignId, invoice }: InvoiceActProps) {
  const words = useMessages(invoiceWebMessages);
  const toast = useToast();
  const check = useAction(checkInvoice);
  const nameOf = useInvoiceName();
  const run = async (reason: string) => {
    await check.mutateAsync({ params: { campaignId, invoiceId: invoice.id }, body: { decision: 'rejected', reason } });
    toast.show({ text: words.rejected });
  };
  return <WithReason label={words.reject} title={words.rejectTitle(nameOf(invoice))} field={words.rejectReason} hint={words.rejectHint} onSubmit={run} />;
}

export function VoidInvoice({ campaignId, invoice }: InvoiceActProps) {
  const words = useMessages(invoiceWebMessages);
  const formats = useFormats();
  const toast = useToast();
  const reverse = useAction(voidInvoice);
  const nameOf = useInvoiceName();
  const run = async (reason: string) => {
    await reverse.mutateAsync({ params: { campaignId, invoiceId: invoice.id }, body: { reason } });
    toast.show({ text: words.voided });
  };
  return <WithReason label={words.void} title={words.voidTitle(nameOf(invoice))} text={words.voidText(formats.amount(invoice.amountCents))} field={words.voidReason} onSubmit={run} />;
}

function PayDialog({ campaignId, invoice, onClose }: InvoiceActProps & { readonly onClose: () => void }) {
  const words = useMessages(invoiceWebMessages);
  const { cancel } = useMessages(webMessages);
  const toast = useToast();
  const zone = useTimeZone();
  const pay = useAction(payInvoice);
  const nameOf = useInvoiceName();
  const form = useForm({
    initial: { paidOn: dayIn(zone), reference: '' },
    check: ({ paidOn }) => ({ paidOn: paidOn ? undefined : words.dayMissing }),
    submit: async (body) => {
      await pay.mutateAsync({ params: { campaignId, invoiceId: invoice.id }, body });
      toast.show({ text: words.payDone });
    },
  });
  return (
    <Dialog open title={words.payTitle(nameOf(invoice))} onClose={onClose} footer={<><Button onClick={onClose}>{cancel}</Button><Button kind="primary" type="submit" form="pay-invoice" busy={form.busy}>{words.pay}</Button></>}>
      <Form form={form} formId="pay-invoice" onDone={onClose}>
        <TextField label={words.payDay} required type="date" {...form.field('paidOn')} />
        <TextField label={words.payReference} maxLength={100} autoComplete="off" {...form.field('reference')} />
      </Form>
    </Dialog>
  );
}

export function PayInvoice(props: InvoiceActProps) {
  const words = useMessages(invoiceWebMessages);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button small onClick={() => setOpen(true)}>{words.pay}</Button>
      {open ? <PayDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
