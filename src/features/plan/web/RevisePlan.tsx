import { useState } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { TextAreaField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { webMessages } from '#platform/web/web.messages.ts';
import { revisePlan } from '../plan.contract.ts';
import { planWebMessages } from '../plan.web.messages.ts';

/** 修订方案: an approved plan is written again, with the reason. */
export function RevisePlan({ campaignId }: { readonly campaignId: string }) {
  const words = useMessages(planWebMessages).revise;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.action}</Button>
      {open ? <ReviseDialog campaignId={campaignId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function ReviseDialog({ campaignId, onClose }: { readonly campaignId: string; readonly onClose: () => void }) {
  const words = useMessages(planWebMessages).revise;
  const { cancel } = useMessages(webMessages);
  const toast = useToast();
  const revise = useAction(revisePlan);
  const form = useForm({
    initial: { reason: '' },
    check: (values) => ({ reason: values.reason.trim() ? undefined : words.missing }),
    submit: async ({ reason }) => {
      await revise.mutateAsync({ params: { campaignId }, body: { reason } });
      toast.show({ text: words.done });
    },
  });
  return (
    <Dialog open title={words.title} onClose={onClose} dismissable={!form.dirty} footer={<><Button onClick={onClose}>{cancel}</Button><Button type="submit" form="revise-plan" kind="primary" busy={form.busy}>{words.action}</Button></>}>
      <Form form={form} formId="revise-plan" onDone={onClose}>
        <p>{words.text}</p>
        <TextAreaField label={words.reason} required rows={2} maxLength={500} autoFocus {...form.field('reason')} />
      </Form>
    </Dialog>
  );
}
