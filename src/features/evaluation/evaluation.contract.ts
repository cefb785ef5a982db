import { z } from 'zod';
import { approvalRow } from '#features/approval/approval.contract.ts';
import { inCampaign, writesEvaluation } from '#features/campaign/campaign.policy.ts';
import { goalView } from '#features/goal/goal.contract.ts';
import { operation } from '#platform/shared/contract.ts';
import { campaignParams, dayField, idField, text } from '#platform/shared/field.ts';

const judgement = text(5_000);
export const judgementFields = z.object({ highlights: judgement, shortcomings: judgement, nextSteps: judgement });

export const evaluationView = z.object({
  goals: z.array(goalView),
  goalsReached: z.int(),
  budget: z.object({
    amountCents: z.int(),
    actualCents: z.int().nullable(),
    /** From the ledger. `actualCents` null: nothing was spent; the variance of such a line is known once the campaign is in review. */
    lines: z.array(z.object({ category: z.string(), amountCents: z.int(), actualCents: z.int().nullable(), varianceCents: z.int().nullable() })),
    /** Lines on which nothing was spent. */
    missing: z.int(),
    /** Requests that wait and orders that are not closed: the cost may still change. */
    open: z.object({ waiting: z.int(), orders: z.int() }),
  }),
  /** `onTime` of `judged`: done by the promised day, of those that can be judged. */
  schedule: z.object({ total: z.int(), done: z.int(), delayed: z.int(), cancelled: z.int(), onTime: z.int(), judged: z.int() }),
  /** Within 3 working days after the end (R1.1), by the Chinese calendar. */
  dueOn: dayField,
  dueCertain: z.boolean(),
  today: dayField,
  judgement: judgementFields,
  approvals: z.array(approvalRow),
  /** `outdated`: figures or judgement have changed since the approval, which covers them no longer. */
  reportState: z.enum(['none', 'waiting', 'returned', 'approved', 'outdated']),
  /** What is not filled in yet, by code. */
  missing: z.array(z.enum(['goals', 'costs', 'highlights', 'shortcomings'])),
  can: z.object({ write: z.boolean(), submit: z.boolean(), archive: z.boolean() }),
});
export type Evaluation = z.output<typeof evaluationView>;

export const getEvaluation = operation({
  id: 'evaluation.getEvaluation', method: 'GET', path: '/api/campaigns/:campaignId/evaluation',
  summary: { zh: '活动效果评估：实际对目标、花费对预算', en: 'Evaluation: actual beside target, cost beside budget' },
  access: inCampaign(),
  params: campaignParams,
  output: evaluationView,
});

export const updateEvaluation = operation({
  id: 'evaluation.updateEvaluation', method: 'PATCH', path: '/api/campaigns/:campaignId/evaluation',
  summary: { zh: '填写亮点、不足与下一步', en: 'Write highlights, shortcomings and next steps' },
  access: inCampaign(writesEvaluation),
  params: campaignParams,
  body: z.object({
    highlights: z.object({ from: judgement, to: judgement }),
    shortcomings: z.object({ from: judgement, to: judgement }),
    nextSteps: z.object({ from: judgement, to: judgement }),
  }).partial(),
  output: z.object({ conflicts: z.array(z.object({ field: z.string(), current: z.string() })) }),
  errors: ['evaluation.in_approval'],
});

export const submitEvaluation = operation({
  id: 'evaluation.submitEvaluation', method: 'POST', path: '/api/campaigns/:campaignId/evaluation/submissions',
  summary: { zh: '提交《活动效果评估报告》审批', en: 'Submit the evaluation report for approval' },
  exclusive: true, idempotent: true,
  access: inCampaign(writesEvaluation),
  params: campaignParams,
  output: z.object({ approvalId: idField, number: z.int() }),
  errors: ['evaluation.in_approval', 'evaluation.incomplete'],
});

export const downloadEvaluation = operation({
  id: 'evaluation.downloadEvaluation', method: 'GET', path: '/api/campaigns/:campaignId/evaluation/report.:format',
  summary: { zh: '下载《活动效果评估报告》', en: 'Download the evaluation report' },
  access: inCampaign(),
  params: campaignParams.extend({ format: z.enum(['pdf', 'docx']) }),
  output: z.unknown(),
  response: 'file',
});
