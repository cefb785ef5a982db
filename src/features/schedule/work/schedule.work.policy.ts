import { isRevised, reschedules, worksOnTasks, type CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { isRunning } from '#features/campaign/campaign.rules.ts';
import type { Actor } from '#platform/shared/actor.ts';

type Rule = (actor: Actor, campaign: CampaignFacts) => boolean;

/** Everyone in the team tells of the work while it goes on: ticks, foresees a delay, reports, shows a photo. */
export const tellsOfWork: Rule = worksOnTasks;

/** A new date that those who plan give moves the task; the others' is a proposal that the lead is told of. */
export const movesByPostponing: Rule = (actor, campaign) => worksOnTasks(actor, campaign) && reschedules(actor, campaign);

/** Days can pass where work goes on, or went on to the end. */
export const hasDelays = (campaign: CampaignFacts): boolean => isRunning(campaign.stage) || isRevised(campaign) || campaign.stage === 'archived';

/** Those who plan ask the owner of a task why it is late, while the work goes on. */
export const asksOwners: Rule = (_actor, campaign) => (isRunning(campaign.stage) || isRevised(campaign)) && (campaign.groups.includes('lead') || campaign.groups.includes('planning'));
