import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '#apps/server/testing/product.ts';
import { addRow, draftCampaign, joinTeam, moveTo, type TestTeam } from '#features/campaign/server/campaign.factory.ts';
import type { TestPerson } from '#platform/server/testing/http.ts';
import { addDays, dayIn } from '#platform/shared/calendar.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import type { listFeeds, makeOwnFeed } from '../../calendars/schedule.feed.contract.ts';

let product: TestProduct;
let team: TestTeam;

beforeAll(async () => {
  product = await startTestProduct();
  team = await joinTeam(product);
}, 120_000);
afterAll(() => product.close());

type Made = OutputOf<typeof makeOwnFeed>;
const feedsOf = async (person: TestPerson) => (await person.must<OutputOf<typeof listFeeds>>('GET', '/api/calendar-feeds')).feeds;
const makeOwn = (person: TestPerson) => person.must<Made>('POST', '/api/calendar-feeds');
const makeOf = (person: TestPerson, campaignId: string) => person.must<Made>('POST', `/api/campaigns/${campaignId}/calendar-feed`);
/** As a calendar program asks: without a session. */
const fetchFeed = (path: string, headers: Record<string, string> = {}) => product.stranger().ask('GET', path, undefined, headers);
const edit = (person: TestPerson, campaignId: string, ...changes: object[]) => person.must('POST', `/api/campaigns/${campaignId}/schedule/edits`, { changes });
const set = (id: string, fields: Record<string, unknown>) => ({ type: 'update', id, set: Object.fromEntries(Object.entries(fields).map(([field, to]) => [field, { to }])) });
/** The person's own calendar leaves out what is long over. */
const today = dayIn('Asia/Shanghai');

async function read(path: string): Promise<{ calendar: ICAL.Component; events: ICAL.Event[]; text: string }> {
  const answer = await fetchFeed(path);
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
  const text = new TextDecoder('utf-8', { fatal: true }).decode(answer.raw);
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { calendar, text, events: calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component)) };
}
const calledIn = (events: readonly ICAL.Event[], title: string) => events.find((event) => event.summary.includes(title)) as ICAL.Event;
const property = (event: ICAL.Event, name: string) => event.component.getFirstPropertyValue(name);

describe('a campaign’s calendar, read by a standard parser', () => {
  test('whole days end the day after; a deadline is the moment in the campaign’s zone', async () => {
    const campaignId = await draftCampaign(team);
    await addRow(team.lead, campaignId, 'schedule', { title: '活动现场执行', whenText: '10月16日-18日', startOn: '2025-10-16', endOn: '2025-10-18', ownerText: '全员', phase: 'execution' });
    await addRow(team.lead, campaignId, 'schedule', { title: '场地布置与设备调试', startOn: '2025-10-15', endOn: '2025-10-15', dueTime: '18:00' });
    await addRow(team.lead, campaignId, 'schedule', { title: '物料制作', startOn: '2025-10-06', endOn: '2025-10-10', dueTime: '12:30' });
    await addRow(team.lead, campaignId, 'schedule', { title: '没有日期的' });
    const { calendar, events } = await read((await makeOf(team.execution, campaignId)).path);
    expect(events).toHaveLength(4);
    const whole = calledIn(events, '活动现场执行');
    expect([whole.startDate.isDate, whole.startDate.toString(), whole.endDate.toString()]).toEqual([true, '2025-10-16', '2025-10-19']);
    expect(whole.description).toBe('活动：秋季新品上市\n阶段：中期执行\n时间节点：10月16日-18日\n负责人：全员\n完成情况：未完成\n方案尚未核准，时间可能调整');
    const deadline = calledIn(events, '场地布置');
    expect([deadline.summary, deadline.startDate.isDate, deadline.startDate.toJSDate().toISOString()]).toEqual(['截止：场地布置与设备调试', false, '2025-10-15T10:00:00.000Z']);
    expect(events.filter((event) => event.summary.includes('物料制作')).map((event) => event.startDate.toString())).toEqual(['2025-10-06', '2025-10-10T04:30:00Z']);
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT1H');
    expect(events.every((event) => event.component.getAllSubcomponents('valarm').length === 0 && property(event, 'transp') === 'TRANSPARENT')).toBe(true);
  });

  test('what repeats and what is due on a day of its own are entries of their own, each at its hour', async () => {
    const campaignId = await draftCampaign(team);
    const insert = (fields: object) => ({ type: 'insert', id: crypto.randomUUID(), fields });
    await edit(team.lead, campaignId,
      insert({ phase: 'execution', title: '活动现场执行', whenText: '10月16日-18日', startOn: '2025-10-16', endOn: '2025-10-18', note: '每日21:00复盘' }),
      insert({ phase: 'execution', title: '场地布置', whenText: '10月15日', startOn: '2025-10-15', endOn: '2025-10-15', dueTime: '18:00', note: '18:00前完成' }),
      insert({ phase: 'execution', title: '开场', whenText: '10月16日 10:00-12:00', startOn: '2025-10-16', endOn: '2025-10-16' }),
      insert({ phase: 'execution', title: '到岗', whenText: '10月16日', startOn: '2025-10-16', endOn: '2025-10-16', note: '提前2小时到岗' }),
      insert({ phase: 'retrospective', title: '数据整理与报告输出', whenText: '10月19日-21日', startOn: '2025-10-19', endOn: '2025-10-21', note: '10月22日提交' }));
    const { events } = await read((await makeOf(team.lead, campaignId)).path);
    const told = events.map((event) => [event.summary, event.startDate.isDate ? event.startDate.toString() : event.startDate.toJSDate().toISOString().slice(0, 16), event.component.hasProperty('dtend') ? event.endDate.toJSDate().toISOString().slice(0, 16) : null]);
    expect(told.filter(([title]) => title?.includes('复盘 ·'))).toEqual(['16', '17', '18'].map((day) => ['复盘 · 活动现场执行', `2025-10-${day}T13:00`, null]));
    expect(told.filter(([title]) => title?.includes('场地布置'))).toEqual([['截止：场地布置', '2025-10-15T10:00', null]]);
    expect(told.filter(([title]) => title?.includes('开场'))).toEqual([['开场', '2025-10-16T02:00', '2025-10-16T04:00']]);
    expect(told.filter(([title, at]) => title?.includes('到岗') && at?.includes('T'))).toEqual([['提前2小时到岗 · 到岗', '2025-10-16T00:00', null]]);
    expect(told.filter(([title]) => title?.includes('提交'))).toEqual([['截止：提交 · 数据整理与报告输出', '2025-10-22', '2025-10-23T00:00']]);
    expect(new Set(events.map((event) => event.uid)).size).toBe(events.length);
  });

  test('in a zone with summer time, a deadline before and after the change of the clocks', async () => {
    const { id } = await team.lead.must<{ id: string }>('POST', '/api/campaigns', { name: 'New York', scenario: 'launch', departmentId: null, startsOn: '2025-10-25', endsOn: '2025-11-10', timeZone: 'America/New_York' });
    for (const [title, day] of [['before', '2025-11-01'], ['after', '2025-11-03']]) await addRow(team.lead, id, 'schedule', { title, startOn: day, endOn: day, dueTime: '18:00' });
    const { events } = await read((await makeOf(team.lead, id)).path);
    expect(calledIn(events, 'before').startDate.toJSDate().toISOString()).toBe('2025-11-01T22:00:00.000Z');
    expect(calledIn(events, 'after').startDate.toJSDate().toISOString()).toBe('2025-11-03T23:00:00.000Z');
  });

  test('long Chinese texts and signs come back as they were; no line is longer than 75 octets, and none cuts a character', async () => {
    const campaignId = await draftCampaign(team);
    const title = `物料；设计, 与制作\\n“第一版”:${'海报易拉宝𠮷手册'.repeat(12)}`;
    const note = `第一行\n第二行；逗号, 反斜杠\\ ${'需10月15日到货。'.repeat(20)}`;
    await addRow(team.lead, campaignId, 'schedule', { title, note, startOn: '2025-10-06', endOn: '2025-10-10' });
    const { events, text } = await read((await makeOf(team.lead, campaignId)).path);
    expect(events[0]?.summary).toBe(title);
    expect(events[0]?.description).toContain(`备注：${note.trim()}`);
    const lines = text.split('\r\n');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(lines.some((line) => line.startsWith(' '))).toBe(true);
    expect(text).not.toMatch(/[^\r]\n/);
  });

  test('a changed task keeps its identity and counts up; a cancelled one is struck out; a deleted one is gone', async () => {
    const campaignId = await draftCampaign(team);
    const [moved, dropped, deleted] = [await addRow(team.lead, campaignId, 'schedule', { title: '路演', startOn: '2025-10-06', endOn: '2025-10-06' }), await addRow(team.lead, campaignId, 'schedule', { title: '快闪', startOn: '2025-10-08', endOn: '2025-10-08' }), await addRow(team.lead, campaignId, 'schedule', { title: '直播', startOn: '2025-10-09', endOn: '2025-10-09' })];
    const { path } = await makeOf(team.lead, campaignId);
    const before = calledIn((await read(path)).events, '路演');
    await edit(team.lead, campaignId, set(moved, { startOn: '2025-10-07', endOn: '2025-10-08' }));
    await edit(team.lead, campaignId, set(dropped, { state: 'cancelled' }), { type: 'delete', id: deleted });
    const { events } = await read(path);
    const after = calledIn(events, '路演');
    expect([after.uid, after.startDate.toString(), after.endDate.toString()]).toEqual([before.uid, '2025-10-07', '2025-10-09']);
    expect(after.sequence).toBe(before.sequence + 1);
    expect(new Date(String(property(after, 'last-modified'))).getTime()).toBeGreaterThanOrEqual(new Date(String(property(before, 'last-modified'))).getTime());
    expect([property(after, 'status'), property(calledIn(events, '快闪'), 'status')]).toEqual(['TENTATIVE', 'CANCELLED']);
    expect(events.map((event) => event.summary)).not.toContain('直播');
  });
});

describe('a person’s own calendar', () => {
  test('is what they own across approved campaigns, by name, group, grade and 全员', async () => {
    const { id: campaignId } = await team.lead.must<{ id: string }>('POST', '/api/campaigns', { name: '冬季路演', scenario: 'launch', departmentId: null, startsOn: today, endsOn: addDays(today, 20) });
    for (const group of ['planning', 'execution'] as const) await team.lead.must('POST', `/api/campaigns/${campaignId}/team`, { userId: team[group].id, group });
    const day = { startOn: addDays(today, 3), endOn: addDays(today, 3) };
    for (const [title, ownerText] of [['按姓名', '王芳、刘洋'], ['按组', '执行组'], ['按职级', '*专员'], ['全体', '全员'], ['别人的', '刘洋'], ['没人的', '']]) await addRow(team.lead, campaignId, 'schedule', { title, ownerText, ...day });
    await addRow(team.lead, campaignId, 'goals', { metric: '订单量', target: 2000 });
    await addRow(team.lead, campaignId, 'budget', { category: '物料', amountCents: 100 });
    const { path } = await makeOwn(team.execution);
    expect((await read(path)).events).toEqual([]);
    await moveTo(team, campaignId, 'approved');
    const { calendar, events } = await read(path);
    expect(events.map((event) => event.summary).toSorted()).toEqual(['全体（冬季路演）', '按姓名（冬季路演）', '按组（冬季路演）', '按职级（冬季路演）'].toSorted());
    expect(events.map((event) => property(event, 'status'))).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'CONFIRMED']);
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('王芳的活动任务');
    await moveTo(team, campaignId, 'cancelled');
    expect((await read(path)).events.map((event) => property(event, 'status'))).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED', 'CANCELLED']);
  });
});

describe('the address', () => {
  test('is told once, kept as a hash, renewed and revoked; what was void stays void', async () => {
    const first = await makeOwn(team.monitoring);
    expect(first.path).toMatch(/^\/calendar\/[A-Za-z0-9_-]{43}\.ics$/);
    expect(JSON.stringify(await feedsOf(team.monitoring))).not.toContain(first.path.slice(10, 40));
    expect((await feedsOf(team.monitoring)).map((feed) => feed.readAt)).toEqual([null]);
    expect((await fetchFeed(first.path)).status).toBe(200);
    expect((await feedsOf(team.monitoring))[0]?.readAt).not.toBeNull();
    const second = await makeOwn(team.monitoring);
    expect([(await fetchFeed(first.path)).status, (await fetchFeed(second.path)).status]).toEqual([404, 200]);
    expect((await team.planning.ask('DELETE', `/api/calendar-feeds/${second.feed.id}`)).status).toBe(404);
    await team.monitoring.must('DELETE', `/api/calendar-feeds/${second.feed.id}`);
    expect([(await fetchFeed(second.path)).status, (await team.monitoring.ask('DELETE', `/api/calendar-feeds/${second.feed.id}`)).status]).toEqual([404, 404]);
    expect(await feedsOf(team.monitoring)).toEqual([]);
  });

  test('made twice at once, one of the two is good', async () => {
    const made = await Promise.all([makeOwn(team.logistics), makeOwn(team.logistics), makeOwn(team.logistics)]);
    expect((await Promise.all(made.map(({ path }) => fetchFeed(path)))).map(({ status }) => status).toSorted()).toEqual([200, 404, 404]);
    expect(await feedsOf(team.logistics)).toHaveLength(1);
  });

  test('nobody may see more than they may see in the product, and a leaver sees nothing', async () => {
    const campaignId = await draftCampaign(team);
    expect((await team.outsider.ask('POST', `/api/campaigns/${campaignId}/calendar-feed`)).status).toBe(404);
    await team.lead.must('POST', `/api/campaigns/${campaignId}/team`, { userId: team.outsider.id, group: 'execution' });
    const { path } = await makeOf(team.outsider, campaignId);
    expect((await fetchFeed(path)).status).toBe(200);
    await team.lead.must('DELETE', `/api/campaigns/${campaignId}/team/${team.outsider.id}/execution`);
    expect((await fetchFeed(path)).status).toBe(404);
    const own = await makeOwn(team.outsider);
    expect((await fetchFeed(own.path)).status).toBe(200);
    await product.admin.must('PATCH', `/api/people/${team.outsider.id}`, { disabled: true });
    expect((await fetchFeed(own.path)).status).toBe(404);
  });

  test('unchanged is said in 304; it is private; guesses are slowed', async () => {
    const campaignId = await draftCampaign(team);
    const id = await addRow(team.lead, campaignId, 'schedule', { title: '布置', startOn: '2025-10-15', endOn: '2025-10-15' });
    const { path } = await makeOf(team.lead, campaignId);
    const first = await fetchFeed(path);
    expect(first.headers['cache-control']).toBe('private, no-cache');
    const etag = String(first.headers['etag']);
    const again = await fetchFeed(path, { 'if-none-match': etag });
    expect([again.status, again.raw.length]).toEqual([304, 0]);
    await edit(team.lead, campaignId, set(id, { note: '改了' }));
    expect((await fetchFeed(path, { 'if-none-match': etag })).status).toBe(200);
    const guesses = await Promise.all(Array.from({ length: 130 }, (_, index) => fetchFeed(`/calendar/guess-${index}.ics`)));
    expect(new Set(guesses.map(({ status }) => status))).toEqual(new Set([404, 429]));
    expect((await fetchFeed(path)).status).toBe(200);
    expect(JSON.stringify(product.errors)).not.toContain(path.slice(10, 50));
  });
});
