import { z } from 'zod';
import { inCampaign } from '#features/campaign/campaign.policy.ts';
import { operation } from '#platform/shared/contract.ts';
import { campaignParams } from '#platform/shared/field.ts';

export const exportGantt = operation({
  id: 'document.exportGantt', method: 'GET', path: '/api/campaigns/:campaignId/export/gantt.pdf',
  summary: { zh: '导出甘特图 PDF：一张宽幅，可打印张贴', en: 'Export the Gantt chart as a PDF of one wide page' },
  access: inCampaign(),
  params: campaignParams,
  output: z.unknown(),
  response: 'file',
});

/** Comes in by the import of documents. */
export const exportProject = operation({
  id: 'document.exportProject', method: 'GET', path: '/api/campaigns/:campaignId/export/schedule.xml',
  summary: { zh: '导出 MS Project 文件（xml）：任务、依赖关系、里程碑和日历', en: 'Export an MS Project file (xml): tasks, links, milestones and the calendar' },
  access: inCampaign(),
  params: campaignParams,
  output: z.unknown(),
  response: 'file',
});

export const exportSchedulePlan = operation({
  id: 'document.exportSchedulePlan', method: 'GET', path: '/api/campaigns/:campaignId/export/schedule-plan.xlsx',
  summary: { zh: '导出计划表（xlsx）：依赖关系、总时差、关键路径、场地与设备', en: 'Export the plan (xlsx) with links, slack, critical path, venues and equipment' },
  access: inCampaign(),
  params: campaignParams,
  output: z.unknown(),
  response: 'file',
});
