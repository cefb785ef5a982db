import { z } from 'zod';
import { groupField } from '#features/campaign/campaign.contract.ts';
import { inCampaign, staffsTeam } from '#features/campaign/campaign.policy.ts';
import { operation } from '#platform/shared/contract.ts';
import { campaignParams, done, idField } from '#platform/shared/field.ts';

export const memberView = z.object({
  userId: idField, name: z.string(), title: z.string(), departmentName: z.string().nullable(), group: groupField, tasks: z.int(), tasksDone: z.int(),
});
export type Member = z.output<typeof memberView>;

export const listTeam = operation({
  id: 'team.listTeam', method: 'GET', path: '/api/campaigns/:campaignId/team',
  summary: { zh: '活动专项小组', en: 'The campaign team' },
  access: inCampaign(),
  params: campaignParams,
  output: z.object({ members: z.array(memberView), can: z.object({ staff: z.boolean() }) }),
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
