import type { DecidedApproval } from '#features/approval/server/approval.api.ts';
import { withdrawsApproval } from '#features/approval/approval.policy.ts';
import { approvalsOf, loadApprovalFacts, submitVersion } from '#features/approval/server/approval.api.ts';
import { movesStage, revisesPlan, submitsPlan, type CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { approveStage, moveStage } from '#features/campaign/server/campaign.api.ts';
import type { Change } from '#platform/server/events.ts';
import type { ReadWork, Work } from '#platform/server/operation.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { Problem } from '#platform/shared/problem.ts';
import type * as contract from '../plan.contract.ts';
import { overspentDraft } from '#features/budget/server/budget.api.ts';
import { blockingFindings, passCheck } from './plan.check.service.ts';
import { approvedPlan, planContent } from './plan.content.ts';

export async function getPlan(work: ReadWork<CampaignFacts>): Promise<OutputOf<typeof contract.getPlan>> {
  const { actor, thing } = work;
  const [approvals, content] = await Promise.all([approvalsOf(work.db, thing.id, 'plan'), planContent(work.db, thing.id)]);
  const waiting = thing.stage === 'submitted' ? await loadApprovalFacts(work.db, approvals[0]?.id, actor, 'none') : undefined;
  const versions = approvals.map((approval) => ({
    id: approval.id, approvalId: approval.id, number: approval.version, sha256: approval.sha256, note: approval.note,
    submittedBy: approval.requestedBy, submittedAt: approval.requestedAt,
    decision: approval.decision, reason: approval.reason, decidedBy: approval.decidedBy, decidedAt: approval.decidedAt, step: approval.step,
  }));
  return {
    versions,
    changed: (await approvedPlan(work.db, thing.id, content))?.changed ?? false,
    gaps: thing.stage === 'draft' ? [...(await blockingFindings(work.db, thing))] : [],
    can: {
      submit: thing.stage === 'draft' && submitsPlan(actor, thing),
      withdraw: waiting !== undefined && withdrawsApproval(actor, waiting),
      start: thing.stage === 'approved' && movesStage(actor, thing),
      revise: revisesPlan(actor, thing),
    },
  };
}

export async function submitPlan(work: Work<CampaignFacts>, { body }: InputOf<typeof contract.submitPlan>): Promise<OutputOf<typeof contract.submitPlan>> {
  const { thing } = work;
  if (thing.stage !== 'draft') throw new Problem('campaign.stage_refused', 409, { from: thing.stage, to: 'submitted' });
  const content = await planContent(work.db, thing.id);
  const check = await passCheck(work, body);
  const overspent = await overspentDraft(work.db, thing.id);
  if (overspent) throw new Problem('budget.opening_overspent', 409, overspent);
  const made = await submitVersion(work, { campaignId: thing.id, kind: 'plan', title: thing.name, note: body.note, content: { ...content, check }, amountCents: content.budget.reduce((sum, line) => sum + line.amountCents, 0) });
  await moveStage(work, thing.id, 'submitted', body.note);
  return made;
}

/** The approved version stays in force, and its seal on it, until a later one is approved. */
export async function revisePlan(work: Work<CampaignFacts>, { body }: InputOf<typeof contract.revisePlan>): Promise<OutputOf<typeof contract.revisePlan>> {
  await moveStage(work, work.thing.id, 'draft', body.reason);
  return {};
}

export async function startPreparing(work: Work<CampaignFacts>): Promise<OutputOf<typeof contract.startPreparing>> {
  const { thing } = work;
  if (thing.stage === 'approved') {
    const latest = (await approvalsOf(work.db, thing.id, 'plan'))[0];
    if (latest?.decision !== 'approved') throw new Problem('plan.not_approved', 409);
  }
  await moveStage(work, thing.id, 'preparing');
  return {};
}

/** A decision on a plan moves its campaign: approved, or back to draft with the reason. */
export async function onApprovalDecided(work: Work<unknown>, event: Change): Promise<void> {
  const decided = event.after as DecidedApproval;
  if (decided.approvalKind !== 'plan' || !event.campaignId) return;
  if (decided.decision === 'approved') await approveStage(work, event.campaignId, decided.reason);
  else await moveStage(work, event.campaignId, 'draft', decided.reason);
}
