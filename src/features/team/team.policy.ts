import { staffsTeam, writesPlan, type CampaignFacts } from '#features/campaign/campaign.policy.ts';
import type { Actor } from '#platform/shared/actor.ts';

/** The lead and the planning group divide the work in the draft; the lead may divide it anew as long as the campaign lives. */
export const dividesWork = (actor: Actor, campaign: CampaignFacts): boolean => writesPlan(actor, campaign) || staffsTeam(actor, campaign);

/** Everyone enters their own absence; an administrator, and the lead of a running campaign that the person works in, enter it for them. */
export const entersAbsence = (actor: Actor, absence: { readonly userId: string; readonly isLedByActor: boolean }): boolean =>
  absence.userId === actor.userId || actor.orgRole === 'admin' || absence.isLedByActor;

/** Why someone is away is told to them and to whoever plans around it; the others see the days and who stands in. */
export const seesReason = (actor: Actor, absence: { readonly userId: string; readonly isLedByActor: boolean }): boolean => entersAbsence(actor, absence);
