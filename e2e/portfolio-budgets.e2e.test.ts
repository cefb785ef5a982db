import exceljs from 'exceljs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { callApi, joinAs, signInAdministrator } from './accounts.ts';
import { expectAccessible, shoot, tolerate, useBrowser, type PageOptions } from './browser.ts';
import { useProduct } from './server.ts';

/** Issue B, Budget item 5: the budgets of all campaigns for finance, and the finished demo campaign among them. The tests build on each other in this order. */
const product = useProduct();
const browser = useBrowser();
const open = (options: PageOptions = {}) => browser.newPage({ baseURL: product.baseURL, ...options });

let administrator: Page;
let finance: Page;
let boss: Page;

/** Campaigns beside the demo's: what was budgeted on two lines, what is asked for, and how far it went. In yuan. */
const CAMPAIGNS = [
  { name: '双十一会员日', department: '电商事业部', period: ['2026-10-20', '2026-12-05'], lines: [['线上推广费', 320_000], ['礼品费', 80_000]], orders: [['线上推广费', 310_000, 'spent'], ['礼品费', 70_000, 'spent']] },
  { name: '冬季行业展会', department: '品牌部', period: ['2026-11-01', '2026-12-20'], lines: [['场地租赁费', 180_000], ['物料制作费', 60_000]], orders: [['场地租赁费', 150_000, 'approved'], ['物料制作费', 20_000, 'waiting']] },
  { name: '年终客户答谢会', department: '品牌部', period: ['2026-12-01', '2027-01-10'], lines: [['场地租赁费', 90_000], ['礼品费', 50_000]], orders: [['场地租赁费', 76_000, 'unpaid']] },
  { name: '新店开业推广', department: '', period: ['2026-11-15', '2026-12-31'], lines: [['线下推广费', 60_000]], orders: [] },
] as const;

const cents = (yuan: number): number => yuan * 100;

async function approve(approvalId: string): Promise<void> {
  for (let finished = false; !finished;) {
    for (const page of [boss, finance]) {
      const { can } = await callApi<{ can: { decide: boolean } }>(page, 'GET', `/api/approvals/${approvalId}`);
      if (can.decide) ({ finished } = await callApi<{ finished: boolean }>(page, 'POST', `/api/approvals/${approvalId}/decision`, { decision: 'approved' }));
      if (finished) break;
    }
  }
}

async function ask(api: string, lineId: string, amountCents: number, state: string): Promise<void> {
  const id = crypto.randomUUID();
  const { approvalId } = await callApi<{ approvalId: string }>(administrator, 'PUT', `${api}/budget/requests/${id}`, { kind: 'spending', lineId, amountCents, payee: '本地供应商', purpose: '活动用款', submit: true });
  if (state === 'waiting') return;
  await approve(approvalId);
  if (state === 'approved') return;
  const invoiceId = crypto.randomUUID();
  const today = new Date().toISOString().slice(0, 10);
  await callApi(administrator, 'PUT', `${api}/budget/requests/${id}/invoices/${invoiceId}`, { kind: 'receipt', issuedOn: today, amountCents, confirmed: ['date_outside', 'date_future', 'before_approval'], explanation: '按实际日期' });
  await callApi(finance, 'POST', `${api}/budget/invoices/${invoiceId}/check`, { decision: 'accepted' });
  if (state === 'spent') await callApi(finance, 'POST', `${api}/budget/invoices/${invoiceId}/payment`, { paidOn: today });
}

async function makeCampaign({ name, department, period, lines, orders }: (typeof CAMPAIGNS)[number]): Promise<void> {
  const { departments } = await callApi<{ departments: { id: string; name: string }[] }>(administrator, 'GET', '/api/departments');
  const departmentId = departments.find((one) => one.name === department)?.id ?? null;
  const { id } = await callApi<{ id: string }>(administrator, 'POST', '/api/campaigns', { name, scenario: 'launch', startsOn: period[0], endsOn: period[1], departmentId });
  const api = `/api/campaigns/${id}`;
  const insert = (fields: object) => ({ type: 'insert', id: crypto.randomUUID(), fields });
  const rows = lines.map(([category, amount]) => insert({ category, amountCents: cents(amount) }));
  await callApi(administrator, 'POST', `${api}/budget/edits`, { changes: rows });
  await callApi(administrator, 'POST', `${api}/goals/edits`, { changes: [insert({ metric: '订单量', unit: '单', target: 2000 })] });
  await callApi(administrator, 'POST', `${api}/schedule/edits`, { changes: [insert({ phase: 'execution', title: '现场执行', whenText: period[0], startOn: period[0], endOn: period[0] })] });
  await approve((await callApi<{ approvalId: string }>(administrator, 'POST', `${api}/plan/submissions`, { answer: '测试数据，按简化内容提交' })).approvalId);
  await callApi(administrator, 'POST', `${api}/plan/start`);
  for (const [category, amount, state] of orders) await ask(api, rows.find((row) => (row.fields as { category?: string }).category === category)?.id ?? '', cents(amount), state);
}

const verdictOf = (page: Page) => page.locator('header + p').innerText();

test('before there is an approved budget, the page says what will stand here', async () => {
  administrator = await open();
  await signInAdministrator(administrator, product.setupURL);
  await administrator.goto('/budgets');
  await administrator.getByText('进行中的活动还没有已核准的预算').waitFor();
  await expectAccessible(administrator);
  await shoot(administrator, 'budgets-empty');
});

test('finance sees all of them: the sentence first, then departments with their bars and sums', async () => {
  finance = await open();
  boss = await open();
  await joinAs(administrator, finance, { name: '钱敏', email: 'finance@example.com', orgRole: 'finance', departmentName: '财务部' });
  await joinAs(administrator, boss, { name: '总经理', email: 'boss@example.com', orgRole: 'management', departmentName: '总经办' });
  for (const name of ['电商事业部', '品牌部']) await callApi(administrator, 'POST', '/api/people', { people: [{ name: `${name}专员`, email: `${name === '品牌部' ? 'brand' : 'shop'}@example.com`, departmentName: name }] });
  await callApi(administrator, 'POST', '/api/demo');
  for (const campaign of CAMPAIGNS) await makeCampaign(campaign);
  await administrator.goto('/');
  const own = administrator.getByRole('region', { name: '我的申请' });
  await own.getByRole('listitem').filter({ hasText: '活动用款' }).getByText('¥20,000').waitFor();
  await own.getByText(/冬季行业展会 · 用款申请 · .*等.+处理/).waitFor();
  await finance.goto('/');
  const payables = finance.getByRole('region', { name: '财务待办' });
  await payables.getByRole('listitem').filter({ hasText: '待付款' }).getByText('¥76,000').waitFor();
  await finance.getByText('1 张发票待付款').waitFor();
  await expectAccessible(finance);
  await shoot(finance, 'workbench-finance');
  await payables.getByRole('link', { name: '待付款' }).click();
  await finance.waitForURL(/\/payables\?tab=pay$/);
  await finance.getByRole('navigation').getByRole('link', { name: '预算总览' }).click();
  await finance.getByRole('heading', { name: '预算总览' }).waitFor();
  // 320+80+180+60+90+50+60 thousand, and the demo's 46 thousand.
  await expect.poll(() => verdictOf(finance)).toMatch(/^5 个活动，已核准 ¥886,000，已花费 56%，1 个活动占用已达 95%。1 项申请共 ¥20,000 等待审批，1 张发票共 ¥76,000 待付款。另有 1 个活动的 ¥46,000 尚未核准，不计在内。$/);
  const rows = finance.getByRole('table', { name: '各部门的预算' }).locator('tbody tr');
  expect(await rows.locator('th').allInnerTexts()).toEqual(['电商事业部', '品牌部', '未归部门', '华东市场部']);
  await finance.getByRole('table', { name: '各部门的预算' }).getByRole('img', { name: '品牌部：预算 ¥380,000，已花费 ¥76,000，已承诺 ¥150,000，已预留 ¥20,000，可用 ¥134,000' }).waitFor();
  await expectAccessible(finance);
  await shoot(finance, 'budgets-departments');
});

test('a department opens to its campaigns; any column sorts; a campaign opens its budget', async () => {
  await finance.getByRole('link', { name: '品牌部' }).click();
  const table = finance.getByRole('table', { name: '各活动的预算' });
  const names = () => table.locator('tbody th a').allInnerTexts();
  await expect.poll(names).toEqual(['冬季行业展会', '年终客户答谢会']);
  await finance.getByRole('button', { name: '清除筛选' }).click();
  await expect.poll(names).toEqual(['双十一会员日', '冬季行业展会', '年终客户答谢会', '新店开业推广', '2024 金秋新品首发']);
  await table.getByRole('button', { name: '占用率' }).click();
  await expect.poll(names).toEqual(['双十一会员日', '2024 金秋新品首发', '冬季行业展会', '年终客户答谢会', '新店开业推广']);
  await table.getByRole('button', { name: '占用率' }).click();
  await expect.poll(async () => (await names())[0]).toBe('新店开业推广');
  await expect.poll(() => table.locator('tfoot').innerText()).toContain('886,000');
  await table.getByRole('button', { name: '占用率' }).click();
  await expectAccessible(finance);
  await shoot(finance, 'budgets-campaigns');
  await finance.getByLabel('搜索活动名称').fill('答谢');
  await expect.poll(names).toEqual(['年终客户答谢会']);
  await finance.getByLabel('搜索活动名称').fill('没有这个词');
  await finance.getByText('没有符合条件的预算').waitFor();
  await shoot(finance, 'budgets-none');
  await finance.goto('/budgets?view=campaigns');
  await finance.getByRole('link', { name: '2024 金秋新品首发' }).click();
  await finance.waitForURL(/\/campaigns\/[0-9a-f-]{36}\/budget$/);
  await finance.getByText('41,960').first().waitFor();
});

test('the workbook has departments, campaigns and what is not approved, and its sums agree', async () => {
  await finance.goto('/budgets');
  const [download] = await Promise.all([finance.waitForEvent('download'), finance.getByRole('button', { name: '导出 Excel' }).click()]);
  expect(download.suggestedFilename()).toBe('全部活动预算.xlsx');
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(await download.path());
  expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['按部门', '按活动', '未核准']);
  const totals = workbook.worksheets.map((sheet) => sheet.lastRow?.values as unknown[]);
  const sums = totals.map((row) => row.map((value) => (typeof value === 'object' && value !== null && 'result' in value ? value.result : value)));
  expect(sums[0]).toContain(886_000);
  expect(sums[1]).toContain(886_000);
  expect(sums[2]).toContain(46_000);
});

test('a member has no such page: neither in the menu nor by its address', async () => {
  const member = await open();
  await joinAs(administrator, member, { name: '专员', email: 'member@example.com', departmentName: '品牌部' });
  await member.goto('/');
  await member.getByRole('heading', { level: 1 }).waitFor();
  expect(await member.getByRole('link', { name: '预算总览' }).count()).toBe(0);
  tolerate(member, /^403 GET \/api\/budgets/);
  tolerate(member, /403/);
  await member.goto('/budgets');
  await member.getByText('预算总览只对财务、管理层和管理员开放').waitFor();
  await expectAccessible(member);
});

/** The page once as each kind of reader sees it. */
const readers = [
  { viewport: 'phone', colorScheme: 'light', locale: 'zh-CN' },
  { viewport: 'phone', colorScheme: 'dark', locale: 'en' },
  { viewport: 'desktop', colorScheme: 'dark', locale: 'en' },
] as const;

test.each(readers)('it reads well: $viewport $colorScheme $locale', async (reader) => {
  const page = await open(reader);
  await page.context().addCookies([{ name: 'muster_locale', value: reader.locale, url: product.baseURL }]);
  await callApi(page, 'POST', '/api/session', { email: 'finance@example.com', password: 'correct horse 1' });
  for (const [name, address] of [['departments', '/budgets'], ['campaigns', '/budgets?view=campaigns']] as const) {
    await page.goto(address);
    await page.getByRole('table').first().waitFor();
    await expectAccessible(page);
    // Not innerWidth: on a phone it grows with what overflows.
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${name} is no wider than the screen`).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
    await shoot(page, `budgets-${name}-${reader.viewport}-${reader.colorScheme}-${reader.locale}`);
  }
});
