import { useId, useState } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { TextAreaField, TextField } from '#platform/web/ui/Field.tsx';
import { FieldRow, Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { webMessages } from '#platform/web/web.messages.ts';
import { saveMeeting } from '../briefing.contract.ts';
import { briefingWebMessages } from '../briefing.web.messages.ts';
import type { BriefingFacts } from './useBriefing.ts';

const DEFAULT_MINUTES = 45;
const isLasting = (text: string): boolean => /^\d{1,3}$/.test(text) && Number(text) >= 5 && Number(text) <= 720;

/** When, where, what about. Saving tells the team. */
export function MeetingDialog({ campaignId, briefing, onClose }: BriefingFacts & { readonly onClose: () => void }) {
  const [{ meeting, revision }] = useState(briefing);
  const words = useMessages(briefingWebMessages).meeting;
  const { cancel } = useMessages(webMessages);
  const toast = useToast();
  const save = useAction(saveMeeting);
  const id = useId();
  const form = useForm({
    initial: { on: meeting?.on ?? '', from: meeting?.from ?? '', lasting: String(meeting?.lasting ?? DEFAULT_MINUTES), place: meeting?.place ?? '', link: meeting?.link ?? '', agenda: meeting?.agenda ?? '' },
    check: (values) => ({
      on: values.on ? undefined : words.onMissing, from: values.from ? undefined : words.fromMissing, lasting: isLasting(values.lasting) ? undefined : words.lastingWrong,
      place: values.place.trim() || values.link.trim() ? undefined : words.placeNeeded,
    }),
    submit: async (values) => {
      await save.mutateAsync({ params: { campaignId }, body: { meeting: { ...values, link: values.link.trim(), lasting: Number(values.lasting) }, revision } });
      toast.show({ text: words.saved });
    },
    problemFields: { 'briefing.place_needed': 'place' },
  });
  return (
    <Dialog open title={meeting ? words.edit : words.set} onClose={onClose} dismissable={!form.dirty} footer={<><Button onClick={onClose}>{cancel}</Button><Button type="submit" form={id} kind="primary" busy={form.busy}>{words.save}</Button></>}>
      <Form form={form} formId={id} onDone={onClose}>
        <FieldRow>
          <TextField type="date" label={words.on} required {...form.field('on')} />
          <TextField type="time" label={words.from} required {...form.field('from')} />
          <TextField inputMode="numeric" label={words.lasting} required {...form.field('lasting')} />
        </FieldRow>
        <TextField label={words.place} hint={words.placeHint} maxLength={200} {...form.field('place')} />
        <TextField type="url" label={words.link} hint={words.linkHint} maxLength={500} {...form.field('link')} />
        <TextAreaField label={words.agenda} hint={words.agendaHint} rows={4} maxLength={2000} {...form.field('agenda')} />
      </Form>
    </Dialog>
  );
}
