import { z } from 'zod';
import { stageField } from '#features/campaign/campaign.contract.ts';
import { operation, signedIn } from '#platform/shared/contract.ts';
import { dayField, idField, text } from '#platform/shared/field.ts';
import { seesBudgets } from './portfolio.budgets.policy.ts';
import { BUDGET_SORTS, BUDGET_STATES, NO_DEPARTMENT } from './portfolio.budgets.rules.ts';

/** What every one of these lists may be narrowed by. */
const filterFields = z.object({
  q: text(100).optional(),
  /** Absent: the running ones. `all`: the closed ones too. */
  state: z.enum(BUDGET_STATES).default('running'),
  /** A department, or `none` for campaigns without one. */
  departmentId: z.union([idField, z.literal(NO_DEPARTMENT)]).optional(),
  /** Campaigns whose period touches these days. */
  from: dayField.optional(),
  to: dayField.optional(),
});
export type BudgetFilter = z.output<typeof filterFields>;

/** allocated = free + reserved + committed + spent, in cents, of one or more campaigns. */
const money = z.object({
  allocatedCents: z.int(), spentCents: z.int(), committedCents: z.int(), reservedCents: z.int(), freeCents: z.int(),
  /** Lines whose used share reached the lowest and the highest warning of the budget rules; closed campaigns warn of nothing. */
  nearLines: z.int(), fullLines: z.int(),
  /** Requests that wait for their approval, and accepted invoices that are not paid. */
  waiting: z.int(), waitingCents: z.int(), unpaid: z.int(), unpaidCents: z.int(),
});

const budgetSum = money.extend({
  campaigns: z.int(),
  /** Campaigns whose total reached the lowest and the highest warning. */
  nearCampaigns: z.int(), fullCampaigns: z.int(),
  /** Campaigns whose plan is not approved yet, and what their budgets say. Not part of the other figures. */
  plannedCampaigns: z.int(), plannedCents: z.int(),
});
export type BudgetSum = z.output<typeof budgetSum>;

const departmentBudget = budgetSum.extend({ departmentId: idField.nullable(), departmentName: z.string().nullable() });
export type DepartmentBudget = z.output<typeof departmentBudget>;

export const sumBudgets = operation({
  id: 'portfolio.sumBudgets', method: 'GET', path: '/api/budgets',
  summary: { zh: '全部活动的预算，按部门汇总', en: 'The budgets of all campaigns, by department and in total' },
  access: signedIn(seesBudgets),
  query: filterFields,
  output: z.object({
    total: budgetSum,
    departments: z.array(departmentBudget),
    /** The company's warnings in whole percents, rising (P2.3). */
    warnPercents: z.array(z.int()),
  }),
});
export type BudgetSums = z.output<(typeof sumBudgets)['output']>;

const campaignFacts = z.object({
  id: idField, name: z.string(), stage: stageField, departmentId: idField.nullable(), departmentName: z.string().nullable(), leadName: z.string().nullable(),
  startsOn: dayField, endsOn: dayField,
});
const campaignBudget = campaignFacts.extend(money.shape).extend({
  lines: z.int(),
  /** What the approved plan said; `allocatedCents` is that with every transfer, supplement and cut since. */
  baselineCents: z.int(),
});
export type CampaignBudget = z.output<typeof campaignBudget>;

export const listBudgets = operation({
  id: 'portfolio.listBudgets', method: 'GET', path: '/api/budgets/campaigns',
  summary: { zh: '各活动的预算、占用与余额', en: 'The budget of each campaign: used and free' },
  access: signedIn(seesBudgets),
  query: filterFields.extend({
    sort: z.enum(BUDGET_SORTS).default('startsOn'),
    order: z.enum(['up', 'down']).default('down'),
    /** The `next` of the page before. */
    after: text(300).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ campaigns: z.array(campaignBudget), next: z.string().nullable() }),
});

const plannedBudget = campaignFacts.extend({ plannedCents: z.int(), lines: z.int() });
export type PlannedBudget = z.output<typeof plannedBudget>;

export const listPlannedBudgets = operation({
  id: 'portfolio.listPlannedBudgets', method: 'GET', path: '/api/budgets/planned',
  summary: { zh: '尚未核准的预算', en: 'Budgets that are not approved yet' },
  access: signedIn(seesBudgets),
  query: filterFields.omit({ state: true }).extend({ after: text(300).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  output: z.object({ campaigns: z.array(plannedBudget), next: z.string().nullable() }),
});

export const exportBudgets = operation({
  id: 'portfolio.exportBudgets', method: 'GET', path: '/api/budgets.xlsx',
  summary: { zh: '导出全部活动的预算（xlsx）', en: 'Export the budgets of all campaigns (xlsx)' },
  access: signedIn(seesBudgets),
  query: filterFields,
  output: z.unknown(),
  response: 'file',
});
