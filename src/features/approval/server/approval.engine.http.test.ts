import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { askForMoney, makeDraft, startTestCompany, submitPlanOf, type Member, type TestCampaign, type TestCompany } from '#apps/server/testing/company.ts';
import { addWorkingDays, dayIn } from '#platform/shared/calendar.ts';
import type { ApprovalDetail } from '../approval.contract.ts';
import type { RouteStep } from '../approval.route.rules.ts';
import type { RouteView } from '../approval.route.contract.ts';

let company: TestCompany;
let campaign: TestCampaign;
beforeAll(async () => {
  company = await startTestCompany();
  campaign = await makeDraft(company);
  await company.boss.must('POST', `/api/approvals/${await submitPlanOf(company, campaign)}/decision`, { decision: 'approved' });
  await company.lead.must('POST', `${campaign.api}/plan/start`);
});
afterAll(async () => { await company.product.close(); });

const step = (name: string, approver: RouteStep['approver'], more: Partial<RouteStep> = {}): RouteStep => ({ name, approver, mode: 'any', dueDays: 2, escalate: null, ...more });
const lead = step('审核', { type: 'lead' });
const finance = step('审批', { type: 'role', role: 'finance' });
const management = step('核准', { type: 'role', role: 'management' });

/** The only route of spending from now on. */
async function routeIs(...steps: RouteStep[]): Promise<void> {
  const { routes } = await company.product.admin.must<{ routes: RouteView[] }>('GET', '/api/approval-routes');
  for (const route of routes.filter((one) => one.kind === 'spending')) await company.product.admin.must('DELETE', `/api/approval-routes/${route.id}?revision=${route.revision}`);
  await company.product.admin.must('PUT', `/api/approval-routes/${crypto.randomUUID()}`, { kind: 'spending', category: '', departmentId: null, fromCents: null, toCents: null, steps, revision: null });
}
const ask = async (): Promise<string> => (await askForMoney(company, campaign, campaign.lineId, 100, { payee: '' })).approvalId;
const read = (approvalId: string, person: Member = company.planner) => person.must<ApprovalDetail>('GET', `/api/approvals/${approvalId}`);
const decide = (person: Member, approvalId: string, decision = 'approved', more: object = {}) => person.ask('POST', `/api/approvals/${approvalId}/decision`, { decision, ...more });
const waits = async (person: Member, approvalId: string) => (await person.must<{ waiting: { id: string; forName: string | null }[] }>('GET', '/api/approvals')).waiting.find((one) => one.id === approvalId);
const today = dayIn('Asia/Shanghai');
const dayFrom = (offset: number) => dayIn('Asia/Shanghai', new Date(Date.now() + offset * 86_400_000));

describe('steps, one after another', () => {
  beforeEach(() => routeIs(lead, finance, management));

  test('three people decide in order, each sees it only in turn, the last approves', async () => {
    const approvalId = await ask();
    expect(await Promise.all([company.lead, company.finance, company.boss].map((person) => waits(person, approvalId)))).toEqual([expect.anything(), undefined, undefined]);
    expect((await decide(company.boss, approvalId)).status).toBe(403);
    expect((await decide(company.lead, approvalId)).body).toEqual({ finished: false, next: '审批' });
    expect((await decide(company.lead, approvalId)).body).toMatchObject({ code: 'approval.step_passed' });
    expect((await decide(company.finance, approvalId)).body).toEqual({ finished: false, next: '核准' });
    expect((await decide(company.otherBoss, approvalId)).body).toEqual({ finished: true, next: null });
    const done = await read(approvalId);
    expect(done).toMatchObject({ decision: 'approved', decidedBy: '吴迪', step: null });
    expect(done.steps.map((one) => [one.name, one.state, one.assignees.filter((who) => who.decidedAt !== null).length])).toEqual([['审核', 'passed', 1], ['审批', 'passed', 1], ['核准', 'passed', 1]]);
    expect(done.acts.map((act) => [act.kind, act.step, act.by])).toEqual([['approved', '审核', '陈婧'], ['approved', '审批', '孙丽'], ['approved', '核准', '吴迪']]);
  });

  test('a stale page decides nothing: the step that it showed has passed', async () => {
    const approvalId = await ask();
    const seen = (await read(approvalId)).step?.id;
    await decide(company.lead, approvalId);
    expect((await decide(company.finance, approvalId, 'approved', { stepId: seen })).body).toMatchObject({ code: 'approval.step_passed' });
    expect((await read(approvalId)).step?.name).toBe('审批');
  });

  test('whoever returns it ends it, with the reason for the one who asked', async () => {
    const approvalId = await ask();
    await decide(company.lead, approvalId);
    expect((await decide(company.finance, approvalId, 'returned', { reason: '缺报价单' })).body).toMatchObject({ finished: true });
    expect(await read(approvalId)).toMatchObject({ decision: 'returned', reason: '缺报价单', steps: [{ state: 'passed' }, { state: 'returned' }, { state: 'dropped' }] });
    const { notices } = await company.planner.must<{ notices: { title: string; text: string; link: string }[] }>('GET', '/api/notices');
    expect(notices[0]).toMatchObject({ title: '被退回：印刷海报 ¥1', link: `/approvals/${approvalId}` });
  });

  test('a route that changes leaves what runs as it was', async () => {
    const approvalId = await ask();
    await routeIs(management);
    await decide(company.lead, approvalId);
    expect((await read(approvalId)).steps.map((one) => one.name)).toEqual(['审核', '审批', '核准']);
    expect((await read(await ask())).steps.map((one) => one.name)).toEqual(['核准']);
  });

  test('the same step from two people at once: the next one opens once', async () => {
    await routeIs(management, finance);
    const approvalId = await ask();
    const answers = await Promise.all([decide(company.boss, approvalId), decide(company.otherBoss, approvalId)]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    expect((await read(approvalId)).steps.map((one) => one.state)).toEqual(['passed', 'open']);
  });
});

test('a step of everyone waits for each of them', async () => {
  await routeIs(step('会签', { type: 'role', role: 'management' }, { mode: 'all' }));
  const approvalId = await ask();
  expect((await decide(company.boss, approvalId)).body).toEqual({ finished: false, next: null });
  expect((await decide(company.boss, approvalId)).status).toBe(409);
  expect((await read(approvalId)).step?.who).toEqual([{ name: '吴迪', role: null }]);
  expect((await decide(company.otherBoss, approvalId)).body).toEqual({ finished: true, next: null });
});

test('a step whose approver asked falls to management, and says so', async () => {
  await routeIs(lead);
  const requestId = crypto.randomUUID();
  const { approvalId } = await company.lead.must<{ approvalId: string }>('PUT', `${campaign.api}/budget/requests/${requestId}`, { kind: 'spending', lineId: campaign.lineId, amountCents: 100, purpose: '备品', submit: true });
  expect((await read(approvalId)).steps[0]?.assignees).toMatchObject([{ role: 'management', source: 'instead' }]);
  expect((await decide(company.lead, approvalId)).status).toBe(403);
  expect((await decide(company.boss, approvalId)).status).toBe(200);
});

describe('on the way', () => {
  beforeEach(() => routeIs(lead, management));

  test('handing on: the new person decides, the old one no more; not to the one who asked', async () => {
    const approvalId = await ask();
    const hand = (person: Member, toId: string) => person.ask('POST', `/api/approvals/${approvalId}/transfers`, { toId, words: '请你看' });
    expect((await hand(company.lead, company.planner.id)).body).toMatchObject({ code: 'approval.own_request' });
    expect((await hand(company.executor, company.executor.id)).status).toBe(403);
    expect((await hand(company.lead, company.outsider.id)).status).toBe(200);
    expect((await decide(company.lead, approvalId)).status).toBe(409);
    expect(await waits(company.outsider, approvalId)).toBeDefined();
    expect((await read(approvalId, company.outsider)).can.decide).toBe(true);
    expect((await decide(company.outsider, approvalId)).body).toMatchObject({ next: '核准' });
    expect((await read(approvalId)).acts.map((act) => [act.kind, act.by, act.to])).toEqual([['transferred', '陈婧', '外人'], ['approved', '外人', null]]);
  });

  test('a step added before comes first, and the paused one returns to the same person', async () => {
    const approvalId = await ask();
    await company.lead.must('POST', `/api/approvals/${approvalId}/steps`, { toId: company.monitor.id, when: 'before', words: '先看看数据' });
    expect((await decide(company.lead, approvalId)).status).toBe(409);
    expect((await decide(company.monitor, approvalId)).body).toEqual({ finished: false, next: '审核' });
    expect((await decide(company.lead, approvalId)).body).toEqual({ finished: false, next: '核准' });
    expect((await read(approvalId)).steps.map((one) => [one.name, one.state])).toEqual([['加签', 'passed'], ['审核', 'passed'], ['核准', 'open']]);
  });

  test('a step added after follows at once', async () => {
    const approvalId = await ask();
    await company.lead.must('POST', `/api/approvals/${approvalId}/steps`, { toId: company.monitor.id, when: 'after' });
    expect((await read(approvalId)).steps.map((one) => [one.name, one.state])).toEqual([['审核', 'passed'], ['加签', 'open'], ['核准', 'pending']]);
    await decide(company.monitor, approvalId);
    expect((await read(approvalId)).step?.name).toBe('核准');
  });

  test('comments are kept and reach those concerned', async () => {
    const approvalId = await ask();
    await company.lead.must('POST', `/api/approvals/${approvalId}/comments`, { words: '单价能再谈吗？' });
    expect((await read(approvalId)).acts).toMatchObject([{ kind: 'commented', by: '陈婧', words: '单价能再谈吗？' }]);
    const { notices } = await company.planner.must<{ notices: { text: string }[] }>('GET', '/api/notices');
    expect(notices[0]?.text).toBe('陈婧：单价能再谈吗？');
    expect((await company.outsider.ask('POST', `/api/approvals/${approvalId}/comments`, { words: 'x' })).status).toBe(404);
  });

  test('an administrator hands on what waits for someone who has left', async () => {
    await routeIs(step('审批', { type: 'person', userId: company.monitor.id }));
    const approvalId = await ask();
    await company.product.admin.must('POST', `/api/approvals/${approvalId}/transfers`, { toId: company.executor.id });
    expect((await decide(company.monitor, approvalId)).status).toBe(409);
    expect((await decide(company.executor, approvalId)).body).toMatchObject({ finished: true });
  });
});

describe('during an absence', () => {
  const delegate = (person: Member, toId: string, fromOn: string, toOn: string) => person.ask('POST', '/api/approval-delegations', { toId, fromOn, toOn, reason: '出差' });
  const endAll = async () => {
    const { delegations } = await company.product.admin.must<{ delegations: { id: string }[] }>('GET', '/api/approval-delegations');
    for (const { id } of delegations) await company.product.admin.must('DELETE', `/api/approval-delegations/${id}`);
  };
  beforeEach(async () => {
    await endAll();
    await routeIs(lead, management);
  });

  test('along the chain, in the name of the one who is away', async () => {
    const approvalId = await ask();
    await delegate(company.lead, company.executor.id, today, today);
    await delegate(company.executor, company.monitor.id, today, dayFrom(3));
    expect(await waits(company.monitor, approvalId)).toMatchObject({ forName: '陈婧' });
    expect(await read(approvalId, company.monitor)).toMatchObject({ forName: '陈婧', can: { decide: true } });
    await decide(company.monitor, approvalId);
    expect((await read(approvalId)).acts).toMatchObject([{ kind: 'approved', by: '李想', forName: '陈婧' }]);
  });

  test('before and after it, nobody', async () => {
    const approvalId = await ask();
    await delegate(company.lead, company.executor.id, dayFrom(1), dayFrom(2));
    expect((await decide(company.executor, approvalId)).status).toBe(403);
  });

  test('a loop is refused and named, also when two are made at once', async () => {
    await delegate(company.lead, company.executor.id, today, dayFrom(5));
    await delegate(company.executor, company.monitor.id, dayFrom(2), dayFrom(8));
    const loop = await delegate(company.monitor, company.lead.id, dayFrom(4), dayFrom(9));
    expect(loop).toMatchObject({ status: 409, body: { code: 'approval.delegation_loop', title: '这样委托会绕回原处：李想 → 陈婧 → 王芳 → 李想。请换一位受托人或错开日期。' } });
    expect((await delegate(company.monitor, company.lead.id, dayFrom(6), dayFrom(9))).status).toBe(200);
    await endAll();
    const both = await Promise.all([delegate(company.boss, company.otherBoss.id, today, today), delegate(company.otherBoss, company.boss.id, today, today)]);
    expect(both.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
  });

  test('refused: to oneself, over another one, in the past, for another person', async () => {
    expect((await delegate(company.lead, company.lead.id, today, today)).body).toMatchObject({ code: 'approval.delegation_self' });
    expect((await delegate(company.lead, company.executor.id, dayFrom(-3), dayFrom(-1))).body).toMatchObject({ code: 'approval.delegation_days' });
    await delegate(company.lead, company.executor.id, today, dayFrom(5));
    expect((await delegate(company.lead, company.monitor.id, dayFrom(5), dayFrom(6))).body).toMatchObject({ code: 'approval.delegation_overlap' });
    expect((await company.executor.ask('POST', '/api/approval-delegations', { fromId: company.lead.id, toId: company.monitor.id, fromOn: today, toOn: today })).status).toBe(403);
    const { delegations } = await company.lead.must<{ delegations: { id: string }[] }>('GET', '/api/approval-delegations');
    expect((await company.monitor.ask('DELETE', `/api/approval-delegations/${delegations[0]?.id}`)).status).toBe(404);
  });
});

describe('deadlines in working days', () => {
  const run = (day: string, time = '10:30') => company.product.server.jobs.runNow('approval.remindApprovers', { now: new Date(`${day}T${time}:00+08:00`) });
  const acts = async (approvalId: string) => (await read(approvalId)).acts.map((act) => act.kind);

  test('a reminder on the day, once a day, in office hours; then those whom the route names are asked', async () => {
    await routeIs(step('审核', { type: 'lead' }, { dueDays: 1, escalate: { type: 'role', role: 'management' } }));
    const approvalId = await ask();
    const dueOn = addWorkingDays(today, 1);
    expect((await read(approvalId)).step?.dueOn).toBe(dueOn);
    await run(dueOn, '07:00');
    expect(await acts(approvalId)).toEqual([]);
    await run(dueOn);
    await run(dueOn, '15:30');
    expect(await acts(approvalId)).toEqual(['reminded']);
    expect((await decide(company.boss, approvalId)).status).toBe(403);
    await run(addWorkingDays(dueOn, 1));
    expect(await acts(approvalId)).toEqual(['reminded', 'escalated']);
    const { notices } = await company.boss.must<{ notices: { title: string; link: string }[] }>('GET', '/api/notices');
    expect(notices.find((notice) => notice.link === `/approvals/${approvalId}`)?.title).toBe('逾期升级：印刷海报 ¥1');
    expect((await decide(company.boss, approvalId)).body).toMatchObject({ finished: true });
  });

  test('nothing on a day off, and nothing of what is decided', async () => {
    await routeIs(step('审核', { type: 'lead' }, { dueDays: 1 }));
    const [open, decided] = [await ask(), await ask()];
    await decide(company.lead, decided);
    await run('2026-12-05');
    expect(await acts(open)).toEqual([]);
    await run('2026-12-07');
    expect([await acts(open), await acts(decided)]).toEqual([['reminded'], ['approved']]);
  });
});

test('what happened to an approval is append-only in the database', async () => {
  await routeIs(lead);
  const approvalId = await ask();
  await decide(company.lead, approvalId);
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: company.product.databaseUrl });
  await client.connect();
  for (const text of ["update approval_acts set words = 'x' where approval_id = $1", 'delete from approval_acts where approval_id = $1', "update approval_decisions set decision = 'returned', reason = 'x' where approval_id = $1", 'delete from approval_decisions where approval_id = $1']) {
    await expect(client.query(text, [approvalId])).rejects.toThrow('append-only');
  }
  await expect(client.query("insert into approval_acts (approval_id, kind, by_id) values ($1, 'approved', $2)", [approvalId, company.planner.id])).rejects.toThrow('not decided by the person who made it');
  await expect(client.query("insert into approval_acts (approval_id, kind, by_id, for_id) values ($1, 'approved', $2, $3)", [approvalId, company.boss.id, company.planner.id])).rejects.toThrow('not decided by the person who made it');
  await client.end();
});
