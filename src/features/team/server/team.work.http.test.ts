import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from '#apps/server/testing/product.ts';
import { addRow, draftCampaign, historyOf, joinTeam, moveTo, type TestTeam } from '#features/campaign/server/campaign.factory.ts';
import type { TestPerson } from '#platform/server/testing/http.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import type { getWorkload, listAbsences, listAreas, listTeam, writeDuties } from '../team.contract.ts';
import { workloadOf } from '../team.workload.rules.ts';

let product: TestProduct;
let team: TestTeam;

beforeAll(async () => {
  product = await startTestProduct();
  team = await joinTeam(product);
}, 120_000);
afterAll(() => product.close());

const read = (person: TestPerson, id: string) => person.must<OutputOf<typeof listTeam>>('GET', `/api/campaigns/${id}/team`);
const areas = (person: TestPerson, id: string) => person.must<OutputOf<typeof listAreas>>('GET', `/api/campaigns/${id}/team/areas`);
const workload = (person: TestPerson, id: string) => person.must<OutputOf<typeof getWorkload>>('GET', `/api/campaigns/${id}/team/workload`);
const write = (person: TestPerson, id: string, groups: readonly object[]) => person.ask('PATCH', `/api/campaigns/${id}/team/duties`, { groups });
const editAreas = (person: TestPerson, id: string, changes: readonly object[]) => person.ask('POST', `/api/campaigns/${id}/team/areas/edits`, { changes });
const insert = (fields: object) => ({ type: 'insert', id: crypto.randomUUID(), fields });
const absent = (person: TestPerson, body: object, absenceId = crypto.randomUUID()) => person.ask('PUT', `/api/absences/${absenceId}`, body);

describe('the duties of the groups (P3.2)', () => {
  test('are empty until written, and stand in the history', async () => {
    const id = await draftCampaign(team);
    expect((await read(team.lead, id)).duties).toEqual(['lead', 'planning', 'execution', 'monitoring', 'logistics'].map((group) => ({ group, duties: '', worksWith: '' })));
    expect((await write(team.planning, id, [{ group: 'execution', duties: { from: '', to: '提前 2 小时到岗' } }, { group: 'logistics', worksWith: { from: '', to: '到货当天交接' } }])).body).toEqual({ conflicts: [] });
    expect((await read(team.finance, id)).duties.filter((duty) => duty.duties + duty.worksWith !== '')).toEqual([{ group: 'execution', duties: '提前 2 小时到岗', worksWith: '' }, { group: 'logistics', duties: '', worksWith: '到货当天交接' }]);
    const { events } = await team.lead.must<{ events: { kind: string; after: object }[] }>('GET', `/api/campaigns/${id}/history?topic=team`);
    expect(events.filter((event) => event.kind === 'team.duties_changed').map((event) => event.after)).toEqual([{ group: 'logistics', worksWith: '到货当天交接' }, { group: 'execution', duties: '提前 2 小时到岗' }]);
  });

  test('two who write at once: one field each merges, the same field answers with the other’s text and name', async () => {
    const id = await draftCampaign(team);
    await write(team.lead, id, [{ group: 'execution', duties: { from: '', to: '现场' } }]);
    const seen = { from: '现场' };
    const answers = await Promise.all([
      write(team.lead, id, [{ group: 'execution', duties: { ...seen, to: '现场执行' } }]),
      write(team.planning, id, [{ group: 'execution', worksWith: { from: '', to: '找后勤组' } }]),
    ]);
    for (const answer of answers) expect(answer.body).toEqual({ conflicts: [] });
    const late = (await write(team.planning, id, [{ group: 'execution', duties: { ...seen, to: '接待' } }])).body as unknown as OutputOf<typeof writeDuties>;
    expect(late.conflicts).toMatchObject([{ group: 'execution', field: 'duties', current: '现场执行' }]);
    expect((await read(team.lead, id)).duties[2]).toEqual({ group: 'execution', duties: '现场执行', worksWith: '找后勤组' });
  });

  test('two first writers of one group: nobody’s text is lost unseen', async () => {
    const id = await draftCampaign(team);
    const answers = await Promise.all([['甲', team.lead], ['乙', team.planning]].map(([to, person]) => write(person as TestPerson, id, [{ group: 'planning', duties: { from: '', to } }])));
    const conflicts = answers.flatMap((answer) => (answer.body as unknown as OutputOf<typeof writeDuties>).conflicts);
    expect(conflicts).toHaveLength(1);
    expect((await read(team.lead, id)).duties[1]?.duties).toBe(conflicts[0]?.current);
  });

  test('are too long for nobody’s paper at a thousand characters', async () => {
    const id = await draftCampaign(team);
    expect((await write(team.lead, id, [{ group: 'lead', duties: { from: '', to: '字'.repeat(1001) } }])).status).toBe(400);
    expect((await write(team.lead, id, [])).status).toBe(400);
  });
});

describe('the responsibilities', () => {
  test('are rows that are edited like a grid, by name in the history', async () => {
    const id = await draftCampaign(team);
    const row = insert({ area: '物料验收', responsible: '后勤组', accountable: '陈婧' });
    expect((await editAreas(team.planning, id, [row])).status).toBe(200);
    expect((await editAreas(team.lead, id, [{ type: 'update', id: row.id, set: { responsible: { from: '后勤组', to: '赵敏、王芳' } } }])).body).toMatchObject({ outcomes: [{ status: 'ok' }] });
    expect((await editAreas(team.planning, id, [{ type: 'update', id: row.id, set: { responsible: { from: '后勤组', to: '李想' } } }])).body).toMatchObject({ outcomes: [{ status: 'conflict', conflicts: [{ current: '赵敏、王芳', by: '陈婧' }] }] });
    expect((await areas(team.execution, id)).areas).toMatchObject([{ area: '物料验收', responsible: '赵敏、王芳', accountable: '陈婧', consulted: '', informed: '', note: '' }]);
    expect((await historyOf(team.lead, id, row.id)).map((event) => event.kind)).toEqual(['work_area_changed', 'work_area_created']);
    expect(await editAreas(team.lead, id, [insert({ responsible: '后勤组' })])).toMatchObject({ status: 400, body: { code: 'team.area_needed', title: '请填写工作事项的名称。' } });
  });
});

describe('who may', () => {
  test('the lead and the planners divide the work in the draft; later the lead alone; in a closed campaign nobody', async () => {
    const id = await draftCampaign(team);
    await addRow(team.lead, id, 'budget', { category: '物料制作费', amountCents: 100_000 });
    await addRow(team.lead, id, 'schedule', { title: '布置' });
    await addRow(team.lead, id, 'goals', { metric: '订单量', target: 10 });
    const statuses = async () => Promise.all((['lead', 'planning', 'execution', 'monitoring', 'logistics', 'management', 'finance', 'outsider'] as const).map(async (role) => [
      (await write(team[role], id, [{ group: 'lead', duties: { to: role } }])).status, (await editAreas(team[role], id, [insert({ area: role })])).status,
    ]));
    expect(await statuses()).toEqual([[200, 200], [200, 200], [403, 403], [403, 403], [403, 403], [403, 403], [403, 403], [404, 404]]);
    await moveTo(team, id, 'submitted');
    expect((await statuses()).slice(0, 2)).toEqual([[200, 200], [403, 403]]);
    expect([(await read(team.lead, id)).can, (await read(team.planning, id)).can]).toEqual([{ staff: true, divide: true }, { staff: false, divide: false }]);
    await team.lead.must('POST', `/api/campaigns/${id}/moves`, { to: 'cancelled', reason: '市场变化' });
    expect((await statuses())[0]).toEqual([403, 403]);
  });
});

describe('absences', () => {
  test('people enter their own, with who stands in; the team sees the days, the lead also why', async () => {
    const id = await draftCampaign(team);
    const body = { userId: team.execution.id, fromOn: '2025-10-16', toOn: '2025-10-18', reason: '婚假', standInId: team.logistics.id };
    const absenceId = crypto.randomUUID();
    expect((await absent(team.execution, body, absenceId)).status).toBe(200);
    expect((await absent(team.execution, body, absenceId)).status).toBe(200);
    const shown = async (person: TestPerson) => (await read(person, id)).absences.map(({ name, fromOn, toOn, reason, standInName, can }) => [name, fromOn, toOn, reason, standInName, can.change]);
    expect(await shown(team.execution)).toEqual([['王芳', '2025-10-16', '2025-10-18', '婚假', '赵敏', true]]);
    expect(await shown(team.lead)).toEqual([['王芳', '2025-10-16', '2025-10-18', '婚假', '赵敏', true]]);
    expect(await shown(team.monitoring)).toEqual([['王芳', '2025-10-16', '2025-10-18', null, '赵敏', false]]);
    expect((await product.admin.ask('DELETE', `/api/absences/${absenceId}`)).status).toBe(200);
    expect(await shown(team.lead)).toEqual([]);
  });

  test('others may not, unless they lead a campaign that lives, or administer', async () => {
    const id = await draftCampaign(team);
    const body = { userId: team.monitoring.id, fromOn: '2025-10-20', toOn: '2025-10-20' };
    const absenceId = crypto.randomUUID();
    for (const role of ['planning', 'execution', 'management', 'finance', 'outsider'] as const) expect([role, (await absent(team[role], body, absenceId)).status]).toEqual([role, 403]);
    expect((await absent(product.stranger(), body)).status).toBe(401);
    expect((await absent(team.lead, body, absenceId)).status).toBe(200);
    for (const role of ['planning', 'management'] as const) expect((await team[role].ask('DELETE', `/api/absences/${absenceId}`)).status).toBe(403);
    // Another's absence is not turned into one's own.
    expect((await absent(team.planning, { ...body, userId: team.planning.id }, absenceId)).status).toBe(404);
    expect((await team.monitoring.ask('DELETE', `/api/absences/${absenceId}`)).status).toBe(200);
    expect((await team.monitoring.ask('DELETE', `/api/absences/${absenceId}`)).status).toBe(404);
    const alone = await product.join({ name: '单独', email: 'alone@example.com' });
    expect((await absent(team.lead, { ...body, userId: alone.id })).status).toBe(403);
    expect((await absent(product.admin, { ...body, userId: alone.id })).status).toBe(200);
    expect((await alone.must<OutputOf<typeof listAbsences>>('GET', '/api/absences')).people).toEqual([{ userId: alone.id, name: '单独' }]);
    expect((await team.lead.must<OutputOf<typeof listAbsences>>('GET', '/api/absences')).people.map((person) => person.name).slice(0, 2)).toEqual(['陈婧', '刘洋']);
    expect((await read(team.lead, id)).members).not.toHaveLength(0);
  });

  test('say what is wrong with them; two at once do not overlap', async () => {
    const body = { userId: team.finance.id, fromOn: '2025-11-03', toOn: '2025-11-05' };
    const code = async (change: object) => ((await absent(team.finance, { ...body, ...change })).body as { code?: string }).code;
    expect(await code({ toOn: '2025-11-01' })).toBe('team.absence_reversed');
    expect(await code({ standInId: team.finance.id })).toBe('team.stand_in_self');
    expect(await code({ standInId: crypto.randomUUID() })).toBe('team.person_unknown');
    const both = await Promise.all([absent(team.finance, body), absent(team.finance, { ...body, fromOn: '2025-11-05', toOn: '2025-11-06' })]);
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(both.find((answer) => answer.status === 409)?.body).toMatchObject({ code: 'team.absence_overlaps' });
  });
});

describe('the workload', () => {
  test('knows the tasks here, the absences, and the days in other campaigns; which one only for those who may see it', async () => {
    const [id, other, closed] = [await draftCampaign(team), await draftCampaign(team, '会员日'), await draftCampaign(team, '旧活动')];
      await addRow(team.lead, id, 'schedule', { title: '现场', phase: 'execution', startOn: '2025-10-16', endOn: '2025-10-18', ownerText: '王芳' });
    await addRow(team.lead, id, 'schedule', { title: '取消的', phase: 'execution', startOn: '2025-10-16', endOn: '2025-10-18', ownerText: '王芳', state: 'cancelled' });
    await addRow(team.lead, other, 'schedule', { title: '路演', phase: 'execution', startOn: '2025-10-18', endOn: '2025-10-19', ownerText: '执行组、李想' });
    await addRow(team.lead, other, 'schedule', { title: '明年', startOn: '2026-10-18', endOn: '2026-10-19', ownerText: '王芳' });
    await addRow(team.lead, closed, 'schedule', { title: '旧的', startOn: '2025-10-18', endOn: '2025-10-19', ownerText: '全员' });
    await team.lead.must('POST', `/api/campaigns/${closed}/moves`, { to: 'cancelled', reason: '合并' });
    await team.lead.must('DELETE', `/api/campaigns/${other}/team/${team.planning.id}/planning`);
    const facts = await workload(team.lead, id);
    expect(facts.tasks.map((task) => [task.title, task.done])).toEqual([['现场', false]]);
    expect(facts.elsewhere.map(({ userId, campaignName, named, startOn }) => [userId, campaignName, named, startOn])).toEqual(expect.arrayContaining([[team.execution.id, '会员日', false, '2025-10-18'], [team.monitoring.id, '会员日', true, '2025-10-18']]));
    expect(facts.elsewhere).toHaveLength(2);
    // 刘洋 is in no team of 会员日 and of another department's campaign: they learn the days and nothing else.
    expect((await workload(team.planning, id)).elsewhere.map(({ campaignId, campaignName }) => [campaignId, campaignName])).toEqual([[null, null], [null, null]]);
    const load = workloadOf({ ...facts, limit: 10 });
    expect(load.people.find(({ person }) => person.name === '王芳')?.weeks.map((week) => [week.days, week.elsewhere])).toEqual([[0, 0], [0, 0], [3, 2], [0, 0]]);
    expect((await team.outsider.ask('GET', `/api/campaigns/${id}/team/workload`)).status).toBe(404);
  });

  test('goes by the company’s own days', async () => {
    const id = await draftCampaign(team);
    await addRow(team.lead, id, 'schedule', { title: '整理资料', phase: 'preparation', startOn: '2025-10-13', endOn: '2025-10-14', ownerText: '王芳' });
    const days = async () => workloadOf({ ...await workload(team.lead, id), limit: 10 }).people.find(({ person }) => person.name === '王芳')?.days;
    expect(await days()).toBe(2);
    await product.admin.must('POST', '/api/calendar-days', { changes: [{ day: '2025-10-14', from: null, to: { works: false, name: '盘点日' } }] });
    expect(await days()).toBe(1);
  });
});
