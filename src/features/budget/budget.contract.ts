import { z } from 'zod';
import { inCampaign } from '#features/campaign/campaign.policy.ts';
import { operation, signedIn } from '#platform/shared/contract.ts';
import { campaignParams, centsField, dayField, done, idField, requiredText, text } from '#platform/shared/field.ts';
import { rowChanges, rowOutcomes } from '#platform/shared/rows.ts';
import { addsBudgetLine, setsBudgetRules, writesBudget, writesBudgetNotes } from './budget.policy.ts';

/** The columns of T1. 序号 is the position, 合计 is computed. */
export const budgetFields = z.object({
  category: text(60),
  detail: text(500),
  amountCents: centsField,
  actualCents: centsField.nullable(),
  ownerText: text(100),
  note: text(500),
});

/** allocated = free + reserved + committed + spent, in cents. */
export const balanceView = z.object({
  allocatedCents: z.int(), freeCents: z.int(), reservedCents: z.int(), committedCents: z.int(), spentCents: z.int(),
});
export type Balance = z.output<typeof balanceView>;

/**
 * A line of T1. `amountCents` is what is allocated now, `plannedCents` what the plan says (the baseline once approved);
 * `actualCents` is what is spent, null while nothing is. `afterPlan`: it came later and is no part of the plan. `balance` is null until the ledger opens with the approved plan.
 */
export const budgetLineView = budgetFields.extend({ id: idField, ownerId: idField.nullable(), position: z.int(), plannedCents: z.int(), afterPlan: z.boolean(), balance: balanceView.nullable() });
export type BudgetLine = z.output<typeof budgetLineView>;

export const budgetRules = z.object({
  /** P2.2: the reserve as a share of the total, the reserve included; whole percents. */
  reserveFromPercent: z.int().min(0).max(100),
  reserveToPercent: z.int().min(0).max(100),
  /** A line warns when allocated less free reaches these shares of the allocated; whole percents, rising. */
  warnPercents: z.array(z.int().min(1).max(100)).min(1).max(4),
});
export type BudgetRules = z.output<typeof budgetRules>;

export const REQUEST_KINDS = ['spending', 'transfer', 'reserve', 'supplement', 'cut'] as const;
export const requestKind = z.enum(REQUEST_KINDS);

/** A request that waits for its approval and holds money on its line. */
export const waitingRequest = z.object({ id: idField, number: z.int(), kind: requestKind, lineId: idField, amountCents: z.int(), purpose: z.string(), requestedBy: z.string(), submittedAt: z.string() });

export const listBudget = operation({
  id: 'budget.listBudget', method: 'GET', path: '/api/campaigns/:campaignId/budget',
  summary: { zh: '活动预算表与各科目余额', en: 'The campaign’s budget and the balance of every line' },
  access: inCampaign(),
  params: campaignParams,
  output: z.object({
    lines: z.array(budgetLineView),
    totals: z.object({ amountCents: z.int(), actualCents: z.int().nullable(), reserveCents: z.int(), plannedCents: z.int() }),
    /** True once the approved plan has opened the ledger: amounts then change by requests only. */
    opened: z.boolean(),
    waiting: z.array(waitingRequest),
    rules: budgetRules,
    period: z.object({ startsOn: dayField, endsOn: dayField, today: dayField }),
    can: z.object({ write: z.boolean(), note: z.boolean(), addLine: z.boolean(), ask: z.boolean(), recordInvoices: z.boolean(), keepAccounts: z.boolean() }),
  }),
});
export type Budget = z.output<(typeof listBudget)['output']>;

export const editBudget = operation({
  id: 'budget.editBudget', method: 'POST', path: '/api/campaigns/:campaignId/budget/edits',
  summary: { zh: '编辑活动预算表', en: 'Edit the budget' },
  access: inCampaign((actor, campaign) => writesBudget(actor, campaign) || writesBudgetNotes(actor, campaign)),
  params: campaignParams,
  body: rowChanges(budgetFields),
  output: rowOutcomes,
  errors: ['budget.frozen'],
});

export const addLine = operation({
  id: 'budget.addLine', method: 'PUT', path: '/api/campaigns/:campaignId/budget/lines/:lineId',
  summary: { zh: '方案核准后新增预算科目（金额为 0，由调剂或追加得到）', en: 'Add a line after the plan is approved, at zero: money comes by a transfer or a supplement' },
  idempotent: true,
  access: inCampaign(addsBudgetLine),
  params: campaignParams.extend({ lineId: idField }),
  body: z.object({ category: requiredText(60), detail: text(500).default(''), ownerText: text(100).default(''), note: text(500).default('') }),
  output: done,
});

/** One entry of the ledger: what moved, on which line, why, by whom. */
export const entryView = z.object({
  id: z.int(),
  kind: z.enum(['allocate', 'transfer', 'reserve', 'commit', 'release', 'spend', 'refund', 'supplement']),
  lineId: idField,
  line: z.string(),
  otherLine: z.string().nullable(),
  amountCents: z.int(),
  allocatedDelta: z.int(), reservedDelta: z.int(), committedDelta: z.int(), spentDelta: z.int(),
  request: z.object({ id: idField, number: z.int(), kind: requestKind, purpose: z.string(), payee: z.string() }).nullable(),
  invoice: z.object({ id: idField, number: z.string() }).nullable(),
  files: z.array(z.object({ id: idField, name: z.string() })),
  note: z.string(),
  by: z.string().nullable(),
  at: z.string(),
});
export type Entry = z.output<typeof entryView>;

export const listEntries = operation({
  id: 'budget.listEntries', method: 'GET', path: '/api/campaigns/:campaignId/budget/entries',
  summary: { zh: '预算台账：每个数字由哪些分录组成', en: 'The ledger: the entries behind every figure' },
  access: inCampaign(),
  params: campaignParams,
  /** `bucket`: only entries that moved this part. Newest first; `before` is the `next` of the page before. */
  query: z.object({
    lineId: idField.optional(), requestId: idField.optional(), bucket: z.enum(['allocated', 'reserved', 'committed', 'spent']).optional(),
    before: z.coerce.number().int().positive().optional(),
  }),
  output: z.object({
    entries: z.array(entryView), next: z.int().nullable(),
    /** Of all entries that match, not of this page alone. */
    sums: z.object({ allocatedCents: z.int(), reservedCents: z.int(), committedCents: z.int(), spentCents: z.int() }),
  }),
});

export const budgetVersion = z.object({
  number: z.int(),
  kind: z.enum(['plan', 'transfer', 'reserve', 'supplement', 'cut']),
  request: z.object({ id: idField, number: z.int(), purpose: z.string() }).nullable(),
  approvalId: idField.nullable(),
  lines: z.array(z.object({ lineId: idField, category: z.string(), detail: z.string(), amountCents: z.int() })),
  totalCents: z.int(),
  madeBy: z.string().nullable(),
  madeAt: z.string(),
});
export type BudgetVersion = z.output<typeof budgetVersion>;

export const listVersions = operation({
  id: 'budget.listVersions', method: 'GET', path: '/api/campaigns/:campaignId/budget/versions',
  summary: { zh: '预算版本：核准的基线与每次调整', en: 'Versions of the budget: the approved baseline and every change since' },
  access: inCampaign(),
  params: campaignParams,
  output: z.object({ versions: z.array(budgetVersion) }),
});

export const getPace = operation({
  id: 'budget.getPace', method: 'GET', path: '/api/campaigns/:campaignId/budget/pace',
  summary: { zh: '支出进度：每日累计已花费与已承诺', en: 'Burn: spent and committed day by day, cumulated' },
  access: inCampaign(),
  params: campaignParams,
  /** Days on which something moved, in the campaign's time zone; values are cumulated to the end of the day. */
  output: z.object({
    startsOn: dayField, endsOn: dayField, today: dayField, allocatedCents: z.int(),
    points: z.array(z.object({ on: dayField, spentCents: z.int(), committedCents: z.int(), reservedCents: z.int() })),
    /** Per line: the days on which it spent, and how much on each. */
    spendings: z.array(z.object({ lineId: idField, on: dayField, spentCents: z.int() })),
  }),
});
export type Pace = z.output<(typeof getPace)['output']>;

export const getBudgetRules = operation({
  id: 'budget.getBudgetRules', method: 'GET', path: '/api/budget-rules',
  summary: { zh: '预算规则：备用金比例与预警线', en: 'Budget rules: bounds of the reserve and of the warnings' },
  access: signedIn(),
  output: budgetRules.extend({ can: z.object({ save: z.boolean() }) }),
});

export const saveBudgetRules = operation({
  id: 'budget.saveBudgetRules', method: 'PUT', path: '/api/budget-rules',
  summary: { zh: '修改预算规则', en: 'Change the budget rules' },
  access: signedIn(setsBudgetRules),
  body: budgetRules,
  output: done,
  errors: ['budget.rules_order'],
});
