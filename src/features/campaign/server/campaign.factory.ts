import type { TestProduct } from '#apps/server/testing/product.ts';
import type { TestPerson } from '#platform/server/testing/http.ts';
import type { TeamGroup } from '../campaign.policy.ts';
import type { Stage } from '../campaign.rules.ts';

type Person = TestPerson & { readonly id: string };

/** People of every role around one campaign; `outsider` belongs to another department and to no team. */
export type TestTeam = Readonly<Record<TeamGroup | 'management' | 'finance' | 'outsider', Person>>;

const NAMES = {
  lead: '陈婧', planning: '刘洋', execution: '王芳', monitoring: '李想', logistics: '赵敏', management: '周正', finance: '孙丽', outsider: '郑远',
} as const;

export async function joinTeam(product: TestProduct): Promise<TestTeam> {
  const team: Partial<Record<keyof TestTeam, Person>> = {};
  for (const [role, name] of Object.entries(NAMES) as [keyof TestTeam, string][]) {
    const orgRole = role === 'management' || role === 'finance' ? role : 'member';
    team[role] = await product.join({ name, email: `${role}@example.com`, orgRole, departmentName: role === 'outsider' ? '研发部' : '市场部' });
  }
  return team as TestTeam;
}

/** A campaign of 1–22 October 2025 led by the team's lead, with its five groups filled and nothing planned yet. */
export async function draftCampaign(team: TestTeam, name = '秋季新品上市'): Promise<string> {
  const { id } = await team.lead.must<{ id: string }>('POST', '/api/campaigns', {
    name, scenario: 'launch', departmentId: null, startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18',
  });
  for (const group of ['planning', 'execution', 'monitoring', 'logistics'] as const) await team.lead.must('POST', `/api/campaigns/${id}/team`, { userId: team[group].id, group });
  return id;
}

/** One row through a grid's operation; answers its id. */
export async function addRow(person: TestPerson, campaignId: string, table: 'budget' | 'schedule' | 'goals', fields: object): Promise<string> {
  const id = crypto.randomUUID();
  await person.must('POST', `/api/campaigns/${campaignId}/${table}/edits`, { changes: [{ type: 'insert', id, fields }] });
  return id;
}

/** Takes a draft (with a row in each table, if it has none) to a stage, by the people whose part it is. */
export async function moveTo(team: TestTeam, campaignId: string, stage: Exclude<Stage, 'draft' | 'archived'>): Promise<void> {
  const { lead, management } = team;
  if (stage === 'cancelled') return void (await lead.must('POST', `/api/campaigns/${campaignId}/moves`, { to: 'cancelled', reason: '市场变化' }));
  const { approvalId } = await lead.must<{ approvalId: string }>('POST', `/api/campaigns/${campaignId}/plan/submissions`, { answer: '测试数据，按简化内容提交' });
  if (stage === 'submitted') return undefined;
  await management.must('POST', `/api/approvals/${approvalId}/decision`, { decision: 'approved' });
  if (stage === 'approved') return undefined;
  await lead.must('POST', `/api/campaigns/${campaignId}/plan/start`);
  for (const to of ['live', 'reviewing'] as const) {
    if (stage === 'preparing' || (stage === 'live' && to === 'reviewing')) return undefined;
    await lead.must('POST', `/api/campaigns/${campaignId}/moves`, { to });
  }
  return undefined;
}

interface EventView {
  readonly kind: string;
  readonly actorName: string;
  readonly subjectId: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What the campaign's history says of one row, latest first. */
export async function historyOf(person: TestPerson, campaignId: string, subjectId: string): Promise<readonly EventView[]> {
  const { events } = await person.must<{ events: EventView[] }>('GET', `/api/campaigns/${campaignId}/history?limit=200`);
  return events.filter((event) => event.subjectId === subjectId).map(({ kind, actorName, before, after, subjectId: id }) => ({ kind, actorName, subjectId: id, before, after }));
}
