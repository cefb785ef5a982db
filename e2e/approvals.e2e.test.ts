import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { callApi, joinAs, signInAdministrator } from './accounts.ts';
import { expectAccessible, shoot, tolerate, useBrowser } from './browser.ts';
import { useProduct } from './server.ts';

/**
 * Issue B, approval: a plan with its budget approved in three steps by three people on their phones; return and resubmission; delegation,
 * transfer, an added step, comments, withdrawal; several at once. The tests build on each other in this order.
 */
const product = useProduct();
const browser = useBrowser();

type Person = { readonly page: Page; readonly id: string; readonly name: string };
type Campaign = { readonly id: string; readonly api: string; readonly lines: readonly string[] };

const SOON = { timeout: 10_000 };
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

let admin: Page;
let lead: Person;
let planner: Person;
let head: Person;
let finance: Person;
let boss: Person;
let campaign: Campaign;

async function join(name: string, email: string, viewport: 'desktop' | 'phone', orgRole: 'member' | 'management' | 'finance' = 'member', departmentName = '华东市场部'): Promise<Person> {
  const page = await browser.newPage({ baseURL: product.baseURL, viewport });
  return { page, name, id: await joinAs(admin, page, { name, email: `${email}@example.com`, orgRole, departmentName }) };
}

beforeAll(async () => {
  admin = await browser.newPage({ baseURL: product.baseURL });
  await signInAdministrator(admin, product.setupURL);
  lead = await join('陈婧', 'chen', 'desktop');
  planner = await join('刘洋', 'liu', 'desktop');
  head = await join('赵磊', 'zhao', 'phone');
  finance = await join('孙丽', 'sun', 'phone', 'finance', '财务部');
  boss = await join('周正', 'zhou', 'phone', 'management', '总经办');
  const { departments } = await callApi<{ departments: { id: string; name: string }[] }>(admin, 'GET', '/api/departments');
  await callApi(admin, 'PUT', `/api/departments/${departments.find((one) => one.name === '华东市场部')?.id ?? ''}/head`, { personId: head.id });
  const step = (name: string, approver: object) => ({ name, approver, mode: 'any', dueDays: 1, escalate: null });
  const steps = [step('审核', { type: 'head' }), step('审批', { type: 'role', role: 'finance' }), step('核准', { type: 'role', role: 'management' })];
  await callApi(admin, 'PUT', `/api/approval-routes/${crypto.randomUUID()}`, { kind: 'plan', category: '', departmentId: null, fromCents: null, toCents: null, revision: null, afterId: null, steps });
}, 180_000);

const insert = (fields: object) => ({ type: 'insert' as const, id: crypto.randomUUID(), fields });

/** A complete draft of the lead, with the planner in its planning group. */
async function makeDraft(name: string): Promise<Campaign> {
  const { page } = lead;
  const { id } = await callApi<{ id: string }>(page, 'POST', '/api/campaigns', { name, scenario: 'launch', theme: '冬日焕新', audience: '城市白领', startsOn: dayFromNow(-3), endsOn: dayFromNow(30), eventFrom: dayFromNow(20), eventTo: dayFromNow(22) });
  const api = `/api/campaigns/${id}`;
  await callApi(page, 'POST', `${api}/team`, { userId: planner.id, group: 'planning' });
  const lines = [
    { category: '物料制作费', detail: '海报500张', amountCents: 800_000, ownerText: '*专员' }, { category: '线上推广费', detail: '朋友圈广告投放', amountCents: 1_500_000, ownerText: '*主管' },
    { category: '场地租赁费', detail: '商圈展位', amountCents: 1_200_000, ownerText: '*专员' }, { category: '应急备用金', detail: '', amountCents: 500_000, ownerText: '*经理' },
  ].map(insert);
  await callApi(page, 'POST', `${api}/goals/edits`, { changes: [insert({ metric: '新品订单量', unit: '单', target: 2000 })] });
  await callApi(page, 'POST', `${api}/budget/edits`, { changes: lines });
  await callApi(page, 'POST', `${api}/schedule/edits`, { changes: [insert({ phase: 'execution', title: '活动现场执行', whenText: '', startOn: dayFromNow(20), endOn: dayFromNow(22), ownerText: '全员' })] });
  return { id, api, lines: lines.map((line) => line.id) };
}

async function submitPlan({ api }: Campaign, note = ''): Promise<string> {
  return (await callApi<{ approvalId: string }>(lead.page, 'POST', `${api}/plan/submissions`, { note, answer: '测试数据，按简化内容提交' })).approvalId;
}

/** The planner asks for money; returns the id of the approval. */
async function ask(line: number, amountCents: number, purpose: string, payee: string): Promise<string> {
  const body = { kind: 'spending', lineId: campaign.lines[line], toLineId: null, amountCents, payee, purpose, submit: true };
  return (await callApi<{ approvalId: string }>(planner.page, 'PUT', `${campaign.api}/budget/requests/${crypto.randomUUID()}`, body)).approvalId;
}

const button = (scope: Page | Locator, name: string) => scope.getByRole('button', { name, exact: true });

/** Two taps: the button, and its question. */
async function approve(page: Page): Promise<void> {
  await button(page, '同意').click();
  const dialog = page.getByRole('dialog');
  await button(dialog, '同意').click();
  await dialog.waitFor({ state: 'detached' });
}

/** Of the menu beside the buttons. */
async function choose(page: Page, act: string): Promise<Locator> {
  await page.getByRole('group', { name: '审批操作' }).getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: act }).click();
  return page.getByRole('dialog');
}

async function pick(dialog: Locator, label: string, name: string): Promise<void> {
  await dialog.getByLabel(label).fill(name);
  await dialog.getByRole('option', { name: new RegExp(`^${name}`) }).click();
}

const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name });
const plain = async (scope: Locator) => (await scope.innerText()).replaceAll(/\s+/g, ' ');

describe('a plan with its budget, three steps, three people, three phones', () => {
  let approvalId = '';

  test('the head of the department finds it in the list and passes it with two taps', async () => {
    campaign = await makeDraft('冬季新品上市');
    approvalId = await submitPlan(campaign, '预算按去年双节的九成编制。');
    await lead.page.goto(`/approvals/${approvalId}`);
    await lead.page.getByText('正在等待赵磊处理。').waitFor();
    expect(await button(lead.page, '同意').count()).toBe(0);
    const { page } = head;
    await page.goto('/approvals');
    await page.getByText('1 项申请等您处理').waitFor();
    const line = page.getByRole('link', { name: /冬季新品上市/ });
    await expect.poll(() => plain(line)).toMatch(/活动方案 v1 .*¥40,000.*陈婧 今天提交.*1\/3 审核/);
    await expectAccessible(page);
    await shoot(page, 'approvals-list-phone', { fullPage: false });
    await line.click();
    await page.getByText('预算 ¥40,000').waitFor();
    await page.getByText('预算按去年双节的九成编制。').waitFor();
    await expectAccessible(page);
    await shoot(page, 'approvals-plan-phone', { fullPage: false });
    await approve(page);
    await page.getByText('已同意，下一步：审批。').waitFor();
    await page.getByText('正在等待财务处理。').waitFor();
  });

  test('finance and management follow; the lead sees each step without reloading', async () => {
    await lead.page.getByText('正在等待财务处理。').waitFor(SOON);
    for (const { page } of [finance, boss]) {
      await page.goto(`/approvals/${approvalId}`);
      await approve(page);
    }
    const seal = boss.page.getByRole('img', { name: /方案第 1 版，周正 .* 核准/ });
    await seal.waitFor();
    await expect.poll(() => seal.getAttribute('aria-label')).toMatch(/依次通过：审核 赵磊 .*，审批 孙丽 .*，核准 周正 /);
    await expectAccessible(boss.page);
    await shoot(boss.page, 'approvals-sealed-phone', { fullPage: false });
    await lead.page.getByRole('img', { name: /方案第 1 版/ }).waitFor(SOON);
    const steps = await plain(region(lead.page, '审批步骤'));
    for (const passed of ['审核 已通过 赵磊', '审批 已通过 孙丽', '核准 已通过 周正']) expect(steps).toContain(passed);
    await shoot(lead.page, 'approvals-sealed-desktop');
    await finance.page.goto('/approvals?tab=handled');
    await finance.page.getByRole('link', { name: /冬季新品上市/ }).getByText('已核准').waitFor();
  });
});

describe('return and resubmission', () => {
  test('a returned plan comes back with what has been mended since, in money and dates', async () => {
    const draft = await makeDraft('年终客户答谢会');
    const first = await submitPlan(draft);
    const { page } = head;
    await page.goto(`/approvals/${first}`);
    await button(page, '退回').click();
    const dialog = page.getByRole('dialog');
    await button(dialog, '退回').click();
    await dialog.getByText('请写明退回的原因。').waitFor();
    await expectAccessible(page);
    await dialog.getByLabel('退回原因').fill('物料费用偏高，请压到 7,000 以内。');
    await button(dialog, '退回').click();
    await page.getByText('原因：物料费用偏高，请压到 7,000 以内。').waitFor();
    await callApi(lead.page, 'POST', `${draft.api}/budget/edits`, { changes: [{ type: 'update', id: draft.lines[0], set: { amountCents: { to: 700_000 } } }, { type: 'update', id: draft.lines[2], set: { amountCents: { to: 1_250_000 } } }] });
    const second = await submitPlan(draft);
    await page.goto('/approvals');
    await page.getByRole('link', { name: /活动方案 v2/ }).click();
    await page.waitForURL(`**/approvals/${second}`);
    const changed = region(page, '与退回的 v1 的差异');
    await changed.waitFor();
    const said = await plain(changed);
    for (const part of ['赵磊退回时写道：物料费用偏高，请压到 7,000 以内。', '共有变化：金额 2 处。', '合计 ¥40,000 改为 ¥39,500-¥500', '物料制作费 · 海报500张 ¥8,000 改为 ¥7,000-¥1,000', '场地租赁费 · 商圈展位 ¥12,000 改为 ¥12,500+¥500']) expect(said).toContain(part);
    await expectAccessible(page);
    await shoot(page, 'approvals-returned-phone');
  });
});

describe('away', () => {
  test('a delegation is made on the phone; a loop is refused in words; the stand-in decides on behalf of the absent', async () => {
    const { page } = head;
    await page.goto('/approvals');
    await page.getByRole('link', { name: '外出？委托他人审批' }).click();
    await page.getByText('您没有委托他人').waitFor();
    await expectAccessible(page);
    await button(page, '新建委托').first().click();
    const dialog = page.getByRole('dialog', { name: '新建审批委托' });
    await pick(dialog, '代为审批的人', '刘洋');
    await dialog.getByLabel('外出期间 结束日期').fill(dayFromNow(5));
    await dialog.getByLabel('事由').fill('出差');
    await button(dialog, '委托').click();
    await page.getByText(/刘洋 正在代您审批/).waitFor();
    await shoot(page, 'delegations-phone');

    const back = await callApi(planner.page, 'POST', '/api/approval-delegations', { toId: head.id, fromOn: dayFromNow(1), toOn: dayFromNow(2) }).catch(String);
    expect(back).toContain('刘洋 → 赵磊 → 刘洋');

    const onward = await callApi<{ id: string }>(planner.page, 'POST', '/api/approval-delegations', { toId: lead.id, fromOn: dayFromNow(0), toOn: dayFromNow(5) });
    await page.getByText('刘洋 也外出，由 陈婧 接手。').waitFor(SOON);
    await expect.poll(() => plain(region(page, '今天由谁审批'))).toContain('赵磊→刘洋→陈婧');
    await callApi(planner.page, 'DELETE', `/api/approval-delegations/${onward.id}`);

    await planner.page.goto('/approvals');
    const line = planner.page.getByRole('link', { name: /年终客户答谢会/ });
    await line.getByText('代 赵磊').waitFor();
    await line.click();
    await planner.page.getByText('您正代 赵磊 审批').waitFor();
    await approve(planner.page);
    await planner.page.getByText('正在等待财务处理。').waitFor();
    await expect.poll(() => plain(region(planner.page, '审批步骤'))).toContain('审核 已通过 刘洋 代 赵磊');
    await expect.poll(() => plain(region(planner.page, '审批记录与评论'))).toContain('刘洋（代 赵磊） 同意了“审核”');
    await planner.page.goto('/settings/delegations');
    await expect.poll(() => plain(region(planner.page, '今天由谁审批'))).toContain('赵磊→刘洋');
    await shoot(planner.page, 'delegations-desktop');
  });

  test('it is ended after a question', async () => {
    const { page } = head;
    await button(page, '结束委托').click();
    const dialog = page.getByRole('dialog');
    await button(dialog, '结束委托').click();
    await page.getByText('您没有委托他人').waitFor();
  });
});

test('someone was faster: it is said where one was about to decide, and what was typed is still there', async () => {
  const other = await join('吴迪', 'wu', 'phone', 'management', '总经办');
  const { waiting } = await callApi<{ waiting: { id: string }[] }>(finance.page, 'GET', '/api/approvals');
  const approvalId = waiting[0]?.id ?? '';
  await callApi(finance.page, 'POST', `/api/approvals/${approvalId}/decision`, { decision: 'approved' });
  await boss.page.goto(`/approvals/${approvalId}`);
  await button(boss.page, '同意').click();
  const dialog = boss.page.getByRole('dialog');
  await dialog.getByLabel('意见').fill('同意，注意留存合同。');
  await callApi(other.page, 'POST', `/api/approvals/${approvalId}/decision`, { decision: 'approved' });
  await boss.page.getByText(/吴迪 .* 核准。/).waitFor(SOON);
  tolerate(boss.page, /^40[39] POST \/api\/approvals\/.*\/decision/);
  await button(dialog, '同意').click();
  await dialog.getByRole('alert').waitFor();
  await expect.poll(() => dialog.getByLabel('意见').inputValue()).toBe('同意，注意留存合同。');
  await shoot(boss.page, 'approvals-late-phone', { fullPage: false });
});

describe('handing on', () => {
  test('transfer, a step before one’s own, and comments that appear without reloading', async () => {
    const approvalId = await ask(1, 480_000, '朋友圈广告第一批投放', '云帆传媒');
    const { page } = lead;
    await page.goto(`/approvals/${approvalId}`);
    await page.getByText('刘洋申请从“线上推广费 · 朋友圈广告投放”支出 ¥4,800，付给云帆传媒。').waitFor();
    await page.getByText('核准后，这个科目还可用 ¥10,200。').waitFor();
    const transfer = await choose(page, '转交');
    await button(transfer, '转交').click();
    await transfer.getByText('请从名单中选择一位同事。').waitFor();
    await transfer.getByLabel('转交给').fill('刘洋');
    await transfer.getByText('没有匹配的选项').waitFor();
    await pick(transfer, '转交给', '赵磊');
    await transfer.getByLabel('说明').fill('请赵总看投放节奏。');
    await expectAccessible(page);
    await button(transfer, '转交').click();
    await page.getByText('正在等待赵磊处理。').waitFor();

    await head.page.goto(`/approvals/${approvalId}`);
    const add = await choose(head.page, '加签');
    await pick(add, '加签给', '周正');
    await expectAccessible(head.page);
    await shoot(head.page, 'approvals-add-step-phone', { fullPage: false });
    await button(add, '加签').click();
    await add.waitFor({ state: 'detached' });
    await head.page.getByText('正在等待周正处理。').waitFor();
    await expect.poll(() => plain(region(head.page, '审批步骤'))).toContain('加签 进行中 周正 2 审批 未到 赵磊');

    await head.page.getByLabel('写评论').fill('周总，第一批先投三天看转化。');
    await button(head.page, '发送').click();
    await region(page, '审批记录与评论').getByText('周总，第一批先投三天看转化。').waitFor(SOON);

    await boss.page.goto(`/approvals/${approvalId}`);
    await approve(boss.page);
    await button(head.page, '同意').waitFor(SOON);
    await approve(head.page);
    await head.page.getByRole('img', { name: /用款第 1 版，赵磊 .* 核准/ }).waitFor();
    const record = await plain(region(head.page, '审批记录与评论'));
    for (const said of ['刘洋 提交', '陈婧 转交给 赵磊', '请赵总看投放节奏。', '赵磊 加签给 周正', '赵磊 评论', '周正 同意了']) expect(record).toContain(said);
    await shoot(head.page, 'approvals-record-phone');
  });

  test('whoever asked takes it back', async () => {
    const approvalId = await ask(0, 100_000, '易拉宝印制', '新华印务');
    await planner.page.goto(`/approvals/${approvalId}`);
    await planner.page.getByText('您是发起人，不能审批自己的申请。').waitFor();
    await button(planner.page, '撤回').click();
    const dialog = planner.page.getByRole('dialog');
    await button(dialog, '撤回').click();
    await planner.page.getByText(/刘洋 .* 撤回。/).waitFor();
  });
});

describe('several at once', () => {
  test('what fits on one line is approved together; what has been decided meanwhile says why and stops nothing', async () => {
    await ask(0, 120_000, '海报印制', '新华印务');
    await ask(2, 300_000, '展位定金', '万象城');
    const withdrawn = await ask(1, 200_000, '社群投放', '青禾互动');
    const { page } = lead;
    await page.goto('/approvals?tab=waiting');
    await page.getByText('3 项申请等您处理').waitFor();
    await button(page, '选择可一次同意的 3 项').click();
    await page.getByText('已选 3 项，合计 ¥6,200').waitFor();
    await page.getByRole('checkbox', { name: '选择“展位定金”' }).uncheck();
    await page.getByText('已选 2 项，合计 ¥3,200').waitFor();
    await page.getByRole('checkbox', { name: '选择“展位定金”' }).check();
    await expectAccessible(page);
    await shoot(page, 'approvals-bulk-desktop', { fullPage: false });
    await button(page, '一次同意').click();
    const dialog = page.getByRole('dialog', { name: '一次同意这 3 项申请？' });
    await expect.poll(() => plain(dialog)).toContain('合计 ¥6,200');
    await callApi(planner.page, 'DELETE', `/api/approvals/${withdrawn}`);
    tolerate(page, /^409 POST \/api\/approvals\/.*\/decision/);
    await button(dialog, '一次同意').click();
    await dialog.getByText('2 项已同意，1 项没有成功。').waitFor();
    await expect.poll(() => plain(dialog)).toContain('这项申请已经有结果了');
    await expectAccessible(page);
    await shoot(page, 'approvals-bulk-done', { fullPage: false });
    await button(dialog, '完成').click();
    await page.getByText('没有等您处理的申请').first().waitFor();
  });

  test('it can be stopped: what was not reached is left as it was', async () => {
    for (const [purpose, payee] of [['签到物料', '众行物料'], ['背景板', '蓝图展示'], ['指引牌', '标识工坊']] as const) await ask(0, 20_000, purpose, payee);
    const { page } = lead;
    await page.goto('/approvals?tab=waiting');
    await button(page, '选择可一次同意的 3 项').click();
    await button(page, '一次同意').click();
    const dialog = page.getByRole('dialog');
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => { release = resolve; });
    await page.route('**/decision', async (route) => {
      await held;
      await route.continue();
    });
    await button(dialog, '一次同意').click();
    await dialog.getByText('正在处理 1/3').waitFor();
    await expectAccessible(page);
    await button(dialog, '停止').click();
    await dialog.getByText('处理完当前一项后停止…').waitFor();
    release();
    await dialog.getByText('1 项已同意，2 项没有处理。').waitFor();
    await page.unroute('**/decision');
    await button(dialog, '完成').click();
    await page.getByText('2 项申请等您处理').waitFor();
  });

  test('plans, reports and changes of the budget are opened one by one', async () => {
    for (const amountCents of [50_000, 60_000]) {
      await callApi(planner.page, 'PUT', `${campaign.api}/budget/requests/${crypto.randomUUID()}`, { kind: 'supplement', lineId: campaign.lines[1], toLineId: null, amountCents, purpose: `追加投放 ${amountCents / 100} 元`, submit: true });
    }
    const { page } = finance;
    await page.goto('/approvals?tab=waiting');
    await page.getByRole('link', { name: /追加投放 500 元/ }).waitFor();
    expect(await page.getByRole('checkbox').count()).toBe(0);
    await page.getByRole('link', { name: /追加投放 500 元/ }).click();
    await page.getByText('刘洋申请给“线上推广费 · 朋友圈广告投放”追加 ¥500').waitFor();
    await expectAccessible(page);
  });
});

/** The pages once as each kind of reader sees them. */
test.each([
  { viewport: 'desktop', colorScheme: 'dark', locale: 'en' },
  { viewport: 'phone', colorScheme: 'dark', locale: 'zh-CN' },
  { viewport: 'phone', colorScheme: 'light', locale: 'en' },
] as const)('the pages read well: $viewport $colorScheme $locale', async (reader) => {
  const page = await browser.newPage({ baseURL: product.baseURL, ...reader });
  await page.context().addCookies([...await boss.page.context().cookies(), { name: 'muster_locale', value: reader.locale, url: product.baseURL }]);
  const { handled } = await callApi<{ handled: { id: string }[] }>(page, 'GET', '/api/approvals');
  for (const [name, address] of Object.entries({ list: '/approvals', handled: '/approvals?tab=handled', approval: `/approvals/${handled[0]?.id ?? ''}`, delegations: '/settings/delegations' })) {
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${name} is no wider than the screen`).toBe(true);
    await shoot(page, `approvals-${name}-${reader.viewport}-${reader.colorScheme}-${reader.locale}`);
  }
}, 120_000);
