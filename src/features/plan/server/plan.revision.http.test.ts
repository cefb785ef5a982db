import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approveAll, askForMoney, makeDraft, spend, startTestCompany, submitPlanOf, type TestCampaign, type TestCompany } from '#apps/server/testing/company.ts';

let company: TestCompany;
beforeAll(async () => {
  company = await startTestCompany();
}, 120_000);
afterAll(() => company.product.close());

async function preparing(): Promise<TestCampaign> {
  const campaign = await makeDraft(company);
  await company.lead.must('POST', `${campaign.api}/budget/edits`, { changes: [{ type: 'insert', id: crypto.randomUUID(), fields: { category: '场地租赁费', amountCents: 1_200_000 } }] });
  const approvalId = await submitPlanOf(company, campaign);
  await company.boss.must('POST', `/api/approvals/${approvalId}/decision`, { decision: 'approved' });
  await company.lead.must('POST', `${campaign.api}/plan/start`);
  return campaign;
}

const revise = ({ api }: TestCampaign, reason = '场地档期变动') => company.lead.must('POST', `${api}/plan/revisions`, { reason });
const change = (path: string, id: string, set: object) => company.lead.ask('POST', path, { changes: [{ type: 'update', id, set }] });

describe('an approved plan is revised (P4.2)', () => {
  test('it is a draft again with its reason; goals and dates change, the approved version stays as it was', async () => {
    const campaign = await preparing();
    expect(await company.lead.must('GET', `${campaign.api}/plan`)).toMatchObject({ can: { revise: true } });
    await revise(campaign);
    expect(await company.lead.must('GET', campaign.api)).toMatchObject({ stage: 'draft', revised: true, can: { writePlan: true, workOnTasks: true } });
    expect((await change(`${campaign.api}/goals/edits`, campaign.goalId, { target: { to: 2_600 } })).status).toBe(200);
    expect(await company.lead.must('GET', `${campaign.api}/plan`)).toMatchObject({ changed: true, versions: [{ number: 1, decision: 'approved' }], can: { submit: true, revise: false } });
    const { events } = await company.lead.must<{ events: { kind: string; after: unknown }[] }>('GET', `${campaign.api}/history?topic=campaign`);
    expect(events[0]).toMatchObject({ kind: 'campaign.moved', after: { stage: 'draft', reason: '场地档期变动' } });
    const second = await submitPlanOf(company, campaign);
    await company.boss.must('POST', `/api/approvals/${second}/decision`, { decision: 'approved' });
    expect(await company.lead.must('GET', `${campaign.api}/plan`)).toMatchObject({ changed: false, versions: [{ number: 2, decision: 'approved' }, { number: 1, decision: 'approved' }] });
    expect(await company.lead.must('GET', campaign.api)).toMatchObject({ stage: 'preparing' });
  });

  test('amounts stay with the ledger; work and money go on by the version in force', async () => {
    const campaign = await preparing();
    const { approvalId: waiting } = await askForMoney(company, campaign, campaign.lineId, 100_000);
    await revise(campaign);
    expect(await change(`${campaign.api}/budget/edits`, campaign.lineId, { amountCents: { to: 1 } })).toMatchObject({ status: 409, body: { code: 'budget.frozen' } });
    const gone = await company.lead.ask('POST', `${campaign.api}/budget/edits`, { changes: [{ type: 'delete', id: campaign.lineId }] });
    expect(gone).toMatchObject({ status: 409, body: { code: 'budget.frozen' } });
    await approveAll(company, waiting);
    await spend(company, campaign, campaign.lineId, 200_000);
    expect((await change(`${campaign.api}/schedule/edits`, campaign.taskId, { state: { to: 'doing' } })).status).toBe(200);
    expect((await company.executor.ask('POST', `${campaign.api}/schedule/edits`, { changes: [{ type: 'update', id: campaign.taskId, set: { state: { to: 'done' } } }] })).status).toBe(200);
  });

  test('the company counts its money on among what runs, and not as a plan', async () => {
    const campaign = await preparing();
    await spend(company, campaign, campaign.lineId, 200_000);
    const rows = (path: string) => company.boss.must<{ campaigns: { id: string; stage: string; spentCents?: number }[] }>('GET', path).then(({ campaigns }) => campaigns.filter(({ id }) => id === campaign.id));
    await revise(campaign);
    expect(await rows('/api/budgets/campaigns?state=running')).toMatchObject([{ stage: 'draft', spentCents: 200_000 }]);
    expect(await rows('/api/budgets/planned')).toEqual([]);
  });

  test('what was moved between lines stays moved when the next version is approved', async () => {
    const campaign = await preparing();
    const { lines } = await company.lead.must<{ lines: { id: string; category: string }[] }>('GET', `${campaign.api}/budget`);
    const to = lines.find((line) => line.id !== campaign.lineId)?.id ?? '';
    const { approvalId } = await askForMoney(company, campaign, campaign.lineId, 50_000, { kind: 'transfer', toLineId: to, payee: '' });
    await approveAll(company, approvalId);
    const balances = async () => (await company.lead.must<{ lines: { id: string; balance: unknown }[] }>('GET', `${campaign.api}/budget`)).lines.map((line) => [line.id, line.balance]);
    const before = await balances();
    await revise(campaign);
    const second = await submitPlanOf(company, campaign);
    await company.boss.must('POST', `/api/approvals/${second}/decision`, { decision: 'approved' });
    expect(await balances()).toEqual(before);
  });

  test('the lead says why, and nobody else does it; not before an approval, not once it is live', async () => {
    const campaign = await preparing();
    const path = `${campaign.api}/plan/revisions`;
    for (const person of [company.planner, company.executor, company.monitor, company.finance, company.boss]) expect((await person.ask('POST', path, { reason: 'x' })).status).toBe(403);
    expect((await company.outsider.ask('POST', path, { reason: 'x' })).status).toBe(404);
    expect((await company.lead.ask('POST', path, { reason: ' ' })).status).toBe(400);
    await company.lead.must('POST', `${campaign.api}/moves`, { to: 'live' });
    expect((await company.lead.ask('POST', path, { reason: '晚了' })).status).toBe(403);
    const draft = await makeDraft(company);
    expect((await company.lead.ask('POST', `${draft.api}/plan/revisions`, { reason: '早了' })).status).toBe(403);
  });

  test('a lost answer, asked again, revises once', async () => {
    const campaign = await preparing();
    const again = () => company.lead.ask('POST', `${campaign.api}/plan/revisions`, { reason: '档期' }, { 'idempotency-key': `revise-${campaign.id}` });
    expect([(await again()).status, (await again()).status]).toEqual([200, 200]);
  });
});
