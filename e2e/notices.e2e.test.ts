import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSmtp, type TestSmtp } from '#platform/server/testing/smtp.ts';
import { callApi, joinAs, PASSWORD, signInAdministrator } from './accounts.ts';
import { expectAccessible, openBrowser, tolerate, useBrowser } from './browser.ts';
import type { OpenBrowser, PageOptions } from './browser.ts';
import { startProduct, type Product } from './server.ts';

const browser = useBrowser();
const BOSS = 'zhou@example.com';
const LEAD = 'chen@example.com';
let smtp: TestSmtp;
let product: Product;
let setting: OpenBrowser;
let lead: Page;
let campaignId = '';
let approvalId = '';

beforeAll(async () => {
  smtp = await startTestSmtp();
  product = await startProduct({ env: { SMTP_URL: smtp.url } });
  setting = await openBrowser();
  const admin = await setting.newPage({ baseURL: product.baseURL });
  await signInAdministrator(admin, product.setupURL);
  lead = await setting.newPage({ baseURL: product.baseURL });
  await joinAs(admin, lead, { name: '陈婧', email: LEAD, departmentName: '市场部' });
  await joinAs(admin, await setting.newPage({ baseURL: product.baseURL }), { name: '周正', email: BOSS, orgRole: 'management', departmentName: '市场部' });
});
afterAll(async () => {
  await setting.close();
  await product.stop();
  await smtp.stop();
});

const row = (fields: object) => ({ changes: [{ type: 'insert', id: crypto.randomUUID(), fields }] });

/** A plan that can be approved, by 陈婧. */
async function makeCampaign(): Promise<string> {
  const { id } = await callApi<{ id: string }>(lead, 'POST', '/api/campaigns', { name: '秋季新品上市', scenario: 'launch', theme: '秋日焕新', audience: '城市白领', startsOn: '2025-10-01', endsOn: '2025-10-22' });
  await callApi(lead, 'POST', `/api/campaigns/${id}/goals/edits`, row({ metric: '新品订单量', unit: '单', target: 2000 }));
  await callApi(lead, 'POST', `/api/campaigns/${id}/budget/edits`, row({ category: '物料制作费', detail: '海报500张', amountCents: 800_000, ownerText: '*专员' }));
  await callApi(lead, 'POST', `/api/campaigns/${id}/schedule/edits`, row({ phase: 'execution', title: '活动现场执行', whenText: '10月16日-18日', startOn: '2025-10-16', endOn: '2025-10-18', ownerText: '全员' }));
  return id;
}

async function open(path: string, email: string, options: PageOptions = {}): Promise<Page> {
  const page = await browser.newPage({ ...options, baseURL: product.baseURL });
  await callApi(page, 'POST', '/api/session', { email, password: PASSWORD });
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const bellOf = (page: Page) => page.getByRole('button', { name: /^消息/ });
const nameOf = (page: Page) => bellOf(page).getAttribute('aria-label');

test('a plan that is submitted rings the bell of who decides, on whatever page they are; one click leads there', async () => {
  campaignId = await makeCampaign();
  const boss = await open(`/campaigns/${campaignId}/budget`, BOSS);
  await expect.poll(() => nameOf(boss)).toBe('消息');
  // Whatever the hour is, the mail is to go out now.
  const preferences = await callApi<object>(boss, 'GET', '/api/me/notice-preferences');
  await callApi(boss, 'PUT', '/api/me/notice-preferences', { ...preferences, quiet: null });
  ({ approvalId } = await callApi<{ approvalId: string }>(lead, 'POST', `/api/campaigns/${campaignId}/plan/submissions`, { note: '', answer: '测试数据，按简化内容提交' }));
  await expect.poll(() => nameOf(boss)).toBe('消息，1 条未读');
  await bellOf(boss).click();
  const panel = boss.getByRole('dialog', { name: '消息' });
  await panel.getByText('秋季新品上市').first().waitFor();
  await expectAccessible(boss);
  await boss.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await bellOf(boss).click();
  await panel.getByRole('link').first().click();
  await boss.waitForURL(`**/approvals/${approvalId}`);
  await expect.poll(() => nameOf(boss)).toBe('消息');
});

test('the link of the mail leads a person who is signed out to the sign-in, and from there straight to the approval', async () => {
  await expect.poll(() => smtp.mails.filter(({ to }) => to[0] === BOSS).length, { timeout: 20_000 }).toBeGreaterThan(1);
  const mail = smtp.mails.findLast(({ to }) => to[0] === BOSS);
  const link = /https?:\/\/\S+\/approvals\/[0-9a-f-]+/.exec(mail?.text ?? '')?.[0] ?? '';
  expect(new URL(link).pathname).toBe(`/approvals/${approvalId}`);
  const phone = await browser.newPage({ viewport: 'phone', baseURL: product.baseURL });
  tolerate(phone, /^401 GET/);
  await phone.goto(link);
  await phone.waitForURL(/\/sign-in\?next=/);
  await phone.locator('input[autocomplete="username"]').fill(BOSS);
  await phone.locator('input[autocomplete="current-password"]').fill(PASSWORD);
  await phone.locator('form button[type="submit"]').click();
  await phone.waitForURL(`**/approvals/${approvalId}`);
});

test('no link leads from the sign-in to another site', async () => {
  for (const next of ['//evil.example/x', '/\\evil.example', '/%09/evil.example', 'https%3A%2F%2Fevil.example', 'javascript:alert(1)']) {
    const page = await browser.newPage({ baseURL: product.baseURL });
    await page.goto(`/sign-in?next=${next}`);
    await page.locator('input[autocomplete="username"]').fill(BOSS);
    await page.locator('input[autocomplete="current-password"]').fill(PASSWORD);
    await page.locator('form button[type="submit"]').click();
    await page.waitForURL((address) => address.pathname !== '/sign-in');
    expect(page.url(), next).toBe(`${product.baseURL}/`);
  }
});

test('who asked hears what became of it; all is marked as read at once', async () => {
  const own = await open('/notices', LEAD);
  await own.getByRole('heading', { name: '还没有消息' }).waitFor();
  await expectAccessible(own);
  const boss = await open('/', BOSS);
  await callApi(boss, 'POST', `/api/approvals/${approvalId}/decision`, { decision: 'returned', reason: '预算缺少应急备用金' });
  await own.getByText('预算缺少应急备用金').waitFor();
  await own.getByText(/^有 1 条消息您还没有看/).waitFor();
  await expectAccessible(own);
  await own.getByRole('button', { name: '全部已读' }).click();
  await own.getByText('消息都看过了，没有等您的事。').waitFor();
  await expect.poll(() => nameOf(own)).toBe('消息');
  await own.getByRole('radio', { name: '未读' }).click();
  await own.getByRole('heading', { name: '没有未读的消息' }).waitFor();
});

test('who comes to the page by another way has read what led there; what comes later is unread', async () => {
  ({ approvalId } = await callApi<{ approvalId: string }>(lead, 'POST', `/api/campaigns/${campaignId}/plan/submissions`, { note: '已补备用金', answer: '测试数据，按简化内容提交' }));
  const boss = await browser.newPage({ viewport: 'phone', baseURL: product.baseURL });
  await callApi(boss, 'POST', '/api/session', { email: BOSS, password: PASSWORD });
  const unread = async () => (await callApi<{ unread: number }>(boss, 'GET', '/api/notices/bell')).unread;
  await expect.poll(() => unread()).toBe(1);
  await boss.goto(`/approvals/${approvalId}`);
  await expect.poll(unread).toBe(0);
  await callApi(boss, 'POST', '/api/notices/trial');
  await boss.getByRole('link', { name: '消息，1 条未读' }).waitFor();
});

test('a person chooses what is mailed and when, and the page says in words what will happen', async () => {
  const page = await open('/settings/notices', LEAD, { viewport: 'phone', colorScheme: 'dark' });
  await page.getByText(/22:00 到次日 08:00 不打扰/).waitFor();
  await page.getByRole('radiogroup', { name: '我的申请' }).getByRole('radio', { name: '每日汇总' }).click();
  await page.getByRole('radiogroup', { name: '预算提醒' }).getByRole('radio', { name: '不发' }).click();
  await page.getByLabel('每日汇总的时间').selectOption('17:30');
  await page.getByLabel('结束').selectOption('22:00');
  await page.getByRole('button', { name: '保存设置' }).click();
  await page.getByText('开始和结束不能是同一时间').waitFor();
  await page.getByLabel('结束').selectOption('07:00');
  await page.getByRole('button', { name: '保存设置' }).click();
  await page.getByText('消息设置已保存').waitFor();
  const said = `等我处理、方案宣贯立即发到 ${LEAD}；我的申请、任务与延期每天 17:30 汇总成一封；预算提醒不发邮件。22:00 到次日 07:00 不打扰，攒到 07:00 一起发。`;
  await expect.poll(() => page.getByText(/立即发到/).textContent()).toBe(said);
  await expectAccessible(page);
  await page.reload();
  await expect.poll(() => page.getByText(/立即发到/).textContent()).toBe(said);
  const before = smtp.mails.length;
  await page.getByRole('button', { name: '发一条试试' }).click();
  await page.getByText(/^已发出/).waitFor();
  await expect.poll(() => smtp.mails.slice(before).map(({ to, subject }) => [to[0], subject]), { timeout: 15_000 }).toContainEqual([LEAD, '这是一条试发的消息']);
  await page.getByRole('link', { name: /^消息/ }).click();
  await page.getByRole('link', { name: /这是一条试发的消息/ }).waitFor();
  await expectAccessible(page);
});
