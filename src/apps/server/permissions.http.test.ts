import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestPerson } from '#platform/server/testing/http.ts';
import type { AnyOperation } from '#platform/shared/contract.ts';
import { allHandlers, type Parts } from './features.ts';
import { startTestProduct, type TestProduct } from './testing/product.ts';

/**
 * Every operation × every role, asked over HTTP: permissions are decided before the input is looked at, so an empty request
 * tells who may (anything but 401, 403, 404) from who may not. The answers are compared with permissions.txt, which people review;
 * `UPDATE_PERMISSIONS=1` writes it anew.
 */
const FILE = join(import.meta.dirname, 'permissions.txt');
const ROLES = ['nobody', 'admin', 'management', 'finance', 'outsider', 'colleague', 'lead', 'planning', 'execution', 'monitoring', 'logistics'] as const;
type Role = (typeof ROLES)[number];
const STAGES = ['draft', 'submitted', 'live', 'reviewing', 'archived'] as const;
const MARKS: Record<number, string> = { 401: 'signin', 403: '-', 404: '.' };
const operations = allHandlers({} as Parts).map((handler) => handler.operation);

let product: TestProduct;
const people = {} as Record<Role, TestPerson>;
const campaigns = {} as Record<(typeof STAGES)[number], string>;
let approvalId = '';
let personId = '';

beforeAll(async () => {
  product = await startTestProduct();
  const join_ = async (role: string, orgRole = 'member', departmentName = '别的部门') => product.join({ name: role, email: `${role}@example.com`, orgRole, departmentName });
  Object.assign(people, { nobody: product.stranger(), admin: product.admin, management: await join_('management', 'management'), finance: await join_('finance', 'finance'), outsider: await join_('outsider') });
  const colleague = await join_('colleague', 'member', '市场部');
  people.colleague = colleague;
  personId = colleague.id;
  const members = {} as Record<string, string>;
  for (const group of ['lead', 'planning', 'execution', 'monitoring', 'logistics'] as const) {
    const member = await join_(group);
    people[group] = member;
    members[group] = member.id;
  }
  const { departments } = await product.admin.must<{ departments: { id: string; name: string }[] }>('GET', '/api/departments');
  const departmentId = departments.find((department) => department.name === '市场部')?.id;
  for (const stage of STAGES) campaigns[stage] = await campaignIn(stage, departmentId, members);
}, 120_000);
afterAll(() => product.close());

async function campaignIn(stage: (typeof STAGES)[number], departmentId: string | undefined, members: Record<string, string>): Promise<string> {
  const { lead, management } = people;
  const { id } = await lead.must<{ id: string }>('POST', '/api/campaigns', { name: stage, scenario: 'launch', departmentId, startsOn: '2025-10-01', endsOn: '2025-10-22' });
  for (const [group, userId] of Object.entries(members)) if (group !== 'lead') await lead.must('POST', `/api/campaigns/${id}/team`, { userId, group });
  const row = (fields: object) => ({ changes: [{ type: 'insert', id: crypto.randomUUID(), fields }] });
  const goals = row({ metric: '新品订单量', target: 2000 });
  const budget = row({ category: '物料制作费', amountCents: 800_000, actualCents: 760_000 });
  await lead.must('POST', `/api/campaigns/${id}/goals/edits`, goals);
  await lead.must('POST', `/api/campaigns/${id}/budget/edits`, budget);
  await lead.must('POST', `/api/campaigns/${id}/schedule/edits`, row({ title: '方案审批' }));
  if (stage === 'draft') return id;
  const submitted = await lead.must<{ approvalId: string }>('POST', `/api/campaigns/${id}/plan/submissions`, { answer: '测试数据，按简化内容提交' });
  if (stage === 'submitted') {
    approvalId = submitted.approvalId;
    return id;
  }
  await management.must('POST', `/api/approvals/${submitted.approvalId}/decision`, { decision: 'approved' });
  await lead.must('POST', `/api/campaigns/${id}/plan/start`);
  await lead.must('POST', `/api/campaigns/${id}/moves`, { to: 'live' });
  if (stage === 'live') return id;
  await lead.must('POST', `/api/campaigns/${id}/moves`, { to: 'reviewing' });
  if (stage === 'reviewing') return id;
  await lead.must('POST', `/api/campaigns/${id}/goals/edits`, { changes: [{ type: 'update', id: goals.changes[0]?.id, set: { actual: { to: 2400 } } }] });
  await lead.must('PATCH', `/api/campaigns/${id}/evaluation`, { highlights: { from: '', to: '社群转化高' }, shortcomings: { from: '', to: '签到耗时长' } });
  const report = await lead.must<{ approvalId: string }>('POST', `/api/campaigns/${id}/evaluation/submissions`);
  await management.must('POST', `/api/approvals/${report.approvalId}/decision`, { decision: 'approved' });
  await lead.must('POST', `/api/campaigns/${id}/archive`);
  return id;
}

/** An address with real ids of things that exist, and made-up ones for what the check of permission never reaches. */
function addressFor(operation: AnyOperation, campaignId: string): string {
  const known: Record<string, string> = { campaignId, approvalId, personId, table: 'budget', format: 'csv', group: 'execution', playbookKey: 'festival' };
  return operation.path.replaceAll(/:(\w+)/g, (_, name: string) => known[name] ?? crypto.randomUUID());
}

async function answerFor(person: TestPerson, operation: AnyOperation, campaignId: string): Promise<string> {
  // Input that no schema accepts: whoever may, is told that the input is wrong, and nothing changes.
  const body = operation.writes ? (operation.upload ? Buffer.from('') : { '': null }) : undefined;
  const { status, body: answer } = await person.ask(operation.method, `${addressFor(operation, campaignId)}${operation.writes ? '?probe=1' : ''}`, body);
  const code = (answer as { code?: string } | undefined)?.code ?? '';
  if (status === 401 && code !== 'access.signed_out') return 'may';
  if (status === 403 && code !== 'access.denied') return 'may';
  return MARKS[status] ?? (status >= 500 ? `!${status}` : 'may');
}

/** Operations that need no input really happen when they are asked for: they are asked where they must be refused by the stage. */
const HARMFUL = new Set(['account.signOut', 'account.signOutEverywhere', 'campaign.followLive', 'document.createDemo', 'account.renewLink', 'approval.withdrawApproval']);

test('each operation answers each role as permissions.txt says', async () => {
  const lines: string[] = ['# may · - refused · . not found · signin: sign in first', `# ${['operation', 'stage', ...ROLES].join(' | ')}`];
  for (const operation of operations) {
    const byStage = operation.access.scope === 'campaign' ? STAGES : ['—'] as const;
    for (const stage of byStage) {
      if (HARMFUL.has(operation.id) || (stage !== '—' && movesByItself(operation, stage))) continue;
      const marks: string[] = [];
      for (const role of ROLES) marks.push(await answerFor(people[role], operation, stage === '—' ? '' : campaigns[stage]));
      lines.push([operation.id, stage, ...marks].join(' | '));
    }
  }
  const text = `${lines.join('\n')}\n`;
  if (process.env['UPDATE_PERMISSIONS']) writeFileSync(FILE, text);
  expect(text).not.toContain('!');
  expect(text).toBe(readFileSync(FILE, 'utf8'));
}, 240_000);

/** Operations without a body would go through in these stages and change what the other rows are asked of. */
function movesByItself(operation: AnyOperation, stage: string): boolean {
  return (operation.id === 'evaluation.submitEvaluation' && stage === 'reviewing') || (operation.id === 'plan.submitPlan' && stage === 'draft');
}

test('operations that act without input are refused to those who may not', async () => {
  for (const operation of operations.filter((one) => ['campaign.followLive', 'document.createDemo', 'account.renewLink', 'approval.withdrawApproval', 'account.signOutEverywhere'].includes(one.id))) {
    expect(await answerFor(people.nobody, operation, campaigns.draft), operation.id).toBe('signin');
  }
  for (const role of ROLES.filter((one) => one !== 'nobody' && one !== 'admin')) {
    for (const id of ['document.createDemo', 'account.renewLink']) {
      const operation = operations.find((one) => one.id === id) as AnyOperation;
      expect(await answerFor(people[role], operation, ''), `${id} ${role}`).toBe('-');
    }
  }
  const withdraw = operations.find((one) => one.id === 'approval.withdrawApproval') as AnyOperation;
  for (const role of ['admin', 'management', 'finance', 'planning', 'execution', 'monitoring', 'logistics'] as const) expect(await answerFor(people[role], withdraw, ''), role).toBe('-');
  for (const role of ['outsider', 'colleague'] as const) expect(await answerFor(people[role], withdraw, ''), role).toBe('.');
});
