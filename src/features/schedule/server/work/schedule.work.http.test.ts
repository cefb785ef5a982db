import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '#apps/server/testing/product.ts';
import { addRow, draftCampaign, historyOf, joinTeam, moveTo, type TestTeam } from '#features/campaign/server/campaign.factory.ts';
import { askDatabase } from '#platform/server/testing/database.ts';
import type { TestPerson } from '#platform/server/testing/http.ts';
import { addDays, dayIn } from '#platform/shared/calendar.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import type { Task } from '../../schedule.contract.ts';
import { foreseeWithin } from '../../work/schedule.foresight.rules.ts';
import type { Delays, getTaskTrace, MyDay } from '../../work/schedule.work.contract.ts';

let product: TestProduct;
let team: TestTeam;
let campaignId = '';
let taskId = '';
const today = dayIn('Asia/Shanghai');
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);

beforeAll(async () => {
  product = await startTestProduct();
  team = await joinTeam(product);
}, 120_000);
afterAll(() => product.close());

/** A running campaign with one late task of the execution group. */
async function running(fields: object = {}): Promise<{ campaignId: string; taskId: string }> {
  const id = await draftCampaign(team);
  await addRow(team.lead, id, 'goals', { metric: '订单量', target: 2000 });
  await addRow(team.lead, id, 'budget', { category: '物料', amountCents: 100 });
  const task = await addRow(team.lead, id, 'schedule', { title: '场地布置', phase: 'execution', whenText: '', startOn: addDays(today, -3), endOn: addDays(today, -2), ownerText: '执行组', ...fields });
  await moveTo(team, id, 'live');
  return { campaignId: id, taskId: task };
}
beforeEach(async () => {
  ({ campaignId, taskId } = await running());
});

const at = (path: string, task = taskId) => `/api/campaigns/${campaignId}/schedule/tasks/${task}/${path}`;
const send = (person: TestPerson, path: string, body: object, key?: string) => person.ask('POST', at(path), body, key ? { 'idempotency-key': key } : {});
const photo = (person: TestPerson, id: string, bytes = JPEG, name = 'a.jpg') => person.ask('POST', `${at('photos')}?name=${name}&id=${id}&text=${encodeURIComponent('布置完')}`, bytes);
const task = async (): Promise<Task> => (await team.lead.must<{ tasks: Task[] }>('GET', `/api/campaigns/${campaignId}/schedule`)).tasks.find(({ id }) => id === taskId) as Task;
const trace = (person: TestPerson) => person.must<OutputOf<typeof getTaskTrace>>('GET', at('trace'));
const delays = (person: TestPerson) => person.must<Delays>('GET', `/api/campaigns/${campaignId}/schedule/delays`);
const titles = async (person: TestPerson, code: string) => (await askDatabase(product.databaseUrl, `select n.data from notices n where n.user_id = '${(person as { id?: string }).id}' and n.code = '${code}' and n.campaign_id = '${campaignId}' order by n.created_at`)).map(({ data }) => data as Record<string, unknown>);

describe('my day', () => {
  test('is what is mine by group and by name across campaigns, with what was done lately, and nothing of others', async () => {
    const other = await addRow(team.lead, campaignId, 'schedule', { title: '数据监控', ownerText: '监控组', endOn: today });
    const named = await addRow(team.lead, campaignId, 'schedule', { title: '王芳的事', ownerText: '王芳', endOn: today });
    await team.lead.must('POST', `/api/campaigns/${campaignId}/schedule/links`, { changes: [{ taskId: named, to: [{ predecessorId: taskId, type: 'FS', lagDays: 0, lagUnit: 'day' }] }] });
    await send(team.execution, 'state', { to: 'done' });
    const { tasks, personId } = await team.execution.must<MyDay>('GET', '/api/my-day');
    expect(personId).toBe(team.execution.id);
    const mine = tasks.filter((one) => one.campaignId === campaignId);
    expect(mine.map(({ title, state }) => [title, state])).toEqual([['场地布置', 'done'], ['王芳的事', 'open']]);
    expect(mine[1]).toMatchObject({ can: { work: true, move: false }, timeZone: 'Asia/Shanghai', campaignName: '秋季新品上市', waitsFor: [], eventFrom: '2025-10-16' });
    expect(tasks.some(({ id }) => id === other)).toBe(false);
    expect((await team.outsider.must<MyDay>('GET', '/api/my-day')).tasks).toEqual([]);
  });

  test('carries what hangs together with one’s open tasks, so that a delay is told without network', async () => {
    const next = await addRow(team.lead, campaignId, 'schedule', { title: '彩排', ownerText: '监控组', startOn: addDays(today, -1), endOn: addDays(today, 1) });
    await addRow(team.lead, campaignId, 'schedule', { title: '海报', ownerText: '监控组', endOn: addDays(today, -3) });
    await addRow(team.lead, campaignId, 'schedule', { title: '复盘', ownerText: '监控组', endOn: addDays(today, 5) });
    const plansOf = async (person: TestPerson) => (await person.must<MyDay>('GET', '/api/my-day')).plans.filter((plan) => plan.campaignId === campaignId);
    expect(await plansOf(team.execution)).toEqual([]);
    await team.lead.must('POST', `/api/campaigns/${campaignId}/schedule/links`, { changes: [{ taskId: next, to: [{ predecessorId: taskId, type: 'FS', lagDays: 0, lagUnit: 'day' }] }] });
    const [plan] = await plansOf(team.execution);
    expect(plan?.tasks.map(({ title }) => title)).toEqual(expect.arrayContaining(['场地布置', '彩排']));
    expect(plan?.tasks.map(({ title }) => title)).not.toContain('海报');
    const { calendar, tasks } = await team.execution.must<MyDay>('GET', '/api/my-day');
    const late = tasks.find(({ id }) => id === taskId) as MyDay['tasks'][number];
    expect(foreseeWithin({ plans: plan ? [plan] : [], calendar }, tasks, late, today)?.effect).toMatchObject({ delayed: [{ id: taskId, byDays: 2 }], slipped: [{ id: next, byDays: 2 }] });
  });

  test('holds the tasks of whom one stands in for, while they are away, in the campaigns whose team one is in', async () => {
    const named = await addRow(team.lead, campaignId, 'schedule', { title: '王芳的事', ownerText: '王芳', endOn: today });
    const both = await addRow(team.lead, campaignId, 'schedule', { title: '两人的事', ownerText: '王芳、赵敏', endOn: today });
    const absence = crypto.randomUUID();
    const away = (fromOn: string, toOn: string, standInId: string) => team.execution.must('PUT', `/api/absences/${absence}`, { userId: team.execution.id, fromOn, toOn, reason: '年假', standInId });
    const held = async (person: TestPerson) => (await person.must<MyDay>('GET', '/api/my-day')).tasks.filter((one) => one.campaignId === campaignId).map(({ id, standsInFor, can }) => [id, standsInFor, can.work]);
    await away(addDays(today, 1), addDays(today, 3), team.logistics.id);
    const before = await held(team.logistics);
    expect(before.some(([id]) => id === named)).toBe(false);
    await away(addDays(today, -1), today, team.logistics.id);
    expect(await held(team.logistics)).toEqual(expect.arrayContaining([[named, '王芳', true], [taskId, '王芳', true], [both, null, true]]));
    expect((await send(team.logistics, 'state', { to: 'done' })).status).toBe(200);
    expect((await held(team.execution)).find(([id]) => id === named)).toEqual([named, null, true]);
    await away(addDays(today, -1), today, team.outsider.id);
    expect(await held(team.outsider)).toEqual([]);
    expect(await held(team.logistics)).toEqual(before);
    await team.execution.must('DELETE', `/api/absences/${absence}`);
  });

  test('holds no task of a campaign that does not run', async () => {
    await moveTo(team, campaignId, 'cancelled');
    expect((await team.execution.must<MyDay>('GET', '/api/my-day')).tasks.filter((one) => one.campaignId === campaignId)).toEqual([]);
  });
});

describe('a tick', () => {
  test('goes through once, keeps when it was done on the spot, and stands in the history', async () => {
    const key = crypto.randomUUID();
    const doneAt = new Date(Date.now() - 3_600_000).toISOString();
    const body = { from: 'open', to: 'done', at: doneAt };
    expect((await send(team.execution, 'state', body, key)).body).toEqual({ state: 'done' });
    expect((await send(team.execution, 'state', body, key)).headers['idempotency-replayed']).toBe('true');
    expect((await task()).doneAt?.slice(0, 19)).toBe(doneAt.slice(0, 19));
    expect((await historyOf(team.lead, campaignId, taskId)).filter(({ kind }) => kind === 'task_changed')).toHaveLength(1);
  });

  test('of the future, or of long ago, counts as of now', async () => {
    await send(team.execution, 'state', { to: 'done', at: new Date(Date.now() + 86_400_000).toISOString() });
    expect(Math.abs(Date.parse((await task()).doneAt ?? '') - Date.now())).toBeLessThan(60_000);
    await send(team.execution, 'state', { to: 'open' });
    await send(team.execution, 'state', { to: 'done', at: '2020-01-01T00:00:00Z' });
    expect(Math.abs(Date.parse((await task()).doneAt ?? '') - Date.now())).toBeLessThan(60_000);
  });

  test('of what someone began meanwhile is done; of what was cancelled meanwhile it is refused with their name', async () => {
    await send(team.logistics, 'state', { from: 'open', to: 'doing' });
    expect((await send(team.execution, 'state', { from: 'open', to: 'done' })).status).toBe(200);
    await send(team.execution, 'state', { from: 'done', to: 'open' });
    await team.lead.must('POST', `/api/campaigns/${campaignId}/schedule/edits`, { changes: [{ type: 'update', id: taskId, set: { state: { to: 'cancelled' } } }] });
    const refused = await send(team.execution, 'state', { from: 'open', to: 'done' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'schedule.state_overtaken', data: { by: '陈婧', state: 'cancelled' } } });
    expect(refused.body?.['title']).toContain('取消');
    expect((await task()).state).toBe('cancelled');
  });

  test('of a task that is gone, of a foreign campaign, by a stranger is refused', async () => {
    expect(await team.execution.ask('POST', at('state', crypto.randomUUID()), { to: 'done' })).toMatchObject({ status: 404, body: { code: 'schedule.task_gone' } });
    expect((await send(team.outsider, 'state', { to: 'done' })).status).toBe(404);
    expect((await send(team.management, 'state', { to: 'done' })).status).toBe(403);
    expect((await send(team.execution, 'state', { to: 'cancelled' })).status).toBe(400);
  });

  test('and its undoing by two people at once leave one state', async () => {
    const answers = await Promise.all([team.execution, team.logistics, team.lead].map((person) => send(person, 'state', { from: 'open', to: 'done' })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await historyOf(team.lead, campaignId, taskId)).filter(({ kind }) => kind === 'task_changed')).toHaveLength(1);
  });
});

describe('a delay', () => {
  test('that an executor tells is a proposal: dates stay, the lead is told, the list names cause and day', async () => {
    ({ campaignId, taskId } = await running({ startOn: today, endOn: today }));
    const id = crypto.randomUUID();
    const toEndOn = addDays(today, 2);
    const body = { id, toEndOn, cause: 'supplier', reason: '易拉宝还没到货' };
    expect((await send(team.execution, 'postponements', body)).body).toEqual({ id, moved: false });
    expect((await send(team.execution, 'postponements', body)).status).toBe(200);
    expect(await task()).toMatchObject({ endOn: today, state: 'delayed', effectiveState: 'delayed' });
    expect((await trace(team.monitoring)).delays).toMatchObject([{ kind: 'foreseen', cause: 'supplier', reason: '易拉宝还没到货', fromEndOn: today, toEndOn, toldBy: '王芳' }]);
    expect(await titles(team.lead, 'schedule.delay_told')).toMatchObject([{ title: '场地布置', by: '王芳', cause: 'supplier', toEndOn }]);
    expect((await delays(team.lead)).tasks).toMatchObject([{ taskId, standing: 'foreseen', daysLate: 0, cause: 'supplier', expectedOn: toEndOn, owners: ['王芳'] }]);
  });

  test('told by who plans moves the dates and what is written of them in the same step', async () => {
    ({ campaignId, taskId } = await running({ whenText: '10月16日-18日', startOn: '2025-10-16', endOn: '2025-10-18', dueTime: null }));
    expect((await send(team.planning, 'postponements', { id: crypto.randomUUID(), toEndOn: '2025-10-20', cause: 'weather', reason: '暴雨' })).body).toMatchObject({ moved: true });
    expect(await task()).toMatchObject({ startOn: '2025-10-16', endOn: '2025-10-20', whenText: '10月16日-20日' });
    expect((await trace(team.lead)).delays).toMatchObject([{ kind: 'postponed', fromEndOn: '2025-10-18', toEndOn: '2025-10-20' }]);
    await send(team.planning, 'postponements', { id: crypto.randomUUID(), toEndOn: '2025-10-25', cause: 'weather', reason: '', move: false });
    expect((await task()).endOn).toBe('2025-10-20');
    expect((await trace(team.lead)).delays[0]).toMatchObject({ kind: 'foreseen', toEndOn: '2025-10-25' });
  });

  test('is refused for an earlier day, for what is done, and for what is not late', async () => {
    expect(await send(team.execution, 'postponements', { id: crypto.randomUUID(), toEndOn: addDays(today, -2), cause: 'people', reason: '' })).toMatchObject({ status: 400, body: { code: 'schedule.not_later' } });
    expect((await send(team.execution, 'postponements', { id: crypto.randomUUID(), toEndOn: today, cause: 'laziness', reason: '' })).status).toBe(400);
    expect((await send(team.execution, 'explanations', { id: crypto.randomUUID(), cause: 'people', reason: '人手不够' })).status).toBe(200);
    await send(team.execution, 'state', { to: 'done' });
    expect(await send(team.execution, 'explanations', { id: crypto.randomUUID(), cause: 'people', reason: '' })).toMatchObject({ status: 409, body: { code: 'schedule.not_late' } });
    expect(await send(team.execution, 'postponements', { id: crypto.randomUUID(), toEndOn: addDays(today, 5), cause: 'people', reason: '' })).toMatchObject({ status: 409, body: { code: 'schedule.task_closed' } });
    expect(await delays(team.lead)).toMatchObject({ tasks: [], settled: 1 });
  });

  test('is asked about: the owners are told, the asker is not; a task of nobody has nobody to ask', async () => {
    expect((await send(team.planning, 'questions', { text: '今天能完成吗' })).body).toEqual({ asked: 1 });
    expect(await titles(team.execution, 'schedule.delay_asked')).toMatchObject([{ title: '场地布置', by: '刘洋', days: 2, text: '今天能完成吗' }]);
    expect((await send(team.execution, 'questions', {})).status).toBe(403);
    await team.lead.must('POST', `/api/campaigns/${campaignId}/schedule/edits`, { changes: [{ type: 'update', id: taskId, set: { ownerText: { to: '' } } }] });
    expect(await send(team.planning, 'questions', {})).toMatchObject({ status: 409, body: { code: 'schedule.nobody_to_ask' } });
  });

  test('is none before the plan is approved, and none of a cancelled campaign', async () => {
    expect((await delays(team.lead)).tasks).toHaveLength(1);
    await moveTo(team, campaignId, 'cancelled');
    expect(await delays(team.lead)).toMatchObject({ tasks: [], onTime: { onTime: 0, judged: 0 } });
    campaignId = await draftCampaign(team);
    await addRow(team.lead, campaignId, 'schedule', { title: '早该做的', endOn: '2025-10-01' });
    expect((await delays(team.lead)).tasks).toEqual([]);
  });

  test('counts for the on-time rate: done by its day, or not', async () => {
    const { onTime } = await delays(team.lead);
    expect(onTime).toEqual({ onTime: 0, judged: 1, baselineVersion: onTime.baselineVersion });
    const early = await addRow(team.lead, campaignId, 'schedule', { title: '提前完成', endOn: addDays(today, 3) });
    await team.execution.must('POST', at('state', early), { to: 'done' });
    expect((await delays(team.lead)).onTime).toMatchObject({ onTime: 1, judged: 2 });
  });
});

describe('what is told from the spot', () => {
  test('a note and photos are kept once, seen by whoever sees the campaign, and by nobody else', async () => {
    const note = { id: crypto.randomUUID(), text: '背景板已装好', at: new Date(Date.now() - 60_000).toISOString() };
    await send(team.execution, 'reports', note);
    await send(team.execution, 'reports', note);
    const id = crypto.randomUUID();
    const { body } = await photo(team.execution, id);
    expect((await photo(team.execution, id)).body).toEqual(body);
    const { reports } = await trace(team.management);
    expect(reports).toMatchObject([{ text: '布置完', fileId: body?.['fileId'], toldBy: '王芳' }, { text: '背景板已装好', fileId: null }]);
    const address = `/api/campaigns/${campaignId}/schedule/photos/${String(body?.['fileId'])}`;
    expect((await team.finance.ask('GET', address)).headers['content-type']).toBe('image/jpeg');
    expect((await team.outsider.ask('GET', address)).status).toBe(404);
    const other = await running();
    expect((await team.lead.ask('GET', address.replace(campaignId, other.campaignId))).status).toBe(404);
    const [mine] = (await team.execution.must<MyDay>('GET', '/api/my-day')).tasks.filter((one) => one.id === taskId);
    expect(mine).toMatchObject({ reports: 2, photos: 1 });
  });

  test('what is no photo, too large, or empty is refused with a sentence in the language of the reader', async () => {
    expect(await photo(team.execution, crypto.randomUUID(), Buffer.from('%PDF-1.7'), 'a.pdf')).toMatchObject({ status: 400, body: { code: 'schedule.photo_kind' } });
    expect(await photo(team.execution, crypto.randomUUID(), Buffer.from('%PDF-1.7'), 'a.jpg')).toMatchObject({ status: 400, body: { code: 'schedule.photo_kind' } });
    const large = await team.execution.ask('POST', `${at('photos')}?name=a.jpg&id=${crypto.randomUUID()}`, Buffer.concat([JPEG, Buffer.alloc(8 * 1024 * 1024)]), { 'accept-language': 'en' });
    expect(large).toMatchObject({ status: 413, body: { code: 'schedule.photo_size' } });
    expect(large.body?.['title']).toContain('8 MB');
    expect((await send(team.execution, 'reports', { id: crypto.randomUUID(), text: ' ' })).status).toBe(400);
    expect((await trace(team.lead)).reports).toEqual([]);
  });
});
