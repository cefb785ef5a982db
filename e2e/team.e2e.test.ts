import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { callApi, joinAs, signInAdministrator } from './accounts.ts';
import { expectAccessible, shoot, useBrowser } from './browser.ts';
import { useProduct } from './server.ts';

/** Issue C, item 3: duties, responsibilities, stand-ins and workload as a lead and a member work with them. */
const product = useProduct();
const browser = useBrowser();

let lead: Page;
let member: Page;
let campaignId = '';
let otherId = '';
let memberId = '';

const open = (options: object = {}) => browser.newPage({ baseURL: product.baseURL, ...options });
const to = (page: Page, view = '') => page.goto(`/campaigns/${campaignId}/team${view === '' ? '' : `?view=${view}`}`);
const rows = (list: readonly object[]) => ({ changes: list.map((fields) => ({ type: 'insert', id: crypto.randomUUID(), fields })) });
const addTasks = (id: string, tasks: readonly object[]) => callApi(lead, 'POST', `/api/campaigns/${id}/schedule/edits`, rows(tasks));

beforeAll(async () => {
  const administrator = await open();
  await signInAdministrator(administrator, product.setupURL);
  const pages: Record<string, Page> = {};
  const ids: Record<string, string> = {};
  for (const [key, name, title] of [['lead', '陈婧', '市场经理'], ['planning', '刘洋', '策划主管'], ['execution', '王芳', '活动专员'], ['execution2', '张三', '渠道专员'], ['monitoring', '李想', '数据专员'], ['logistics', '赵敏', '物流专员']] as const) {
    const page = await open();
    ids[key] = await joinAs(administrator, page, { name, email: `${key}@example.com`, title });
    pages[key] = page;
  }
  lead = pages['lead'] as Page;
  member = pages['execution'] as Page;
  memberId = ids['execution'] ?? '';
  const create = async (name: string) => (await callApi<{ id: string }>(lead, 'POST', '/api/campaigns', { name, scenario: 'launch', startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18' })).id;
  campaignId = await create('秋季新品上市');
  otherId = await create('会员答谢日');
  for (const key of ['planning', 'execution', 'execution2', 'monitoring', 'logistics'] as const) await callApi(lead, 'POST', `/api/campaigns/${campaignId}/team`, { userId: ids[key], group: key.replace('2', '') });
  await callApi(lead, 'POST', `/api/campaigns/${otherId}/team`, { userId: memberId, group: 'execution' });
  await addTasks(campaignId, [
    { phase: 'preparation', title: '活动方案审批与团队分工', whenText: '10月1日-5日', startOn: '2025-10-01', endOn: '2025-10-05', ownerText: '*经理' },
    { phase: 'preparation', title: '物料设计与制作', whenText: '10月6日-10日', startOn: '2025-10-06', endOn: '2025-10-10', ownerText: '*主管、赵敏' },
    { phase: 'execution', title: '场地布置与设备调试', whenText: '10月15日', startOn: '2025-10-15', endOn: '2025-10-15', ownerText: '后勤组、王芳' },
    { phase: 'execution', title: '媒体接待', whenText: '10月16日', startOn: '2025-10-16', endOn: '2025-10-16', ownerText: '王芳' },
    { phase: 'execution', title: '签到区值守', whenText: '10月16日-18日', startOn: '2025-10-16', endOn: '2025-10-18', ownerText: '王芳' },
    { phase: 'execution', title: '活动现场执行', whenText: '10月16日-18日', startOn: '2025-10-16', endOn: '2025-10-18', ownerText: '*专员' },
    { phase: 'retrospective', title: '数据整理与报告输出', whenText: '10月19日-21日', startOn: '2025-10-19', endOn: '2025-10-21', ownerText: '李想' },
  ]);
  await addTasks(otherId, [{ phase: 'execution', title: '门店巡展', startOn: '2025-10-18', endOn: '2025-10-19', ownerText: '王芳' }]);
}, 120_000);

describe('the members', () => {
  test('the standard’s duties are offered, taken over by one click, and changed in place', async () => {
    await to(lead);
    await lead.getByText('5 个组还没有写明职责').waitFor();
    await expectAccessible(lead);
    await shoot(lead, 'team-suggested');
    await lead.getByRole('button', { name: '采用全部建议' }).click();
    await lead.getByText('已采用标准职责').waitFor();
    await lead.getByRole('button', { name: '修改执行组的职责' }).click();
    await lead.getByRole('textbox', { name: '职责' }).fill('现场执行，提前 2 小时到岗');
    await lead.getByRole('button', { name: '保存' }).click();
    await lead.getByText('现场执行，提前 2 小时到岗').waitFor();
    await expectAccessible(lead);
    await member.goto(`/campaigns/${campaignId}/team`);
    await member.getByText('现场执行，提前 2 小时到岗').waitFor();
    expect(await member.getByRole('button', { name: '修改执行组的职责' }).count()).toBe(0);
  });

  test('what someone else wrote meanwhile is shown before it is overwritten', async () => {
    await to(lead);
    await lead.getByRole('button', { name: '修改监控组的职责' }).click();
    const { duties } = await callApi<{ duties: { group: string; duties: string }[] }>(lead, 'GET', `/api/campaigns/${campaignId}/team`);
    const now = duties.find((duty) => duty.group === 'monitoring')?.duties;
    await callApi(lead, 'PATCH', `/api/campaigns/${campaignId}/team/duties`, { groups: [{ group: 'monitoring', duties: { from: now, to: '别人写的职责' } }] });
    await lead.getByRole('textbox', { name: '职责' }).fill('我写的职责');
    await lead.getByRole('button', { name: '保存' }).click();
    await lead.getByText('陈婧刚刚改过这里').waitFor();
    await lead.getByText('别人写的职责').first().waitFor();
    await lead.getByRole('button', { name: '保存' }).click();
    await lead.getByText('已保存监控组的职责').waitFor();
    await lead.getByText('我写的职责').waitFor();
  });

  test('a member enters days off on their own page, with who stands in; the team sees it', async () => {
    await member.goto('/settings/absences');
    await member.getByText('您没有登记休假').waitFor();
    await shoot(member, 'absences-empty');
    await callApi(member, 'PUT', `/api/absences/${crypto.randomUUID()}`, { userId: memberId, fromOn: '2025-10-20', toOn: '2025-10-21', reason: '探亲', standInId: null });
    await to(lead);
    await lead.getByRole('button', { name: '10月20日–21日休假，无人代理' }).click();
    await lead.getByRole('combobox', { name: '代理人' }).fill('张三');
    await lead.getByRole('option', { name: '张三' }).click();
    await shoot(lead, 'absence-dialog', { fullPage: false });
    await expectAccessible(lead);
    await lead.getByRole('button', { name: '保存' }).click();
    await lead.getByText('10月20日–21日休假，由张三代').waitFor();
    await lead.getByText('10月20日–21日代王芳').waitFor();
    await shoot(lead, 'team-members');
  });
});

describe('the responsibilities', () => {
  test('start from the standard’s, name what is missing, and take several owners from the list', async () => {
    await to(lead, 'areas');
    await lead.getByRole('button', { name: '采用标准分工' }).click();
    await lead.getByText('10 项工作都有人负责，并各有一位批准人。').waitFor();
    const cell = (row: number, col: number) => lead.locator(`td[data-row="${row}"][data-col="${col}"]`);
    await cell(3, 2).click();
    await lead.keyboard.press('Delete');
    await lead.getByText('10 项工作，有 1 处需要补充').waitFor();
    await lead.getByText('没有批准人（A）。请指定一位对结果负责的人。').first().waitFor();
    await cell(3, 1).click();
    await lead.keyboard.press('F2');
    await lead.keyboard.press('End');
    await lead.keyboard.type('、张');
    await lead.getByRole('option', { name: /张三/ }).click();
    await expect.poll(() => cell(3, 1).textContent()).toContain('后勤组、张三');
    await shoot(lead, 'team-areas');
    await expectAccessible(lead);
  });
});

describe('the workload', () => {
  test('shows weeks as numbers, says who is in two places at once, and opens to the tasks', async () => {
    await to(lead, 'workload');
    await lead.getByText('王芳在10月16日有两项现场任务：“媒体接待”和“签到区值守”。').waitFor();
    await lead.getByText('王芳在10月18日还要去“会员答谢日”的现场').waitFor();
    await lead.getByText('2 处人员冲突').waitFor();
    await shoot(lead, 'team-workload');
    await expectAccessible(lead);
    await lead.getByRole('button', { name: /王芳，10月13日–19日/ }).click();
    const dialog = lead.getByRole('dialog');
    await dialog.getByText('签到区值守').waitFor();
    await dialog.getByText('在其他活动中另有 2 个任务日。').waitFor();
    await shoot(lead, 'team-week', { fullPage: false });
    await dialog.getByRole('button', { name: '关闭' }).first().click();
    await dialog.waitFor({ state: 'detached' });
  });
});

describe('分工表', () => {
  test('goes out as a workbook and into another campaign, seen before it is written', async () => {
    await to(lead);
    await lead.getByRole('button', { name: '导出分工表' }).click();
    const [download] = await Promise.all([lead.waitForEvent('download'), lead.getByRole('menuitem', { name: /Excel/ }).click()]);
    expect(download.suggestedFilename()).toBe('秋季新品上市-分工表.xlsx');
    await lead.goto(`/campaigns/${otherId}/import`);
    await lead.locator('input[type=file]').setInputFiles({ name: 'duties.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: await readFile(await download.path()) });
    await lead.getByRole('heading', { name: '各组职责' }).waitFor();
    await lead.getByRole('heading', { name: '小组成员' }).waitFor();
    await lead.getByRole('heading', { name: /^责任分工/ }).waitFor();
    await expectAccessible(lead);
    await shoot(lead, 'team-import');
    await lead.getByRole('button', { name: '写入 20 项' }).click();
    await lead.getByText('已写入：5 个组的职责、成员 5 人、分工 10 项').waitFor();
    await lead.goto(`/campaigns/${otherId}/team`);
    await lead.getByText('现场执行，提前 2 小时到岗').waitFor();
    await lead.getByText('专项小组 6 人，五个岗位都有人负责。').waitFor();
  });
});

describe('on a phone, in the dark, in English', () => {
  test('all of it reads in one column', async () => {
    const phone = await open({ viewport: 'phone' });
    await phone.context().addCookies(await lead.context().cookies());
    for (const [view, text] of [['members', '专项小组 6 人'], ['areas', '物料制作与验收'], ['workload', '签到区值守']] as const) {
      await to(phone, view);
      await phone.getByText(text).first().waitFor();
      await expectAccessible(phone);
      expect(await phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), view).toBe(0);
      await shoot(phone, `team-phone-${view}`);
    }
    await phone.getByText('王芳').first().waitFor();
    await phone.goto('/settings/absences');
    await phone.getByText('设置审批委托').waitFor();
    await expectAccessible(phone);
    await shoot(phone, 'absences-phone');
    const dark = await open({ colorScheme: 'dark', locale: 'en' });
    await dark.context().addCookies([...(await lead.context().cookies()), { name: 'muster_locale', value: 'en', url: product.baseURL }]);
    for (const view of ['members', 'areas', 'workload']) {
      await to(dark, view);
      await dark.getByRole('tab', { name: 'Workload' }).waitFor();
      await expectAccessible(dark);
      await shoot(dark, `team-dark-${view}`);
    }
  });
});
