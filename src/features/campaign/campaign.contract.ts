import { z } from 'zod';
import { operation, signedIn } from '#platform/shared/contract.ts';
import { campaignParams, dayField, done, idField, ownDayField, requiredText, text } from '#platform/shared/field.ts';
import { createsCampaigns, inCampaign, movesStage, TEAM_GROUPS, writesPlan } from './campaign.policy.ts';
import { HISTORY_TOPICS, STAGES, type HistoryTopic } from './campaign.rules.ts';

export const stageField = z.enum(STAGES);
const topicField = z.enum(Object.keys(HISTORY_TOPICS) as [HistoryTopic, ...HistoryTopic[]]);
export const groupField = z.enum(TEAM_GROUPS);

const ordered = (value: { startsOn?: string; endsOn?: string; eventFrom?: string | null; eventTo?: string | null }): boolean =>
  (!value.startsOn || !value.endsOn || value.startsOn <= value.endsOn) &&
  (!value.eventFrom || !value.eventTo || value.eventFrom <= value.eventTo);
const reversed = { params: { field: 'period' }, path: ['endsOn'] };

export const timeZoneField = z.string().refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC');

const campaignFields = z.object({
  name: requiredText(100),
  scenario: requiredText(40),
  theme: text(200),
  audience: text(500),
  departmentId: idField.nullable(),
  leadId: idField.nullable(),
  startsOn: dayField,
  endsOn: dayField,
  eventFrom: dayField.nullable(),
  eventTo: dayField.nullable(),
  timeZone: timeZoneField,
});

export const campaignRow = z.object({
  id: idField,
  name: z.string(),
  scenario: z.string(),
  stage: stageField,
  /** An approved plan is being written again: the approved version, work and money go on. */
  revised: z.boolean(),
  leadId: idField.nullable(),
  leadName: z.string().nullable(),
  departmentId: idField.nullable(),
  departmentName: z.string().nullable(),
  startsOn: dayField,
  endsOn: dayField,
  eventFrom: dayField.nullable(),
  eventTo: dayField.nullable(),
  budgetCents: z.int(),
  actualCents: z.int(),
  tasks: z.int(),
  tasksDone: z.int(),
});
export type CampaignRow = z.output<typeof campaignRow>;

export const campaignView = campaignRow.extend({
  theme: z.string(),
  audience: z.string(),
  timeZone: z.string(),
  createdAt: z.string(),
  groups: z.array(groupField),
  can: z.object({
    writePlan: z.boolean(), staffTeam: z.boolean(), recordResults: z.boolean(), workOnTasks: z.boolean(),
    reschedule: z.boolean(), moveStage: z.boolean(), submitPlan: z.boolean(), writeEvaluation: z.boolean(), archive: z.boolean(),
  }),
});
export type Campaign = z.output<typeof campaignView>;

export const listScenarios = operation({
  id: 'campaign.listScenarios', method: 'GET', path: '/api/scenarios',
  summary: { zh: '活动场景', en: 'Scenarios' },
  access: signedIn(),
  output: z.object({ scenarios: z.array(z.object({ key: z.string(), nameZh: z.string(), nameEn: z.string(), builtIn: z.boolean() })) }),
});

/** What the form of a new campaign counts working days by. */
export const readCalendar = operation({
  id: 'campaign.readCalendar', method: 'GET', path: '/api/campaign-calendar',
  summary: { zh: '公司自定的上班与休息日，用于推算活动周期', en: 'The days on which the company works or rests other than the national calendar says, for the period of a campaign' },
  access: signedIn(),
  output: z.object({ calendar: z.array(ownDayField) }),
});

export const createScenario = operation({
  id: 'campaign.createScenario', method: 'POST', path: '/api/scenarios',
  summary: { zh: '新增活动场景', en: 'Add a scenario' },
  access: signedIn((actor) => actor.orgRole === 'admin' || actor.orgRole === 'management'),
  body: z.object({ name: requiredText(30) }),
  output: z.object({ key: z.string() }),
  errors: ['campaign.scenario_taken'],
});

export const listCampaigns = operation({
  id: 'campaign.listCampaigns', method: 'GET', path: '/api/campaigns',
  summary: { zh: '活动列表', en: 'Campaigns' },
  access: signedIn(),
  query: z.object({
    q: text(100).optional(),
    stage: stageField.optional(),
    scenario: text(40).optional(),
    departmentId: idField.optional(),
    mine: z.enum(['true', 'false']).optional(),
    from: dayField.optional(),
    to: dayField.optional(),
    after: text(100).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({ campaigns: z.array(campaignRow), next: z.string().nullable() }),
});

export const createCampaign = operation({
  id: 'campaign.createCampaign', method: 'POST', path: '/api/campaigns',
  summary: { zh: '新建活动', en: 'Create a campaign' },
  access: signedIn(createsCampaigns),
  body: campaignFields.partial({ theme: true, audience: true, departmentId: true, leadId: true, eventFrom: true, eventTo: true, timeZone: true }).refine(ordered, reversed),
  output: z.object({ id: idField }),
  idempotent: true,
  errors: ['campaign.scenario_unknown', 'campaign.person_unknown', 'campaign.event_outside'],
});

export const getCampaign = operation({
  id: 'campaign.getCampaign', method: 'GET', path: '/api/campaigns/:campaignId',
  summary: { zh: '活动详情', en: 'One campaign' },
  access: inCampaign(),
  params: campaignParams,
  output: campaignView,
});

export const updateCampaign = operation({
  id: 'campaign.updateCampaign', method: 'PATCH', path: '/api/campaigns/:campaignId',
  summary: { zh: '修改活动的基本信息', en: 'Change a campaign’s basics' },
  access: inCampaign(writesPlan),
  // Its days are what tasks are told from: an edit of the schedule is before it or after it.
  exclusive: true,
  params: campaignParams,
  body: campaignFields.omit({ leadId: true }).partial().refine(ordered, reversed),
  output: campaignView,
  errors: ['campaign.scenario_unknown', 'campaign.event_outside'],
});

/** The moves that need nothing but the lead: go live, end the execution, cancel. The others belong to plan and archive. */
export const moveCampaign = operation({
  id: 'campaign.moveCampaign', method: 'POST', path: '/api/campaigns/:campaignId/moves',
  summary: { zh: '推进活动阶段：开始执行、转入复盘、取消', en: 'Move a campaign: go live, start the review, cancel' },
  exclusive: true, idempotent: true,
  access: inCampaign(movesStage),
  params: campaignParams,
  body: z.object({ to: z.enum(['live', 'reviewing', 'cancelled']), reason: text(500).default('') }),
  output: done,
  errors: ['campaign.stage_refused', 'campaign.reason_needed'],
});

export const listHistory = operation({
  id: 'campaign.listHistory', method: 'GET', path: '/api/campaigns/:campaignId/history',
  summary: { zh: '活动的变更记录：谁在何时把什么改成了什么', en: 'A campaign’s history: who changed what from what to what, and when' },
  access: inCampaign(),
  params: campaignParams,
  query: z.object({ before: z.coerce.number().int().positive().optional(), topic: topicField.optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  output: z.object({
    events: z.array(z.object({
      seq: z.int(), at: z.string(), actorId: idField.nullable(), actorName: z.string().nullable(), kind: z.string(),
      subjectType: z.string(), subjectId: idField.nullable(),
      /** What the subject is called: the row's first words, the person, the file, a version's number. */
      subjectName: z.string().nullable(),
      before: z.unknown(), after: z.unknown(),
    })),
    next: z.int().nullable(),
  }),
});

export const followLive = operation({
  id: 'campaign.followLive', method: 'GET', path: '/api/live',
  summary: { zh: '实时变更（server-sent events）', en: 'Live changes (server-sent events)' },
  access: signedIn(),
  query: z.object({ campaignId: idField.optional() }),
  output: z.unknown(),
  response: 'events',
});
