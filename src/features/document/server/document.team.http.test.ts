import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '#apps/server/testing/product.ts';
import { draftCampaign, joinTeam, type TestTeam } from '#features/campaign/server/campaign.factory.ts';
import { readDocument } from '#features/reading/server/direct.api.ts';
import type { Understanding } from '#features/reading/reading.contract.ts';
import { standardTeamMessages } from '#features/team/team.standard.messages.ts';
import type { TestPerson } from '#platform/server/testing/http.ts';
import { adoptedOf, reviewOf } from '../document.review.rules.ts';

let product: TestProduct;
let team: TestTeam;

beforeAll(async () => {
  product = await startTestProduct();
  team = await joinTeam(product);
}, 120_000);
afterAll(() => product.close());

interface TeamView { members: { name: string; group: string }[]; duties: { group: string; duties: string; worksWith: string }[] }
const readTeam = (person: TestPerson, id: string) => person.must<TeamView>('GET', `/api/campaigns/${id}/team`);
const readAreas = async (person: TestPerson, id: string) => (await person.must<{ areas: { id: string; position: number }[] }>('GET', `/api/campaigns/${id}/team/areas`)).areas.map(({ id: _id, position: _position, ...area }) => area);
const file = async (person: TestPerson, id: string, format: string) => (await person.ask('GET', `/api/campaigns/${id}/export/team.${format}`)).raw;

async function divided(): Promise<string> {
  const id = await draftCampaign(team);
  const { duties, worksWith, areas } = standardTeamMessages['zh-CN'];
  const groups = ['lead', 'planning', 'execution', 'monitoring', 'logistics'] as const;
  await team.lead.must('PATCH', `/api/campaigns/${id}/team/duties`, { groups: groups.map((group) => ({ group, duties: { to: duties[group] }, worksWith: { to: worksWith[group] } })) });
  await team.lead.must('POST', `/api/campaigns/${id}/team/areas/edits`, { changes: areas.map((fields) => ({ type: 'insert', id: crypto.randomUUID(), fields })) });
  return id;
}

test.each(['xlsx', 'docx'])('分工表 goes out of one campaign as %s and into another, as it was', async (format) => {
  const from = await divided();
  const { id: to } = await team.lead.must<{ id: string }>('POST', '/api/campaigns', { name: '会员日', scenario: 'loyalty', startsOn: '2025-11-01', endsOn: '2025-11-20' });
  const { importId, understanding } = await team.lead.must<{ importId: string; understanding: Understanding }>('POST', `/api/campaigns/${to}/imports?name=team.${format}`, await file(team.lead, from, format));
  const { people } = await team.lead.must<{ people: { id: string; name: string }[] }>('GET', '/api/people');
  const adopted = adoptedOf(reviewOf(understanding, { people, canStaff: true }));
  const counts = await team.lead.must('POST', `/api/campaigns/${to}/imports/${importId}/apply`, { adopted });
  expect(counts).toMatchObject({ duties: 5, members: 4, areas: 10, attached: 0 });
  const [before, after] = [await readTeam(team.lead, from), await readTeam(team.lead, to)];
  expect(after.duties).toEqual(before.duties);
  expect(after.members.map(({ name, group }) => [group, name])).toEqual(before.members.map(({ name, group }) => [group, name]));
  expect(await readAreas(team.lead, to)).toEqual(await readAreas(team.lead, from));
});

test('what is there already stays, unless it is to be replaced', async () => {
  const id = await divided();
  const apply = async (replace: object) => {
    const { importId } = await team.lead.must<{ importId: string }>('POST', `/api/campaigns/${id}/imports/pasted`, { text: '组别\t职责\n执行组\t直播' });
    await team.lead.must('POST', `/api/campaigns/${id}/imports/${importId}/apply`, { adopted: { team: { duties: [{ group: 'execution', duties: '直播', worksWith: '' }], areas: [{ area: '直播', responsible: '执行组', accountable: '陈婧', consulted: '', informed: '', note: '' }] } }, replace });
    return { duty: (await readTeam(team.lead, id)).duties[2], areas: (await readAreas(team.lead, id)).length };
  };
  const { duties, worksWith } = standardTeamMessages['zh-CN'];
  expect(await apply({})).toEqual({ duty: { group: 'execution', duties: `${duties.execution}\n直播`, worksWith: worksWith.execution }, areas: 11 });
  expect(await apply({ team: true })).toEqual({ duty: { group: 'execution', duties: '直播', worksWith: worksWith.execution }, areas: 1 });
});

test('a planner imports duties, not people; nobody imports a lead', async () => {
  const id = await draftCampaign(team);
  const apply = async (person: TestPerson, adopted: object) => {
    const { importId } = await person.must<{ importId: string }>('POST', `/api/campaigns/${id}/imports/pasted`, { text: '组别\t职责\n执行组\t直播' });
    return (await person.ask('POST', `/api/campaigns/${id}/imports/${importId}/apply`, { adopted: { team: adopted } })).status;
  };
  const members = [{ userId: team.outsider.id, group: 'execution' }];
  expect(await apply(team.planning, { members })).toBe(403);
  expect(await apply(team.planning, { duties: [{ group: 'execution', duties: '直播', worksWith: '' }] })).toBe(200);
  expect(await apply(team.lead, { members: [{ userId: team.outsider.id, group: 'lead' }] })).toBe(400);
  expect((await readTeam(team.lead, id)).members.map((member) => member.name)).not.toContain('郑远');
  expect(await apply(team.lead, { members })).toBe(200);
  expect((await readTeam(team.lead, id)).members.map((member) => member.name)).toContain('郑远');
});

test('the file says who stands in when, and gives no telephone number', async () => {
  const id = await divided();
  await team.execution.must('PUT', `/api/absences/${crypto.randomUUID()}`, { userId: team.execution.id, fromOn: '2025-10-16', toOn: '2025-10-18', standInId: team.logistics.id, reason: '婚假' });
  const { tables } = await readDocument(await file(team.monitoring, id, 'xlsx'), 'team.xlsx', { year: 2025 });
  const texts = JSON.stringify(tables);
  expect(texts).toContain('赵敏（10月16日-18日）');
  expect(texts).not.toContain('婚假');
  expect(texts).toContain('负责：渠道推广与内容发布、现场执行与接待、突发情况处理、用户反馈收集');
  expect((await team.outsider.ask('GET', `/api/campaigns/${id}/export/team.docx`)).status).toBe(404);
});
