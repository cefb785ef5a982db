import { z } from 'zod';
import { onApproval } from '#features/approval/approval.policy.ts';
import { inCampaign } from '#features/campaign/campaign.policy.ts';
import { operation, signedIn } from '#platform/shared/contract.ts';
import { campaignParams, dayField, done, idField, requiredText, text } from '#platform/shared/field.ts';
import { MAX_CENTS } from '#platform/shared/money.ts';
import { balanceView, entryView, requestKind } from './budget.contract.ts';
import { asksForMoney, closesOrders, keepsAccounts, paysInvoices, recordsInvoices, seesPayables } from './budget.policy.ts';

export const REQUEST_STATES = ['draft', 'submitted', 'approved', 'returned', 'withdrawn', 'closed'] as const;
/** P2.2: the reserve is drawn for a named cause only. */
export const CAUSE_KINDS = ['incident', 'adjustment', 'price', 'shortage', 'other'] as const;
/**
 * What the system questions instead of refusing; the person answers with a sentence.
 * `date_outside` before or after the campaign · `date_future` · `before_approval` an invoice older than the approval ·
 * `similar_request` same payee, line and amount within 30 days · `quantities` 单价 × 数量 × 次 of the purpose do not give the amount ·
 * `reserve_below` the reserve would fall below its bound.
 */
export const QUESTIONS = ['date_outside', 'date_future', 'before_approval', 'similar_request', 'quantities', 'reserve_below'] as const;
export type Question = (typeof QUESTIONS)[number];

const amountField = z.int().min(1).max(MAX_CENTS);
const requestParams = campaignParams.extend({ requestId: idField });
const invoiceParams = campaignParams.extend({ invoiceId: idField });

export const fileView = z.object({ id: idField, name: z.string(), mediaType: z.string(), size: z.int() });

export const requestRow = z.object({
  id: idField, number: z.int(), kind: requestKind, state: z.enum(REQUEST_STATES),
  lineId: idField, line: z.string(), toLineId: idField.nullable(), toLine: z.string().nullable(),
  amountCents: z.int(), payee: z.string(), purpose: z.string(),
  /** Of a spending request: accepted invoices less refunds, and what is still committed. */
  spentCents: z.int(), openCents: z.int(),
  requestedBy: z.string(), requestedById: idField,
  createdAt: z.string(), submittedAt: z.string().nullable(), decidedAt: z.string().nullable(),
  approvalId: idField.nullable(),
  /** Invoices that wait for finance to check, and accepted ones that are not paid. */
  toCheck: z.int(), toPay: z.int(),
});
export type RequestRow = z.output<typeof requestRow>;

export const listRequests = operation({
  id: 'budget.listRequests', method: 'GET', path: '/api/campaigns/:campaignId/budget/requests',
  summary: { zh: '活动的用款与调整申请', en: 'Requests for money and changes of the budget' },
  access: inCampaign(),
  params: campaignParams,
  /** Newest first; drafts are shown to their author only. `before` is the `next` of the page before. */
  query: z.object({ state: z.enum(REQUEST_STATES).optional(), kind: requestKind.optional(), lineId: idField.optional(), before: z.coerce.number().int().positive().optional() }),
  output: z.object({ requests: z.array(requestRow), next: z.int().nullable(), can: z.object({ ask: z.boolean() }) }),
});

export const invoiceView = z.object({
  id: idField, kind: z.enum(['invoice', 'receipt']), number: z.string(), issuedOn: dayField, amountCents: z.int(), file: fileView.nullable(),
  note: z.string(), explanation: z.string(), state: z.enum(['submitted', 'accepted', 'rejected', 'voided']), reason: z.string(),
  recordedBy: z.string(), recordedAt: z.string(), checkedBy: z.string().nullable(), checkedAt: z.string().nullable(),
  payment: z.object({ paidOn: dayField, reference: z.string(), paidBy: z.string(), paidAt: z.string() }).nullable(),
  can: z.object({ check: z.boolean(), pay: z.boolean(), void: z.boolean() }),
});
export type Invoice = z.output<typeof invoiceView>;

export const getRequest = operation({
  id: 'budget.getRequest', method: 'GET', path: '/api/campaigns/:campaignId/budget/requests/:requestId',
  summary: { zh: '一项申请：余额、文件、发票、分录', en: 'One request with balances, files, invoices and entries' },
  access: inCampaign(),
  params: requestParams,
  output: requestRow.extend({
    effect: z.string(), causeKind: z.enum(CAUSE_KINDS).nullable(), cause: z.string(), neededOn: dayField.nullable(), explanation: z.string(),
    /** The reason of the last return. */
    returnReason: z.string().nullable(),
    decidedBy: z.string().nullable(),
    balance: balanceView.nullable(), toBalance: balanceView.nullable(),
    files: z.array(fileView), invoices: z.array(invoiceView), entries: z.array(entryView),
    can: z.object({ edit: z.boolean(), withdraw: z.boolean(), recordInvoice: z.boolean(), close: z.boolean(), refund: z.boolean() }),
  }),
});
export type RequestDetail = z.output<(typeof getRequest)['output']>;

export const saveRequest = operation({
  id: 'budget.saveRequest', method: 'PUT', path: '/api/campaigns/:campaignId/budget/requests/:requestId',
  summary: { zh: '保存草稿或提交申请（编号由客户端生成，可重试）', en: 'Save a draft or submit a request; the id is made by the client, so that a retry is harmless' },
  idempotent: true,
  access: inCampaign(asksForMoney),
  params: requestParams,
  body: z.object({
    kind: requestKind, lineId: idField,
    /** Of a transfer: where to. Of a draw on the reserve: the line that it helps, or none when it is spent from the reserve itself. */
    toLineId: idField.nullable().default(null),
    amountCents: amountField, payee: text(100).default(''), purpose: requiredText(500), effect: text(500).default(''),
    causeKind: z.enum(CAUSE_KINDS).nullable().default(null), cause: text(500).default(''), neededOn: dayField.nullable().default(null),
    fileIds: z.array(idField).max(20).default([]),
    submit: z.boolean(),
    /** Questions that the person has seen, and their answer. */
    confirmed: z.array(z.enum(QUESTIONS)).default([]), explanation: text(500).default(''),
  }),
  output: z.object({ id: idField, number: z.int(), approvalId: idField.nullable() }),
  errors: ['budget.exceeds', 'budget.questions', 'budget.not_open', 'budget.line_gone', 'budget.cause_needed', 'budget.reserve_only', 'budget.other_line_needed', 'budget.request_moved', 'budget.file_gone', 'approval.no_approver'],
});

export const deleteDraft = operation({
  id: 'budget.deleteDraft', method: 'DELETE', path: '/api/campaigns/:campaignId/budget/requests/:requestId',
  summary: { zh: '删除申请草稿', en: 'Delete a draft request' },
  access: inCampaign(asksForMoney),
  params: requestParams,
  output: done,
  errors: ['budget.request_moved'],
});

export const recordInvoice = operation({
  id: 'budget.recordInvoice', method: 'PUT', path: '/api/campaigns/:campaignId/budget/requests/:requestId/invoices/:invoiceId',
  summary: { zh: '登记发票或收据', en: 'Record an invoice or receipt' },
  idempotent: true,
  access: inCampaign(recordsInvoices),
  params: requestParams.extend({ invoiceId: idField }),
  body: z.object({
    kind: z.enum(['invoice', 'receipt']), number: text(60).default(''), issuedOn: dayField, amountCents: amountField, fileId: idField.nullable().default(null), note: text(500).default(''),
    confirmed: z.array(z.enum(QUESTIONS)).default([]), explanation: text(500).default(''),
  }),
  output: done,
  errors: ['budget.invoice_number_needed', 'budget.invoice_taken', 'budget.invoice_over_order', 'budget.questions', 'budget.request_moved', 'budget.file_gone'],
});

export const checkInvoice = operation({
  id: 'budget.checkInvoice', method: 'POST', path: '/api/campaigns/:campaignId/budget/invoices/:invoiceId/check',
  summary: { zh: '核销：财务接受或退回发票', en: 'Finance accepts an invoice or gives it back' },
  idempotent: true,
  access: inCampaign(keepsAccounts),
  params: invoiceParams,
  body: z.object({ decision: z.enum(['accepted', 'rejected']), reason: text(500).default('') }),
  output: done,
  errors: ['budget.invoice_moved', 'budget.reason_needed', 'budget.invoice_over_order', 'budget.own_invoice'],
});

export const payInvoice = operation({
  id: 'budget.payInvoice', method: 'POST', path: '/api/campaigns/:campaignId/budget/invoices/:invoiceId/payment',
  summary: { zh: '标记为已付款', en: 'Mark an invoice as paid' },
  idempotent: true,
  access: inCampaign(paysInvoices),
  params: invoiceParams,
  body: z.object({ paidOn: dayField, reference: text(100).default('') }),
  output: done,
  errors: ['budget.invoice_moved', 'budget.paid_already'],
});

export const voidInvoice = operation({
  id: 'budget.voidInvoice', method: 'POST', path: '/api/campaigns/:campaignId/budget/invoices/:invoiceId/void',
  summary: { zh: '冲正：作废一张已核销的发票', en: 'Reverse an accepted invoice' },
  idempotent: true,
  access: inCampaign(keepsAccounts),
  params: invoiceParams,
  body: z.object({ reason: requiredText(500) }),
  output: done,
  errors: ['budget.invoice_moved', 'budget.refund_over_spent'],
});

export const recordRefund = operation({
  id: 'budget.recordRefund', method: 'POST', path: '/api/campaigns/:campaignId/budget/requests/:requestId/refunds',
  summary: { zh: '登记退款', en: 'Record a refund' },
  idempotent: true,
  access: inCampaign(keepsAccounts),
  params: requestParams,
  body: z.object({ amountCents: amountField, reason: requiredText(500), fileId: idField.nullable().default(null) }),
  output: done,
  errors: ['budget.refund_over_spent', 'budget.request_moved', 'budget.file_gone'],
});

export const closeRequest = operation({
  id: 'budget.closeRequest', method: 'POST', path: '/api/campaigns/:campaignId/budget/requests/:requestId/close',
  summary: { zh: '结清：未用的金额退回科目', en: 'Close an order; what was not used returns to the line' },
  idempotent: true,
  access: inCampaign(closesOrders),
  params: requestParams,
  body: z.object({ reason: text(500).default('') }),
  output: z.object({ releasedCents: z.int() }),
  errors: ['budget.request_moved', 'budget.invoices_waiting'],
});

export const uploadFile = operation({
  id: 'budget.uploadFile', method: 'POST', path: '/api/campaigns/:campaignId/budget/files',
  summary: { zh: '上传申请或发票的附件', en: 'Upload a file of a request or an invoice' },
  access: inCampaign(recordsInvoices),
  params: campaignParams,
  query: z.object({ name: text(200).default('') }),
  upload: true,
  output: fileView,
  errors: ['budget.file_kind'],
});

export const downloadFile = operation({
  id: 'budget.downloadFile', method: 'GET', path: '/api/campaigns/:campaignId/budget/files/:fileId',
  summary: { zh: '下载附件', en: 'Download a file' },
  access: inCampaign(),
  params: campaignParams.extend({ fileId: idField }),
  output: z.unknown(),
  response: 'file',
});

const pastSpending = z.object({ requestId: idField, number: z.int(), order: z.boolean(), campaignName: z.string(), purpose: z.string(), payee: z.string(), amountCents: z.int(), spentCents: z.int(), state: z.enum(REQUEST_STATES), at: z.string() });

/** What an approver must know beside the button. Balances are of now, this request's reservation included in `reserved`. */
export const getMoneyFacts = operation({
  id: 'budget.getMoneyFacts', method: 'GET', path: '/api/approvals/:approvalId/money',
  summary: { zh: '审批依据：余额、收款方与科目的往来、影响', en: 'Facts for the approver: balances, history of payee and line, effect' },
  access: onApproval(),
  params: z.object({ approvalId: idField }),
  output: z.object({
    requestId: idField,
    line: z.object({ id: idField, name: z.string(), owner: z.string(), balance: balanceView }),
    toLine: z.object({ id: idField, name: z.string(), owner: z.string(), balance: balanceView }).nullable(),
    total: balanceView,
    /** Other requests that wait on the same line. */
    waiting: z.array(z.object({ id: idField, number: z.int(), purpose: z.string(), amountCents: z.int(), requestedBy: z.string() })),
    payee: z.object({ name: z.string(), orders: z.int(), amountCents: z.int(), spentCents: z.int(), last: z.array(pastSpending) }).nullable(),
    lineHistory: z.array(pastSpending),
    files: z.array(fileView),
    campaignId: idField,
  }).nullable(),
});
export type MoneyFacts = NonNullable<z.output<(typeof getMoneyFacts)['output']>>;

export const listPayees = operation({
  id: 'budget.listPayees', method: 'GET', path: '/api/campaigns/:campaignId/budget/payees',
  summary: { zh: '用过的收款方', en: 'Payees used before' },
  access: inCampaign(asksForMoney),
  params: campaignParams,
  output: z.object({ payees: z.array(z.object({ name: z.string(), orders: z.int() })) }),
});

export const listReserveDraws = operation({
  id: 'budget.listReserveDraws', method: 'GET', path: '/api/campaigns/:campaignId/budget/reserve',
  summary: { zh: '备用金动用情况，按原因', en: 'Draws on the contingency reserve, by cause' },
  access: inCampaign(),
  params: campaignParams,
  output: z.object({
    reserveCents: z.int(), freeCents: z.int(),
    draws: z.array(z.object({ requestId: idField, number: z.int(), causeKind: z.enum(CAUSE_KINDS), cause: z.string(), amountCents: z.int(), toLine: z.string().nullable(), state: z.enum(REQUEST_STATES), requestedBy: z.string(), decidedBy: z.string().nullable(), at: z.string() })),
  }),
});

/** What waits for finance in all campaigns. */
export const listPayables = operation({
  id: 'budget.listPayables', method: 'GET', path: '/api/payables',
  summary: { zh: '财务待办：待核销与待付款的发票', en: 'What waits for finance: invoices to check and to pay' },
  access: signedIn(seesPayables),
  output: z.object({
    invoices: z.array(invoiceView.omit({ can: true }).extend({
      campaignId: idField, campaignName: z.string(), requestId: idField, requestNumber: z.int(), line: z.string(), payee: z.string(), purpose: z.string(), orderCents: z.int(), orderSpentCents: z.int(),
      can: z.object({ check: z.boolean(), pay: z.boolean() }),
    })),
  }),
});
