import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDraft, startTestCompany, submitPlanOf, type TestCompany } from '#apps/server/testing/company.ts';
import { historyOf } from '#features/campaign/server/campaign.factory.ts';
import type { TestPerson } from '#platform/server/testing/http.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import type { RowOutcomes } from '#platform/shared/rows.ts';
import type { listPlanLists, PlanListName } from '../plan.lists.contract.ts';
import { EMPTY_ROWS, LIST_SUBJECT, NAMING_FIELD, PLAN_LIST_NAMES } from '../plan.lists.rules.ts';

let company: TestCompany;

beforeAll(async () => {
  company = await startTestCompany();
}, 120_000);
afterAll(() => company.product.close());

const read = (person: TestPerson, api: string) => person.must<OutputOf<typeof listPlanLists>>('GET', `${api}/plan/lists`);
const ask = (person: TestPerson, api: string, list: PlanListName, ...changes: object[]) => person.ask('POST', `${api}/plan/${list}/edits`, { changes });
const edit = async (person: TestPerson, api: string, list: PlanListName, ...changes: object[]) => (await person.must<RowOutcomes>('POST', `${api}/plan/${list}/edits`, { changes })).outcomes;
const insert = (fields: object, id: string = crypto.randomUUID()) => ({ type: 'insert', id, fields });
const set = (id: string, field: string, from: unknown, to: unknown) => ({ type: 'update', id, set: { [field]: { from, to } } });

const full = {
  personas: { name: '通勤白领', traits: '25–35 岁，住在商圈 3 公里内', needs: '下班顺路的小奖励', reach: '公众号、地铁灯箱', note: '占老客 60%' },
  channels: { channel: '朋友圈广告', phase: 'burst', startOn: '2025-10-16', endOn: '2025-10-18', content: '首日限量礼盒', persona: '通勤白领', category: '线上推广费', amountCents: 1_500_000, metric: '点击量', target: 12_000.5, ownerText: '*主管', note: '7天' },
  materials: { name: '海报', spec: 'A2 双面', quantity: 500, unit: '张', category: '物料制作费', supplier: '华印印刷', dueOn: '2025-10-10', ownerText: '*专员', note: '含设计费' },
  steps: { day: 0, startTime: '09:30', minutes: 45, title: '设备联调', place: '主舞台', ownerText: '执行组', hardStart: true, note: '' },
  zones: { name: '签到区', duty: '扫码签到、发手环', staff: 3, capacity: 60, ownerText: '王芳', note: '' },
  risks: { risk: '签到排队过长', kind: 'crowd', probability: 'high', effect: 'medium', trigger: '等候超过 5 分钟', prevention: '提前发码', response: '加开两条通道', ownerText: '执行组', note: '' },
  questions: { question: '您从哪里知道本次活动？', kind: 'multiple', choices: '朋友圈\n门店\n朋友介绍', required: false, note: '' },
  data: { item: '手机号', purpose: '发放奖品', source: '报名页', consent: '报名时单独勾选', keepUntil: '2025-12-31', ownerText: '监控组', note: '' },
} as const;

describe('the eight lists of a plan (P4.1)', () => {
  test.each(PLAN_LIST_NAMES)('%s: a full row and an almost empty one come back as they were written, in their order', async (list) => {
    const { api, id: campaignId } = await makeDraft(company, `表 ${list}`);
    const first = crypto.randomUUID();
    await edit(company.planner, api, list, insert(full[list], first), insert({ [NAMING_FIELD[list]]: '只有名称' }));
    const { lists, can } = await read(company.executor, api);
    expect(lists[list]).toMatchObject([full[list], { ...EMPTY_ROWS[list], [NAMING_FIELD[list]]: '只有名称' }]);
    expect(can).toEqual({ write: false });
    expect((await historyOf(company.lead, campaignId, first))[0]).toMatchObject({ kind: `${LIST_SUBJECT[list]}_created`, actorName: '刘洋' });
    const second = lists[list][1]?.id;
    await edit(company.lead, api, list, { type: 'move', id: second, afterId: null }, { type: 'delete', id: first });
    expect((await read(company.lead, api)).lists[list].map((row) => row.id)).toEqual([second]);
    await expect(company.lead.must('GET', `${api}/history?topic=plan`)).resolves.toMatchObject({ events: [{ kind: `${LIST_SUBJECT[list]}_deleted`, subjectName: full[list][NAMING_FIELD[list] as never] }, {}, {}, {}] });
  });

  test.each(PLAN_LIST_NAMES)('%s: a row without its name is refused, in words', async (list) => {
    const { api } = await makeDraft(company, `空 ${list}`);
    const answer = await ask(company.planner, api, list, insert({ note: '忘了写' }));
    expect(answer).toMatchObject({ status: 400, body: { code: 'plan.row_name_needed', title: expect.stringMatching(/每一行都要写明/) } });
  });

  test.each([
    ['an end before its start', 'channels', { channel: '公众号', startOn: '2025-10-18', endOn: '2025-10-16' }, 'plan.period_reversed'],
    ['an unknown phase', 'channels', { channel: '公众号', phase: 'after' }, 'request.invalid'],
    ['money with half a cent', 'channels', { channel: '公众号', amountCents: 1.5 }, 'request.invalid'],
    ['an hour that is none', 'steps', { title: '开场', startTime: '25:00' }, 'request.invalid'],
    ['a negative crowd', 'zones', { name: '舞台', capacity: -1 }, 'request.invalid'],
    ['a level that is none', 'risks', { risk: '下雨', effect: 'huge' }, 'request.invalid'],
    ['a field that is not of the list', 'personas', { name: '白领', amountCents: 1 }, 'request.invalid'],
    ['a day that is none', 'data', { item: '姓名', keepUntil: '2025-02-30' }, 'request.invalid'],
  ] as const)('%s is refused and nothing of the paste is kept', async (name, list, fields, code) => {
    const { api } = await makeDraft(company, name);
    const answer = await ask(company.planner, api, list, insert(full[list]), insert(fields));
    expect(answer).toMatchObject({ status: 400, body: { code } });
    expect((await read(company.planner, api)).lists[list]).toEqual([]);
  });
});

describe('two at once', () => {
  test('merge field by field; the same field is a conflict that says who', async () => {
    const { api } = await makeDraft(company, '两人');
    const id = crypto.randomUUID();
    await edit(company.lead, api, 'risks', insert({ risk: '下雨' }, id));
    await Promise.all([edit(company.lead, api, 'risks', set(id, 'response', '', '转入室内')), edit(company.planner, api, 'risks', set(id, 'effect', 'medium', 'high'))]);
    expect((await read(company.lead, api)).lists.risks[0]).toMatchObject({ response: '转入室内', effect: 'high' });
    expect((await edit(company.planner, api, 'risks', set(id, 'response', '', '发雨衣')))[0]).toMatchObject({ status: 'conflict', conflicts: [{ field: 'response', current: '转入室内' }] });
  });

  test('the two days of a channel go together', async () => {
    const { api } = await makeDraft(company, '两天');
    const id = crypto.randomUUID();
    await edit(company.lead, api, 'channels', insert({ channel: '公众号', startOn: '2025-10-10', endOn: '2025-10-12' }, id));
    await edit(company.lead, api, 'channels', set(id, 'endOn', '2025-10-12', '2025-10-20'));
    const both = { type: 'update', id, set: { startOn: { from: '2025-10-10', to: '2025-10-01' }, endOn: { from: '2025-10-12', to: '2025-10-05' } } };
    expect((await edit(company.planner, api, 'channels', both))[0]?.status).toBe('conflict');
    expect((await read(company.lead, api)).lists.channels[0]).toMatchObject({ startOn: '2025-10-10', endOn: '2025-10-20' });
  });

  test('a request that is sent again makes no second row', async () => {
    const { api } = await makeDraft(company, '重发');
    const change = insert({ name: '白领' });
    await edit(company.lead, api, 'personas', change);
    await edit(company.lead, api, 'personas', change);
    expect((await read(company.lead, api)).lists.personas).toHaveLength(1);
  });
});

describe('who may, and when', () => {
  test('the lead and the planning group write while it is a draft; a stranger hears of nothing', async () => {
    const campaign = await makeDraft(company, '权限');
    const change = insert({ name: '白领' });
    for (const role of ['executor', 'monitor', 'boss', 'finance'] as const) expect([role, (await ask(company[role], campaign.api, 'personas', change)).status]).toEqual([role, 403]);
    expect((await ask(company.outsider, campaign.api, 'personas', change)).status).toBe(404);
    expect((await company.outsider.ask('GET', `${campaign.api}/plan/lists`)).status).toBe(404);
    await submitPlanOf(company, campaign);
    expect((await ask(company.lead, campaign.api, 'personas', change)).status).toBe(403);
    expect((await read(company.lead, campaign.api)).can).toEqual({ write: false });
  });
});
