import { z } from 'zod';
import { inCampaign, reschedules, worksOnTasks, writesPlan } from '#features/campaign/campaign.policy.ts';
import { operation } from '#platform/shared/contract.ts';
import { campaignParams, dayField, idField, text, timeField } from '#platform/shared/field.ts';
import { rowChanges, rowOutcomes } from '#platform/shared/rows.ts';
import { PHASES, TASK_STATES } from './schedule.rules.ts';

/** The columns of T2; `whenText` is 时间节点 as written, the days are what it means on the calendar. */
export const taskFields = z.object({
  phase: z.enum(PHASES),
  whenText: text(60),
  startOn: dayField.nullable(),
  endOn: dayField.nullable(),
  dueTime: timeField.nullable(),
  title: text(300),
  ownerText: text(100),
  state: z.enum(TASK_STATES),
  note: text(500),
});

/** Finish-start, start-start, finish-finish, start-finish. */
export const LINK_TYPES = ['FS', 'SS', 'FF', 'SF'] as const;

/** A task waits for another one; a negative lag lets it begin before. */
export const taskLink = z.object({ predecessorId: idField, type: z.enum(LINK_TYPES), lagDays: z.int().min(-365).max(365), lagUnit: z.enum(['day', 'workday']) });
export type TaskLink = z.output<typeof taskLink>;

export const taskView = taskFields.extend({
  id: idField,
  ownerId: idField.nullable(),
  position: z.int(),
  /** The state with 延期 found by the system. */
  effectiveState: z.enum(TASK_STATES),
  /** The tasks that come before it, in the order of the schedule. */
  links: z.array(taskLink),
});
export type Task = z.output<typeof taskView>;

export const listSchedule = operation({
  id: 'schedule.listSchedule', method: 'GET', path: '/api/campaigns/:campaignId/schedule',
  summary: { zh: '活动执行进度表', en: 'The campaign’s schedule' },
  access: inCampaign(),
  params: campaignParams,
  output: z.object({ tasks: z.array(taskView), today: dayField, can: z.object({ write: z.boolean(), work: z.boolean() }) }),
});

export const editSchedule = operation({
  id: 'schedule.editSchedule', method: 'POST', path: '/api/campaigns/:campaignId/schedule/edits',
  summary: { zh: '编辑活动执行进度表', en: 'Edit the schedule' },
  access: inCampaign((actor, campaign) => writesPlan(actor, campaign) || reschedules(actor, campaign) || worksOnTasks(actor, campaign)),
  params: campaignParams,
  body: rowChanges(taskFields),
  output: rowOutcomes,
  errors: ['schedule.period_reversed', 'schedule.only_state', 'schedule.title_needed'],
});
