import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestCompany, type TestCompany } from '#apps/server/testing/company.ts';
import { chained, numbered, workbookOf } from '../approval.matrix.fixture.ts';
import type { MatrixView, RouteBook, RouteTrial, RouteView } from '../approval.route.contract.ts';

let company: TestCompany;
beforeAll(async () => {
  company = await startTestCompany();
});
afterAll(() => company.product.close());

const BASE = '/api/approval-routes';
const step = (part: object = {}) => ({ name: '核准', approver: { type: 'role', role: 'management' }, mode: 'any', dueDays: 2, escalate: null, ...part });
const fields = (part: object = {}) => ({ kind: 'material', category: '', departmentId: null, fromCents: null, toCents: null, steps: [step()], ...part });
const book = () => company.product.admin.must<RouteBook>('GET', BASE);
const idsOf = async (kind: string) => (await book()).routes.filter((route) => route.kind === kind).map((route) => route.id);
const save = (id: string, body: object) => company.product.admin.must<RouteView>('PUT', `${BASE}/${id}`, body);
const create = async (part: object = {}) => save(crypto.randomUUID(), { ...fields(part), revision: null });

describe('the book of routes', () => {
  test('is written by administrators, read by management and finance, and nobody else’s', async () => {
    const { product: { admin }, boss, finance, lead } = company;
    expect((await book()).can).toEqual({ edit: true });
    expect((await boss.must<RouteBook>('GET', BASE)).can).toEqual({ edit: false });
    expect((await finance.must<RouteBook>('GET', BASE)).routes.length).toBe(10);
    expect((await lead.ask('GET', BASE)).status).toBe(403);
    const id = crypto.randomUUID();
    for (const person of [boss, finance, lead]) expect((await person.ask('PUT', `${BASE}/${id}`, { ...fields(), revision: null })).status).toBe(403);
    expect((await admin.ask('PUT', `${BASE}/${id}`, { ...fields(), revision: null })).status).toBe(200);
    await admin.must('DELETE', `${BASE}/${id}?revision=1`);
  });

  test('keeps a route as it was written, at the end or where it was put', async () => {
    const [first = ''] = await idsOf('material');
    const steps = [step({ name: '审核', approver: { type: 'lead' }, mode: 'any', escalate: { type: 'head' } }), step({ approver: { type: 'person', userId: company.boss.id }, mode: 'all', dueDays: null })];
    const last = await create({ category: '海报', fromCents: 100, toCents: 200, steps });
    expect(last).toMatchObject({ category: '海报', fromCents: 100, toCents: 200, steps, revision: 1, updatedBy: '管理员' });
    const top = await save(crypto.randomUUID(), { ...fields(), revision: null, afterId: null });
    expect(await idsOf('material')).toEqual([top.id, first, last.id]);
    const changed = await save(last.id, { ...fields({ category: '宣传册' }), revision: 1 });
    expect(changed).toMatchObject({ category: '宣传册', revision: 2 });
    expect(await idsOf('material')).toEqual([top.id, first, last.id]);
    await company.product.admin.must('POST', `${BASE}/${last.id}/place`, { afterId: null });
    expect(await idsOf('material')).toEqual([last.id, top.id, first]);
  });

  test('of two administrators the second is told what the first made of it', async () => {
    const { product } = company;
    const other = await product.join({ name: '副管理员', email: 'second@example.com', orgRole: 'admin' });
    const route = await create({ kind: 'adjustment', category: '甲' });
    await other.must('PUT', `${BASE}/${route.id}`, { ...fields({ kind: 'adjustment', category: '乙' }), revision: 1 });
    const late = await product.admin.ask('PUT', `${BASE}/${route.id}`, { ...fields({ kind: 'adjustment', category: '丙' }), revision: 1 });
    expect(late).toMatchObject({ status: 409, body: { code: 'approval.route_changed', title: '副管理员刚刚修改了这条路线，您的修改还没有保存。请对照最新内容后再保存。', data: { current: { category: '乙', revision: 2 } } } });
    expect((await product.admin.ask('DELETE', `${BASE}/${route.id}?revision=1`)).body).toMatchObject({ code: 'approval.route_changed' });
    const both = await Promise.all([product.admin, other].map((person, index) => person.ask('PUT', `${BASE}/${route.id}`, { ...fields({ kind: 'adjustment', category: String(index) }), revision: 2 })));
    expect(both.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    await product.admin.must('DELETE', `${BASE}/${route.id}?revision=3`);
    await product.admin.must('DELETE', `${BASE}/${route.id}?revision=3`);
    expect((await other.ask('PUT', `${BASE}/${route.id}`, { ...fields({ kind: 'adjustment' }), revision: 3 })).body).toMatchObject({ code: 'approval.route_gone' });
    expect(await save(route.id, { ...fields({ kind: 'adjustment', category: '又来' }), revision: null, afterId: null })).toMatchObject({ id: route.id, revision: 1 });
    expect((await idsOf('adjustment'))[0]).toBe(route.id);
  });

  test.each<[string, object, string]>([
    ['no step', { steps: [] }, 'request.invalid'],
    ['13 steps', { steps: Array.from({ length: 13 }, () => step()) }, 'request.invalid'],
    ['a band turned round', { fromCents: 5, toCents: 4 }, 'request.invalid'],
    ['a step without a name', { steps: [step({ name: ' ' })] }, 'request.invalid'],
    ['a stranger', { steps: [step({ approver: { type: 'person', userId: crypto.randomUUID() } })] }, 'approval.route_person'],
    ['a stranger to escalate to', { steps: [step({ escalate: { type: 'person', userId: crypto.randomUUID() } })] }, 'approval.route_person'],
    ['another company’s department', { departmentId: crypto.randomUUID() }, 'approval.route_department'],
  ])('refuses %s', async (_, part, code) => {
    const answer = await company.product.admin.ask('PUT', `${BASE}/${crypto.randomUUID()}`, { ...fields(part), revision: null });
    expect([answer.status >= 400 && answer.status < 500, answer.body?.['code']]).toEqual([true, code]);
  });
});

describe('trying a route', () => {
  const ask = (query: Record<string, string>) => company.finance.must<RouteTrial>('GET', `${BASE}/try?${new URLSearchParams(query).toString()}`);
  const names = (trial: RouteTrial) => trial.steps.map((one) => `${one.name}:${one.people.map((person) => person.name).join('、')}${one.instead ? '（代）' : ''}`);

  test('says who would decide today, and why this route', async () => {
    const { id } = await company.lead.must<{ id: string }>('POST', '/api/campaigns', { name: '双十一', scenario: 'brand', startsOn: '2025-11-01', endsOn: '2025-11-11' });
    const large = await ask({ kind: 'spending', amountCents: '1200000', category: '线上推广费', campaignId: id });
    expect(names(large)).toEqual(['审核:陈婧', '审批:孙丽', '核准:吴迪、周正']);
    expect(large.passed.map((one) => one.because)).toEqual(['band', 'band']);
    expect(names(await ask({ kind: 'spending', amountCents: '499999', campaignId: id }))).toEqual(['审批:陈婧']);
    expect(names(await ask({ kind: 'spending', amountCents: '499999' }))).toEqual(['审批:吴迪、周正（代）']);
    expect(names(await ask({ kind: 'spending', amountCents: '499999', campaignId: id, requesterId: company.lead.id }))).toEqual(['审批:吴迪、周正（代）']);
    expect(names(await ask({ kind: 'plan', campaignId: id, requesterId: company.boss.id }))).toEqual(['核准:吴迪']);
  });

  test('finds the head of the department once one is named, and management before', async () => {
    const { departments } = await book();
    const east = departments.find((department) => department.name === '华东市场部')?.id ?? '';
    const route = await create({ kind: 'transfer', departmentId: east, steps: [step({ approver: { type: 'head' } })] });
    await company.product.admin.must('POST', `${BASE}/${route.id}/place`, { afterId: null });
    const query = { kind: 'transfer', amountCents: '100', departmentId: east };
    expect(names(await ask(query))).toEqual(['核准:吴迪、周正（代）']);
    expect((await company.lead.ask('PUT', `/api/departments/${east}/head`, { personId: company.planner.id })).status).toBe(403);
    expect(await company.product.admin.must('PUT', `/api/departments/${east}/head`, { personId: company.planner.id })).toMatchObject({ headName: '刘洋' });
    expect(names(await ask(query))).toEqual(['核准:刘洋']);
    expect((await ask({ kind: 'transfer', amountCents: '100' })).passed).toEqual([{ routeId: route.id, because: 'department' }]);
  });

  test('shows who stands in for an absent person', async () => {
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
    const client = new pg.Client({ connectionString: company.product.databaseUrl });
    await client.connect();
    const insert = (from: string, to: string) => client.query('insert into approval_delegations (id, from_id, to_id, from_on, to_on, created_by) values ($1, $2, $3, $4, $4, $2)', [crypto.randomUUID(), from, to, today]);
    await insert(company.finance.id, company.lead.id);
    await insert(company.lead.id, company.planner.id);
    await client.end();
    expect((await ask({ kind: 'budget' })).steps[0]?.people).toEqual([{ id: company.finance.id, name: '孙丽', standIn: '刘洋' }]);
  });
});

describe('a matrix from a workbook', () => {
  const upload = async (bytes: Uint8Array, name = '矩阵.xlsx') => company.product.admin.ask('POST', `${BASE}/matrix/read?name=${encodeURIComponent(name)}`, Buffer.from(bytes));

  test('is read for review, with proposals, and writes nothing', async () => {
    await company.product.admin.must('PATCH', `/api/people/${company.monitor.id}`, { title: '市场总监' });
    const before = await book();
    const answer = await upload(await workbookOf(numbered, chained));
    const view = answer.body as unknown as MatrixView;
    expect(view.tables.map((table) => table.rows.length)).toEqual([6, 12]);
    expect(view.roles.find((role) => role.name === '市场总监')?.proposal).toEqual({ type: 'person', userId: company.monitor.id });
    expect(view.roles.find((role) => role.name === '部门负责人')?.proposal).toEqual({ type: 'head' });
    expect((await book()).routes).toEqual(before.routes);
    expect((await company.boss.ask('POST', `${BASE}/matrix/read?name=a.xlsx`, Buffer.from('x'))).status).toBe(403);
  });

  test('that cannot be read is refused in words', async () => {
    expect((await upload(Buffer.from('%PDF-1.7'), 'a.pdf')).body).toMatchObject({ code: 'approval.matrix_unreadable', title: expect.stringContaining('PDF') });
    expect((await upload(await workbookOf({ name: 'x', rows: [['科目', '金额'], ['物料', 8000]], merges: [] }))).body).toMatchObject({ code: 'approval.matrix_none' });
  });

  test('is written as reviewed: all of it or nothing, only over what was seen, and can be taken back', async () => {
    const { admin } = company.product;
    const standing = (await book()).routes.filter((route) => route.kind === 'evaluation' || route.kind === 'reserve');
    const seen = standing.map(({ id, revision }) => ({ id, revision }));
    const routes = [fields({ kind: 'evaluation' }), fields({ kind: 'reserve', toCents: 100_000 }), fields({ kind: 'reserve', fromCents: 100_001 })];
    const apply = (body: object) => admin.ask('POST', `${BASE}/matrix`, { mode: 'replace', seen, routes, ...body });
    const broken = await apply({ routes: [...routes, fields({ kind: 'reserve', steps: [step({ approver: { type: 'person', userId: crypto.randomUUID() } })] })] });
    expect(broken.body).toMatchObject({ code: 'approval.route_person', data: { index: 3 } });
    expect((await apply({ seen: seen.slice(1) })).body).toMatchObject({ code: 'approval.routes_changed' });
    expect((await book()).routes.filter((route) => route.kind === 'reserve').map((route) => route.id)).toEqual(standing.filter((route) => route.kind === 'reserve').map((route) => route.id));
    const made = (await apply({})).body as unknown as { routes: RouteView[] };
    expect(made.routes.map((route) => [route.kind, route.toCents])).toEqual([['evaluation', null], ['reserve', 100_000], ['reserve', null]]);
    const before = await admin.must<{ routes: RouteView[] }>('POST', `${BASE}/matrix`, { mode: 'before', seen: made.routes.filter((route) => route.kind === 'evaluation').map(({ id, revision }) => ({ id, revision })), routes: [fields({ kind: 'evaluation', category: '专项' })] });
    expect(before.routes.map((route) => route.category)).toEqual(['专项', '']);
    const back = await admin.must<{ routes: RouteView[] }>('POST', `${BASE}/matrix`, {
      mode: 'replace', seen: [...before.routes, ...made.routes.filter((route) => route.kind === 'reserve')].map(({ id, revision }) => ({ id, revision })),
      routes: standing.map(({ kind, category, departmentId, fromCents, toCents, steps }) => ({ kind, category, departmentId, fromCents, toCents, steps })), emptied: [],
    });
    expect(back.routes.map((route) => [route.kind, route.steps])).toEqual(standing.map((route) => [route.kind, route.steps]));
  });
});

test('every change of a route is in the event log', async () => {
  const client = new pg.Client({ connectionString: company.product.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ kind: string }>("select distinct kind from events where kind like 'approval.route%' or kind = 'account.head_named' order by kind");
  await client.end();
  expect(rows.map((row) => row.kind)).toEqual(['account.head_named', 'approval.route_changed', 'approval.route_created', 'approval.route_deleted', 'approval.route_moved', 'approval.routes_imported']);
});
