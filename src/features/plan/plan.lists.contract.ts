import { z } from 'zod';
import { inCampaign, writesPlan } from '#features/campaign/campaign.policy.ts';
import { operation } from '#platform/shared/contract.ts';
import { campaignParams, centsField, dayField, idField, text, timeField } from '#platform/shared/field.ts';
import { rowChanges, rowOutcomes } from '#platform/shared/rows.ts';

/** 预热 / 爆发 / 延续 (E2.2). */
export const PROMOTION_PHASES = ['warmup', 'burst', 'sustain'] as const;
export const LEVELS = ['low', 'medium', 'high'] as const;
export const RISK_KINDS = ['crowd', 'equipment', 'complaint', 'weather', 'supply', 'people', 'opinion', 'compliance', 'money', 'other'] as const;
export const QUESTION_KINDS = ['single', 'multiple', 'rating', 'nps', 'text'] as const;

const figure = z.number().min(0).max(1e13);
const owner = text(100);
const note = text(500);

/** The tables that a plan brings with it beside goals, budget, team and schedule; each is edited as a grid. */
export const PLAN_LISTS = {
  personas: z.object({ name: text(60), traits: text(500), needs: text(500), reach: text(300), note }),
  channels: z.object({
    channel: text(60), phase: z.enum(PROMOTION_PHASES), startOn: dayField.nullable(), endOn: dayField.nullable(), content: text(500), persona: text(60),
    /** The line of T1 that pays, by its category. */
    category: text(60), amountCents: centsField, metric: text(60), target: figure.nullable(), ownerText: owner, note,
  }),
  materials: z.object({ name: text(100), spec: text(300), quantity: figure.nullable(), unit: text(12), category: text(60), supplier: text(100), dueOn: dayField.nullable(), ownerText: owner, note }),
  /** The run sheet. `day` counts the days of the event from 1; 0 is the day before. */
  steps: z.object({ day: z.int().min(-7).max(60), startTime: timeField.nullable(), minutes: z.int().min(0).max(1440).nullable(), title: text(200), place: text(100), ownerText: owner, hardStart: z.boolean(), note }),
  zones: z.object({ name: text(60), duty: text(500), staff: z.int().min(0).max(10_000).nullable(), capacity: z.int().min(0).max(1_000_000).nullable(), ownerText: owner, note }),
  risks: z.object({ risk: text(200), kind: z.enum(RISK_KINDS), probability: z.enum(LEVELS), effect: z.enum(LEVELS), trigger: text(500), prevention: text(500), response: text(1_000), ownerText: owner, note }),
  questions: z.object({ question: text(300), kind: z.enum(QUESTION_KINDS), choices: text(1_000), required: z.boolean(), note }),
  data: z.object({ item: text(100), purpose: text(300), source: text(100), consent: text(300), keepUntil: dayField.nullable(), ownerText: owner, note }),
} as const;
export type PlanListName = keyof typeof PLAN_LISTS;
export type PlanRowFields<L extends PlanListName> = z.output<(typeof PLAN_LISTS)[L]>;

const rowOf = <S extends z.ZodRawShape>(fields: z.ZodObject<S>) => z.array(fields.extend({ id: idField, position: z.int() }));

export const planListsView = z.object({
  personas: rowOf(PLAN_LISTS.personas), channels: rowOf(PLAN_LISTS.channels), materials: rowOf(PLAN_LISTS.materials), steps: rowOf(PLAN_LISTS.steps),
  zones: rowOf(PLAN_LISTS.zones), risks: rowOf(PLAN_LISTS.risks), questions: rowOf(PLAN_LISTS.questions), data: rowOf(PLAN_LISTS.data),
});
export type PlanLists = z.output<typeof planListsView>;

export const listPlanLists = operation({
  id: 'plan.listPlanLists', method: 'GET', path: '/api/campaigns/:campaignId/plan/lists',
  summary: { zh: '方案的人群、渠道、物料、流程、分区、风险、问卷与个人信息表', en: 'The plan’s personas, channels, materials, run sheet, zones, risks, survey and personal data' },
  access: inCampaign(),
  params: campaignParams,
  output: z.object({ lists: planListsView, can: z.object({ write: z.boolean() }) }),
});

const edits = <S extends z.ZodRawShape>(list: PlanListName, fields: z.ZodObject<S>, { summary }: { readonly summary: { readonly zh: string; readonly en: string } }) => operation({
  id: `plan.edit${list[0]?.toUpperCase() ?? ''}${list.slice(1)}`, method: 'POST', path: `/api/campaigns/:campaignId/plan/${list}/edits`,
  summary,
  access: inCampaign(writesPlan),
  params: campaignParams,
  body: rowChanges(fields),
  output: rowOutcomes,
  errors: ['plan.row_name_needed', 'plan.period_reversed'],
});

export const editPersonas = edits('personas', PLAN_LISTS.personas, { summary: { zh: '编辑目标人群', en: 'Edit the personas' } });
export const editChannels = edits('channels', PLAN_LISTS.channels, { summary: { zh: '编辑渠道排期', en: 'Edit the channels by phase' } });
export const editMaterials = edits('materials', PLAN_LISTS.materials, { summary: { zh: '编辑物料清单', en: 'Edit the list of materials' } });
export const editSteps = edits('steps', PLAN_LISTS.steps, { summary: { zh: '编辑现场流程', en: 'Edit the run sheet' } });
export const editZones = edits('zones', PLAN_LISTS.zones, { summary: { zh: '编辑现场分区', en: 'Edit the zones' } });
export const editRisks = edits('risks', PLAN_LISTS.risks, { summary: { zh: '编辑应急预案', en: 'Edit the contingency plan' } });
export const editQuestions = edits('questions', PLAN_LISTS.questions, { summary: { zh: '编辑反馈问卷', en: 'Edit the survey' } });
export const editData = edits('data', PLAN_LISTS.data, { summary: { zh: '编辑个人信息清单', en: 'Edit the personal data' } });
