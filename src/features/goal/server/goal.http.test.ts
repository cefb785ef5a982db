import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '#apps/server/testing/product.ts';
import { addRow, draftCampaign, historyOf, joinTeam, moveTo, type TestTeam } from '#features/campaign/server/campaign.factory.ts';
import type { TestPerson } from '#platform/server/testing/http.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import type { RowOutcomes } from '#platform/shared/rows.ts';
import type { GoalPart, listGoals, listMetrics, MetricView } from '../goal.contract.ts';
import { METRIC_KEYS, METRICS } from '../goal.catalogue.rules.ts';

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

const draft = async (fields: object) => {
  const campaignId = await draftCampaign(team);
  return { campaignId, id: await addRow(team.lead, campaignId, 'goals', fields) };
};
const one = async (campaignId: string, person: TestPerson = team.lead) => (await read(person, campaignId)).goals[0];

describe('everything that is said of a goal (P1.2)', () => {
  test('获客成本低于预算15% is growth downwards against the budgeted cost; each letter is judged', async () => {
    const { campaignId } = await draft({ metric: '获客成本', kind: 'growth', unit: '%', direction: 'down', target: 15, baseline: 40, baselineSource: '预算中的单客成本', level: 'supporting', dueOn: '2025-10-22', ownerText: '李想', measure: '', reason: '拉新预算有限' });
    expect(await one(campaignId)).toMatchObject({
      level: 'supporting', metricKey: 'acquisition', ownerId: team.monitoring.id, baseline: 40, dueOn: '2025-10-22', parts: [], past: null,
      smart: { S: { ok: true }, M: { ok: true }, A: { ok: true, code: 'no_past' }, R: { ok: true }, T: { ok: true, code: 'due' } },
    });
  });

  test('what is not said is open, and the letters name it', async () => {
    const { campaignId } = await draft({ metric: '提升品牌知名度', unit: '' });
    const goal = await one(campaignId);
    expect(goal).toMatchObject({ level: 'key', metricKey: null, baseline: null, dueOn: null, ownerText: '', ownerId: null });
    expect(Object.values(goal?.smart ?? {}).map((letter) => letter.code)).toEqual(['metric_vague', 'target_missing', 'target_unjudged', 'reason_missing', 'due_period']);
  });

  test('a renamed metric is found in the catalogue again, in either language; the owner follows too', async () => {
    const { campaignId, id } = await draft({ metric: '热度', target: 1, unit: '次' });
    await edit(team.lead, campaignId, { type: 'update', id, set: { metric: { from: '热度', to: 'impressions' }, ownerText: { from: '', to: '陈婧' } } });
    expect(await one(campaignId)).toMatchObject({ metricKey: 'exposure', ownerId: team.lead.id });
    await edit(team.lead, campaignId, set(id, 'note', '', '仅线上'));
    expect(await one(campaignId)).toMatchObject({ metricKey: 'exposure' });
    expect((await historyOf(team.lead, campaignId, id))[1]).toMatchObject({ kind: 'goal_changed', after: { metric: 'impressions', metricKey: 'exposure' } });
  });

  test.each([
    ['a level that is none', { level: 'main' }], ['a baseline below zero', { baseline: -1 }], ['a day that is none', { dueOn: '2025-02-30' }], ['a reason without end', { reason: 'x'.repeat(301) }], ['a key of the catalogue by hand', { metricKey: 'orders' }],
  ])('%s is refused', async (_, fields) => {
    const campaignId = await draftCampaign(team);
    expect((await ask(team.lead, campaignId, { type: 'insert', id: crypto.randomUUID(), fields: { metric: 'x', target: 1, ...fields } })).status).toBe(400);
  });
});

describe('achievable by the company’s own past', () => {
  test('finished campaigns of the scenario, their number and range; not others, not this one', async () => {
    const reached = async (actual: number, stage: 'reviewing' | 'live', metric = '核销券数') => {
      const campaignId = await draftCampaign(team, `往期 ${actual}`);
      const id = await addRow(team.lead, campaignId, 'goals', { metric, unit: '张', target: 1000 });
      await putParts(campaignId, id, 'phase', [300, 500, 200]);
      await addRow(team.lead, campaignId, 'budget', { category: '物料', amountCents: 100 });
      await addRow(team.lead, campaignId, 'schedule', { title: '布置' });
      await moveTo(team, campaignId, stage);
      await edit(team.monitoring, campaignId, set(id, 'actual', null, actual));
    };
    await reached(800, 'reviewing');
    await reached(1900, 'reviewing');
    await reached(9999, 'live');
    await reached(7777, 'reviewing', '另一个指标数');
    const { campaignId } = await draft({ metric: '核销券数', unit: '张', target: 5000, measure: '核销系统', reason: '带动到店' });
    const found = await read(team.lead, campaignId);
    expect(found.goals[0]).toMatchObject({ past: { n: 2, low: 800, high: 1900 }, smart: { A: { ok: false, code: 'above_past', data: { n: 2, low: 800, high: 1900 } } } });
    expect(found.past.find((figure) => figure.metric === '核销券数')).toMatchObject({ n: 2, curve: [300, 500, 200] });
  });
});

type Parts = readonly { name: string; fromOn: null; toOn: null; target: number }[];
const named = (targets: readonly number[]): Parts => targets.map((target, index) => ({ name: ['预热期', '爆发期', '延续期'][index] ?? `第${index}段`, fromOn: null, toOn: null, target }));
const askParts = (person: TestPerson, campaignId: string, goalId: string, body: object) => person.ask('PUT', `/api/campaigns/${campaignId}/goals/${goalId}/parts`, body);
const putParts = (campaignId: string, goalId: string, split: string, targets: readonly number[]) => team.lead.must<{ parts: GoalPart[] }>('PUT', `/api/campaigns/${campaignId}/goals/${goalId}/parts`, { split, parts: named(targets) });

describe('parts of a target', () => {
  test('add up to the whole, or are refused by what is missing', async () => {
    const { campaignId, id } = await draft({ metric: '订单量', unit: '单', target: 2000 });
    await putParts(campaignId, id, 'phase', [400, 1000, 600]);
    expect((await one(campaignId))?.parts.map(({ name, target, split }) => [name, target, split])).toEqual([['预热期', 400, 'phase'], ['爆发期', 1000, 'phase'], ['延续期', 600, 'phase']]);
    expect(await askParts(team.lead, campaignId, id, { split: 'phase', parts: named([400, 1000, 480]) })).toMatchObject({ status: 400, body: { code: 'goal.parts_sum', data: { difference: 120 }, title: '各部分要加起来等于目标值 2,000：现在还差 120。' } });
    expect(await askParts(team.lead, campaignId, id, { split: 'phase', parts: named([400, 1000, 600.01]) })).toMatchObject({ status: 400, body: { data: { difference: -0.01 } } });
    expect((await one(campaignId))?.parts).toHaveLength(3);
    expect((await historyOf(team.lead, campaignId, id))[0]).toMatchObject({ kind: 'goal_split', after: { split: 'phase', count: 3 } });
    await putParts(campaignId, id, 'phase', []);
    expect((await one(campaignId))?.parts).toEqual([]);
  });

  test.each([
    ['a rate', { metric: '复购率', kind: 'rate', unit: '%', target: 15 }, [10, 18]], ['a cost per head', { metric: '获客成本', kind: 'money', unit: '元', direction: 'down', target: 40 }, [45, 38]], ['growth', { metric: '品牌搜索量', kind: 'growth', unit: '%', target: 30 }, [10, 40]],
  ])('of %s each have their own', async (_, fields, targets) => {
    const { campaignId, id } = await draft(fields);
    expect((await putParts(campaignId, id, 'phase', targets)).parts.map((part) => part.target)).toEqual(targets);
  });

  test('of two people the second sees that the first was there', async () => {
    const { campaignId, id } = await draft({ metric: '订单量', unit: '单', target: 10 });
    const answers = await Promise.all([askParts(team.lead, campaignId, id, { split: 'phase', parts: named([4, 6]), seen: [] }), askParts(team.planning, campaignId, id, { split: 'phase', parts: named([5, 5]), seen: [] })]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)).toMatchObject({ body: { code: 'goal.parts_changed' } });
    expect((await one(campaignId))?.parts).toHaveLength(2);
  });

  test.each([
    ['a part without a name', [{ name: ' ', fromOn: null, toOn: null, target: 10 }], 'request.invalid'], ['one that ends before it starts', [{ name: '预热', fromOn: '2025-10-05', toOn: '2025-10-01', target: 10 }], 'goal.part_reversed'],
    ['one below zero', [{ name: '预热', fromOn: null, toOn: null, target: -1 }, { name: '爆发', fromOn: null, toOn: null, target: 11 }], 'request.invalid'],
  ])('%s is refused', async (_, parts, code) => {
    const { campaignId, id } = await draft({ metric: '订单量', unit: '单', target: 10 });
    expect(await askParts(team.lead, campaignId, id, { split: 'own', parts })).toMatchObject({ status: 400, body: { code } });
  });

  test('are the planners’, while the plan is a draft', async () => {
    const { campaignId, id } = await draft({ metric: '订单量', unit: '单', target: 10 });
    const body = { split: 'phase', parts: named([4, 6]) };
    for (const role of ['execution', 'monitoring', 'logistics', 'management', 'finance'] as const) expect([role, (await askParts(team[role], campaignId, id, body)).status]).toEqual([role, 403]);
    expect((await askParts(team.outsider, campaignId, id, body)).status).toBe(404);
    expect((await askParts(team.lead, campaignId, crypto.randomUUID(), body)).status).toBe(404);
    const other = await draftCampaign(team);
    expect((await askParts(team.lead, other, id, body)).status).toBe(404);
    await addRow(team.lead, campaignId, 'budget', { category: '物料', amountCents: 100 });
    await addRow(team.lead, campaignId, 'schedule', { title: '布置' });
    await moveTo(team, campaignId, 'submitted');
    expect((await askParts(team.lead, campaignId, id, body)).status).toBe(403);
  });
});

describe('results with both their figures (S3)', () => {
  test('the actual follows from them, a zero denominator has none, and one that is typed stands alone', async () => {
    const { campaignId, id } = await draft({ metric: '复购率', kind: 'rate', unit: '%', target: 15 });
    await addRow(team.lead, campaignId, 'budget', { category: '物料', amountCents: 100 });
    await addRow(team.lead, campaignId, 'schedule', { title: '布置' });
    await moveTo(team, campaignId, 'live');
    const figures = (numerator: number | null, denominator: number | null) => ({ type: 'update', id, set: { actualNumerator: { to: numerator }, actualDenominator: { to: denominator } } });
    await edit(team.monitoring, campaignId, figures(264, 2000));
    expect(await one(campaignId)).toMatchObject({ actual: 13.2, actualNumerator: 264, actualDenominator: 2000, attainment: 0.88 });
    expect((await historyOf(team.lead, campaignId, id))[0]).toMatchObject({ before: { actual: null }, after: { actual: 13.2, actualNumerator: 264, actualDenominator: 2000 } });
    await edit(team.monitoring, campaignId, set(id, 'actualDenominator', 2000, 0));
    expect(await one(campaignId)).toMatchObject({ actual: null, attainment: null });
    await edit(team.monitoring, campaignId, set(id, 'actual', null, 16));
    expect(await one(campaignId)).toMatchObject({ actual: 16, actualNumerator: null, actualDenominator: null });
    // Someone else has filled in the actual meanwhile: figures that belong together are not mixed.
    const [late] = await edit(team.planning, campaignId, { type: 'update', id, set: { actualNumerator: { from: 264, to: 300 }, actualDenominator: { from: 0, to: 2000 } } });
    expect(late?.status).toBe('conflict');
    expect(await one(campaignId)).toMatchObject({ actual: 16, actualNumerator: null });
  });
});

describe('the catalogue of metrics', () => {
  const words = (name: string, more: object = {}) => ({ name, unit: '张', formula: '核销的券数', numerator: '', denominator: '', source: '核销系统', ...more });
  const metric = (name: string, more: object = {}) => ({ kind: 'count', direction: 'up', zh: words(name), en: words(name, { unit: 'coupons' }), ...more });
  const list = (person: TestPerson) => person.must<OutputOf<typeof listMetrics>>('GET', '/api/metrics');
  const find = async (key: string) => (await list(team.lead)).metrics.find((one) => one.key === key) as MetricView;

  test('is delivered with what is commonly measured, each with formula and source in both languages', async () => {
    const { metrics } = await list(team.execution);
    const builtIn = metrics.filter((one) => one.builtIn);
    expect(builtIn.map((one) => one.key)).toEqual([...METRIC_KEYS]);
    for (const one of builtIn) {
      const { kind, direction, ratio } = METRICS[one.key as keyof typeof METRICS];
      expect([one.key, one.kind, one.direction, one.zh.denominator !== '', one.en.denominator !== '']).toEqual([one.key, kind, direction, ratio, ratio]);
      for (const said of [one.zh, one.en]) expect([said.name, said.unit, said.formula, said.source].every((text) => text.length > 0)).toBe(true);
      expect(one.zh.formula).toMatch(/\p{Script=Han}/u);
      expect(JSON.stringify(one.en)).not.toMatch(/\p{Script=Han}/u);
    }
  });

  test('is kept by administrators and management, read by everyone', async () => {
    for (const role of ['lead', 'planning', 'finance', 'outsider'] as const) {
      expect([role, (await list(team[role])).can.edit]).toEqual([role, false]);
      expect([role, (await team[role].ask('POST', '/api/metrics', metric('无权新增'))).status]).toEqual([role, 403]);
      expect([role, (await team[role].ask('PUT', '/api/metrics/orders/retired', { retired: true })).status]).toEqual([role, 403]);
    }
    expect((await list(team.management)).can.edit).toBe(true);
  });

  test('one of the company’s own: made, changed against what was seen, retired and taken back', async () => {
    const { key } = await team.management.must<{ key: string }>('POST', '/api/metrics', metric('核销券量'));
    expect(await find(key)).toMatchObject({ builtIn: false, retired: false, used: 0, zh: { unit: '张' }, en: { unit: 'coupons' } });
    expect(await team.management.ask('POST', '/api/metrics', metric('核销券量'))).toMatchObject({ status: 409, body: { code: 'goal.metric_taken' } });
    expect(await team.management.ask('POST', '/api/metrics', metric('下单数', { en: words('ORDERS') }))).toMatchObject({ status: 409, body: { code: 'goal.metric_taken' } });
    const { revision } = await find(key);
    const change = (name: string) => product.admin.ask('PUT', `/api/metrics/${key}`, { ...metric(name), revision });
    const answers = await Promise.all([change('核销总量'), change('核销合计')]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    const name = (await find(key)).zh.name;
    const { campaignId } = await draft({ metric: name, unit: '张', target: 1 });
    expect(await one(campaignId)).toMatchObject({ metricKey: key });
    await team.management.must('PUT', `/api/metrics/${key}/retired`, { retired: true });
    expect(await find(key)).toMatchObject({ retired: true, used: 1 });
    expect(await one(campaignId)).toMatchObject({ metricKey: key });
    await team.management.must('PUT', `/api/metrics/${key}/retired`, { retired: false });
    expect((await find(key)).retired).toBe(false);
    expect((await team.management.ask('PUT', '/api/metrics/none/retired', { retired: true })).status).toBe(404);
  });
});
