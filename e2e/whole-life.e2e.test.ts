import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { callApi, setUpThroughPages, signIn } from './accounts.ts';
import { expectAccessible, shoot, useBrowser } from './browser.ts';
import { useProduct } from './server.ts';

/**
 * Issue A, item 8: the demo campaign from its draft to the verified archive, through the pages, each step by the person whose
 * step it is. The tests build on each other in this order.
 */
const product = useProduct();
const browser = useBrowser();
const ROOT = path.resolve(import.meta.dirname, '..');

/** What a person does is saved in the background. */
const SOON = { timeout: 10_000 };

let password = '';
let campaign = '';
let lead: Page;
let boss: Page;

const people = { 陈婧: 'chenjing', 王芳: 'wangfang', 李想: 'lixiang', 周正: 'zhouzong', 孙丽: 'sunli' } as const;

async function enter(person: keyof typeof people, viewport: 'desktop' | 'phone' = 'desktop'): Promise<Page> {
  const page = await known(person, viewport);
  await page.goto('/');
  await page.getByRole('main').waitFor();
  return page;
}

/** Someone who has no page open: what happens meanwhile is not drawn for them. */
async function known(person: keyof typeof people, viewport: 'desktop' | 'phone' = 'desktop'): Promise<Page> {
  const page = await browser.newPage({ baseURL: product.baseURL, viewport });
  await signIn(page, `${people[person]}@demo.example`, password);
  return page;
}

/** Presses a button that asks once more, and says yes. */
async function confirm(page: Page, verb: string): Promise<void> {
  await page.getByRole('button', { name: verb, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: verb, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** 申请 → 执行 → 核销 of one amount, by the people whose steps they are: their own pages have journeys of their own. */
async function spend(category: string, yuan: number, fields: object = {}): Promise<void> {
  const api = `/api${campaign}/budget`;
  const as = async (person: keyof typeof people) => (money[person] ??= await known(person));
  const executor = await as('王芳');
  const { lines } = await callApi<{ lines: { id: string; category: string }[] }>(executor, 'GET', api);
  const request = `${api}/requests/${crypto.randomUUID()}`;
  const amountCents = yuan * 100;
  const body = { kind: 'spending', lineId: lines.find((line) => line.category === category)?.id, amountCents, payee: `${category}供应商`, purpose: `${category}支出`, submit: true, ...fields };
  const { approvalId } = await callApi<{ approvalId: string }>(executor, 'PUT', request, body);
  for (let finished = false; !finished;) {
    for (const person of ['陈婧', '孙丽', '周正'] as const) {
      const page = await as(person);
      const { can } = await callApi<{ can: { decide: boolean } }>(page, 'GET', `/api/approvals/${approvalId}`);
      if (can.decide) ({ finished } = await callApi<{ finished: boolean }>(page, 'POST', `/api/approvals/${approvalId}/decision`, { decision: 'approved' }));
    }
  }
  const invoiceId = crypto.randomUUID();
  await callApi(executor, 'PUT', `${request}/invoices/${invoiceId}`, { kind: 'receipt', issuedOn: '2025-10-16', amountCents, confirmed: ['before_approval'], explanation: '按活动当时的日期' });
  await callApi(await as('孙丽'), 'POST', `${api}/invoices/${invoiceId}/check`, { decision: 'accepted' });
  await callApi(await as('孙丽'), 'POST', `${api}/invoices/${invoiceId}/payment`, { paidOn: '2025-10-17' });
  await callApi(executor, 'POST', `${request}/close`, { reason: '' });
}
const money: Partial<Record<keyof typeof people, Page>> = {};

/** Types one value under the other into a column of a grid, as one does in Excel. */
async function typeDown(page: Page, grid: string, column: number, values: readonly string[]): Promise<void> {
  await page.getByRole('grid', { name: grid }).locator(`td[data-row="0"][data-col="${column}"]`).click();
  for (const value of values) {
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
}

const stageOf = (page: Page) => callApi<{ stage: string }>(page, 'GET', `/api${campaign}`).then(({ stage }) => stage);
const verdictOf = (page: Page) => page.locator('h1').locator('xpath=ancestor::header/following-sibling::p[1]').innerText();

test('the demo is loaded by a click and handed over with its password', async () => {
  const administrator = await browser.newPage({ baseURL: product.baseURL });
  await setUpThroughPages(administrator, product.setupURL);
  await administrator.getByRole('button', { name: '载入演示活动' }).click();
  const dialog = administrator.getByRole('dialog', { name: '演示活动已载入' });
  password = (await dialog.locator('code').innerText()).trim();
  await dialog.getByRole('link', { name: '打开演示活动' }).click();
  await administrator.waitForURL(/\/campaigns\/[0-9a-f-]{36}$/);
  campaign = new URL(administrator.url()).pathname;
  await administrator.getByRole('heading', { name: '秋季新品上市' }).waitFor();
});

test('the lead submits the plan, others are told whose step it is; it is closed to edits from then on', async () => {
  const monitor = await enter('李想');
  await monitor.goto(campaign);
  await monitor.getByText('由总负责人 陈婧 或策划组操作。').waitFor();
  expect(await monitor.getByRole('link', { name: '提交审批' }).count()).toBe(0);
  lead = await enter('陈婧');
  await lead.goto(campaign);
  await expect.poll(() => verdictOf(lead)).toContain('3 个目标，预算 ¥46,000，5 项任务，可以提交审批');
  await shoot(lead, 'life-overview-draft');
  await lead.getByRole('link', { name: '提交审批' }).click();
  const dialog = lead.getByRole('dialog', { name: '提交方案审批' });
  await dialog.getByLabel('给审批人的说明').fill('场地改为商圈展位，预算按去年双节的九成编制。');
  await dialog.getByLabel('统一说明').fill('沿用去年的做法，细则在宣贯会上逐组落实。');
  await shoot(lead, 'life-submit', { fullPage: false });
  await dialog.getByRole('button', { name: '提交审批' }).click();
  await lead.getByText('正在审批').first().waitFor();
  await expect.poll(() => stageOf(lead)).toBe('submitted');
  await shoot(lead, 'life-plan-submitted');
  await lead.goto(`${campaign}/budget`);
  await lead.getByRole('grid', { name: '活动预算表' }).waitFor();
  await lead.getByRole('grid').locator('td[data-row="0"][data-col="2"]').click();
  await lead.keyboard.type('1');
  await lead.keyboard.press('Enter');
  expect((await callApi<{ totals: { amountCents: number } }>(lead, 'GET', `/api${campaign}/budget`)).totals.amountCents).toBe(4_600_000);
});

test('management returns the plan from the phone with a reason; the lead reads it and submits again', async () => {
  boss = await enter('周正', 'phone');
  await boss.getByRole('navigation').getByRole('link', { name: /审批/ }).click();
  await boss.getByRole('link', { name: /秋季新品上市/ }).click();
  await boss.getByText('场地改为商圈展位').waitFor();
  await expect.poll(() => verdictOf(boss)).toContain('预算 ¥46,000，10月1日–22日，3 个目标，5 项任务');
  await expectAccessible(boss);
  await shoot(boss, 'life-approval-phone', { fullPage: false });
  await boss.getByRole('button', { name: '退回' }).click();
  const dialog = boss.getByRole('dialog');
  await dialog.getByRole('button', { name: '退回' }).click();
  await dialog.getByText('请写明退回的原因。').waitFor();
  await dialog.getByLabel('退回原因').fill('请写明复购率的统计口径。');
  await expectAccessible(boss);
  await shoot(boss, 'life-return-phone', { fullPage: false });
  await dialog.getByRole('button', { name: '退回' }).click();
  await boss.getByText('原因：请写明复购率的统计口径。').waitFor();
  await lead.goto(campaign);
  await expect.poll(() => verdictOf(lead)).toContain('方案 v1 被退回：请写明复购率的统计口径。');
  await lead.goto(`${campaign}/plan`);
  await confirmSubmission(lead);
});

async function confirmSubmission(page: Page): Promise<void> {
  await page.getByRole('button', { name: '提交审批' }).click();
  await page.getByRole('dialog').getByLabel('统一说明').fill('沿用去年的做法，细则在宣贯会上逐组落实。');
  await page.getByRole('dialog').getByRole('button', { name: '提交审批' }).click();
  await page.getByText('正在审批').first().waitFor();
}

test('management approves in two taps, and the lead sees the seal without reloading', async () => {
  await boss.goto('/approvals');
  await boss.getByRole('link', { name: /活动方案 v2/ }).click();
  await boss.getByRole('button', { name: '同意' }).click();
  await boss.getByRole('dialog').getByRole('button', { name: '同意' }).click();
  await boss.getByRole('img', { name: /方案第 2 版，周正 .* 核准/ }).waitFor();
  await shoot(boss, 'life-approved-phone', { fullPage: false });
  await lead.getByRole('heading', { level: 1 }).locator('xpath=..').getByRole('img', { name: /方案第 2 版/ }).waitFor();
  await expect.poll(() => stageOf(lead)).toBe('approved');
  await shoot(lead, 'life-plan-approved');
});

test('the lead starts preparing and goes live; what speaks against it is said first', async () => {
  await lead.goto(campaign);
  await confirm(lead, '开始筹备');
  await lead.getByRole('button', { name: '开始执行' }).click();
  await lead.getByText('前期筹备还有 2 项任务没有完成。').waitFor();
  await shoot(lead, 'life-go-live', { fullPage: false });
  await lead.getByRole('dialog').getByRole('button', { name: '开始执行' }).click();
  await lead.getByRole('button', { name: '转入复盘' }).waitFor();
  await expect.poll(() => stageOf(lead)).toBe('live');
});

test('the execution group ticks its tasks off on the phone', async () => {
  const executor = await enter('王芳', 'phone');
  await executor.goto(`${campaign}/schedule`);
  for (const title of ['活动方案审批与团队分工', '物料设计与制作', '场地布置与设备调试', '活动现场执行']) {
    await executor.getByRole('checkbox', { name: `标记“${title}”为已完成` }).click();
    await executor.getByRole('checkbox', { name: `取消“${title}”的完成标记` }).waitFor();
  }
  await expect.poll(async () => (await callApi<{ tasks: { state: string }[] }>(executor, 'GET', `/api${campaign}/schedule`)).tasks.filter((task) => task.state === 'done').length, SOON).toBe(4);
  await shoot(executor, 'life-schedule-phone');
});

test('spending fills 实际花费 of T1 from the ledger, the monitoring group the goals, and the lead sees both live', async () => {
  await lead.goto(campaign);
  for (const [category, yuan] of [['物料制作费', 7_800], ['线上推广费', 15_000], ['场地租赁费', 12_000], ['人员成本', 6_000]] as const) await spend(category, yuan);
  await spend('应急备用金', 1_600, { kind: 'reserve', causeKind: 'incident', cause: '展位漏雨，租用防雨棚' });
  expect((await callApi<{ totals: { actualCents: number } }>(lead, 'GET', `/api${campaign}/budget`)).totals.actualCents).toBe(4_240_000);
  const monitor = await enter('李想');
  await monitor.goto(`${campaign}/goals`);
  await typeDown(monitor, '活动目标', 5, ['2140', '13.2', '10480']);
  await expect.poll(async () => (await callApi<{ goals: { actual: number | null }[] }>(monitor, 'GET', `/api${campaign}/goals`)).goals.map((goal) => goal.actual), SOON).toEqual([2140, 13.2, 10_480]);
  await lead.getByText('已花费 ¥42,400（预算的 92%）').waitFor();
  await lead.getByText('距目标差 12%').waitFor();
  await shoot(lead, 'life-overview-live');
});

test('the lead writes the evaluation and submits it when nothing is lacking (R1.1)', async () => {
  await confirm(lead, '转入复盘');
  await lead.getByRole('link', { name: '撰写评估报告' }).click();
  await lead.getByRole('heading', { name: '活动效果评估' }).waitFor();
  await lead.getByText('报告期限 2025年10月22日').waitFor();
  await expect.poll(() => lead.getByRole('button', { name: '提交报告' }).isDisabled()).toBe(true);
  await lead.getByLabel('亮点').fill('社群转化率 20%，高于朋友圈广告的 3.2%，可以复用到下次新品上市。');
  await lead.getByLabel('不足').fill('签到平均 3 分钟，首日上午排队超过 40 人。');
  await lead.getByLabel('下一步').fill('增设自助签到通道，由执行组负责。');
  await lead.getByRole('heading', { name: '结论' }).click();
  await lead.getByText('内容已经齐备，可以提交。').waitFor();
  await expect.poll(() => verdictOf(lead)).toContain('3 个目标达成 2 个，花费比预算少 ¥3,600，5 项任务完成 4 项');
  await shoot(lead, 'life-evaluation');
  await confirm(lead, '提交报告');
  await lead.getByText('正在审批').first().waitFor();
});

test('a figure that changes after the approval asks for a new one, which shows what has changed', async () => {
  await approveReport('活动效果评估报告 v1');
  await lead.getByRole('link', { name: '去归档' }).waitFor();
  await spend('物料制作费', 100, { purpose: '补印展架' });
  await lead.getByText('原核准不再适用').waitFor();
  await lead.goto(`${campaign}/archive`);
  await lead.getByText('重新核准后才能归档').waitFor();
  await lead.goto(`${campaign}/evaluation`);
  await confirm(lead, '提交报告');
  await lead.getByText('正在审批').first().waitFor();
  await boss.goto('/approvals');
  await boss.getByRole('link', { name: /活动效果评估报告 v2/ }).click();
  const changed = boss.getByRole('region', { name: '与上一核准版的差异' });
  expect((await changed.innerText()).replaceAll(/\s+/g, ' ')).toContain('物料制作费 ¥7,800 改为 ¥7,900');
  await expectAccessible(boss);
  await shoot(boss, 'life-report-difference-phone', { fullPage: false });
  await approveReport('活动效果评估报告 v2');
});

async function approveReport(name: string): Promise<void> {
  await boss.goto('/approvals');
  await boss.getByRole('link', { name: new RegExp(name) }).click();
  await boss.getByRole('button', { name: '同意' }).click();
  await boss.getByRole('dialog').getByRole('button', { name: '同意' }).click();
  await boss.getByRole('img', { name: /评估报告第 \d 版，周正 .* 核准/ }).waitFor();
}

/** Runs the command on a file: its exit code and what it prints. */
async function verify(file: string): Promise<string> {
  const command = ['run', '-s', 'muster', '--', 'verify', file];
  try {
    const { stdout } = await promisify(execFile)('npm', command, { cwd: ROOT, env: { ...process.env, LANG: 'zh_CN.UTF-8' } });
    return `0 ${stdout}`;
  } catch (error) {
    const failed = error as { readonly code: number; readonly stderr: string };
    return `${failed.code} ${failed.stderr}`;
  }
}

test('the lead archives; the download is whole by the command, and a damaged copy is not (R2.1)', async () => {
  await lead.goto(`${campaign}/archive`);
  await confirm(lead, '归档');
  await lead.getByText('活动总览.pdf').waitFor();
  await expect.poll(() => stageOf(lead)).toBe('archived');
  await shoot(lead, 'life-archive');
  const [download] = await Promise.all([lead.waitForEvent('download'), lead.getByRole('button', { name: '下载档案' }).click()]);
  expect(download.suggestedFilename()).toBe('秋季新品上市-档案.zip');
  const file = await download.path();
  expect(await verify(file)).toMatch(/^0 档案完好：\d+ 个文件全部与清单一致/);
  const bytes = await readFile(file);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  await writeFile(file, bytes);
  expect(await verify(file)).toMatch(/^1 档案与清单不一致，共 1 处：\s+内容已改变 /);
});

test('an archived campaign is read-only, and its history tells the whole life', async () => {
  await lead.goto(campaign);
  await expect.poll(() => verdictOf(lead)).toContain('已归档，只读');
  await lead.getByRole('button', { name: '更多操作' }).click();
  expect(await lead.getByRole('menuitem', { name: '取消活动' }).count()).toBe(0);
  await lead.getByRole('menuitem', { name: '变更记录' }).click();
  for (const sentence of ['陈婧 归档了活动', '周正 核准了评估报告 v2', '陈婧 把活动从“执行中”转为“复盘中”', '周正 退回了方案 v1']) await readBackTo(lead, sentence);
  await lead.getByLabel('筛选').selectOption({ label: '预算' });
  for (const sentence of ['王芳 提交了', '孙丽 核销了发票']) await lead.getByText(sentence).first().waitFor();
  expect(await lead.getByText('核准了方案').count()).toBe(0);
});

/** Reads the history backwards, page by page, until it says this. */
async function readBackTo(page: Page, sentence: string): Promise<void> {
  const earlier = page.getByRole('button', { name: '加载更早的记录' });
  const found = page.getByText(sentence).first();
  await found.or(earlier).first().waitFor();
  while (!(await found.isVisible())) await earlier.click();
}

/** Every page once as each kind of reader sees it. */
const readers = [
  { viewport: 'desktop', colorScheme: 'light', locale: 'zh-CN' },
  { viewport: 'desktop', colorScheme: 'dark', locale: 'en' },
  { viewport: 'phone', colorScheme: 'dark', locale: 'zh-CN' },
  { viewport: 'phone', colorScheme: 'light', locale: 'en' },
] as const;

test.each(readers)('every page of the life reads well: $viewport $colorScheme $locale', async (reader) => {
  const page = await browser.newPage({ baseURL: product.baseURL, ...reader });
  await page.context().addCookies([{ name: 'muster_locale', value: reader.locale, url: product.baseURL }]);
  await callApi(page, 'POST', '/api/session', { email: 'chenjing@demo.example', password });
  const { requested } = await callApi<{ requested: { id: string; kind: string }[] }>(page, 'GET', '/api/approvals');
  const approvalOf = (kind: string) => `/approvals/${requested.find((approval) => approval.kind === kind)?.id ?? ''}`;
  const pages = {
    overview: campaign, plan: `${campaign}/plan`, evaluation: `${campaign}/evaluation`, archive: `${campaign}/archive`, history: `${campaign}/history`,
    approvals: '/approvals', approval: approvalOf('plan'), report: approvalOf('evaluation'),
  };
  for (const [name, address] of Object.entries(pages)) {
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(reader.locale);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${name} is no wider than the screen`).toBe(true);
    await shoot(page, `life-${name}-${reader.viewport}-${reader.colorScheme}-${reader.locale}`);
  }
}, 180_000);
