import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { callApi, joinAs, signInAdministrator } from './accounts.ts';
import { expectAccessible, shoot, toastOf, useBrowser } from './browser.ts';
import { useProduct } from './server.ts';

/** Issue A, items 5, 7 and 10: T1, T2, goals and team as people work in them, alone and together. */
const product = useProduct();
const browser = useBrowser();

let lead: Page;
let planner: Page;
let director: Page;
let campaignId = '';
/** The campaign with the source's own tables, once it runs. */
let running = '';
let tableNumber = 0;

const open = (options: object = {}) => browser.newPage({ baseURL: product.baseURL, ...options });
const to = (page: Page, name: string, id = campaignId) => page.goto(`/campaigns/${id}/${name}`);
const grid = (page: Page, name: string) => page.getByRole('grid', { name });
const cell = (page: Page, row: number, col: number): Locator => page.locator(`td[data-row="${row}"][data-col="${col}"]`);
/** The texts of a grid, row by row, without the number at the left. */
const texts = (page: Page) => page.locator('[role=grid] tbody tr').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((one) => one.textContent?.trim() ?? '')));
const saved = (page: Page) => page.locator('[data-saving]').waitFor({ state: 'detached' });

async function type(page: Page, row: number, col: number, text: string, key = 'Enter'): Promise<void> {
  await cell(page, row, col).click();
  await page.keyboard.type(text);
  await page.keyboard.press(key);
}

async function paste(page: Page, row: number, col: number, text: string, html = ''): Promise<void> {
  await page.evaluate(async ([plain, rich]) => {
    const parts: Record<string, Blob> = { 'text/plain': new Blob([plain ?? ''], { type: 'text/plain' }) };
    if (rich) parts['text/html'] = new Blob([rich], { type: 'text/html' });
    await navigator.clipboard.write([new ClipboardItem(parts)]);
  }, [text, html]);
  await cell(page, row, col).click();
  await page.keyboard.press('Control+v');
}

async function newCampaign(): Promise<string> {
  tableNumber += 1;
  const { id } = await callApi<{ id: string }>(lead, 'POST', '/api/campaigns', { name: `秋季新品上市 ${tableNumber}`, scenario: 'launch', startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18' });
  const { people } = await callApi<{ people: { id: string; name: string }[] }>(lead, 'GET', '/api/people');
  const userId = people.find((person) => person.name === '刘洋')?.id;
  await callApi(lead, 'POST', `/api/campaigns/${id}/team`, { userId, group: 'planning' });
  return id;
}

const addRows = (table: string, rows: readonly object[], id = campaignId) =>
  callApi(lead, 'POST', `/api/campaigns/${id}/${table}/edits`, { changes: rows.map((fields) => ({ type: 'insert', id: crypto.randomUUID(), fields })) });

/** From the draft to the running campaign, by the people whose part it is. */
async function goLive(id: string): Promise<void> {
  const { approvalId } = await callApi<{ approvalId: string }>(lead, 'POST', `/api/campaigns/${id}/plan/submissions`, { answer: '测试数据，按简化内容提交' });
  await callApi(director, 'POST', `/api/approvals/${approvalId}/decision`, { decision: 'approved' });
  await callApi(lead, 'POST', `/api/campaigns/${id}/plan/start`, {});
  await callApi(lead, 'POST', `/api/campaigns/${id}/moves`, { to: 'live' });
}

const T1 = [
  ['1', '物料制作费', '海报500张、宣传册2000本', '8,000', '-', '*专员', '含设计费'],
  ['2', '线上推广费', '朋友圈广告投放', '15,000', '-', '*主管', '7天投放周期'],
  ['3', '场地租赁费', '商圈展位租赁(3天)', '12,000', '-', '*专员', '含基础设备'],
  ['4', '人员成本', '兼职人员10名(3天)', '6,000', '-', '*经理', '200元/人/天'],
  ['5', '应急备用金', '预算外突发情况处理', '5,000', '-', '*经理', '按实报销'],
];
const T1_HEAD = ['序号', '预算科目', '明细说明', '预算金额(元)', '实际花费(元)', '负责人', '备注'];
const T1_TEXT = [T1_HEAD, ...T1, ['合计', '', '', '46,000', '-', '', '']].map((row) => row.join('\t')).join('\n');
/** As Excel puts it on the clipboard, with the merged cell of 合计. */
const T1_HTML = `<table>${[T1_HEAD, ...T1].map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}<tr><td colspan="3">合计</td><td>46,000</td><td>-</td><td></td><td></td></tr></table>`;
const T2_TEXT = [
  ['阶段', '时间节点', '任务内容', '负责人', '完成情况(□未完成/□已完成/□延期)', '备注'],
  ['前期筹备', '10月1日-5日', '活动方案审批与团队分工', '*经理', '☑', '-'],
  ['', '10月6日-10日', '物料设计与制作', '*主管', '□', '需10月15日到货'],
  ['中期执行', '10月15日', '场地布置与设备调试', '*专员', '□', '18:00前完成'],
  ['', '10月16日-18日', '活动现场执行', '全员', '□', '每日21:00复盘'],
  ['后期复盘', '10月19日-21日', '数据整理与报告输出', '*专员', '□', '10月22日提交'],
].map((row) => row.join('\t')).join('\n');

beforeAll(async () => {
  const administrator = await open();
  await signInAdministrator(administrator, product.setupURL);
  [lead, planner, director] = await Promise.all([open(), open(), open()]);
  await joinAs(administrator, lead, { name: '陈婧', email: 'chenjing@example.com', title: '市场经理' });
  await joinAs(administrator, planner, { name: '刘洋', email: 'liuyang@example.com', title: '策划主管' });
  await joinAs(administrator, director, { name: '周正', email: 'zhouzheng@example.com', orgRole: 'management', title: '营销总监' });
  campaignId = await newCampaign();
});

describe('预算: the grid feels like Excel', () => {
  test('typing, Tab and Enter fill a row; the total follows; undo takes it back', async () => {
    await to(lead, 'budget');
    await lead.getByText('还没有预算').waitFor();
    await expect.poll(() => lead.getByRole('link', { name: '从文件导入' }).getAttribute('href')).toContain(`/campaigns/${campaignId}/import`);
    await type(lead, 0, 0, '物料制作费', 'Tab');
    for (const text of ['海报500张', '8000', '', '*专员']) {
      await lead.keyboard.type(text);
      await lead.keyboard.press('Tab');
    }
    await lead.keyboard.type('含设计费');
    await lead.keyboard.press('Enter');
    await expect.poll(() => texts(lead)).toContainEqual(['物料制作费', '海报500张', '8,000', '-', '*专员', '含设计费']);
    await expect.poll(() => lead.locator('tfoot').textContent()).toContain('8,000');
    // Enter after Tabs goes to the next row, in the column where the Tabs began.
    await lead.keyboard.type('人员成本');
    await lead.keyboard.press('Enter');
    await expect.poll(async () => (await texts(lead))[1]?.[0]).toBe('人员成本');
    await saved(lead);
    await lead.keyboard.press('Control+z');
    await expect.poll(async () => (await texts(lead)).filter(([category]) => category === '人员成本').length).toBe(0);
    await lead.keyboard.press('Control+y');
    await expect.poll(async () => (await texts(lead)).filter(([category]) => category === '人员成本').length).toBe(1);
    await lead.keyboard.press('Control+z');
    await saved(lead);
    await lead.reload();
    await expect.poll(() => texts(lead)).toHaveLength(2);
  });

  test('what is no amount stays in its cell with a sentence, and is not saved', async () => {
    await type(lead, 0, 2, '八千');
    await cell(lead, 0, 2).click();
    await lead.getByText('请填写金额').waitFor();
    await expect.poll(() => cell(lead, 0, 2).textContent()).toContain('八千');
    await expectAccessible(lead);
    await type(lead, 0, 2, '1.5万');
    await expect.poll(() => cell(lead, 0, 2).textContent()).toBe('15,000');
    await saved(lead);
    await lead.keyboard.press('Control+z');
    await expect.poll(() => cell(lead, 0, 2).textContent()).toBe('8,000');
  });

  test('T1 copied from Excel comes in whole, with its headings, without its total; the reserve is judged', async () => {
    campaignId = await newCampaign();
    await to(lead, 'budget');
    await grid(lead, '活动预算表').waitFor();
    await paste(lead, 0, 0, T1_TEXT, T1_HTML);
    await expect.poll(() => texts(lead)).toHaveLength(6);
    expect((await texts(lead)).slice(0, 5)).toEqual(T1.map((row) => row.slice(1)));
    await expect.poll(() => lead.locator('tfoot').textContent()).toContain('46,000');
    await lead.getByText('应急备用金 ¥5,000，占 10.87%（5,000 ÷ 46,000），在建议的 10%–15% 之内。').waitFor();
    await lead.getByText('新增 5 行').waitFor();
    await saved(lead);
    await lead.reload();
    await expect.poll(() => texts(lead)).toHaveLength(6);
    await expectAccessible(lead);
    await shoot(lead, 'budget-draft', { fullPage: false });
  });

  test('a reserve outside 10–15 % is said in words, with what would be inside', async () => {
    await type(lead, 4, 2, '1000');
    await lead.getByText('低于建议的 10%；总额不变时，建议留 ¥4,200–¥6,300。').waitFor();
    await cell(lead, 4, 2).click();
    await lead.keyboard.press('Control+z');
    await lead.getByText('在建议的 10%–15% 之内').waitFor();
    await saved(lead);
  });

  test('the table goes out as xlsx, docx and csv', async () => {
    for (const [label, ending] of [['Excel 表格', '.xlsx'], ['Word 文档', '.docx'], ['CSV 文件', '.csv']] as const) {
      await lead.getByRole('button', { name: '导出' }).click();
      const [download] = await Promise.all([lead.waitForEvent('download'), lead.getByRole('menuitem', { name: label }).click()]);
      expect(download.suggestedFilename()).toMatch(new RegExp(`\\${ending}$`));
    }
  });
});

describe('two people in one table', () => {
  test('the second person’s change appears without reload', async () => {
    await to(planner, 'budget');
    await grid(planner, '活动预算表').waitFor();
    await expect.poll(() => texts(planner)).toHaveLength(6);
    await type(planner, 0, 5, '含设计费与打样');
    await expect.poll(() => cell(lead, 0, 5).textContent()).toBe('含设计费与打样');
    await type(lead, 1, 2, '16000');
    await expect.poll(() => planner.locator('tfoot').textContent()).toContain('47,000');
    await saved(lead);
  });

  test('both in one cell: the later one is asked, and nothing is lost', async () => {
    await cell(lead, 0, 2).click();
    await lead.keyboard.type('9000');
    await type(planner, 0, 2, '8500');
    await saved(planner);
    await expect.poll(() => lead.locator('tfoot').textContent()).toContain('47,500');
    await lead.keyboard.press('Enter');
    await cell(lead, 0, 2).click();
    await lead.getByText('刘洋刚把这里改为“8,500”，您输入的是“9,000”。').waitFor();
    await expectAccessible(lead);
    await shoot(lead, 'budget-conflict', { fullPage: false });
    await lead.getByRole('button', { name: '保留我的' }).click();
    for (const page of [lead, planner]) await expect.poll(() => cell(page, 0, 2).textContent()).toBe('9,000');
    await saved(lead);
  });

  test('the other’s value can be taken instead', async () => {
    await cell(planner, 2, 5).click();
    await planner.keyboard.type('我的备注');
    // The page hears of the change and asks for the table again, while the cell is still open.
    const heard = planner.waitForResponse((response) => response.url().endsWith('/budget') && response.request().method() === 'GET');
    await type(lead, 2, 5, '对方的备注');
    await saved(lead);
    await heard;
    await planner.keyboard.press('Enter');
    await cell(planner, 2, 5).click();
    await planner.getByRole('button', { name: '采用对方的' }).click();
    await expect.poll(() => cell(planner, 2, 5).textContent()).toBe('对方的备注');
    await expect.poll(() => cell(lead, 2, 5).textContent()).toBe('对方的备注');
  });

  test('a row that the other deleted is told as gone', async () => {
    await cell(lead, 3, 1).click();
    await lead.keyboard.type('改一改');
    await planner.locator('th[data-row="3"]').click();
    await planner.getByRole('button', { name: '第 4 行的操作' }).click();
    await planner.getByRole('menuitem', { name: '删除这一行' }).click();
    await expect.poll(() => texts(lead)).toHaveLength(5);
    await lead.keyboard.press('Enter');
    await lead.getByText('这一行已被其他人删除，您的修改没有保存。').waitFor();
    await toastOf(planner, '已删除 1 行').getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => texts(lead)).toHaveLength(6);
    expect((await texts(lead))[3]?.[0]).toBe('人员成本');
  });
});

describe('进度', () => {
  test('T2 comes in with its merged phases and boxes; the days are read within the campaign', async () => {
    await to(lead, 'schedule');
    await lead.getByText('还没有任务').waitFor();
    await paste(lead, 0, 0, T2_TEXT);
    await expect.poll(() => texts(lead)).toHaveLength(6);
    const rows = await texts(lead);
    expect(rows[0]).toEqual(['前期筹备', '10月1日-5日2025 周三–周日', '活动方案审批与团队分工', '*经理', '已完成', '']);
    // The phase's one cell spans its rows, so the second row has one cell fewer.
    expect(rows[1]).toEqual(['10月6日-10日2025 周一–周五', '物料设计与制作', '*主管', '未完成', '需10月15日到货']);
    await expect.poll(() => cell(lead, 0, 0).getAttribute('rowspan')).toBe('2');
    await saved(lead);
    const { tasks } = await callApi<{ tasks: { startOn: string; endOn: string; phase: string; state: string }[] }>(lead, 'GET', `/api/campaigns/${campaignId}/schedule`);
    expect(tasks.map(({ phase, startOn, endOn, state }) => [phase, startOn, endOn, state])).toEqual([
      ['preparation', '2025-10-01', '2025-10-05', 'done'], ['preparation', '2025-10-06', '2025-10-10', 'open'],
      ['execution', '2025-10-15', '2025-10-15', 'open'], ['execution', '2025-10-16', '2025-10-18', 'open'], ['retrospective', '2025-10-19', '2025-10-21', 'open'],
    ]);
  });

  test('a box is ticked with a click and with the space bar', async () => {
    await cell(lead, 1, 4).locator('[data-toggle]').click();
    await expect.poll(() => cell(lead, 1, 4).textContent()).toContain('已完成');
    await cell(lead, 2, 4).click();
    await lead.keyboard.press('Space');
    await expect.poll(() => cell(lead, 2, 4).textContent()).toContain('已完成');
    await lead.keyboard.press('Space');
    await expect.poll(() => cell(lead, 2, 4).textContent()).toContain('未完成');
    await saved(lead);
  });

  test('a time outside the campaign, or reversed, is a question and not an error', async () => {
    await type(lead, 1, 1, '11月6日-10日');
    await cell(lead, 1, 1).click();
    await lead.locator('[popover]').getByText('不在活动周期（2025年10月1日–22日）之内').waitFor();
    await shoot(lead, 'schedule-question', { fullPage: false });
    await type(lead, 1, 1, '10月10日-6日');
    await cell(lead, 1, 1).click();
    await lead.locator('[popover]').getByText('结束日期早于开始日期').waitFor();
    await type(lead, 1, 1, '活动前1天 18:00前');
    await saved(lead);
    await type(lead, 1, 1, 'T-6');
    await expect.poll(() => cell(lead, 1, 1).textContent()).toBe('T-62025年10月10日');
    await saved(lead);
    await lead.getByText('共 5 项任务').or(lead.getByText('5 项任务已完成 2 项')).first().waitFor();
  });

  test('a new task waits quietly for its description', async () => {
    await type(lead, 5, 1, '10月20日', 'Tab');
    await lead.getByText('新的一行还差“任务内容”，填好后自动保存。').waitFor();
    await expectAccessible(lead);
    await lead.keyboard.type('经验整理');
    await lead.keyboard.press('Enter');
    await lead.getByText('新的一行还差').waitFor({ state: 'detached' });
    await saved(lead);
    await lead.reload();
    await expect.poll(async () => (await texts(lead)).some((row) => row.includes('经验整理'))).toBe(true);
  });
});

describe('目标', () => {
  test('a metric of the catalogue brings its kind, unit and direction', async () => {
    await to(lead, 'goals');
    await lead.getByText('还没有目标').waitFor();
    await cell(lead, 0, 0).click();
    await lead.keyboard.type('获客');
    await lead.getByRole('option', { name: /获客成本/ }).click();
    await expect.poll(async () => (await texts(lead))[0]?.slice(0, 8)).toEqual(['获客成本', '关键', '金额', '', '0', '元', '', '']);
    await lead.getByText('“获客成本”还没有目标值').waitFor();
    await type(lead, 0, 4, '40');
    await type(lead, 1, 0, '订单量', 'Tab');
    await type(lead, 1, 4, '2000');
    await expect.poll(async () => (await texts(lead))[1]?.slice(0, 6)).toEqual(['订单量', '关键', '数量', '', '2,000', '单']);
    await saved(lead);
    await expectAccessible(lead);
  });
});

describe('while it runs', () => {
  test('the amounts are the approved ones, 实际花费 is the ledger’s, and 备注 stays open', async () => {
    await goLive(campaignId);
    await to(lead, 'budget?tab=table');
    await lead.getByText('预算已随方案核准：金额经申请调整').waitFor();
    await type(lead, 0, 2, '1');
    expect(await cell(lead, 0, 2).textContent()).toBe('9,000');
    await type(lead, 0, 3, '9600');
    expect(await cell(lead, 0, 3).textContent()).toBe('-');
    await type(lead, 0, 5, '含设计费，已比价');
    await saved(lead);
    await lead.reload();
    await grid(lead, '活动预算表').waitFor();
    await expect.poll(() => cell(lead, 0, 5).textContent()).toBe('含设计费，已比价');
    await expectAccessible(lead);
    await shoot(lead, 'budget-live', { fullPage: false });
  });

  test('actual values give the attainment', async () => {
    await to(lead, 'goals');
    await type(lead, 0, 5, '34');
    await type(lead, 1, 5, '1284');
    await expect.poll(() => cell(lead, 1, 6).textContent()).toBe('64.2%');
    await lead.getByText('2 项目标已达成 1 项。').waitFor();
    await lead.getByText('差得最多的是“订单量”，完成 64.2%。').waitFor();
    await saved(lead);
  });
});

describe('on a phone', () => {
  test('a task is ticked with the thumb and edited in a sheet; the others see it at once', async () => {
    const phone = await open({ viewport: 'phone' });
    await phone.context().addCookies(await lead.context().cookies());
    await to(phone, 'schedule');
    await to(lead, 'schedule');
    const tick = phone.getByRole('checkbox', { name: /场地布置与设备调试/ });
    const box = await tick.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    await tick.tap();
    await expect.poll(() => tick.getAttribute('aria-checked')).toBe('true');
    await expect.poll(() => cell(lead, 2, 4).textContent()).toContain('已完成');
    await expectAccessible(phone);
    await shoot(phone, 'schedule-phone');
    await phone.getByRole('button', { name: '编辑“场地布置与设备调试”' }).tap();
    const sheet = phone.getByRole('dialog');
    await sheet.getByLabel('备注').fill('17:40 完成');
    await expectAccessible(phone);
    await shoot(phone, 'schedule-sheet', { fullPage: false });
    await sheet.getByRole('button', { name: '保存' }).tap();
    await expect.poll(() => cell(lead, 2, 5).textContent()).toBe('17:40 完成');
  });
});

describe('小组', () => {
  test('people are placed, removed with undo, and the lead is changed only after a question', async () => {
    running = campaignId;
    campaignId = await newCampaign();
    await addRows('schedule', [{ title: '物料设计', ownerText: '刘洋', state: 'done' }, { title: '现场', ownerText: '全员' }]);
    await to(lead, 'team');
    await lead.getByText('执行组、监控组和后勤组还没有人。').waitFor();
    const execution = lead.getByRole('region', { name: /执行组/ });
    await execution.getByRole('button', { name: '添加成员到执行组' }).click();
    await execution.getByRole('combobox').fill('周');
    await lead.getByRole('option', { name: /周正/ }).click();
    await execution.getByText('营销总监').waitFor();
    await lead.getByRole('button', { name: '把周正移出执行组' }).click();
    await execution.getByText('还没有成员').waitFor();
    await toastOf(lead, '已把周正移出执行组').getByRole('button', { name: '撤销' }).click();
    await execution.getByText('营销总监').waitFor();
    await lead.getByRole('region', { name: /策划组/ }).getByText('任务 1/2').waitFor();
    await expectAccessible(lead);
    await lead.getByRole('button', { name: '更换总负责人' }).click();
    const dialog = lead.getByRole('dialog');
    await dialog.getByRole('button', { name: '确认更换' }).click();
    await dialog.getByText('请从名单中选择一位').waitFor();
    await expectAccessible(lead);
    await dialog.getByRole('button', { name: '取消' }).click();
  });

  test('who may not staff the team sees it without buttons', async () => {
    await to(planner, 'team');
    await planner.getByText('小组由总负责人管理。').waitFor();
    expect(await planner.getByRole('button', { name: /添加成员到|移出/ }).count()).toBe(0);
  });
});

describe('every page', () => {
  test.each([
    ['phone', 'light', 'zh-CN'], ['phone', 'dark', 'zh-CN'], ['phone', 'light', 'en'], ['desktop', 'dark', 'zh-CN'], ['desktop', 'light', 'en'], ['desktop', 'dark', 'en'],
  ] as const)('is accessible on the %s, %s, %s: empty, and with the source’s own tables', async (viewport, colorScheme, locale) => {
    const page = await open({ viewport, colorScheme, locale });
    await page.context().addCookies(await lead.context().cookies());
    await page.context().addCookies([{ name: 'muster_locale', value: locale, url: product.baseURL }]);
    const empty = await newCampaign();
    for (const id of [empty, running]) {
      for (const name of ['goals', 'budget', 'team', 'schedule']) {
        await to(page, name, id);
        await page.getByRole('heading', { level: 2 }).first().waitFor();
        await expectAccessible(page);
        const text = await page.getByRole('main').innerText();
        if (locale === 'en' && id === empty) expect(text.replaceAll(/秋季新品上市 \d+|陈婧|刘洋|市场经理|策划主管|示例公司|[陈刘]|“?10月6日-10日”?/g, '')).not.toMatch(/\p{Script=Han}/u);
        await shoot(page, `${name}-${id === empty ? 'empty' : 'full'}-${viewport}-${colorScheme}-${locale}`);
      }
    }
  });
});
