import { randomBytes } from 'node:crypto';
import { departmentNamed, insertPassword, insertPerson, listAllPeople } from '#features/account/server/account.api.ts';
import { TEAM_GROUPS, type CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { createCampaign, loadCampaignFacts } from '#features/campaign/server/campaign.api.ts';
import { placeMember } from '#features/team/server/team.api.ts';
import { standardTeamMessages } from '#features/team/team.standard.messages.ts';
import { newId } from '#platform/server/identity.ts';
import type { Work } from '#platform/server/operation.ts';
import type { Sessions } from '#platform/server/session.ts';
import type { Actor } from '#platform/shared/actor.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { Problem } from '#platform/shared/problem.ts';
import { adoptAll } from '../document.adopt.rules.ts';
import type { createDemo as contract } from '../document.contract.ts';
import { DEMO } from '../document.demo.fixture.ts';
import { adopt } from './document.service.ts';
import { demoExists } from './document.views.ts';
import { readInWorker } from '#features/reading/server/reading.api.ts';

/**
 * Makes the demo: people of every role, and a campaign whose goals, budget and schedule are read from a text by the same import
 * that a person uses. It starts as a draft; its life goes through the pages.
 */
export async function createDemo(work: Work<unknown>, sessions: Sessions): Promise<OutputOf<typeof contract>> {
  if (await demoExists(work.db)) throw new Problem('document.demo_exists', 409);
  const password = randomBytes(9).toString('base64url');
  const people = await createPeople(work, sessions, password);
  const lead = people.find((person) => person.group === 'lead');
  if (!lead) throw new Error('the demo has no lead');
  const { id: campaignId } = await createCampaign(work, { body: { ...DEMO.campaign, leadId: lead.id, departmentId: lead.departmentId } });
  for (const person of people) if (person.group && person.group !== 'lead') await placeMember(work, campaignId, person.id, person.group);
  const leading: Actor = { userId: lead.id, name: lead.name, orgRole: 'member', departmentId: lead.departmentId };
  const thing = (await loadCampaignFacts(work.db, campaignId, leading, 'share')) as CampaignFacts;
  const period = { startOn: DEMO.campaign.startsOn, endOn: DEMO.campaign.endsOn };
  const understanding = await readInWorker(Buffer.from(DEMO.text), 'demo.txt', { campaign: period, locale: 'zh-CN' });
  const asLead = { ...work, actor: leading, thing, record: work.record } as unknown as Work<CampaignFacts>;
  const { duties, worksWith, areas } = standardTeamMessages['zh-CN'];
  const team = { duties: TEAM_GROUPS.map((group) => ({ group, duties: duties[group], worksWith: worksWith[group] })), members: [], areas: [...areas] };
  await adopt(asLead, { ...adoptAll(understanding), team, sections: [], lists: { risks: [], materials: [], channels: [], steps: [], zones: [] }, attached: [] }, {});
  const cast = Object.fromEntries(people.map(({ key, id }) => [key, id]));
  // The rest of the demo is played by these people through operations of their own: see the reaction to this event.
  await work.record({ kind: 'document.demo_created', campaignId, subject: { type: 'campaign', id: campaignId }, after: { people: cast, departmentId: lead.departmentId } });
  return { campaignId, password, people: people.map(({ name, email, title }) => ({ name, email, role: title })) };
}

type DemoPerson = (typeof DEMO.people)[number];

async function createPeople(work: Work<unknown>, sessions: Sessions, password: string) {
  const department = await departmentNamed(work.db, DEMO.department);
  const hash = await (await sessions.library.$context).password.hash(password);
  const taken = new Set((await listAllPeople(work.db)).map((person) => person.email));
  const people: { key: DemoPerson['key']; id: string; name: string; email: string; title: string; group: DemoPerson['group']; departmentId: string }[] = [];
  for (const { key, name, title, orgRole, group } of DEMO.people) {
    const id = newId();
    const email = taken.has(`${key}@demo.example`) ? `${key}.${id.slice(-6)}@demo.example` : `${key}@demo.example`;
    await insertPerson(work.db, { id, name, email, title, orgRole, departmentId: department.id }, true);
    await insertPassword(work.db, id, hash);
    people.push({ key, id, name, email, title, group, departmentId: department.id });
  }
  return people;
}
