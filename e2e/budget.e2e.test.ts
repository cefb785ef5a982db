import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { callApi, joinAs, signInAdministrator } from './accounts.ts';
import { expectAccessible, shoot, tolerate, useBrowser } from './browser.ts';
import { useProduct } from './server.ts';

/** Issue B, budget 3–5: the page that shows the money at one look, and where every figure comes from. */
const product = useProduct();
const browser = useBrowser();

let lead: Page;
let planner: Page;
let director: Page;
let finance: Page;
let campaignId = '';
/** The lines of T1 by their category. */
const lines: Record<string, string> = {};

const open = (options: object = {}) => browser.newPage({ baseURL: product.baseURL, ...options });
const to = (page: Page, tab = '') => page.goto(`/campaigns/${campaignId}/budget${tab ? `?tab=${tab}` : ''}`);
const api = () => `/api/campaigns/${campaignId}`;
const figure = (page: Page, line: string, bucket: string, amount: string) => page.getByRole('link', { name: `${line}：${bucket} ${amount} 元，查看台账`, exact: true });
/** The sums above the entries, name by name. */
const sums = (page: Page) => page.getByLabel('符合条件的全部分录合计').innerText();

async function sameLogin(from: Page, options: object): Promise<Page> {
  const page = await open(options);
  await page.context().addCookies(await from.context().cookies());
  return page;
}

const T1 = [
  ['物料制作费', '海报500张、宣传册2000本', 8000, '*专员', '含设计费'], ['线上推广费', '朋友圈广告投放', 15000, '*主管', '7天投放周期'],
  ['场地租赁费', '商圈展位租赁(3天)', 12000, '*专员', '含基础设备'], ['人员成本', '兼职人员10名(3天)', 6500, '*经理', '200元/人/天'], ['应急备用金', '预算外突发情况处理', 5000, '*经理', '按实报销'],
] as const;

async function approve(approvalId: string): Promise<void> {
  for (let finished = false; !finished;) {
    const asked = await Promise.all([lead, finance, director].map(async (page) => ({ page, found: await callApi<{ can: { decide: boolean } }>(page, 'GET', `/api/approvals/${approvalId}`) })));
    const decider = asked.find(({ found }) => found.can.decide)?.page;
    if (!decider) throw new Error('Nobody decides this step.');
    ({ finished } = await callApi<{ finished: boolean }>(decider, 'POST', `/api/approvals/${approvalId}/decision`, { decision: 'approved' }));
  }
}

interface Asked {
  readonly line: string;
  readonly yuan: number;
  readonly purpose: string;
  readonly fields?: object;
}

/** Asks as the planner; the id of the request and of its approval. */
async function ask({ line, yuan, purpose, fields = {} }: Asked): Promise<{ id: string; approvalId: string }> {
  const id = crypto.randomUUID();
  const { approvalId } = await callApi<{ approvalId: string }>(planner, 'PUT', `${api()}/budget/requests/${id}`, {
    kind: 'spending', lineId: lines[line], amountCents: yuan * 100, purpose, payee: '华印印刷', submit: true, confirmed: ['quantities', 'similar_request', 'reserve_below'], explanation: '已核对', ...fields,
  });
  return { id, approvalId };
}

async function invoice(requestId: string, yuan: number): Promise<void> {
  const id = crypto.randomUUID();
  await callApi(planner, 'PUT', `${api()}/budget/requests/${requestId}/invoices/${id}`, { kind: 'receipt', issuedOn: '2025-10-20', amountCents: yuan * 100, confirmed: ['before_approval', 'date_outside', 'date_future'], explanation: '补登' });
  await callApi(finance, 'POST', `${api()}/budget/invoices/${id}/check`, { decision: 'accepted' });
}

beforeAll(async () => {
  const administrator = await open();
  await signInAdministrator(administrator, product.setupURL);
  [lead, planner, director, finance] = await Promise.all([open(), open(), open(), open()]);
  await joinAs(administrator, lead, { name: '陈婧', email: 'chenjing@example.com' });
  const userId = await joinAs(administrator, planner, { name: '刘洋', email: 'liuyang@example.com' });
  await joinAs(administrator, director, { name: '周正', email: 'zhouzheng@example.com', orgRole: 'management' });
  await joinAs(administrator, finance, { name: '孙丽', email: 'sunli@example.com', orgRole: 'finance' });
  ({ id: campaignId } = await callApi<{ id: string }>(lead, 'POST', '/api/campaigns', { name: '秋季新品上市', scenario: 'launch', theme: '秋日焕新', audience: '城市白领', startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18' }));
  await callApi(lead, 'POST', `${api()}/team`, { userId, group: 'planning' });
  const insert = (table: string, rows: readonly object[]) => callApi(lead, 'POST', `${api()}/${table}/edits`, { changes: rows.map((fields) => ({ type: 'insert', id: crypto.randomUUID(), fields })) });
  await insert('goals', [{ metric: '新品订单量', unit: '单', target: 2000 }]);
  await insert('schedule', [{ phase: 'execution', title: '活动现场执行', whenText: '10月16日-18日', startOn: '2025-10-16', endOn: '2025-10-18', ownerText: '全员' }]);
  await insert('budget', T1.map(([category, detail, yuan, ownerText, note]) => ({ category, detail, amountCents: yuan * 100, ownerText, note })));
  const budget = await callApi<{ lines: { id: string; category: string }[] }>(lead, 'GET', `${api()}/budget`);
  for (const line of budget.lines) lines[line.category] = line.id;
});

describe('while the plan is written', () => {
  test('单价 × 数量 × 次 that gives another amount is questioned beside the line, and only there', async () => {
    await to(lead);
    await lead.getByText('人员成本：10 名 × 3 天 × 200 元 = 6,000，与预算 6,500 不符').waitFor();
    const questions = lead.getByRole('listitem').filter({ hasText: '不符' });
    await expect.poll(() => questions.count()).toBe(1);
    await expectAccessible(lead);
    await shoot(lead, 'budget-question', { fullPage: false });
    const cell = lead.locator('td[data-row="3"][data-col="2"]');
    await cell.click();
    await lead.locator('[popover]').getByText('10 名 × 3 天 × 200 元 = 6,000').waitFor();
    await lead.keyboard.type('6000');
    await lead.keyboard.press('Enter');
    await questions.waitFor({ state: 'detached' });
    await lead.getByText('应急备用金 ¥5,000，占 10.87%（5,000 ÷ 46,000），在建议的 10%–15% 之内。').waitFor();
  });
});

describe('once the plan is approved', () => {
  beforeAll(async () => {
    const { approvalId } = await callApi<{ approvalId: string }>(lead, 'POST', `${api()}/plan/submissions`, { note: '', answer: '测试数据，按简化内容提交' });
    await approve(approvalId);
    await callApi(lead, 'POST', `${api()}/plan/start`);
  });

  test('all is free, and the ledger begins with what was allocated', async () => {
    await to(lead);
    await lead.getByText('预算 ¥46,000 已经核准，还没有花费，全部可用。').waitFor();
    await figure(lead, '合计', '预算', '46,000').click();
    await lead.waitForURL(/tab=ledger/);
    await expect.poll(() => sums(lead)).toBe('预算\n¥46,000');
    await expect.poll(() => lead.getByRole('row', { name: /拨入/ }).count()).toBe(5);
    await lead.goBack();
    await figure(lead, '合计', '预算', '46,000').waitFor();
  });

  test('allocated, committed, spent and free of every line at one look; warnings at 80 % and 95 % in words', async () => {
    const posters = await ask({ line: '物料制作费', yuan: 4200, purpose: '印刷海报与宣传册' });
    await approve(posters.approvalId);
    await invoice(posters.id, 2000);
    await invoice(posters.id, 1800);
    await ask({ line: '物料制作费', yuan: 2200, purpose: '宣传册加印' });
    const staff = await ask({ line: '人员成本', yuan: 5800, purpose: '兼职人员劳务费' });
    await approve(staff.approvalId);
    await to(lead);
    await lead.getByText('预算 ¥46,000 已花费 ¥3,800（8.26%），已承诺 ¥6,200，已预留 ¥2,200，还可用 ¥33,800。').waitFor();
    await lead.getByText('2 个科目接近用完，最多的是“人员成本”，已用 96.7%。').waitFor();
    const row = lead.getByRole('row', { name: /^物料制作费/ });
    await row.getByText('已用 80%').waitFor();
    await expect.poll(() => row.getByRole('img').getAttribute('aria-label')).toBe('物料制作费：已花费 3,800、已承诺 400、已预留 2,200和可用 1,600');
    for (const [bucket, amount] of [['预算', '8,000'], ['已花费', '3,800'], ['已承诺', '400'], ['已预留', '2,200'], ['可用', '1,600']] as const) await figure(lead, '物料制作费', bucket, amount).waitFor();
    await lead.getByRole('row', { name: /^人员成本/ }).getByText('已用 96.7%').waitFor();
    await lead.getByText('备用金核准时 5,000 ÷ 46,000 = 10.87%').waitFor();
    await lead.getByRole('region', { name: '审批中的申请' }).getByRole('link', { name: '宣传册加印' }).waitFor();
    await expectAccessible(lead);
    await shoot(lead, 'budget-overview');
  });

  test('a figure opens the entries it is made of, and they add up to it; each opens its request', async () => {
    await figure(lead, '物料制作费', '已花费', '3,800').click();
    await expect.poll(() => sums(lead)).toBe('已花费\n¥3,800');
    const amounts = lead.getByRole('table', { name: '台账' }).locator('tbody b');
    await expect.poll(() => amounts.allTextContents()).toEqual(['+1,800', '+2,000']);
    await lead.getByText('已承诺 → 已花费').first().waitFor();
    await expectAccessible(lead);
    await lead.getByLabel('部分', { exact: true }).selectOption('reserved');
    // +4,200 when it was asked for, −4,200 when it was approved, +2,200 that still waits.
    await expect.poll(() => amounts.allTextContents()).toEqual(['+2,200', '-4,200', '+4,200']);
    await expect.poll(() => sums(lead)).toBe('已预留\n¥2,200');
    await lead.getByRole('button', { name: '清除筛选' }).click();
    await expect.poll(async () => (await sums(lead)).split('\n')).toEqual(['预算', '¥46,000', '已花费', '¥3,800', '已承诺', '¥6,200', '已预留', '¥2,200', '可用', '¥33,800']);
    await lead.getByRole('link', { name: '印刷海报与宣传册' }).first().click();
    await lead.waitForURL(/\/budget\/requests\/[0-9a-f-]{36}$/);
  });

  test('T1 has the ledger’s 实际花费, and asks nothing of an amount that was decided on', async () => {
    const { approvalId } = await ask({ line: '物料制作费', yuan: 800, purpose: '兼职延时一天', fields: { kind: 'transfer', toLineId: lines['人员成本'], payee: '' } });
    await approve(approvalId);
    await to(lead, 'table');
    const rows = lead.locator('[role=grid] tbody tr');
    await expect.poll(() => rows.evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].slice(2, 4).map((cell) => cell.textContent)))).toEqual([['7,200', '3,800'], ['15,000', '-'], ['12,000', '-'], ['6,800', '-'], ['5,000', '-']]);
    expect(await lead.getByText('不符').count()).toBe(0);
    await expect.poll(() => lead.locator('tfoot').textContent()).toContain('3,800');
  });

  test('a category that the plan did not have is added at 0 and leads to asking for money; the plan keeps its seal', async () => {
    await to(planner, 'table');
    await planner.getByRole('button', { name: '新增科目' }).click();
    await planner.getByRole('button', { name: '新增并申请追加' }).click();
    await planner.getByText('请填写科目名称').waitFor();
    await planner.getByRole('dialog').getByLabel('预算科目').fill('摄影摄像');
    await shoot(planner, 'budget-add-line', { fullPage: false });
    await expectAccessible(planner);
    await planner.getByRole('button', { name: '新增并申请追加' }).click();
    await planner.waitForURL(/requests\/new\?.*kind=supplement/);
    await expect.poll(() => planner.getByLabel('追加到').inputValue()).toContain('摄影摄像');
    await lead.goto(`/campaigns/${campaignId}/plan`);
    await lead.getByRole('img', { name: /^方案第 1 版，周正/ }).first().waitFor();
  });

  test('versions are compared line by line with the baseline', async () => {
    await to(lead, 'versions');
    await lead.getByText('从第 1 版到现在，3 个科目有变化：增加 ¥800，减少 ¥800，合计不变。').waitFor();
    await lead.getByRole('radio', { name: '只看变化' }).click();
    await lead.getByRole('row', { name: /^摄影摄像 新增/ }).waitFor();
    await expect.poll(() => lead.getByRole('table', { name: '版本对比' }).locator('tbody tr').count()).toBe(3);
    await lead.getByLabel('到', { exact: true }).selectOption('1');
    await lead.getByText('从第 1 版到第 1 版，逐个科目都没有变化。').waitFor();
    await lead.waitForURL(/to=1/);
    await expectAccessible(lead);
  });

  test('the reserve is reported by cause, with its denominator (P2.2)', async () => {
    await to(lead, 'reserve');
    await lead.getByText('还没有动用过备用金').waitFor();
    const drawn = await ask({ line: '应急备用金', yuan: 1800, purpose: '展位电路改造', fields: { kind: 'reserve', toLineId: lines['场地租赁费'], causeKind: 'incident', cause: '展位电力不足', payee: '' } });
    await approve(drawn.approvalId);
    await ask({ line: '应急备用金', yuan: 600, purpose: '纸袋涨价', fields: { kind: 'reserve', toLineId: lines['物料制作费'], causeKind: 'price', cause: '纸张涨价', payee: '' } });
    await to(lead, 'reserve');
    await lead.getByText('应急备用金 ¥5,000，已动用 ¥1,800，还可用 ¥2,600，¥600 正在审批。').waitFor();
    await lead.getByText('5,000 ÷ 46,000 = 10.87%').waitFor();
    await lead.getByRole('row', { name: /突发事件 1 0 1,800 100%/ }).waitFor();
    await lead.getByRole('link', { name: '纸张涨价' }).waitFor();
    await expectAccessible(lead);
  });

  test('on a phone, in the dark and in English: nothing runs sideways, everything is in reach', async () => {
    const phone = await sameLogin(lead, { viewport: 'phone', colorScheme: 'dark' });
    for (const tab of ['', 'table', 'ledger', 'versions', 'reserve']) {
      await to(phone, tab);
      await phone.getByRole('tabpanel').getByRole('heading', { level: 2 }).first().waitFor();
      expect(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await expectAccessible(phone);
      await shoot(phone, `budget-phone-${tab || 'overview'}`);
    }
    await to(phone);
    const box = await figure(phone, '人员成本', '可用', '1,000').boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    const english = await sameLogin(lead, { locale: 'en' });
    await english.context().addCookies([{ name: 'muster_locale', value: 'en', url: product.baseURL }]);
    for (const tab of ['', 'ledger', 'versions', 'reserve']) {
      await to(english, tab);
      await english.getByRole('tabpanel').getByRole('heading', { level: 2 }).first().waitFor();
      await expectAccessible(english);
      await shoot(english, `budget-en-${tab || 'overview'}`);
    }
  });

  test('when the burn cannot be read, the page says so and tries again; the other tabs work', async () => {
    const page = await sameLogin(lead, {});
    tolerate(page, /pace/);
    tolerate(page, /status of 400/);
    await page.route('**/budget/pace', (route) => route.fulfill({ status: 400, contentType: 'application/problem+json', body: JSON.stringify({ code: 'request.invalid', title: '请求有误', status: 400 }) }));
    await to(page);
    const retry = page.getByRole('button', { name: '重试' });
    await retry.waitFor();
    await page.getByRole('tab', { name: '预算表' }).click();
    await page.getByRole('grid', { name: '活动预算表' }).waitFor();
    await page.getByRole('tab', { name: '概览' }).click();
    await page.unroute('**/budget/pace');
    await retry.click();
    await figure(page, '人员成本', '可用', '1,000').waitFor();
  });
});

describe('预算规则', () => {
  test('finance sets the bounds and the warnings, the others read them, the budget page follows', async () => {
    await lead.goto('/settings/budget-rules');
    await lead.getByText('由管理员和财务修改。').waitFor();
    await expect.poll(() => lead.getByLabel('下限（%）').isDisabled()).toBe(true);
    expect(await lead.getByRole('button', { name: '保存' }).count()).toBe(0);
    await finance.goto('/settings/budget-rules');
    await finance.getByLabel('上限（%）').fill('9');
    await finance.getByRole('button', { name: '保存' }).click();
    await finance.getByText('上限不能低于下限。').waitFor();
    await expectAccessible(finance);
    await finance.getByLabel('下限（%）').fill('12');
    await finance.getByLabel('上限（%）').fill('20');
    await finance.getByRole('button', { name: '添加一档' }).click();
    await finance.getByLabel('第 3 档（%）').fill('95');
    await finance.getByRole('button', { name: '保存' }).click();
    await finance.getByText('每一档要比前一档高。').waitFor();
    await finance.getByLabel('第 1 档（%）').fill('70');
    await finance.getByLabel('第 2 档（%）').fill('90');
    await finance.getByRole('button', { name: '保存' }).click();
    await finance.getByText('预算规则已保存').waitFor();
    await finance.getByText('应急备用金应占预算总额的 12%–20%；科目用到 70%、90%、95% 时提醒。').waitFor();
    await shoot(finance, 'budget-rules', { fullPage: false });
    await to(lead);
    await lead.getByText('低于 12%').waitFor();
  });
});
