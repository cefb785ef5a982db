import { z } from 'zod';
import { inCampaign, recordsResults, writesPlan } from '#features/campaign/campaign.policy.ts';
import { operation } from '#platform/shared/contract.ts';
import { campaignParams, idField, text } from '#platform/shared/field.ts';
import { rowChanges, rowOutcomes } from '#platform/shared/rows.ts';

/** P1.3: counts, rates, growth against a baseline, money. Rates and growth are in percent (15 = 15 %), money in yuan. */
export const GOAL_KINDS = ['count', 'money', 'rate', 'growth'] as const;

const figure = z.number().min(-1e13).max(1e13);

export const goalFields = z.object({
  metric: text(60),
  kind: z.enum(GOAL_KINDS),
  unit: text(12),
  /** `down`: lower is better, for example cost per acquisition. */
  direction: z.enum(['up', 'down']),
  target: figure.min(0),
  actual: figure.nullable(),
  note: text(500),
});

export const goalView = goalFields.extend({ id: idField, position: z.int(), attainment: z.number().nullable() });
export type Goal = z.output<typeof goalView>;

export const listGoals = operation({
  id: 'goal.listGoals', method: 'GET', path: '/api/campaigns/:campaignId/goals',
  summary: { zh: '目标：指标、目标值、实际值、达成率', en: 'Goals: metric, target, actual, attainment' },
  access: inCampaign(),
  params: campaignParams,
  output: z.object({ goals: z.array(goalView), can: z.object({ write: z.boolean(), record: z.boolean() }) }),
});

export const editGoals = operation({
  id: 'goal.editGoals', method: 'POST', path: '/api/campaigns/:campaignId/goals/edits',
  summary: { zh: '编辑目标', en: 'Edit goals' },
  access: inCampaign((actor, campaign) => writesPlan(actor, campaign) || recordsResults(actor, campaign)),
  params: campaignParams,
  body: rowChanges(goalFields),
  output: rowOutcomes,
  errors: ['goal.frozen', 'goal.metric_needed'],
});
