import { useState } from 'react';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { TextAreaField, TextField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { webMessages } from '#platform/web/web.messages.ts';
import { invoiceWebMessages } from '../budget.invoice.web.messages.ts';
import { readAmount } from '../budget.order.rules.ts';
import { recordRefund } from '../budget.request.contract.ts';
import type { InvoiceRecordProps } from './InvoiceForm.tsx';
import { RequestFiles, type FileView } from './RequestFiles.tsx';

const FORM = 'record-refund';

function RefundDialog({ campaign, request, onClose }: InvoiceRecordProps & { readonly onClose: () => void }) {
  const words = useMessages(invoiceWebMessages);
  const { cancel } = useMessages(webMessages);
  const formats = useFormats();
  const toast = useToast();
  const refund = useAction(recordRefund);
  const [uploading, setUploading] = useState(false);
  const form = useForm({
    initial: { amount: '', reason: '', files: [] as readonly FileView[] },
    check: ({ amount, reason }) => ({ amount: readAmount(amount) === undefined ? words.refundMissing : undefined, reason: reason.trim() ? undefined : words.reasonMissing, files: uploading ? words.form.uploading : undefined }),
    problemFields: { 'budget.refund_over_spent': 'amount', 'budget.file_gone': 'files' },
    submit: async ({ amount, reason, files }) => {
      await refund.mutateAsync({ params: { campaignId: campaign.id, requestId: request.id }, body: { amountCents: readAmount(amount) ?? 0, reason, fileId: files[0]?.id ?? null } });
      toast.show({ text: words.refundDone });
    },
  });
  const { value, onChange, error } = form.field('files');
  return (
    <Dialog open title={words.refundTitle} onClose={onClose} dismissable={!form.dirty} footer={<><Button onClick={onClose}>{cancel}</Button><Button kind="primary" type="submit" form={FORM} busy={form.busy}>{words.refund}</Button></>}>
      <Form form={form} formId={FORM} onDone={onClose}>
        <p>{words.refundText(formats.money(request.spentCents))}</p>
        <TextField label={words.refundAmount} required inputMode="decimal" autoComplete="off" {...form.field('amount')} />
        <TextAreaField label={words.refundReason} required rows={2} maxLength={500} {...form.field('reason')} />
        <RequestFiles single campaignId={campaign.id} value={value} onChange={onChange} onBusy={setUploading} error={error} label={words.form.file} hint={words.form.fileHint} />
      </Form>
    </Dialog>
  );
}

/** 登记退款: what the payee gave back is an entry of its own. */
export function RefundRecord(props: InvoiceRecordProps) {
  const words = useMessages(invoiceWebMessages);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.refund}</Button>
      {open ? <RefundDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
