import { useState } from 'react';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useAction, useRefresh } from '#platform/web/query.ts';
import { Banner } from '#platform/web/ui/Banner.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { ConfirmAction, Dialog } from '#platform/web/ui/Dialog.tsx';
import { TextAreaField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { webMessages } from '#platform/web/web.messages.ts';
import { decideApproval, withdrawApproval, type ApprovalDetail } from '../approval.contract.ts';
import { approvalMessages } from '../approval.messages.ts';
import { approvalWebMessages } from '../approval.web.messages.ts';
import css from './approval.module.css';

/** Approve in two taps, return with a reason, withdraw one's own; or who decided, when, and why. */
export function Decision({ approval }: { readonly approval: ApprovalDetail }) {
  const words = useMessages(approvalWebMessages).decision;
  const formats = useFormats();
  const { decision, reason, decidedBy, decidedAt, can } = approval;
  if (decision) {
    const tone = decision === 'approved' ? 'done' : decision === 'returned' ? 'warn' : 'plain';
    return (
      <div className={css['made']}>
        <Banner tone={tone}>{words.made[decision](decidedBy ?? '', formats.dateTime(decidedAt))}{reason ? ` ${words.reasonWas(reason)}` : null}</Banner>
      </div>
    );
  }
  if (!can.decide && !can.withdraw) return <div className={css['made']}><Banner tone="doing">{words.waiting}</Banner></div>;
  return (
    <>
      {can.decide ? null : <div className={css['made']}><Banner tone="doing">{words.waiting}</Banner></div>}
      <div className={css['bar']}>
        {can.withdraw ? <Withdraw approval={approval} /> : null}
        {can.decide ? <><Return approval={approval} /><Approve approval={approval} /></> : null}
      </div>
    </>
  );
}

function useDecided(approval: ApprovalDetail) {
  const toast = useToast();
  const refresh = useRefresh();
  return async (text: string) => {
    toast.show({ text });
    await refresh(approval.campaignId);
  };
}

function useNameOf(approval: ApprovalDetail): string {
  const words = useMessages(approvalWebMessages).seal;
  const { kinds } = useMessages(approvalMessages);
  return words.version(kinds[approval.kind], approval.version);
}

function Approve({ approval }: { readonly approval: ApprovalDetail }) {
  const words = useMessages(approvalWebMessages).decision;
  const decide = useAction(decideApproval);
  const decided = useDecided(approval);
  const run = async () => {
    await decide.mutateAsync({ params: { approvalId: approval.id }, body: { decision: 'approved' } });
    await decided(words.approved);
  };
  return <ConfirmAction kind="primary" label={words.approve} title={words.approveTitle(useNameOf(approval))} onConfirm={run}><p>{words.approveText}</p></ConfirmAction>;
}

function Withdraw({ approval }: { readonly approval: ApprovalDetail }) {
  const words = useMessages(approvalWebMessages).decision;
  const withdraw = useAction(withdrawApproval);
  const decided = useDecided(approval);
  const run = async () => {
    await withdraw.mutateAsync({ params: { approvalId: approval.id } });
    await decided(words.withdrawn);
  };
  return <ConfirmAction label={words.withdraw} title={words.withdrawTitle(useNameOf(approval))} onConfirm={run}><p>{words.withdrawText}</p></ConfirmAction>;
}

function Return({ approval }: { readonly approval: ApprovalDetail }) {
  const words = useMessages(approvalWebMessages).decision;
  const { cancel } = useMessages(webMessages);
  const [open, setOpen] = useState(false);
  const decide = useAction(decideApproval);
  const decided = useDecided(approval);
  const name = useNameOf(approval);
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => ({ reason: reason.trim() ? undefined : words.reasonMissing }),
    problemFields: { 'approval.reason_needed': 'reason' },
    submit: async ({ reason }) => {
      await decide.mutateAsync({ params: { approvalId: approval.id }, body: { decision: 'returned', reason } });
      await decided(words.returned);
    },
  });
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.return}</Button>
      <Dialog open={open} title={words.returnTitle(name)} onClose={close} dismissable={!form.dirty} footer={<><Button onClick={close}>{cancel}</Button><Button type="submit" form="return-approval" kind="primary" busy={form.busy}>{words.return}</Button></>}>
        <Form form={form} formId="return-approval" onDone={close}>
          <p>{words.returnText}</p>
          <TextAreaField label={words.reason} hint={words.reasonHint} required rows={4} maxLength={1000} {...form.field('reason')} />
        </Form>
      </Dialog>
    </>
  );
}
