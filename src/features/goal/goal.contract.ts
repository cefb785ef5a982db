import { z } from 'zod';
import { inCampaign, recordsResults, writesPlan } from '#features/campaign/campaign.policy.ts';
import { operation, signedIn } from '#platform/shared/contract.ts';
import { campaignParams, dayField, done, idField, requiredText, text } from '#platform/shared/field.ts';
import { rowChanges, rowOutcomes } from '#platform/shared/rows.ts';
import { keepsMetrics } from './goal.policy.ts';

/** P1.3: counts, rates, growth against a baseline, money. Rates and growth are in percent (15 = 15 %), money in yuan. */
export const GOAL_KINDS = ['count', 'money', 'rate', 'growth'] as const;
export type GoalKind = (typeof GOAL_KINDS)[number];
/** What the campaign is judged by, and what helps to reach it. */
export const GOAL_LEVELS = ['key', 'supporting'] as const;
/** What a target is split over. */
export const GOAL_SPLITS = ['phase', 'channel', 'week', 'day', 'own'] as const;
export type GoalSplit = (typeof GOAL_SPLITS)[number];
export const PARTS_MAXIMUM = 100;

const figure = z.number().min(-1e13).max(1e13);
const positive = figure.min(0);

export const goalFields = z.object({
  level: z.enum(GOAL_LEVELS),
  metric: text(60),
  kind: z.enum(GOAL_KINDS),
  unit: text(12),
  /** `down`: lower is better, for example cost per acquisition. */
  direction: z.enum(['up', 'down']),
  /** What it was before, in the metric's own unit; of growth the figure that it is measured against. */
  baseline: positive.nullable(),
  baselineSource: text(200),
  /** Of growth the change for the better, in percent: 15 with `down` is 15 % below the baseline. */
  target: positive,
  dueOn: dayField.nullable(),
  ownerText: text(100),
  measure: text(300),
  reason: text(300),
  /** In the measure of the target; of growth the change for the better, below zero where it got worse. */
  actual: figure.nullable(),
  /** Of a rate, and of growth the figure now and the one before: the actual follows from both (S3). */
  actualNumerator: figure.nullable(),
  actualDenominator: figure.nullable(),
  note: text(500),
});
export type GoalFields = z.output<typeof goalFields>;

/** A goal as an import or a playbook brings it: what it does not say is left open. */
export const goalDraft = goalFields.extend({
  level: goalFields.shape.level.default('key'), baseline: goalFields.shape.baseline.default(null), baselineSource: goalFields.shape.baselineSource.default(''),
  dueOn: goalFields.shape.dueOn.default(null), ownerText: goalFields.shape.ownerText.default(''), measure: goalFields.shape.measure.default(''), reason: goalFields.shape.reason.default(''),
  actual: goalFields.shape.actual.default(null), actualNumerator: goalFields.shape.actualNumerator.default(null), actualDenominator: goalFields.shape.actualDenominator.default(null), note: goalFields.shape.note.default(''),
});
export type GoalDraft = z.input<typeof goalDraft>;

const partFields = z.object({ name: requiredText(60), fromOn: dayField.nullable(), toOn: dayField.nullable(), target: positive });
export type PartFields = z.output<typeof partFields>;
export const goalPart = partFields.extend({ id: idField, split: z.enum(GOAL_SPLITS) });
export type GoalPart = z.output<typeof goalPart>;

export const goalView = goalFields.extend({
  id: idField,
  /** Of the catalogue; null where the metric is written freely. */
  metricKey: z.string().nullable(),
  /** The member that `ownerText` names. */
  ownerId: idField.nullable(),
  position: z.int(),
  attainment: z.number().nullable(),
  parts: z.array(goalPart),
});
export type Goal = z.output<typeof goalView>;

/** What the company's finished campaigns of the scenario reached of one metric: how many, the least and the most. */
const pastRange = z.object({ n: z.int(), low: z.number(), high: z.number() });
export type PastRange = z.output<typeof pastRange>;
const pastFigure = pastRange.extend({
  metricKey: z.string().nullable(), metric: z.string(), kind: z.enum(GOAL_KINDS), unit: z.string(), direction: z.enum(['up', 'down']),
  /** The shares by which the latest of them split its target, if it did: a curve for the next. */
  curve: z.array(z.number()),
});
export type PastFigure = z.output<typeof pastFigure>;

const letter = z.object({ ok: z.boolean(), code: z.string().nullable(), data: z.record(z.string(), z.union([z.string(), z.number(), z.null()])) });

export const listGoals = operation({
  id: 'goal.listGoals', method: 'GET', path: '/api/campaigns/:campaignId/goals',
  summary: { zh: '目标：指标、目标值、实际值、达成率、SMART 检查', en: 'Goals: metric, target, actual, attainment, SMART' },
  access: inCampaign(),
  params: campaignParams,
  output: z.object({
    goals: z.array(goalView.extend({ smart: z.object({ S: letter, M: letter, A: letter, R: letter, T: letter }), past: pastRange.nullable() })),
    past: z.array(pastFigure),
    can: z.object({ write: z.boolean(), record: z.boolean() }),
  }),
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

export const saveGoalParts = operation({
  id: 'goal.saveGoalParts', method: 'PUT', path: '/api/campaigns/:campaignId/goals/:goalId/parts',
  summary: { zh: '分解目标值：阶段、渠道、周或天', en: 'Split a target over phases, channels, weeks or days' },
  access: inCampaign(writesPlan),
  params: campaignParams.extend({ goalId: idField }),
  /** The whole list; `seen` is what the person saw, so that nobody's parts are overwritten unseen. An empty list takes the split back. */
  body: z.object({ split: z.enum(GOAL_SPLITS), parts: z.array(partFields).max(PARTS_MAXIMUM), seen: z.array(partFields).max(PARTS_MAXIMUM).optional() }),
  output: z.object({ parts: z.array(goalPart) }),
  errors: ['goal.parts_sum', 'goal.parts_changed', 'goal.part_reversed'],
});

const metricWords = z.object({ name: requiredText(60), unit: text(12), formula: text(300), numerator: text(60), denominator: text(60), source: text(200) });
export type MetricWords = z.output<typeof metricWords>;
const metricFields = z.object({ kind: z.enum(GOAL_KINDS), direction: z.enum(['up', 'down']), zh: metricWords, en: metricWords });
export type MetricFields = z.output<typeof metricFields>;
const metricRow = metricFields.extend({ key: z.string(), builtIn: z.boolean(), revision: z.int(), retired: z.boolean() });
export type Metric = z.output<typeof metricRow>;
/** `used`: goals that name it, in all campaigns. */
const metricView = metricRow.extend({ used: z.int() });
export type MetricView = z.output<typeof metricView>;
const metricKey = z.object({ key: text(40) });

export const listMetrics = operation({
  id: 'goal.listMetrics', method: 'GET', path: '/api/metrics',
  summary: { zh: '指标库：单位、方向、计算方法、数据来源', en: 'Catalogue of metrics: unit, direction, formula, source' },
  access: signedIn(),
  output: z.object({ metrics: z.array(metricView), can: z.object({ edit: z.boolean() }) }),
});

export const createMetric = operation({
  id: 'goal.createMetric', method: 'POST', path: '/api/metrics',
  summary: { zh: '新增指标', en: 'Add a metric' },
  idempotent: true,
  access: signedIn(keepsMetrics),
  body: metricFields,
  output: z.object({ key: z.string() }),
  errors: ['goal.metric_taken'],
});

export const updateMetric = operation({
  id: 'goal.updateMetric', method: 'PUT', path: '/api/metrics/:key',
  summary: { zh: '修改指标', en: 'Change a metric' },
  access: signedIn(keepsMetrics),
  params: metricKey,
  /** `revision` is the one that the person saw. */
  body: metricFields.extend({ revision: z.int() }),
  output: done,
  errors: ['goal.metric_taken', 'goal.metric_changed'],
});

export const retireMetric = operation({
  id: 'goal.retireMetric', method: 'PUT', path: '/api/metrics/:key/retired',
  summary: { zh: '停用或恢复指标', en: 'Retire a metric, or take it back' },
  access: signedIn(keepsMetrics),
  params: metricKey,
  body: z.object({ retired: z.boolean() }),
  output: done,
});
