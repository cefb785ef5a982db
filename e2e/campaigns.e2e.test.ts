import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { callApi, setUpThroughPages, signInThroughPages } from './accounts.ts';
import { expectAccessible, shoot, toastOf, tolerate, useBrowser } from './browser.ts';
import { useProduct } from './server.ts';

/** Issue A, item 4: the workbench, the list of campaigns in its three forms, a new campaign. The tests build on each other in this order. */
const product = useProduct();
const browser = useBrowser();

let administrator: Page;
let lead: Page;
let demoPassword = '';
let demoId = '';
const open = (options: Parameters<typeof browser.newPage>[0] = {}) => browser.newPage({ baseURL: product.baseURL, ...options });
const rows = (page: Page) => page.getByRole('table', { name: '活动' }).locator('tbody tr');
const campaign = (name: string, startsOn: string, endsOn: string, scenario: string) => ({ name, startsOn, endsOn, scenario });

test('the first use loads the demo; its people and their password are handed over once', async () => {
  administrator = await open();
  await setUpThroughPages(administrator, product.setupURL);
  await administrator.getByRole('button', { name: '载入演示活动' }).click();
  const dialog = administrator.getByRole('dialog', { name: '演示活动已载入' });
  await dialog.waitFor();
  demoPassword = (await dialog.locator('code').innerText()).trim();
  await expect.poll(() => dialog.locator('tbody tr').count()).toBe(7);
  await expectAccessible(administrator);
  await shoot(administrator, 'demo-loaded', { fullPage: false });
  await dialog.getByRole('button', { name: '复制全部' }).click();
  await dialog.getByText('已复制').first().waitFor();
  expect(await administrator.evaluate(() => navigator.clipboard.readText())).toContain(`chenjing@demo.example\n`);
  await dialog.getByRole('link', { name: '打开演示活动' }).click();
  await administrator.waitForURL(/\/campaigns\/[0-9a-f-]{36}$/);
  demoId = new URL(administrator.url()).pathname.split('/').at(-1) ?? '';
});

test('a new campaign says what is missing, tells what the period holds, and begins with its overview', async () => {
  lead = await open();
  await signInThroughPages(lead, 'chenjing@demo.example', demoPassword);
  await lead.goto('/campaigns');
  await lead.getByRole('link', { name: '新建活动' }).first().click();
  await lead.getByRole('link', { name: '空白活动' }).click();
  await lead.getByRole('button', { name: '新建活动' }).click();
  for (const text of ['请填写活动名称', '请选择活动场景', '请选择活动周期的开始和结束日期']) await lead.getByText(text).waitFor();
  await expectAccessible(lead);
  await shoot(lead, 'new-campaign-errors');
  await lead.getByLabel('活动名称').fill('双十一会员日');
  await lead.getByLabel('活动场景').selectOption({ label: '节日促销' });
  await pickDays(lead, '活动周期', '2026-10-28', '2026-11-15');
  await lead.getByText('共 19 天，其中工作日 13 天').waitFor();
  await lead.getByText('11月18日 前').waitFor();
  await pickDays(lead, '现场日期', '2026-11-14', '2026-11-20');
  await lead.getByRole('button', { name: '新建活动' }).click();
  await lead.getByText('现场日期要在活动周期之内').waitFor();
  await pickDays(lead, '现场日期', '2026-11-11', '2026-11-11');
  await lead.getByLabel('活动主题').fill('老朋友，有新意');
  await lead.getByLabel('目标人群').fill('过去一年购买过两次以上的会员');
  await shoot(lead, 'new-campaign');
  await lead.getByRole('button', { name: '新建活动' }).click();
  await lead.waitForURL(/\/campaigns\/[0-9a-f-]{36}$/);
  await lead.getByRole('heading', { name: '双十一会员日' }).waitFor();
});

test('a campaign can begin with a document', async () => {
  await lead.goto('/campaigns/new');
  await lead.getByRole('link', { name: '从文档导入' }).click();
  expect(await lead.getByRole('radio', { name: /从文档导入/ }).isChecked()).toBe(true);
  await lead.getByLabel('活动名称').fill('春季行业展会');
  await lead.getByLabel('活动场景').selectOption({ label: '行业展会' });
  await pickDays(lead, '活动周期', '2027-03-01', '2027-03-31');
  await lead.getByText('国务院尚未公布这一年的放假安排').waitFor();
  await lead.getByRole('button', { name: '新建并导入文档' }).click();
  await lead.waitForURL(/\/campaigns\/[0-9a-f-]{36}\/import$/);
});

test('the list finds a word inside a Chinese sentence, narrows, and keeps it in the address', async () => {
  await callApi(administrator, 'POST', '/api/campaigns', campaign('夏日清凉节', '2026-06-01', '2026-06-30', 'festival'));
  await administrator.goto('/campaigns');
  await expect.poll(() => rows(administrator).count()).toBe(5);
  await expectAccessible(administrator);
  await shoot(administrator, 'campaigns-table');
  await administrator.getByRole('searchbox').fill('购买过两次');
  await expect.poll(() => rows(administrator).count()).toBe(1);
  expect(new URL(administrator.url()).searchParams.get('q')).toBe('购买过两次');
  await administrator.reload();
  await rows(administrator).getByRole('link', { name: '双十一会员日' }).waitFor();
  await administrator.getByRole('combobox', { name: '场景' }).selectOption({ label: '行业展会' });
  await administrator.getByRole('heading', { name: '没有符合条件的活动' }).waitFor();
  await administrator.getByRole('button', { name: '清除筛选' }).first().click();
  await expect.poll(() => rows(administrator).count()).toBe(5);
  await administrator.getByRole('combobox', { name: '时间' }).selectOption({ label: '去年' });
  await expect.poll(() => rows(administrator).allInnerTexts().then((texts) => texts.join())).toMatch(/^(?!.*双十一)(?!.*展会)/s);
  await administrator.getByRole('button', { name: '清除筛选' }).first().click();
});

test('the board stands by stage, the calendar by month with what is free and worked', async () => {
  await administrator.goto('/campaigns');
  await administrator.getByRole('radio', { name: '看板' }).click();
  await administrator.getByRole('region', { name: '草稿' }).getByRole('link', { name: '秋季新品上市' }).waitFor();
  await expectAccessible(administrator);
  await shoot(administrator, 'campaigns-board');
  await administrator.goto('/campaigns?view=calendar&month=2025-10');
  await administrator.getByRole('link', { name: /^秋季新品上市，/ }).first().waitFor();
  await expect.poll(() => administrator.getByText('休', { exact: true }).count()).toBeGreaterThan(4);
  await expect.poll(() => administrator.getByText('班', { exact: true }).count()).toBeGreaterThan(0);
  await expectAccessible(administrator);
  await shoot(administrator, 'campaigns-calendar');
  await administrator.getByRole('button', { name: '上个月' }).click();
  await administrator.getByRole('heading', { name: '这个月没有活动' }).waitFor();
  expect(new URL(administrator.url()).searchParams.get('month')).toBe('2025-09');
});

test('more than a page is loaded on demand', async () => {
  for (let index = 1; index <= 50; index += 1) await callApi(administrator, 'POST', '/api/campaigns', campaign(`社区活动 ${index}`, '2026-03-01', '2026-03-10', 'loyalty'));
  await administrator.goto('/campaigns');
  await expect.poll(() => rows(administrator).count()).toBe(50);
  await administrator.getByRole('button', { name: '加载更多' }).click();
  await expect.poll(() => rows(administrator).count()).toBe(55);
  await administrator.getByText('共 55 个活动').waitFor();
});

test('management approves what waits; then tasks stand on the workbench and are ticked off, and back', async () => {
  const director = await open({ viewport: 'phone' });
  await signInThroughPages(director, 'zhouzong@demo.example', demoPassword);
  await callApi(lead, 'POST', `/api/campaigns/${demoId}/plan/submissions`, { note: '', answer: '测试数据，按简化内容提交' });
  await director.goto('/');
  await director.getByText('1 项待您审批').waitFor();
  await expectAccessible(director);
  await shoot(director, 'workbench-director');
  const { waiting } = await callApi<{ waiting: { id: string }[] }>(director, 'GET', '/api/approvals');
  await director.getByRole('region', { name: '待我审批' }).getByRole('link').and(director.locator(`[href="/approvals/${waiting[0]?.id}"]`)).waitFor();
  await callApi(director, 'POST', `/api/approvals/${waiting[0]?.id}/decision`, { decision: 'approved', reason: '' });
  await callApi(lead, 'POST', `/api/campaigns/${demoId}/plan/start`);

  const executor = await open();
  await signInThroughPages(executor, 'wangfang@demo.example', demoPassword);
  const task = executor.getByRole('checkbox', { name: '完成“场地布置与设备调试”' });
  await task.waitFor();
  await executor.getByText(/项延期/).first().waitFor();
  await expectAccessible(executor);
  await shoot(executor, 'workbench-executor');
  await task.click();
  await executor.getByText('已完成“场地布置与设备调试”').waitFor();
  await expect.poll(() => task.count()).toBe(0);
  await toastOf(executor, '已完成“场地布置与设备调试”').getByRole('button', { name: '撤销' }).click();
  await task.waitFor();
});

test('what another person did to a task meanwhile is told, not overwritten', async () => {
  const executor = await open();
  await signInThroughPages(executor, 'wangfang@demo.example', demoPassword);
  const task = executor.getByRole('checkbox', { name: '完成“场地布置与设备调试”' });
  await task.waitFor();
  await executor.route('**/api/live*', (route) => route.abort());
  const { tasks } = await callApi<{ tasks: { id: string; title: string; state: string }[] }>(lead, 'GET', `/api/campaigns/${demoId}/schedule`);
  const found = tasks.find(({ title }) => title === '场地布置与设备调试');
  const cancel = (from: unknown, to: unknown) => callApi(lead, 'POST', `/api/campaigns/${demoId}/schedule/edits`, { changes: [{ type: 'update', id: found?.id, set: { state: { from, to } } }] });
  await executor.route('**/state', async (route) => {
    await cancel(found?.state, 'cancelled');
    await route.continue();
  });
  tolerate(executor, /^409 POST .*\/state/);
  await task.click();
  await executor.getByText('陈婧已把“场地布置与设备调试”改为“取消”，您的更新没有写入。').waitFor();
  await cancel('cancelled', found?.state);
});

test.each([
  { viewport: 'desktop', colorScheme: 'dark', locale: 'en' },
  { viewport: 'phone', colorScheme: 'light', locale: 'zh-CN' },
  { viewport: 'phone', colorScheme: 'dark', locale: 'en' },
] as const)('every page across campaigns is accessible: $viewport, $colorScheme, $locale', async (device) => {
  const page = await open(device);
  tolerate(page, /^401 GET \/api\/me/);
  await page.goto('/sign-in');
  await page.getByRole('heading', { level: 1 }).waitFor();
  if (device.locale === 'en') await page.getByRole('button', { name: 'English' }).click();
  await signInThroughPages(page, 'chenjing@demo.example', demoPassword);
  const pages = { workbench: '/', campaigns: '/campaigns', board: '/campaigns?view=board', calendar: '/campaigns?view=calendar&month=2026-11', 'new-campaign': '/campaigns/new', 'new-blank': '/campaigns/new/blank', nothing: '/campaigns?q=nothing-like-it' };
  for (const [title, path] of Object.entries(pages)) {
    await page.goto(path);
    await page.locator('h1').waitFor();
    await expect.poll(() => page.locator('[role=status][aria-label]').count()).toBe(0);
    await expectAccessible(page);
    await shoot(page, `${title}-${device.viewport}-${device.colorScheme}-${device.locale}`);
  }
});

test('once there are campaigns, the workbench offers the demo no more', async () => {
  await administrator.goto('/');
  await administrator.getByRole('region', { name: '我的活动' }).waitFor();
  expect(await administrator.getByRole('button', { name: '载入演示活动' }).count()).toBe(0);
  await expectAccessible(administrator);
});

/** Types two days into a period field and leaves it with Enter, as with a keyboard. */
async function pickDays(page: Page, label: string, from: string, to: string): Promise<void> {
  const start = page.getByLabel(label, { exact: false }).first();
  await start.click();
  await start.fill(from);
  await start.press('Enter');
  const end = page.locator(`[id="${await start.getAttribute('id')}-end"]`);
  await end.fill(to);
  await end.press('Enter');
}
