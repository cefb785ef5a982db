import { z } from 'zod';
import { operation, signedIn } from '#platform/shared/contract.ts';
import { done, idField, text } from '#platform/shared/field.ts';
import { decidesApproval, onApproval, withdrawsApproval } from './approval.policy.ts';

export const approvalKind = z.enum(['plan', 'evaluation']);
export const decisionField = z.enum(['approved', 'returned', 'withdrawn']);
const approvalParams = z.object({ approvalId: idField });

export const approvalRow = z.object({
  id: idField,
  campaignId: idField,
  campaignName: z.string(),
  kind: approvalKind,
  title: z.string(),
  version: z.int(),
  sha256: z.string(),
  requestedBy: z.string(),
  requestedAt: z.string(),
  decision: decisionField.nullable(),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
});
export type Approval = z.output<typeof approvalRow>;

export const listApprovals = operation({
  id: 'approval.listApprovals', method: 'GET', path: '/api/approvals',
  summary: { zh: '审批：待我处理与我发起的', en: 'Approvals waiting for me and asked by me' },
  access: signedIn(),
  output: z.object({ waiting: z.array(approvalRow), requested: z.array(approvalRow) }),
});

export const getApproval = operation({
  id: 'approval.getApproval', method: 'GET', path: '/api/approvals/:approvalId',
  summary: { zh: '审批详情：冻结的版本、与上一已核准版本的差异', en: 'One approval: the frozen version and what changed since the last approved one' },
  access: onApproval(),
  params: approvalParams,
  output: approvalRow.extend({ content: z.unknown(), previous: z.unknown(), note: z.string(), can: z.object({ decide: z.boolean(), withdraw: z.boolean() }) }),
});

export type ApprovalDetail = z.output<(typeof getApproval)['output']>;

export const decideApproval = operation({
  id: 'approval.decideApproval', method: 'POST', path: '/api/approvals/:approvalId/decision',
  summary: { zh: '核准或退回', en: 'Approve or return' },
  exclusive: true,
  access: onApproval(decidesApproval),
  params: approvalParams,
  body: z.object({ decision: z.enum(['approved', 'returned']), reason: text(1_000).default('') }),
  output: done,
  errors: ['approval.decided', 'approval.reason_needed', 'approval.campaign_cancelled'],
});

export const withdrawApproval = operation({
  id: 'approval.withdrawApproval', method: 'DELETE', path: '/api/approvals/:approvalId',
  summary: { zh: '撤回申请', en: 'Withdraw a request' },
  exclusive: true,
  access: onApproval(withdrawsApproval),
  params: approvalParams,
  output: done,
  errors: ['approval.decided', 'approval.campaign_cancelled'],
});
