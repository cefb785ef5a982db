import type { ApprovalFacts } from '#features/approval/approval.policy.ts';
import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import type { ReadWork } from '#platform/server/operation.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import type * as contract from '../budget.request.contract.ts';
import * as views from './budget.facts.views.ts';

export async function getMoneyFacts(work: ReadWork<ApprovalFacts>): Promise<OutputOf<typeof contract.getMoneyFacts>> {
  return (await views.moneyFacts(work.db, work.thing.id)) ?? null;
}

export async function listPayees(work: ReadWork<CampaignFacts>): Promise<OutputOf<typeof contract.listPayees>> {
  return { payees: await views.payeesOf(work.db) };
}

export async function listReserveDraws(work: ReadWork<CampaignFacts>): Promise<OutputOf<typeof contract.listReserveDraws>> {
  return views.reserveDraws(work.db, work.thing.id);
}

export async function listPayables(work: ReadWork): Promise<OutputOf<typeof contract.listPayables>> {
  const invoices = await views.payables(work.db);
  return {
    invoices: invoices.map(({ requestedById, ...invoice }) => ({
      ...invoice, can: { check: invoice.state === 'submitted' && requestedById !== work.actor.userId, pay: invoice.state === 'accepted' },
    })),
  };
}
