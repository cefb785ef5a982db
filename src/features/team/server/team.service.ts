import { staffsTeam, type CampaignFacts, type TeamGroup } from '#features/campaign/campaign.policy.ts';
import { nameLead } from '#features/campaign/server/campaign.api.ts';
import type { ReadWork, Work } from '#platform/server/operation.ts';
import { dayIn } from '#platform/shared/calendar.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { notFound, Problem } from '#platform/shared/problem.ts';
import type * as contract from '../team.contract.ts';
import { dividesWork } from '../team.policy.ts';
import { memberAbsences } from './team.absence.views.ts';
import * as store from './team.store.ts';
import { groupDuties, memberRows } from './team.views.ts';

export async function listTeam(work: ReadWork<CampaignFacts>): Promise<OutputOf<typeof contract.listTeam>> {
  const { db, actor, thing } = work;
  const today = dayIn(thing.timeZone);
  return {
    members: await memberRows(db, thing.id),
    duties: await groupDuties(db, thing.id),
    absences: await memberAbsences(db, actor, thing.id, today < thing.startsOn ? today : thing.startsOn, thing.endsOn),
    today,
    can: { staff: staffsTeam(actor, thing), divide: dividesWork(actor, thing) },
  };
}

export async function addMember(work: Work<CampaignFacts>, { body }: InputOf<typeof contract.addMember>): Promise<OutputOf<typeof contract.addMember>> {
  await placeMember(work, work.thing.id, body.userId, body.group);
  return {};
}

/** Puts a person in a group; a new lead replaces the old one. */
export async function placeMember(work: Work<unknown>, campaignId: string, userId: string, group: TeamGroup): Promise<void> {
  const person = await store.findActivePerson(work.db, userId);
  if (!person) throw new Problem('team.person_unknown', 400);
  const former = group === 'lead' ? await store.findLead(work.db, campaignId) : undefined;
  if (former?.id === userId) return;
  if (group === 'lead') await nameLead(work, campaignId, userId);
  else if (!(await store.insertMember(work.db, campaignId, userId, group))) return;
  await store.linkOwner(work.db, campaignId, userId, person.name);
  const before = former ? { before: { name: former.name, group } } : {};
  await work.record({ kind: 'team.member_added', campaignId, subject: { type: 'member', id: userId }, ...before, after: { name: person.name, group } });
}

export async function removeMember(work: Work<CampaignFacts>, { params }: InputOf<typeof contract.removeMember>): Promise<OutputOf<typeof contract.removeMember>> {
  if (params.group === 'lead') throw new Problem('team.lead_needed', 409);
  const name = await store.findName(work.db, params.userId);
  if (!(await store.deleteMember(work.db, work.thing.id, params.userId, params.group))) throw notFound();
  await work.record({ kind: 'team.member_removed', campaignId: work.thing.id, subject: { type: 'member', id: params.userId }, before: { name, group: params.group } });
  return {};
}
