import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { callApi, setUpThroughPages } from './accounts.ts';
import { tolerate, useBrowser } from './browser.ts';
import { useProduct } from './server.ts';

/** Issue B, budget item 6: a repeated click, or a request whose answer was lost, changes nothing twice. The tests build on each other in this order. */
const product = useProduct();
const browser = useBrowser();

let page: Page;
const button = () => page.getByRole('button', { name: '新建活动' });
const overview = /\/campaigns\/[0-9a-f-]{36}$/;

async function fillIn(name: string): Promise<void> {
  await page.goto('/campaigns/new/blank');
  await page.getByLabel('活动名称').fill(name);
  await page.getByLabel('活动场景').selectOption({ label: '节日促销' });
  const start = page.getByLabel('活动周期', { exact: false }).first();
  await start.click();
  await start.fill('2026-10-28');
  await start.press('Enter');
  const end = page.locator(`[id="${await start.getAttribute('id')}-end"]`);
  await end.fill('2026-11-15');
  await end.press('Enter');
}

/** The server does what it is asked, and the next `times` answers never arrive. Returns the keys that were sent. */
async function loseAnswers(times: number): Promise<string[]> {
  const keys: string[] = [];
  await page.route('**/api/campaigns', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    keys.push(route.request().headers()['idempotency-key'] ?? '');
    if (keys.length > times) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  return keys;
}

const countOf = async (name: string) => {
  const { campaigns } = (await callApi(page, 'GET', `/api/campaigns?q=${encodeURIComponent(name)}`)) as { campaigns: unknown[] };
  return campaigns.length;
};

test('a lost answer is asked for again by itself: the person notices nothing, and there is one campaign', async () => {
  page = await browser.newPage({ baseURL: product.baseURL });
  await setUpThroughPages(page, product.setupURL);
  tolerate(page, /^failed POST .*\/api\/campaigns net::ERR_CONNECTION_RESET/);
  tolerate(page, /net::ERR_CONNECTION_RESET/);
  await fillIn('自动重试');
  const keys = await loseAnswers(2);
  await button().click();
  await page.waitForURL(overview);
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
  await page.unroute('**/api/campaigns');
  expect(await countOf('自动重试')).toBe(1);
});

test('when all answers are lost the page says so and keeps what was typed; the button again finds what was done', async () => {
  await fillIn('断网重试');
  const keys = await loseAnswers(3);
  await button().click();
  await page.getByText('网络连接不上，您填写的内容还在这里').waitFor();
  await expect.poll(() => page.getByLabel('活动名称').inputValue()).toBe('断网重试');
  await button().click();
  await page.waitForURL(overview);
  await page.getByRole('heading', { name: '断网重试' }).waitFor();
  expect(keys).toHaveLength(4);
  expect(new Set(keys).size).toBe(1);
  await page.unroute('**/api/campaigns');
  expect(await countOf('断网重试')).toBe(1);
});

test('three clicks in one moment are one request', async () => {
  await fillIn('连续点击');
  const keys = await loseAnswers(0);
  await button().evaluate((element: HTMLElement) => {
    for (let click = 0; click < 3; click += 1) element.click();
  });
  await page.waitForURL(overview);
  expect(keys).toHaveLength(1);
  await page.unroute('**/api/campaigns');
  expect(await countOf('连续点击')).toBe(1);
});
