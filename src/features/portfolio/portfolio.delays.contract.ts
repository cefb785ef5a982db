import { z } from 'zod';
import { inCampaign } from '#features/campaign/campaign.policy.ts';
import { operation } from '#platform/shared/contract.ts';
import { campaignParams } from '#platform/shared/field.ts';

export const exportDelays = operation({
  id: 'portfolio.exportDelays', method: 'GET', path: '/api/campaigns/:campaignId/schedule/delays.xlsx',
  summary: { zh: '导出延期的任务（xlsx）', en: 'Export the late tasks (xlsx)' },
  access: inCampaign(),
  params: campaignParams,
  output: z.unknown(),
  response: 'file',
});
