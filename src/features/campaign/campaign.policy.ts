import type { Actor } from '#platform/shared/actor.ts';
import type { Access } from '#platform/shared/contract.ts';
import { isBeforeApproval, isClosed, isDraft, isRunning, type Stage } from './campaign.rules.ts';

/** The five groups of the campaign team (P3.1). */
export const TEAM_GROUPS = ['lead', 'planning', 'execution', 'monitoring', 'logistics'] as const;
export type TeamGroup = (typeof TEAM_GROUPS)[number];

/** What permissions in a campaign are decided on. */
export interface CampaignFacts {
  readonly id: string;
  readonly name: string;
  readonly stage: Stage;
  readonly departmentId: string | null;
  readonly createdBy: string;
  readonly timeZone: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** A version of the plan was approved once. While a later one is written, work and money go on by it. */
  readonly approvedOnce: boolean;
  /** The groups that the actor is in. */
  readonly groups: readonly TeamGroup[];
}

type Rule = (actor: Actor, campaign: CampaignFacts) => boolean;

const isIn = (campaign: CampaignFacts, ...groups: readonly TeamGroup[]): boolean => groups.some((group) => campaign.groups.includes(group));
/** The plan is written again after an approval. */
export const isRevised = ({ stage, approvedOnce }: CampaignFacts): boolean => approvedOnce && isBeforeApproval(stage);
const leads: Rule = (_actor, campaign) => isIn(campaign, 'lead');
const plans: Rule = (actor, campaign) => leads(actor, campaign) || isIn(campaign, 'planning');

/** Management, finance and administrators see every campaign; the others those of their team or department. */
export const seesCampaign: Rule = (actor, campaign) =>
  actor.orgRole !== 'member' || campaign.createdBy === actor.userId || campaign.groups.length > 0 || (campaign.departmentId !== null && campaign.departmentId === actor.departmentId);

export const createsCampaigns = (actor: Actor): boolean => actor.orgRole !== 'finance';

/** The lead and the planning group write the plan, while it is a draft. */
export const writesPlan: Rule = (actor, campaign) => isDraft(campaign.stage) && plans(actor, campaign);
/** The lead names the team as long as the campaign lives. */
export const staffsTeam: Rule = (actor, campaign) => !isClosed(campaign.stage) && leads(actor, campaign);
/** Results come from the monitoring group, the planners and the lead. */
export const recordsResults: Rule = (actor, campaign) => isRunning(campaign.stage) && (plans(actor, campaign) || isIn(campaign, 'monitoring'));
/** Everyone in the team ticks off work. */
export const worksOnTasks: Rule = (actor, campaign) => (isRunning(campaign.stage) || isRevised(campaign)) && (leads(actor, campaign) || campaign.groups.length > 0);
/** Dates of tasks may still be moved after approval, by those who plan. */
export const reschedules: Rule = (actor, campaign) => (isDraft(campaign.stage) || isRunning(campaign.stage)) && plans(actor, campaign);
/** The lead moves the campaign from one stage to the next. */
export const movesStage: Rule = (actor, campaign) => !isClosed(campaign.stage) && leads(actor, campaign);
/** What was approved is written again by whoever leads, until the campaign is live; from then on changes are adjustments (E4.2). */
export const revisesPlan: Rule = (actor, campaign) => (campaign.stage === 'approved' || campaign.stage === 'preparing') && leads(actor, campaign);
export const submitsPlan: Rule = (actor, campaign) => plans(actor, campaign);
export const writesEvaluation: Rule = (actor, campaign) => campaign.stage === 'reviewing' && (plans(actor, campaign) || isIn(campaign, 'monitoring'));
export const archivesCampaign: Rule = (actor, campaign) => leads(actor, campaign);

/** Access to an operation on one campaign. Whoever may not see it is told that there is none. */
export const inCampaign = (allow: Rule = () => true): Access<CampaignFacts> => ({ scope: 'campaign', see: seesCampaign, allow });
