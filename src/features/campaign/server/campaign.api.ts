import type { Work } from '#platform/server/operation.ts';
import { Problem } from '#platform/shared/problem.ts';
import { mayMove, type Stage } from '../campaign.rules.ts';
import { lastRevisedFrom, lockStage, storeLead, storeStage } from './campaign.store.ts';

export { loadCampaignFacts } from './campaign.store.ts';
export { findCampaign, listScenarioRows, listVisibleCampaigns, matchingCampaigns, visibleTo } from './campaign.views.ts';
export { createCampaign, updateCampaign } from './campaign.service.ts';

/**
 * Moves a campaign from one stage to the next (S2) and keeps who, when and why.
 * @throws campaign.stage_refused when there is no such move from the stage it is in now.
 */
export async function moveStage(work: Work<unknown>, campaignId: string, to: Stage, reason = ''): Promise<void> {
  const from = await lockStage(work.db, campaignId);
  if (!mayMove(from, to)) throw new Problem('campaign.stage_refused', 409, { from, to });
  await storeStage(work.db, campaignId, { from, to, reason, by: work.actor.userId });
  await work.record({ kind: 'campaign.moved', campaignId, subject: { type: 'campaign', id: campaignId }, before: { stage: from }, after: { stage: to, reason } });
}

/** Approves the campaign's plan. Where an earlier version was worked by when this one was begun, the work goes on by this one. */
export async function approveStage(work: Work<unknown>, campaignId: string, reason = ''): Promise<void> {
  await moveStage(work, campaignId, 'approved', reason);
  if ((await lastRevisedFrom(work.db, campaignId)) === 'preparing') await moveStage(work, campaignId, 'preparing');
}

export async function nameLead(work: Work<unknown>, campaignId: string, userId: string): Promise<void> {
  await storeLead(work.db, campaignId, userId);
}
