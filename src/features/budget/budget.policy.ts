import { writesPlan, type CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { isBeforeApproval, isClosed } from '#features/campaign/campaign.rules.ts';
import type { Actor } from '#platform/shared/actor.ts';

type Rule = (actor: Actor, campaign: CampaignFacts) => boolean;

/** The ledger opens with the first approved plan and stays open while a later version is written. */
const isOpened = ({ stage, approvedOnce }: CampaignFacts): boolean => approvedOnce || !isBeforeApproval(stage);
/** It closes with the campaign. */
const isOpenForMoney = (campaign: CampaignFacts): boolean => isOpened(campaign) && !isClosed(campaign.stage);
/** What was ordered is settled also when the campaign was cancelled meanwhile; an archived one has nothing left to settle but payments. */
const isOpenForSettling = (campaign: CampaignFacts): boolean => isOpened(campaign) && campaign.stage !== 'archived';
const isInTeam = (campaign: CampaignFacts): boolean => campaign.groups.length > 0;
const isFinance = (actor: Actor): boolean => actor.orgRole === 'finance';

/** T1 is written with the plan until the ledger opens; then amounts change by requests only, also while the plan is revised. */
export const writesBudget: Rule = (actor, campaign) => writesPlan(actor, campaign) && !campaign.approvedOnce;
/** A category that the plan did not have is added by those who plan, at zero: money comes to it by a transfer or a supplement. */
export const addsBudgetLine: Rule = (_actor, campaign) => isOpenForMoney(campaign) && campaign.groups.some((group) => group === 'lead' || group === 'planning');
/** Everyone in the team asks for money; the route decides who grants it (P2.3). */
export const asksForMoney: Rule = (_actor, campaign) => isOpenForMoney(campaign) && isInTeam(campaign);
/** Invoices come from the team or from finance. */
export const recordsInvoices: Rule = (actor, campaign) => isOpenForSettling(campaign) && (isInTeam(campaign) || isFinance(actor));
/** Finance accepts invoices and books what comes back. */
export const keepsAccounts: Rule = (actor, campaign) => isOpenForSettling(campaign) && isFinance(actor);
/** Bills are paid weeks after an event: marking one as paid changes no balance and waits for no archive. */
export const paysInvoices: Rule = (actor, campaign) => isOpened(campaign) && isFinance(actor);
/** An order is closed by whoever asked, by the lead, or by finance. */
export const closesOrders: Rule = (actor, campaign) => recordsInvoices(actor, campaign);
export const closesOrderOf = (actor: Actor, campaign: CampaignFacts, requestedBy: string): boolean =>
  closesOrders(actor, campaign) && (requestedBy === actor.userId || campaign.groups.includes('lead') || isFinance(actor));
/** Notes beside the lines stay open to those who plan, to logistics and to finance. */
export const writesBudgetNotes: Rule = (actor, campaign) => isOpenForMoney(campaign) && (isFinance(actor) || campaign.groups.some((group) => group === 'lead' || group === 'planning' || group === 'logistics'));
/** The bounds of the reserve and of the warnings are the company's. */
export const setsBudgetRules = (actor: Actor): boolean => actor.orgRole === 'admin' || actor.orgRole === 'finance';
/** What waits for finance in all campaigns. */
export const seesPayables = (actor: Actor): boolean => isFinance(actor);
