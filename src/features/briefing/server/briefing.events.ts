import type { DecidedApproval } from '#features/approval/server/approval.api.ts';
import { findApproval } from '#features/approval/server/approval.api.ts';
import { isClosed } from '#features/campaign/campaign.rules.ts';
import { findCampaign } from '#features/campaign/server/campaign.api.ts';
import type { Change } from '#platform/server/events.ts';
import { newId } from '#platform/server/identity.ts';
import type { Reaction, Work } from '#platform/server/operation.ts';
import * as store from './briefing.store.ts';
import { settleEarlier, tellOpened } from './briefing.telling.ts';
import * as views from './briefing.views.ts';

/** P4.2: an approved plan is passed to every group. */
async function onApprovalDecided(work: Work<unknown>, event: Change): Promise<void> {
  const decided = event.after as DecidedApproval;
  const { campaignId } = event;
  if (decided.approvalKind !== 'plan' || decided.decision !== 'approved' || !campaignId) return;
  const approval = await findApproval(work.db, decided.approvalId);
  if (!approval) return;
  const earlier = await views.latestBriefing(work.db, campaignId);
  const row = { id: newId(), campaignId, approvalId: decided.approvalId, number: approval.version };
  if (!(await store.insertBriefing(work.db, row))) return;
  await work.record({ kind: 'briefing.opened', campaignId, subject: { type: 'briefing', id: row.id }, after: { number: row.number } });
  await settleEarlier(work, earlier);
  const readers = await views.readerRows(work.db, row);
  await tellOpened(work, row, approval.campaignName, readers.map((reader) => reader.userId));
}

/** Whoever joins later is asked as well. */
async function onMemberAdded(work: Work<unknown>, event: Change): Promise<void> {
  const { campaignId, subject } = event;
  if (!campaignId || !subject.id) return;
  const row = await views.latestBriefing(work.db, campaignId);
  if (!row) return;
  const { name, stage } = await findCampaign(work.db, campaignId);
  if (!isClosed(stage)) await tellOpened(work, row, name, [subject.id]);
}

export const briefingReactions: Readonly<Record<string, Reaction>> = { 'approval.decided': onApprovalDecided, 'team.member_added': onMemberAdded };
