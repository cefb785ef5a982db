import type { TestPerson } from '#platform/server/testing/http.ts';
import { startTestProduct, type TestProduct } from './product.ts';

export type Member = TestPerson & { readonly id: string };

/** A company with one person of each role, for tests of what happens between them. */
export interface TestCompany {
  readonly product: TestProduct;
  readonly lead: Member;
  readonly planner: Member;
  readonly executor: Member;
  readonly monitor: Member;
  readonly boss: Member;
  readonly otherBoss: Member;
  readonly finance: Member;
  readonly outsider: Member;
}

export async function startTestCompany(): Promise<TestCompany> {
  const product = await startTestProduct();
  const join = (name: string, email: string, orgRole = 'member', departmentName = '华东市场部') => product.join({ name, email: `${email}@example.com`, orgRole, departmentName });
  return {
    product,
    lead: await join('陈婧', 'chen'), planner: await join('刘洋', 'liu'), executor: await join('王芳', 'wang'), monitor: await join('李想', 'li'),
    boss: await join('周正', 'zhou', 'management'), otherBoss: await join('吴迪', 'wu', 'management'), finance: await join('孙丽', 'sun', 'finance'),
    outsider: await join('外人', 'other', 'member', '别的部门'),
  };
}

const row = (fields: object) => ({ changes: [{ type: 'insert' as const, id: crypto.randomUUID(), fields }] });

export interface TestCampaign {
  readonly id: string;
  readonly api: string;
  readonly goalId: string;
  readonly lineId: string;
  readonly taskId: string;
}

/** A complete draft: one goal, one line, one task, a team. */
export async function makeDraft({ lead, planner, executor, monitor }: TestCompany, name = '秋季新品上市'): Promise<TestCampaign> {
  const { id } = await lead.must<{ id: string }>('POST', '/api/campaigns', {
    name, scenario: 'launch', theme: '秋日焕新', audience: '城市白领', startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18',
  });
  const api = `/api/campaigns/${id}`;
  for (const [person, group] of [[planner, 'planning'], [executor, 'execution'], [monitor, 'monitoring']] as const) await lead.must('POST', `${api}/team`, { userId: person.id, group });
  const goals = row({ metric: '新品订单量', unit: '单', target: 2000 });
  const lines = row({ category: '物料制作费', detail: '海报500张', amountCents: 800_000, ownerText: '*专员' });
  const tasks = row({ phase: 'execution', title: '活动现场执行', whenText: '10月16日-18日', startOn: '2025-10-16', endOn: '2025-10-18', ownerText: '全员' });
  await lead.must('POST', `${api}/goals/edits`, goals);
  await lead.must('POST', `${api}/budget/edits`, lines);
  await lead.must('POST', `${api}/schedule/edits`, tasks);
  const idOf = (made: typeof goals) => made.changes[0]?.id ?? '';
  return { id, api, goalId: idOf(goals), lineId: idOf(lines), taskId: idOf(tasks) };
}

/** Submits the plan and returns the id of its approval. */
export async function submitPlanOf({ lead }: TestCompany, { api }: TestCampaign, note = ''): Promise<string> {
  return (await lead.must<{ approvalId: string }>('POST', `${api}/plan/submissions`, { note, answer: '测试数据，按简化内容提交' })).approvalId;
}

/** From a draft to the review, by the people whose moves these are. */
export async function bringToReview(company: TestCompany, campaign: TestCampaign): Promise<void> {
  const approvalId = await submitPlanOf(company, campaign);
  await company.boss.must('POST', `/api/approvals/${approvalId}/decision`, { decision: 'approved' });
  await company.lead.must('POST', `${campaign.api}/plan/start`);
  for (const to of ['live', 'reviewing']) await company.lead.must('POST', `${campaign.api}/moves`, { to });
}

/** Fills in what a report needs. */
export async function fillResults(company: TestCompany, campaign: TestCampaign): Promise<void> {
  const { monitor, lead } = company;
  const { api, goalId } = campaign;
  await monitor.must('POST', `${api}/goals/edits`, { changes: [{ type: 'update', id: goalId, set: { actual: { from: null, to: 2400 } } }] });
  await spend(company, campaign, campaign.lineId, 760_000);
  await lead.must('PATCH', `${api}/evaluation`, { highlights: { from: '', to: '社群转化率 20%' }, shortcomings: { from: '', to: '签到耗时长' } });
}

export interface AskedMoney {
  readonly requestId: string;
  readonly approvalId: string;
}

/** The planner asks for money on a line; submitted, not decided. */
export async function askForMoney({ planner }: TestCompany, { api }: TestCampaign, lineId: string, amountCents: number, fields: object = {}): Promise<AskedMoney> {
  const requestId = crypto.randomUUID();
  const { approvalId } = await planner.must<{ approvalId: string }>('PUT', `${api}/budget/requests/${requestId}`, { kind: 'spending', lineId, amountCents, purpose: '印刷海报', payee: '华印印刷', submit: true, ...fields });
  return { requestId, approvalId };
}

/** Everyone on the route agrees, in the order in which the steps come. */
export async function approveAll({ lead, finance, boss }: TestCompany, approvalId: string): Promise<void> {
  for (let finished = false; !finished;) {
    const deciders = await Promise.all([lead, finance, boss].map(async (person) => ({ person, found: await person.must<{ can: { decide: boolean } }>('GET', `/api/approvals/${approvalId}`) })));
    const decider = deciders.find(({ found }) => found.can.decide)?.person;
    if (!decider) throw new Error('nobody of lead, finance and management decides this step');
    ({ finished } = await decider.must<{ finished: boolean }>('POST', `/api/approvals/${approvalId}/decision`, { decision: 'approved' }));
  }
}

/** 申请 → 执行 → 核销 of one amount on one line: asked, approved, invoiced, accepted, closed. */
export async function spend(company: TestCompany, campaign: TestCampaign, lineId: string, amountCents: number): Promise<string> {
  const { requestId, approvalId } = await askForMoney(company, campaign, lineId, amountCents);
  await approveAll(company, approvalId);
  await invoiceAll(company, campaign, requestId, amountCents);
  await company.planner.must('POST', `${campaign.api}/budget/requests/${requestId}/close`, {});
  return requestId;
}

/** One receipt of the planner, accepted by finance. The day is the last of the campaign, so that the only question is about the date. */
export async function invoiceAll({ planner, finance }: TestCompany, { api }: TestCampaign, requestId: string, amountCents: number): Promise<string> {
  const invoiceId = crypto.randomUUID();
  await planner.must('PUT', `${api}/budget/requests/${requestId}/invoices/${invoiceId}`, {
    kind: 'receipt', issuedOn: '2025-10-22', amountCents, confirmed: ['before_approval', 'date_outside', 'date_future'], explanation: '补登',
  });
  await finance.must('POST', `${api}/budget/invoices/${invoiceId}/check`, { decision: 'accepted' });
  return invoiceId;
}

/** Submits the report and has it approved. */
export async function approveReport({ lead, boss }: TestCompany, { api }: TestCampaign): Promise<void> {
  const { approvalId } = await lead.must<{ approvalId: string }>('POST', `${api}/evaluation/submissions`);
  await boss.must('POST', `/api/approvals/${approvalId}/decision`, { decision: 'approved' });
}
