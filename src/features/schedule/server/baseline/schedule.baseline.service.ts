import type { DecidedApproval } from '#features/approval/server/approval.api.ts';
import { findApproval } from '#features/approval/server/approval.api.ts';
import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import type { Change } from '#platform/server/events.ts';
import type { ReadWork, Work } from '#platform/server/operation.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import type { getBaseline as getContract } from '../../baseline/schedule.baseline.contract.ts';
import { keepBaseline } from './schedule.baseline.store.ts';
import { latestBaseline } from './schedule.baseline.views.ts';

export async function getBaseline({ db, thing }: ReadWork<CampaignFacts>): Promise<OutputOf<typeof getContract>> {
  return { baseline: (await latestBaseline(db, thing.id)) ?? null };
}

/**
 * The days of an approved plan are the baseline. They are taken from the tasks as they stand, not from the frozen text of the version: from its
 * submission to its approval nobody may move a task or the campaign's days (`reschedules`, `writesPlan`), so that both say the same, and the
 * tasks have the ids by which what happens later is compared.
 */
export async function onPlanApproved(work: Work<unknown>, { campaignId, after }: Change): Promise<void> {
  const decided = after as DecidedApproval;
  if (decided.approvalKind !== 'plan' || decided.decision !== 'approved' || !campaignId) return;
  const approval = await findApproval(work.db, decided.approvalId);
  if (approval) await keepBaseline(work.db, campaignId, approval.version);
}
