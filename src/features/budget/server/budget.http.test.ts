import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '#apps/server/testing/product.ts';
import { addRow, draftCampaign, historyOf, joinTeam, moveTo, type TestTeam } from '#features/campaign/server/campaign.factory.ts';
import type { TestPerson } from '#platform/server/testing/http.ts';
import type { RowOutcomes } from '#platform/shared/rows.ts';
import type { Budget } from '../budget.contract.ts';

let product: TestProduct;
let team: TestTeam;

beforeAll(async () => {
  product = await startTestProduct();
  team = await joinTeam(product);
}, 120_000);
afterAll(() => product.close());

const read = (person: TestPerson, campaignId: string) => person.must<Budget>('GET', `/api/campaigns/${campaignId}/budget`);
const ask = (person: TestPerson, campaignId: string, ...changes: object[]) => person.ask('POST', `/api/campaigns/${campaignId}/budget/edits`, { changes });
const edit = async (person: TestPerson, campaignId: string, ...changes: object[]) =>
  (await person.must<RowOutcomes>('POST', `/api/campaigns/${campaignId}/budget/edits`, { changes })).outcomes;
const set = (id: string, fields: Record<string, readonly [unknown, unknown]>) => ({ type: 'update', id, set: Object.fromEntries(Object.entries(fields).map(([field, [from, to]]) => [field, { from, to }])) });
const categories = async (campaignId: string) => (await read(team.lead, campaignId)).lines.map((line) => line.category);

const T1 = [
  ['物料制作费', '海报500张、宣传册2000本', 800_000, '*专员', '含设计费'],
  ['线上推广费', '朋友圈广告投放', 1_500_000, '*主管', '7天投放周期'],
  ['场地租赁费', '商圈展位租赁(3天)', 1_200_000, '*专员', '含基础设备'],
  ['人员成本', '兼职人员10名(3天)', 600_000, '*经理', '200元/人/天'],
  ['应急备用金', '预算外突发情况处理', 500_000, '*经理', '按实报销'],
] as const;
const t1Rows = () => T1.map(([category, detail, amountCents, ownerText, note]) => ({ type: 'insert', id: crypto.randomUUID(), fields: { category, detail, amountCents, ownerText, note } }));

describe('T1 comes in and reads back', () => {
  test('one paste is one request; 合计 and the reserve follow', async () => {
    const campaignId = await draftCampaign(team);
    const rows = t1Rows();
    expect((await edit(team.planning, campaignId, ...rows)).map((outcome) => outcome.status)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
    const { lines, totals, can } = await read(team.planning, campaignId);
    expect(lines.map(({ category, detail, amountCents, actualCents, ownerText, note }) => [category, detail, amountCents, ownerText, note, actualCents])).toEqual(T1.map((row) => [...row, null]));
    expect(lines.map((line) => line.position)).toEqual([1, 2, 3, 4, 5]);
    expect(totals).toEqual({ amountCents: 4_600_000, actualCents: null, reserveCents: 500_000, plannedCents: 4_600_000 });
    expect(can).toEqual({ write: true, note: false, addLine: false, ask: false, recordInvoices: false, keepAccounts: false });
  });

  test('an owner who is one of the team becomes the person', async () => {
    const campaignId = await draftCampaign(team);
    const id = await addRow(team.lead, campaignId, 'budget', { category: '物料', ownerText: '王芳' });
    expect((await read(team.lead, campaignId)).lines[0]).toMatchObject({ id, ownerId: team.execution.id });
    await edit(team.lead, campaignId, set(id, { ownerText: ['王芳', '*专员'] }));
    expect((await read(team.lead, campaignId)).lines[0]).toMatchObject({ ownerText: '*专员', ownerId: null });
  });
});

describe('two people', () => {
  test('in one row, different fields: both stay', async () => {
    const campaignId = await draftCampaign(team);
    const id = await addRow(team.lead, campaignId, 'budget', { category: '物料制作费', amountCents: 800_000 });
    const [one, two] = await Promise.all([
      edit(team.lead, campaignId, set(id, { amountCents: [800_000, 900_000] })),
      edit(team.planning, campaignId, set(id, { note: ['', '含设计费'], detail: ['', '海报500张'] })),
    ]);
    expect([one[0]?.status, two[0]?.status]).toEqual(['ok', 'ok']);
    expect((await read(team.lead, campaignId)).lines[0]).toMatchObject({ amountCents: 900_000, note: '含设计费', detail: '海报500张' });
  });

  test('in one field: the later one is told by whom it was changed, and nothing is lost', async () => {
    const campaignId = await draftCampaign(team);
    const id = await addRow(team.lead, campaignId, 'budget', { category: '物料制作费', amountCents: 800_000 });
    await edit(team.planning, campaignId, set(id, { amountCents: [800_000, 850_000] }));
    const [outcome] = await edit(team.lead, campaignId, set(id, { amountCents: [800_000, 900_000], note: ['', '加印'] }));
    expect(outcome).toEqual({ id, status: 'conflict', conflicts: [{ field: 'amountCents', current: 850_000, by: '刘洋' }] });
    // The field that nobody else touched was taken.
    expect((await read(team.lead, campaignId)).lines[0]).toMatchObject({ amountCents: 850_000, note: '加印' });
    // Having seen the other's value, the person may overrule it.
    expect((await edit(team.lead, campaignId, set(id, { amountCents: [850_000, 900_000] })))[0]?.status).toBe('ok');
    expect((await historyOf(team.lead, campaignId, id)).map(({ kind, actorName, before, after }) => [kind, actorName, before, after])).toEqual([
      ['budget_line_changed', '陈婧', { amountCents: 850_000 }, { amountCents: 900_000 }],
      ['budget_line_changed', '陈婧', { note: '' }, { note: '加印' }],
      ['budget_line_changed', '刘洋', { amountCents: 800_000 }, { amountCents: 850_000 }],
      ['budget_line_created', '陈婧', null, { category: '物料制作费', amountCents: 800_000 }],
    ]);
  });

  test('both at once in one field, twenty times: one wins, the other is told, never both', async () => {
    const campaignId = await draftCampaign(team);
    const id = await addRow(team.lead, campaignId, 'budget', { category: 'a', amountCents: 0 });
    for (let round = 0; round < 20; round += 1) {
      const seen = (await read(team.lead, campaignId)).lines[0]?.amountCents;
      const outcomes = (await Promise.all([
        edit(team.lead, campaignId, set(id, { amountCents: [seen, 2 * round + 1_000] })),
        edit(team.planning, campaignId, set(id, { amountCents: [seen, 2 * round + 1_001] })),
      ])).flat();
      expect(outcomes.map((outcome) => outcome.status).toSorted()).toEqual(['conflict', 'ok']);
      const kept = (await read(team.lead, campaignId)).lines[0]?.amountCents;
      expect(outcomes.find((outcome) => outcome.status === 'conflict')?.conflicts[0]?.current).toBe(kept);
    }
  });

  test('the same new value from both is no conflict', async () => {
    const campaignId = await draftCampaign(team);
    const id = await addRow(team.lead, campaignId, 'budget', { category: '物料' });
    for (const person of [team.lead, team.planning]) expect((await edit(person, campaignId, set(id, { note: ['', '同一句话'] })))[0]?.status).toBe('ok');
    expect(await historyOf(team.lead, campaignId, id)).toHaveLength(2);
  });

  test('a row that someone deleted is gone, and the rest of the act is kept', async () => {
    const campaignId = await draftCampaign(team);
    const gone = await addRow(team.lead, campaignId, 'budget', { category: '取消的' });
    const kept = await addRow(team.lead, campaignId, 'budget', { category: '保留的' });
    await edit(team.planning, campaignId, { type: 'delete', id: gone });
    const outcomes = await edit(team.lead, campaignId, set(gone, { note: ['', 'x'] }), set(kept, { note: ['', 'y'] }), { type: 'delete', id: gone }, { type: 'move', id: gone, afterId: null });
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['gone', 'ok', 'gone', 'gone']);
    expect((await read(team.lead, campaignId)).lines).toMatchObject([{ category: '保留的', note: 'y' }]);
    expect((await historyOf(team.lead, campaignId, gone))[0]).toMatchObject({ kind: 'budget_line_deleted', actorName: '刘洋', before: { category: '取消的' } });
  });
});

describe('order', () => {
  test('rows go where they are put', async () => {
    const campaignId = await draftCampaign(team);
    const [a, b, c] = [await addRow(team.lead, campaignId, 'budget', { category: 'a' }), await addRow(team.lead, campaignId, 'budget', { category: 'b' }), await addRow(team.lead, campaignId, 'budget', { category: 'c' })];
    const between = crypto.randomUUID();
    await edit(team.lead, campaignId, { type: 'insert', id: between, afterId: a, fields: { category: 'ab' } }, { type: 'insert', id: crypto.randomUUID(), afterId: null, fields: { category: 'top' } });
    expect(await categories(campaignId)).toEqual(['top', 'a', 'ab', 'b', 'c']);
    await edit(team.lead, campaignId, { type: 'move', id: c, afterId: null }, { type: 'move', id: a, afterId: b });
    expect(await categories(campaignId)).toEqual(['c', 'top', 'ab', 'b', 'a']);
    expect((await historyOf(team.lead, campaignId, c))[0]).toMatchObject({ kind: 'budget_line_moved', before: { position: 5 }, after: { position: 1 } });
  });

  test('twelve people adding at once leave twelve rows in one order', async () => {
    const campaignId = await draftCampaign(team);
    const first = await addRow(team.lead, campaignId, 'budget', { category: 'first' });
    await Promise.all(Array.from({ length: 12 }, (_, index) => edit(index % 2 ? team.lead : team.planning, campaignId, { type: 'insert', id: crypto.randomUUID(), afterId: first, fields: { category: `row ${index}` } })));
    const { lines } = await read(team.lead, campaignId);
    expect(lines).toHaveLength(13);
    expect(lines[0]?.category).toBe('first');
    expect(new Set(lines.map((line) => line.position)).size).toBe(13);
  });
});

describe('a retry is harmless', () => {
  test('the same insertion twice is one row and one event', async () => {
    const campaignId = await draftCampaign(team);
    const row = { type: 'insert', id: crypto.randomUUID(), afterId: null, fields: { category: '重试', amountCents: 100 } };
    for (let attempt = 0; attempt < 3; attempt += 1) expect((await edit(team.lead, campaignId, row))[0]?.status).toBe('ok');
    expect((await read(team.lead, campaignId)).lines).toHaveLength(1);
    expect(await historyOf(team.lead, campaignId, row.id)).toHaveLength(1);
  });

  test('another campaign’s row cannot be taken over by its id', async () => {
    const [mine, other] = [await draftCampaign(team), await draftCampaign(team, '另一个活动')];
    const id = await addRow(team.lead, other, 'budget', { category: '别处的' });
    expect((await ask(team.lead, mine, { type: 'insert', id, fields: { category: '抢' } })).status).toBe(404);
    expect((await edit(team.lead, mine, set(id, { category: ['别处的', '改'] })))[0]?.status).toBe('gone');
    expect(await categories(other)).toEqual(['别处的']);
  });
});

describe('all of an act or nothing', () => {
  test('one bad change of five leaves nothing behind, and says which', async () => {
    const campaignId = await draftCampaign(team);
    const rows = t1Rows();
    const bad = { type: 'insert', id: crypto.randomUUID(), fields: { category: '坏的', amountCents: -1 } };
    const answer = await ask(team.lead, campaignId, ...rows, bad);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'request.invalid', data: { issues: [{ path: 'changes.5.fields.amountCents', message: '不能小于 0' }] } });
    expect((await read(team.lead, campaignId)).lines).toEqual([]);
  });

  test('a failure inside the transaction takes back what was written before it, and its events', async () => {
    const [mine, other] = [await draftCampaign(team), await draftCampaign(team, '另一个活动')];
    const taken = await addRow(team.lead, other, 'budget', { category: '别处的' });
    const written = crypto.randomUUID();
    expect((await ask(team.lead, mine, { type: 'insert', id: written, fields: { category: '先写的' } }, { type: 'insert', id: taken, fields: {} })).status).toBe(404);
    expect((await read(team.lead, mine)).lines).toEqual([]);
    expect(await historyOf(team.lead, mine, written)).toEqual([]);
  });
});

describe('input that means nothing', () => {
  test.each([
    ['a fraction of a fen', { amountCents: 10.5 }, '格式不正确', 'Not in the right form'],
    ['more than fits', { amountCents: 1e12 }, '不能大于 999999999999', 'Not more than 999999999999'],
    ['a text for money', { amountCents: '8,000' }, '格式不正确', 'Not in the right form'],
    ['a long category', { category: '长'.repeat(61) }, '最多 60 个字符', 'At most 60 characters'],
    ['a field that T1 has not', { ownerId: crypto.randomUUID() }, '不认识的内容：ownerId', 'Unknown: ownerId'],
  ])('%s', async (_, fields, chinese, english) => {
    const campaignId = await draftCampaign(team);
    const body = { changes: [{ type: 'insert', id: crypto.randomUUID(), fields }] };
    for (const [language, message] of [['zh-CN', chinese], ['en', english]] as const) {
      const answer = await team.lead.ask('POST', `/api/campaigns/${campaignId}/budget/edits`, body, { 'accept-language': language });
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ data: { issues: [{ message }] } });
    }
    expect((await read(team.lead, campaignId)).lines).toEqual([]);
  });

  test('texts are trimmed, and hostile ones are only texts', async () => {
    const campaignId = await draftCampaign(team);
    await addRow(team.lead, campaignId, 'budget', { category: "  '); drop table budget_lines;--  ", note: '<script>alert(1)</script>', detail: '𠮷野家 \u202e 😀' });
    expect((await read(team.lead, campaignId)).lines[0]).toMatchObject({ category: "'); drop table budget_lines;--", note: '<script>alert(1)</script>', detail: '𠮷野家 \u202e 😀' });
  });
});

describe('who may, and when', () => {
  test('a draft is written by the lead and the planners, read by the team, management and finance', async () => {
    const campaignId = await draftCampaign(team);
    const id = await addRow(team.lead, campaignId, 'budget', { category: '物料', amountCents: 100 });
    const change = set(id, { actualCents: [null, 100] });
    for (const role of ['execution', 'monitoring', 'logistics', 'finance', 'management'] as const) {
      expect([role, (await ask(team[role], campaignId, change)).status]).toEqual([role, 403]);
      expect((await read(team[role], campaignId)).can).toMatchObject({ write: false, note: false, ask: false });
    }
    expect((await ask(team.outsider, campaignId, change)).status).toBe(404);
    expect((await ask(product.stranger(), campaignId, change)).status).toBe(401);
  });

  test('after submission the table is frozen', async () => {
    const campaignId = await draftCampaign(team);
    const id = await addRow(team.lead, campaignId, 'budget', { category: '物料', amountCents: 100_000 });
    await addRow(team.lead, campaignId, 'goals', { metric: '订单量', target: 2000 });
    await addRow(team.lead, campaignId, 'schedule', { title: '布置' });
    await moveTo(team, campaignId, 'submitted');
    expect((await ask(team.lead, campaignId, set(id, { amountCents: [100_000, 1] }))).status).toBe(403);
    expect((await read(team.lead, campaignId)).can).toMatchObject({ write: false, note: false, ask: false });
  });

  test('while it runs the table takes notes only: amounts and cost follow the ledger (P2.3)', async () => {
    const campaignId = await draftCampaign(team);
    const id = await addRow(team.lead, campaignId, 'budget', { category: '物料', amountCents: 100_000 });
    await addRow(team.lead, campaignId, 'goals', { metric: '订单量', target: 2000 });
    await addRow(team.lead, campaignId, 'schedule', { title: '布置' });
    await moveTo(team, campaignId, 'live');
    for (const role of ['finance', 'logistics', 'planning'] as const) {
      const { can, lines } = await read(team[role], campaignId);
      expect(can).toMatchObject({ write: false, note: true });
      await edit(team[role], campaignId, set(id, { note: [lines[0]?.note, `由 ${role} 登记`] }));
    }
    expect((await ask(team.execution, campaignId, set(id, { note: ['', 'x'] }))).status).toBe(403);
    for (const change of [set(id, { amountCents: [100_000, 1] }), set(id, { actualCents: [null, 1] }), { type: 'delete', id }, { type: 'move', id, afterId: null }, { type: 'insert', id: crypto.randomUUID(), fields: {} }, set(id, { note: ['', 'x'], ownerText: ['', 'x'] })]) {
      const answer = await ask(team.finance, campaignId, change);
      expect(answer).toMatchObject({ status: 409, body: { code: 'budget.frozen' } });
      expect(String(answer.body?.['title'])).toContain('提交申请');
    }
    expect((await read(team.lead, campaignId)).lines[0]).toMatchObject({ amountCents: 100_000, actualCents: null, note: '由 planning 登记' });
  });

  test('cost that a document brought along opens the ledger as spent; a line that is over its budget is refused at submission', async () => {
    const campaignId = await draftCampaign(team);
    const id = await addRow(team.lead, campaignId, 'budget', { category: '物料', amountCents: 100_000, actualCents: 120_000 });
    await addRow(team.lead, campaignId, 'goals', { metric: '订单量', target: 2000 });
    await addRow(team.lead, campaignId, 'schedule', { title: '布置' });
    const refused = await team.lead.ask('POST', `/api/campaigns/${campaignId}/plan/submissions`, { answer: '测试数据，按简化内容提交' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'budget.opening_overspent', data: { line: '物料', overCents: 20_000 } } });
    await edit(team.lead, campaignId, set(id, { actualCents: [120_000, 90_000] }));
    await moveTo(team, campaignId, 'live');
    expect((await read(team.lead, campaignId)).lines[0]).toMatchObject({ actualCents: 90_000, balance: { allocatedCents: 100_000, spentCents: 90_000, freeCents: 10_000 } });
  });
});
