import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { callApi, joinAs, signInAdministrator } from './accounts.ts';
import { expectAccessible, shoot, toastOf, useBrowser } from './browser.ts';
import { startProduct, useProduct } from './server.ts';

/** Issue C, 过审检查: the panel beside the plan, one-click fixes, the answers at submission, the company's rules, the command line. */
const product = useProduct();
const browser = useBrowser();

let admin: Page;
let lead: Page;
let campaignId: string;

const insert = (fields: object) => ({ type: 'insert' as const, id: crypto.randomUUID(), fields });
const rows = (list: string, ...fields: readonly object[]) => callApi(lead, 'POST', `/api/campaigns/${campaignId}/${list}/edits`, { changes: fields.map(insert) });
const finding = (page: Page, text: string | RegExp): Locator => page.getByRole('complementary').getByRole('listitem').filter({ hasText: text });
/** A dialog brings a toast under it when it closes. */
const toast = (page: Page, text: string) => page.getByText(text).first().waitFor();

beforeAll(async () => {
  admin = await browser.newPage({ baseURL: product.baseURL });
  await signInAdministrator(admin, product.setupURL);
  lead = await browser.newPage({ baseURL: product.baseURL });
  await joinAs(admin, lead, { name: '陈婧', email: 'chen@example.com', orgRole: 'member', departmentName: '华东市场部' });
  const boss = await browser.newPage({ baseURL: product.baseURL });
  await joinAs(admin, boss, { name: '周正', email: 'zhou@example.com', orgRole: 'management', departmentName: '总经办' });
  ({ id: campaignId } = await callApi<{ id: string }>(lead, 'POST', '/api/campaigns', {
    name: '秋季新品上市', scenario: 'launch', theme: '国家级品质，秋日焕新', audience: '25–35 岁城市白领，关注新品与品质', startsOn: '2026-09-21', endsOn: '2026-10-26', eventFrom: '2026-10-16', eventTo: '2026-10-18',
  }));
  await rows('goals', { metric: '新品订单量', unit: '单', target: 2_000, measure: '订单系统，每日 21:00 导出', reason: '支撑第四季度新品占销售三成的策略' });
  await rows('budget',
    { category: '物料制作费', detail: '海报500张、宣传册2000本', amountCents: 800_000, ownerText: '*专员', note: '含设计费' }, { category: '线上推广费', detail: '朋友圈广告投放', amountCents: 1_500_000, ownerText: '*主管', note: '7天投放周期' },
    { category: '人员成本', detail: '兼职人员10名(3天)', amountCents: 650_000, ownerText: '', note: '200元/人/天' });
  await rows('schedule',
    { phase: 'preparation', title: '物料设计与制作', whenText: '10月1日-4日', startOn: '2026-10-01', endOn: '2026-10-04', ownerText: '*专员' },
    { phase: 'execution', title: '活动现场执行', whenText: '10月16日-18日', startOn: '2026-10-16', endOn: '2026-10-18', ownerText: '全员' },
    { phase: 'retrospective', title: '数据整理与报告输出', whenText: '10月19日-23日', startOn: '2026-10-19', endOn: '2026-10-23', ownerText: '*专员' });
}, 180_000);

describe('beside the plan', () => {
  test('says what must be mended, with the real figures and the working days of the calendar', async () => {
    await lead.goto(`/campaigns/${campaignId}/plan`);
    await finding(lead, '文中有“国家级”：“国家级品质，秋日焕新”，属《广告法》第九条禁止的用语。').waitFor();
    await finding(lead, '预算合计 ¥29,500，没有应急备用金。').waitFor();
    await expect.poll(() => lead.getByRole('button', { name: '提交审批' }).isDisabled()).toBe(true);
    await lead.getByRole('region', { name: /^需说明/ }).getByRole('button', { name: /^再看/ }).click();
    // By the arrangement of 2026: an event that ends on Sunday 18 October is reported by the 21st.
    await finding(lead, '活动 2026年10月18日结束，报告最晚 2026年10月21日提交').waitFor();
    await finding(lead, '“人员成本”写的是 10 名 × 3 天 × 200 元 = 6,000，金额却是 ¥6,500，多了 ¥500。').waitFor();
    await expectAccessible(lead);
    await shoot(lead, 'check-panel');
  });

  test('one click mends a finding, and the figure beside the menu follows', async () => {
    const badge = lead.getByTitle(/^过审检查 \d+ 项待改$/);
    const count = async () => Number(await badge.innerText());
    const before = await count();
    const reserve = finding(lead, '没有应急备用金');
    await reserve.getByRole('button', { name: '增加备用金 ¥3,278' }).click();
    await toast(lead, '已修复：列有应急备用金');
    await expect.poll(() => reserve.count()).toBe(0);
    await expect.poll(count).toBe(before - 1);
    await finding(lead, '报告最晚 2026年10月21日提交').getByRole('button', { name: '移到 10月21日' }).click();
    await toast(lead, '已修复：3 个工作日内出评估报告');
    const { tasks } = await callApi<{ tasks: { title: string; whenText: string; endOn: string }[] }>(lead, 'GET', `/api/campaigns/${campaignId}/schedule`);
    expect(tasks.find(({ title }) => title === '数据整理与报告输出')).toMatchObject({ endOn: '2026-10-21', whenText: '10月19日-21日' });
  });

  test('follows what others change, without a reload', async () => {
    await callApi(lead, 'PATCH', `/api/campaigns/${campaignId}`, { theme: '秋日焕新，先人一步' });
    await expect.poll(() => finding(lead, '国家级').count(), { timeout: 10_000 }).toBe(0);
    await expect.poll(() => lead.getByRole('button', { name: '提交审批' }).isDisabled()).toBe(false);
  });

  test('leads to where a finding is mended', async () => {
    const amount = finding(lead, '“人员成本”写的是');
    await amount.getByRole('link', { name: '看预算' }).click();
    await lead.getByRole('grid', { name: '活动预算表' }).waitFor();
    // The cell of the amount is selected: what is typed goes there.
    await expect.poll(() => lead.locator('td[aria-selected="true"]').innerText()).toMatch(/^6,500/);
    await lead.goBack();
    await finding(lead, '“人员成本”写的是').waitFor();
  });

  test('on a phone, in the dark, with everything within reach', async () => {
    const phone = await browser.newPage({ baseURL: product.baseURL, viewport: 'phone', colorScheme: 'dark' });
    await phone.context().addCookies(await lead.context().cookies());
    await phone.goto(`/campaigns/${campaignId}/plan`);
    await phone.getByRole('region', { name: /^需说明/ }).getByRole('button', { name: /^再看/ }).click();
    await finding(phone, '没有安排场地布置与设备调试').getByRole('button', { name: '增加任务：布置调试（10月15日）' }).click();
    await toast(phone, '已修复：活动前一天布置调试');
    await expect.poll(() => finding(phone, '没有安排场地布置与设备调试').count()).toBe(0);
    await expectAccessible(phone);
    await shoot(phone, 'check-phone');
  });
});

test('a submission asks for a sentence to the warnings and keeps it with the version', async () => {
  await lead.getByRole('button', { name: '提交审批' }).click();
  const dialog = lead.getByRole('dialog', { name: '提交方案审批' });
  await dialog.getByText('对检查提醒的说明').waitFor();
  await shoot(lead, 'check-submit', { fullPage: false });
  await dialog.getByRole('button', { name: '提交审批' }).click();
  await dialog.getByText('请写一句统一说明，或在下面逐条说明。').waitFor();
  await expectAccessible(lead);
  await dialog.getByRole('button', { name: '单独说明“有渠道排期”' }).click();
  await dialog.getByLabel('对“有渠道排期”的说明').fill('渠道由总部统一投放，本地不另排。');
  await dialog.getByLabel('统一说明').fill('首次试办，规模小，按简化方案执行。');
  await dialog.getByRole('button', { name: '提交审批' }).click();
  await lead.getByText('正在审批').first().waitFor();
  const { versions } = await callApi<{ versions: { approvalId: string }[] }>(lead, 'GET', `/api/campaigns/${campaignId}/plan`);
  const { content } = await callApi<{ content: { check: { rule: string; what: string; answer: string }[] } }>(lead, 'GET', `/api/approvals/${versions[0]?.approvalId ?? ''}`);
  expect(content.check.find(({ rule }) => rule === 'C01')).toMatchObject({ what: '还没有渠道排期，看不出目标靠什么实现。', answer: '渠道由总部统一投放，本地不另排。' });
  expect(content.check.find(({ rule }) => rule === 'B07')).toMatchObject({ answer: '首次试办，规模小，按简化方案执行。' });
});

describe('the rules of the company', () => {
  test('are switched off, softened and bounded by an administrator, with the way back', async () => {
    await admin.goto('/settings/check-rules');
    await admin.getByText(/^过审检查共 \d+ 条规则，都是出厂设置/).waitFor();
    await expectAccessible(admin);
    await admin.getByRole('searchbox', { name: '搜索规则或条款' }).fill('预热');
    await admin.getByRole('textbox', { name: '“预热 3–5 天”的最多 天' }).fill('7');
    await admin.getByRole('textbox', { name: '“预热 3–5 天”的最多 天' }).press('Enter');
    await admin.getByText('本公司改过 1 条').waitFor();
    await admin.getByRole('combobox', { name: '“预热 3–5 天”的程度' }).selectOption({ label: '建议' });
    await toast(admin, '已保存：预热 3–5 天');
    await admin.getByRole('checkbox', { name: '启用“预热紧接爆发”' }).click();
    await admin.getByText('停用 1 条').waitFor();
    await toastOf(admin, '已保存：预热紧接爆发').getByRole('button', { name: '撤销' }).click();
    await admin.getByText('本公司改过 1 条').waitFor();
    await expect.poll(() => admin.getByText('停用 1 条').count()).toBe(0);
    await admin.goto('/settings/check-rules');
    await admin.getByText('本公司改过 1 条').waitFor();
    await shoot(admin, 'check-rules');
  });

  test('refuse a bound out of range where it is typed', async () => {
    const bound = admin.getByRole('textbox', { name: '“物料到货留有余量”的提前 天' });
    await bound.fill('99');
    await bound.press('Enter');
    await admin.getByText('请填写 0 到 30 之间的整数').waitFor();
  });

  test('are read by everyone else, also on a phone', async () => {
    const phone = await browser.newPage({ baseURL: product.baseURL, viewport: 'phone' });
    await phone.context().addCookies(await lead.context().cookies());
    await phone.goto('/settings/check-rules');
    await phone.getByText('由管理员和管理层修改，您可以查看。').waitFor();
    expect(await phone.getByRole('checkbox').count()).toBe(0);
    expect(await phone.getByRole('combobox', { name: '“预热 3–5 天”的程度' }).count()).toBe(0);
    await expectAccessible(phone);
    await shoot(phone, 'check-rules-phone', { fullPage: false });
  });
});

/** `muster check` on a data folder. */
function runCheck(dataFolder: string, ...args: readonly string[]): Promise<{ code: number; out: string }> {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'C.UTF-8', MUSTER_DATA: path.join(dataFolder, 'data') };
  const root = path.resolve(import.meta.dirname, '..');
  return new Promise((resolve) => {
    execFile(process.execPath, ['src/apps/server/cli.ts', 'check', ...args], { cwd: root, env }, (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: `${out}${err}` }));
  });
}

test('the command line checks a plan beside the running server', async () => {
  const { code, out } = await runCheck(product.dataFolder, '秋季新品上市', '--json');
  expect([code, JSON.parse(out)]).toMatchObject([0, { campaign: { id: campaignId }, good: true, counts: { error: 0 } }]);
}, 60_000);

test('and with the database of a server that is stopped, which it starts and stops again', async () => {
  const own = await startProduct();
  const page = await browser.newPage({ baseURL: own.baseURL });
  await signInAdministrator(page, own.setupURL);
  await callApi(page, 'POST', '/api/campaigns', { name: '只有名字', scenario: 'launch', startsOn: '2026-01-01', endsOn: '2026-01-31' });
  await page.goto('about:blank');
  await own.stop({ keepData: true });
  try {
    for (const round of ['once', 'again']) {
      const { code, out } = await runCheck(own.dataFolder, '只有名字', '--json');
      expect([round, code, JSON.parse(out)]).toMatchObject([round, 1, { good: false, findings: expect.arrayContaining([expect.objectContaining({ rule: 'G01', what: '还没有目标。' })]) }]);
    }
  } finally {
    await rm(own.dataFolder, { recursive: true, force: true });
  }
}, 120_000);
