import { z } from 'zod';
import { inCampaign } from '#features/campaign/campaign.policy.ts';
import { operation } from '#platform/shared/contract.ts';
import { campaignParams, dayField, idField, timeField } from '#platform/shared/field.ts';

const days = z.object({ startOn: dayField.nullable(), endOn: dayField.nullable() });
const written = days.extend({ whenText: z.string(), dueTime: timeField.nullable() });

/** What other days of the campaign would mean for its tasks; nothing is changed. */
export const previewDDay = operation({
  id: 'schedule.previewDDay', method: 'GET', path: '/api/campaigns/:campaignId/schedule/d-day',
  summary: { zh: '预览：D 日或活动周期改变后，哪些任务随之移动，哪些不再合适', en: 'Preview: which tasks follow other days of the campaign, and which no longer fit' },
  access: inCampaign(),
  params: campaignParams,
  query: z.object({ startsOn: dayField, endsOn: dayField, eventFrom: dayField.optional(), eventTo: dayField.optional() }),
  output: z.object({
    /** By how many days D-day moves; negative for earlier. */
    byDays: z.int(),
    /** Open tasks whose time is told from the event: they follow by themselves. */
    following: z.array(z.object({ taskId: idField, title: z.string(), whenText: z.string(), from: days, to: days })),
    /** Open tasks that keep their days and would no longer fit. */
    staying: z.array(z.object({ taskId: idField, title: z.string(), whenText: z.string(), startOn: dayField.nullable(), endOn: dayField.nullable(), why: z.enum(['outside', 'late', 'offEvent', 'early']) })),
    /** All open tasks with days of their own, by as many days as D-day moves: what a person may choose to do as well. */
    shift: z.array(z.object({ taskId: idField, title: z.string(), from: written, to: written })),
  }),
  errors: ['campaign.event_outside'],
});
