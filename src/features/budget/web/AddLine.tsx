import { useId, useState } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { useNavigate } from '#platform/web/navigation.tsx';
import { useAction } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { TextField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { webMessages } from '#platform/web/web.messages.ts';
import { addLine } from '../budget.contract.ts';
import { budgetWebMessages } from '../budget.web.messages.ts';
import { budgetAddress } from './budgetAddress.ts';

/** A category that the plan did not have: it comes with nothing on it, and the next page asks for money to it. */
export function AddLine({ campaignId }: { readonly campaignId: string }) {
  const words = useMessages(budgetWebMessages).addLine;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button small icon="add" onClick={() => setOpen(true)}>{words.open}</Button>
      {open ? <AddLineDialog campaignId={campaignId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function AddLineDialog({ campaignId, onClose }: { readonly campaignId: string; readonly onClose: () => void }) {
  const { addLine: words, columns } = useMessages(budgetWebMessages);
  const { cancel } = useMessages(webMessages);
  const formId = useId();
  const navigate = useNavigate();
  // One id for the intent: a repeated click adds one line.
  const [lineId] = useState(() => crypto.randomUUID());
  const add = useAction(addLine);
  const form = useForm({
    initial: { category: '', detail: '', ownerText: '' },
    check: ({ category }) => ({ category: category.trim() ? undefined : words.categoryMissing }),
    submit: async (values) => {
      await add.mutateAsync({ params: { campaignId, lineId }, body: values });
      navigate(budgetAddress.newRequest(campaignId, 'supplement', lineId));
    },
  });
  return (
    <Dialog open title={words.title} onClose={onClose} dismissable={!form.dirty} footer={<><Button onClick={onClose}>{cancel}</Button><Button type="submit" form={formId} kind="primary" busy={form.busy}>{words.add}</Button></>}>
      <Form form={form} formId={formId}>
        <p>{words.text}</p>
        <TextField label={columns.category} required maxLength={60} {...form.field('category')} />
        <TextField label={columns.detail} maxLength={500} {...form.field('detail')} />
        <TextField label={columns.owner} maxLength={100} {...form.field('ownerText')} />
      </Form>
    </Dialog>
  );
}
