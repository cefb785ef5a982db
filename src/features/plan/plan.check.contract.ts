import { z } from 'zod';
import { findingView } from '#features/check/check.contract.ts';
import { inCampaign, writesPlan } from '#features/campaign/campaign.policy.ts';
import { operation } from '#platform/shared/contract.ts';
import { campaignParams, requiredText } from '#platform/shared/field.ts';

export const checkPlan = operation({
  id: 'plan.checkPlan', method: 'GET', path: '/api/campaigns/:campaignId/plan/check',
  summary: { zh: '过审检查：方案现在有哪些问题', en: 'The plan check: what is wrong with the plan as it is now' },
  access: inCampaign(),
  params: campaignParams,
  output: z.object({
    findings: z.array(findingView),
    counts: z.object({ error: z.int(), warning: z.int(), hint: z.int() }),
    /** Rules that are on, and those of them that found nothing. */
    rules: z.int(),
    passed: z.int(),
    can: z.object({ fix: z.boolean() }),
  }),
});

export const applyFix = operation({
  id: 'plan.applyFix', method: 'POST', path: '/api/campaigns/:campaignId/plan/check/fixes',
  summary: { zh: '一键修复过审检查发现的一个问题', en: 'Mend one finding of the plan check with one click' },
  access: inCampaign(writesPlan),
  params: campaignParams,
  /** `key` of the finding; what is written is found anew from the plan as it is. */
  body: z.object({ key: requiredText(200) }),
  output: z.object({ rule: z.string() }),
  errors: ['plan.finding_gone', 'plan.fix_needs_lead', 'goal.frozen', 'goal.metric_needed', 'goal.parts_sum', 'goal.parts_changed', 'goal.part_reversed', 'budget.frozen', 'schedule.period_reversed', 'schedule.only_state', 'schedule.title_needed', 'campaign.event_outside', 'plan.row_name_needed', 'plan.period_reversed'],
});
