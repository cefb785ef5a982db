import { afterAll, beforeAll, expect, test } from 'vitest';
import { approveReport, askForMoney, bringToReview, fillResults, makeDraft, spend, startTestCompany, type TestCampaign, type TestCompany } from '#apps/server/testing/company.ts';

let company: TestCompany;
beforeAll(async () => {
  company = await startTestCompany();
});
afterAll(() => company.product.close());

async function inReview(): Promise<TestCampaign> {
  const campaign = await makeDraft(company);
  await bringToReview(company, campaign);
  return campaign;
}
const read = (campaign: TestCampaign) => company.lead.must<Record<string, never>>('GET', `${campaign.api}/evaluation`);

test('an incomplete report is refused and names what is lacking, in both languages (R1.1)', async () => {
  const campaign = await inReview();
  const submit = `${campaign.api}/evaluation/submissions`;
  expect(await company.lead.ask('POST', submit)).toMatchObject({ status: 409, body: { code: 'evaluation.incomplete', title: '评估报告还不能提交，请先补齐：目标的实际值、预算的实际花费、亮点、不足。' } });
  expect((await company.lead.ask('POST', submit, undefined, { 'accept-language': 'en' })).body).toMatchObject({ title: expect.stringContaining('actual values of the goals, actual cost of the budget, highlights, shortcomings') });
});

test('actual stands beside target and budget, with attainment and variance', async () => {
  const campaign = await inReview();
  await fillResults(company, campaign);
  expect(await read(campaign)).toMatchObject({
    goals: [{ target: 2000, actual: 2400, attainment: 1.2 }], goalsReached: 1,
    budget: { amountCents: 800_000, actualCents: 760_000, lines: [{ varianceCents: -40_000 }], missing: 0, open: { waiting: 0, orders: 0 } },
    // 10月18日 is a Saturday; the third working day after it is 10月22日 in 2025.
    dueOn: '2025-10-22', dueCertain: true, missing: [], reportState: 'none', can: { write: true, submit: true, archive: false },
  });
});

test('a day that the company takes off puts the report off, and back when it is given back (R1.1)', async () => {
  const campaign = await inReview();
  const due = async () => ({ dueOn: (await read(campaign))['dueOn'] });
  const rests = { works: false, name: '盘点日' };
  expect(await due()).toEqual({ dueOn: '2025-10-22' });
  await company.product.admin.must('POST', '/api/calendar-days', { changes: [{ day: '2025-10-20', from: null, to: rests }] });
  expect(await due()).toEqual({ dueOn: '2025-10-23' });
  await company.product.admin.must('POST', '/api/calendar-days', { changes: [{ day: '2025-10-20', from: rests, to: null }] });
  expect(await due()).toEqual({ dueOn: '2025-10-22' });
});

test('a line that was never drawn on is a saving in the review, and no gap', async () => {
  const campaign = await makeDraft(company);
  const id = crypto.randomUUID();
  await company.lead.must('POST', `${campaign.api}/budget/edits`, { changes: [{ type: 'insert', id, fields: { category: '应急备用金', amountCents: 100_000 } }] });
  const before = await company.lead.must<{ budget: { lines: { varianceCents: number | null }[] } }>('GET', `${campaign.api}/evaluation`);
  expect(before.budget.lines.map((line) => line.varianceCents)).toEqual([null, null]);
  await bringToReview(company, campaign);
  await fillResults(company, campaign);
  expect(await read(campaign)).toMatchObject({ missing: [], budget: { actualCents: 760_000, missing: 1, lines: [{ varianceCents: -40_000 }, { actualCents: null, varianceCents: -100_000 }] } });
});

test('a submission freezes the report: it closes to edits until it is decided, and a return opens it again', async () => {
  const campaign = await inReview();
  await fillResults(company, campaign);
  const { approvalId } = await company.lead.must<{ approvalId: string }>('POST', `${campaign.api}/evaluation/submissions`);
  const edit = () => company.lead.ask('PATCH', `${campaign.api}/evaluation`, { nextSteps: { from: '', to: '增设签到通道' } });
  expect(await edit()).toMatchObject({ status: 409, body: { code: 'evaluation.in_approval' } });
  expect((await company.lead.ask('POST', `${campaign.api}/evaluation/submissions`)).body).toMatchObject({ code: 'evaluation.in_approval' });
  // Figures go on; what the approver sees does not.
  await company.monitor.must('POST', `${campaign.api}/goals/edits`, { changes: [{ type: 'update', id: campaign.goalId, set: { actual: { to: 2390 } } }] });
  expect(await company.boss.must('GET', `/api/approvals/${approvalId}`)).toMatchObject({ content: { goals: [{ actual: 2400 }] } });
  await company.boss.must('POST', `/api/approvals/${approvalId}/decision`, { decision: 'returned', reason: '补充下一步' });
  expect((await edit()).status).toBe(200);
  expect(await read(campaign)).toMatchObject({ reportState: 'returned', can: { write: true } });
});

test('an approval covers the figures it was given for: a later change asks for a new one', async () => {
  const campaign = await inReview();
  await fillResults(company, campaign);
  await approveReport(company, campaign);
  expect(await read(campaign)).toMatchObject({ reportState: 'approved', can: { write: false, archive: true } });
  await company.executor.must('POST', `${campaign.api}/schedule/edits`, { changes: [{ type: 'update', id: campaign.taskId, set: { state: { to: 'done' } } }] });
  expect(await read(campaign)).toMatchObject({ reportState: 'approved' });
  // A request alone changes no figure; money that is spent does.
  await askForMoney(company, campaign, campaign.lineId, 5_000, { purpose: '补印展架', payee: '另一家印刷' });
  expect(await read(campaign)).toMatchObject({ reportState: 'approved', budget: { open: { waiting: 1, orders: 0 } } });
  await spend(company, campaign, campaign.lineId, 30_000);
  expect(await read(campaign)).toMatchObject({ budget: { actualCents: 790_000 } });
  expect(await read(campaign)).toMatchObject({ reportState: 'outdated', can: { write: true, submit: true, archive: false } });
  await approveReport(company, campaign);
  expect(await read(campaign)).toMatchObject({ reportState: 'approved', approvals: [{ version: 2 }, { version: 1 }] });
});

test('two people writing one text: the later one gets the other’s, nothing is overwritten', async () => {
  const campaign = await inReview();
  const write = (person: typeof company.lead, from: string, to: string) => person.must('PATCH', `${campaign.api}/evaluation`, { highlights: { from, to } });
  expect(await write(company.lead, '', '社群转化高')).toEqual({ conflicts: [] });
  expect(await write(company.planner, '', '门店转化高')).toEqual({ conflicts: [{ field: 'highlights', current: '社群转化高' }] });
  expect(await read(campaign)).toMatchObject({ judgement: { highlights: '社群转化高' } });
  expect(await write(company.planner, '社群转化高', '社群与门店转化高')).toEqual({ conflicts: [] });
});

test('it is written in the review only, by those who judge', async () => {
  const draft = await makeDraft(company);
  expect((await company.lead.ask('PATCH', `${draft.api}/evaluation`, { highlights: { from: '', to: '早了' } })).status).toBe(403);
  const campaign = await inReview();
  const write = async (person: typeof company.lead) => (await person.ask('PATCH', `${campaign.api}/evaluation`, { nextSteps: { from: '', to: '' } })).status;
  expect([await write(company.planner), await write(company.monitor), await write(company.executor), await write(company.finance), await write(company.boss), await write(company.outsider)]).toEqual([200, 200, 403, 403, 403, 404]);
});

test('the report comes as PDF and Word', async () => {
  const campaign = await inReview();
  const pdf = await company.lead.ask('GET', `${campaign.api}/evaluation/report.pdf`);
  expect([pdf.status, pdf.raw.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  const docx = await company.lead.ask('GET', `${campaign.api}/evaluation/report.docx`);
  expect([docx.status, docx.raw.subarray(0, 2).toString()]).toEqual([200, 'PK']);
});
