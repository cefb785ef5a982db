import { z } from 'zod';
import { inCampaign } from '#features/campaign/campaign.policy.ts';
import { operation } from '#platform/shared/contract.ts';
import { campaignParams, dayField, idField, timeField } from '#platform/shared/field.ts';

/** A task of another campaign that uses something that this one's tasks use too. What it is and where is told only to those who may see that campaign. */
const useElsewhere = z.object({
  taskId: idField.nullable(), title: z.string().nullable(), campaignId: idField.nullable(), campaignName: z.string().nullable(),
  /** Of what the two have in common. */
  resources: z.array(z.string()),
  fromOn: dayField, toOn: dayField,
  /** The hours of each day; the whole day when null, open when only `from` is known. */
  hours: z.object({ from: timeField, until: timeField.nullable() }).nullable(),
});

export const listResourceUses = operation({
  id: 'schedule.listResourceUses', method: 'GET', path: '/api/campaigns/:campaignId/schedule/resources',
  summary: { zh: '本活动的场地与设备在其他活动中的占用', en: 'Where other campaigns use the venues and equipment of this one' },
  access: inCampaign(),
  params: campaignParams,
  output: z.object({ uses: z.array(useElsewhere) }),
});
