import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { ADMINISTRATOR, inviteThroughPages, joinThroughPages, PASSWORD, setUpThroughPages, signInThroughPages } from './accounts.ts';
import type { Newcomer } from './accounts.ts';
import { expectAccessible, shoot, toastOf, tolerate, useBrowser } from './browser.ts';
import { useProduct } from './server.ts';

/** Issue A, item 2: first run, people of several roles, sign-in and its limits, sessions. The tests build on each other in this order. */
const product = useProduct();
const browser = useBrowser();

const LEAD: Newcomer = { name: '陈婧', email: 'chenjing@yunshan.example', departmentName: '华东市场部', title: '市场经理' };
const DIRECTOR: Newcomer = { name: '周正', email: 'zhouzheng@yunshan.example', orgRole: 'management', title: '营销总监' };
const FINANCE: Newcomer = { name: '孙丽', email: 'sunli@yunshan.example', orgRole: 'finance', title: '财务主管', departmentName: '财务部' };
const NEW_PASSWORD = '换一个更长的密码试试看';

let administrator: Page;
let links: string[] = [];
const pageOf = new Map<string, Page>();
const person = (who: Newcomer): Page => {
  const page = pageOf.get(who.email);
  if (!page) throw new Error(`${who.name} has not joined`);
  return page;
};
const open = (options: Parameters<typeof browser.newPage>[0] = {}) => browser.newPage({ baseURL: product.baseURL, ...options });
/** Chinese is the product's own language; another one is chosen on the page. */
async function speak(page: Page, device: Parameters<typeof browser.newPage>[0] = {}): Promise<void> {
  const { locale = 'zh-CN' } = device;
  if ((await page.locator('html').getAttribute('lang')) !== locale) await page.getByRole('button', { name: locale === 'en' ? 'English' : '中文' }).click();
}
afterAll(() => pageOf.clear());

test('the first start leads through the set-up to the workbench', async () => {
  administrator = await open();
  tolerate(administrator, /^401 GET \/api\/me$/);
  await administrator.goto('/setup');
  await administrator.getByText('这个地址缺少设置码').waitFor();
  await expectAccessible(administrator);

  await administrator.goto(product.setupURL);
  await expectAccessible(administrator);
  await administrator.getByRole('button', { name: '完成设置并登录' }).click();
  await administrator.getByText('请填写公司名称').waitFor();
  await administrator.locator('input[autocomplete="new-password"]').fill('admin');
  expect(await administrator.getByText('至少 10 个字符').first().isVisible()).toBe(true);
  await expectAccessible(administrator);
  await shoot(administrator, 'setup-errors');

  await setUpThroughPages(administrator, product.setupURL);
  await administrator.getByRole('heading', { name: '从第一个活动开始' }).waitFor();
  await expectAccessible(administrator);
  await shoot(administrator, 'workbench-first');
  await administrator.goto(product.setupURL);
  await administrator.getByText(`${ADMINISTRATOR.companyName} 已完成设置`).waitFor();
});

test('an invitation needs a name and an address that has no account yet', async () => {
  await administrator.goto('/settings/people');
  await administrator.getByRole('button', { name: '邀请人员' }).first().click();
  const dialog = administrator.getByRole('dialog');
  await dialog.locator('[name="people.0.email"]').fill(ADMINISTRATOR.email.toUpperCase());
  await dialog.getByRole('button', { name: '再加一人' }).click();
  await dialog.locator('[name="people.1.name"]').fill('李想');
  await dialog.locator('[name="people.1.email"]').fill('lixiang');
  await dialog.locator('button[type="submit"]').click();
  await dialog.getByText('请填写姓名').waitFor();
  await dialog.getByText('这个邮箱已有账号').waitFor();
  await dialog.getByText('请填写有效的邮箱地址').waitFor();
  await expectAccessible(administrator);
  await shoot(administrator, 'invite-errors', { fullPage: false });
  await dialog.getByRole('button', { name: '移除第 1 人' }).click();
  await expect.poll(() => dialog.locator('[name="people.0.name"]').inputValue()).toBe('李想');
  await dialog.getByRole('button', { name: '取消' }).click();
});

test('three people of three roles are invited; their links can be copied', async () => {
  links = await inviteThroughPages(administrator, [LEAD, DIRECTOR, FINANCE]);
  expect(links).toHaveLength(3);
  expect(new Set(links).size).toBe(3);
  await administrator.getByText('3 人还没有激活').waitFor();
  await shoot(administrator, 'people-invited');

  await administrator.getByRole('button', { name: `邀请链接 · ${LEAD.name}` }).click();
  const dialog = administrator.getByRole('dialog');
  const renewed = await dialog.locator('input[readonly]').inputValue();
  await expectAccessible(administrator);
  await shoot(administrator, 'invitation-link', { fullPage: false });
  await dialog.getByRole('button', { name: `复制链接 · ${LEAD.name}` }).click();
  await dialog.getByText('已复制').first().waitFor();
  expect(await administrator.evaluate(() => navigator.clipboard.readText())).toBe(renewed);
  expect(renewed).not.toBe(links[0]);
  links[0] = renewed;
  await dialog.getByRole('button', { name: '完成' }).click();
});

test('each joins by the own link, on a phone or at a desk, in Chinese or in English', async () => {
  const devices = [{ viewport: 'phone' }, { colorScheme: 'dark' }, { locale: 'en', viewport: 'phone', colorScheme: 'dark' }] as const;
  for (const [index, who] of [LEAD, DIRECTOR, FINANCE].entries()) {
    const page = await open(devices[index]);
    pageOf.set(who.email, page);
    await page.goto(links[index] ?? '');
    await speak(page, devices[index]);
    await page.locator('input[autocomplete="new-password"]').fill('short');
    await expectAccessible(page);
    await shoot(page, `join-${index + 1}`);
    await joinThroughPages(page, links[index] ?? '');
    expect(new URL(page.url()).pathname).toBe('/');
    await expectAccessible(page);
  }
  await administrator.goto('/settings/people');
  await administrator.getByText('共 4 人在使用点兵。').waitFor();
});

test('a link works once', async () => {
  const page = await open();
  tolerate(page, /^410 GET \/api\/links\//);
  await page.goto(links[1] ?? '');
  await page.getByText('链接已被使用或已过期').waitFor();
  await expectAccessible(page);
  await shoot(page, 'link-used');
});

test('what a role may not do is not offered, and says so where it is reached by its address', async () => {
  await person(LEAD).goto('/settings/people');
  await person(LEAD).getByRole('table', { name: '人员' }).waitFor();
  expect(await person(LEAD).getByRole('button', { name: '邀请人员' }).count()).toBe(0);
  await person(FINANCE).goto('/campaigns/new');
  await person(FINANCE).getByText('Your role cannot create campaigns').waitFor();
  await person(FINANCE).goto('/settings/company');
  await person(FINANCE).getByRole('table', { name: 'Scenarios' }).waitFor();
  expect(await person(FINANCE).getByRole('button', { name: 'Add a scenario' }).count()).toBe(0);
});

test('people are found by name, role and department; the address keeps it', async () => {
  await administrator.goto('/settings/people');
  const rows = administrator.getByRole('table', { name: '人员' }).locator('tbody tr');
  await rows.nth(3).waitFor();
  await administrator.getByRole('searchbox').fill('市场');
  await expect.poll(() => rows.count()).toBe(1);
  await administrator.reload();
  await expect.poll(() => rows.count()).toBe(1);
  await expect.poll(() => rows.first().innerText()).toContain(LEAD.name);
  await administrator.getByRole('combobox', { name: '角色' }).selectOption('finance');
  await administrator.getByRole('heading', { name: '没有符合条件的人员' }).waitFor();
  await expectAccessible(administrator);
  await administrator.getByRole('button', { name: '清除筛选' }).click();
  await expect.poll(() => rows.count()).toBe(4);
});

test('a change of role can be taken back; a disabled person is out at once and comes back', async () => {
  const row = administrator.getByRole('row').filter({ hasText: FINANCE.email });
  // The open page of the person may still ask for what their role no longer sees, until it hears of the change.
  tolerate(person(FINANCE), /^403 GET \/api\/payables/);
  await administrator.getByRole('button', { name: `修改 · ${FINANCE.name}` }).click();
  await administrator.getByRole('dialog').getByLabel('角色').selectOption('management');
  await expectAccessible(administrator);
  await shoot(administrator, 'person-edit', { fullPage: false });
  await administrator.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await row.getByText('管理层').waitFor();
  await toastOf(administrator, FINANCE.name).getByRole('button', { name: '撤销' }).click();
  await row.getByText('财务', { exact: true }).waitFor();

  await administrator.getByRole('button', { name: `修改 · ${FINANCE.name}` }).click();
  await administrator.getByRole('button', { name: '停用账号' }).click();
  await administrator.getByRole('dialog', { name: `停用“${FINANCE.name}”？` }).getByRole('button', { name: '停用账号' }).click();
  await row.getByText('已停用').waitFor();
  const out = person(FINANCE);
  tolerate(out, /^401 /);
  tolerate(out, /^403 POST \/api\/session/);
  await out.goto('/campaigns');
  await out.waitForURL(/\/sign-in/);
  await out.locator('input[autocomplete="username"]:visible').fill(FINANCE.email);
  await out.locator('input[autocomplete="current-password"]').fill(PASSWORD);
  await out.locator('button[type="submit"]').click();
  await out.getByText('This account is disabled').waitFor();
  await administrator.getByRole('button', { name: `启用 · ${FINANCE.name}` }).click();
  await row.getByText('正常').waitFor();
  await out.locator('button[type="submit"]').click();
  await out.waitForURL(/\/campaigns$/);
});

test('the last administrator cannot give the role up, and is told why', async () => {
  tolerate(administrator, /^409 PATCH \/api\/people\//);
  await administrator.getByRole('button', { name: `修改 · ${ADMINISTRATOR.name}` }).click();
  const dialog = administrator.getByRole('dialog');
  await dialog.getByLabel('角色').selectOption('member');
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.getByText('至少要保留一位可用的管理员').waitFor();
  await dialog.getByRole('button', { name: '取消' }).click();
});

test('too many wrong passwords close the sign-in for a while, for that person alone', async () => {
  const page = await open({ viewport: 'phone' });
  tolerate(page, /^(401|429) POST \/api\/session/);
  tolerate(page, /^401 GET \/api\/me/);
  await page.goto('/sign-in');
  await expectAccessible(page);
  await page.locator('input[autocomplete="username"]').fill(DIRECTOR.email);
  await page.locator('input[autocomplete="current-password"]').fill('not the password');
  await page.locator('button[type="submit"]').click();
  await page.getByText('邮箱或密码不正确').waitFor();
  await expectAccessible(page);
  await expect.poll(async () => {
    await page.locator('button[type="submit"]').click();
    return page.getByText('登录失败次数过多').count();
  }, { timeout: 30_000, interval: 400 }).toBe(1);
  await expectAccessible(page);
  await shoot(page, 'sign-in-closed');
  await signInThroughPages(page, LEAD.email);
  await page.context().close();
});

test('without mail, a forgotten password goes over an administrator; the new password signs in, the old one does not', async () => {
  const page = await open();
  tolerate(page, /^401 (POST \/api\/session|GET \/api\/me)/);
  // A reset ends the sessions that the person has elsewhere.
  tolerate(person(LEAD), /^401 /);
  await page.goto('/sign-in');
  await page.getByRole('link', { name: '忘记密码？' }).click();
  await page.getByText('请联系贵公司的点兵管理员').waitFor();
  await expectAccessible(page);
  await shoot(page, 'forgot');
  await administrator.goto('/settings/people');
  await administrator.getByRole('button', { name: `重设密码 · ${LEAD.name}` }).click();
  const link = await administrator.getByRole('dialog').locator('input[readonly]').inputValue();
  await page.goto(link);
  await page.getByRole('heading', { name: '重设密码' }).waitFor();
  await page.locator('input[autocomplete="new-password"]').fill(NEW_PASSWORD);
  await page.getByText('强度：很好').waitFor();
  await expectAccessible(page);
  await page.locator('button[type="submit"]').click();
  await page.waitForURL((address) => address.pathname === '/');
  const other = await open();
  tolerate(other, /^401 /);
  await other.goto('/sign-in');
  await other.locator('input[autocomplete="username"]').fill(LEAD.email);
  await other.locator('input[autocomplete="current-password"]').fill(PASSWORD);
  await other.locator('button[type="submit"]').click();
  await other.getByText('邮箱或密码不正确').waitFor();
  await person(LEAD).waitForURL(/\/sign-in/);
  for (const done of [page, other]) await done.context().close();
});

test('signing out everywhere ends every session; signing in again returns to the page that was wanted', async () => {
  const [desk, phone] = [await open(), await open({ viewport: 'phone' })];
  for (const page of [desk, phone]) {
    tolerate(page, /^401 /);
    await signInThroughPages(page, LEAD.email, NEW_PASSWORD);
  }
  await desk.goto('/settings/profile');
  await desk.getByText('本设备').waitFor();
  await desk.locator('input[autocomplete="current-password"]').fill('not the password');
  await desk.locator('input[autocomplete="new-password"]').fill('another long password');
  await desk.getByRole('button', { name: '修改密码' }).click();
  await desk.getByText('当前密码不正确').waitFor();
  await expectAccessible(desk);
  await shoot(desk, 'profile');
  await desk.getByRole('button', { name: '退出所有设备' }).click();
  await desk.getByRole('dialog').getByRole('button', { name: '退出所有设备' }).click();
  await desk.getByText('已在所有设备上退出登录').waitFor();
  await expectAccessible(desk);
  await phone.goto('/campaigns?view=board');
  await phone.waitForURL(/\/sign-in\?next=/);
  await phone.locator('input[autocomplete="username"]').fill(LEAD.email);
  await phone.locator('input[autocomplete="current-password"]').fill(NEW_PASSWORD);
  await phone.locator('button[type="submit"]').click();
  await phone.waitForURL(/\/campaigns\?view=board$/);
});

test.each([
  { viewport: 'desktop', colorScheme: 'light', locale: 'zh-CN' },
  { viewport: 'desktop', colorScheme: 'dark', locale: 'en' },
  { viewport: 'phone', colorScheme: 'light', locale: 'en' },
  { viewport: 'phone', colorScheme: 'dark', locale: 'zh-CN' },
] as const)('every page of people is accessible: $viewport, $colorScheme, $locale', async (device) => {
  const name = `${device.viewport}-${device.colorScheme}-${device.locale}`;
  const page = await open(device);
  tolerate(page, /^401 GET \/api\/me/);
  for (const path of ['/sign-in', '/forgot']) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await speak(page, device);
    await expectAccessible(page);
    await shoot(page, `${path.slice(1)}-${name}`);
  }
  await signInThroughPages(page, ADMINISTRATOR.email);
  const pages = { people: '/settings/people', departments: '/settings/people?tab=departments', profile: '/settings/profile', company: '/settings/company' };
  for (const [title, path] of Object.entries(pages)) {
    await page.goto(path);
    await page.getByRole('table').first().waitFor();
    await expectAccessible(page);
    await shoot(page, `${title}-${name}`);
  }
  // Nothing but the chosen language is on the page; names of people and departments are their own.
  const text = await page.getByRole('main').innerText();
  if (device.locale === 'en') expect(text.replace(ADMINISTRATOR.companyName, '')).not.toMatch(/\p{Script=Han}/u);
});
