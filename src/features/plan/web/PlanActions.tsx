import { withdrawApproval } from '#features/approval/approval.contract.ts';
import type { Campaign } from '#features/campaign/campaign.contract.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useAction, useRefresh } from '#platform/web/query.ts';
import { ConfirmAction } from '#platform/web/ui/Dialog.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { startPreparing, type Plan } from '../plan.contract.ts';
import { planWebMessages } from '../plan.web.messages.ts';
import { RevisePlan } from './RevisePlan.tsx';
import { SubmitPlan } from './SubmitPlan.tsx';

/** 提交审批, 撤回, 开始筹备, 修订: whichever the stage allows this person. */
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
    return (
      <>
        {plan.can.revise ? <RevisePlan campaignId={campaign.id} /> : null}
        <ConfirmAction kind="primary" label={words.start.action} title={words.start.title} onConfirm={run}><p>{words.start.text}</p></ConfirmAction>
      </>
    );
  }
  if (plan.can.revise) return <RevisePlan campaignId={campaign.id} />;
  return plan.can.submit ? <SubmitPlan campaignId={campaign.id} blocked={plan.gaps.length > 0} /> : null;
}
