import { z } from 'zod';
import { approvalRow, decisionField } from '#features/approval/approval.contract.ts';
import { findingView } from '#features/check/check.contract.ts';
import { inCampaign, movesStage, revisesPlan, submitsPlan } from '#features/campaign/campaign.policy.ts';
import { operation } from '#platform/shared/contract.ts';
import { campaignParams, done, idField, requiredText, text } from '#platform/shared/field.ts';

export const versionView = z.object({
  id: idField,
  approvalId: idField,
  number: z.int(),
  sha256: z.string(),
  note: z.string(),
  submittedBy: z.string(),
  submittedAt: z.string(),
  decision: decisionField.nullable(),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  /** The step that is open now and those who decide it; null once there is a decision. */
  step: approvalRow.shape.step,
});
export type PlanVersion = z.output<typeof versionView>;

export const getPlan = operation({
  id: 'plan.getPlan', method: 'GET', path: '/api/campaigns/:campaignId/plan',
  summary: { zh: '方案：版本、审批结果、提交前必须改什么', en: 'The plan: its versions, decisions, and what must be mended before a submission' },
  access: inCampaign(),
  params: campaignParams,
  output: z.object({
    versions: z.array(versionView),
    /** The plan differs in money, dates, tasks or goals from the version that was approved last; false when none was. */
    changed: z.boolean(),
    /** What the check finds that blocks a submission; none after the draft. */
    gaps: z.array(findingView),
    can: z.object({ submit: z.boolean(), withdraw: z.boolean(), start: z.boolean(), revise: z.boolean() }),
  }),
});
export type Plan = z.output<(typeof getPlan)['output']>;

export const submitPlan = operation({
  id: 'plan.submitPlan', method: 'POST', path: '/api/campaigns/:campaignId/plan/submissions',
  summary: { zh: '提交方案审批：冻结一个版本', en: 'Submit the plan for approval; freezes a version' },
  exclusive: true, idempotent: true,
  access: inCampaign(submitsPlan),
  params: campaignParams,
  /** What is said to the warnings of the check: rule by rule, and one sentence for those without their own. */
  body: z.object({ note: text(1_000).default(''), answers: z.record(z.string().max(3), text(500)).default({}), answer: text(500).default('') }),
  output: z.object({ approvalId: idField, number: z.int(), sha256: z.string() }),
  errors: ['campaign.stage_refused', 'plan.incomplete', 'plan.warnings_unanswered', 'budget.opening_overspent', 'approval.no_approver'],
});

export const revisePlan = operation({
  id: 'plan.revisePlan', method: 'POST', path: '/api/campaigns/:campaignId/plan/revisions',
  summary: { zh: '修订已核准的方案：回到草稿，任务与款项仍按已核准的版本进行', en: 'Revise an approved plan: a draft again, while tasks and money go on by the approved version' },
  exclusive: true, idempotent: true,
  access: inCampaign(revisesPlan),
  params: campaignParams,
  body: z.object({ reason: requiredText(500) }),
  output: done,
  errors: ['campaign.stage_refused'],
});

export const startPreparing = operation({
  id: 'plan.startPreparing', method: 'POST', path: '/api/campaigns/:campaignId/plan/start',
  summary: { zh: '开始筹备；须有已核准的方案', en: 'Start preparing; needs an approved plan' },
  exclusive: true, idempotent: true,
  access: inCampaign(movesStage),
  params: campaignParams,
  output: done,
  errors: ['campaign.stage_refused', 'plan.not_approved'],
});
