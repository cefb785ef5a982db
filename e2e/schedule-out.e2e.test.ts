import { readFile } from 'node:fs/promises';
import exceljs from 'exceljs';
import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { callApi, joinAs, signInAdministrator } from './accounts.ts';
import { expectAccessible, shoot, toastOf, useBrowser } from './browser.ts';
import { useProduct } from './server.ts';

/** Issue D, items 1 and 7: a calendar is subscribed to, read by a standard parser and revoked; the Gantt, the plan and the project file leave and come back; the company's own days. */
const product = useProduct();
const browser = useBrowser();

let admin: Page;
let lead: Page;
let id = '';
let other = '';
const ids = { design: crypto.randomUUID(), print: crypto.randomUUID(), event: crypto.randomUUID() };

beforeAll(async () => {
  admin = await browser.newPage({ baseURL: product.baseURL });
  await signInAdministrator(admin, product.setupURL);
  lead = await browser.newPage({ baseURL: product.baseURL });
  await joinAs(admin, lead, { name: '陈婧', email: 'chen@example.com', departmentName: '华东市场部' });
  const make = async (name: string) => (await callApi<{ id: string }>(lead, 'POST', '/api/campaigns', { name, scenario: 'launch', startsOn: '2026-10-08', endsOn: '2026-10-31', eventFrom: '2026-10-27', eventTo: '2026-10-28' })).id;
  [id, other] = [await make('秋季新品上市'), await make('冬季路演')];
  const insert = (rowId: string, fields: object) => ({ type: 'insert' as const, id: rowId, fields });
  await callApi(lead, 'POST', `/api/campaigns/${id}/schedule/edits`, { changes: [
    insert(ids.design, { phase: 'preparation', title: '物料设计', whenText: '10月12日-16日', startOn: '2026-10-12', endOn: '2026-10-16', durationUnit: 'workday', ownerText: '陈婧' }),
    insert(ids.print, { phase: 'preparation', title: '物料印制', whenText: '10月19日-23日', startOn: '2026-10-19', endOn: '2026-10-23', durationUnit: 'workday', dueTime: '18:00' }),
    insert(ids.event, { phase: 'execution', title: '活动现场执行', whenText: '10月27日-28日', startOn: '2026-10-27', endOn: '2026-10-28', ownerText: '全员', note: '每日21:00复盘' }),
  ] });
  const after = (predecessorId: string) => [{ predecessorId, type: 'FS', lagDays: 0, lagUnit: 'workday' }];
  await callApi(lead, 'POST', `/api/campaigns/${id}/schedule/links`, { changes: [{ taskId: ids.print, to: after(ids.design) }, { taskId: ids.event, to: after(ids.print) }] });
}, 180_000);

const exportMenu = (page: Page) => page.getByRole('button', { name: '导出', exact: true });

async function save(page: Page, item: RegExp): Promise<{ name: string; bytes: Buffer }> {
  await exportMenu(page).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: item }).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test('the campaign in a calendar: subscribed, read over HTTP, renewed, revoked, gone', async () => {
  await lead.goto(`/campaigns/${id}/schedule`);
  await exportMenu(lead).click();
  await shoot(lead, 'schedule-out-menu', { fullPage: false });
  await lead.getByRole('menuitem', { name: '订阅到日历' }).click();
  const dialog = lead.getByRole('dialog', { name: '订阅活动进度' });
  await dialog.getByRole('button', { name: '生成订阅地址' }).click();
  const address = await dialog.getByRole('textbox', { name: '订阅地址' }).inputValue();
  expect(address).toMatch(new RegExp(`^${product.baseURL}/calendar/[\\w-]{43}\\.ics$`));
  await expectAccessible(lead);
  await shoot(lead, 'feed-made', { fullPage: false });
  await dialog.getByRole('button', { name: '复制地址' }).click();
  await dialog.getByRole('button', { name: '已复制' }).waitFor();
  expect(await lead.evaluate(() => navigator.clipboard.readText())).toBe(address);
  const calendar = new ICAL.Component(ICAL.parse(await (await fetch(address)).text()));
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  expect(events.map((event) => [event.summary, event.startDate.toString()])).toEqual(expect.arrayContaining([['物料设计', '2026-10-12'], ['截止：物料印制', '2026-10-23T10:00:00Z'], ['复盘 · 活动现场执行', '2026-10-27T13:00:00Z'], ['复盘 · 活动现场执行', '2026-10-28T13:00:00Z']]));
  await dialog.getByRole('button', { name: '完成' }).click();
  await lead.goto('/settings/profile');
  const section = lead.getByRole('region', { name: '日历订阅' });
  await section.getByText('最近读取').waitFor();
  await expectAccessible(lead);
  await shoot(lead, 'feed-profile');
  await section.getByRole('button', { name: '作废' }).click();
  await lead.getByRole('dialog').getByRole('button', { name: '作废' }).click();
  await toastOf(lead, '订阅地址已作废').waitFor();
  expect((await fetch(address)).status).toBe(404);
  await section.getByText('还没有订阅地址').waitFor();
});

test('the Gantt, the plan and the project file are saved from the menu; the project file comes in again, shown first', async () => {
  await lead.goto(`/campaigns/${id}/schedule`);
  const gantt = await save(lead, /甘特图/);
  expect([gantt.name, gantt.bytes.subarray(0, 5).toString()]).toEqual(['秋季新品上市-甘特图.pdf', '%PDF-']);
  const plan = await save(lead, /计划表/);
  expect([plan.name, plan.bytes.subarray(0, 2).toString()]).toEqual(['秋季新品上市-计划表.xlsx', 'PK']);
  const project = await save(lead, /MS Project/);
  expect(project.name).toBe('秋季新品上市-进度.xml');
  await lead.goto(`/campaigns/${other}/import`);
  await lead.locator('input[type="file"]').setInputFiles({ name: project.name, mimeType: 'application/xml', buffer: project.bytes });
  const grid = lead.getByRole('grid');
  await grid.getByText('物料印制').waitFor();
  expect(await grid.getByRole('columnheader').allTextContents()).toEqual(expect.arrayContaining(['前置任务', '工期单位']));
  await expectAccessible(lead);
  await shoot(lead, 'import-project');
  await lead.getByRole('button', { name: /^写入 \d+ 项$/ }).click();
  await lead.waitForURL(new RegExp(`/campaigns/${other}$`));
  const { tasks } = await callApi<{ tasks: { id: string; title: string; startOn: string; links: { predecessorId: string }[] }[] }>(lead, 'GET', `/api/campaigns/${other}/schedule`);
  const titles = new Map(tasks.map((task) => [task.id, task.title]));
  expect(tasks.map((task) => [task.title, task.startOn, task.links.map(({ predecessorId }) => titles.get(predecessorId))])).toEqual([['物料设计', '2026-10-12', []], ['物料印制', '2026-10-19', ['物料设计']], ['活动现场执行', '2026-10-27', ['物料印制']]]);
});

/** 工期 and 总时差 of a task as the plan's worksheet has them. */
async function planned(title: string): Promise<readonly unknown[]> {
  const workbook = new exceljs.Workbook();
  const answer = await lead.request.get(`/api/campaigns/${id}/export/schedule-plan.xlsx`);
  await workbook.xlsx.load((await answer.body()) as unknown as ArrayBuffer);
  const sheet = workbook.worksheets[0];
  for (let row = 4; row < 10; row += 1) if (sheet?.getCell(row, 3).value === title) return [sheet.getCell(row, 8).value, sheet.getCell(row, 11).value];
  throw new Error(`no ${title}`);
}

test('a day of the company’s own: marked, the schedule counts by it, taken back; others only read', async () => {
  expect(await planned('物料印制')).toEqual([5, 1]);
  await admin.goto('/settings/calendar?year=2026');
  await admin.getByRole('button', { name: /^10月21日 上班/ }).click();
  const dialog = admin.getByRole('dialog', { name: '调整日期' });
  await dialog.getByRole('textbox', { name: '名称' }).fill('盘点日');
  await expectAccessible(admin);
  await shoot(admin, 'company-calendar-dialog', { fullPage: false });
  await dialog.getByRole('button', { name: '保存' }).click();
  await toastOf(admin, '10月21日已设为休息').waitFor();
  await admin.getByRole('button', { name: '10月21日 休息 · 盘点日' }).waitFor();
  expect(await admin.getByText(/公司另放假 1 天/).count()).toBe(1);
  await expectAccessible(admin);
  await shoot(admin, 'company-calendar');
  expect(await planned('物料印制')).toEqual([4, 1]);
  await toastOf(admin, '10月21日已设为休息').getByRole('button', { name: '撤销' }).click();
  await admin.getByText('没有自定的日子').waitFor();
  expect(await planned('物料印制')).toEqual([5, 1]);
  await admin.goto('/settings/calendar?year=2027');
  await admin.getByText(/2027 年的国家放假安排还没有收录/).waitFor();
  await expectAccessible(admin);
  const reader = lead;
  await reader.goto('/settings/calendar?year=2026');
  await reader.getByText('由管理员维护，您可以查看').waitFor();
  expect(await reader.getByRole('button', { name: '调整日期' }).count()).toBe(0);
  await expectAccessible(reader);
});

test('on a phone, in the dark and in English', async () => {
  const phone = await browser.newPage({ baseURL: product.baseURL, viewport: 'phone', colorScheme: 'dark' });
  await callApi(phone, 'POST', '/api/session', { email: 'admin@example.com', password: 'correct horse 1' });
  await phone.goto('/settings/calendar?year=2026');
  await phone.getByRole('button', { name: '调整日期' }).waitFor();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await expectAccessible(phone);
  await shoot(phone, 'company-calendar-phone-dark', { fullPage: false });
  await phone.goto(`/campaigns/${id}/schedule`);
  await exportMenu(phone).click();
  await phone.getByRole('menuitem', { name: '订阅到日历' }).click();
  await phone.getByRole('dialog').getByRole('button', { name: '生成订阅地址' }).click();
  await phone.getByRole('textbox', { name: '订阅地址' }).waitFor();
  await expectAccessible(phone);
  await shoot(phone, 'feed-phone-dark', { fullPage: false });
  const english = await browser.newPage({ baseURL: product.baseURL, locale: 'en' });
  await callApi(english, 'POST', '/api/session', { email: 'admin@example.com', password: 'correct horse 1' });
  await english.context().addCookies([{ name: 'muster_locale', value: 'en', url: product.baseURL }]);
  await english.goto('/settings/calendar?year=2026');
  await english.getByRole('button', { name: 'Oct 1, free · National Day' }).waitFor();
  await expectAccessible(english);
  await shoot(english, 'company-calendar-en');
});
