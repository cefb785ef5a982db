import { movesStage, type CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { isClosed } from '#features/campaign/campaign.rules.ts';
import type { Actor } from '#platform/shared/actor.ts';

/** The lead holds the briefing, as long as the campaign lives. */
export const holdsBriefing = (actor: Actor, campaign: CampaignFacts): boolean => movesStage(actor, campaign);

/** Everyone of the team is asked to read and understand. */
export const isBriefed = (_actor: Actor, campaign: CampaignFacts): boolean => !isClosed(campaign.stage) && campaign.groups.length > 0;

/** Who has not read yet is told to the lead and to those who answer for all campaigns; the others see the count. */
export const seesReaders = (actor: Actor, campaign: CampaignFacts): boolean => campaign.groups.includes('lead') || actor.orgRole === 'management' || actor.orgRole === 'admin';
