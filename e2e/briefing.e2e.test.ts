import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callApi, joinAs, PASSWORD, signInAdministrator } from './accounts.ts';
import { expectAccessible, openBrowser, shoot, useBrowser } from './browser.ts';
import type { OpenBrowser, PageOptions } from './browser.ts';
import { useProduct } from './server.ts';

/** P4.2, P4.3: an approved plan reaches every group; five people confirm it on the phone; it is revised, and the new version asks only about what changed. */
// What others do arrives by itself; on a busy machine not within the second that a poll is given.
const SOON = { timeout: 10_000 };
const product = useProduct();
const browser = useBrowser();

const PEOPLE = { 陈婧: ['chen', 'lead'], 刘洋: ['liu', 'planning'], 王芳: ['wang', 'execution'], 李想: ['li', 'monitoring'], 赵敏: ['zhao', 'logistics'], 郑远: ['zheng', 'execution'] } as const;
type Name = keyof typeof PEOPLE | '周正';
const emailOf = (name: Name) => `${name === '周正' ? 'zhou' : PEOPLE[name][0]}@example.com`;

let setting: OpenBrowser;
const api = new Map<Name, Page>();
let campaign = '';
let setUpId = '';

const as = (name: Name): Page => api.get(name) as Page;
const row = (fields: object, id: string = crypto.randomUUID()) => ({ changes: [{ type: 'insert', id, fields }] });
const rows = (all: readonly object[]) => ({ changes: all.map((fields) => ({ type: 'insert', id: crypto.randomUUID(), fields })) });

beforeAll(async () => {
  setting = await openBrowser();
  const admin = await setting.newPage({ baseURL: product.baseURL });
  await signInAdministrator(admin, product.setupURL);
  const ids = new Map<Name, string>();
  for (const name of [...Object.keys(PEOPLE), '周正'] as Name[]) {
    const page = await setting.newPage({ baseURL: product.baseURL });
    api.set(name, page);
    ids.set(name, await joinAs(admin, page, { name, email: emailOf(name), departmentName: '市场部', ...(name === '周正' ? { orgRole: 'management' as const } : {}) }));
  }
  const lead = as('陈婧');
  const { id } = await callApi<{ id: string }>(lead, 'POST', '/api/campaigns', {
    name: '冬季新品上市', scenario: 'launch', theme: '冬日上新，暖在身边', audience: '城市白领', startsOn: '2026-12-01', endsOn: '2026-12-22', eventFrom: '2026-12-18', eventTo: '2026-12-20',
  });
  campaign = `/campaigns/${id}`;
  const write = (to: string, body: unknown, method: 'POST' | 'PATCH' = 'POST') => callApi(lead, method, `/api${campaign}${to}`, body);
  for (const name of Object.keys(PEOPLE) as (keyof typeof PEOPLE)[]) if (name !== '陈婧' && name !== '郑远') await write('/team', { userId: ids.get(name), group: PEOPLE[name][1] });
  await write('/goals/edits', rows([{ metric: '新品订单量', unit: '单', target: 2000 }, { metric: '获客成本', kind: 'money', unit: '元', direction: 'down', target: 40 }]));
  await write('/budget/edits', rows([
    { category: '物料制作费', detail: '海报500张、宣传册2000本', amountCents: 800_000, ownerText: '后勤组' }, { category: '线上推广费', detail: '朋友圈广告投放', amountCents: 1_500_000, ownerText: '执行组' },
    { category: '场地租赁费', detail: '商圈展位租赁(3天)', amountCents: 1_200_000, ownerText: '后勤组' }, { category: '应急备用金', detail: '预算外突发情况处理', amountCents: 500_000, ownerText: '*经理' },
  ]));
  await write('/team/duties', { groups: [{ group: 'execution', duties: { to: '按方案落地执行渠道推广与现场活动；\n活动当天提前 2 小时到岗，负责签到、体验、咨询和应急各区。' }, worksWith: { to: '物料和场地问题找后勤组，渠道数据异常找监控组。' } }] }, 'PATCH');
  await write('/team/areas/edits', rows([{ area: '现场执行与接待', responsible: '执行组', accountable: '总负责人', consulted: '策划组、后勤组', informed: '监控组' }, { area: '物料制作、采购与验收', responsible: '后勤组', accountable: '总负责人', informed: '执行组' }]));
  await write('/plan/risks/edits', rows([
    { risk: '人流过多', kind: 'crowd', probability: 'medium', effect: 'high', trigger: '签到区排队超过 30 人', response: '开放第二签到口，执行组增派 2 人引导，广播提示错峰入场。', ownerText: '执行组' },
    { risk: '展位断电', kind: 'equipment', probability: 'low', effect: 'high', trigger: '主展位断电超过 2 分钟', response: '启用备用电源车，通知商场物业。', ownerText: '后勤组' },
  ]));
  await write('/plan/steps/edits', rows([{ day: 1, startTime: '08:00', minutes: 30, title: '到岗点名，领取对讲机', place: '签到区', ownerText: '执行组' }, { day: 1, startTime: '10:00', minutes: 20, title: '开场', place: '主舞台', ownerText: '执行组', hardStart: true }]));
  setUpId = crypto.randomUUID();
  await write('/schedule/edits', rows([
    { phase: 'preparation', title: '活动方案审批与团队分工', startOn: '2026-12-01', endOn: '2026-12-04', ownerText: '*经理' }, { phase: 'preparation', title: '物料设计与制作', startOn: '2026-12-05', endOn: '2026-12-14', ownerText: '后勤组' },
    { phase: 'preparation', title: '社群预热：发布悬念海报', startOn: '2026-12-14', endOn: '2026-12-17', ownerText: '王芳' },
  ]));
  await write('/schedule/edits', row({ phase: 'execution', title: '场地布置与设备调试', startOn: '2026-12-17', endOn: '2026-12-17', dueTime: '18:00', ownerText: '执行组、后勤组' }, setUpId));
  await write('/schedule/edits', rows([{ phase: 'execution', title: '活动现场执行', startOn: '2026-12-18', endOn: '2026-12-20', ownerText: '全员' }, { phase: 'retrospective', title: '数据整理与报告输出', startOn: '2026-12-21', endOn: '2026-12-22', ownerText: '监控组' }]));
}, 120_000);
afterAll(() => setting.close());

async function open(name: Name, options: PageOptions = {}, address = `${campaign}/briefing`): Promise<Page> {
  const page = await browser.newPage({ ...options, baseURL: product.baseURL });
  await callApi(page, 'POST', '/api/session', { email: emailOf(name), password: PASSWORD });
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

const submitPlan = () => callApi<{ approvalId: string }>(as('陈婧'), 'POST', `/api${campaign}/plan/submissions`, { note: '', answer: '已核对，照此执行' });

async function approve(): Promise<void> {
  const { approvalId } = await submitPlan();
  await callApi(as('周正'), 'POST', `/api/approvals/${approvalId}/decision`, { decision: 'approved' });
}

const verdictOf = (page: Page) => page.locator('h1').locator('xpath=ancestor::header/following-sibling::p[1]').innerText();
const confirm = (page: Page) => page.getByRole('button', { name: '已阅读并理解' });

test('before the approval the page says what will stand there', async () => {
  const page = await open('王芳', { viewport: 'phone' });
  await page.getByRole('heading', { name: '还没有核准的方案' }).waitFor();
  await expectAccessible(page);
  await shoot(page, 'briefing-empty');
  await page.close();
});

test('the lead prepares the briefing: a note, a question, a meeting', async () => {
  await approve();
  const lead = await open('陈婧');
  await expect.poll(() => verdictOf(lead)).toContain('方案 v1 已核准，小组 5 人都还没有确认。');
  await lead.getByRole('tab', { name: '执行组' }).click();
  await lead.getByRole('button', { name: '写说明' }).click();
  await lead.getByRole('dialog').getByLabel('总负责人的说明').fill('12 月 18 日 8:00 在商场西门集合，统一穿工服。');
  await lead.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await lead.getByText('12 月 18 日 8:00 在商场西门集合').waitFor();

  await lead.getByRole('button', { name: '出题' }).click();
  const editor = lead.getByRole('dialog', { name: '宣贯问题' });
  await editor.getByLabel('问题').fill('活动当天要提前多久到岗？');
  await editor.getByLabel('问谁').selectOption('execution');
  await editor.getByRole('textbox', { name: '选项 1' }).fill('半小时');
  await editor.getByRole('textbox', { name: '选项 2' }).fill('2 小时');
  await editor.getByRole('radio', { name: '选项 2 是正确答案' }).check();
  await editor.getByLabel('为什么（答错时显示）').fill('展位 10:00 开场，8:00 要点名并检查设备。');
  await expectAccessible(lead);
  await shoot(lead, 'briefing-questions', { fullPage: false });
  await editor.getByRole('button', { name: '保存' }).click();
  await lead.getByText('0 人答对，答错 0 次').waitFor();

  await lead.getByRole('button', { name: '安排宣贯会' }).click();
  const meeting = lead.getByRole('dialog', { name: '安排宣贯会' });
  await meeting.getByRole('button', { name: '保存并通知小组' }).click();
  await meeting.getByText('请选择日期。').waitFor();
  await meeting.getByText('地点和链接至少填一项。').waitFor();
  await meeting.getByLabel('日期').fill('2026-12-08');
  await meeting.getByLabel('开始时间').fill('14:00');
  await meeting.getByLabel('地点').fill('3 楼第二会议室');
  await meeting.getByLabel('议程').fill('一、目标与分工\n二、现场流程走一遍\n三、应急演练');
  await meeting.getByRole('button', { name: '保存并通知小组' }).click();
  await lead.getByText('12月8日 14:00–14:45').waitFor();
  const [download] = await Promise.all([lead.waitForEvent('download'), lead.getByRole('button', { name: '加入日历' }).click()]);
  expect(download.suggestedFilename()).toBe('冬季新品上市 宣贯会.ics');
  await expectAccessible(lead);
  await shoot(lead, 'briefing-lead');
});

test('a member reads their own page on the phone, answers, and confirms', async () => {
  const page = await open('王芳', { viewport: 'phone' }, '/notices');
  await page.getByRole('link', { name: /请阅读方案并确认：冬季新品上市/ }).click();
  await page.waitForURL(`**${campaign}/briefing`);
  await expect.poll(() => verdictOf(page)).toBe('方案 v1 已核准。执行组有 3 项任务，请读完并确认。');
  await expect.poll(() => page.getByRole('tab').first().innerText()).toBe('执行组（您）');
  await page.getByText('12 月 18 日 8:00 在商场西门集合').waitFor();
  await page.getByText('12月17日 18:00 前').waitFor();
  await page.getByText('活动当天提前 2 小时到岗').waitFor();
  await page.getByText('开放第二签到口').waitFor();
  expect(await page.getByText('通知商场物业').count()).toBe(0);
  await expectAccessible(page);
  await shoot(page, 'briefing-phone');
  await shoot(page, 'briefing-phone-screen', { fullPage: false });
  await page.getByRole('button', { name: '回答 1 个问题' }).click();
  await page.getByRole('radio', { name: '半小时' }).check();
  await page.getByRole('button', { name: '提交答案' }).click();
  await page.getByText('不对。正确的是“2 小时”。').waitFor();
  await expectAccessible(page);
  await shoot(page, 'briefing-wrong', { fullPage: false });
  await page.getByRole('radio', { name: '2 小时' }).check();
  await page.getByRole('button', { name: '再答一次' }).click();
  await page.getByText('答对了。').waitFor();
  await confirm(page).click();
  await page.getByText('已确认，谢谢。').waitFor();
  await confirm(page).waitFor({ state: 'detached' });
  await expect.poll(() => verdictOf(page)).toMatch(/^您在 .+ 确认了方案 v1。5 人中 1 人已确认方案 v1/);
  await expectAccessible(page);
});

test('the lead sees who has not, and reminds them with one click', async () => {
  const lead = await open('陈婧');
  await lead.getByRole('heading', { name: '还没有确认（4 人）' }).waitFor();
  await lead.getByRole('button', { name: '提醒这 3 人' }).click();
  await lead.getByText('已提醒刘洋、李想和赵敏').waitFor();
  await lead.getByRole('button', { name: '提醒刘洋' }).click();
  await lead.getByText('刘洋一小时内已经提醒过，没有重复打扰').waitFor();
  const planner = await open('刘洋', { viewport: 'phone' }, '/notices');
  await planner.getByRole('link', { name: /还差您的确认/ }).click();
  await planner.waitForURL(`**${campaign}/briefing`);
});

test('five people confirm; the lead watches it happen', async () => {
  const lead = await open('陈婧', { viewport: 'phone', colorScheme: 'dark' });
  await expectAccessible(lead);
  await shoot(lead, 'briefing-lead-phone-dark');
  for (const name of ['刘洋', '李想', '赵敏'] as const) {
    const page = await open(name, { viewport: 'phone' }, campaign);
    await page.getByRole('link', { name: '宣贯等您确认' }).click();
    await confirm(page).click();
    await confirm(page).waitFor({ state: 'detached' });
    await page.close();
  }
  await expect.poll(() => verdictOf(lead), SOON).toContain('5 人中 4 人已确认方案 v1');
  await confirm(lead).click();
  await expect.poll(() => verdictOf(lead), SOON).toContain('5 人都已确认方案 v1，可以按同一份方案开工。');
  await lead.getByText('所有成员都已确认。').waitFor();
  await lead.goto(campaign);
  await lead.getByRole('link', { name: '宣贯 5/5 已确认' }).waitFor();
});

test('the lead revises the approved plan; the approver sees on the phone what has changed since, and approves', async () => {
  const lead = await open('陈婧', {}, `${campaign}/plan`);
  await lead.getByRole('button', { name: '修订方案' }).click();
  const dialog = lead.getByRole('dialog', { name: '修订已核准的方案' });
  await dialog.getByRole('button', { name: '修订方案' }).click();
  await dialog.getByText('请写明为什么要修订。').waitFor();
  await dialog.getByLabel('修订原因').fill('商场 17 日闭店盘点，布置提前一天');
  await expectAccessible(lead);
  await dialog.getByRole('button', { name: '修订方案' }).click();
  await dialog.waitFor({ state: 'detached' });
  await lead.getByText('正在修订，v1 仍然有效').waitFor();
  await expectAccessible(lead);
  await shoot(lead, 'revision-plan');
  const edit = (path: string, id: string | undefined, set: object) => callApi(as('陈婧'), 'POST', `/api${campaign}${path}/edits`, { changes: [{ type: 'update', id, set }] });
  await edit('/schedule', setUpId, { startOn: { to: '2026-12-16' }, endOn: { to: '2026-12-16' } });
  const { goals } = await callApi<{ goals: { id: string; metric: string }[] }>(as('陈婧'), 'GET', `/api${campaign}/goals`);
  await edit('/goals', goals.find((goal) => goal.metric === '新品订单量')?.id, { target: { to: 2600 } });

  await lead.goto(`${campaign}/budget?tab=table`);
  await lead.getByText('方案修订期间，金额仍按已核准的版本').waitFor();
  await lead.goto(`${campaign}/history`);
  await lead.getByText('修订已核准的方案，原因：商场 17 日闭店盘点，布置提前一天').waitFor();

  const { approvalId } = await submitPlan();
  const boss = await open('周正', { viewport: 'phone' }, `/approvals/${approvalId}`);
  const changed = boss.getByRole('region', { name: '与上一核准版的差异' });
  const said = (await changed.innerText()).replaceAll(/\s+/g, ' ');
  for (const part of ['新品订单量', '2,000', '2,600', '场地布置与设备调试', '12月17日', '12月16日']) expect(said).toContain(part);
  await expectAccessible(boss);
  await shoot(boss, 'revision-approval-phone');
  await boss.getByRole('button', { name: '同意' }).click();
  await boss.getByRole('dialog').getByRole('button', { name: '同意' }).click();
  await boss.getByRole('img', { name: /方案第 2 版，周正 .* 核准/ }).waitFor();
});

test('a new version asks each only about what changed for them; whoever is new reads all', async () => {
  const { people } = await callApi<{ people: { id: string; name: string }[] }>(as('陈婧'), 'GET', '/api/people');
  await callApi(as('陈婧'), 'POST', `/api${campaign}/team`, { userId: people.find((person) => person.name === '郑远')?.id, group: 'execution' });

  const moved = await open('王芳', { viewport: 'phone' });
  await expect.poll(() => verdictOf(moved)).toBe('方案更新到 v2，与您确认过的 v1 相比，有 2 处变化与您有关，请看过再确认。');
  await moved.getByRole('heading', { name: '与 v1 相比的变化' }).waitFor();
  await moved.getByText('原为 12月17日').waitFor();
  expect(await moved.getByRole('tab').count()).toBe(0);
  await expectAccessible(moved);
  await shoot(moved, 'briefing-changes', { fullPage: false });
  await moved.getByText('查看执行组的全部内容').click();
  await moved.getByRole('tab', { name: '执行组（您）' }).waitFor();
  await confirm(moved).click();
  await confirm(moved).waitFor({ state: 'detached' });

  const goalOnly = await open('李想', { viewport: 'phone', colorScheme: 'dark' });
  await expect.poll(() => verdictOf(goalOnly)).toBe('方案更新到 v2，与您确认过的 v1 相比，有 1 处变化与您有关，请看过再确认。');
  expect(await goalOnly.getByText('原为 12月17日').count()).toBe(0);
  await expectAccessible(goalOnly);
  await shoot(goalOnly, 'briefing-one-dark', { fullPage: false });
  await confirm(goalOnly).click();
  await confirm(goalOnly).waitFor({ state: 'detached' });

  const newcomer = await open('郑远', { viewport: 'phone' });
  await expect.poll(() => verdictOf(newcomer)).toBe('方案 v2 已核准。执行组有 3 项任务，请读完并确认。');
  await newcomer.getByRole('button', { name: '回答 1 个问题' }).waitFor();

  const lead = await open('陈婧', { colorScheme: 'dark' });
  await expect.poll(() => verdictOf(lead)).toContain('6 人中 2 人已确认方案 v2');
  await lead.getByText('原为 12月17日').waitFor();
  await expectAccessible(lead);
  await shoot(lead, 'briefing-lead-dark');
});

test('the lead notes who came and writes the minutes; everyone reads them', async () => {
  const lead = await open('陈婧');
  // The new version has a meeting of its own.
  await lead.getByRole('button', { name: '安排宣贯会' }).click();
  const meeting = lead.getByRole('dialog', { name: '安排宣贯会' });
  const now = new Date(Date.now() - 60_000);
  const shanghai = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', hourCycle: 'h23', ...options }).format(now);
  await meeting.getByLabel('日期').fill(shanghai({ year: 'numeric', month: '2-digit', day: '2-digit' }));
  await meeting.getByLabel('开始时间').fill(shanghai({ hour: '2-digit', minute: '2-digit' }));
  await meeting.getByLabel('会议链接').fill('https://meeting.example.com/j/20261218');
  await meeting.getByRole('button', { name: '保存并通知小组' }).click();
  await lead.getByRole('link', { name: '进入线上会议' }).waitFor();

  const member = await open('赵敏', { viewport: 'phone' });
  await member.getByRole('button', { name: '签到' }).click();
  await member.getByText('已签到').first().waitFor();
  await lead.getByRole('button', { name: '登记出席' }).click();
  const dialog = lead.getByRole('dialog', { name: '登记出席' });
  await dialog.getByRole('radiogroup', { name: '刘洋' }).getByRole('radio', { name: '迟到' }).click();
  await expect.poll(() => dialog.getByRole('radiogroup', { name: '刘洋' }).getByRole('radio', { name: '迟到' }).getAttribute('aria-checked')).toBe('true');
  await expectAccessible(lead);
  await shoot(lead, 'briefing-attendance', { fullPage: false });
  await dialog.getByRole('button', { name: '完成' }).click();
  await lead.getByText('到会 1 人，迟到 1 人，缺席 0 人').waitFor();
  await lead.getByRole('button', { name: '写纪要' }).click();
  await lead.getByRole('dialog').getByLabel('会议纪要').fill('雨天改走室内入口，后勤组 12 月 10 日前与商场确认。');
  await lead.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await member.getByText('雨天改走室内入口').waitFor();
  await expectAccessible(member);
});
