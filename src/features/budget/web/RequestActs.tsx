import { useState } from 'react';
import { withdrawApproval } from '#features/approval/approval.contract.ts';
import type { Campaign } from '#features/campaign/campaign.contract.ts';
import { callOperation } from '#platform/web/client.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useNavigate } from '#platform/web/navigation.tsx';
import { useAction, useRefresh } from '#platform/web/query.ts';
import { LinkButton } from '#platform/web/ui/Button.tsx';
import { ConfirmAction } from '#platform/web/ui/Dialog.tsx';
import { TextField } from '#platform/web/ui/Field.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { requestCode } from '../budget.order.rules.ts';
import { closeRequest, deleteDraft, type RequestDetail } from '../budget.request.contract.ts';
import { requestWebMessages } from '../budget.request.web.messages.ts';
import { InvoiceRecord } from './InvoiceForm.tsx';
import { RefundRecord } from './InvoiceRefund.tsx';
import { draftAddress } from './useDraftSession.ts';
import css from './request.module.css';

interface ActProps {
  readonly campaign: Campaign;
  readonly request: RequestDetail;
}

function Withdraw({ campaign, request, approvalId }: ActProps & { readonly approvalId: string }) {
  const words = useMessages(requestWebMessages).page;
  const formats = useFormats();
  const toast = useToast();
  const refresh = useRefresh();
  const withdraw = useAction(withdrawApproval);
  const holds = request.kind !== 'supplement';
  const run = async () => {
    await withdraw.mutateAsync({ params: { approvalId } });
    await refresh(campaign.id);
    toast.show({ text: holds ? words.withdrawn : words.withdrawnMove });
  };
  return <ConfirmAction label={words.withdraw} title={words.withdrawTitle(requestCode(request.number))} onConfirm={run}><p>{holds ? words.withdrawText(formats.money(request.amountCents)) : words.withdrawMove}</p></ConfirmAction>;
}

function Delete({ campaign, request }: ActProps) {
  const words = useMessages(requestWebMessages).page;
  const toast = useToast();
  const navigate = useNavigate();
  const run = async () => {
    // Without a refresh of this page, which would ask for what is gone; the list hears of it like everyone else.
    await callOperation(deleteDraft, { params: { campaignId: campaign.id, requestId: request.id } });
    toast.show({ text: words.removed });
    navigate(`/campaigns/${campaign.id}/budget/requests`, { replace: true });
  };
  return <ConfirmAction label={words.remove} danger title={words.removeTitle(requestCode(request.number))} onConfirm={run}><p>{words.removeText}</p></ConfirmAction>;
}

function Close({ campaign, request }: ActProps) {
  const words = useMessages(requestWebMessages).page;
  const formats = useFormats();
  const toast = useToast();
  const close = useAction(closeRequest);
  const [reason, setReason] = useState('');
  const left = formats.money(request.openCents);
  const run = async () => {
    const { releasedCents } = await close.mutateAsync({ params: { campaignId: campaign.id, requestId: request.id }, body: { reason } });
    toast.show({ text: words.closed(formats.money(releasedCents)) });
  };
  return (
    <ConfirmAction label={request.openCents > 0 ? words.close(left) : words.closeAll} title={words.closeTitle(requestCode(request.number))} onConfirm={run}>
      <p>{request.openCents > 0 ? words.closeText(left, request.line) : words.closeTextAll}</p>
      <TextField label={words.closeReason} name="reason" value={reason} onChange={setReason} error={undefined} maxLength={500} />
    </ConfirmAction>
  );
}

/** What may be done with the request now; the server has decided what that is. */
export function RequestActs(props: ActProps) {
  const { campaign, request } = props;
  const words = useMessages(requestWebMessages).page;
  const { can, state, approvalId } = request;
  return (
    <div className={css['acts']} data-thumb>
      {can.refund ? <RefundRecord {...props} /> : null}
      {can.withdraw && approvalId ? <Withdraw {...props} approvalId={approvalId} /> : null}
      {can.edit && state === 'draft' ? <Delete {...props} /> : null}
      {can.close ? <Close {...props} /> : null}
      {can.edit ? <LinkButton kind="primary" to={draftAddress(campaign.id, { draft: request.id })}>{state === 'draft' ? words.edit : words.mend}</LinkButton> : null}
      {can.recordInvoice ? <InvoiceRecord {...props} primary /> : null}
    </div>
  );
}
