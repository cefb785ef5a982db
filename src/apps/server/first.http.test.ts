import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestProduct, type TestProduct } from './testing/product.ts';

let product: TestProduct;
beforeAll(async () => { product = await startTestProduct(); });
afterAll(() => product.close());

test('boot', async () => {
  const me = await product.admin.must('GET', '/api/me');
  expect(me['orgRole']).toBe('admin');
  const lead = await product.join({ name: '陈婧', email: 'chen@example.com' });
  const { id } = await lead.must<{ id: string }>('POST', '/api/campaigns', { name: '秋季新品上市', scenario: 'launch', startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18' });
  const line = crypto.randomUUID();
  const out = await lead.must('POST', `/api/campaigns/${id}/budget/edits`, { changes: [{ type: 'insert', id: line, fields: { category: '物料制作费', amountCents: 800000 } }] });
  expect(out).toEqual({ outcomes: [{ id: line, status: 'ok', conflicts: [] }] });
  await lead.must('POST', `/api/campaigns/${id}/schedule/edits`, { changes: [{ type: 'insert', id: crypto.randomUUID(), fields: { title: '方案', startOn: '2025-10-01', endOn: '2025-10-05', dueTime: '18:00' } }] });
  await lead.must('POST', `/api/campaigns/${id}/goals/edits`, { changes: [{ type: 'insert', id: crypto.randomUUID(), fields: { metric: '订单', target: 2000 } }] });
  for (const path of ['', '/budget', '/schedule', '/goals', '/team', '/plan', '/evaluation', '/archive', '/history', '/attached-tables']) {
    const got = await lead.must('GET', `/api/campaigns/${id}${path}`);
    expect(got).toBeTruthy();
  }
  for (const path of ['/export/budget.xlsx', '/export/tables.docx', '/overview.pdf', '/evaluation/report.pdf']) {
    const got = await lead.ask('GET', `/api/campaigns/${id}${path}`);
    expect([path, got.status, got.body]).toEqual([path, 200, undefined]);
  }
  expect(await lead.must('GET', '/api/campaigns?q=新品')).toMatchObject({ campaigns: [{ name: '秋季新品上市' }] });
  expect(await lead.must('GET', '/api/search?q=物料')).toMatchObject({ results: [{ type: 'budget_line' }] });
  expect(await lead.must('GET', '/api/workbench')).toBeTruthy();
  const demo = await product.admin.must('POST', '/api/demo');
  expect(demo).toBeTruthy();
  expect((await product.admin.ask('GET', '/api/openapi.json')).status).toBe(200);
});
