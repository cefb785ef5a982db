import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { callApi, joinAs, signInAdministrator } from './accounts.ts';
import { expectAccessible, shoot, tolerate, useBrowser } from './browser.ts';
import { useProduct } from './server.ts';

/** A plan as people have it: prose, two tables copied one cell per line, a site's notices, and things to ask about. */
const PLAN = `本文档下载后可编辑，如有侵权请联系网站删除
一、活动目标
活动期间实现新品订单量2000单，用户复购率达15%，新增会员1万人。
(一)活动预算表
序号
预算科目
明细说明
预算金额(元)
实际花费(元)
负责人
备注
1
物料制作费
海报500张、宣传册2000本
8,000
-
*专员
含设计费
2
线上推广费
朋友圈广告投放
15,000
-
*主管
7天投放周期
3
场地租赁费
商圈展位租赁(3天)
12,000-14,000
-
*专员
含基础设备
合计
35,000
-
(二)活动执行进度表
阶段
时间节点
任务内容
负责人
完成情况(□未完成/□已完成/□延期)
备注
前期筹备
10月1日-5日
活动方案审批与团队分工
*经理
□
-
10月6日-10日
物料设计与制作
*主管
□
需10月15日到货
中期执行
10月15日
场地布置与设备调试
*专员
□
18:00前完成
10月16日-18日
活动现场执行
全员
□
每日21:00复盘
后期复盘
10月19日-21日
数据整理与报告输出
*专员
□
10月22日提交

| 风险描述 | 影响程度 | 应对方案 | 负责人 |
| --- | --- | --- | --- |
| 人流过多 | 高 | 分流入场，增设签到通道 | *经理 |
| 设备故障 | 中 | 备用音响与投影仪 | *专员 |

| 用户 | 反馈渠道 | 反馈内容 | 满意度 |
| --- | --- | --- | --- |
| 张女士 | 现场问卷 | 导购很热情，讲解清楚 | 非常满意 |
| 小鱼儿 | 公众号 | 签到排队太久 | 不满意 |
`;

const product = useProduct();
const browser = useBrowser();

test('a plan comes in as people have it, is reviewed cell by cell, and only then written', async () => {
  const { baseURL } = product;
  const administrator = await browser.newPage({ viewport: 'desktop', baseURL });
  await signInAdministrator(administrator, product.setupURL);
  const page = await browser.newPage({ viewport: 'desktop', locale: 'zh-CN', baseURL });
  await joinAs(administrator, page, { name: '陈婧', email: 'chen@example.com', departmentName: '华东市场部' });
  const { id } = await callApi<{ id: string }>(page, 'POST', '/api/campaigns', { name: '秋季新品上市', scenario: 'launch', startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18' });

  await page.goto(`/campaigns/${id}/import`);
  await page.getByRole('heading', { name: '从文档导入' }).waitFor();
  await expectAccessible(page);
  await shoot(page, 'import-source');
  const file = path.join(tmpdir(), `plan-${process.pid}.txt`);
  await writeFile(file, PLAN);
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.getByRole('button', { name: /^写入 \d+ 项$/ }).waitFor();
  await expectAccessible(page);
  await shoot(page, 'import-review');
  // What is in question is said with the original beside it; nothing is in the campaign yet.
  await page.getByText('12,000-14,000').first().waitFor();
  expect((await callApi<{ lines: unknown[] }>(page, 'GET', `/api/campaigns/${id}/budget`)).lines).toEqual([]);

  // The range is answered in the grid.
  const budget = page.getByRole('grid', { name: /活动预算表/ });
  const cell = budget.getByRole('row', { name: /场地租赁费/ }).getByRole('gridcell').nth(2);
  await cell.click();
  await page.keyboard.type('12000');
  await page.keyboard.press('Enter');
  await page.getByText('这里写的是一个范围').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^写入 \d+ 项$/ }).click();
  await page.waitForURL(`**/campaigns/${id}`);

  const { lines, totals } = await callApi<{ lines: { category: string; amountCents: number; ownerText: string }[]; totals: { amountCents: number } }>(page, 'GET', `/api/campaigns/${id}/budget`);
  expect(lines.map((line) => [line.category, line.amountCents, line.ownerText])).toEqual([['物料制作费', 800_000, '*专员'], ['线上推广费', 1_500_000, '*主管'], ['场地租赁费', 1_200_000, '*专员']]);
  expect(totals.amountCents).toBe(3_500_000);
  const { tasks } = await callApi<{ tasks: { phase: string; startOn: string; endOn: string; title: string }[] }>(page, 'GET', `/api/campaigns/${id}/schedule`);
  expect(tasks.map((task) => [task.phase, task.startOn, task.endOn])).toEqual([
    ['preparation', '2025-10-01', '2025-10-05'], ['preparation', '2025-10-06', '2025-10-10'], ['execution', '2025-10-15', '2025-10-15'], ['execution', '2025-10-16', '2025-10-18'], ['retrospective', '2025-10-19', '2025-10-21'],
  ]);
  const { goals } = await callApi<{ goals: { metric: string; target: number }[] }>(page, 'GET', `/api/campaigns/${id}/goals`);
  expect(goals.map((goal) => [goal.metric, goal.target])).toEqual([['新品订单量', 2000], ['用户复购率', 15], ['新增会员', 10_000]]);

  // The risks are the plan's; a table that no page is made for is kept as it stood.
  const { lists } = await callApi<{ lists: { risks: { risk: string; effect: string; response: string }[] } }>(page, 'GET', `/api/campaigns/${id}/plan/lists`);
  expect(lists.risks.map((risk) => [risk.risk, risk.effect, risk.response])).toEqual([['人流过多', 'high', '分流入场，增设签到通道'], ['设备故障', 'medium', '备用音响与投影仪']]);
  await page.goto(`/campaigns/${id}/attached`);
  await page.getByText('签到排队太久').waitFor();
  await expectAccessible(page);
  await shoot(page, 'import-attached');

  // Out again, and back in without a difference.
  const exported = await page.request.get(`/api/campaigns/${id}/export/tables.docx`);
  const docx = path.join(tmpdir(), `tables-${process.pid}.docx`);
  await writeFile(docx, await exported.body());
  await page.goto(`/campaigns/${id}/import`);
  await page.locator('input[type="file"]').setInputFiles(docx);
  await page.getByRole('button', { name: '写入 8 项' }).waitFor();
  await page.getByRole('radio', { name: '替换原有内容' }).check();
  await page.getByRole('button', { name: '写入 8 项' }).click();
  await page.waitForURL(`**/campaigns/${id}`);
  const again = await callApi<{ lines: { category: string; amountCents: number; ownerText: string }[] }>(page, 'GET', `/api/campaigns/${id}/budget`);
  expect(again.lines.map((line) => [line.category, line.amountCents, line.ownerText])).toEqual(lines.map((line) => [line.category, line.amountCents, line.ownerText]));
});

test('a table copied from a page or from Excel is pasted; a hostile file is refused in a sentence and nothing is lost', async () => {
  const { baseURL } = product;
  const page = await browser.newPage({ viewport: 'phone', locale: 'zh-CN', colorScheme: 'dark', baseURL });
  await callApi(page, 'POST', '/api/session', { email: 'chen@example.com', password: 'correct horse 1' });
  const { id } = await callApi<{ id: string }>(page, 'POST', '/api/campaigns', { name: '粘贴', scenario: 'festival', startsOn: '2025-12-01', endsOn: '2025-12-31' });
  await page.goto(`/campaigns/${id}/import`);
  const box = page.getByLabel('粘贴的内容');
  await box.fill('费用项目\t预算金额(万元)\t备注\n场地\t1.2\t三天\n主持人\t3,000元/天\t一天\n合计\t1.5\t');
  await shoot(page, 'import-source-phone-dark');
  tolerate(page, /^422 POST .*imports/);
  const bad = path.join(tmpdir(), `bad-${process.pid}.docx`);
  await writeFile(bad, Buffer.concat([Buffer.from('PK\u0003\u0004'), await readFile(process.execPath).then((bytes) => bytes.subarray(0, 4_000))]));
  await page.locator('input[type="file"]').setInputFiles(bad);
  await page.getByText(/文件已损坏|不是文档/).waitFor();
  await expect.poll(() => box.inputValue()).toContain('主持人');
  await page.getByRole('button', { name: '读取', exact: true }).click();
  await page.getByRole('button', { name: /^写入 \d+ 项$/ }).waitFor();
  await expectAccessible(page);
  await shoot(page, 'import-review-phone-dark');
});
