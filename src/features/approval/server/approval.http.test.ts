import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDraft, startTestCompany, submitPlanOf, type TestCompany } from '#apps/server/testing/company.ts';

let company: TestCompany;
beforeAll(async () => {
  company = await startTestCompany();
});
afterAll(() => company.product.close());

const decide = (approvalId: string) => `/api/approvals/${approvalId}/decision`;

describe('a decision', () => {
  test('approves the plan and moves the campaign, with who and when', async () => {
    const campaign = await makeDraft(company);
    const approvalId = await submitPlanOf(company, campaign, '请批');
    expect(await company.boss.must('GET', '/api/approvals')).toMatchObject({ waiting: expect.arrayContaining([expect.objectContaining({ id: approvalId, campaignName: '秋季新品上市', requestedBy: '陈婧' })]) });
    await company.boss.must('POST', decide(approvalId), { decision: 'approved' });
    expect(await company.lead.must('GET', `/api/approvals/${approvalId}`)).toMatchObject({ decision: 'approved', decidedBy: '周正', note: '请批', can: { decide: false, withdraw: false } });
    expect(await company.lead.must('GET', campaign.api)).toMatchObject({ stage: 'approved' });
    expect((await company.boss.must<{ waiting: { id: string }[] }>('GET', '/api/approvals')).waiting.map((one) => one.id)).not.toContain(approvalId);
  });

  test('is made once: a second one is told that there is one', async () => {
    const approvalId = await submitPlanOf(company, await makeDraft(company));
    await company.boss.must('POST', decide(approvalId), { decision: 'approved' });
    for (const decision of ['approved', 'returned']) {
      const again = await company.otherBoss.ask('POST', decide(approvalId), { decision, reason: '再想想' });
      expect(again).toMatchObject({ status: 409, body: { code: 'approval.decided', title: '这项申请已经有结果了，不能重复处理。请刷新查看。' } });
    }
  });

  test('of two people at the same moment stands once, the other is told', async () => {
    const campaign = await makeDraft(company);
    const approvalId = await submitPlanOf(company, campaign);
    const answers = await Promise.all([
      company.boss.ask('POST', decide(approvalId), { decision: 'approved' }),
      company.otherBoss.ask('POST', decide(approvalId), { decision: 'returned', reason: '预算过高' }),
    ]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body).toMatchObject({ code: 'approval.decided' });
    const { stage } = await company.lead.must<{ stage: string }>('GET', campaign.api);
    expect(stage).toBe(answers[0]?.status === 200 ? 'approved' : 'draft');
  });

  test('to return needs a reason, and brings the plan back to a draft that can be submitted again', async () => {
    const campaign = await makeDraft(company);
    const approvalId = await submitPlanOf(company, campaign);
    const silent = await company.boss.ask('POST', decide(approvalId), { decision: 'returned', reason: '  ' }, { 'accept-language': 'en' });
    expect(silent).toMatchObject({ status: 400, body: { code: 'approval.reason_needed', title: 'Say why you return it, so that it can be mended.' } });
    await company.boss.must('POST', decide(approvalId), { decision: 'returned', reason: '备用金不足 10%' });
    expect(await company.lead.must('GET', campaign.api)).toMatchObject({ stage: 'draft' });
    expect(await company.lead.must('GET', `${campaign.api}/plan`)).toMatchObject({ versions: [{ decision: 'returned', reason: '备用金不足 10%', decidedBy: '周正' }], can: { submit: true } });
    const { number } = await company.lead.must<{ number: number }>('POST', `${campaign.api}/plan/submissions`, { answer: '测试数据，按简化内容提交' });
    expect(number).toBe(2);
  });
});

describe('no one approves their own request', () => {
  test('not as management, and the database refuses it too', async () => {
    const { boss } = company;
    const { id } = await boss.must<{ id: string }>('POST', '/api/campaigns', { name: '管理层自己的活动', scenario: 'brand', startsOn: '2025-11-01', endsOn: '2025-11-30' });
    const row = (fields: object) => ({ changes: [{ type: 'insert', id: crypto.randomUUID(), fields }] });
    await boss.must('POST', `/api/campaigns/${id}/goals/edits`, row({ metric: '曝光量', target: 100 }));
    await boss.must('POST', `/api/campaigns/${id}/budget/edits`, row({ category: '线上推广费', amountCents: 100 }));
    await boss.must('POST', `/api/campaigns/${id}/schedule/edits`, row({ title: '投放' }));
    const { approvalId } = await boss.must<{ approvalId: string }>('POST', `/api/campaigns/${id}/plan/submissions`, { answer: '测试数据，按简化内容提交' });
    expect((await boss.ask('POST', decide(approvalId), { decision: 'approved' })).status).toBe(403);
    expect((await boss.must<{ waiting: { id: string }[] }>('GET', '/api/approvals')).waiting.map((one) => one.id)).not.toContain(approvalId);
    expect(await boss.must('GET', `/api/approvals/${approvalId}`)).toMatchObject({ can: { decide: false, withdraw: true } });
    const client = new pg.Client({ connectionString: company.product.databaseUrl });
    await client.connect();
    await expect(client.query(`insert into approval_decisions (approval_id, decision, decided_by) values ($1, 'approved', $2)`, [approvalId, boss.id])).rejects.toThrow('not decided by the person who made it');
    await client.end();
    await company.otherBoss.must('POST', decide(approvalId), { decision: 'approved' });
  });
});

describe('who may', () => {
  test('management decides; the team follows; finance looks; others find nothing', async () => {
    const approvalId = await submitPlanOf(company, await makeDraft(company));
    const see = async (person: typeof company.lead) => (await person.ask('GET', `/api/approvals/${approvalId}`)).status;
    const may = async (person: typeof company.lead) => (await person.ask('POST', decide(approvalId), { decision: 'approved' })).status;
    expect([await see(company.planner), await see(company.executor), await see(company.finance), await see(company.outsider)]).toEqual([200, 200, 200, 404]);
    expect([await may(company.lead), await may(company.planner), await may(company.finance), await may(company.outsider)]).toEqual([403, 403, 403, 404]);
    expect((await company.product.stranger().ask('GET', `/api/approvals/${approvalId}`)).status).toBe(401);
  });

  test('whoever asked takes it back, or the lead; then it is a draft again', async () => {
    const campaign = await makeDraft(company);
    const { approvalId } = await company.planner.must<{ approvalId: string }>('POST', `${campaign.api}/plan/submissions`, { answer: '测试数据，按简化内容提交' });
    expect((await company.executor.ask('DELETE', `/api/approvals/${approvalId}`)).status).toBe(403);
    await company.lead.must('DELETE', `/api/approvals/${approvalId}`);
    expect(await company.lead.must('GET', campaign.api)).toMatchObject({ stage: 'draft' });
    expect((await company.boss.ask('POST', decide(approvalId), { decision: 'approved' })).body).toMatchObject({ code: 'approval.decided' });
  });

  test('whose request the lead takes back is told by whom; who does it themselves is not', async () => {
    const campaign = await makeDraft(company, '夏日快闪');
    const told = async () => (await company.planner.must<{ notices: { title: string; text: string; link: string }[] }>('GET', '/api/notices')).notices.filter((notice) => notice.text.includes('夏日快闪'));
    const submit = async () => (await company.planner.must<{ approvalId: string }>('POST', `${campaign.api}/plan/submissions`, { answer: '测试数据，按简化内容提交' })).approvalId;
    await company.planner.must('DELETE', `/api/approvals/${await submit()}`);
    expect(await told()).toEqual([]);
    const approvalId = await submit();
    await company.lead.must('DELETE', `/api/approvals/${approvalId}`);
    expect(await told()).toMatchObject([{ title: '已被撤回：夏日快闪 ¥8,000', text: '陈婧撤回了您的活动方案，修改后可以重新提交。活动：夏日快闪。', link: `/approvals/${approvalId}` }]);
    // Nobody who was asked is left with something to do.
    const open = (await company.boss.must<{ notices: { link: string; settledAt: string | null }[] }>('GET', '/api/notices')).notices.filter((notice) => notice.link === `/approvals/${approvalId}`);
    expect(open.map((notice) => notice.settledAt)).toEqual([expect.any(String)]);
  });
});

test('what is approved is the frozen version, and the difference to the one before is at hand', async () => {
  const campaign = await makeDraft(company);
  const first = await submitPlanOf(company, campaign);
  await company.boss.must('POST', decide(first), { decision: 'returned', reason: '加一点' });
  await company.lead.must('POST', `${campaign.api}/budget/edits`, { changes: [{ type: 'update', id: campaign.lineId, set: { amountCents: { to: 900_000 } } }] });
  const frozen = await company.boss.must('GET', `/api/approvals/${first}`);
  expect(frozen).toMatchObject({ content: { budget: [{ amountCents: 800_000 }] }, previous: null });
  const second = await submitPlanOf(company, campaign);
  expect(await company.boss.must('GET', `/api/approvals/${second}`)).toMatchObject({ version: 2, content: { budget: [{ amountCents: 900_000 }] } });
});

test('a cancelled campaign leaves nothing to decide', async () => {
  const campaign = await makeDraft(company);
  const approvalId = await submitPlanOf(company, campaign);
  await company.lead.must('POST', `${campaign.api}/moves`, { to: 'cancelled', reason: '撤项' });
  expect((await company.boss.must<{ waiting: { id: string }[] }>('GET', '/api/approvals')).waiting.map((one) => one.id)).not.toContain(approvalId);
  expect(await company.boss.ask('POST', decide(approvalId), { decision: 'approved' })).toMatchObject({ status: 409, body: { code: 'approval.campaign_cancelled', title: '活动已取消，这项申请不再需要处理。' } });
});
