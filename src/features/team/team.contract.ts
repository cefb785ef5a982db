import { z } from 'zod';
import { groupField } from '#features/campaign/campaign.contract.ts';
import { inCampaign, staffsTeam } from '#features/campaign/campaign.policy.ts';
import { PARTS } from '#features/campaign/campaign.rules.ts';
import { operation, signedIn } from '#platform/shared/contract.ts';
import { campaignParams, dayField, done, idField, ownDayField, text, timeField } from '#platform/shared/field.ts';
import { rowChanges, rowOutcomes } from '#platform/shared/rows.ts';
import { dividesWork } from './team.policy.ts';

export const memberView = z.object({
  userId: idField, name: z.string(), title: z.string(), departmentName: z.string().nullable(), group: groupField, tasks: z.int(), tasksDone: z.int(),
});
export type Member = z.output<typeof memberView>;

export const dutiesField = text(1_000);
export const worksWithField = text(500);

/** What a group does, and how it works with the others; empty until someone has written it. */
const dutyView = z.object({ group: groupField, duties: z.string(), worksWith: z.string() });
export type GroupDuty = z.output<typeof dutyView>;

export const absenceView = z.object({
  id: idField, userId: idField, name: z.string(), fromOn: dayField, toOn: dayField,
  /** Null for those who need not know. */
  reason: z.string().nullable(),
  standInId: idField.nullable(), standInName: z.string().nullable(),
  can: z.object({ change: z.boolean() }),
});
export type Absence = z.output<typeof absenceView>;

export const listTeam = operation({
  id: 'team.listTeam', method: 'GET', path: '/api/campaigns/:campaignId/team',
  summary: { zh: '活动专项小组：成员、各组职责、休假与代理', en: 'The campaign team: members, duties of the groups, who is away' },
  access: inCampaign(),
  params: campaignParams,
  output: z.object({
    members: z.array(memberView),
    duties: z.array(dutyView),
    /** Of members, from today or the campaign's first day on, whichever is earlier, to its last day. */
    absences: z.array(absenceView),
    today: dayField,
    can: z.object({ staff: z.boolean(), divide: z.boolean() }),
  }),
});

export const addMember = operation({
  id: 'team.addMember', method: 'POST', path: '/api/campaigns/:campaignId/team',
  summary: { zh: '加入小组；总负责人只有一位，指定新的即替换', en: 'Add a member; a new lead replaces the old one' },
  access: inCampaign(staffsTeam),
  params: campaignParams,
  body: z.object({ userId: idField, group: groupField }),
  output: done,
  errors: ['team.person_unknown'],
});

export const removeMember = operation({
  id: 'team.removeMember', method: 'DELETE', path: '/api/campaigns/:campaignId/team/:userId/:group',
  summary: { zh: '移出小组', en: 'Remove a member from a group' },
  access: inCampaign(staffsTeam),
  params: campaignParams.extend({ userId: idField, group: groupField }),
  output: done,
  errors: ['team.lead_needed'],
});

const seen = (field: typeof dutiesField) => z.object({ from: z.string().optional(), to: field }).optional();

/** Each field carries what the person saw, so that two people who write at once lose nothing. */
export const writeDuties = operation({
  id: 'team.writeDuties', method: 'PATCH', path: '/api/campaigns/:campaignId/team/duties',
  summary: { zh: '填写各组职责与协作方式', en: 'Write the duties of the groups and how they work together' },
  access: inCampaign(dividesWork),
  params: campaignParams,
  body: z.object({ groups: z.array(z.object({ group: groupField, duties: seen(dutiesField), worksWith: seen(worksWithField) })).min(1).max(5) }),
  output: z.object({ conflicts: z.array(z.object({ group: groupField, field: z.enum(['duties', 'worksWith']), current: z.string(), by: z.string().nullable() })) }),
});

/** One area of work and who is R, A, C, I for it, each an owner text. */
export const areaFields = z.object({ area: text(60), responsible: text(100), accountable: text(100), consulted: text(100), informed: text(100), note: text(500) });
export const areaView = areaFields.extend({ id: idField, position: z.int() });
export type Area = z.output<typeof areaView>;

export const listAreas = operation({
  id: 'team.listAreas', method: 'GET', path: '/api/campaigns/:campaignId/team/areas',
  summary: { zh: '责任分工：各项工作由谁负责、批准、咨询、知会', en: 'Responsibilities: who is R, A, C and I for which work' },
  access: inCampaign(),
  params: campaignParams,
  output: z.object({ areas: z.array(areaView), can: z.object({ write: z.boolean() }) }),
});

export const editAreas = operation({
  id: 'team.editAreas', method: 'POST', path: '/api/campaigns/:campaignId/team/areas/edits',
  summary: { zh: '编辑责任分工', en: 'Edit the responsibilities' },
  access: inCampaign(dividesWork),
  params: campaignParams,
  body: rowChanges(areaFields),
  output: rowOutcomes,
  errors: ['team.area_needed'],
});

export const getWorkload = operation({
  id: 'team.getWorkload', method: 'GET', path: '/api/campaigns/:campaignId/team/workload',
  summary: { zh: '成员的任务、休假与在其他活动中的任务', en: 'What the members have to do here and in other campaigns, and when they are away' },
  access: inCampaign(),
  params: campaignParams,
  output: z.object({
    startsOn: dayField, endsOn: dayField,
    people: z.array(z.object({ userId: idField, name: z.string(), groups: z.array(groupField) })),
    tasks: z.array(z.object({
      id: idField, title: z.string(), phase: z.enum(PARTS), startOn: dayField.nullable(), endOn: dayField.nullable(), dueTime: timeField.nullable(),
      ownerId: idField.nullable(), ownerText: z.string(), done: z.boolean(),
    })),
    absences: z.array(absenceView),
    /** The company's own days: a task is worked on on working days. */
    calendar: z.array(ownDayField),
    /** Days of the members' tasks in other campaigns; which one only for a reader who may see it. */
    elsewhere: z.array(z.object({ userId: idField, campaignId: idField.nullable(), campaignName: z.string().nullable(), phase: z.enum(PARTS), startOn: dayField, endOn: dayField, named: z.boolean() })),
  }),
});
export type WorkloadFacts = z.output<typeof getWorkload.output>;

export const listAbsences = operation({
  id: 'team.listAbsences', method: 'GET', path: '/api/absences',
  summary: { zh: '休假：本人的，以及本人可代为登记的人员的', en: 'Absences: one’s own, and of those for whom one may enter them' },
  access: signedIn(),
  output: z.object({
    absences: z.array(absenceView),
    today: dayField,
    /** For whom the person may enter an absence: themselves first. */
    people: z.array(z.object({ userId: idField, name: z.string() })),
  }),
});

export const saveAbsence = operation({
  id: 'team.saveAbsence', method: 'PUT', path: '/api/absences/:absenceId',
  summary: { zh: '登记或修改休假与代理人', en: 'Enter or change an absence and who stands in' },
  access: signedIn(),
  params: z.object({ absenceId: idField }),
  body: z.object({ userId: idField, fromOn: dayField, toOn: dayField, reason: text(200).default(''), standInId: idField.nullable().default(null) }),
  output: done,
  errors: ['team.person_unknown', 'team.absence_reversed', 'team.absence_overlaps', 'team.stand_in_self'],
});

export const deleteAbsence = operation({
  id: 'team.deleteAbsence', method: 'DELETE', path: '/api/absences/:absenceId',
  summary: { zh: '取消休假', en: 'Take an absence back' },
  access: signedIn(),
  params: z.object({ absenceId: idField }),
  output: done,
});
