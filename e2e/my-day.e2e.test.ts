import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { addDays, dayIn } from '#platform/shared/calendar.ts';
import { callApi, joinAs, PASSWORD, signInAdministrator } from './accounts.ts';
import { expectAccessible, shoot, tolerate, useBrowser, type PageOptions } from './browser.ts';
import { useProduct } from './server.ts';

/** D.3, D.4: what an executor does on a phone, with the network cut in between, and what the lead reads of it. */
const product = useProduct();
const browser = useBrowser();
const EXECUTOR = 'wang@example.com';
const today = dayIn('Asia/Shanghai');
const day = (offset: number) => addDays(today, offset);
/** A small picture that a browser can draw: one red pixel. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64');

let lead: Page;
let campaignId = '';
const tasks: Record<string, string> = {};

interface Told {
  readonly kind: string;
  readonly cause: string;
  readonly reason: string;
  readonly toEndOn: string | null;
}
interface Trace {
  readonly delays: readonly Told[];
  readonly reports: readonly { readonly text: string; readonly fileId: string | null }[];
}
const api = () => `/api/campaigns/${campaignId}`;
const row = (fields: object, id: string = crypto.randomUUID()) => ({ changes: [{ type: 'insert', id, fields }] });
const stateOf = async (title: string) => (await callApi<{ tasks: { title: string; state: string }[] }>(lead, 'GET', `${api()}/schedule`)).tasks.find((task) => task.title === title)?.state;
const traceOf = (title: string) => callApi<Trace>(lead, 'GET', `${api()}/schedule/tasks/${tasks[title]}/trace`);
const changesOf = async (title: string) => (await callApi<{ events: { kind: string; subjectId: string }[] }>(lead, 'GET', `${api()}/history?limit=200`)).events.filter((event) => event.subjectId === tasks[title]).map(({ kind }) => kind);

async function addTask(title: string, fields: object): Promise<void> {
  tasks[title] = crypto.randomUUID();
  await callApi(lead, 'POST', `${api()}/schedule/edits`, row({ phase: 'execution', title, ownerText: '执行组', ...fields }, tasks[title]));
}

beforeAll(async () => {
  const admin = await browser.newPage({ baseURL: product.baseURL });
  await signInAdministrator(admin, product.setupURL);
  lead = await browser.newPage({ baseURL: product.baseURL });
  const boss = await browser.newPage({ baseURL: product.baseURL });
  await joinAs(admin, lead, { name: '陈婧', email: 'chen@example.com', departmentName: '市场部' });
  await joinAs(admin, boss, { name: '周正', email: 'zhou@example.com', orgRole: 'management', departmentName: '市场部' });
  const executorId = await joinAs(admin, await browser.newPage({ baseURL: product.baseURL }), { name: '王芳', email: EXECUTOR, departmentName: '市场部' });
  ({ id: campaignId } = await callApi<{ id: string }>(lead, 'POST', '/api/campaigns', { name: '秋季新品上市', scenario: 'launch', startsOn: day(-10), endsOn: day(20), eventFrom: today, eventTo: day(2) }));
  await callApi(lead, 'POST', `${api()}/team`, { userId: executorId, group: 'execution' });
  await callApi(lead, 'POST', `${api()}/goals/edits`, row({ metric: '订单量', target: 2000 }));
  await callApi(lead, 'POST', `${api()}/budget/edits`, row({ category: '物料制作费', amountCents: 800_000 }));
  await addTask('场地布置与设备调试', { startOn: today, endOn: today, dueTime: '18:00' });
  await addTask('签到区物料清点', { startOn: today, endOn: today, dueTime: '12:00', note: '含手环 500 个' });
  await addTask('活动现场执行', { startOn: today, endOn: day(2), ownerText: '全员' });
  await addTask('易拉宝到货验收', { startOn: day(-4), endOn: day(-2) });
  await addTask('礼品二次补货', { startOn: day(1), endOn: day(1), dueTime: '09:30' });
  await callApi(lead, 'POST', `${api()}/schedule/links`, { changes: [{ taskId: tasks['礼品二次补货'], to: [{ predecessorId: tasks['易拉宝到货验收'], type: 'FS', lagDays: 0, lagUnit: 'day' }] }] });
  const { approvalId } = await callApi<{ approvalId: string }>(lead, 'POST', `${api()}/plan/submissions`, { answer: '测试数据，按简化内容提交' });
  await callApi(boss, 'POST', `/api/approvals/${approvalId}/decision`, { decision: 'approved' });
  await callApi(lead, 'POST', `${api()}/plan/start`);
  await callApi(lead, 'POST', `${api()}/moves`, { to: 'live' });
});

async function enter(email: string, options: PageOptions = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: 'phone', baseURL: product.baseURL, ...options });
  if (options.locale === 'en') await page.context().addCookies([{ name: 'muster_locale', value: 'en', url: product.baseURL }]);
  await callApi(page, 'POST', '/api/session', { email, password: PASSWORD });
  return page;
}

async function open(options: PageOptions = {}): Promise<Page> {
  const page = await enter(EXECUTOR, options);
  await page.goto('/my-day');
  await page.getByRole('checkbox').first().waitFor();
  return page;
}
const tick = (page: Page, title: string) => page.getByRole('checkbox', { name: `标记“${title}”为已完成` }).click();
const sheetOf = async (page: Page, title: string) => {
  await page.getByRole('button', { name: title, exact: true }).click();
  return page.getByRole('dialog', { name: title });
};

test('a day on the phone: what is cut off by the network waits, survives a reload without it, and arrives once', async () => {
  const page = await open();
  // The network that is about to be cut complains in the console; nothing else may.
  tolerate(page, /ERR_INTERNET_DISCONNECTED/);
  await page.getByText(/^今天有 3 项，最早的是 12:00 前的“签到区物料清点”，1 项已延期。/).waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expectAccessible(page);
  await shoot(page, 'my-day-phone');

  await tick(page, '签到区物料清点');
  await expect.poll(() => stateOf('签到区物料清点')).toBe('done');

  await page.context().setOffline(true);
  await page.getByText('没有网络。').waitFor();
  await tick(page, '活动现场执行');
  await page.getByText('待发送 1').first().waitFor();

  const late = await sheetOf(page, '易拉宝到货验收');
  await late.getByRole('button', { name: '说明延期' }).click();
  const form = page.getByRole('dialog', { name: '说明延期 · 易拉宝到货验收' });
  await form.getByRole('button', { name: '保存' }).click();
  await form.getByText('请选择一个原因').waitFor();
  await form.getByRole('radio', { name: '供应商' }).click();
  await form.getByLabel('具体情况').fill('物流晚点，明天到');
  await form.getByRole('button', { name: '明天' }).click();
  // Said without network, by what my day brought along.
  await form.getByText('易拉宝到货验收晚 3 天，礼品二次补货顺延 1 天，D 日不变。').waitFor();
  await expectAccessible(page);
  await shoot(page, 'my-day-delay', { fullPage: false });
  await form.getByRole('button', { name: '保存' }).click();
  await late.getByText('待发送 1', { exact: true }).waitFor();
  await late.locator('input[type=file]').first().setInputFiles([{ name: '现场一.png', mimeType: 'image/png', buffer: PIXEL }, { name: '现场二.png', mimeType: 'image/png', buffer: PIXEL }]);
  await late.getByText('待发送 3', { exact: true }).waitFor();
  await shoot(page, 'my-day-sheet', { fullPage: false });
  await page.keyboard.press('Escape');

  await page.reload();
  await page.getByText('待发送 4').waitFor();
  await page.getByText(/截至 \d\d:\d\d 的数据/).waitFor();
  expect(await page.getByRole('checkbox', { name: '取消“活动现场执行”的完成标记' }).isChecked()).toBe(true);
  await expectAccessible(page);
  await shoot(page, 'my-day-offline');
  expect(await stateOf('活动现场执行')).toBe('open');

  await page.context().setOffline(false);
  await expect.poll(() => stateOf('活动现场执行'), { timeout: 20_000 }).toBe('done');
  await expect.poll(async () => (await traceOf('易拉宝到货验收')).reports.length, { timeout: 20_000 }).toBe(2);
  await page.getByText('待发送').waitFor({ state: 'detached' });
  const trace = await traceOf('易拉宝到货验收');
  expect(trace.delays).toMatchObject([{ kind: 'foreseen', cause: 'supplier', reason: '物流晚点，明天到', toEndOn: day(1) }]);
  expect(trace.reports.every(({ fileId }) => fileId !== null)).toBe(true);
  expect((await changesOf('易拉宝到货验收')).filter((kind) => kind === 'task.photo_added')).toHaveLength(2);
  expect((await changesOf('活动现场执行')).filter((kind) => kind === 'task_changed')).toHaveLength(1);
});

test('what is not sent when the tab is closed goes out from whatever page is opened next; what the server refuses is decided by the person', async () => {
  const page = await open();
  const { tasks: all } = await callApi<{ tasks: { id: string; title: string; state: string }[] }>(lead, 'GET', `${api()}/schedule`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  tolerate(page, /ERR_INTERNET_DISCONNECTED/);
  await page.context().setOffline(true);
  await page.getByText('没有网络。').waitFor();
  await tick(page, '场地布置与设备调试');
  const sheet = await sheetOf(page, '礼品二次补货');
  await sheet.getByRole('button', { name: '写备注' }).click();
  await page.getByRole('dialog', { name: '写备注 · 礼品二次补货' }).getByLabel('现场情况').fill('先补 200 份');
  await page.getByRole('button', { name: '保存' }).click();
  await sheet.getByText('待发送 1', { exact: true }).waitFor();
  const context = page.context();
  await page.close();
  // Meanwhile the lead cancels the one, and the network is back.
  const found = all.find(({ title }) => title === '场地布置与设备调试');
  const set = (from: unknown, to: unknown) => callApi(lead, 'POST', `${api()}/schedule/edits`, { changes: [{ type: 'update', id: found?.id, set: { state: { from, to } } }] });
  await set('open', 'cancelled');
  await context.setOffline(false);
  const next = await context.newPage();
  tolerate(next, /^409 POST .*\/state/);
  await next.goto('/notices');
  await expect.poll(async () => (await traceOf('礼品二次补货')).reports.map(({ text }) => text), { timeout: 20_000 }).toEqual(['先补 200 份']);
  expect(await stateOf('场地布置与设备调试')).toBe('cancelled');
  await next.goto('/my-day');
  const refused = next.getByRole('region', { name: '1 项没有送达，请您决定' });
  await refused.getByText('陈婧已把“场地布置与设备调试”改为“取消”').waitFor();
  await expectAccessible(next);
  await shoot(next, 'my-day-refused');
  await refused.getByRole('button', { name: '仍然提交' }).click();
  await expect.poll(() => stateOf('场地布置与设备调试')).toBe('done');
  await refused.waitFor({ state: 'detached' });
});

test('the lead reads the delay by cause and owner, asks, and finds the photos; in English and dark', async () => {
  const page = await enter('chen@example.com', { locale: 'en', colorScheme: 'dark' });
  await page.goto(`/campaigns/${campaignId}/schedule?view=delays`);
  const list = page.getByRole('region', { name: 'Late tasks' });
  await list.getByText('物流晚点，明天到').waitFor();
  await list.getByText('易拉宝到货验收 3 days late, 礼品二次补货 follows by 1 day, D-day holds.').waitFor();
  await page.getByText(/^1 late, by 2 days at most/).waitFor();
  await page.getByRole('heading', { name: 'By cause' }).locator('..').getByText('Supplier').waitFor();
  await page.getByRole('heading', { name: 'By owner' }).locator('..').getByText('王芳').waitFor();
  await expectAccessible(page);
  await shoot(page, 'delays-phone-dark-en');
  await list.getByRole('button', { name: 'Ask the owner' }).click();
  await list.getByRole('button', { name: 'Asked' }).waitFor();
  await list.getByRole('button', { name: '易拉宝到货验收' }).click();
  await expect.poll(() => page.getByRole('dialog').getByRole('img', { name: /Photo by 王芳/ }).count()).toBe(2);
  await expectAccessible(page);
  await shoot(page, 'delays-trace', { fullPage: false });
});

test('signing out asks before it throws away what only this phone has; another person finds nothing of it', async () => {
  const page = await open({ locale: 'en', colorScheme: 'dark' });
  tolerate(page, /ERR_INTERNET_DISCONNECTED|^503/);
  tolerate(page, /^401 GET/);
  await expectAccessible(page);
  await shoot(page, 'my-day-dark-en');
  // The server is there, but does not take this.
  await page.route('**/state', (route) => route.fulfill({ status: 503, body: '' }));
  await page.getByRole('checkbox', { name: 'Mark “礼品二次补货” as done' }).click();
  await page.getByText('1 to send').first().waitFor();
  await page.getByRole('button', { name: /My menu$/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  const question = page.getByRole('dialog', { name: 'Something is not sent yet' });
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Show' }).click();
  await question.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /My menu$/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await question.getByRole('button', { name: 'Discard and sign out' }).click();
  await page.waitForURL('**/sign-in');
  const left = await page.evaluate(() => new Promise<number[]>((resolve, reject) => {
    const request = indexedDB.open('muster-my-day');
    request.onerror = () => reject(new Error('not opened'));
    request.onsuccess = () => {
      const stores = request.result.transaction(['queue', 'kept']);
      const counts = [stores.objectStore('queue').count(), stores.objectStore('kept').count()];
      stores.oncomplete = () => resolve(counts.map(({ result }) => result));
    };
  }));
  expect(left).toEqual([0, 0]);
  expect(await stateOf('礼品二次补货')).toBe('open');
});
