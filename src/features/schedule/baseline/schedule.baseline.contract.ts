import { z } from 'zod';
import { inCampaign } from '#features/campaign/campaign.policy.ts';
import { operation } from '#platform/shared/contract.ts';
import { campaignParams, dayField, idField } from '#platform/shared/field.ts';

/** The schedule as a version of the plan was approved. */
export const baselineView = z.object({
  version: z.int(),
  approvedAt: z.iso.datetime({ offset: true }),
  /** D-day, or the first day of a campaign without an event. */
  dDay: dayField,
  tasks: z.array(z.object({ taskId: idField, title: z.string(), startOn: dayField.nullable(), endOn: dayField.nullable() })),
});
export type Baseline = z.output<typeof baselineView>;

export const getBaseline = operation({
  id: 'schedule.getBaseline', method: 'GET', path: '/api/campaigns/:campaignId/schedule/baseline',
  summary: { zh: '基线：方案最近一次核准时的进度；尚未核准时为空', en: 'The baseline: the schedule as the plan was last approved; null before' },
  access: inCampaign(),
  params: campaignParams,
  output: z.object({ baseline: baselineView.nullable() }),
});
