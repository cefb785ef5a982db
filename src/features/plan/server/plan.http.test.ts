import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestPerson } from '#platform/server/testing/http.ts';
import { makeDraft, startTestCompany, submitPlanOf, type TestCompany } from '#apps/server/testing/company.ts';

let company: TestCompany;
beforeAll(async () => {
  company = await startTestCompany();
});
afterAll(() => company.product.close());

/** The refusal as each language says it. */
async function refusal(person: TestPerson, method: 'POST' | 'PATCH' | 'DELETE', url: string, body?: unknown) {
  const zh = await person.ask(method, url, body, { 'accept-language': 'zh-CN' });
  const en = await person.ask(method, url, body, { 'accept-language': 'en' });
  return { status: zh.status, code: zh.body?.['code'] as unknown, zh: String(zh.body?.['title']), en: String(en.body?.['title']) };
}

describe('a submission', () => {
  test('freezes a numbered version with its hash and asks for approval (P4.2)', async () => {
    const campaign = await makeDraft(company);
    const made = await company.planner.must<{ approvalId: string; number: number; sha256: string }>('POST', `${campaign.api}/plan/submissions`, { note: '预算不变', answer: '测试数据，按简化内容提交' });
    expect(made).toMatchObject({ number: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await company.lead.must('GET', campaign.api)).toMatchObject({ stage: 'submitted' });
    const plan = await company.lead.must('GET', `${campaign.api}/plan`);
    expect(plan).toMatchObject({ versions: [{ number: 1, note: '预算不变', submittedBy: '刘洋', decision: null, step: { number: 1, count: 1, who: [{ name: null, role: 'management' }] } }], can: { submit: false, start: false } });
  });

  test('of an incomplete plan is refused and says what is lacking', async () => {
    const { id } = await company.lead.must<{ id: string }>('POST', '/api/campaigns', { name: '空活动', scenario: 'launch', startsOn: '2026-01-01', endsOn: '2026-01-31' });
    const refused = await refusal(company.lead, 'POST', `/api/campaigns/${id}/plan/submissions`, { answer: '测试数据，按简化内容提交' });
    expect(refused).toMatchObject({ status: 409, code: 'plan.incomplete', zh: '方案还不能提交，请先做到：至少有一个目标、预算有金额、排好进度。', en: 'The plan cannot be submitted yet. It needs: At least one goal, A budget with amounts, A schedule.' });
    const plan = await company.lead.must<{ gaps: { rule: string }[] }>('GET', `/api/campaigns/${id}/plan`);
    expect(plan.gaps.map((gap) => gap.rule)).toEqual(['G01', 'B01', 'S01']);
  });

  test('closes the plan to edits, each with the reason in both languages', async () => {
    const campaign = await makeDraft(company);
    await submitPlanOf(company, campaign);
    expect(await refusal(company.lead, 'POST', `${campaign.api}/plan/submissions`, { answer: '测试数据，按简化内容提交' })).toMatchObject({ status: 409, code: 'campaign.stage_refused', zh: expect.stringContaining('只有草稿可以提交审批'), en: expect.stringContaining('Only a draft can be submitted') });
    for (const [path, id, set] of [
      ['goals', campaign.goalId, { target: { to: 1 } }],
      ['budget', campaign.lineId, { amountCents: { to: 1 } }],
      ['schedule', campaign.taskId, { title: { to: '改名' } }],
    ] as const) {
      const answer = await company.lead.ask('POST', `${campaign.api}/${path}/edits`, { changes: [{ type: 'update', id, set }] });
      expect([path, answer.status]).toEqual([path, 403]);
    }
    expect((await company.lead.ask('PATCH', campaign.api, { theme: '换个主题' })).status).toBe(403);
  });

  test('is made by the lead and the planning group only', async () => {
    const campaign = await makeDraft(company);
    const tried = await Promise.all([company.executor, company.monitor, company.finance, company.boss, company.outsider].map(async (person) => (await person.ask('POST', `${campaign.api}/plan/submissions`, { answer: '测试数据，按简化内容提交' })).status));
    expect(tried).toEqual([403, 403, 403, 403, 404]);
  });
});

describe('the stages of preparation', () => {
  test('preparing needs an approved plan, going live needs preparing', async () => {
    const campaign = await makeDraft(company);
    expect(await refusal(company.lead, 'POST', `${campaign.api}/plan/start`)).toMatchObject({ status: 409, code: 'campaign.stage_refused', zh: expect.stringContaining('方案核准后才能开始筹备'), en: expect.stringContaining('Preparing starts after the plan is approved') });
    expect(await refusal(company.lead, 'POST', `${campaign.api}/moves`, { to: 'live' })).toMatchObject({ status: 409, zh: expect.stringContaining('须先开始筹备'), en: expect.stringContaining('Preparing comes before going live') });
    expect(await refusal(company.lead, 'POST', `${campaign.api}/moves`, { to: 'reviewing' })).toMatchObject({ status: 409, zh: expect.stringContaining('须先开始执行') });
    const approvalId = await submitPlanOf(company, campaign);
    await company.boss.must('POST', `/api/approvals/${approvalId}/decision`, { decision: 'approved' });
    await company.lead.must('POST', `${campaign.api}/plan/start`);
    expect(await company.lead.must('GET', campaign.api)).toMatchObject({ stage: 'preparing' });
  });

  test('a cancellation needs its reason, and keeps it in the history', async () => {
    const campaign = await makeDraft(company);
    expect(await refusal(company.lead, 'POST', `${campaign.api}/moves`, { to: 'cancelled' })).toMatchObject({ status: 400, code: 'campaign.reason_needed', zh: '请写明取消的原因。' });
    await company.lead.must('POST', `${campaign.api}/moves`, { to: 'cancelled', reason: '预算冻结' });
    const { events } = await company.lead.must<{ events: { kind: string; after: unknown }[] }>('GET', `${campaign.api}/history?topic=campaign`);
    expect(events[0]).toMatchObject({ kind: 'campaign.moved', after: { stage: 'cancelled', reason: '预算冻结' } });
  });
});

test('the seal holds while the plan is what was approved: a moved date breaks it, a ticked task does not', async () => {
  const campaign = await makeDraft(company);
  const approvalId = await submitPlanOf(company, campaign);
  await company.boss.must('POST', `/api/approvals/${approvalId}/decision`, { decision: 'approved' });
  await company.lead.must('POST', `${campaign.api}/plan/start`);
  const changed = async () => (await company.lead.must<{ changed: boolean }>('GET', `${campaign.api}/plan`)).changed;
  const edit = (set: object) => company.lead.must('POST', `${campaign.api}/schedule/edits`, { changes: [{ type: 'update', id: campaign.taskId, set }] });
  await edit({ state: { to: 'done' }, note: { to: '顺利' } });
  expect(await changed()).toBe(false);
  await edit({ endOn: { to: '2025-10-19' } });
  expect(await changed()).toBe(true);
});

test('the history names the row, before and after, and is filtered by topic', async () => {
  const campaign = await makeDraft(company);
  await company.lead.must('POST', `${campaign.api}/budget/edits`, { changes: [{ type: 'update', id: campaign.lineId, set: { amountCents: { from: 800_000, to: 900_000 } } }] });
  await company.lead.must('POST', `${campaign.api}/budget/edits`, { changes: [{ type: 'delete', id: campaign.lineId }] });
  const read = (query: string) => company.lead.must<{ events: { kind: string; subjectName: string | null }[]; next: number | null }>('GET', `${campaign.api}/history${query}`);
  const { events } = await read('?topic=budget');
  expect(events.map(({ kind, subjectName }) => [kind, subjectName])).toEqual([['budget_line_deleted', '物料制作费'], ['budget_line_changed', '物料制作费'], ['budget_line_created', '物料制作费']]);
  expect(events[1]).toMatchObject({ before: { amountCents: 800_000 }, after: { amountCents: 900_000 } });
  const first = await read('?limit=2');
  const second = await read(`?limit=2&before=${String(first.next)}`);
  expect(new Set([...first.events, ...second.events].map((event) => JSON.stringify(event))).size).toBe(4);
});
