import { useState } from 'react';
import type { FindingView } from '#features/check/check.contract.ts';
import { ruleWords } from '#features/check/check.messages.ts';
import { useLocale, useMessages } from '#platform/web/i18n.tsx';
import { useSearch } from '#platform/web/navigation.tsx';
import { useAction, useOperation } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { TextAreaField, TextField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm, type FormState } from '#platform/web/ui/form.ts';
import { Loaded } from '#platform/web/ui/States.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { webMessages } from '#platform/web/web.messages.ts';
import { checkPlan } from '../plan.check.contract.ts';
import { planCheckWebMessages } from '../plan.check.web.messages.ts';
import { submitPlan } from '../plan.contract.ts';
import { planWebMessages } from '../plan.web.messages.ts';
import css from './check.module.css';

/** 提交审批, with a sentence to every kind of warning that stands. */
export function SubmitPlan({ campaignId, blocked }: { readonly campaignId: string; readonly blocked: boolean }) {
  const words = useMessages(planWebMessages).submit;
  const [search, setSearch] = useSearch();
  const [wanted, setWanted] = useState(false);
  const open = (wanted || search['submit'] === 'now') && !blocked;
  const close = () => {
    setWanted(false);
    if (search['submit']) setSearch({ submit: undefined });
  };
  return (
    <>
      <Button kind="primary" disabled={blocked} title={blocked ? words.blocked : undefined} onClick={() => setWanted(true)}>{words.action}</Button>
      {open ? <SubmitDialog campaignId={campaignId} onClose={close} /> : null}
    </>
  );
}

function SubmitDialog({ campaignId, onClose }: { readonly campaignId: string; readonly onClose: () => void }) {
  const query = useOperation(checkPlan, { params: { campaignId } });
  const words = useMessages(planWebMessages).submit;
  if (!query.data) return <Dialog open title={words.title} onClose={onClose}><Loaded query={query} lines={4}>{() => null}</Loaded></Dialog>;
  const warnings = new Map<string, FindingView[]>();
  for (const finding of query.data.findings) if (finding.severity === 'warning') warnings.set(finding.rule, [...(warnings.get(finding.rule) ?? []), finding]);
  return <SubmitForm campaignId={campaignId} warnings={warnings} onClose={onClose} />;
}

type Warnings = ReadonlyMap<string, readonly FindingView[]>;
/** `note`, `answer`, and what is said to each rule by its id. */
type Values = Readonly<Record<string, string>>;

function SubmitForm({ campaignId, warnings, onClose }: { readonly campaignId: string; readonly warnings: Warnings; readonly onClose: () => void }) {
  const words = useMessages(planWebMessages).submit;
  const says = useMessages(planCheckWebMessages).answers;
  const { cancel } = useMessages(webMessages);
  const toast = useToast();
  const submit = useAction(submitPlan);
  const rules = [...warnings.keys()];
  const form = useForm<Values>({
    initial: { note: '', answer: '', ...Object.fromEntries(rules.map((rule) => [rule, ''])) },
    check: (values) => ({ answer: values['answer']?.trim() || rules.every((rule) => values[rule]?.trim()) ? undefined : says.missing }),
    submit: async (values) => {
      const answers = Object.fromEntries(rules.flatMap((rule) => (values[rule]?.trim() ? [[rule, values[rule]]] : [])));
      const made = await submit.mutateAsync({ params: { campaignId }, body: { note: values['note'] ?? '', answer: values['answer'] ?? '', answers } });
      toast.show({ text: words.done(made.number) });
    },
  });
  return (
    <Dialog open wide={warnings.size > 0} title={words.title} onClose={onClose} dismissable={!form.dirty} footer={<><Button onClick={onClose}>{cancel}</Button><Button type="submit" form="submit-plan" kind="primary" busy={form.busy}>{words.action}</Button></>}>
      <Form form={form} formId="submit-plan" onDone={onClose}>
        <p>{words.text}</p>
        <TextAreaField label={words.note} hint={words.noteHint} rows={2} maxLength={1000} {...form.field('note')} />
        {warnings.size > 0 ? <WarningAnswers form={form} warnings={warnings} /> : null}
      </Form>
    </Dialog>
  );
}

/** Of one kind so many are said in full. */
const SAID = 2;

function WarningAnswers({ form, warnings }: { readonly form: FormState<Values>; readonly warnings: Warnings }) {
  const says = useMessages(planCheckWebMessages).answers;
  return (
    <section className={css['answers']} aria-labelledby="warning-answers">
      <h3 id="warning-answers">{says.title}</h3>
      <p>{says.text(warnings.size)}</p>
      <TextAreaField label={says.all} hint={says.allHint} rows={2} maxLength={500} {...form.field('answer')} />
      <ul className={css['warnings']}>{[...warnings].map(([rule, findings]) => <WarningAnswer key={rule} form={form} rule={rule} findings={findings} />)}</ul>
    </section>
  );
}

/** One kind of warning, and a field of its own when it is asked for. */
function WarningAnswer({ form, rule, findings }: { readonly form: FormState<Values>; readonly rule: string; readonly findings: readonly FindingView[] }) {
  const says = useMessages(planCheckWebMessages).answers;
  const locale = useLocale();
  const [own, setOwn] = useState(false);
  const { name, what } = ruleWords(rule, locale);
  return (
    <li>
      <div className={css['warning']}>
        <div>
          {findings.slice(0, SAID).map((finding) => <p key={finding.key}>{what(finding.data)}</p>)}
          {findings.length > SAID ? <p>{says.rest(findings.length)}</p> : null}
        </div>
        {own ? null : <Button kind="quiet" small aria-label={says.addFor(name)} onClick={() => setOwn(true)}>{says.add}</Button>}
      </div>
      {own ? <TextField label={says.own(name)} maxLength={500} autoFocus {...form.field(rule)} /> : null}
    </li>
  );
}
