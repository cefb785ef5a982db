import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { callApi, joinAs, signInAdministrator } from './accounts.ts';
import { expectAccessible, shoot, tolerate, useBrowser } from './browser.ts';
import { useProduct } from './server.ts';

/**
 * Issue B, budget: a request that exceeds is caught while it is drafted and every way out works; two people race for the last 1,000; the reserve is
 * drawn for an incident; an order's whole life with its numbers on the T1. The tests build on each other in this order.
 */
const product = useProduct();
const browser = useBrowser();

const SOON = { timeout: 10_000 };
const PDF = Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF');
/** The campaign is under way, so that no date is questioned. */
const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);

let lead: Page;
let executor: Page;
let logistics: Page;
let boss: Page;
let finance: Page;
let home = '';
let api = '';
const lines: Record<string, string> = {};

const T1 = [
  ['物料制作费', '海报500张、宣传册2000本', 800_000, '*专员', '含设计费'], ['线上推广费', '朋友圈广告投放', 1_500_000, '*主管', '7天投放周期'],
  ['场地租赁费', '商圈展位租赁(3天)', 1_200_000, '*专员', '含基础设备'], ['人员成本', '兼职人员10名(3天)', 600_000, '*经理', '200元/人/天'], ['应急备用金', '预算外突发情况处理', 500_000, '*经理', '按实报销'],
] as const;

const insert = (fields: object) => ({ type: 'insert' as const, id: crypto.randomUUID(), fields });

beforeAll(async () => {
  const admin = await browser.newPage({ baseURL: product.baseURL });
  await signInAdministrator(admin, product.setupURL);
  const join = async (name: string, email: string, orgRole: 'member' | 'management' | 'finance' = 'member') => {
    const page = await browser.newPage({ baseURL: product.baseURL });
    return { page, id: await joinAs(admin, page, { name, email: `${email}@example.com`, orgRole, departmentName: '华东市场部' }) };
  };
  const people = { lead: await join('陈婧', 'chen'), executor: await join('王芳', 'wang'), logistics: await join('赵敏', 'zhao'), boss: await join('周正', 'zhou', 'management'), finance: await join('孙丽', 'sun', 'finance') };
  lead = people.lead.page;
  executor = people.executor.page;
  logistics = people.logistics.page;
  boss = people.boss.page;
  finance = people.finance.page;
  const { id } = await callApi<{ id: string }>(lead, 'POST', '/api/campaigns', { name: '秋季新品上市', scenario: 'launch', theme: '秋日焕新', audience: '城市白领', startsOn: dayFromNow(-10), endsOn: dayFromNow(20), eventFrom: dayFromNow(3), eventTo: dayFromNow(5) });
  home = `/campaigns/${id}`;
  api = `/api${home}`;
  for (const [person, group] of [[people.executor, 'execution'], [people.logistics, 'logistics']] as const) await callApi(lead, 'POST', `${api}/team`, { userId: person.id, group });
  await callApi(lead, 'POST', `${api}/goals/edits`, { changes: [insert({ metric: '新品订单量', unit: '单', target: 2000 })] });
  for (const [category, detail, amountCents, ownerText, note] of T1) {
    const line = insert({ category, detail, amountCents, ownerText, note });
    lines[category] = line.id;
    await callApi(lead, 'POST', `${api}/budget/edits`, { changes: [line] });
  }
  await callApi(lead, 'POST', `${api}/schedule/edits`, { changes: [insert({ phase: 'execution', title: '活动现场执行', whenText: '', startOn: dayFromNow(3), endOn: dayFromNow(5), ownerText: '全员' })] });
  const { approvalId } = await callApi<{ approvalId: string }>(lead, 'POST', `${api}/plan/submissions`, { note: '', answer: '测试数据，按简化内容提交' });
  await grant(approvalId);
}, 180_000);

/** Everyone whose step it is passes it, until the approval is decided. */
async function grant(approvalId: string | null): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    for (const page of [lead, finance, boss]) {
      const answer = await page.request.post(`/api/approvals/${approvalId}/decision`, { data: { decision: 'approved' } });
      if (answer.ok() && ((await answer.json()) as { finished: boolean }).finished) return;
    }
  }
  throw new Error('nobody may decide this approval');
}

type Row = { id: string; number: number; kind: string; state: string; purpose: string; amountCents: number; approvalId: string | null };
const requests = async (page: Page): Promise<readonly Row[]> => (await callApi<{ requests: Row[] }>(page, 'GET', `${api}/budget/requests`)).requests;
const called = async (page: Page, purpose: string): Promise<Row> => {
  const found = (await requests(page)).find((one) => one.purpose === purpose);
  if (!found) throw new Error(`no request for ${purpose}`);
  return found;
};
const freeOf = async (category: string): Promise<number> => {
  const { lines: all } = await callApi<{ lines: { id: string; balance: { freeCents: number } }[] }>(lead, 'GET', `${api}/budget`);
  return all.find(({ id }) => id === lines[category])?.balance.freeCents ?? -1;
};
const ask = (page: Page, body: object) => callApi<{ approvalId: string }>(page, 'PUT', `${api}/budget/requests/${crypto.randomUUID()}`, { kind: 'spending', submit: true, payee: '华彩印务', ...body });

const standing = (page: Page) => page.getByRole('complementary', { name: '额度' });
const submit = (page: Page) => page.getByRole('button', { name: '提交审批' });

/** Opens the form and writes a request for spending, as far as the amount. */
async function write(page: Page, category: string, amount: string, purpose: string): Promise<void> {
  await page.goto(`${home}/budget/requests/new?kind=spending&line=${lines[category]}`);
  await page.getByLabel('金额（元）').fill(amount);
  await page.getByLabel('收款方').fill('华彩印务');
  await page.getByLabel('用途').fill(purpose);
}

async function submitted(page: Page): Promise<void> {
  await submit(page).click();
  await page.waitForURL(/\/budget\/requests\/[0-9a-f-]{36}/);
}

describe('a request that exceeds is caught while it is drafted', () => {
  test('the line, who waits, and by how much it exceeds are said before anything is submitted', async () => {
    await ask(executor, { lineId: lines['物料制作费'], amountCents: 500_000, purpose: '宣传册 2000 本' });
    await lead.goto(`${home}/budget/requests/new`);
    await lead.getByRole('combobox', { name: '科目' }).click();
    await lead.getByRole('option', { name: /物料制作费.*可用 ¥3,000/ }).click();
    await standing(lead).getByText('S-000001 宣传册 2000 本（王芳）').waitFor();
    await lead.getByLabel('金额（元）').fill('4200');
    await standing(lead).getByText('超出 ¥1,200。').waitFor();
    await lead.getByLabel('收款方').fill('华彩印务');
    await lead.getByLabel('用途').fill('展架与地贴');
    await expectAccessible(lead);
    await shoot(lead, 'request-exceeds');
    await submit(lead).click();
    await lead.getByText('超出可用额度 ¥1,200，请从下面选一个办法。').waitFor();
    expect(await requests(lead)).toHaveLength(1);
  });

  test('smaller: one tap, and it fits', async () => {
    await standing(lead).getByRole('button', { name: /改为 ¥3,000/ }).click();
    await standing(lead).getByText('提交后剩 ¥0。').waitFor();
    await expect.poll(() => lead.getByLabel('金额（元）').inputValue()).toBe('3,000');
  });

  test('transfer first: the draft is kept, the transfer is filled in, and afterwards the draft goes through', async () => {
    await lead.getByLabel('金额（元）').fill('4200');
    await standing(lead).getByRole('button', { name: /从“线上推广费”调剂 ¥1,200/ }).click();
    await lead.getByText('这是为用款草稿准备的').waitFor();
    await expect.poll(() => lead.getByRole('combobox', { name: '调出科目' }).inputValue()).toBe('线上推广费');
    await expect.poll(() => lead.getByRole('combobox', { name: '调入科目' }).inputValue()).toBe('物料制作费');
    await expect.poll(() => lead.getByLabel('金额（元）').inputValue()).toBe('1,200');
    await standing(lead).getByText('“物料制作费”可用 ¥3,000，核准后 ¥4,200。').waitFor();
    await submitted(lead);
    await lead.getByText('核准后，回到刚才的用款草稿提交。').waitFor();
    await grant((await called(lead, '补足“物料制作费”：展架与地贴')).approvalId);
    await lead.getByText('已核准：¥1,200 从“线上推广费”调给“物料制作费”。').waitFor();
    await lead.getByRole('link', { name: '打开用款草稿' }).click();
    await standing(lead).getByText('提交后剩 ¥0。').waitFor();
    await submitted(lead);
    await lead.getByText('¥4,200 正在审批').waitFor();
    expect(await freeOf('物料制作费')).toBe(0);
    expect(await freeOf('线上推广费')).toBe(1_380_000);
  });

  test('the reserve, with a cause; and a supplement', async () => {
    await write(executor, '场地租赁费', '12800', '展位与遮雨棚');
    await standing(executor).getByRole('button', { name: /动用备用金 ¥800/ }).click();
    await executor.getByText('这是为用款草稿准备的').waitFor();
    await submit(executor).click();
    await executor.getByText('请选择动用备用金的原因。').waitFor();
    await executor.getByLabel('动用原因').selectOption({ label: '突发事件' });
    await executor.getByLabel('原因说明').fill('大雨，展位遮雨棚漏水');
    await submitted(executor);
    const draw = await called(executor, '补足“场地租赁费”：展位与遮雨棚');
    expect(draw).toMatchObject({ kind: 'reserve', amountCents: 80_000, state: 'submitted' });
    await grant(draw.approvalId);
    await executor.getByText('已核准：动用备用金 ¥800，补给“场地租赁费”。').waitFor();
    await executor.getByText('额度已经到位').waitFor();
    expect(await freeOf('场地租赁费')).toBe(1_280_000);
    await write(executor, '人员成本', '20000', '全员加班一周');
    await standing(executor).getByRole('button', { name: /申请追加 ¥14,000/ }).click();
    await executor.getByText('这是为用款草稿准备的').waitFor();
    await standing(executor).getByText('核准后可用 ¥20,000。').waitFor();
    await submitted(executor);
    expect(await called(executor, '补足“人员成本”：全员加班一周')).toMatchObject({ kind: 'supplement', amountCents: 1_400_000, state: 'submitted' });
  });

  test('the reserve is reported by cause', async () => {
    await lead.goto(`${home}/budget?tab=reserve`);
    const cause = lead.getByRole('row', { name: /突发事件/ }).first();
    await cause.waitFor();
    expect((await cause.innerText()).replaceAll(/\s+/g, ' ')).toContain('800');
    await lead.getByText('大雨，展位遮雨棚漏水').first().waitFor();
  });
});

test('two people race for the last 1,000: one has it, the other is told by how much and by what', async () => {
  await ask(lead, { lineId: lines['人员成本'], amountCents: 500_000, purpose: '兼职人员' });
  expect(await freeOf('人员成本')).toBe(100_000);
  await Promise.all([write(executor, '人员成本', '1000', '夜间值守'), write(logistics, '人员成本', '1000', '搬运两人')]);
  for (const page of [executor, logistics]) {
    await standing(page).getByText('提交后剩 ¥0。').waitFor();
    tolerate(page, /^409 PUT .*\/budget\/requests\//);
  }
  await Promise.all([submit(executor).click(), submit(logistics).click()]);
  const won = (page: Page) => page.waitForURL(/\/budget\/requests\/[0-9a-f-]{36}$/, { timeout: 15_000 }).then(() => page);
  const winner = await Promise.any([won(executor), won(logistics)]);
  const [loser, purpose] = winner === executor ? [logistics, '夜间值守'] : [executor, '搬运两人'];
  await standing(loser).getByText('超出 ¥1,000。').waitFor();
  await standing(loser).getByText(purpose).waitFor();
  await shoot(loser, 'request-race-lost');
  await expect.poll(() => loser.getByLabel('金额（元）').inputValue()).toBe('1000');
  expect(await freeOf('人员成本')).toBe(0);
  expect((await requests(lead)).filter(({ amountCents }) => amountCents === 100_000)).toHaveLength(1);
});

test('a double click makes one request, and leaving with unsaved input asks first', async () => {
  await write(logistics, '线上推广费', '500', '社群红包');
  await logistics.getByRole('link', { name: '工作台' }).first().click();
  const question = logistics.getByRole('dialog', { name: '还没有保存' });
  await question.getByRole('button', { name: '继续填写' }).click();
  await expect.poll(() => logistics.getByLabel('用途').inputValue()).toBe('社群红包');
  await submit(logistics).dblclick();
  await logistics.waitForURL(/\/budget\/requests\/[0-9a-f-]{36}$/);
  expect((await requests(logistics)).filter((one) => one.purpose === '社群红包')).toHaveLength(1);
  expect(await freeOf('线上推广费')).toBe(1_330_000);
});

test('what does not add up is questioned and explained; a returned request says why, is mended and submitted again', async () => {
  tolerate(logistics, /^409 PUT .*\/budget\/requests\//);
  await write(logistics, '线上推广费', '5000', '推文 10 篇 × 3 轮 × 200 元');
  await submit(logistics).click();
  const questions = logistics.getByRole('region', { name: '提交前请说明' });
  await questions.getByText('用途里写的单价 × 数量 × 次数，与金额对不上。').waitFor();
  await expectAccessible(logistics);
  await shoot(logistics, 'request-questions');
  await logistics.getByRole('button', { name: '说明并提交' }).click();
  await questions.getByText('请用一句话说明。').waitFor();
  await questions.getByLabel('说明').fill('末轮两篇由客户承担');
  await logistics.getByRole('button', { name: '说明并提交' }).click();
  await logistics.waitForURL(/\/budget\/requests\/[0-9a-f-]{36}$/);
  await logistics.getByText('末轮两篇由客户承担').waitFor();
  const { approvalId } = await called(logistics, '推文 10 篇 × 3 轮 × 200 元');
  await Promise.any([lead, finance, boss].map((page) => callApi(page, 'POST', `/api/approvals/${approvalId}/decision`, { decision: 'returned', reason: '请附上报价单。' })));
  await logistics.getByText('退回原因：请附上报价单。').waitFor();
  await shoot(logistics, 'request-returned');
  const before = await freeOf('线上推广费');
  await logistics.getByRole('link', { name: '修改后重新提交' }).click();
  await logistics.getByLabel('金额（元）').fill('6000');
  await logistics.getByLabel('附件').setInputFiles({ name: '推文报价单.pdf', mimeType: 'application/pdf', buffer: PDF });
  await logistics.getByRole('link', { name: '推文报价单.pdf' }).waitFor();
  await submitted(logistics);
  await logistics.getByText('¥6,000 正在审批').waitFor();
  expect(await freeOf('线上推广费')).toBe(before - 600_000);
});

describe('the whole life of an order', () => {
  let address = '';

  test('asked for with a file, approved with the facts beside the button', async () => {
    await write(executor, '场地租赁费', '12000', '商圈展位租赁 3 天');
    await executor.getByLabel('附件').setInputFiles({ name: '展位报价单.pdf', mimeType: 'application/pdf', buffer: PDF });
    await executor.getByRole('link', { name: '展位报价单.pdf' }).waitFor();
    await submitted(executor);
    address = new URL(executor.url()).pathname;
    const { approvalId } = await called(executor, '商圈展位租赁 3 天');
    await lead.goto(`/approvals/${approvalId}`);
    const facts = lead.getByRole('region', { name: '审批依据' });
    await facts.getByText('核准后，这个科目还可用 ¥800。').waitFor();
    await facts.getByText('展位报价单.pdf').waitFor();
    await lead.getByRole('button', { name: '同意', exact: true }).click();
    const second = lead.getByRole('dialog');
    await second.getByText('核准后，这个科目还可用 ¥800。').waitFor();
    await second.getByRole('button', { name: '取消' }).click();
    await shoot(lead, 'request-facts');
    await grant(approvalId);
    await executor.getByText('已核准 ¥12,000，已核销 ¥0，剩余承诺 ¥12,000。').waitFor();
  });

  async function record(page: Page, number: string, amount: string): Promise<void> {
    await page.getByRole('button', { name: '登记发票' }).click();
    const dialog = page.getByRole('dialog', { name: '登记发票' });
    await dialog.getByLabel('发票号码').fill(number);
    await dialog.getByLabel('开票日期').fill(dayFromNow(0));
    await dialog.getByLabel('价税合计').fill(amount);
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
  }

  test('invoices in two parts from the phone; the same number twice is refused, and more than the order is answered with ways out', async () => {
    const phone = await browser.newPage({ baseURL: product.baseURL, viewport: 'phone' });
    await callApi(phone, 'POST', '/api/session', { email: 'wang@example.com', password: 'correct horse 1' });
    tolerate(phone, /^409 PUT .*\/invoices\//);
    await phone.goto(address);
    await record(phone, '2544 2000 0001 2345', '5000');
    await phone.getByText('已登记，等财务核销').waitFor();
    await record(phone, '２５４４-２０００-０００１-２３４５', '3000');
    const dialog = phone.getByRole('dialog', { name: '登记发票' });
    await dialog.getByText(/已经登记过.*不能报销两次/).waitFor();
    await expectAccessible(phone);
    await shoot(phone, 'request-invoice-twice-phone', { fullPage: false });
    await dialog.getByLabel('发票号码').fill('2544200000012399');
    await dialog.getByLabel('价税合计').fill('9000');
    await dialog.getByText('超出这项申请 ¥2,000：还可登记 ¥7,000。').waitFor();
    await dialog.getByRole('button', { name: '只登记 ¥7,000' }).click();
    await dialog.getByLabel('价税合计').fill('3000');
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await phone.getByText('待核销 ¥8,000').waitFor();
    await expectAccessible(phone);
    await shoot(phone, 'request-page-phone');
  });

  test('finance checks both from its desk and pays them with one date', async () => {
    await finance.goto('/payables');
    await finance.getByText('2 张发票待核销，共 ¥8,000').waitFor();
    await shoot(finance, 'payables');
    await expectAccessible(finance);
    for (const left of [1, 0]) {
      await finance.getByRole('button', { name: '核销' }).first().click();
      await expect.poll(() => finance.getByRole('button', { name: '核销' }).count(), SOON).toBe(left);
    }
    await finance.goto('/payables?tab=pay');
    await finance.getByLabel('全选').check();
    await finance.getByLabel('流水号').fill('PAY-1108');
    await finance.getByRole('button', { name: '标记 2 张已付款，共 ¥8,000' }).click();
    await finance.getByText('没有待付款的发票', { exact: true }).waitFor();
    await executor.goto(address);
    await executor.getByText('已核准 ¥12,000，已核销 ¥8,000，剩余承诺 ¥4,000。').waitFor();
    await expect.poll(() => executor.getByText('流水号 PAY-1108').count()).toBe(2);
  });

  test('closing returns the rest, and the T1 carries what was spent', async () => {
    await executor.getByRole('button', { name: '结清并退回 ¥4,000' }).click();
    await executor.getByRole('dialog').getByRole('button', { name: '结清并退回 ¥4,000' }).click();
    await executor.getByText('已结清：核准 ¥12,000，核销 ¥8,000，退回科目 ¥4,000。').waitFor();
    await expectAccessible(executor);
    await shoot(executor, 'request-closed');
    expect(await freeOf('场地租赁费')).toBe(480_000);
    await lead.goto(`${home}/budget?tab=table`);
    const row = lead.getByRole('grid', { name: '活动预算表' }).locator('tr', { hasText: '场地租赁费' });
    expect((await row.innerText()).replaceAll(/\s+/g, ' ')).toContain('8,000');
  });

  test('a refund and a reversal are entries of their own', async () => {
    const payee = '礼赠公司';
    await ask(executor, { lineId: lines['线上推广费'], amountCents: 100_000, purpose: '抽奖礼品', payee });
    const { id, approvalId } = await called(executor, '抽奖礼品');
    await grant(approvalId);
    const bill = async (number: string, amountCents: number) => {
      const invoiceId = crypto.randomUUID();
      await callApi(executor, 'PUT', `${api}/budget/requests/${id}/invoices/${invoiceId}`, { kind: 'invoice', number, issuedOn: dayFromNow(0), amountCents });
      await callApi(finance, 'POST', `${api}/budget/invoices/${invoiceId}/check`, { decision: 'accepted' });
      return invoiceId;
    };
    await callApi(finance, 'POST', `${api}/budget/invoices/${await bill('25330001', 60_000)}/payment`, { paidOn: dayFromNow(0) });
    await bill('25330002', 30_000);
    await finance.goto(`${home}/budget/requests/${id}`);
    await finance.getByText('已核准 ¥1,000，已核销 ¥900，待付款 ¥300，剩余承诺 ¥100。').waitFor();
    await finance.getByRole('button', { name: '冲正' }).click();
    const reversal = finance.getByRole('dialog', { name: '冲正发票 25330002' });
    await reversal.getByLabel('冲正原因').fill('抬头开错，重开');
    await reversal.getByRole('button', { name: '冲正' }).click();
    await finance.getByText('已核准 ¥1,000，已核销 ¥600，剩余承诺 ¥400。').waitFor();
    await finance.getByRole('button', { name: '登记退款' }).click();
    const refund = finance.getByRole('dialog', { name: '登记退款' });
    await refund.getByLabel('退款金额').fill('50');
    await refund.getByLabel('退款原因').fill('两件礼品破损');
    await refund.getByRole('button', { name: '登记退款' }).click();
    await finance.getByText('已核准 ¥1,000，已核销 ¥550，退款 ¥50 已回到科目，剩余承诺 ¥400。').waitFor();
    const entries = finance.getByRole('region', { name: '台账分录' });
    await entries.getByText(/抬头开错，重开/).waitFor();
    await entries.getByText(/两件礼品破损/).waitFor();
    await expectAccessible(finance);
    await shoot(finance, 'request-refund');
  });

  test('the list finds it by state and line, from the address', async () => {
    await lead.goto(`${home}/budget/requests?state=closed&kind=spending&line=${lines['场地租赁费']}`);
    await lead.getByText('商圈展位租赁 3 天').waitFor();
    await expect.poll(() => lead.getByRole('table').getByRole('row').count()).toBe(2);
    await lead.getByLabel('状态').selectOption({ label: '已退回' });
    await lead.getByText('没有符合条件的申请').waitFor();
    await lead.getByRole('button', { name: '清除筛选' }).click();
    await lead.getByText('社群红包').waitFor();
    await expectAccessible(lead);
    await shoot(lead, 'requests');
    await lead.getByRole('link', { name: '新建申请' }).click();
    await lead.getByLabel('金额（元）').fill('1.2万');
    await lead.getByRole('link', { name: '工作台' }).first().click();
    await lead.getByRole('dialog', { name: '还没有保存' }).getByRole('button', { name: '放弃并离开' }).click();
    await lead.waitForURL((address) => address.pathname === '/');
  });
});
