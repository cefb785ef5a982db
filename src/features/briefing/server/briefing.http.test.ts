import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '#apps/server/testing/product.ts';
import { addRow, draftCampaign, joinTeam, moveTo, type TestTeam } from '#features/campaign/server/campaign.factory.ts';
import { askDatabase } from '#platform/server/testing/database.ts';
import type { TestPerson } from '#platform/server/testing/http.ts';
import { addDays, clockIn, dayIn } from '#platform/shared/calendar.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import type { Briefing, getBriefing } from '../briefing.contract.ts';

let product: TestProduct;
let team: TestTeam;
let campaignId = '';
let taskId = '';
let api = '';

beforeAll(async () => {
  product = await startTestProduct();
  team = await joinTeam(product);
}, 120_000);
afterAll(() => product.close());

beforeEach(async () => {
  campaignId = await draftCampaign(team);
  api = `/api/campaigns/${campaignId}/briefing`;
  await addRow(team.lead, campaignId, 'goals', { metric: '新品订单量', unit: '单', target: 2000 });
  await addRow(team.lead, campaignId, 'budget', { category: '物料制作费', detail: '海报500张', amountCents: 800_000, ownerText: '*专员' });
  taskId = await addRow(team.lead, campaignId, 'schedule', { phase: 'execution', title: '场地布置与设备调试', startOn: '2025-10-15', endOn: '2025-10-15', dueTime: '18:00', ownerText: '后勤组' });
  await addRow(team.lead, campaignId, 'schedule', { phase: 'execution', title: '活动现场执行', startOn: '2025-10-16', endOn: '2025-10-18', ownerText: '全员' });
  await moveTo(team, campaignId, 'approved');
  await askDatabase(product.databaseUrl, 'delete from notices');
});

const MEMBERS = ['lead', 'planning', 'execution', 'monitoring', 'logistics'] as const;
const read = (person: TestPerson) => person.must<OutputOf<typeof getBriefing>>('GET', api);
const open = async (person: TestPerson): Promise<Briefing> => {
  const { briefing } = await read(person);
  if (!briefing) throw new Error('no briefing is open');
  return briefing;
};
const confirm = async (person: TestPerson) => person.ask('POST', `${api}/confirmations`, { briefingId: (await open(person)).id });
const codeOf = (answer: { body: unknown }) => (answer.body as { code?: string }).code;
const told = async (code: string) => (await askDatabase(product.databaseUrl, `select u.name from notices n join users u on u.id = n.user_id where n.code = '${code}' order by u.email`)).map((row) => row['name']);
const events = async (kind: string) => askDatabase(product.databaseUrl, `select after from events where campaign_id = '${campaignId}' and kind = '${kind}' order by seq`);

/** The lead revises the plan, and the next version is approved; unless told otherwise, the set-up is a day earlier in it. */
async function approveNext(change: () => Promise<unknown> = () => team.lead.must('POST', `/api/campaigns/${campaignId}/schedule/edits`, { changes: [{ type: 'update', id: taskId, set: { startOn: { to: '2025-10-14' }, endOn: { to: '2025-10-14' } } }] })): Promise<void> {
  await team.lead.must('POST', `/api/campaigns/${campaignId}/plan/revisions`, { reason: '场地档期变动' });
  await change();
  await moveTo(team, campaignId, 'approved');
}

describe('an approved plan (P4.2)', () => {
  test('opens the briefing and tells everyone of the team; before there is none', async () => {
    const draft = await draftCampaign(team, '还在起草');
    expect(await team.lead.must('GET', `/api/campaigns/${draft}/briefing`)).toEqual({ briefing: null, can: { hold: true, confirm: false, checkIn: false } });
    expect(codeOf(await team.lead.ask('POST', `/api/campaigns/${draft}/briefing/reminders`, {}))).toBe('briefing.none');
    await addRow(team.lead, draft, 'goals', { metric: '订单', target: 1 });
    await addRow(team.lead, draft, 'budget', { category: '物料', amountCents: 100 });
    await addRow(team.lead, draft, 'schedule', { title: '筹备' });
    await moveTo(team, draft, 'approved');
    expect(await told('briefing.opened')).toEqual(['王芳', '陈婧', '赵敏', '李想', '刘洋']);
  });

  test('gives each group its page, made of what was frozen and not of what is there now', async () => {
    const briefing = await open(team.logistics);
    expect(briefing).toMatchObject({ number: 1, progress: { confirmed: 0, total: 5 }, mine: { groups: ['logistics'], since: null, newGroups: ['logistics'], changes: [], confirmedAt: null }, readers: null, questions: null });
    const page = briefing.pages.find(({ group }) => group === 'logistics');
    expect(page).toMatchObject({ members: ['赵敏'], page: { decided: { groupCents: 800_000 }, tasks: [{ title: '场地布置与设备调试', startOn: '2025-10-15', dueTime: '18:00' }, { title: '活动现场执行' }] } });
    await team.lead.must('POST', `/api/campaigns/${campaignId}/plan/start`);
    await team.lead.must('POST', `/api/campaigns/${campaignId}/schedule/edits`, { changes: [{ type: 'update', id: taskId, set: { startOn: { to: '2025-10-12' } } }] });
    expect((await open(team.logistics)).pages).toEqual(briefing.pages);
  });

  test('carries duties, responsibilities, the run sheet and the contingency plan to the groups that they are for', async () => {
    const write = (path: string, ...all: object[]) => team.lead.must('POST', `/api/campaigns/${campaignId}${path}/edits`, { changes: all.map((fields) => ({ type: 'insert', id: crypto.randomUUID(), fields })) });
    await approveNext(async () => {
      await team.lead.must('PATCH', `/api/campaigns/${campaignId}/team/duties`, { groups: [{ group: 'execution', duties: { to: '签到与引导' }, worksWith: { to: '物料找后勤组' } }] });
      await write('/team/areas', { area: '现场执行', responsible: '执行组', accountable: '总负责人', consulted: '后勤组' });
      await write('/plan/steps', { day: 1, startTime: '08:00', minutes: 30, title: '到岗点名', ownerText: '执行组' });
      await write('/plan/risks', { risk: '人流过多', probability: 'medium', effect: 'high', trigger: '排队超过 30 人', response: '开第二签到口', ownerText: '执行组' }, { risk: '断电', probability: 'low', effect: 'high', response: '备用电源', ownerText: '后勤组' });
    });
    const { pages } = await open(team.execution);
    const pageOf = (group: string) => pages.find((one) => one.group === group)?.page;
    expect(pageOf('execution')).toMatchObject({
      duties: '签到与引导', worksWith: '物料找后勤组', areas: [{ area: '现场执行', accountable: '总负责人' }], steps: [{ title: '到岗点名', startTime: '08:00', minutes: 30 }], risks: [{ risk: '人流过多', own: true, response: '开第二签到口' }],
    });
    expect(pageOf('logistics')).toMatchObject({ duties: '', steps: [], areas: [{ area: '现场执行' }], risks: [{ risk: '断电', own: true }, { risk: '人流过多', own: false }] });
  });
});

describe('read and understood (P4.3)', () => {
  test('each confirms for themselves; the lead sees who has not, the others only how many', async () => {
    for (const role of ['execution', 'logistics'] as const) expect((await confirm(team[role])).status).toBe(200);
    const { progress, readers } = await open(team.lead);
    expect(progress).toMatchObject({ confirmed: 2, total: 5, groups: [{ confirmed: 0, total: 1 }, { confirmed: 0, total: 1 }, { confirmed: 1, total: 1 }, { confirmed: 0, total: 1 }, { confirmed: 1, total: 1 }] });
    expect(readers?.filter((reader) => reader.confirmedAt === null).map((reader) => reader.name)).toEqual(['陈婧', '刘洋', '李想']);
    expect((await open(team.management)).readers).toHaveLength(5);
    expect(await team.execution.must('GET', `${api}/progress`)).toEqual({ progress: { number: 1, confirmed: 2, total: 5, mineOpen: false } });
    expect(await team.planning.must('GET', `${api}/progress`)).toMatchObject({ progress: { mineOpen: true } });
    expect((await read(team.execution)).can).toEqual({ hold: false, confirm: false, checkIn: false });
  });

  test('a repeated confirmation, also at the same moment, changes nothing', async () => {
    const first = (await Promise.all([confirm(team.execution), confirm(team.execution), confirm(team.execution)])).map((answer) => answer.status);
    expect(first).toEqual([200, 200, 200]);
    const { confirmedAt } = (await open(team.execution)).mine ?? {};
    await confirm(team.execution);
    expect((await open(team.execution)).mine?.confirmedAt).toBe(confirmedAt);
    expect(await events('briefing.confirmed')).toEqual([{ after: { number: 1, groups: ['execution'] } }]);
  });

  test('who is not of the team is not asked and cannot confirm', async () => {
    const { id } = await open(team.management);
    for (const role of ['management', 'finance'] as const) expect([role, (await team[role].ask('POST', `${api}/confirmations`, { briefingId: id })).status]).toEqual([role, 403]);
    expect((await team.outsider.ask('GET', api)).status).toBe(404);
    expect((await open(team.management)).mine).toBeNull();
    expect((await read(team.management)).can).toEqual({ hold: false, confirm: false, checkIn: false });
  });

  test('who joins later is asked too, and reads the page of the new group; who leaves is not counted', async () => {
    await confirm(team.execution);
    await team.lead.must('POST', `/api/campaigns/${campaignId}/team`, { userId: team.outsider.id, group: 'execution' });
    expect(await told('briefing.opened')).toEqual(['郑远']);
    expect((await open(team.lead)).progress).toMatchObject({ confirmed: 1, total: 6 });
    await team.lead.must('POST', `/api/campaigns/${campaignId}/team`, { userId: team.execution.id, group: 'logistics' });
    expect((await open(team.execution)).mine).toMatchObject({ confirmedAt: null, since: 1, newGroups: ['logistics'], changes: [] });
    await confirm(team.execution);
    expect((await open(team.execution)).mine).toMatchObject({ newGroups: [] });
    await team.lead.must('DELETE', `/api/campaigns/${campaignId}/team/${team.outsider.id}/execution`);
    expect((await open(team.lead)).progress).toMatchObject({ confirmed: 1, total: 5 });
  });
});

describe('a new version', () => {
  test('asks again, and shows each only what changed for them', async () => {
    for (const role of ['execution', 'logistics'] as const) await confirm(team[role]);
    const [{ id: first }, other] = [await open(team.lead), await open(team.monitoring)];
    await approveNext();
    expect(await open(team.logistics)).toMatchObject({
      number: 2, progress: { confirmed: 0, total: 5 },
      mine: { since: 1, newGroups: [], confirmedAt: null, changes: [{ part: 'tasks', kind: 'changed', name: '场地布置与设备调试', facts: [{ field: 'startOn', before: '2025-10-15', after: '2025-10-14' }, { field: 'endOn' }] }] },
    });
    expect((await open(team.execution)).mine).toMatchObject({ since: 1, changes: [] });
    expect((await open(team.monitoring)).mine).toMatchObject({ since: null, newGroups: ['monitoring'], changes: [] });
    // What is on the screen of somebody who has not reloaded is the former version: it is not taken for the new one.
    expect(codeOf(await team.monitoring.ask('POST', `${api}/confirmations`, { briefingId: other.id }))).toBe('briefing.newer');
    expect(other.id).toBe(first);
    expect((await confirm(team.logistics)).status).toBe(200);
    const titles = await askDatabase(product.databaseUrl, "select u.name, n.data->>'first' as first from notices n join users u on u.id = n.user_id where n.code = 'briefing.opened' order by u.email");
    expect(titles).toEqual([['王芳', 'false'], ['陈婧', 'true'], ['赵敏', 'false'], ['李想', 'true'], ['刘洋', 'true']].map(([name, first_]) => ({ name, first: first_ })));
  });

  test('the former one’s notices are settled', async () => {
    await team.lead.must('POST', `${api}/reminders`, {});
    await approveNext();
    expect(await askDatabase(product.databaseUrl, "select distinct settled_at is not null as settled from notices where code = 'briefing.reminder'")).toEqual([{ settled: true }]);
  });
});

describe('the lead reminds with one click', () => {
  test('those who have not confirmed; within an hour nobody twice, and it is said whom', async () => {
    await confirm(team.execution);
    expect(await team.lead.must('POST', `${api}/reminders`, {})).toEqual({ reminded: ['刘洋', '李想', '赵敏'], spared: [] });
    expect(await told('briefing.reminder')).toEqual(['赵敏', '李想', '刘洋']);
    expect(await team.lead.must('POST', `${api}/reminders`, { userIds: [team.planning.id] })).toEqual({ reminded: [], spared: ['刘洋'] });
    expect(await told('briefing.reminder')).toHaveLength(3);
    await askDatabase(product.databaseUrl, "update briefing_reminders set reminded_at = now() - interval '61 minutes'");
    expect(await team.lead.must('POST', `${api}/reminders`, {})).toMatchObject({ reminded: ['刘洋', '李想', '赵敏'] });
  });

  test('two who press at once remind each person once', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => team.lead.must<{ reminded: string[] }>('POST', `${api}/reminders`, {})));
    expect(answers.flatMap((answer) => answer.reminded).toSorted()).toEqual(['刘洋', '李想', '王芳', '赵敏']);
    expect(await told('briefing.reminder')).toHaveLength(4);
  });

  test('by itself two working days after the opening, once, in the morning', async () => {
    const run = (at: string) => product.server.jobs.runNow('briefing.remindReaders', { now: new Date(at) });
    await askDatabase(product.databaseUrl, `update briefings set opened_at = '2025-09-22T02:00:00Z' where campaign_id = '${campaignId}'; update briefings set asked_again_on = '2025-01-01' where campaign_id <> '${campaignId}'`);
    await confirm(team.logistics);
    await run('2025-09-23T02:00:00Z');
    await run('2025-09-24T00:30:00Z');
    expect(await told('briefing.reminder')).toEqual([]);
    await run('2025-09-24T01:30:00Z');
    expect(await told('briefing.reminder')).toEqual(['王芳', '陈婧', '李想', '刘洋']);
    await run('2025-09-25T01:30:00Z');
    expect(await told('briefing.reminder')).toHaveLength(4);
  });

  test('not on a day that the company takes off, but on the next', async () => {
    const run = (at: string) => product.server.jobs.runNow('briefing.remindReaders', { now: new Date(at) });
    await askDatabase(product.databaseUrl, `update briefings set opened_at = '2025-09-22T02:00:00Z' where campaign_id = '${campaignId}'; update briefings set asked_again_on = '2025-01-01' where campaign_id <> '${campaignId}'`);
    const rests = { works: false, name: '盘点日' };
    await product.admin.must('POST', '/api/calendar-days', { changes: [{ day: '2025-09-24', from: null, to: rests }] });
    await run('2025-09-24T01:30:00Z');
    expect(await told('briefing.reminder')).toEqual([]);
    await run('2025-09-25T01:30:00Z');
    expect(await told('briefing.reminder')).toHaveLength(5);
    await product.admin.must('POST', '/api/calendar-days', { changes: [{ day: '2025-09-24', from: rests, to: null }] });
  });
});

describe('questions', () => {
  const question = (fields: object = {}) => ({ id: crypto.randomUUID(), group: null, question: '现场要提前多久到岗？', choices: ['半小时', '2 小时'], answer: 1, reason: '方案规定执行组提前 2 小时到岗。', ...fields });
  const save = async (questions: readonly object[]) => team.lead.ask('PUT', `${api}/questions`, { questions, revision: (await open(team.lead)).revision });

  test('a wrong answer is told the right one with its reason and asked again; all are kept', async () => {
    const [single, free] = [question(), question({ question: '遇到排队过长怎么办？', choices: [], answer: null, group: 'execution', reason: '' })];
    expect((await save([single, free])).status).toBe(200);
    // Nobody is told the answer beforehand.
    expect((await open(team.execution)).mine?.questions).toMatchObject([{ state: 'open', answer: null, reason: '' }, { state: 'open', choices: [] }]);
    expect((await open(team.planning)).mine?.questions).toHaveLength(1);
    expect(await confirm(team.execution)).toMatchObject({ status: 409, body: { code: 'briefing.questions_open', title: '还有 2 个问题没有答对。答完后再确认。' } });
    const answer = (id: string, body: object) => team.execution.ask('POST', `${api}/questions/${id}/answers`, body);
    expect((await answer(single.id, { choice: 0 })).body).toEqual({ right: false, answer: 1, reason: '方案规定执行组提前 2 小时到岗。' });
    expect(codeOf(await answer(single.id, { choice: null }))).toBe('briefing.answer_needed');
    expect(codeOf(await answer(single.id, { choice: 7 }))).toBe('briefing.answer_needed');
    expect((await answer(single.id, { choice: 1 })).body).toMatchObject({ right: true });
    expect((await answer(free.id, { choice: null, words: '开第二个签到口' })).body).toMatchObject({ right: true });
    expect((await confirm(team.execution)).status).toBe(200);
    expect((await open(team.lead)).questions).toMatchObject([{ right: 1, wrong: 1, said: [] }, { right: 1, wrong: 0, said: [{ name: '王芳', words: '开第二个签到口' }] }]);
    expect(codeOf(await team.planning.ask('POST', `${api}/questions/${free.id}/answers`, { choice: null, words: '不是我的' }))).toBe('briefing.question_gone');
    // Whoever has answered rightly is not asked again by a new version.
    await approveNext();
    expect((await open(team.execution)).mine?.questions.map(({ state }) => state)).toEqual(['right', 'right']);
    expect((await confirm(team.execution)).status).toBe(200);
  });

  test('must be whole; one that is taken away is asked no more; two tabs do not overwrite each other', async () => {
    for (const broken of [{ choices: ['只有一个'], answer: 0 }, { answer: null }, { answer: 2 }, { choices: [], answer: 0 }]) expect([broken, codeOf(await save([question(broken)]))]).toEqual([broken, 'briefing.answer_missing']);
    const kept = question();
    const { revision } = await open(team.lead);
    await team.lead.must('PUT', `${api}/questions`, { questions: [kept], revision });
    expect(codeOf(await team.lead.ask('PUT', `${api}/questions`, { questions: [], revision }))).toBe('briefing.changed');
    await save([]);
    expect((await open(team.execution)).mine?.questions).toEqual([]);
    expect(codeOf(await team.execution.ask('POST', `${api}/questions/${kept.id}/answers`, { choice: 1 }))).toBe('briefing.question_gone');
    for (const role of MEMBERS.filter((one) => one !== 'lead')) expect([role, (await team[role].ask('PUT', `${api}/questions`, { questions: [], revision: 2 })).status]).toEqual([role, 403]);
  });
});

describe('notes and the meeting', () => {
  const now = () => new Date();
  const meeting = (fields: object = {}) => ({ on: dayIn('Asia/Shanghai', now()), from: clockIn('Asia/Shanghai', now()), lasting: 60, place: '三楼会议室', link: '', agenda: '目标、分工、应急', ...fields });
  const set = async (value: object | null, person: TestPerson = team.lead) => person.ask('PUT', `${api}/meeting`, { meeting: value, revision: (await open(person)).revision });

  test('a note for one group, of which no version is overwritten unseen', async () => {
    const write = (note: string, seen: string) => team.lead.ask('PUT', `${api}/notes/execution`, { note, seen });
    expect((await write('工服 14 日领取', '')).status).toBe(200);
    expect((await open(team.execution)).pages.map(({ note }) => note)).toEqual(['', '', '工服 14 日领取', '', '']);
    expect(codeOf(await write('别的', ''))).toBe('briefing.note_changed');
    expect((await write('工服 15 日领取', '工服 14 日领取')).status).toBe(200);
    expect((await team.execution.ask('PUT', `${api}/notes/execution`, { note: 'x', seen: '' })).status).toBe(403);
  });

  test('is set, told, joined and written up', async () => {
    expect(codeOf(await set(meeting({ place: '' })))).toBe('briefing.place_needed');
    expect((await set(meeting({ link: 'javascript:alert(1)' }))).status).toBe(400);
    expect((await set(meeting())).status).toBe(200);
    expect(await told('briefing.meeting_set')).toEqual(['王芳', '赵敏', '李想', '刘洋']);
    expect((await read(team.execution)).can.checkIn).toBe(true);
    const { id } = await open(team.execution);
    expect(await Promise.all([1, 2].map(() => team.execution.must('POST', `${api}/check-in`, { briefingId: id })))).toEqual([{ state: 'present' }, { state: 'present' }]);
    for (const [role, state] of [['planning', 'late'], ['monitoring', 'absent']] as const) await team.lead.must('PUT', `${api}/attendance/${team[role].id}`, { state });
    expect(codeOf(await team.lead.ask('PUT', `${api}/attendance/${team.finance.id}`, { state: 'present' }))).toBe('briefing.not_member');
    expect((await open(team.lead)).attended).toEqual({ present: 1, late: 1, absent: 1 });
    await team.lead.must('PUT', `${api}/attendance/${team.monitoring.id}`, { state: null });
    expect((await open(team.lead)).attended).toEqual({ present: 1, late: 1, absent: 0 });
    await team.lead.must('PUT', `${api}/minutes`, { minutes: '雨天改室内入口', revision: (await open(team.lead)).revision });
    expect((await open(team.logistics)).minutes).toBe('雨天改室内入口');
    expect(await events('briefing.attended')).toHaveLength(4);
  });

  test('comes as a calendar file; a new agenda alone tells nobody, another time does', async () => {
    expect((await team.execution.ask('GET', `${api}/meeting.ics`)).status).toBe(404);
    await set(meeting({ on: '2025-09-24', from: '14:00' }));
    const file = await team.execution.ask('GET', `${api}/meeting.ics`);
    expect(String(file.headers?.['content-type'])).toContain('text/calendar');
    await askDatabase(product.databaseUrl, 'delete from notices');
    await set(meeting({ on: '2025-09-24', from: '14:00', agenda: '只改议程' }));
    expect(await told('briefing.meeting_set')).toEqual([]);
    await set(meeting({ on: '2025-09-24', from: '15:00' }));
    expect(await told('briefing.meeting_set')).toHaveLength(4);
    await set(null);
    expect(await told('briefing.meeting_off')).toHaveLength(4);
    expect((await open(team.lead)).meeting).toBeNull();
  });

  test('nobody checks in hours before it', async () => {
    await set(meeting({ on: addDays(dayIn('Asia/Shanghai', now()), 3) }));
    expect((await read(team.execution)).can.checkIn).toBe(false);
    expect(await team.execution.ask('POST', `${api}/check-in`, { briefingId: (await open(team.execution)).id })).toMatchObject({ status: 409, body: { code: 'briefing.check_in_closed' } });
  });

  test('who was told of it the day before is not told again by the clock', async () => {
    await set(meeting({ on: addDays(dayIn('Asia/Shanghai', now()), 1), from: '10:00' }));
    await product.server.jobs.runNow('briefing.remindReaders', { now: new Date(`${dayIn('Asia/Shanghai', now())}T23:00:00+08:00`) });
    expect(await told('briefing.meeting_soon')).toEqual([]);
  });

  test('everyone is told on the working day before, and who has not read is told that too', async () => {
    await confirm(team.execution);
    await set(meeting({ on: '2025-10-09', from: '10:00' })); // a Thursday after the holiday: 30 September is the working day before
    // It was set by today's clock, long after that day: the job goes by its own.
    await askDatabase(product.databaseUrl, `update briefings set asked_again_on = '2025-01-01', meeting_told_on = null; delete from notices`);
    const run = (at: string) => product.server.jobs.runNow('briefing.remindReaders', { now: new Date(at) });
    await run('2025-09-29T02:00:00Z');
    expect(await told('briefing.meeting_soon')).toEqual([]);
    for (let time = 0; time < 2; time += 1) await run('2025-09-30T02:00:00Z');
    expect(await askDatabase(product.databaseUrl, "select u.name, n.data->>'open' as open from notices n join users u on u.id = n.user_id where n.code = 'briefing.meeting_soon' order by u.email")).toEqual(
      [['王芳', 'false'], ['陈婧', 'true'], ['赵敏', 'true'], ['李想', 'true'], ['刘洋', 'true']].map(([name, open_]) => ({ name, open: open_ })));
  });
});

test('a cancelled campaign keeps its briefing as it was', async () => {
  await confirm(team.execution);
  await team.lead.must('POST', `/api/campaigns/${campaignId}/moves`, { to: 'cancelled', reason: '市场变化' });
  expect((await open(team.lead)).progress).toMatchObject({ confirmed: 1, total: 5 });
  expect((await confirm(team.logistics)).status).toBe(403);
  expect((await team.lead.ask('POST', `${api}/reminders`, {})).status).toBe(403);
});
