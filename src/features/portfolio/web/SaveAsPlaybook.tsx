import { saveFromCampaign } from '#features/playbook/playbook.contract.ts';
import { playbookEditMessages } from '#features/playbook/playbook.edit.web.messages.ts';
import type { Campaign } from '#features/campaign/campaign.contract.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useNavigate } from '#platform/web/navigation.tsx';
import { useAction } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { TextAreaField, TextField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';

const NAME_LIMIT = 60;
const SUMMARY_LIMIT = 500;
const FORM = 'save-as-playbook';

/** 另存为活动模板: what worked here becomes the start of the next one (R2.2). */
export function SaveAsPlaybook({ campaign, onClose }: { readonly campaign: Campaign; readonly onClose: () => void }) {
  const words = useMessages(playbookEditMessages).save;
  const save = useAction(saveFromCampaign);
  const navigate = useNavigate();
  const toast = useToast();
  const form = useForm({
    initial: { name: campaign.name.slice(0, NAME_LIMIT), summary: '' },
    check: ({ name }) => ({ name: name.trim() ? undefined : words.nameMissing }),
    submit: async ({ name, summary }) => {
      const { key } = await save.mutateAsync({ params: { campaignId: campaign.id }, body: { name, summary } });
      toast.show({ text: words.done });
      navigate(`/playbooks/${key}`);
    },
  });
  return (
    <Dialog open title={words.title} onClose={onClose} dismissable={!form.dirty} footer={<Button type="submit" form={FORM} kind="primary" busy={form.busy}>{words.submit}</Button>}>
      <Form form={form} formId={FORM}>
        <p>{words.text}</p>
        <TextField label={words.name} required maxLength={NAME_LIMIT} {...form.field('name')} />
        <TextAreaField label={words.summary} hint={words.summaryHint} rows={3} maxLength={SUMMARY_LIMIT} {...form.field('summary')} />
      </Form>
    </Dialog>
  );
}
