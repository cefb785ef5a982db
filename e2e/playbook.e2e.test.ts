import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { callApi, setUpThroughPages, signIn } from './accounts.ts';
import { expectAccessible, shoot, tolerate, useBrowser } from './browser.ts';
import { useProduct } from './server.ts';

/** Issue C, item 2: from a playbook to a campaign; playbooks edited, exported, imported, saved from a campaign. The tests build on each other in this order. */
const product = useProduct();
const browser = useBrowser();

let administrator: Page;
let lead: Page;
let password = '';

async function enter(name: string, options: Parameters<typeof browser.newPage>[0] = {}): Promise<Page> {
  const page = await browser.newPage({ baseURL: product.baseURL, ...options });
  await signIn(page, `${name}@demo.example`, password);
  return page;
}

/** So many days from now, `YYYY-MM-DD`. */
const inDays = (count: number): string => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);
const cells = (page: Page, grid: string) => page.getByRole('grid', { name: grid });

test('the company and its demo are there', async () => {
  administrator = await browser.newPage({ baseURL: product.baseURL });
  await setUpThroughPages(administrator, product.setupURL);
  await administrator.getByRole('button', { name: '载入演示活动' }).click();
  const dialog = administrator.getByRole('dialog', { name: '演示活动已载入' });
  password = (await dialog.locator('code').innerText()).trim();
  lead = await enter('chenjing');
});

test('a festival promotion goes from its playbook to submitted in under three minutes', async () => {
  await lead.goto('/campaigns');
  const started = Date.now();
  await lead.getByRole('link', { name: '新建活动' }).first().click();
  await lead.getByRole('link', { name: /^节日促销/ }).click();
  await lead.getByText('选好活动首日，这里按真实日历排出每一天').waitFor();
  await lead.getByRole('button', { name: '创建活动' }).click();
  for (const text of ['请填写活动名称', '请选择活动首日']) await lead.getByText(text).waitFor();
  await expectAccessible(lead);
  await lead.getByLabel('活动名称').fill('新春到店有礼');
  await lead.getByRole('button', { name: /^定在/ }).click();
  await lead.getByText(/开始筹备.*收尾，前后 93 天/).waitFor();
  // Enter ends the typing of a day; it does not make the campaign.
  await lead.getByLabel('活动首日').press('Enter');
  await lead.getByText(/没有目标值，不会写入/).waitFor();
  await lead.getByLabel('销售额的目标值').fill('800000');
  await lead.getByLabel('ROI的目标值').fill('300');
  expect(await lead.getByText(/没有目标值，不会写入/).count()).toBe(0);
  await lead.getByLabel('预算总额（元）').fill('160000');
  await lead.getByLabel('节日名称').fill('新春');
  await lead.getByLabel('活动地点').fill('滨江店广场');
  await lead.getByLabel('客服电话').fill('400-800-1234');
  await lead.getByText('预算拆分').click();
  const split = lead.getByRole('table', { name: '预算拆分' });
  await split.getByRole('row', { name: /应急备用金/ }).getByText('19,200').waitFor();
  await expectAccessible(lead);
  await shoot(lead, 'playbook-use');
  await lead.getByRole('button', { name: '创建活动' }).click();
  await lead.waitForURL(/\/campaigns\/[0-9a-f-]{36}\/plan$/);
  const created = Date.now() - started;
  await lead.getByText('围绕新春').first().waitFor();
  await lead.getByRole('button', { name: '提交审批' }).click();
  const dialog = lead.getByRole('dialog');
  await dialog.getByLabel(/统一说明|一并说明|说明/).first().fill('节前小组成员另行公布，日期已与门店确认。');
  for (const field of await dialog.getByRole('textbox').all()) if ((await field.inputValue()) === '') await field.fill('已与门店确认，按此执行。');
  await dialog.getByRole('button', { name: '提交审批' }).click();
  await dialog.waitFor({ state: 'detached' });
  const { stage } = await callApi<{ stage: string }>(lead, 'GET', `/api${new URL(lead.url()).pathname.replace('/plan', '')}`);
  expect(stage).toBe('submitted');
  const taken = Date.now() - started;
  // Measured 6 s to the campaign and 9 s to submitted, of clicks.
  expect(created).toBeLessThan(60_000);
  expect(taken).toBeLessThan(180_000);
});

test('the schedule of the new campaign has its days and what each task waits for', async () => {
  const address = new URL(lead.url()).pathname.replace('/plan', '/schedule');
  await lead.goto(address);
  await cells(lead, '活动执行进度表').waitFor();
  await lead.getByRole('columnheader', { name: '前置任务' }).waitFor();
  const { tasks } = await callApi<{ tasks: { title: string; startOn: string | null; links: unknown[] }[] }>(lead, 'GET', `/api${address}`);
  expect(tasks.length).toBeGreaterThanOrEqual(25);
  expect(tasks.every(({ startOn }) => startOn !== null)).toBe(true);
  expect(tasks.filter(({ links }) => links.length > 0).length).toBeGreaterThan(20);
  await expectAccessible(lead);
  await shoot(lead, 'playbook-schedule');
});

test('a built-in playbook is edited as the company’s own version, and restored', async () => {
  await administrator.goto('/playbooks');
  await administrator.getByRole('link', { name: /^客户回馈/ }).click();
  await administrator.getByLabel('模板名称').fill('老客答谢季');
  await administrator.getByRole('tab', { name: /^预算/ }).click();
  // The share of the first line.
  await cells(administrator, '预算').locator('td[data-row="0"][data-col="2"]').click();
  await administrator.keyboard.type('99');
  await administrator.keyboard.press('Enter');
  await administrator.getByText(/各科目的比例合计为/).waitFor();
  await expect.poll(() => administrator.getByRole('button', { name: '保存', exact: true }).isDisabled()).toBe(true);
  await expectAccessible(administrator);
  await shoot(administrator, 'playbook-edit-fault', { fullPage: false });
  await administrator.keyboard.press('Control+z');
  await administrator.getByText(/各科目的比例合计为/).waitFor({ state: 'detached' });
  await administrator.getByRole('button', { name: '保存', exact: true }).click();
  await administrator.getByText('已保存为本公司的版本').waitFor();
  await lead.goto('/campaigns/new');
  await lead.getByRole('link', { name: '老客答谢季' }).waitFor();
  await administrator.getByRole('button', { name: /“老客答谢季”的操作/ }).click();
  await administrator.getByRole('menuitem', { name: '恢复内置版本' }).click();
  await administrator.getByRole('dialog').getByRole('button', { name: '恢复内置版本' }).click();
  await administrator.getByRole('link', { name: /^客户回馈/ }).waitFor();
});

test('a playbook goes out as a file and comes in again; a damaged one is refused with its places', async () => {
  await administrator.goto('/playbooks');
  await administrator.getByRole('row', { name: /节日促销（/ }).getByRole('button', { name: /操作/ }).click();
  const [download] = await Promise.all([administrator.waitForEvent('download'), administrator.getByRole('menuitem', { name: /导出/ }).click()]);
  expect(download.suggestedFilename()).toMatch(/^活动模板-节日促销.*\.json$/);
  const content = JSON.parse(await readFile(await download.path(), 'utf8')) as { name: string; tasks: { title: string }[] };
  const [first] = content.tasks;
  const folder = path.join(tmpdir(), `playbook-${String(process.pid)}`);
  await writeFile(`${folder}-bad.json`, JSON.stringify({ ...content, tasks: [{ ...first, title: '' }] }));
  await writeFile(`${folder}.json`, JSON.stringify({ ...content, name: '门店周年庆' }));
  tolerate(administrator, /^400 POST \/api\/playbooks\/import/);
  await administrator.getByRole('button', { name: '导入模板' }).click();
  await administrator.getByLabel('活动模板文件').setInputFiles(`${folder}-bad.json`);
  await administrator.getByText('任务 · 第 1 行 · title').waitFor();
  await expectAccessible(administrator);
  await administrator.getByLabel('活动模板文件').setInputFiles(`${folder}.json`);
  await administrator.waitForURL(/\/playbooks\/[0-9a-f-]{36}$/);
  await administrator.getByRole('heading', { name: '门店周年庆' }).waitFor();
});

test('a finished campaign becomes the playbook of the next one', async () => {
  const { campaigns } = await callApi<{ campaigns: { id: string; name: string; stage: string }[] }>(lead, 'GET', '/api/campaigns');
  const finished = campaigns.find(({ stage }) => stage === 'reviewing' || stage === 'archived');
  expect(finished).toBeDefined();
  await lead.goto(`/campaigns/${finished?.id}`);
  await lead.getByRole('button', { name: '更多' }).click();
  await lead.getByRole('menuitem', { name: '另存为活动模板' }).click();
  const dialog = lead.getByRole('dialog', { name: '另存为活动模板' });
  await dialog.getByLabel('模板名称').fill('快闪上新（复盘版）');
  await expectAccessible(lead);
  await dialog.getByRole('button', { name: '保存为模板' }).click();
  await lead.waitForURL(/\/playbooks\/[0-9a-f-]{36}$/);
  await lead.getByRole('tab', { name: /^任务/ }).click();
  await cells(lead, '任务').getByText('活动结束后3个工作日内').or(cells(lead, '任务').getByText(/^D-/)).first().waitFor();
  await shoot(lead, 'playbook-saved', { fullPage: false });
  await lead.goto('/campaigns/new');
  await lead.getByRole('link', { name: '快闪上新（复盘版）' }).click();
  await lead.getByLabel('活动首日（D 日）').fill(inDays(60));
  await lead.getByText(/开始筹备/).waitFor();
});

test.each([{ viewport: 'phone', colorScheme: 'light' }, { viewport: 'phone', colorScheme: 'dark' }, { viewport: 'desktop', colorScheme: 'dark' }] as const)('every page of playbooks is accessible: $viewport, $colorScheme', async (device) => {
  const page = await enter('liuyang', device);
  for (const [name, address] of Object.entries({ start: '/campaigns/new', list: '/playbooks', tasks: '/playbooks/festival?part=tasks', text: '/playbooks/festival?part=sections', use: '/campaigns/new/exhibition' })) {
    await page.goto(address);
    await page.locator('h1').waitFor();
    await expect.poll(() => page.locator('[role=status][aria-label]').count()).toBe(0);
    if (name === 'use') await page.getByLabel('活动首日（D 日）').fill(inDays(100));
    await expectAccessible(page);
    await shoot(page, `playbook-${name}-${device.viewport}-${device.colorScheme}`);
  }
});
