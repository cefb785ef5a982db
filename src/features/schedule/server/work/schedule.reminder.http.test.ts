import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '#apps/server/testing/product.ts';
import { addRow, draftCampaign, joinTeam, moveTo, type TestTeam } from '#features/campaign/server/campaign.factory.ts';
import { askDatabase } from '#platform/server/testing/database.ts';

let product: TestProduct;
let team: TestTeam;

beforeAll(async () => {
  product = await startTestProduct();
  team = await joinTeam(product);
}, 120_000);
afterAll(() => product.close());

async function campaignWith(tasks: readonly object[], stage: 'live' | 'submitted' = 'live', name?: string): Promise<string> {
  const id = await draftCampaign(team, name);
  await addRow(team.lead, id, 'goals', { metric: '订单量', target: 2000 });
  await addRow(team.lead, id, 'budget', { category: '物料', amountCents: 100 });
  for (const task of tasks) await addRow(team.lead, id, 'schedule', task);
  await moveTo(team, id, stage);
  return id;
}
/** Shanghai, UTC+8. */
const run = (when: string) => product.server.jobs.runNow('schedule.remindOwners', { now: new Date(`${when}:00+08:00`) });
const told = async (person: keyof TestTeam) => (await askDatabase(product.databaseUrl, `select data, link from notices where user_id = '${team[person].id}' and code = 'schedule.tasks_due' order by created_at, id`)) as unknown as { data: Record<string, unknown>; link: string }[];
const forget = () => askDatabase(product.databaseUrl, 'delete from notices');

test('owners are told the working day before, on the morning of the day, and when it has passed, each once; the lead of what is late', async () => {
  // 10月17日 2025 is a Friday, 10月20日 the Monday after it.
  const id = await campaignWith([{ title: '海报定稿', endOn: '2025-10-20', ownerText: '执行组' }, { title: '礼品到货', endOn: '2025-10-20', ownerText: '执行组' }, { title: '已做完', endOn: '2025-10-20', ownerText: '执行组', state: 'done' }]);
  await campaignWith([{ title: '未核准的', endOn: '2025-10-20', ownerText: '执行组' }], 'submitted', '还没核准');
  await forget();
  await run('2025-10-17T08:00');
  expect(await told('execution')).toEqual([]);
  await run('2025-10-17T09:00');
  await run('2025-10-17T15:00');
  await run('2025-10-18T09:00');
  expect(await told('execution')).toMatchObject([{ data: { soon: ['海报定稿', '礼品到货'], soonCount: 2, todayCount: 0, lateCount: 0, ledCount: 0 }, link: '/my-day' }]);
  await forget();
  await run('2025-10-20T21:00');
  expect(await told('execution')).toEqual([]);
  await run('2025-10-20T08:40');
  expect(await told('execution')).toMatchObject([{ data: { today: ['海报定稿', '礼品到货'], soonCount: 0 } }]);
  expect(await told('lead')).toEqual([]);
  await forget();
  await Promise.all([run('2025-10-21T09:00'), run('2025-10-21T09:00')]);
  await run('2025-10-22T09:00');
  expect(await told('execution')).toMatchObject([{ data: { late: ['海报定稿', '礼品到货'], lateCount: 2 } }]);
  expect(await told('lead')).toMatchObject([{ data: { ledCount: 2, lateCount: 0 }, link: `/campaigns/${id}/schedule?view=delays` }]);
  expect(await told('logistics')).toEqual([]);
  await forget();
  const { tasks } = await team.lead.must<{ tasks: { id: string; title: string }[] }>('GET', `/api/campaigns/${id}/schedule`);
  const moved = tasks.find(({ title }) => title === '海报定稿');
  await team.lead.must('POST', `/api/campaigns/${id}/schedule/edits`, { changes: [{ type: 'update', id: moved?.id, set: { endOn: { to: '2025-10-23' } } }] });
  await run('2025-10-23T09:00');
  expect(await told('execution')).toMatchObject([{ data: { today: ['海报定稿'], lateCount: 0 } }]);
});

test('the company’s own working day and the campaign’s own clock count', async () => {
  await askDatabase(product.databaseUrl, "insert into calendar_days (day, works) values ('2025-11-08', true)");
  await campaignWith([{ title: '周一的事', endOn: '2025-11-10', ownerText: '后勤组' }], 'live', '公司日历');
  await forget();
  await run('2025-11-07T09:00');
  expect(await told('logistics')).toEqual([]);
  await run('2025-11-08T09:00');
  expect(await told('logistics')).toMatchObject([{ data: { soon: ['周一的事'] } }]);
  await forget();
  const id = await campaignWith([{ title: '伦敦的事', endOn: '2025-12-03', ownerText: '监控组' }], 'live', '伦敦');
  await askDatabase(product.databaseUrl, `update campaigns set time_zone = 'Europe/London' where id = '${id}'`);
  await forget();
  await run('2025-12-03T10:00');
  expect((await told('monitoring')).flatMap(({ data }) => data['today'])).toEqual([]);
  await run('2025-12-03T17:00');
  expect((await told('monitoring')).flatMap(({ data }) => data['today'])).toEqual(['伦敦的事']);
});

test('who stands in for an owner who is away is told as well, that day', async () => {
  await campaignWith([{ title: '签到物料', endOn: '2025-12-16', ownerText: '王芳' }], 'live', '代理');
  const absence = crypto.randomUUID();
  await team.execution.must('PUT', `/api/absences/${absence}`, { userId: team.execution.id, fromOn: '2025-12-16', toOn: '2025-12-17', reason: '', standInId: team.monitoring.id });
  await forget();
  await run('2025-12-15T09:00');
  expect([(await told('execution')).length, (await told('monitoring')).filter(({ data }) => (data['soon'] as string[]).includes('签到物料')).length]).toEqual([1, 0]);
  await forget();
  await run('2025-12-16T09:00');
  expect(await told('monitoring')).toMatchObject([{ data: { today: ['签到物料'] }, link: '/my-day' }]);
  expect(await told('execution')).toMatchObject([{ data: { today: ['签到物料'] } }]);
  await team.execution.must('DELETE', `/api/absences/${absence}`);
});

test('the bell says it in a sentence, in both languages', async () => {
  await campaignWith(['甲', '乙', '丙', '丁', '戊', '己'].map((title) => ({ title, endOn: '2025-12-10', ownerText: '监控组' })), 'live', '很多事');
  await forget();
  await run('2025-12-10T09:00');
  const bell = async (locale: string) => ((await team.monitoring.ask('GET', '/api/notices/bell', undefined, { 'accept-language': locale })).body as unknown as { latest: { title: string; text: string; topic: string }[] }).latest[0];
  expect(await bell('zh-CN')).toMatchObject({ topic: 'task', title: expect.stringContaining('6 项今天到期') as string, text: expect.stringContaining('“甲”、“乙”、“丙”、“丁”、“戊”等 6 项') as string });
  expect((await bell('en'))?.title).toContain('6 due today');
});
