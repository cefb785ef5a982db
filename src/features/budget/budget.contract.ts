import { z } from 'zod';
import { inCampaign, recordsCost, writesPlan } from '#features/campaign/campaign.policy.ts';
import { operation } from '#platform/shared/contract.ts';
import { campaignParams, centsField, idField, signedCentsField, text } from '#platform/shared/field.ts';
import { rowChanges, rowOutcomes } from '#platform/shared/rows.ts';

/** The columns of T1. 序号 is the position, 合计 is computed. */
export const budgetFields = z.object({
  category: text(60),
  detail: text(500),
  amountCents: centsField,
  actualCents: signedCentsField.nullable(),
  ownerText: text(100),
  note: text(500),
});

export const budgetLineView = budgetFields.extend({ id: idField, ownerId: idField.nullable(), position: z.int() });
export type BudgetLine = z.output<typeof budgetLineView>;

export const listBudget = operation({
  id: 'budget.listBudget', method: 'GET', path: '/api/campaigns/:campaignId/budget',
  summary: { zh: '活动预算表', en: 'The campaign’s budget' },
  access: inCampaign(),
  params: campaignParams,
  output: z.object({
    lines: z.array(budgetLineView),
    totals: z.object({ amountCents: z.int(), actualCents: z.int().nullable(), reserveCents: z.int() }),
    can: z.object({ write: z.boolean(), recordCost: z.boolean() }),
  }),
});
export type Budget = z.output<(typeof listBudget)['output']>;

export const editBudget = operation({
  id: 'budget.editBudget', method: 'POST', path: '/api/campaigns/:campaignId/budget/edits',
  summary: { zh: '编辑活动预算表', en: 'Edit the budget' },
  access: inCampaign((actor, campaign) => writesPlan(actor, campaign) || recordsCost(actor, campaign)),
  params: campaignParams,
  body: rowChanges(budgetFields),
  output: rowOutcomes,
  errors: ['budget.frozen'],
});
