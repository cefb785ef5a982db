import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '#apps/server/testing/product.ts';
import { addRow, draftCampaign, historyOf, joinTeam, moveTo, type TestTeam } from '#features/campaign/server/campaign.factory.ts';
import type { TestPerson } from '#platform/server/testing/http.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import type { RowOutcomes } from '#platform/shared/rows.ts';
import type { listGoals } from '../goal.contract.ts';

let product: TestProduct;
let team: TestTeam;

beforeAll(async () => {
  product = await startTestProduct();
  team = await joinTeam(product);
}, 120_000);
afterAll(() => product.close());

const read = (person: TestPerson, campaignId: string) => person.must<OutputOf<typeof listGoals>>('GET', `/api/campaigns/${campaignId}/goals`);
const ask = (person: TestPerson, campaignId: string, ...changes: object[]) => person.ask('POST', `/api/campaigns/${campaignId}/goals/edits`, { changes });
const edit = async (person: TestPerson, campaignId: string, ...changes: object[]) =>
  (await person.must<RowOutcomes>('POST', `/api/campaigns/${campaignId}/goals/edits`, { changes })).outcomes;
const set = (id: string, field: string, from: unknown, to: unknown) => ({ type: 'update', id, set: { [field]: { from, to } } });

describe('goals of every kind (P1.3)', () => {
  test('counts, rates, growth and money are kept to the digit, with their direction', async () => {
    const campaignId = await draftCampaign(team);
    const goals = [
      { metric: '订单量', kind: 'count', unit: '单', direction: 'up', target: 2000 },
      { metric: '复购率', kind: 'rate', unit: '%', direction: 'up', target: 15 },
      { metric: '新品销量', kind: 'growth', unit: '%', direction: 'up', target: 50.25 },
      { metric: '销售额', kind: 'money', unit: '元', direction: 'up', target: 1_234_567.89 },
      { metric: '获客成本', kind: 'money', unit: '元', direction: 'down', target: 40 },
    ];
    await edit(team.planning, campaignId, ...goals.map((fields) => ({ type: 'insert', id: crypto.randomUUID(), fields })));
    const found = await read(team.planning, campaignId);
    expect(found.goals).toMatchObject(goals);
    expect(found.goals.map((goal) => [goal.actual, goal.attainment])).toEqual(goals.map(() => [null, null]));
    expect(found.can).toEqual({ write: true, record: false });
  });
});

describe('two people', () => {
  test('merge field by field, and a conflict says who', async () => {
    const campaignId = await draftCampaign(team);
    const id = await addRow(team.lead, campaignId, 'goals', { metric: '订单量', target: 2000 });
    await Promise.all([edit(team.lead, campaignId, set(id, 'target', 2000, 2200)), edit(team.planning, campaignId, set(id, 'unit', '', '单'))]);
    expect((await read(team.lead, campaignId)).goals[0]).toMatchObject({ target: 2200, unit: '单' });
    expect((await edit(team.planning, campaignId, set(id, 'target', 2000, 1800)))[0]).toMatchObject({ status: 'conflict', conflicts: [{ field: 'target', current: 2200 }] });
    const conflict = (await edit(team.lead, campaignId, set(id, 'unit', '', '笔')))[0]?.conflicts[0];
    expect([conflict?.field, conflict?.current, ['刘洋', '陈婧'].includes(String(conflict?.by))]).toEqual(['unit', '单', true]);
  });

  test('a deleted goal is gone', async () => {
    const campaignId = await draftCampaign(team);
    const id = await addRow(team.lead, campaignId, 'goals', { metric: '曝光量', target: 1 });
    await edit(team.planning, campaignId, { type: 'delete', id });
    expect((await edit(team.lead, campaignId, set(id, 'target', 1, 2)))[0]?.status).toBe('gone');
  });
});

describe('input', () => {
  test.each([
    ['a target below zero', { metric: 'x', target: -1 }, 400, '不能小于 0'],
    ['a target that is no number', { metric: 'x', target: '两千' }, 400, '格式不正确'],
    ['a kind that is none', { metric: 'x', target: 1, kind: 'percent' }, 400, '请从选项中选择'],
  ])('%s is refused, nothing of the paste is written', async (_, fields, status, message) => {
    const campaignId = await draftCampaign(team);
    const answer = await ask(team.lead, campaignId, { type: 'insert', id: crypto.randomUUID(), fields: { metric: '好的', target: 1 } }, { type: 'insert', id: crypto.randomUUID(), fields });
    expect(answer).toMatchObject({ status, body: { data: { issues: [{ message }] } } });
    expect((await read(team.lead, campaignId)).goals).toEqual([]);
  });

  test('a goal without a metric is refused in words', async () => {
    const campaignId = await draftCampaign(team);
    const body = { changes: [{ type: 'insert', id: crypto.randomUUID(), fields: { target: 1 } }] };
    expect(await team.lead.ask('POST', `/api/campaigns/${campaignId}/goals/edits`, body)).toMatchObject({ status: 400, body: { code: 'goal.metric_needed', title: '每个目标都要写明指标。' } });
    expect((await team.lead.ask('POST', `/api/campaigns/${campaignId}/goals/edits`, body, { 'accept-language': 'en' })).body).toMatchObject({ title: 'Every goal needs a metric.' });
  });
});

describe('who may, and when', () => {
  test('while it runs, the monitoring group fills in what was reached; the goal itself is frozen', async () => {
    const campaignId = await draftCampaign(team);
    const id = await addRow(team.lead, campaignId, 'goals', { metric: '订单量', kind: 'count', unit: '单', target: 2000 });
    const cost = await addRow(team.lead, campaignId, 'goals', { metric: '获客成本', kind: 'money', unit: '元', direction: 'down', target: 40 });
    expect((await ask(team.monitoring, campaignId, set(id, 'actual', null, 1))).status).toBe(403);
    await addRow(team.lead, campaignId, 'budget', { category: '物料', amountCents: 100 });
    await addRow(team.lead, campaignId, 'schedule', { title: '布置' });
    await moveTo(team, campaignId, 'live');
    expect((await read(team.monitoring, campaignId)).can).toEqual({ write: false, record: true });
    await edit(team.monitoring, campaignId, set(id, 'actual', null, 2400), set(cost, 'actual', null, 34));
    const { goals } = await read(team.lead, campaignId);
    expect(goals.map((goal) => goal.attainment)).toEqual([1.2, 40 / 34]);
    for (const change of [set(id, 'target', 2000, 1), { type: 'delete', id }, { type: 'insert', id: crypto.randomUUID(), fields: { metric: 'x', target: 1 } }, { type: 'move', id, afterId: null }]) {
      expect(await ask(team.monitoring, campaignId, change)).toMatchObject({ status: 409, body: { code: 'goal.frozen' } });
    }
    for (const role of ['execution', 'logistics', 'management', 'finance'] as const) expect([role, (await ask(team[role], campaignId, set(id, 'actual', 2400, 1))).status]).toEqual([role, 403]);
    expect((await ask(team.outsider, campaignId, set(id, 'actual', 2400, 1))).status).toBe(404);
    expect((await historyOf(team.lead, campaignId, id))[0]).toMatchObject({ kind: 'goal_changed', actorName: '李想', before: { actual: null }, after: { actual: 2400 } });
  });
});
