import { useId } from 'react';
import type { Day } from '#platform/shared/calendar.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Combobox } from '#platform/web/ui/Combobox.tsx';
import { PeriodField, type Period } from '#platform/web/ui/DayField.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { TextField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { webMessages } from '#platform/web/web.messages.ts';
import { createDelegation } from '../approval.contract.ts';
import { delegationMessages } from '../approval.delegation.web.messages.ts';
import { useColleagues } from './people.ts';

interface DelegationDialogProps {
  readonly today: Day;
  readonly meId: string;
  /** Administrators delegate for a person who has already left. */
  readonly forOthers: boolean;
  readonly onClose: () => void;
}

export function DelegationDialog({ today, meId, forOthers, onClose }: DelegationDialogProps) {
  const words = useMessages(delegationMessages).form;
  const { cancel } = useMessages(webMessages);
  const id = useId();
  const toast = useToast();
  const { choices, nameOf } = useColleagues();
  const create = useAction(createDelegation);
  const form = useForm({
    initial: { fromId: meId, toId: '', period: { startOn: today, endOn: null } as Period, reason: '' },
    check: ({ fromId, toId, period }) => ({
      fromId: fromId ? undefined : words.fromMissing,
      toId: toId ? undefined : words.personMissing,
      period: period.startOn && period.endOn ? undefined : words.daysMissing,
    }),
    problemFields: { 'approval.delegation_days': 'period', 'approval.delegation_self': 'toId', 'approval.person_gone': 'toId' },
    submit: async ({ fromId, toId, period, reason }) => {
      await create.mutateAsync({ body: { toId, fromOn: period.startOn ?? today, toOn: period.endOn ?? today, reason, ...(fromId === meId ? {} : { fromId }) } });
      toast.show({ text: words.created(nameOf(toId)) });
    },
  });
  return (
    <Dialog open title={words.title} onClose={onClose} dismissable={!form.dirty} footer={<><Button onClick={onClose}>{cancel}</Button><Button type="submit" form={id} kind="primary" busy={form.busy}>{words.submit}</Button></>}>
      <Form form={form} formId={id} onDone={onClose}>
        {forOthers ? <Combobox label={words.from} required placeholder={words.person} choices={choices} {...form.field('fromId')} /> : null}
        <Combobox label={words.to} hint={words.toHint} required placeholder={words.person} choices={choices.filter((choice) => choice.value !== form.values.fromId)} {...form.field('toId')} />
        <PeriodField label={words.period} hint={words.periodHint} required {...form.field('period')} />
        <TextField label={words.reason} hint={words.reasonHint} maxLength={200} {...form.field('reason')} />
      </Form>
    </Dialog>
  );
}
