import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '#apps/server/testing/product.ts';
import { addRow, draftCampaign, historyOf, joinTeam, type TestTeam } from '#features/campaign/server/campaign.factory.ts';
import type { TestPerson } from '#platform/server/testing/http.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import type { listTeam } from '../team.contract.ts';

let product: TestProduct;
let team: TestTeam;

beforeAll(async () => {
  product = await startTestProduct();
  team = await joinTeam(product);
}, 120_000);
afterAll(() => product.close());

const read = (person: TestPerson, campaignId: string) => person.must<OutputOf<typeof listTeam>>('GET', `/api/campaigns/${campaignId}/team`);
const add = (person: TestPerson, campaignId: string, userId: string, group: string) => person.ask('POST', `/api/campaigns/${campaignId}/team`, { userId, group });
const remove = (person: TestPerson, campaignId: string, userId: string, group: string) => person.ask('DELETE', `/api/campaigns/${campaignId}/team/${userId}/${group}`);
const places = async (campaignId: string) => (await read(team.lead, campaignId)).members.map((member) => `${member.group} ${member.name}`);

describe('the five groups (P3.1)', () => {
  test('stand in their order, with the people’s department and work', async () => {
    const campaignId = await draftCampaign(team);
    const tasks = [['布置', '王芳', 'done'], ['现场', '王芳', 'open'], ['取消的', '王芳', 'cancelled'], ['日报', '李想', 'open'], ['角色的', '*专员', 'open']] as const;
    for (const [title, ownerText, state] of tasks) await addRow(team.lead, campaignId, 'schedule', { title, ownerText, state });
    const { members, can } = await read(team.lead, campaignId);
    expect(members.map(({ group, name, departmentName, tasks: count, tasksDone }) => [group, name, departmentName, count, tasksDone])).toEqual([
      // 专员 is the grade of three groups: whoever is in one of them has that task too.
      ['lead', '陈婧', '市场部', 0, 0], ['planning', '刘洋', '市场部', 0, 0], ['execution', '王芳', '市场部', 3, 1], ['monitoring', '李想', '市场部', 2, 0], ['logistics', '赵敏', '市场部', 1, 0],
    ]);
    expect(can).toEqual({ staff: true, divide: true });
  });

  test('one person may be in two groups; adding twice changes nothing', async () => {
    const campaignId = await draftCampaign(team);
    for (let attempt = 0; attempt < 2; attempt += 1) expect((await add(team.lead, campaignId, team.execution.id, 'logistics')).status).toBe(200);
    expect(await places(campaignId)).toEqual(['lead 陈婧', 'planning 刘洋', 'execution 王芳', 'monitoring 李想', 'logistics 王芳', 'logistics 赵敏']);
    expect((await historyOf(team.lead, campaignId, team.execution.id)).map((event) => event.after)).toEqual([{ name: '王芳', group: 'logistics' }, { name: '王芳', group: 'execution' }]);
  });

  test('a new member sees the campaign at once, and owns the rows that name them', async () => {
    const campaignId = await draftCampaign(team);
    const id = await addRow(team.lead, campaignId, 'schedule', { title: '路演', ownerText: '郑远' });
    expect((await team.outsider.ask('GET', `/api/campaigns/${campaignId}/schedule`)).status).toBe(404);
    expect((await add(team.lead, campaignId, team.outsider.id, 'execution')).status).toBe(200);
    expect(await team.outsider.must('GET', `/api/campaigns/${campaignId}/schedule`)).toMatchObject({ tasks: [{ id, ownerId: team.outsider.id }] });
  });
});

describe('the lead', () => {
  test('is one: a new one replaces the old, and the history says whom', async () => {
    const campaignId = await draftCampaign(team);
    expect((await add(team.lead, campaignId, team.planning.id, 'lead')).status).toBe(200);
    expect((await read(team.planning, campaignId)).members.filter((member) => member.group === 'lead').map((member) => member.name)).toEqual(['刘洋']);
    expect((await historyOf(team.planning, campaignId, team.planning.id))[0]).toMatchObject({ kind: 'team.member_added', actorName: '陈婧', before: { name: '陈婧', group: 'lead' }, after: { name: '刘洋', group: 'lead' } });
    // Naming the same lead again is no change.
    const events = (await historyOf(team.planning, campaignId, team.planning.id)).length;
    expect((await add(team.planning, campaignId, team.planning.id, 'lead')).status).toBe(200);
    expect(await historyOf(team.planning, campaignId, team.planning.id)).toHaveLength(events);
    expect((await add(team.planning, campaignId, team.lead.id, 'lead')).status).toBe(200);
  });

  test('cannot be removed, only replaced', async () => {
    const campaignId = await draftCampaign(team);
    const answer = await remove(team.lead, campaignId, team.lead.id, 'lead');
    expect(answer).toMatchObject({ status: 409, body: { code: 'team.lead_needed', title: '总负责人不能移出。请指定新的总负责人来替换。' } });
    expect((await places(campaignId))[0]).toBe('lead 陈婧');
  });
});

describe('who may', () => {
  test('only the lead staffs the team; every refusal leaves it as it was', async () => {
    const campaignId = await draftCampaign(team);
    const before = await places(campaignId);
    for (const role of ['planning', 'execution', 'monitoring', 'logistics', 'management', 'finance'] as const) {
      expect([role, (await add(team[role], campaignId, team.finance.id, 'execution')).status]).toEqual([role, 403]);
      expect([role, (await remove(team[role], campaignId, team.execution.id, 'execution')).status]).toEqual([role, 403]);
      expect((await read(team[role], campaignId)).can).toEqual({ staff: false, divide: role === 'planning' });
    }
    expect((await add(team.outsider, campaignId, team.outsider.id, 'lead')).status).toBe(404);
    expect(await places(campaignId)).toEqual(before);
  });

  test('a removed member no longer sees the campaign; undoing puts them back', async () => {
    const campaignId = await draftCampaign(team);
    await add(team.lead, campaignId, team.outsider.id, 'execution');
    expect((await remove(team.lead, campaignId, team.outsider.id, 'execution')).status).toBe(200);
    expect((await team.outsider.ask('GET', `/api/campaigns/${campaignId}/team`)).status).toBe(404);
    expect((await remove(team.lead, campaignId, team.outsider.id, 'execution')).status).toBe(404);
    expect((await add(team.lead, campaignId, team.outsider.id, 'execution')).status).toBe(200);
    expect((await historyOf(team.lead, campaignId, team.outsider.id)).map((event) => [event.kind, event.before])).toEqual([
      ['team.member_added', null], ['team.member_removed', { name: '郑远', group: 'execution' }], ['team.member_added', null],
    ]);
  });

  test('people who do not exist or were disabled are not placed, said in both languages', async () => {
    const campaignId = await draftCampaign(team);
    const gone = await product.join({ name: '离职', email: 'gone@example.com' });
    await product.admin.must('PATCH', `/api/people/${gone.id}`, { disabled: true });
    for (const userId of [gone.id, crypto.randomUUID()]) expect(await add(team.lead, campaignId, userId, 'execution')).toMatchObject({ status: 400, body: { code: 'team.person_unknown', title: '没有找到这位人员，或该账号已停用。请从人员名单中选择。' } });
    const english = await team.lead.ask('POST', `/api/campaigns/${campaignId}/team`, { userId: gone.id, group: 'execution' }, { 'accept-language': 'en' });
    expect(english.body).toMatchObject({ title: 'No such person, or the account is disabled. Choose someone from the directory.' });
    expect((await add(team.lead, campaignId, 'nobody', 'execution')).status).toBe(400);
    expect((await add(team.lead, campaignId, team.execution.id, 'sales')).status).toBe(400);
  });

  test('a cancelled campaign keeps its team as it was', async () => {
    const campaignId = await draftCampaign(team);
    await team.lead.must('POST', `/api/campaigns/${campaignId}/moves`, { to: 'cancelled', reason: '市场变化' });
    expect((await add(team.lead, campaignId, team.finance.id, 'execution')).status).toBe(403);
  });
});
