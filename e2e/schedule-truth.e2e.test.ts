import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { callApi, joinAs, signInAdministrator } from './accounts.ts';
import { expectAccessible, shoot, useBrowser } from './browser.ts';
import { useProduct } from './server.ts';

/** Issue D, items 4 to 6: D-day moved with what follows it, conflicts levelled, dates planned backwards, the baseline read. */
const product = useProduct();
const browser = useBrowser();

let lead: Page;
let boss: Page;
let campaignId = '';

const at = (view = '') => `/campaigns/${campaignId}/schedule${view === '' ? '' : `?view=${view}`}`;
const api = (path = '') => `/api/campaigns/${campaignId}${path}`;
const insert = (fields: object) => ({ type: 'insert', id: crypto.randomUUID(), fields });
type Row = { readonly id: string; readonly title: string; readonly whenText: string; readonly startOn: string | null; readonly endOn: string | null };
const tasks = async () => new Map((await callApi<{ tasks: Row[] }>(lead, 'GET', api('/schedule'))).tasks.map((task) => [task.title, task]));
const daysOf = async (...titles: readonly string[]) => {
  const rows = await tasks();
  return titles.map((title) => [rows.get(title)?.whenText, rows.get(title)?.startOn, rows.get(title)?.endOn]);
};

async function pickDays(page: Page, label: string, from: string, until: string): Promise<void> {
  const start = page.getByRole('dialog').getByLabel(label, { exact: false }).first();
  await start.click();
  await start.fill(from);
  await start.press('Enter');
  const end = page.locator(`[id="${await start.getAttribute('id')}-end"]`);
  await end.fill(until);
  await end.press('Enter');
}

beforeAll(async () => {
  const administrator = await browser.newPage({ baseURL: product.baseURL });
  await signInAdministrator(administrator, product.setupURL);
  [lead, boss] = [await browser.newPage({ baseURL: product.baseURL }), await browser.newPage({ baseURL: product.baseURL })];
  await joinAs(administrator, lead, { name: '陈婧', email: 'lead@example.com', title: '市场经理' });
  await joinAs(administrator, boss, { name: '周正', email: 'boss@example.com', orgRole: 'management' });
  const planner = await browser.newPage({ baseURL: product.baseURL });
  const wang = await browser.newPage({ baseURL: product.baseURL });
  const ids = [await joinAs(administrator, planner, { name: '刘洋', email: 'planner@example.com' }), await joinAs(administrator, wang, { name: '王芳', email: 'wang@example.com' })];
  const create = async (page: Page, name: string) => (await callApi<{ id: string }>(page, 'POST', '/api/campaigns', { name, scenario: 'launch', startsOn: '2027-10-01', endsOn: '2027-10-31', eventFrom: '2027-10-20', eventTo: '2027-10-22' })).id;
  campaignId = await create(lead, '秋季新品上市');
  await callApi(lead, 'POST', api('/team'), { userId: ids[0], group: 'planning' });
  await callApi(lead, 'POST', api('/team'), { userId: ids[1], group: 'execution' });
  const day = (number: number) => `2027-10-${String(number).padStart(2, '0')}`;
  const fixed = (from: number, to = from) => ({ whenText: from === to ? `10月${from}日` : `10月${from}日-${to}日`, startOn: day(from), endOn: day(to) });
  await callApi(lead, 'POST', api('/schedule/edits'), {
    changes: [
      insert({ phase: 'preparation', title: '方案审批', whenText: 'D-14', ownerText: '陈婧' }),
      insert({ phase: 'preparation', title: '物料设计与制作', whenText: 'D-12~D-8', ownerText: '刘洋', note: '每个工作日9:00站会' }),
      insert({ phase: 'preparation', title: '物料到货', ...fixed(14), ownerText: '刘洋', note: '需D-5到货' }),
      insert({ phase: 'preparation', title: '主舞台搭建', ...fixed(15, 16), ownerText: '刘洋', resourceText: '主舞台' }),
      insert({ phase: 'preparation', title: '灯光调试', ...fixed(16), ownerText: '陈婧', resourceText: '主舞台、灯光' }),
      insert({ phase: 'execution', title: '活动现场执行', whenText: '活动期间', ownerText: '王芳', note: '提前2小时到岗；每日21:00复盘', fixed: true, resourceText: '主舞台' }),
      insert({ phase: 'retrospective', title: '数据整理与报告输出', whenText: '活动结束后3个工作日内', ownerText: '*专员' }),
    ],
  });
  // Someone else's campaign has the lights on two days.
  const other = await create(boss, '集团年会');
  await callApi(boss, 'POST', `/api/campaigns/${other}/schedule/edits`, { changes: [insert({ phase: 'execution', title: '走台', ...fixed(16, 17), resourceText: '灯光' })] });
}, 120_000);

describe('D-day moves', () => {
  test('what follows and what no longer fits is seen before it is saved; one step back undoes all of it', async () => {
    await lead.goto(`/campaigns/${campaignId}`);
    await lead.getByRole('button', { name: '编辑信息' }).click();
    const dialog = lead.getByRole('dialog', { name: '编辑活动信息' });
    await pickDays(lead, '现场日期', '2027-10-15', '2027-10-17');
    await dialog.getByText('D 日提前 5 天，4 项任务将随 D 日移动，2 项任务日期固定，不再合适。').waitFor();
    await dialog.getByText('10月8日–12日 → 10月3日–7日').waitFor();
    await dialog.getByText('不早于 D 日').first().waitFor();
    // The cross of a picker in focus is the library's own, and small.
    await dialog.getByRole('textbox', { name: '活动名称' }).focus();
    await expectAccessible(lead);
    await shoot(lead, 'truth-dday');
    await dialog.getByRole('checkbox', { name: /其余 3 项未完成的任务也提前 5 天/ }).check();
    await dialog.getByRole('button', { name: '保存' }).click();
    await lead.getByText('已保存，7 项任务改了日期').waitFor();
    expect(await daysOf('物料设计与制作', '物料到货', '活动现场执行')).toEqual([
      ['D-12~D-8', '2027-10-03', '2027-10-07'], ['10月8日', '2027-10-08', '2027-10-08'], ['活动期间', '2027-10-15', '2027-10-17'],
    ]);
    await lead.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => daysOf('物料设计与制作', '物料到货', '活动现场执行')).toEqual([
      ['D-12~D-8', '2027-10-08', '2027-10-12'], ['10月14日', '2027-10-14', '2027-10-14'], ['活动期间', '2027-10-20', '2027-10-22'],
    ]);
  });
});

test('a first day typed after the last one moves the whole period, and the last day typed next keeps it', async () => {
  await lead.goto(`/campaigns/${campaignId}`);
  await lead.getByRole('button', { name: '编辑信息' }).click();
  const dialog = lead.getByRole('dialog', { name: '编辑活动信息' });
  const first = dialog.getByLabel('现场日期', { exact: false }).first();
  const last = lead.locator(`[id="${await first.getAttribute('id')}-end"]`);
  await first.click();
  await first.fill('2027-10-24');
  await first.press('Enter');
  await expect.poll(() => last.inputValue()).toBe('2027-10-26');
  await last.fill('2027-10-25');
  await last.press('Enter');
  await dialog.getByText('D 日推迟 4 天').waitFor();
  expect([await first.inputValue(), await last.inputValue()]).toEqual(['2027-10-24', '2027-10-25']);
  await dialog.getByRole('button', { name: '取消' }).click();
});

test('on a phone, in the dark, what D-day moves is read before it is saved', async () => {
  const phone = await browser.newPage({ baseURL: product.baseURL, viewport: 'phone', colorScheme: 'dark' });
  await phone.context().addCookies(await lead.context().cookies());
  await phone.goto(`/campaigns/${campaignId}`);
  await phone.getByRole('button', { name: '编辑信息' }).click();
  await phone.getByLabel('现场日期 结束').fill('2027-10-24');
  await phone.getByLabel('现场日期 开始').fill('2027-10-22');
  await phone.getByText('D 日推迟 2 天').waitFor();
  await phone.getByText('D 日推迟 2 天').scrollIntoViewIfNeeded();
  await expectAccessible(phone);
  await shoot(phone, 'truth-dday-phone');
  await phone.close();
});

describe('conflicts', () => {
  test('a hall used twice and lights that another campaign has are told, levelled by one click, and taken back', async () => {
    await lead.goto(at('conflicts'));
    await lead.getByText('2 处冲突').waitFor();
    await lead.getByText('场地与设备 2 处').waitFor();
    await lead.getByText('另一活动的任务').waitFor();
    expect(await lead.getByText('集团年会').count()).toBe(0);
    expect(await lead.getByText('走台').count()).toBe(0);
    await expectAccessible(lead);
    await shoot(lead, 'truth-conflicts');
    await lead.getByRole('button', { name: /采纳全部/ }).click();
    await lead.getByText('没有冲突').first().waitFor();
    expect(await daysOf('灯光调试', '主舞台搭建')).toEqual([['10月18日', '2027-10-18', '2027-10-18'], ['10月15日-16日', '2027-10-15', '2027-10-16']]);
    await shoot(lead, 'truth-conflicts-none');
    await lead.getByRole('button', { name: '撤销' }).click();
    await lead.getByText('2 处冲突').waitFor();
    // The management sees where it is.
    await boss.goto(at('conflicts'));
    await boss.getByText('走台（集团年会）').waitFor();
    expect(await boss.getByRole('button', { name: /采纳/ }).count()).toBe(0);
    await lead.getByRole('button', { name: /采纳全部/ }).click();
    await lead.getByText('没有冲突').first().waitFor();
  });
});

describe('backwards from D-day', () => {
  test('what is too late is ticked; the latest dates are taken with one edit', async () => {
    const rows = await tasks();
    const link = (title: string, ...before: readonly string[]) => ({ taskId: rows.get(title)?.id, to: before.map((name) => ({ predecessorId: rows.get(name)?.id, type: 'FS', lagDays: 0, lagUnit: 'day' })) });
    await callApi(lead, 'POST', api('/schedule/links'), { changes: [link('物料到货', '物料设计与制作'), link('主舞台搭建', '物料到货'), link('灯光调试', '主舞台搭建'), link('活动现场执行', '灯光调试')] });
    await lead.goto(at());
    await lead.getByRole('button', { name: '从 D 日倒排' }).click();
    const dialog = lead.getByRole('dialog', { name: '从 D 日倒排' });
    await dialog.getByText('D 日是 10月20日').waitFor();
    await dialog.getByRole('checkbox', { name: '把“物料到货”改到最迟日期' }).check();
    await expectAccessible(lead);
    await shoot(lead, 'truth-backwards');
    await dialog.getByRole('button', { name: '改到最迟日期（1 项）' }).click();
    await lead.getByText('已调整 1 项任务的日期').waitFor();
    expect(await daysOf('物料到货')).toEqual([['10月16日', '2027-10-16', '2027-10-16']]);
    await lead.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => daysOf('物料到货')).toEqual([['10月14日', '2027-10-14', '2027-10-14']]);
  });
});

describe('the baseline', () => {
  test('what was approved is what is held against', async () => {
    await callApi(lead, 'POST', api('/goals/edits'), { changes: [insert({ metric: '订单量', target: 2000, unit: '单' })] });
    await callApi(lead, 'POST', api('/budget/edits'), { changes: [insert({ category: '物料', amountCents: 100_000 })] });
    const { approvalId } = await callApi<{ approvalId: string }>(lead, 'POST', api('/plan/submissions'), { answer: '测试数据，按简化内容提交' });
    await callApi(boss, 'POST', `/api/approvals/${approvalId}/decision`, { decision: 'approved' });
    await callApi(lead, 'POST', api('/plan/start'));
    await lead.goto(at());
    await lead.getByText('较基线：任务日期没有变化，D 日不变。').waitFor();
    const id = (await tasks()).get('物料到货')?.id;
    await callApi(lead, 'POST', api('/schedule/edits'), { changes: [{ type: 'update', id, set: { whenText: { to: '10月16日' }, startOn: { to: '2027-10-16' }, endOn: { to: '2027-10-16' } } }] });
    await lead.getByText('较基线：1 项推迟，最多 2 天，D 日不变。').waitFor();
    await expectAccessible(lead);
    await shoot(lead, 'truth-table');
  });
});

describe('in other hands', () => {
  test.each([
    ['phone', { viewport: 'phone' }, '冲突'],
    ['dark', { colorScheme: 'dark' }, '冲突'],
    ['english', { locale: 'en' }, 'Conflicts'],
  ] as const)('%s', async (name, options, title) => {
    const page = await browser.newPage({ baseURL: product.baseURL, ...options });
    await page.context().addCookies([...(await lead.context().cookies()), ...(name === 'english' ? [{ name: 'muster_locale', value: 'en', url: product.baseURL }] : [])]);
    const id = (await tasks()).get('灯光调试')?.id;
    await callApi(lead, 'POST', api('/schedule/edits'), { changes: [{ type: 'update', id, set: { whenText: { to: '10月16日' }, startOn: { to: '2027-10-16' }, endOn: { to: '2027-10-16' } } }] });
    await page.goto(at('conflicts'));
    await page.getByRole('heading', { name: title, exact: true }).waitFor();
    await page.getByRole('button', { name: name === 'english' ? /^(?:Accept|Move)/ : /^(?:采纳|连同|仍然)/ }).first().waitFor();
    await expectAccessible(page);
    await shoot(page, `truth-conflicts-${name}`);
    await page.getByRole('button', { name: name === 'english' ? 'Plan back from D-day' : '从 D 日倒排' }).click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page);
    await shoot(page, `truth-backwards-${name}`);
  });
});
