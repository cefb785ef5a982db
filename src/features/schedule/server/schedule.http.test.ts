import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '#apps/server/testing/product.ts';
import { addRow, draftCampaign, historyOf, joinTeam, moveTo, type TestTeam } from '#features/campaign/server/campaign.factory.ts';
import type { TestPerson } from '#platform/server/testing/http.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import type { RowOutcomes } from '#platform/shared/rows.ts';
import type { listSchedule } from '../schedule.contract.ts';

let product: TestProduct;
let team: TestTeam;

beforeAll(async () => {
  product = await startTestProduct();
  team = await joinTeam(product);
}, 120_000);
afterAll(() => product.close());

const read = (person: TestPerson, campaignId: string) => person.must<OutputOf<typeof listSchedule>>('GET', `/api/campaigns/${campaignId}/schedule`);
const ask = (person: TestPerson, campaignId: string, ...changes: object[]) => person.ask('POST', `/api/campaigns/${campaignId}/schedule/edits`, { changes });
const edit = async (person: TestPerson, campaignId: string, ...changes: object[]) =>
  (await person.must<RowOutcomes>('POST', `/api/campaigns/${campaignId}/schedule/edits`, { changes })).outcomes;
const set = (id: string, fields: Record<string, readonly [unknown, unknown]>) => ({ type: 'update', id, set: Object.fromEntries(Object.entries(fields).map(([field, [from, to]]) => [field, { from, to }])) });
const insert = (fields: object, more: object = {}) => ({ type: 'insert', id: crypto.randomUUID(), fields, ...more });

const T2 = [
  ['preparation', '10月1日-5日', '2025-10-01', '2025-10-05', null, '活动方案审批与团队分工', '*经理', ''],
  ['preparation', '10月6日-10日', '2025-10-06', '2025-10-10', null, '物料设计与制作', '*主管', '需10月15日到货'],
  ['execution', '10月15日', '2025-10-15', '2025-10-15', '18:00', '场地布置与设备调试', '*专员', '18:00前完成'],
  ['execution', '10月16日-18日', '2025-10-16', '2025-10-18', null, '活动现场执行', '全员', '每日21:00复盘'],
  ['retrospective', '10月19日-21日', '2025-10-19', '2025-10-21', null, '数据整理与报告输出', '*专员', '10月22日提交'],
] as const;
const FIELDS = ['phase', 'whenText', 'startOn', 'endOn', 'dueTime', 'title', 'ownerText', 'note'] as const;
const t2Rows = () => T2.map((row) => insert(Object.fromEntries(FIELDS.map((field, index) => [field, row[index]]))));

describe('T2 comes in and reads back', () => {
  test('rows stand by phase, whatever the order they came in', async () => {
    const campaignId = await draftCampaign(team);
    await edit(team.planning, campaignId, ...t2Rows().toReversed());
    const { tasks, can } = await read(team.planning, campaignId);
    expect(tasks.map((task) => task.phase)).toEqual(['preparation', 'preparation', 'execution', 'execution', 'retrospective']);
    expect(tasks.map((task) => FIELDS.map((field) => task[field])).toSorted()).toEqual(T2.map((row) => [...row]).toSorted());
    expect(can).toEqual({ write: true, work: false });
  });

  test('延期 is found by the system when the day has passed, and kept apart from what was entered', async () => {
    const campaignId = await draftCampaign(team);
    await edit(team.lead, campaignId, ...t2Rows(), insert({ phase: 'execution', title: '没有日期的', state: 'doing' }), insert({ phase: 'execution', title: '已经做完的', state: 'done', endOn: '2025-10-02' }));
    const { tasks, today } = await read(team.lead, campaignId);
    expect(today).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const found = tasks.map(({ title, state, effectiveState }) => [title, state, effectiveState]);
    // The campaign's days of 2025 are over for every clock that runs this test.
    expect(found).toContainEqual(['活动方案审批与团队分工', 'open', 'delayed']);
    expect(found).toContainEqual(['没有日期的', 'doing', 'doing']);
    expect(found).toContainEqual(['已经做完的', 'done', 'done']);
  });
});

test('the schedule carries when its members are away, and not why', async () => {
  const campaignId = await draftCampaign(team);
  await edit(team.planning, campaignId, insert({ phase: 'preparation', title: '稿件', startOn: '2025-10-13', endOn: '2025-10-14', ownerText: '王芳' }));
  const at = `/api/absences/${crypto.randomUUID()}`;
  await team.execution.must('PUT', at, { userId: team.execution.id, fromOn: '2025-10-15', toOn: '2025-10-16', reason: '婚假', standInId: null });
  const { tasks, leave } = await read(team.planning, campaignId);
  expect(leave).toEqual([{ userId: team.execution.id, name: '王芳', fromOn: '2025-10-15', toOn: '2025-10-16' }]);
  expect(tasks.map(({ ownerId }) => ownerId)).toEqual([team.execution.id]);
  await team.execution.must('DELETE', at);
});

describe('two people', () => {
  test('one ticks while the other moves the days: both stay', async () => {
    const campaignId = await draftCampaign(team);
    const id = await addRow(team.lead, campaignId, 'schedule', { title: '物料设计与制作', whenText: '10月6日-10日', startOn: '2025-10-06', endOn: '2025-10-10' });
    await Promise.all([
      edit(team.lead, campaignId, set(id, { state: ['open', 'done'] })),
      edit(team.planning, campaignId, set(id, { whenText: ['10月6日-10日', '10月6日-12日'], endOn: ['2025-10-10', '2025-10-12'] })),
    ]);
    expect((await read(team.lead, campaignId)).tasks[0]).toMatchObject({ state: 'done', whenText: '10月6日-12日', endOn: '2025-10-12' });
  });

  test('the text and its days go together: of two new periods one is kept whole', async () => {
    const campaignId = await draftCampaign(team);
    const id = await addRow(team.lead, campaignId, 'schedule', { title: '现场执行', whenText: '10月16日-18日', startOn: '2025-10-16', endOn: '2025-10-18' });
    await edit(team.planning, campaignId, set(id, { whenText: ['10月16日-18日', '10月15日-18日'], startOn: ['2025-10-16', '2025-10-15'] }));
    // The lead did not see that; their own change leaves the start alone and moves the end.
    const [outcome] = await edit(team.lead, campaignId, set(id, { whenText: ['10月16日-18日', '10月16日-19日'], endOn: ['2025-10-18', '2025-10-19'], note: ['', '加一天'] }));
    expect(outcome).toMatchObject({ status: 'conflict', conflicts: [{ field: 'whenText', current: '10月15日-18日', by: '刘洋' }, { field: 'endOn', current: '2025-10-18', by: '刘洋' }] });
    expect((await read(team.lead, campaignId)).tasks[0]).toMatchObject({ whenText: '10月15日-18日', startOn: '2025-10-15', endOn: '2025-10-18', note: '加一天' });
  });

  test('a task that someone deleted is gone', async () => {
    const campaignId = await draftCampaign(team);
    const id = await addRow(team.lead, campaignId, 'schedule', { title: '路演' });
    await edit(team.planning, campaignId, { type: 'delete', id });
    expect((await edit(team.lead, campaignId, set(id, { state: ['open', 'done'] })))[0]).toEqual({ id, status: 'gone', conflicts: [] });
    expect((await historyOf(team.lead, campaignId, id)).map(({ kind, actorName }) => [kind, actorName])).toEqual([['task_deleted', '刘洋'], ['task_created', '陈婧']]);
  });
});

describe('all of an act or nothing', () => {
  test('an end before its start takes the whole paste back, and says which task', async () => {
    const campaignId = await draftCampaign(team);
    const wrong = insert({ title: '倒着的', startOn: '2025-10-10', endOn: '2025-10-06' });
    const answer = await ask(team.lead, campaignId, ...t2Rows(), wrong);
    expect(answer).toMatchObject({ status: 400, body: { code: 'schedule.period_reversed', title: '“倒着的”的结束日期早于开始日期，请改正。' } });
    expect((await team.lead.ask('POST', `/api/campaigns/${campaignId}/schedule/edits`, { changes: [wrong] }, { 'accept-language': 'en' })).body).toMatchObject({ title: '“倒着的” ends before it starts. Please correct it.' });
    expect((await read(team.lead, campaignId)).tasks).toEqual([]);
    expect(await historyOf(team.lead, campaignId, wrong.id)).toEqual([]);
  });

  test('an update that would reverse the days is refused, the days stay', async () => {
    const campaignId = await draftCampaign(team);
    const id = await addRow(team.lead, campaignId, 'schedule', { title: '布置', startOn: '2025-10-15', endOn: '2025-10-15' });
    expect((await ask(team.lead, campaignId, set(id, { endOn: ['2025-10-15', '2025-10-14'] }))).status).toBe(400);
    expect((await read(team.lead, campaignId)).tasks[0]).toMatchObject({ startOn: '2025-10-15', endOn: '2025-10-15' });
  });

  test.each([
    ['no such day', { title: 'x', startOn: '2025-02-30' }, '请填写有效的日期，例如 2025-10-01', 'Enter a valid date, such as 2025-10-01'],
    ['no such time', { title: 'x', dueTime: '25:00' }, '格式不正确', 'Not in the right form'],
    ['no such state', { title: 'x', state: 'finished' }, '请从选项中选择', 'Choose one of the options'],
  ])('%s', async (_, fields, chinese, english) => {
    const campaignId = await draftCampaign(team);
    const body = { changes: [insert(fields)] };
    expect((await team.lead.ask('POST', `/api/campaigns/${campaignId}/schedule/edits`, body)).body).toMatchObject({ data: { issues: [{ message: chinese }] } });
    expect((await team.lead.ask('POST', `/api/campaigns/${campaignId}/schedule/edits`, body, { 'accept-language': 'en' })).body).toMatchObject({ data: { issues: [{ message: english }] } });
  });

  test('a task says what is to be done', async () => {
    const campaignId = await draftCampaign(team);
    expect((await ask(team.lead, campaignId, insert({ whenText: '10月15日', title: '   ' }))).body).toMatchObject({ code: 'schedule.title_needed' });
    const id = await addRow(team.lead, campaignId, 'schedule', { title: '布置' });
    expect((await ask(team.lead, campaignId, set(id, { title: ['布置', ''] }))).body).toMatchObject({ code: 'schedule.title_needed' });
  });

  test('the same insertion twice is one task; rows go where they are put', async () => {
    const campaignId = await draftCampaign(team);
    const [a, b] = [insert({ title: 'a' }), insert({ title: 'b' })];
    await edit(team.lead, campaignId, a, b);
    await edit(team.lead, campaignId, a, b);
    await edit(team.lead, campaignId, { type: 'move', id: b.id, afterId: null }, insert({ title: 'between' }, { afterId: b.id }));
    expect((await read(team.lead, campaignId)).tasks.map((task) => task.title)).toEqual(['b', 'between', 'a']);
  });
});

describe('who may, and when', () => {
  test('a draft is planned by the lead and the planners; nothing is ticked yet by the others', async () => {
    const campaignId = await draftCampaign(team);
    const id = await addRow(team.lead, campaignId, 'schedule', { title: '布置' });
    for (const role of ['execution', 'monitoring', 'logistics', 'management', 'finance'] as const) {
      expect([role, (await ask(team[role], campaignId, set(id, { state: ['open', 'done'] }))).status]).toEqual([role, 403]);
      expect((await read(team[role], campaignId)).can).toEqual({ write: false, work: false });
    }
    expect((await ask(team.outsider, campaignId, set(id, { state: ['open', 'done'] }))).status).toBe(404);
  });

  test('while it runs, the whole team ticks and notes; only planners change the task', async () => {
    const campaignId = await draftCampaign(team);
    const id = await addRow(team.lead, campaignId, 'schedule', { title: '布置', ownerText: '*专员' });
    await addRow(team.lead, campaignId, 'goals', { metric: '订单量', target: 2000 });
    await addRow(team.lead, campaignId, 'budget', { category: '物料', amountCents: 100 });
    await moveTo(team, campaignId, 'submitted');
    for (const role of ['lead', 'execution'] as const) expect((await ask(team[role], campaignId, set(id, { state: ['open', 'done'] }))).status).toBe(403);
    const other = await draftCampaign(team);
    const task = await addRow(team.lead, other, 'schedule', { title: '布置', ownerText: '*专员' });
    await addRow(team.lead, other, 'goals', { metric: '订单量', target: 2000 });
    await addRow(team.lead, other, 'budget', { category: '物料', amountCents: 100 });
    await moveTo(team, other, 'live');
    expect((await read(team.execution, other)).can).toEqual({ write: false, work: true });
    expect((await edit(team.execution, other, set(task, { state: ['open', 'done'], note: ['', '18:00 前完成'] })))[0]?.status).toBe('ok');
    const answer = await ask(team.execution, other, set(task, { title: ['布置', '改名'] }));
    expect(answer).toMatchObject({ status: 409, body: { code: 'schedule.only_state' } });
    expect(String(answer.body?.['title'])).toContain('策划组或总负责人');
    expect((await ask(team.finance, other, set(task, { state: ['done', 'open'] }))).status).toBe(403);
    // E4.2: the plan of days is adjusted while it runs, by those who plan.
    expect((await edit(team.planning, other, set(task, { whenText: ['', '10月14日'], startOn: [null, '2025-10-14'], endOn: [null, '2025-10-14'] })))[0]?.status).toBe('ok');
    expect((await historyOf(team.lead, other, task)).map(({ actorName, after }) => [actorName, after])).toEqual([
      ['刘洋', { whenText: '10月14日', startOn: '2025-10-14', endOn: '2025-10-14' }],
      ['王芳', { state: 'done', note: '18:00 前完成' }],
      ['陈婧', { title: '布置', ownerText: '*专员' }],
    ]);
  });
});
