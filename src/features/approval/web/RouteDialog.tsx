import { useId, useRef, useState } from 'react';
import { accountMessages } from '#features/account/account.messages.ts';
import { ORG_ROLES } from '#platform/shared/actor.ts';
import { ClientProblem } from '#platform/web/client.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import type { Choice } from '#platform/web/ui/choice.rules.ts';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { SelectField, TextField } from '#platform/web/ui/Field.tsx';
import { FieldRow, Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { webMessages } from '#platform/web/web.messages.ts';
import { readBand } from '../approval.band.rules.ts';
import { approvalMessages } from '../approval.messages.ts';
import { findingsOf } from '../approval.route.check.rules.ts';
import type { RouteBook, RouteFields, RouteView } from '../approval.route.contract.ts';
import { APPROVAL_KINDS, STEPS_MAXIMUM, type ApprovalKind } from '../approval.route.rules.ts';
import { approvalRouteWebMessages } from '../approval.route.web.messages.ts';
import { isDueDays, stepDraft, stepsOf, type RouteDraft } from './route-draft.ts';
import { RouteSteps } from './RouteSteps.tsx';
import { StepEditor } from './StepEditor.tsx';
import { useRouteWords, type RouteWords } from './useRouteWords.ts';
import css from './routes.module.css';

/** Everyone a step can name: the lead, the head, the roles, the people. */
export function useApproverChoices(book: RouteBook): readonly Choice[] {
  const words = useMessages(approvalRouteWebMessages);
  const { roles } = useMessages(accountMessages);
  return [
    { value: 'lead', label: words.approver.lead, hint: words.kindHints.role },
    { value: 'head', label: words.approver.head, hint: words.kindHints.role },
    ...ORG_ROLES.filter((role) => role !== 'member').map((role) => ({ value: `role:${role}`, label: roles[role], hint: words.kindHints.role })),
    ...book.people.filter((person) => person.active).map((person) => ({ value: `person:${person.id}`, label: person.name, hint: book.departments.find(({ id }) => id === person.departmentId)?.name ?? words.kindHints.people })),
  ];
}

function fieldsFrom(draft: RouteDraft): RouteFields | undefined {
  const band = readBand(draft.band);
  const steps = stepsOf(draft.steps);
  if (!band || !steps) return undefined;
  return { kind: draft.kind, category: draft.category.trim(), departmentId: draft.departmentId || null, fromCents: band.fromCents, toCents: band.toCents, steps };
}

/** What will be worth knowing about the route once it is saved. */
function Preview({ book, fields, route, words }: { readonly book: RouteBook; readonly fields: RouteFields; readonly route: RouteView | undefined; readonly words: RouteWords }) {
  const texts = useMessages(approvalRouteWebMessages).dialog;
  const id = route?.id ?? 'new';
  const position = route?.kind === fields.kind ? route.position : Number.MAX_SAFE_INTEGER;
  const routes = [...book.routes.filter((one) => one.id !== id), { ...fields, id, position, revision: 0 }];
  const findings = findingsOf(fields.kind, routes, book).filter((finding) => 'routeId' in finding && finding.routeId === id);
  return (
    <div className={css['preview']}>
      <h3>{texts.preview}</h3>
      <p><strong>{words.fit(fields)}</strong></p>
      <RouteSteps steps={fields.steps} words={words} />
      {findings.map((finding, index) => <p key={index} className={css['note']}><Icon name="warn" size={12} />{words.finding(finding)}</p>)}
    </div>
  );
}

interface Conflict {
  readonly current: RouteView | null;
  readonly by: string;
}

export interface RouteDialogProps {
  readonly title: string;
  readonly book: RouteBook;
  readonly kind: ApprovalKind;
  /** What the form starts with. */
  readonly initial: RouteFields | undefined;
  /** The stored route that is changed. */
  readonly route: RouteView | undefined;
  readonly onSave: (fields: RouteFields, revision: number | null) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Kind, category, department, amounts and steps of one route. A save that comes second shows what stands there now and lets the person decide. */
export function RouteDialog({ title, book, kind, initial, route, onSave, onClose }: RouteDialogProps) {
  const texts = useMessages(approvalRouteWebMessages).dialog;
  const { kinds } = useMessages(approvalMessages);
  const words = useRouteWords(book);
  const choices = useApproverChoices(book);
  const { cancel } = useMessages(webMessages);
  const id = useId();
  const revision = useRef(route?.revision ?? null);
  const [conflict, setConflict] = useState<Conflict | undefined>();
  const blank: RouteDraft = { kind, category: '', departmentId: '', band: '', steps: [{ key: 'first', name: '', approver: '', mode: 'any', dueDays: '1', escalate: '' }] };
  const form = useForm<RouteDraft>({
    initial: initial ? { kind: initial.kind, category: initial.category, departmentId: initial.departmentId ?? '', band: initial.fromCents === null && initial.toCents === null ? '' : words.band(initial), steps: initial.steps.map(stepDraft) } : blank,
    problemFields: { 'approval.route_person': 'steps', 'approval.route_department': 'departmentId' },
    check: ({ band, steps }) => ({ band: readBand(band) ? undefined : texts.bandWrong, steps: stepFault(steps, texts) }),
    submit: async (draft) => {
      const fields = fieldsFrom(draft);
      if (!fields) return;
      try {
        await onSave(fields, revision.current);
        onClose();
      } catch (error) {
        const found = conflictOf(error);
        if (!found) throw error;
        setConflict(found);
      }
    },
  });
  // The person has seen what stands there now, and wants theirs.
  const insist = () => {
    revision.current = conflict?.current?.revision ?? null;
    setConflict(undefined);
    void form.submit();
  };
  const band = readBand(form.values.band);
  const fields = fieldsFrom(form.values);
  return (
    <Dialog open wide dismissable={!form.dirty && !conflict} title={title} onClose={onClose} footer={<><Button onClick={onClose}>{cancel}</Button><Button kind="primary" type="submit" form={id} busy={form.busy}>{texts.save}</Button></>}>
      <Form form={form} formId={id}>
        {conflict ? (
          <Banner tone="warn" action={<Button small onClick={insist}>{conflict.current ? texts.overwrite : texts.recreate}</Button>}>
            {conflict.current ? <>{texts.conflict(conflict.by)}<strong> {words.fit(conflict.current)}</strong><RouteSteps steps={conflict.current.steps} words={words} /></> : texts.gone}
          </Banner>
        ) : null}
        <FieldRow>
          <SelectField label={texts.kind} choices={APPROVAL_KINDS.map((one) => ({ value: one, label: kinds[one] }))} {...form.field('kind')} onChange={(value) => form.set({ kind: value as ApprovalKind })} />
          <TextField label={texts.band} placeholder={texts.bandPlaceholder} hint={band && form.values.band.trim() ? texts.bandMeans(words.said(band)) : undefined} autoComplete="off" {...form.field('band')} />
        </FieldRow>
        <FieldRow>
          <TextField label={texts.category} hint={texts.categoryHint} list="route-categories" maxLength={60} autoComplete="off" {...form.field('category')} />
          <SelectField label={texts.department} placeholder={texts.everyDepartment} choices={book.departments.map(({ id, name }) => ({ value: id, label: name }))} {...form.field('departmentId')} />
        </FieldRow>
        <datalist id="route-categories">{book.categories.map((name) => <option key={name} value={name} />)}</datalist>
        <StepEditor steps={form.values.steps} choices={choices} error={form.errors['steps']} onChange={(steps) => form.set({ steps })} />
        {fields ? <Preview book={book} fields={fields} route={route} words={words} /> : null}
      </Form>
    </Dialog>
  );
}

function conflictOf(error: unknown): Conflict | undefined {
  if (!(error instanceof ClientProblem)) return undefined;
  if (error.code === 'approval.route_gone') return { current: null, by: '' };
  return error.code === 'approval.route_changed' ? { current: error.data['current'] as RouteView, by: String(error.data['by'] ?? '') } : undefined;
}

function stepFault(steps: RouteDraft['steps'], texts: (typeof approvalRouteWebMessages)['zh-CN']['dialog']): string | undefined {
  if (steps.length === 0) return texts.none;
  if (steps.length > STEPS_MAXIMUM) return texts.tooMany;
  if (steps.some((step) => !step.name.trim())) return texts.nameMissing;
  if (steps.some((step) => !step.approver)) return texts.approverMissing;
  return steps.every((step) => isDueDays(step.dueDays)) ? undefined : texts.dueWrong;
}
