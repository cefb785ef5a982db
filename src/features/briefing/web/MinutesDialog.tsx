import { useId, useState } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { TextAreaField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { webMessages } from '#platform/web/web.messages.ts';
import { saveMinutes } from '../briefing.contract.ts';
import { briefingWebMessages } from '../briefing.web.messages.ts';
import type { BriefingFacts } from './useBriefing.ts';

/** What was settled in the meeting. */
export function MinutesDialog({ campaignId, briefing, onClose }: BriefingFacts & { readonly onClose: () => void }) {
  const [{ minutes, revision }] = useState(briefing);
  const words = useMessages(briefingWebMessages).meeting;
  const { cancel } = useMessages(webMessages);
  const toast = useToast();
  const save = useAction(saveMinutes);
  const id = useId();
  const form = useForm({
    initial: { minutes },
    submit: async (values) => {
      await save.mutateAsync({ params: { campaignId }, body: { ...values, revision } });
      toast.show({ text: words.minutesSaved });
    },
  });
  return (
    <Dialog open wide title={words.minutes} onClose={onClose} dismissable={!form.dirty} footer={<><Button onClick={onClose}>{cancel}</Button><Button type="submit" form={id} kind="primary" busy={form.busy}>{words.save2}</Button></>}>
      <Form form={form} formId={id} onDone={onClose}>
        <TextAreaField label={words.minutes} hint={words.minutesHint} rows={10} maxLength={10_000} {...form.field('minutes')} />
      </Form>
    </Dialog>
  );
}
