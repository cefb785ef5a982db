import { useState } from 'react';
import { readMoney } from '#features/reading/reading.money.rules.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useOperation } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Combobox } from '#platform/web/ui/Combobox.tsx';
import { SelectField, TextField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { Loaded } from '#platform/web/ui/States.tsx';
import { approvalMessages } from '../approval.messages.ts';
import { tryRoute, type RouteBook, type RouteTrial } from '../approval.route.contract.ts';
import { APPROVAL_KINDS, type ApprovalKind } from '../approval.route.rules.ts';
import { approvalRouteWebMessages } from '../approval.route.web.messages.ts';
import type { RouteWords } from './useRouteWords.ts';
import css from './routes.module.css';

const FORM_ID = 'try-route';

interface Asked {
  readonly kind: ApprovalKind;
  readonly amount: string;
  readonly category: string;
  readonly campaignId: string;
  readonly departmentId: string;
  readonly requesterId: string;
}

/** Cents of what was typed (`12,000`, `1.2万`); null for nothing, undefined when it is no amount. */
function centsOf(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const { yuan, doubt } = readMoney(text);
  return yuan === null || yuan < 0 || doubt ? undefined : Math.round(yuan * 100);
}

function queryOf(asked: Asked) {
  const cents = centsOf(asked.amount);
  return {
    kind: asked.kind, category: asked.category.trim(), ...(typeof cents === 'number' ? { amountCents: cents } : {}), ...(asked.campaignId ? { campaignId: asked.campaignId } : {}),
    ...(asked.departmentId && !asked.campaignId ? { departmentId: asked.departmentId } : {}), ...(asked.requesterId ? { requesterId: asked.requesterId } : {}),
  };
}

function Answer({ trial, asked, book, words }: { readonly trial: RouteTrial; readonly asked: Asked; readonly book: RouteBook; readonly words: RouteWords }) {
  const texts = useMessages(approvalRouteWebMessages).trial;
  const formats = useFormats();
  const { kinds } = useMessages(approvalMessages);
  const cents = centsOf(asked.amount);
  const subject = asked.category.trim() || kinds[asked.kind];
  const what = typeof cents === 'number' ? texts.what(formats.amount(cents), subject) : texts.whatOnly(subject);
  const steps = trial.steps.map((step) => {
    const who = step.instead ? texts.instead(words.approver(step.approver)) : step.approver.type === 'person' ? '' : words.approver(step.approver);
    if (step.people.length === 0) return texts.nobody(who);
    const several = step.people.length === 1 ? '' : step.mode === 'all' ? texts.allOf : texts.anyOf;
    const names = texts.names(step.people.map(({ name, standIn }) => (standIn === null ? name : texts.standIn(name, standIn))));
    return texts.step(names, who, several, step.name);
  });
  const chosen = book.routes.find(({ id }) => id === trial.routeId);
  return (
    <div className={css['answer']} role="status">
      <p>{texts.answer(what, steps)}</p>
      <small>{chosen ? texts.chosen(words.number(chosen.id), words.fit(chosen)) : texts.none}{trial.passed.length > 0 ? <> · {texts.passedList(trial.passed.map((one) => texts.passed(words.number(one.routeId), texts.because[one.because])))}</> : null}</small>
    </div>
  );
}

/** 谁会审批 12,000 元的线上推广费？ Answers with the names of today. */
export function TryPanel({ book, words }: { readonly book: RouteBook; readonly words: RouteWords }) {
  const texts = useMessages(approvalRouteWebMessages).trial;
  const { kinds } = useMessages(approvalMessages);
  const [asked, setAsked] = useState<Asked | undefined>();
  const form = useForm<Asked>({
    initial: { kind: 'spending', amount: '', category: '', campaignId: '', departmentId: '', requesterId: '' },
    check: ({ amount }) => ({ amount: centsOf(amount) === undefined ? texts.amountWrong : undefined }),
    submit: async (values) => setAsked(values),
  });
  const answer = useOperation(tryRoute, { query: queryOf(asked ?? form.values) }, { enabled: asked !== undefined });
  const people = book.people.filter((person) => person.active).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Form form={form} formId={FORM_ID}>
        <div className={css['trial']}>
          <SelectField label={texts.kind} choices={APPROVAL_KINDS.map((kind) => ({ value: kind, label: kinds[kind] }))} {...form.field('kind')} onChange={(value) => form.set({ kind: value as ApprovalKind })} />
          <TextField label={texts.amount} inputMode="decimal" placeholder={texts.amountPlaceholder} autoComplete="off" {...form.field('amount')} />
          <TextField label={texts.category} list="try-categories" autoComplete="off" {...form.field('category')} />
          <SelectField label={texts.campaign} placeholder={texts.anyCampaign} choices={book.campaigns.map(({ id, name }) => ({ value: id, label: name }))} {...form.field('campaignId')} />
          {form.values.campaignId ? null : <SelectField label={texts.department} placeholder={texts.anyDepartment} choices={book.departments.map(({ id, name }) => ({ value: id, label: name }))} {...form.field('departmentId')} />}
          <Combobox label={texts.requester} placeholder={texts.anyRequester} choices={people} {...form.field('requesterId')} />
          <datalist id="try-categories">{book.categories.map((name) => <option key={name} value={name} />)}</datalist>
          <div className={css['run']}><Button type="submit" kind="primary">{texts.run}</Button></div>
        </div>
      </Form>
      {asked ? <Loaded query={answer} lines={2}>{(trial) => <Answer trial={trial} asked={asked} book={book} words={words} />}</Loaded> : null}
    </>
  );
}
