import { z } from 'zod';
import { groupField } from '#features/campaign/campaign.contract.ts';
import { inCampaign, writesPlan } from '#features/campaign/campaign.policy.ts';
import { budgetFields } from '#features/budget/budget.contract.ts';
import { goalDraft } from '#features/goal/goal.contract.ts';
import { PLAN_LISTS } from '#features/plan/plan.lists.contract.ts';
import { SECTION_KEYS } from '#features/plan/plan.section.contract.ts';
import { planningFields, taskFields } from '#features/schedule/schedule.contract.ts';
import { areaFields, dutiesField, worksWithField } from '#features/team/team.contract.ts';
import { operation, signedIn } from '#platform/shared/contract.ts';
import { campaignParams, done, idField, requiredText, text } from '#platform/shared/field.ts';

/** The understanding of a document, as `muster read --json` prints it; its shape is in the feature's README. */
export const understandingView = z.looseObject({
  tables: z.array(z.looseObject({ kind: z.string(), title: z.string() })),
  goals: z.array(z.looseObject({})),
  sections: z.array(z.looseObject({ heading: z.string(), key: z.string(), text: z.string() })),
  aside: z.array(z.unknown()),
});

/** A task of T2, with what a richer table says of it. What it waits for and belongs to is told by the numbers of the other tasks of the import. */
const importedTask = taskFields.extend({
  number: text(20).optional(),
  before: text(400).optional(),
  parent: text(20).optional(),
  ...planningFields.pick({ milestone: true, fixed: true, notBeforeOn: true, dueOn: true, durationUnit: true, resourceText: true, deliverable: true }).partial().shape,
});

/** What the person has seen and wants written: nothing else is. */
const adopted = z.object({
  goals: z.array(goalDraft).max(200).default([]),
  budget: z.array(budgetFields).max(2_000).default([]),
  schedule: z.array(importedTask).max(2_000).default([]),
  team: z.object({
    duties: z.array(z.object({ group: groupField, duties: dutiesField, worksWith: worksWithField })).max(5).default([]),
    /** Placed by whoever may staff the team. The lead is not named by an import. */
    members: z.array(z.object({ userId: idField, group: groupField.exclude(['lead']) })).max(500).default([]),
    areas: z.array(areaFields).max(200).default([]),
  }).default({ duties: [], members: [], areas: [] }),
  /** The text of the plan (P4.1): a paragraph a line, `## ` headings, `- ` and `1. ` points; an own section by its title. */
  sections: z.array(z.object({ key: z.enum([...SECTION_KEYS, 'own']), title: text(60).default(''), text: z.string().max(200_000) }).refine((section) => section.key !== 'own' || section.title !== '', { path: ['title'] })).max(60).default([]),
  /** The plan's own tables that a document may bring. */
  lists: z.object({ risks: z.array(PLAN_LISTS.risks).max(200).default([]), materials: z.array(PLAN_LISTS.materials).max(500).default([]), channels: z.array(PLAN_LISTS.channels).max(200).default([]), steps: z.array(PLAN_LISTS.steps).max(300).default([]), zones: z.array(PLAN_LISTS.zones).max(100).default([]) }).default({ risks: [], materials: [], channels: [], steps: [], zones: [] }),
  /** Tables of kinds whose feature comes later, kept as they are. */
  attached: z.array(z.object({ kind: requiredText(20), title: text(200), headers: z.array(text(200)).max(60), rows: z.array(z.array(text(2_000)).max(60)).max(5_000) })).max(50).default([]),
});
export type Adopted = z.output<typeof adopted>;

export const readDocument = operation({
  id: 'document.readDocument', method: 'POST', path: '/api/campaigns/:campaignId/imports',
  summary: { zh: '读取文档（docx、xlsx、csv、txt、md）供核对，不写入活动', en: 'Read a document for review; nothing of the campaign is written' },
  access: inCampaign(writesPlan),
  params: campaignParams,
  query: z.object({ name: text(200).default('') }),
  upload: true,
  output: z.object({ importId: idField, understanding: understandingView }),
  errors: ['document.unreadable'],
});

export const readPasted = operation({
  id: 'document.readPasted', method: 'POST', path: '/api/campaigns/:campaignId/imports/pasted',
  summary: { zh: '读取粘贴的文字或表格供核对', en: 'Read pasted text or tables for review' },
  access: inCampaign(writesPlan),
  params: campaignParams,
  body: z.object({ text: z.string().min(1).max(1_000_000), html: z.string().max(2_000_000).optional() }),
  output: z.object({ importId: idField, understanding: understandingView }),
  errors: ['document.unreadable'],
});

export const applyImport = operation({
  id: 'document.applyImport', method: 'POST', path: '/api/campaigns/:campaignId/imports/:importId/apply',
  summary: { zh: '把核对过的内容写入活动', en: 'Write what was reviewed into the campaign' },
  idempotent: true,
  access: inCampaign(writesPlan),
  params: campaignParams.extend({ importId: idField }),
  body: z.object({ adopted, replace: z.object({ goals: z.boolean(), budget: z.boolean(), schedule: z.boolean(), team: z.boolean(), sections: z.boolean(), lists: z.boolean() }).partial().default({}) }),
  output: z.object({ goals: z.int(), budget: z.int(), schedule: z.int(), duties: z.int(), members: z.int(), areas: z.int(), sections: z.int(), risks: z.int(), materials: z.int(), channels: z.int(), steps: z.int(), zones: z.int(), attached: z.int() }),
  errors: ['document.import_gone', 'document.import_applied', 'document.nothing_adopted', 'plan.too_many_sections', 'plan.section_full', 'plan.row_name_needed', 'plan.period_reversed', 'schedule.link_cycle', 'schedule.parent_cycle'],
});

export const listAttached = operation({
  id: 'document.listAttached', method: 'GET', path: '/api/campaigns/:campaignId/attached-tables',
  summary: { zh: '随活动保存的附表', en: 'Tables attached to the campaign' },
  access: inCampaign(),
  params: campaignParams,
  output: z.object({
    tables: z.array(z.object({ id: idField, kind: z.string(), title: z.string(), headers: z.array(z.string()), rows: z.array(z.array(z.string())), createdAt: z.string() })),
    can: z.object({ write: z.boolean() }),
  }),
});

export const deleteAttached = operation({
  id: 'document.deleteAttached', method: 'DELETE', path: '/api/campaigns/:campaignId/attached-tables/:tableId',
  summary: { zh: '删除附表', en: 'Delete an attached table' },
  access: inCampaign(writesPlan),
  params: campaignParams.extend({ tableId: idField }),
  output: done,
});

export const exportTables = operation({
  id: 'document.exportTables', method: 'GET', path: '/api/campaigns/:campaignId/export/:table.:format',
  summary: { zh: '导出预算表、进度表或两表（xlsx、docx、pdf、csv）', en: 'Export the budget, the schedule or both (xlsx, docx, pdf, csv)' },
  access: inCampaign(),
  params: campaignParams.extend({ table: z.enum(['budget', 'schedule', 'tables']), format: z.enum(['xlsx', 'docx', 'pdf', 'csv']) }),
  output: z.unknown(),
  response: 'file',
});

export const exportTeam = operation({
  id: 'document.exportTeam', method: 'GET', path: '/api/campaigns/:campaignId/export/team.:format',
  summary: { zh: '导出分工表与责任分工矩阵（xlsx、docx）', en: 'Export the duties of the team and the responsibilities (xlsx, docx)' },
  access: inCampaign(),
  params: campaignParams.extend({ format: z.enum(['xlsx', 'docx']) }),
  output: z.unknown(),
  response: 'file',
});

export const exportPlan = operation({
  id: 'document.exportPlan', method: 'GET', path: '/api/campaigns/:campaignId/export/plan.:format',
  summary: { zh: '导出完整方案（docx、pdf）：现在的内容或某一版', en: 'Export the whole plan (docx, pdf): as it stands, or one version' },
  access: inCampaign(),
  params: campaignParams.extend({ format: z.enum(['docx', 'pdf']) }),
  /** A version that was submitted; without it the plan as it stands. */
  query: z.object({ version: z.coerce.number().int().min(1).optional() }),
  output: z.unknown(),
  response: 'file',
});

export const exportLedger = operation({
  id: 'document.exportLedger', method: 'GET', path: '/api/campaigns/:campaignId/export/ledger.xlsx',
  summary: { zh: '导出预算台账与科目余额（xlsx）', en: 'Export the ledger and the balances of the lines (xlsx)' },
  access: inCampaign(),
  params: campaignParams,
  output: z.unknown(),
  response: 'file',
  errors: ['document.no_ledger'],
});

export const exportOverview = operation({
  id: 'document.exportOverview', method: 'GET', path: '/api/campaigns/:campaignId/overview.pdf',
  summary: { zh: '活动总览 PDF', en: 'Campaign overview as PDF' },
  access: inCampaign(),
  params: campaignParams,
  output: z.unknown(),
  response: 'file',
});

export const createDemo = operation({
  id: 'document.createDemo', method: 'POST', path: '/api/demo',
  summary: { zh: '载入演示活动与演示人员', en: 'Load the demo campaign and its people' },
  access: signedIn((actor) => actor.orgRole === 'admin'),
  output: z.object({ campaignId: idField, password: z.string(), people: z.array(z.object({ name: z.string(), email: z.string(), role: z.string() })) }),
  errors: ['document.demo_exists'],
});
