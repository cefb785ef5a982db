import { z } from 'zod';
import { inCampaign } from '#features/campaign/campaign.policy.ts';
import { operation, signedIn } from '#platform/shared/contract.ts';
import { campaignParams, dayField, idField, requiredText, text, timeField } from '#platform/shared/field.ts';
import { calendarDay, planningFields, taskLink, taskView } from '../schedule.contract.ts';
import { DELAY_CAUSES, DELAY_KINDS } from './schedule.delay.rules.ts';
import { PHASES, SETTABLE_STATES, TASK_STATES } from '../schedule.rules.ts';
import { asksOwners, tellsOfWork } from './schedule.work.policy.ts';

const instant = z.iso.datetime({ offset: true });
const causeField = z.enum(DELAY_CAUSES);
const taskParams = campaignParams.extend({ taskId: idField });
const TASK = '/api/campaigns/:campaignId/schedule/tasks/:taskId';
/** When the person did it: a phone without network sends it later. */
const madeAt = { at: instant.optional() };

export const delayView = z.object({
  id: idField, kind: z.enum(DELAY_KINDS), cause: causeField, reason: z.string(), fromEndOn: dayField.nullable(), toEndOn: dayField.nullable(), toldBy: z.string().nullable(), toldAt: instant,
});
export type Delay = z.output<typeof delayView>;

export const reportView = z.object({ id: idField, text: z.string(), fileId: idField.nullable(), fileName: z.string().nullable(), toldBy: z.string().nullable(), toldAt: instant });
export type Report = z.output<typeof reportView>;

export const myTask = taskView.extend({
  campaignId: idField, campaignName: z.string(), timeZone: z.string(),
  /** What relative times are told from. */
  startsOn: dayField, endsOn: dayField, eventFrom: dayField.nullable(), eventTo: dayField.nullable(),
  can: z.object({ work: z.boolean(), move: z.boolean() }),
  /** The name of whose task it is while they are away; null for one’s own. */
  standsInFor: z.string().nullable(),
  /** The latest that was told of its delay. */
  delay: delayView.nullable(),
  reports: z.int(), photos: z.int(),
  /** Titles of what it waits for and is not done. */
  waitsFor: z.array(z.string()),
});
export type MyTask = z.output<typeof myTask>;

/** What the engine needs to know of a task. */
const plannedTask = planningFields.pick({ title: true, startOn: true, endOn: true, notBeforeOn: true, dueOn: true, fixed: true, milestone: true, parentId: true, durationUnit: true, state: true })
  .extend({ id: idField, links: z.array(taskLink) });

export const listMyDay = operation({
  id: 'schedule.listMyDay', method: 'GET', path: '/api/my-day',
  summary: { zh: '我的一天：我在所有进行中活动里的任务，含近两周完成的', en: 'My day: one’s tasks in all running campaigns, with what was done in the last two weeks' },
  access: signedIn(),
  /** One answer for every day, so that a phone without network can turn the pages. `more`: only the first 500 by date are told. */
  output: z.object({
    personId: idField, asOf: instant, tasks: z.array(myTask), more: z.boolean(),
    /** When a day begins on site, for those who are to be there before; days on which the company works or rests by itself. */
    openings: z.array(z.object({ campaignId: idField, day: dayField, time: timeField })), calendar: z.array(calendarDay),
    /** By campaign: what hangs together with one's open tasks, and D-day, so that a phone without network says what a delay does. */
    plans: z.array(z.object({ campaignId: idField, dDayTaskIds: z.array(idField), tasks: z.array(plannedTask) })),
  }),
});
export type MyDay = z.output<typeof listMyDay.output>;

export const setTaskState = operation({
  id: 'schedule.setTaskState', method: 'POST', path: `${TASK}/state`,
  summary: { zh: '更新任务的完成情况', en: 'Set the state of a task' },
  access: inCampaign(tellsOfWork), idempotent: true,
  params: taskParams,
  body: z.object({ from: z.enum(TASK_STATES).optional(), to: z.enum(SETTABLE_STATES), ...madeAt }),
  output: z.object({ state: z.enum(TASK_STATES) }),
  errors: ['schedule.task_gone', 'schedule.state_overtaken'],
});

export const postponeTask = operation({
  id: 'schedule.postponeTask', method: 'POST', path: `${TASK}/postponements`,
  summary: { zh: '推迟任务或预计延期，写明原因', en: 'Postpone a task or foresee its delay, with the reason' },
  access: inCampaign(tellsOfWork), idempotent: true,
  params: taskParams,
  /** `toEndOn`: the new last day, null while nobody knows. `move`: change the dates where the person may; else it is told as a proposal. */
  body: z.object({ id: idField, toEndOn: dayField.nullable(), cause: causeField, reason: text(500), move: z.boolean().default(true), ...madeAt }),
  output: z.object({ id: idField, moved: z.boolean() }),
  errors: ['schedule.task_gone', 'schedule.task_closed', 'schedule.not_later'],
});

export const explainDelay = operation({
  id: 'schedule.explainDelay', method: 'POST', path: `${TASK}/explanations`,
  summary: { zh: '说明任务延期的原因', en: 'Explain why a task is late' },
  access: inCampaign(tellsOfWork), idempotent: true,
  params: taskParams,
  body: z.object({ id: idField, cause: causeField, reason: text(500), ...madeAt }),
  output: z.object({ id: idField }),
  errors: ['schedule.task_gone', 'schedule.not_late'],
});

export const askAboutDelay = operation({
  id: 'schedule.askAboutDelay', method: 'POST', path: `${TASK}/questions`,
  summary: { zh: '请负责人说明延期', en: 'Ask the owners of a task about its delay' },
  access: inCampaign(asksOwners), idempotent: true,
  params: taskParams,
  body: z.object({ text: text(200).default('') }).strict(),
  output: z.object({ asked: z.int() }),
  errors: ['schedule.task_gone', 'schedule.not_late', 'schedule.nobody_to_ask'],
});

export const reportOnTask = operation({
  id: 'schedule.reportOnTask', method: 'POST', path: `${TASK}/reports`,
  summary: { zh: '记录任务的现场情况', en: 'Report on a task' },
  access: inCampaign(tellsOfWork), idempotent: true,
  params: taskParams,
  body: z.object({ id: idField, text: requiredText(1_000), ...madeAt }),
  output: z.object({ id: idField }),
  errors: ['schedule.task_gone'],
});

/** Photos come scaled down from the page; larger ones are for papers, not for proof. */
export const PHOTO_LIMIT = 8 * 1024 * 1024;

export const addPhoto = operation({
  id: 'schedule.addPhoto', method: 'POST', path: `${TASK}/photos`,
  summary: { zh: '上传任务的现场照片', en: 'Add a photo as proof of a task' },
  access: inCampaign(tellsOfWork), idempotent: true, upload: true,
  params: taskParams,
  query: z.object({ name: text(200).default(''), id: idField, text: text(1_000).default(''), ...madeAt }),
  output: z.object({ id: idField, fileId: idField }),
  errors: ['schedule.task_gone', 'schedule.photo_kind', 'schedule.photo_size', 'schedule.photo_many'],
});

export const readPhoto = operation({
  id: 'schedule.readPhoto', method: 'GET', path: '/api/campaigns/:campaignId/schedule/photos/:fileId',
  summary: { zh: '查看任务的现场照片', en: 'A photo of a task' },
  access: inCampaign(),
  params: campaignParams.extend({ fileId: idField }),
  output: z.unknown(), response: 'file',
});

export const getTaskTrace = operation({
  id: 'schedule.getTaskTrace', method: 'GET', path: `${TASK}/trace`,
  summary: { zh: '任务的延期与现场记录', en: 'What was told of a task: delays, reports, photos' },
  access: inCampaign(),
  params: taskParams,
  output: z.object({ delays: z.array(delayView), reports: z.array(reportView) }),
  errors: ['schedule.task_gone'],
});

export const delayedTask = z.object({
  taskId: idField, title: z.string(), phase: z.enum(PHASES), ownerText: z.string(),
  /** Names of those whom the owner text means; the text itself where it means nobody of the team. */
  owners: z.array(z.string()),
  mine: z.boolean(),
  state: z.enum(TASK_STATES), endOn: dayField.nullable(),
  standing: z.enum(['late', 'foreseen']), daysLate: z.int(),
  /** The day that was foreseen last; null while nobody said one. */
  expectedOn: dayField.nullable(),
  cause: causeField.nullable(), reason: z.string(), toldBy: z.string().nullable(), toldAt: instant.nullable(),
});
export type DelayedTask = z.output<typeof delayedTask>;

export const listDelays = operation({
  id: 'schedule.listDelays', method: 'GET', path: '/api/campaigns/:campaignId/schedule/delays',
  summary: { zh: '延期与预计延期的任务，含负责人、原因与按时率', en: 'Tasks that are late or foreseen to be, with owners and causes, and the on-time rate' },
  access: inCampaign(),
  params: campaignParams,
  output: z.object({
    today: dayField, tasks: z.array(delayedTask),
    /** Tasks that were told to be late and are not any more. */
    settled: z.int(),
    onTime: z.object({ onTime: z.int(), judged: z.int(), baselineVersion: z.int().nullable() }),
    can: z.object({ explain: z.boolean(), ask: z.boolean() }),
  }),
});
export type Delays = z.output<typeof listDelays.output>;
