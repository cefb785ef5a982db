import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OutputOf } from '#platform/shared/contract.ts';
import type { TestPerson } from '#platform/server/testing/http.ts';
import { approveAll, askForMoney, makeDraft, startTestCompany, submitPlanOf, type TestCampaign, type TestCompany } from '#apps/server/testing/company.ts';
import type { getWorkbench } from '../portfolio.contract.ts';

let company: TestCompany;
let campaign: TestCampaign;
beforeAll(async () => {
  company = await startTestCompany();
  campaign = await makeDraft(company);
});
afterAll(() => company.product.close());

const workbenchOf = (person: TestPerson) => person.must<OutputOf<typeof getWorkbench>>('GET', '/api/workbench');

test('one’s own requests stand there while they run, with the step and those who decide it', async () => {
  const approvalId = await submitPlanOf(company, campaign);
  const { requests } = await workbenchOf(company.lead);
  expect(requests).toMatchObject([{ id: approvalId, kind: 'plan', title: '秋季新品上市', amountCents: 800_000, step: { number: 1, count: 1, who: [{ name: null, role: 'management' }] } }]);
  expect((await workbenchOf(company.planner)).requests).toEqual([]);
  expect((await workbenchOf(company.boss)).approvals).toMatchObject([{ id: approvalId, forName: null }]);
  await company.boss.must('POST', `/api/approvals/${approvalId}/decision`, { decision: 'approved' });
  expect((await workbenchOf(company.lead)).requests).toEqual([]);
  expect((await workbenchOf(company.boss)).approvals).toEqual([]);
});

test('a request for money, too: until it is decided, and not after its campaign was cancelled', async () => {
  await company.lead.must('POST', `${campaign.api}/plan/start`);
  const first = await askForMoney(company, campaign, campaign.lineId, 100_000);
  const second = await askForMoney(company, campaign, campaign.lineId, 200_000, { purpose: '印刷传单', payee: '华印印刷' });
  expect((await workbenchOf(company.planner)).requests.map((row) => [row.id, row.amountCents])).toEqual([[second.approvalId, 200_000], [first.approvalId, 100_000]]);
  await approveAll(company, first.approvalId);
  expect((await workbenchOf(company.planner)).requests.map((row) => row.id)).toEqual([second.approvalId]);
  await company.lead.must('POST', `${campaign.api}/moves`, { to: 'cancelled', reason: '撤项' });
  expect((await workbenchOf(company.planner)).requests).toEqual([]);
});
