import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { callApi, PASSWORD, ADMINISTRATOR, signInAdministrator } from './accounts.ts';
import { expectAccessible, openBrowser, tolerate, useBrowser } from './browser.ts';
import type { PageOptions } from './browser.ts';
import { useProduct } from './server.ts';

const product = useProduct();
const browser = useBrowser();
let id = '';

beforeAll(async () => {
  const own = await openBrowser();
  const page = await own.newPage({ baseURL: product.baseURL });
  await signInAdministrator(page, product.setupURL);
  ({ id } = await callApi<{ id: string }>(page, 'POST', '/api/campaigns', { name: '秋季新品上市', scenario: 'launch', startsOn: '2025-10-01', endsOn: '2025-10-22' }));
  await own.close();
});

async function open(path: string, options: PageOptions = {}): Promise<Page> {
  const page = await browser.newPage({ ...options, baseURL: product.baseURL });
  await callApi(page, 'POST', '/api/session', { email: ADMINISTRATOR.email, password: PASSWORD });
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

test('who is not signed in is led to the sign-in and back', async () => {
  const page = await browser.newPage({ baseURL: product.baseURL });
  tolerate(page, /^401 GET/);
  await page.goto(`/campaigns/${id}/budget`);
  await page.waitForURL(/\/sign-in\?next=/);
  await page.locator('input[autocomplete="username"]').fill(ADMINISTRATOR.email);
  await page.locator('input[autocomplete="current-password"]').fill(PASSWORD);
  await page.locator('form button[type="submit"]').click();
  await page.waitForURL(`**/campaigns/${id}/budget`);
});

test('a navigation moves the focus to the heading and renames the window; the skip link leads past the menu', async () => {
  const page = await open(`/campaigns/${id}/budget`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await page.getByRole('link', { name: '进度', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '进度' }).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('进度');
  expect(await page.title()).toMatch(/^进度 · /);
});

test('the palette opens by keyboard, finds a word inside a name, and goes there', async () => {
  const page = await open(`/campaigns/${id}/budget`);
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: '搜索与命令' });
  await field.waitFor();
  await page.keyboard.type('新品');
  await page.getByRole('option', { name: '秋季新品上市' }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/campaigns/${id}`);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('进度');
  await page.getByRole('option', { name: /^进度/ }).first().waitFor();
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'detached' });
});

test('language and appearance are kept, and a dark page is dark before it is drawn', async () => {
  const page = await open(`/campaigns/${id}/budget`);
  await page.getByRole('button', { name: /我的菜单/ }).click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: 'Budget' }).waitFor();
  await page.getByRole('button', { name: /My menu/ }).click();
  await page.getByRole('menuitemradio', { name: /dark/ }).click();
  await page.goto(`/campaigns/${id}/budget`, { waitUntil: 'commit' });
  await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark' && document.documentElement.lang === 'en');
  await page.getByRole('heading', { level: 1, name: 'Budget' }).waitFor();
  await expectAccessible(page);
});

test('an address that leads nowhere says so, inside and outside a campaign', async () => {
  const page = await open('/nothing-here');
  await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
  await expectAccessible(page);
  tolerate(page, /^404 GET \/api\/campaigns/);
  await page.goto('/campaigns/01a20a51-9ecd-71d3-b9dd-000000000000/budget');
  await page.getByRole('heading', { name: '看不到这个活动' }).waitFor();
});

test('the calendar opens under the content security policy, in Chinese', async () => {
  const page = await open('/campaigns/new/blank');
  await page.getByPlaceholder('开始日期').first().click();
  await page.locator('.ant-picker-dropdown').first().waitFor();
  await page.getByText('一', { exact: true }).first().waitFor();
});

test.each<PageOptions>([{ viewport: 'desktop', colorScheme: 'light' }, { viewport: 'desktop', colorScheme: 'dark' }, { viewport: 'phone', colorScheme: 'light' }, { viewport: 'phone', colorScheme: 'dark' }])('the frame has no accessibility violation: $viewport, $colorScheme', async (options) => {
  const page = await open(`/campaigns/${id}`, options);
  await expectAccessible(page);
  if (options.viewport === 'phone') await page.getByRole('radio', { name: '筹备' }).click();
  await page.getByRole('navigation', { name: /秋季新品上市/ }).getByRole('link', { name: '预算', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '预算' }).waitFor();
  await expectAccessible(page);
});
