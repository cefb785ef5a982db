import { useId, useState } from 'react';
import { listPeople } from '#features/account/account.contract.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useAction, useOperation, useRefresh } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Combobox } from '#platform/web/ui/Combobox.tsx';
import { PeriodField, type Period } from '#platform/web/ui/DayField.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { SelectField, TextField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { absenceWebMessages } from '../team.absence.web.messages.ts';
import { deleteAbsence, saveAbsence, type Absence } from '../team.contract.ts';
import { peopleChoices } from './group.ts';
import css from './team.module.css';

interface AbsenceDialogProps {
  /** For whom it may be entered; one: nobody is asked. */
  readonly whose: readonly { readonly userId: string; readonly name: string }[];
  /** Absent for a new one. */
  readonly absence: Absence | undefined;
  readonly onClose: () => void;
}

function Remove({ absence, onClose }: { readonly absence: Absence; readonly onClose: () => void }) {
  const words = useMessages(absenceWebMessages).form;
  const toast = useToast();
  const refresh = useRefresh();
  const remove = useAction(deleteAbsence);
  const save = useAction(saveAbsence);
  const { id, userId, fromOn, toOn, reason, standInId } = absence;
  const run = async () => {
    try {
      await remove.mutateAsync({ params: { absenceId: id } });
      await refresh('all');
      toast.show({
        text: words.removed,
        undo: async () => {
          await save.mutateAsync({ params: { absenceId: id }, body: { userId, fromOn, toOn, reason: reason ?? '', standInId } });
          await refresh('all');
        },
      });
      onClose();
    } catch (error) {
      toast.showError(error);
    }
  };
  return <span className={css['removeAbsence']}><Button kind="quiet" busy={remove.isPending} onClick={() => void run()}>{words.remove}</Button></span>;
}

/** Enters or changes days off and who stands in. It holds in every campaign of the person. */
export function AbsenceDialog({ whose, absence, onClose }: AbsenceDialogProps) {
  const words = useMessages(absenceWebMessages).form;
  const formats = useFormats();
  const formId = useId();
  const toast = useToast();
  const refresh = useRefresh();
  const save = useAction(saveAbsence);
  const [absenceId] = useState(() => absence?.id ?? crypto.randomUUID());
  const people = useOperation(listPeople, {}).data?.people.filter((person) => person.state !== 'disabled') ?? [];
  const form = useForm({
    initial: { userId: absence?.userId ?? whose[0]?.userId ?? '', period: { startOn: absence?.fromOn ?? null, endOn: absence?.toOn ?? null } as Period, standInId: absence?.standInId ?? '', reason: absence?.reason ?? '' },
    check: ({ userId, period }) => ({ userId: userId ? undefined : words.personMissing, period: period.startOn && period.endOn ? undefined : words.daysMissing }),
    problemFields: { 'team.absence_reversed': 'period', 'team.absence_overlaps': 'period', 'team.stand_in_self': 'standInId', 'team.person_unknown': 'standInId' },
    submit: async ({ userId, period: { startOn, endOn }, standInId, reason }) => {
      if (!startOn || !endOn) return;
      await save.mutateAsync({ params: { absenceId }, body: { userId, fromOn: startOn, toOn: endOn, reason, standInId: standInId || null } });
      await refresh('all');
      toast.show({ text: words.saved(whose.find((one) => one.userId === userId)?.name ?? absence?.name ?? '', formats.days(startOn, endOn)) });
    },
  });
  const name = absence?.name ?? (whose.length === 1 ? whose[0]?.name : undefined);
  const title = absence ? words.changeTitle : words.title;
  return (
    <Dialog
      open title={name ? `${title} · ${name}` : title} onClose={onClose} dismissable={!form.dirty}
      footer={<>{absence ? <Remove absence={absence} onClose={onClose} /> : null}<Button onClick={onClose}>{words.cancel}</Button><Button type="submit" form={formId} kind="primary" busy={form.busy}>{words.save}</Button></>}
    >
      <Form form={form} formId={formId} onDone={onClose}>
        {name ? null : <SelectField label={words.whom} required choices={whose.map((one) => ({ value: one.userId, label: one.name }))} {...form.field('userId')} />}
        <PeriodField label={words.period} hint={words.periodHint} required {...form.field('period')} />
        <Combobox label={words.standIn} hint={words.standInHint} placeholder={words.person} choices={peopleChoices(people, [{ userId: form.values.userId }])} {...form.field('standInId')} />
        <TextField label={words.reason} hint={words.reasonHint} maxLength={200} {...form.field('reason')} />
      </Form>
    </Dialog>
  );
}
