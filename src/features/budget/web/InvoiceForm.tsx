import { useState } from 'react';
import type { Campaign } from '#features/campaign/campaign.contract.ts';
import { formatAmount } from '#platform/shared/money.ts';
import { ClientProblem } from '#platform/web/client.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useNavigate } from '#platform/web/navigation.tsx';
import { useAction, useRefresh } from '#platform/web/query.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { TextAreaField, TextField } from '#platform/web/ui/Field.tsx';
import { FieldRow, Form } from '#platform/web/ui/Form.tsx';
import { useForm, type FormState } from '#platform/web/ui/form.ts';
import { Switch } from '#platform/web/ui/Tabs.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { webMessages } from '#platform/web/web.messages.ts';
import { invoiceWebMessages } from '../budget.invoice.web.messages.ts';
import { orderStanding, readAmount } from '../budget.order.rules.ts';
import { recordInvoice, type Question, type RequestDetail } from '../budget.request.contract.ts';
import { RequestFiles, type FileView } from './RequestFiles.tsx';
import { Questions } from './RequestQuestions.tsx';
import { draftAddress } from './useDraftSession.ts';
import { questionsIn } from './useRequestDraft.ts';
import css from './request.module.css';

export interface InvoiceRecordProps {
  readonly campaign: Campaign;
  readonly request: RequestDetail;
}

interface InvoiceValues {
  readonly kind: 'invoice' | 'receipt';
  readonly number: string;
  readonly issuedOn: string;
  readonly amount: string;
  readonly files: readonly FileView[];
  readonly note: string;
  readonly explanation: string;
}

const FORM = 'record-invoice';
const printOf = (values: InvoiceValues): string => JSON.stringify({ ...values, explanation: '' });

/** One invoice, one id: the id is made when the form opens and kept until it is recorded. */
function useInvoiceForm({ campaign, request }: InvoiceRecordProps, uploading: boolean) {
  const words = useMessages(invoiceWebMessages);
  const toast = useToast();
  const refresh = useRefresh();
  const record = useAction(recordInvoice);
  const [invoiceId] = useState(() => crypto.randomUUID());
  const [asked, setAsked] = useState<{ readonly print: string; readonly questions: readonly Question[] }>({ print: '', questions: [] });
  const questionsOf = (values: InvoiceValues) => (asked.print === printOf(values) ? asked.questions : []);
  const { leftCents } = orderStanding(request);
  const form = useForm<InvoiceValues>({
    initial: { kind: 'invoice', number: '', issuedOn: '', amount: leftCents > 0 ? formatAmount(leftCents) : '', files: [], note: '', explanation: '' },
    check: (values) => ({
      number: values.kind === 'invoice' && !values.number.trim() ? words.form.numberMissing : undefined,
      issuedOn: values.issuedOn ? undefined : words.form.dayMissing,
      amount: readAmount(values.amount) === undefined ? words.form.amountMissing : undefined,
      files: uploading ? words.form.uploading : undefined,
      explanation: questionsOf(values).length > 0 && !values.explanation.trim() ? words.reasonMissing : undefined,
    }),
    problemFields: { 'budget.invoice_number_needed': 'number', 'budget.invoice_taken': 'number', 'budget.invoice_over_order': 'amount', 'budget.questions': 'explanation', 'budget.file_gone': 'files' },
    submit: async (values) => {
      const { kind, number, issuedOn, files, note, explanation } = values;
      const confirmed = questionsOf(values);
      try {
        await record.mutateAsync({
          params: { campaignId: campaign.id, requestId: request.id, invoiceId },
          body: { kind, number, issuedOn, amountCents: readAmount(values.amount) ?? 0, fileId: files[0]?.id ?? null, note, confirmed: [...confirmed], explanation },
        });
      } catch (error) {
        if (error instanceof ClientProblem && error.code === 'budget.questions') setAsked({ print: printOf(values), questions: [...new Set([...confirmed, ...questionsIn(error)])] });
        if (error instanceof ClientProblem && error.code === 'budget.invoice_over_order') await refresh(campaign.id);
        throw error;
      }
      toast.show({ text: words.form.done });
    },
  });
  return { form, questions: questionsOf(form.values), leftCents };
}

/** More on the invoice than the order has left: record what fits, ask for the rest. */
function OverOrder({ campaign, request, form, leftCents }: InvoiceRecordProps & { readonly form: FormState<InvoiceValues>; readonly leftCents: number }) {
  const words = useMessages(invoiceWebMessages).form;
  const formats = useFormats();
  const navigate = useNavigate();
  const over = (readAmount(form.values.amount) ?? 0) - leftCents;
  if (over <= 0) return null;
  const address = draftAddress(campaign.id, { kind: request.kind, line: request.lineId, amount: over, payee: request.payee, purpose: words.morePurpose(request.purpose).slice(0, 500) });
  return (
    <Banner tone="late">
      <p>{words.over(formats.money(over), formats.money(leftCents))}</p>
      <p className={css['outs']}>
        {leftCents > 0 ? <Button small onClick={() => form.set({ amount: formatAmount(leftCents) })}>{words.toLeft(formats.money(leftCents))}</Button> : null}
        <Button small onClick={() => navigate(address)}>{words.askMore(formats.money(over))}</Button>
      </p>
    </Banner>
  );
}

function RecordDialog({ onClose, ...props }: InvoiceRecordProps & { readonly onClose: () => void }) {
  const words = useMessages(invoiceWebMessages);
  const { cancel } = useMessages(webMessages);
  const formats = useFormats();
  const [uploading, setUploading] = useState(false);
  const { form, questions, leftCents } = useInvoiceForm(props, uploading);
  const { value, onChange, error } = form.field('files');
  const { kind } = form.values;
  const submit = questions.length > 0 ? words.form.submitAnyway : words.form.submit;
  return (
    <Dialog open title={words.form.title} onClose={onClose} dismissable={!form.dirty} footer={<><Button onClick={onClose}>{cancel}</Button><Button kind="primary" type="submit" form={FORM} busy={form.busy}>{submit}</Button></>}>
      <Form form={form} formId={FORM} onDone={onClose}>
        <p className={css['quiet']}>{words.form.left(formats.money(leftCents))}</p>
        <div><Switch label={words.kind} items={(['invoice', 'receipt'] as const).map((key) => ({ key, label: words.kinds[key] }))} value={kind} onChange={(next) => form.set({ kind: next })} /></div>
        <RequestFiles single campaignId={props.campaign.id} value={value} onChange={onChange} onBusy={setUploading} error={error} label={words.form.file} hint={words.form.fileHint} />
        <TextField label={kind === 'invoice' ? words.form.number : words.form.receiptNumber} required={kind === 'invoice'} hint={kind === 'invoice' ? words.form.numberHint : undefined} inputMode="text" autoComplete="off" maxLength={60} {...form.field('number')} />
        <FieldRow>
          <TextField label={words.form.issued} required type="date" {...form.field('issuedOn')} />
          <TextField label={words.form.amount} required inputMode="decimal" autoComplete="off" {...form.field('amount')} />
        </FieldRow>
        <OverOrder {...props} form={form} leftCents={leftCents} />
        <TextAreaField label={words.form.note} rows={1} maxLength={500} {...form.field('note')} />
        <Questions questions={questions} field={form.field('explanation')} sentences={words.questions} />
      </Form>
    </Dialog>
  );
}

/** 登记发票: in the office with a PDF, at the counter with the phone's camera. */
export function InvoiceRecord({ primary = false, ...props }: InvoiceRecordProps & { readonly primary?: boolean }) {
  const words = useMessages(invoiceWebMessages);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind={primary ? 'primary' : 'plain'} onClick={() => setOpen(true)}>{words.record}</Button>
      {open ? <RecordDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
