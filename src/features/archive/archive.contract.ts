import { z } from 'zod';
import { archivesCampaign, inCampaign } from '#features/campaign/campaign.policy.ts';
import { operation } from '#platform/shared/contract.ts';
import { campaignParams } from '#platform/shared/field.ts';

export const manifestEntry = z.object({ path: z.string(), size: z.int(), sha256: z.string() });
export const archiveView = z.object({ createdAt: z.string(), createdBy: z.string(), sha256: z.string(), size: z.int(), files: z.array(manifestEntry) });
export type Archive = z.output<typeof archiveView>;

export const getArchive = operation({
  id: 'archive.getArchive', method: 'GET', path: '/api/campaigns/:campaignId/archive',
  summary: { zh: '归档：档案清单与校验值', en: 'The archive: its list and hashes' },
  access: inCampaign(),
  params: campaignParams,
  /** `ready`: the report is approved and no money is open. `open`: requests that wait and orders that are not closed. */
  output: z.object({ archive: archiveView.nullable(), ready: z.boolean(), open: z.object({ waiting: z.int(), orders: z.int() }), can: z.object({ archive: z.boolean() }) }),
});

export const archiveCampaign = operation({
  id: 'archive.archiveCampaign', method: 'POST', path: '/api/campaigns/:campaignId/archive',
  summary: { zh: '归档活动；须有已核准的评估报告', en: 'Archive the campaign; needs an approved evaluation report' },
  exclusive: true,
  access: inCampaign(archivesCampaign),
  params: campaignParams,
  output: archiveView,
  errors: ['campaign.stage_refused', 'archive.report_needed', 'archive.report_outdated', 'archive.money_open'],
});

export const downloadArchive = operation({
  id: 'archive.downloadArchive', method: 'GET', path: '/api/campaigns/:campaignId/archive.zip',
  summary: { zh: '下载档案', en: 'Download the archive' },
  access: inCampaign(),
  params: campaignParams,
  output: z.unknown(),
  response: 'file',
  errors: ['archive.none'],
});
