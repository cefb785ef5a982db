import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { daysBetween } from '#platform/shared/calendar.ts';
import { callApi, joinAs, signInAdministrator } from './accounts.ts';
import { expectAccessible, shoot, toastOf, tolerate, useBrowser } from './browser.ts';
import { useProduct } from './server.ts';

/** Issue D, points 2, 3 and 8: the source's schedule by paste, linked, and moved with everything that hangs on it. */
const product = useProduct();
const browser = useBrowser();

interface Task {
  readonly id: string;
  readonly title: string;
  readonly whenText: string;
  readonly startOn: string | null;
  readonly endOn: string | null;
  readonly state: string;
  readonly links: readonly { readonly predecessorId: string; readonly type: string; readonly lagDays: number }[];
}

let lead: Page;
let planner: Page;
let campaignId = '';

const T2 = [
  ['阶段', '时间节点', '任务内容', '负责人', '完成情况(□未完成/□已完成/□延期)', '备注'],
  ['前期筹备', '10月1日-5日', '活动方案审批与团队分工', '*经理', '☑', '-'],
  ['', '10月6日-10日', '物料设计与制作', '*主管', '□', '需10月15日到货'],
  ['', '10月13日-14日', '物料到货与验收', '*主管', '□', ''],
  ['中期执行', '10月15日', '场地布置与设备调试', '*专员', '□', '18:00前完成'],
  ['', '10月16日-18日', '活动现场执行', '全员', '□', '每日21:00复盘'],
  ['后期复盘', '10月19日-21日', '数据整理与报告输出', '*专员', '□', '10月22日提交'],
].map((row) => row.join('\t')).join('\n');

const open = (options: object = {}) => browser.newPage({ baseURL: product.baseURL, ...options });
const view = (page: Page, name: string, id = campaignId) => page.goto(`/campaigns/${id}/schedule${name ? `?view=${name}` : ''}`);
const cell = (page: Page, row: number, col: number): Locator => page.locator(`td[data-row="${row}"][data-col="${col}"]`);
const saved = (page: Page) => page.locator('[data-saving]').waitFor({ state: 'detached' });
const tasksOf = async (id = campaignId) => (await callApi<{ tasks: Task[] }>(lead, 'GET', `/api/campaigns/${id}/schedule`)).tasks;
const taskOf = async (title: string): Promise<Task> => (await tasksOf()).find((task) => task.title === title) as Task;
const whenOf = async (title: string): Promise<string> => (await taskOf(title)).whenText;
const bar = async (page: Page, title: string): Promise<Locator> => page.locator(`[data-grip=move][data-task="${(await taskOf(title)).id}"]`);

async function paste(page: Page, row: number, col: number, text: string): Promise<void> {
  await page.evaluate((plain) => navigator.clipboard.writeText(plain), text);
  await cell(page, row, col).click();
  await page.keyboard.press('Control+v');
}

async function newCampaign(name: string): Promise<string> {
  const { id } = await callApi<{ id: string }>(lead, 'POST', '/api/campaigns', { name, scenario: 'launch', startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18' });
  const { people } = await callApi<{ people: { id: string; name: string }[] }>(lead, 'GET', '/api/people');
  await callApi(lead, 'POST', `/api/campaigns/${id}/team`, { userId: people.find((person) => person.name === '刘洋')?.id, group: 'planning' });
  return id;
}

/** Pixels of a day: those of a bar by the days that it stands for. */
async function dayWidth(page: Page, held: Locator): Promise<number> {
  const id = await held.getAttribute('data-task');
  const task = (await tasksOf(new URL(page.url()).pathname.split('/')[2])).find((one) => one.id === id);
  const box = await page.locator(`[data-grip=move][data-task="${id}"]`).boundingBox();
  if (!task?.startOn || !task.endOn || !box) throw new Error('The bar stands for no days.');
  return box.width / (daysBetween(task.startOn, task.endOn) + 1);
}

/** Pulls a bar sideways by so many days, and lets go unless told otherwise. */
async function pull(page: Page, held: Locator, days: number, letGo = true): Promise<void> {
  // Near an edge the chart would follow the pointer.
  await held.evaluate((node) => node.scrollIntoView({ block: 'center', inline: 'center' }));
  const box = await held.boundingBox();
  if (!box) throw new Error('The bar is not on screen.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const width = await dayWidth(page, held);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + days * (width / 2), y, { steps: 3 });
  await page.mouse.move(x + days * width, y, { steps: 3 });
  if (letGo) await page.mouse.up();
}

beforeAll(async () => {
  const administrator = await open();
  await signInAdministrator(administrator, product.setupURL);
  [lead, planner] = await Promise.all([open(), open()]);
  await joinAs(administrator, lead, { name: '陈婧', email: 'chenjing@example.com', title: '市场经理' });
  await joinAs(administrator, planner, { name: '刘洋', email: 'liuyang@example.com', title: '策划主管' });
  campaignId = await newCampaign('秋季新品上市');
});

describe('the table: T2 as it is, and what waits for what', () => {
  test('the source’s table is pasted; 前置任务 is shown when asked for, typed, pasted, refused in words and undone', async () => {
    await view(lead, '');
    await lead.getByText('还没有任务').waitFor();
    await paste(lead, 0, 0, T2);
    await expect.poll(async () => (await tasksOf()).length).toBe(6);
    await saved(lead);
    const heads = lead.getByRole('columnheader');
    await expect.poll(() => heads.allTextContents()).toEqual(['行', '阶段', '时间节点', '任务内容', '负责人', '完成情况(□未完成/□已完成/□延期)', '备注']);
    await lead.getByRole('button', { name: '显示前置任务' }).click();
    await expect.poll(() => heads.allTextContents()).toContain('前置任务');
    await cell(lead, 1, 4).click();
    await lead.keyboard.type('9');
    await lead.keyboard.press('Enter');
    await cell(lead, 1, 4).click();
    await lead.getByText('没有第“9”行任务').waitFor();
    expect((await taskOf('物料设计与制作')).links).toEqual([]);
    await paste(lead, 1, 4, ['1', '2FS+1', '3', '4', '5SS+3天'].join('\n'));
    await expect.poll(async () => (await tasksOf()).map((task) => task.links.length)).toEqual([0, 1, 1, 1, 1, 1]);
    expect((await taskOf('数据整理与报告输出')).links[0]).toMatchObject({ type: 'SS', lagDays: 3, predecessorId: (await taskOf('活动现场执行')).id });
    await saved(lead);
    tolerate(lead, /^409 POST .*schedule\/links/);
    await cell(lead, 0, 4).click();
    await lead.keyboard.type('6');
    await lead.keyboard.press('Enter');
    await expect.poll(() => cell(lead, 0, 4).innerText()).toContain('6');
    await saved(lead);
    // A circle is refused, by the names of its tasks.
    expect((await taskOf('活动方案审批与团队分工')).links).toEqual([]);
    await cell(lead, 0, 4).click();
    await expect.poll(() => lead.getByText(/绕成了圈/).first().isVisible()).toBe(true);
    await cell(lead, 5, 4).click();
    await lead.keyboard.type('5');
    await lead.keyboard.press('Enter');
    await expect.poll(async () => (await taskOf('数据整理与报告输出')).links[0]?.type).toBe('FS');
    await saved(lead);
    await lead.keyboard.press('Control+z');
    await expect.poll(async () => (await taskOf('数据整理与报告输出')).links[0]?.type).toBe('SS');
    await lead.keyboard.press('Control+y');
    await expect.poll(async () => (await taskOf('数据整理与报告输出')).links[0]?.type).toBe('FS');
    await expectAccessible(lead);
  });
});

describe('the Gantt', () => {
  test('the delivery two days later: what happens is read first, done together, and taken back whole', async () => {
    await view(lead, 'gantt');
    await lead.getByRole('grid', { name: '甘特图' }).waitFor();
    await pull(lead, await bar(lead, '物料到货与验收'), 2, false);
    const line = lead.getByRole('status').filter({ hasText: '晚 2 天' });
    expect(await line.innerText()).toContain('带动 1 项：“场地布置与设备调试”');
    expect(await line.innerText()).toContain('D 日的“活动现场执行”赶不上，缺 2 天');
    await lead.mouse.up();
    const dialog = lead.getByRole('dialog');
    expect(await dialog.getByRole('row').filter({ hasText: '场地布置与设备调试' }).innerText()).toMatch(/\*专员[\s\S]*10月15日[\s\S]*10月17日[\s\S]*晚 2 天/);
    await expectAccessible(lead);
    // Nothing has moved yet.
    expect(await whenOf('物料到货与验收')).toBe('10月13日-14日');
    await dialog.getByRole('button', { name: '一起移动' }).click();
    await expect.poll(() => whenOf('物料到货与验收')).toBe('10月15日-16日');
    expect(await whenOf('场地布置与设备调试')).toBe('10月17日');
    expect(await whenOf('活动现场执行')).toBe('10月16日-18日');
    await toastOf(lead, '1 项一起移动').getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => whenOf('场地布置与设备调试')).toBe('10月15日');
    expect(await whenOf('物料到货与验收')).toBe('10月13日-14日');
    await lead.keyboard.press('Control+y');
    await expect.poll(() => whenOf('场地布置与设备调试')).toBe('10月17日');
    await lead.keyboard.press('Control+z');
    await expect.poll(() => whenOf('场地布置与设备调试')).toBe('10月15日');
  });

  test('the owner of a bar that begins left of the view stays in sight', async () => {
    const chart = lead.getByRole('grid', { name: '甘特图' });
    const own = await bar(lead, '物料设计与制作');
    await lead.getByRole('radiogroup', { name: '时间刻度' }).getByText('时', { exact: true }).click();
    const label = lead.locator(`[data-bar="${(await taskOf('物料设计与制作')).id}"] text`);
    const list = (await lead.getByRole('columnheader', { name: '时间', exact: true }).boundingBox()) ?? { x: 0, width: 0 };
    await expect.poll(async () => {
      const box = await own.boundingBox();
      await chart.evaluate((node, by) => { node.scrollLeft += by; }, (box?.x ?? 0) + 400 - list.x - list.width);
      const [now, text] = [await own.boundingBox(), await label.boundingBox()];
      return now !== null && text !== null && now.x < list.x + list.width - 300 && text.x >= list.x + list.width && text.x < list.x + list.width + 60;
    }).toBe(true);
    await shoot(lead, 'schedule-gantt-hours', { fullPage: false });
    await lead.getByRole('radiogroup', { name: '时间刻度' }).getByText('日', { exact: true }).click();
  });

  test('by keys: a bar moves a day with the same preview, Enter does it; without a preview Enter opens the task', async () => {
    const chart = lead.getByRole('grid', { name: '甘特图' });
    await lead.locator('h1').click();
    await lead.getByRole('checkbox', { name: '关键路径' }).focus();
    await lead.keyboard.press('Tab');
    expect(await chart.evaluate((node) => node === document.activeElement)).toBe(true);
    await lead.keyboard.press('End');
    await lead.keyboard.press('ArrowRight');
    await lead.getByRole('status').filter({ hasText: '“数据整理与报告输出” 10月20日–22日（晚 1 天） · 不影响其他任务' }).waitFor();
    await lead.keyboard.press('Enter');
    await expect.poll(() => whenOf('数据整理与报告输出')).toBe('10月20日-22日');
    await lead.keyboard.press('Control+z');
    await expect.poll(() => whenOf('数据整理与报告输出')).toBe('10月19日-21日');
    await chart.focus();
    await lead.keyboard.press('Enter');
    const drawer = lead.getByRole('dialog', { name: '数据整理与报告输出' });
    await drawer.getByText('最迟完成').waitFor();
    await expectAccessible(lead);
    await drawer.getByLabel('交付物').fill('活动效果评估报告');
    await drawer.getByLabel('工期单位').selectOption('workday');
    await drawer.getByRole('button', { name: '保存' }).click();
    await expect.poll(async () => (await taskOf('数据整理与报告输出')) as unknown).toMatchObject({ deliverable: '活动效果评估报告', durationUnit: 'workday' });
  });

  test('a link is drawn from end to end, changed, and deleted; someone else’s change is told, not overwritten', async () => {
    const [from, to] = [await taskOf('活动方案审批与团队分工'), await taskOf('物料到货与验收')];
    const [fromBar, toBar] = [await bar(lead, from.title), await bar(lead, to.title)];
    await fromBar.hover();
    const knob = await lead.locator(`[data-knob=end][data-task="${from.id}"]`).boundingBox();
    const target = await toBar.boundingBox();
    if (!knob || !target) throw new Error('The bars are not on screen.');
    await lead.mouse.move(knob.x + 4, knob.y + 4);
    await lead.mouse.down();
    await lead.mouse.move(target.x + 4, target.y + 8, { steps: 4 });
    await lead.getByRole('status').filter({ hasText: '完成—开始：“活动方案审批与团队分工”→“物料到货与验收”' }).waitFor();
    await lead.mouse.up();
    await expect.poll(async () => (await taskOf(to.title)).links.length).toBe(2);
    await lead.locator(`[data-link="${from.id}>${to.id}"]`).dispatchEvent('pointerdown', { button: 0, pointerType: 'mouse', bubbles: true });
    const panel = lead.getByRole('group', { name: '前置关系' });
    await panel.getByLabel('关系类型').selectOption('SS');
    await expect.poll(async () => (await taskOf(to.title)).links.find((link) => link.predecessorId === from.id)?.type).toBe('SS');
    await panel.getByRole('button', { name: '删除前置关系' }).click();
    await expect.poll(async () => (await taskOf(to.title)).links.length).toBe(1);

    // The planner has another idea of it while the lead does not hear of anything.
    const stale = await open();
    await stale.context().addCookies(await lead.context().cookies());
    await stale.route('**/api/live**', (route) => route.abort());
    tolerate(stale, /api\/live|ERR_FAILED/);
    await view(stale, 'gantt');
    const held = await bar(stale, '物料设计与制作');
    await held.waitFor();
    const { id } = await taskOf('物料设计与制作');
    await callApi(planner, 'POST', `/api/campaigns/${campaignId}/schedule/edits`, { changes: [{ type: 'update', id, set: { whenText: { to: '10月5日-9日' }, startOn: { to: '2025-10-05' }, endOn: { to: '2025-10-09' } } }] });
    await pull(stale, held, 1);
    await toastOf(stale, '“物料设计与制作”已被刘洋改动').waitFor();
    expect(await whenOf('物料设计与制作')).toBe('10月5日-9日');
    await stale.close();
  });
});

describe('board and calendar', () => {
  test('a card changes its state by drag, by keys and by its menu', async () => {
    await view(planner, 'board');
    const card = planner.locator('[data-card]').filter({ hasText: '物料设计与制作' });
    await card.dragTo(planner.locator('[data-state=doing]'));
    await expect.poll(async () => (await taskOf('物料设计与制作')).state).toBe('doing');
    await planner.locator('[data-state=doing]').getByRole('button', { name: '物料设计与制作', exact: true }).press('ArrowRight');
    await expect.poll(async () => (await taskOf('物料设计与制作')).state).toBe('done');
    await planner.getByRole('button', { name: '更改“物料设计与制作”的完成情况' }).click();
    await planner.getByRole('menuitemradio', { name: '未完成' }).click();
    await expect.poll(async () => (await taskOf('物料设计与制作')).state).toBe('open');
    await planner.getByRole('radio', { name: '按负责人' }).click();
    await planner.getByRole('heading', { level: 4, name: /\*专员/ }).waitFor();
    await expectAccessible(planner);
  });

  test('a task is pulled to another day of the month, with the same question', async () => {
    await view(planner, 'calendar');
    const task = planner.locator('[data-pull]').filter({ hasText: '物料到货与验收' }).first();
    const target = planner.locator('[data-day="2025-10-15"]');
    const [a, b] = [await task.boundingBox(), await target.boundingBox()];
    if (!a || !b) throw new Error('The calendar is not on screen.');
    await planner.mouse.move(a.x + 20, a.y + 8);
    await planner.mouse.down();
    await planner.mouse.move(b.x + 40, a.y + 8, { steps: 6 });
    await planner.getByRole('status').filter({ hasText: '晚 2 天' }).waitFor();
    await planner.mouse.up();
    await planner.getByRole('dialog').getByRole('button', { name: '只移动这一项' }).click();
    await expect.poll(() => whenOf('物料到货与验收')).toBe('10月15日-16日');
    expect(await whenOf('场地布置与设备调试')).toBe('10月15日');
    await planner.keyboard.press('Control+z');
    await expect.poll(() => whenOf('物料到货与验收')).toBe('10月13日-14日');
    await expectAccessible(planner);
  });

  test('what could not be saved stays on show until it is sent again', async () => {
    await view(planner, 'gantt');
    const held = await bar(planner, '数据整理与报告输出');
    await held.waitFor();
    await planner.context().setOffline(true);
    tolerate(planner, /ERR_INTERNET_DISCONNECTED|Failed to load resource/);
    await pull(planner, held, 1);
    await planner.getByText(/修改还没有保存/).waitFor();
    await shoot(planner, 'schedule-gantt-failing', { fullPage: false });
    await planner.context().setOffline(false);
    await planner.getByRole('button', { name: '重新保存' }).click();
    await expect.poll(async () => (await taskOf('数据整理与报告输出')).endOn).toBe('2025-10-22');
  });
});

test('a task takes as much longer as its only owner is on leave within it, and its drawer says so', async () => {
  const id = await newCampaign('休假');
  const { people } = await callApi<{ people: { id: string; name: string }[] }>(lead, 'GET', '/api/people');
  const fields = { phase: 'preparation', title: '撰写新闻稿', whenText: '10月13日-14日', startOn: '2025-10-13', endOn: '2025-10-14', ownerText: '刘洋', durationUnit: 'workday' };
  await callApi(lead, 'POST', `/api/campaigns/${id}/schedule/edits`, { changes: [{ type: 'insert', id: crypto.randomUUID(), fields }] });
  await callApi(planner, 'PUT', `/api/absences/${crypto.randomUUID()}`, { userId: people.find(({ name }) => name === '刘洋')?.id, fromOn: '2025-10-15', toOn: '2025-10-15', reason: '', standInId: null });
  await view(lead, 'gantt', id);
  await lead.getByRole('button', { name: fields.title, exact: true }).click();
  const drawer = lead.getByRole('dialog', { name: fields.title });
  await drawer.getByRole('spinbutton', { name: '工期' }).fill('3');
  await drawer.getByRole('button', { name: '保存' }).click();
  // Monday, Tuesday and Thursday: on Wednesday 刘洋 is away.
  await expect.poll(async () => (await tasksOf(id))[0]?.endOn).toBe('2025-10-16');
  await lead.getByRole('button', { name: fields.title, exact: true }).click();
  await drawer.getByText('刘洋期间休假 1 个工作日，不计入工期，任务因此拉长。').waitFor();
  await expectAccessible(lead);
  await shoot(lead, 'schedule-drawer-leave', { fullPage: false });
});

describe('every view, everywhere', () => {
  const LOOKS = [['desktop', 'dark', 'zh-CN'], ['desktop', 'light', 'en'], ['phone', 'light', 'zh-CN']] as const;
  test.each(LOOKS)('%s %s %s', async (viewport, colorScheme, locale) => {
    const page = await open({ viewport, colorScheme, locale });
    await page.context().addCookies(await lead.context().cookies());
    await page.context().addCookies([{ name: 'muster_locale', value: locale, url: product.baseURL }]);
    for (const name of ['gantt', 'board', 'calendar']) {
      await view(page, name);
      await page.getByRole('tab', { selected: true }).waitFor();
      await page.locator('[data-gantt], [data-card], [data-pull], ol button').first().waitFor();
      await expectAccessible(page);
      await shoot(page, `schedule-${name}-${viewport}-${colorScheme}-${locale}`, { fullPage: false });
    }
    if (viewport !== 'phone') return;
    await view(page, 'gantt');
    await page.getByRole('button', { name: '场地布置与设备调试', exact: true }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByLabel('场地与设备').fill('主舞台、投影仪');
    await expectAccessible(page);
    await drawer.getByRole('button', { name: '保存' }).click();
    await expect.poll(async () => (await taskOf('场地布置与设备调试')) as unknown).toMatchObject({ resourceText: '主舞台、投影仪' });
  });
});
