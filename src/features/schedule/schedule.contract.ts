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

export type T2Fields = z.output<typeof taskFields>;

/** Finish-start, start-start, finish-finish, start-finish. */
export const LINK_TYPES = ['FS', 'SS', 'FF', 'SF'] as const;

/** A task waits for another one; a negative lag lets it begin before. */
export const taskLink = z.object({ predecessorId: idField, type: z.enum(LINK_TYPES), lagDays: z.int().min(-365).max(365), lagUnit: z.enum(['day', 'workday']) });
export type TaskLink = z.output<typeof taskLink>;

/** What a task is planned by, beyond T2: what holds its dates, what it belongs to, what it needs and brings. */
export const planningFields = taskFields.extend({
  /** A point in time; its end is its start. */
  milestone: z.boolean(),
  /** Does not move when others do: D-day itself, a booked hall. */
  fixed: z.boolean(),
  notBeforeOn: dayField.nullable(),
  dueOn: dayField.nullable(),
  /** Whether its length is kept in calendar or in working days when it is moved. */
  durationUnit: z.enum(['day', 'workday']),
  parentId: idField.nullable(),
  /** Venues and equipment that it needs, `主舞台、投影仪`. */
  resourceText: text(200),
  deliverable: text(200),
});
export type PlanningFields = z.output<typeof planningFields>;

export const taskView = planningFields.extend({
  id: idField,
  ownerId: idField.nullable(),
  position: z.int(),
  /** The state with 延期 found by the system. */
  effectiveState: z.enum(TASK_STATES),
  /** The tasks that come before it, in the order of the schedule. */
  links: z.array(taskLink),
  /** When it was marked as done; null while it is not. */
  doneAt: z.iso.datetime({ offset: true }).nullable(),
});
export type Task = z.output<typeof taskView>;

/** A day on which the company works or rests other than the national calendar says. */
export const calendarDay = z.object({ day: dayField, works: z.boolean(), name: text(60) });
export type CalendarDay = z.output<typeof calendarDay>;

/** Days on which a member of the team is away, both included. */
export const memberLeaveView = z.object({ userId: idField, name: z.string(), fromOn: dayField, toOn: dayField });
export type Leave = z.output<typeof memberLeaveView>;

export const listSchedule = operation({
  id: 'schedule.listSchedule', method: 'GET', path: '/api/campaigns/:campaignId/schedule',
  summary: { zh: '活动执行进度表', en: 'The campaign’s schedule' },
  access: inCampaign(),
  params: campaignParams,
  output: z.object({ tasks: z.array(taskView), today: dayField, calendar: z.array(calendarDay), leave: z.array(memberLeaveView), can: z.object({ write: z.boolean(), work: z.boolean() }) }),
});

export const editSchedule = operation({
  id: 'schedule.editSchedule', method: 'POST', path: '/api/campaigns/:campaignId/schedule/edits',
  summary: { zh: '编辑活动执行进度表', en: 'Edit the schedule' },
  access: inCampaign((actor, campaign) => writesPlan(actor, campaign) || reschedules(actor, campaign) || worksOnTasks(actor, campaign)),
  params: campaignParams,
  body: rowChanges(planningFields),
  output: rowOutcomes,
  errors: ['schedule.period_reversed', 'schedule.only_state', 'schedule.title_needed', 'schedule.parent_cycle', 'schedule.parent_unknown', 'schedule.due_before_start'],
});

/** What each task waits for, whole. `from` is what the person saw; when it is not given, the links are set as they are. */
export const linkTasks = operation({
  id: 'schedule.linkTasks', method: 'POST', path: '/api/campaigns/:campaignId/schedule/links',
  summary: { zh: '设置任务的前置任务', en: 'Set what tasks wait for' },
  access: inCampaign((actor, campaign) => writesPlan(actor, campaign) || reschedules(actor, campaign)),
  exclusive: true,
  params: campaignParams,
  body: z.object({ changes: z.array(z.object({ taskId: idField, from: z.array(taskLink).max(100).optional(), to: z.array(taskLink).max(100) })).min(1).max(2_000) }),
  output: rowOutcomes,
  errors: ['schedule.link_cycle', 'schedule.link_unknown'],
});
