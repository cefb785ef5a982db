import { useId, useState } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { TextAreaField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { webMessages } from '#platform/web/web.messages.ts';
import { decideApproval, withdrawApproval, type ApprovalDetail } from '../approval.contract.ts';
import { approvalDecisionMessages } from '../approval.decision.web.messages.ts';
import { useAfterwards, useNameOf } from './useAfterwards.ts';

interface DialogOf {
  readonly approval: ApprovalDetail;
  readonly onClose: () => void;
}

/** Back to whoever asked, with what to mend. */
export function ReturnDialog({ approval: now, onClose }: DialogOf) {
  // As in ApproveDialog: what is returned is what the person saw.
  const [approval] = useState(now);
  const words = useMessages(approvalDecisionMessages);
  const { cancel } = useMessages(webMessages);
  const id = useId();
  const decide = useAction(decideApproval);
  const afterwards = useAfterwards(approval);
  const name = useNameOf(approval);
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => ({ reason: reason.trim() ? undefined : words.reasonMissing }),
    problemFields: { 'approval.reason_needed': 'reason' },
    submit: async ({ reason }) => {
      await decide.mutateAsync({ params: { approvalId: approval.id }, body: { decision: 'returned', reason, ...(approval.step ? { stepId: approval.step.id } : {}) } });
      await afterwards(words.returned);
    },
  });
  return (
    <Dialog open title={words.returnTitle(name)} onClose={onClose} dismissable={!form.dirty} footer={<><Button onClick={onClose}>{cancel}</Button><Button type="submit" form={id} kind="primary" busy={form.busy}>{words.return}</Button></>}>
      <Form form={form} formId={id} onDone={onClose}>
        {approval.forName ? <p><b>{words.onBehalf(approval.forName)}</b></p> : null}
        <p>{words.returnText}</p>
        <TextAreaField label={words.reason} hint={words.reasonHint} required rows={4} maxLength={1000} {...form.field('reason')} />
      </Form>
    </Dialog>
  );
}

export function WithdrawDialog({ approval, onClose }: DialogOf) {
  const words = useMessages(approvalDecisionMessages);
  const { cancel } = useMessages(webMessages);
  const id = useId();
  const withdraw = useAction(withdrawApproval);
  const afterwards = useAfterwards(approval);
  const name = useNameOf(approval);
  const form = useForm({
    initial: {},
    submit: async () => {
      await withdraw.mutateAsync({ params: { approvalId: approval.id } });
      await afterwards(words.withdrawn);
    },
  });
  return (
    <Dialog open title={words.withdrawTitle(name)} onClose={onClose} footer={<><Button onClick={onClose}>{cancel}</Button><Button type="submit" form={id} kind="primary" busy={form.busy}>{words.withdraw}</Button></>}>
      <Form form={form} formId={id} onDone={onClose}><p>{words.withdrawText}</p></Form>
    </Dialog>
  );
}
