import type { Reaction } from '#platform/server/operation.ts';
import { onPlanApproved } from './baseline/schedule.baseline.service.ts';
import { onCampaignChanged } from './baseline/schedule.rebase.service.ts';

export const scheduleReactions: Readonly<Record<string, Reaction>> = { 'campaign.changed': onCampaignChanged, 'approval.decided': onPlanApproved };
