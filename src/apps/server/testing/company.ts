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
  return (await lead.must<{ approvalId: string }>('POST', `${api}/plan/submissions`, { note })).approvalId;
}

/** From a draft to the review, by the people whose moves these are. */
export async function bringToReview(company: TestCompany, campaign: TestCampaign): Promise<void> {
  const approvalId = await submitPlanOf(company, campaign);
  await company.boss.must('POST', `/api/approvals/${approvalId}/decision`, { decision: 'approved' });
  await company.lead.must('POST', `${campaign.api}/plan/start`);
  for (const to of ['live', 'reviewing']) await company.lead.must('POST', `${campaign.api}/moves`, { to });
}

/** Fills in what a report needs. */
export async function fillResults({ monitor, finance, lead }: TestCompany, { api, goalId, lineId }: TestCampaign): Promise<void> {
  await monitor.must('POST', `${api}/goals/edits`, { changes: [{ type: 'update', id: goalId, set: { actual: { from: null, to: 2400 } } }] });
  await finance.must('POST', `${api}/budget/edits`, { changes: [{ type: 'update', id: lineId, set: { actualCents: { from: null, to: 760_000 } } }] });
  await lead.must('PATCH', `${api}/evaluation`, { highlights: { from: '', to: '社群转化率 20%' }, shortcomings: { from: '', to: '签到耗时长' } });
}

/** Submits the report and has it approved. */
export async function approveReport({ lead, boss }: TestCompany, { api }: TestCampaign): Promise<void> {
  const { approvalId } = await lead.must<{ approvalId: string }>('POST', `${api}/evaluation/submissions`);
  await boss.must('POST', `/api/approvals/${approvalId}/decision`, { decision: 'approved' });
}
