import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { callApi, joinAs, PASSWORD, signInAdministrator } from './accounts.ts';
import { expectAccessible, toastOf, tolerate, useBrowser } from './browser.ts';
import { useProduct } from './server.ts';

const product = useProduct();
const browser = useBrowser();

const T1 = [
  ['物料制作费', '海报500张、宣传册2000本', 800_000, '*专员', '含设计费'],
  ['线上推广费', '朋友圈广告投放', 1_500_000, '*主管', '7天投放周期'],
  ['场地租赁费', '商圈展位租赁(3天)', 1_200_000, '*专员', '含基础设备'],
] as const;
const NOTE = 5;

let joined = false;

/** A campaign of its own with three lines of T1, open at its budget. */
async function openBudget(): Promise<{ page: Page; id: string }> {
  const { baseURL } = product;
  const page = await browser.newPage({ baseURL });
  if (joined) await callApi(page, 'POST', '/api/session', { email: 'chen@example.com', password: PASSWORD });
  else {
    const administrator = await browser.newPage({ baseURL });
    await signInAdministrator(administrator, product.setupURL);
    await joinAs(administrator, page, { name: '陈婧', email: 'chen@example.com' });
    joined = true;
  }
  const { id } = await callApi<{ id: string }>(page, 'POST', '/api/campaigns', { name: '秋季新品上市', scenario: 'launch', startsOn: '2025-10-01', endsOn: '2025-10-22' });
  const changes = T1.map(([category, detail, amountCents, ownerText, note]) => ({ type: 'insert', id: randomUUID(), fields: { category, detail, amountCents, ownerText, note } }));
  await callApi(page, 'POST', `/api/campaigns/${id}/budget/edits`, { changes });
  await page.goto(`/campaigns/${id}/budget`);
  await page.getByRole('grid').waitFor();
  return { page, id };
}

const cell = (page: Page, row: number, col: number) => page.locator(`td[data-row="${row}"][data-col="${col}"]`);
const column = async (page: Page, col: number) => (await page.locator(`td[data-col="${col}"]`).allInnerTexts()).map((text) => text.trim());

async function lines(page: Page, id: string) {
  return (await callApi<{ lines: { category: string; detail: string; amountCents: number; note: string }[] }>(page, 'GET', `/api/campaigns/${id}/budget`)).lines;
}

test('typing replaces, F2 edits, Enter and Tab go on, Ctrl+Z takes back, and the server has it', async () => {
  const { page, id } = await openBudget();
  await cell(page, 0, 1).click();
  await page.keyboard.type('海报300张');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1.2万');
  await page.keyboard.press('Enter');
  await cell(page, 1, 1).click();
  await page.keyboard.press('F2');
  await page.keyboard.press('End');
  await page.keyboard.type('(二期)');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await lines(page, id)).map((line) => [line.detail, line.amountCents]).slice(0, 2)).toEqual([['海报300张', 1_200_000], ['朋友圈广告投放(二期)', 1_500_000]]);
  await page.getByText('39,000').first().waitFor();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await lines(page, id)).map((line) => [line.detail, line.amountCents]).slice(0, 2)).toEqual([['海报300张', 800_000], ['朋友圈广告投放', 1_500_000]]);
  await page.keyboard.press('Control+y');
  await expect.poll(async () => (await lines(page, id))[0]?.amountCents).toBe(1_200_000);
  await expectAccessible(page);
});

test('the first key of an input method is not lost, and its Enter does not leave the cell', async () => {
  const { page, id } = await openBudget();
  await cell(page, 2, NOTE).click();
  const devtools = await page.context().newCDPSession(page);
  for (const text of ['n', 'ni', 'ni h', 'ni hao']) await devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await expect.poll(() => page.locator('textarea').inputValue()).toBe('ni hao');
  await devtools.send('Input.insertText', { text: '你好' });
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await lines(page, id))[2]?.note).toBe('你好');
});

test('a block from Excel is pasted with its headings, grows the table, and is one act to take back', async () => {
  const { page, id } = await openBudget();
  const block = '序号\t预算科目\t预算金额（元）\t明细说明\n1\t礼品费\t"3,000"\t"帆布袋\n200个"\n2\t摄影费\t¥1,500\t半天\n';
  await page.evaluate((text) => navigator.clipboard.writeText(text), block);
  await cell(page, 3, 0).click();
  await page.keyboard.press('Control+v');
  await expect.poll(async () => (await lines(page, id)).slice(3).map((line) => [line.category, line.detail, line.amountCents])).toEqual([['礼品费', '帆布袋\n200个', 300_000], ['摄影费', '半天', 150_000]]);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await lines(page, id)).length).toBe(3);

  await cell(page, 0, 0).click();
  await cell(page, 1, 2).click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('物料制作费\t海报500张、宣传册2000本\t8,000\n线上推广费\t朋友圈广告投放\t15,000\n');
});

test('what is no amount stays in its cell with the reason, and nothing of it is sent', async () => {
  const { page, id } = await openBudget();
  await cell(page, 0, 2).click();
  await page.keyboard.type('按实报销');
  await page.keyboard.press('Enter');
  await cell(page, 0, 2).click();
  await page.getByText('请填写金额，例如 8,000 或 1.5万').waitFor();
  await expect.poll(() => cell(page, 0, 2).getAttribute('aria-invalid')).toBe('true');
  expect((await lines(page, id))[0]?.amountCents).toBe(800_000);
  await page.getByRole('button', { name: '放弃这处修改' }).click();
  await expect.poll(async () => (await column(page, 2))[0]).toBe('8,000');
});

test('rows move, are deleted with a way back, and the corner fills', async () => {
  const { page, id } = await openBudget();
  const order = async () => (await lines(page, id)).map((line) => line.category);
  await cell(page, 0, 0).click();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(order).toEqual(['线上推广费', '物料制作费', '场地租赁费']);
  await page.getByRole('button', { name: '第 2 行的操作' }).click();
  await page.getByRole('menuitem', { name: '删除这一行' }).click();
  await expect.poll(order).toEqual(['线上推广费', '场地租赁费']);
  await toastOf(page, '已删除 1 行').getByRole('button', { name: '撤销' }).click();
  await expect.poll(order).toEqual(['线上推广费', '物料制作费', '场地租赁费']);

  await cell(page, 0, NOTE).click();
  const from = await page.getByTitle('拖动以填充').boundingBox();
  const to = await cell(page, 2, NOTE).boundingBox();
  if (!from || !to) throw new Error('The handle or the cell is not on screen.');
  await page.mouse.move(from.x + 4, from.y + 4);
  await page.mouse.down();
  await page.mouse.move(to.x + 20, to.y + 10, { steps: 6 });
  await page.mouse.up();
  await expect.poll(async () => (await lines(page, id)).map((line) => line.note)).toEqual(['7天投放周期', '7天投放周期', '7天投放周期']);
});

test('two people: a change is seen without reload, and the same cell is a conflict, never a lost update', async () => {
  const { page, id } = await openBudget();
  const other = await browser.newPage({ baseURL: product.baseURL });
  await callApi(other, 'POST', '/api/session', { email: 'chen@example.com', password: PASSWORD });
  await other.goto(`/campaigns/${id}/budget`);
  await other.getByRole('grid').waitFor();
  await cell(other, 0, NOTE).click();
  await other.keyboard.type('对方先改的');
  await other.keyboard.press('Enter');
  await cell(page, 0, NOTE).getByText('对方先改的').waitFor();

  await cell(page, 1, NOTE).click();
  await page.keyboard.press('F2');
  await page.keyboard.type('，我的');
  await cell(other, 1, NOTE).click();
  await other.keyboard.type('对方的');
  await other.keyboard.press('Enter');
  await expect.poll(async () => (await lines(page, id))[1]?.note).toBe('对方的');
  await page.keyboard.press('Enter');
  await cell(page, 1, NOTE).click();
  await page.getByText('您输入的是“7天投放周期，我的”').waitFor();
  expect((await lines(page, id))[1]?.note).toBe('对方的');
  await page.getByRole('button', { name: '保留我的' }).click();
  await cell(other, 1, NOTE).getByText('7天投放周期，我的').waitFor();
});

test('without network the change stays on screen and is saved when the network is back', async () => {
  const { page, id } = await openBudget();
  tolerate(page, /ERR_INTERNET_DISCONNECTED/);
  await page.context().setOffline(true);
  await cell(page, 0, NOTE).click();
  await page.keyboard.type('断网时写的');
  await page.keyboard.press('Enter');
  await page.getByText('1 处没有保存').waitFor();
  expect(await column(page, NOTE)).toContain('断网时写的');
  await page.context().setOffline(false);
  await expect.poll(async () => (await lines(page, id))[0]?.note, { timeout: 15_000 }).toBe('断网时写的');
  await page.getByText('1 处没有保存').waitFor({ state: 'detached' });
});

test('on a phone the rows are cards, edited in a sheet at the thumb', async () => {
  const { id } = await openBudget();
  const page = await browser.newPage({ viewport: 'phone', baseURL: product.baseURL });
  await callApi(page, 'POST', '/api/session', { email: 'chen@example.com', password: PASSWORD });
  await page.goto(`/campaigns/${id}/budget`);
  await page.getByRole('button', { name: '编辑“物料制作费”' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('预算金额').fill('一万');
  await sheet.getByRole('button', { name: '保存' }).click();
  await sheet.getByText('请填写金额').waitFor();
  await sheet.getByLabel('预算金额').fill('1万');
  await expectAccessible(page);
  await sheet.getByRole('button', { name: '保存' }).click();
  await expect.poll(async () => (await lines(page, id))[0]?.amountCents).toBe(1_000_000);
  await expectAccessible(page);
});
