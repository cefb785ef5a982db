import { z } from 'zod';
import { ORG_ROLES } from '#platform/shared/actor.ts';
import { operation, signedIn } from '#platform/shared/contract.ts';
import { dayField, done, idField, requiredText, text } from '#platform/shared/field.ts';
import { commentsApproval, handsOnApproval, onApproval, triesToDecide, withdrawsApproval } from './approval.policy.ts';
import { APPROVAL_KINDS } from './approval.route.rules.ts';

export const approvalKind = z.enum(APPROVAL_KINDS);
export const decisionField = z.enum(['approved', 'returned', 'withdrawn']);

const approvalParams = z.object({ approvalId: idField });

/** What fits on one line of a request for money; null for plans and reports, whose facts do not. */
export const moneyFacts = z.object({
  line: z.string(),
  toLine: z.string().nullable(),
  payee: z.string(),
  purpose: z.string(),
  /** Free on the line when it was asked, this request taken off. */
  freeAfterCents: z.int().nullable(),
});

export const approvalRow = z.object({
  id: idField,
  campaignId: idField,
  campaignName: z.string(),
  kind: approvalKind,
  title: z.string(),
  version: z.int(),
  sha256: z.string(),
  subjectId: idField,
  amountCents: z.int().nullable(),
  category: z.string(),
  requestedBy: z.string(),
  requestedById: idField,
  requestedAt: z.string(),
  /** The step that is open now; null when decided. `number` of `count`. */
  step: z.object({ id: idField, name: z.string(), number: z.int(), count: z.int(), openedAt: z.string(), dueOn: dayField.nullable(), who: z.array(z.object({ name: z.string().nullable(), role: z.enum(ORG_ROLES).nullable() })) }).nullable(),
  facts: moneyFacts.nullable(),
  decision: decisionField.nullable(),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
});
export type Approval = z.output<typeof approvalRow>;

/** `forName`: on whose behalf the reader would decide, during an absence; null for themselves. */
export const waitingRow = approvalRow.extend({ forName: z.string().nullable() });

export const listApprovals = operation({
  id: 'approval.listApprovals', method: 'GET', path: '/api/approvals',
  summary: { zh: '审批：待我处理、我发起的、我处理过的', en: 'Approvals: waiting for me, asked by me, handled by me' },
  access: signedIn(),
  output: z.object({ waiting: z.array(waitingRow), requested: z.array(approvalRow), handled: z.array(approvalRow) }),
});

/** Who decides a step: a person, or whoever has a role in the organisation. */
export const assigneeView = z.object({
  userId: idField.nullable(),
  name: z.string().nullable(),
  role: z.enum(ORG_ROLES).nullable(),
  /** `instead`: nobody else could decide, so management does. */
  source: z.enum(['route', 'instead', 'transferred', 'escalated']),
  decidedAt: z.string().nullable(),
});

export const stepView = z.object({
  id: idField,
  name: z.string(),
  mode: z.enum(['any', 'all']),
  state: z.enum(['pending', 'open', 'passed', 'returned', 'dropped']),
  openedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  dueOn: dayField.nullable(),
  /** Of a step that has not opened: who it is for, in the route's words. */
  approver: z.object({ type: z.enum(['role', 'lead', 'head', 'person']), role: z.string().optional(), userId: z.string().optional(), name: z.string().optional() }),
  assignees: z.array(assigneeView),
});

export const actView = z.object({
  kind: z.enum(['approved', 'returned', 'withdrawn', 'transferred', 'step_added', 'commented', 'reminded', 'escalated']),
  step: z.string().nullable(),
  /** Null: the system. */
  by: z.string().nullable(),
  forName: z.string().nullable(),
  to: z.string().nullable(),
  words: z.string(),
  at: z.string(),
});

export const getApproval = operation({
  id: 'approval.getApproval', method: 'GET', path: '/api/approvals/:approvalId',
  summary: { zh: '审批详情：冻结的版本、步骤、与上一已核准版本的差异', en: 'One approval: the frozen version, its steps, and what changed since the last approved one' },
  access: onApproval(),
  params: approvalParams,
  output: approvalRow.extend({
    content: z.unknown(),
    /** The content of the last approved version; null when there is none. */
    previous: z.unknown(),
    /** The version just before this one, when it was returned: what has been mended since, and what was asked for. */
    returned: z.object({ version: z.int(), reason: z.string(), by: z.string().nullable(), content: z.unknown() }).nullable(),
    note: z.string(),
    steps: z.array(stepView),
    acts: z.array(actView),
    /** On whose behalf the reader would decide; null for themselves. */
    forName: z.string().nullable(),
    can: z.object({ decide: z.boolean(), withdraw: z.boolean(), handOn: z.boolean(), comment: z.boolean() }),
  }),
});
export type ApprovalDetail = z.output<(typeof getApproval)['output']>;

const gone = ['approval.decided', 'approval.campaign_cancelled', 'approval.step_passed'] as const;

export const decideApproval = operation({
  id: 'approval.decideApproval', method: 'POST', path: '/api/approvals/:approvalId/decision',
  summary: { zh: '同意本步骤或退回', en: 'Pass the open step, or return' },
  exclusive: true, idempotent: true,
  access: onApproval(triesToDecide),
  params: approvalParams,
  /** `stepId`: the step that the person saw; when another is open meanwhile, nothing is decided. */
  body: z.object({ decision: z.enum(['approved', 'returned']), reason: text(1_000).default(''), stepId: idField.optional() }),
  output: z.object({ finished: z.boolean(), next: z.string().nullable() }),
  errors: [...gone, 'approval.reason_needed', 'approval.no_approver', 'budget.exceeds', 'budget.opening_overspent'],
});

export const withdrawApproval = operation({
  id: 'approval.withdrawApproval', method: 'DELETE', path: '/api/approvals/:approvalId',
  summary: { zh: '撤回申请', en: 'Withdraw a request' },
  exclusive: true, idempotent: true,
  access: onApproval(withdrawsApproval),
  params: approvalParams,
  output: done,
  errors: gone,
});

export const transferApproval = operation({
  id: 'approval.transferApproval', method: 'POST', path: '/api/approvals/:approvalId/transfers',
  summary: { zh: '转交给他人审批', en: 'Hand the open step to another person' },
  exclusive: true, idempotent: true,
  access: onApproval(handsOnApproval),
  params: approvalParams,
  body: z.object({ toId: idField, words: text(1_000).default('') }),
  output: done,
  errors: [...gone, 'approval.own_request', 'approval.person_gone', 'approval.already_asked'],
});

export const addStep = operation({
  id: 'approval.addStep', method: 'POST', path: '/api/approvals/:approvalId/steps',
  summary: { zh: '加签：增加一位审批人', en: 'Add a step for another person' },
  exclusive: true, idempotent: true,
  access: onApproval(triesToDecide),
  params: approvalParams,
  /** `before`: the added person decides first, then the open step again. `after`: the open step passes with it, then the added person. */
  body: z.object({ toId: idField, when: z.enum(['before', 'after']), words: text(1_000).default('') }),
  output: done,
  errors: [...gone, 'approval.own_request', 'approval.person_gone', 'approval.too_many_steps'],
});

export const commentApproval = operation({
  id: 'approval.commentApproval', method: 'POST', path: '/api/approvals/:approvalId/comments',
  summary: { zh: '评论', en: 'Comment' },
  idempotent: true,
  access: onApproval(commentsApproval),
  params: approvalParams,
  body: z.object({ words: requiredText(1_000) }),
  output: done,
});

const delegationView = z.object({
  id: idField, fromId: idField, fromName: z.string(), toId: idField, toName: z.string(), fromOn: dayField, toOn: dayField, reason: z.string(),
  state: z.enum(['coming', 'running']), can: z.object({ end: z.boolean() }),
});
export type Delegation = z.output<typeof delegationView>;

export const listDelegations = operation({
  id: 'approval.listDelegations', method: 'GET', path: '/api/approval-delegations',
  summary: { zh: '审批委托：我的与委托给我的（管理员看全部）', en: 'Delegations: mine and to me (administrators see all)' },
  access: signedIn(),
  output: z.object({ delegations: z.array(delegationView), today: dayField, canForOthers: z.boolean() }),
});

export const createDelegation = operation({
  id: 'approval.createDelegation', method: 'POST', path: '/api/approval-delegations',
  summary: { zh: '外出期间委托他人审批', en: 'Have another person decide during an absence' },
  idempotent: true,
  access: signedIn(),
  /** `fromId`: for another person; administrators only. */
  body: z.object({ toId: idField, fromOn: dayField, toOn: dayField, reason: text(200).default(''), fromId: idField.optional() }),
  output: z.object({ id: idField }),
  errors: ['approval.delegation_loop', 'approval.delegation_self', 'approval.delegation_overlap', 'approval.delegation_days', 'approval.person_gone'],
});

export const endDelegation = operation({
  id: 'approval.endDelegation', method: 'DELETE', path: '/api/approval-delegations/:delegationId',
  summary: { zh: '结束委托', en: 'End a delegation' },
  access: signedIn(),
  params: z.object({ delegationId: idField }),
  output: done,
});
