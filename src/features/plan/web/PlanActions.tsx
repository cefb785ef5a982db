import { useState } from 'react';
import { withdrawApproval } from '#features/approval/approval.contract.ts';
import type { Campaign } from '#features/campaign/campaign.contract.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useSearch } from '#platform/web/navigation.tsx';
import { useAction, useRefresh } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { ConfirmAction, Dialog } from '#platform/web/ui/Dialog.tsx';
import { TextAreaField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { webMessages } from '#platform/web/web.messages.ts';
import { startPreparing, submitPlan, type Plan } from '../plan.contract.ts';
import { planWebMessages } from '../plan.web.messages.ts';

/** 提交审批, 撤回, 开始筹备: whichever the stage allows this person. */
export function PlanActions({ campaign, plan }: { readonly campaign: Campaign; readonly plan: Plan }) {
  const words = useMessages(planWebMessages);
  const toast = useToast();
  const refresh = useRefresh();
  const withdraw = useAction(withdrawApproval);
  const start = useAction(startPreparing);
  const latest = plan.versions[0];
  if (plan.can.withdraw && latest?.decision === null) {
    const run = async () => {
      await withdraw.mutateAsync({ params: { approvalId: latest.approvalId } });
      await refresh(campaign.id);
      toast.show({ text: words.withdraw.done });
    };
    return <ConfirmAction label={words.withdraw.action} title={words.withdraw.title} onConfirm={run}><p>{words.withdraw.text}</p></ConfirmAction>;
  }
  if (plan.can.start) {
    const run = async () => {
      await start.mutateAsync({ params: { campaignId: campaign.id } });
      toast.show({ text: words.start.done });
    };
    return <ConfirmAction kind="primary" label={words.start.action} title={words.start.title} onConfirm={run}><p>{words.start.text}</p></ConfirmAction>;
  }
  return plan.can.submit ? <SubmitPlan campaignId={campaign.id} blocked={plan.gaps.some((gap) => gap.blocking)} /> : null;
}

function SubmitPlan({ campaignId, blocked }: { readonly campaignId: string; readonly blocked: boolean }) {
  const words = useMessages(planWebMessages).submit;
  const { cancel } = useMessages(webMessages);
  const toast = useToast();
  const submit = useAction(submitPlan);
  const [search, setSearch] = useSearch();
  const [wanted, setWanted] = useState(false);
  const open = (wanted || search['submit'] === 'now') && !blocked;
  const close = () => {
    setWanted(false);
    if (search['submit']) setSearch({ submit: undefined });
  };
  const form = useForm({
    initial: { note: '' },
    submit: async ({ note }) => {
      const made = await submit.mutateAsync({ params: { campaignId }, body: { note } });
      toast.show({ text: words.done(made.number) });
    },
  });
  return (
    <>
      <Button kind="primary" disabled={blocked} title={blocked ? words.blocked : undefined} onClick={() => setWanted(true)}>{words.action}</Button>
      <Dialog open={open} title={words.title} onClose={close} dismissable={!form.dirty} footer={<><Button onClick={close}>{cancel}</Button><Button type="submit" form="submit-plan" kind="primary" busy={form.busy}>{words.action}</Button></>}>
        <Form form={form} formId="submit-plan" onDone={close}>
          <p>{words.text}</p>
          <TextAreaField label={words.note} hint={words.noteHint} rows={3} maxLength={1000} {...form.field('note')} />
        </Form>
      </Dialog>
    </>
  );
}
