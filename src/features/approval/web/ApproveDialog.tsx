import { useId, useState } from 'react';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { Button } from '#platform/web/ui/Button.tsx';
import { Dialog } from '#platform/web/ui/Dialog.tsx';
import { TextAreaField } from '#platform/web/ui/Field.tsx';
import { Form } from '#platform/web/ui/Form.tsx';
import { useForm } from '#platform/web/ui/form.ts';
import { webMessages } from '#platform/web/web.messages.ts';
import { decideApproval, type ApprovalDetail } from '../approval.contract.ts';
import { approvalDecisionMessages } from '../approval.decision.web.messages.ts';
import { nextStep } from '../approval.step.rules.ts';
import { ApprovalFacts } from './ApprovalFacts.tsx';
import css from './decision.module.css';
import { useAfterwards, useNameOf } from './useAfterwards.ts';
import { useWho } from './useWho.ts';

/** The second tap. What is approved stands in it once more; a refusal (someone was faster) is said here and nothing is lost. */
export function ApproveDialog({ approval: now, onClose }: { readonly approval: ApprovalDetail; readonly onClose: () => void }) {
  // What the person saw when it opened: an update that arrives meanwhile must not change what the second tap decides.
  const [approval] = useState(now);
  const words = useMessages(approvalDecisionMessages);
  const { cancel } = useMessages(webMessages);
  const id = useId();
  const decide = useAction(decideApproval);
  const afterwards = useAfterwards(approval);
  const name = useNameOf(approval);
  const form = useForm({
    initial: { reason: '' },
    submit: async ({ reason }) => {
      const { finished, next } = await decide.mutateAsync({ params: { approvalId: approval.id }, body: { decision: 'approved', reason, ...(approval.step ? { stepId: approval.step.id } : {}) } });
      await afterwards(finished ? words.approved : next ? words.passed(next) : words.passedOpen);
    },
  });
  return (
    <Dialog open title={words.approveTitle(name)} onClose={onClose} dismissable={!form.dirty} footer={<><Button onClick={onClose}>{cancel}</Button><Button type="submit" form={id} kind="primary" busy={form.busy}>{words.approve}</Button></>}>
      <Form form={form} formId={id} onDone={onClose}>
        <Summary approval={approval} />
        <TextAreaField label={words.words} hint={words.wordsHint} rows={2} maxLength={1000} {...form.field('reason')} />
      </Form>
    </Dialog>
  );
}

function Summary({ approval }: { readonly approval: ApprovalDetail }) {
  const words = useMessages(approvalDecisionMessages);
  const formats = useFormats();
  const who = useWho();
  const next = nextStep(approval.steps);
  return (
    <div className={css['summary']}>
      {approval.forName ? <p><b>{words.onBehalf(approval.forName)}</b></p> : null}
      {approval.amountCents === null ? null : (
        <dl>
          <div><dt>{words.amount}</dt><dd>{formats.money(approval.amountCents)}</dd></div>
        </dl>
      )}
      <ApprovalFacts short kind={approval.kind} approvalId={approval.id} />
      <p>{next ? words.nextStep([next.name, who.approver(next.approver)].filter(Boolean).join(' · ')) : words.last}{words.frozen}</p>
    </div>
  );
}
