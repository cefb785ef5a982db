import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approveAll, askForMoney, invoiceAll, makeDraft, spend, startTestCompany, submitPlanOf, type TestCampaign, type TestCompany } from '#apps/server/testing/company.ts';

let company: TestCompany;
beforeAll(async () => { company = await startTestCompany(); });
afterAll(async () => { await company.product.close(); });

interface Line { id: string; category: string; amountCents: number; plannedCents: number; actualCents: number | null; balance: Record<string, number> | null }
interface Budget { lines: Line[]; opened: boolean; waiting: { id: string }[] }
type Running = TestCampaign & { readonly lines: Readonly<Record<'materials' | 'promotion' | 'reserve', string>> };

/** A campaign whose plan is approved: 物料 8,000, 推广 15,000, 备用金 3,000. */
async function running(): Promise<Running> {
  const campaign = await makeDraft(company);
  const add = async (category: string, amountCents: number) => {
    const id = crypto.randomUUID();
    await company.lead.must('POST', `${campaign.api}/budget/edits`, { changes: [{ type: 'insert', id, fields: { category, amountCents, ownerText: '刘洋' } }] });
    return id;
  };
  const lines = { materials: campaign.lineId, promotion: await add('线上推广费', 1_500_000), reserve: await add('应急备用金', 300_000) };
  await company.boss.must('POST', `/api/approvals/${await submitPlanOf(company, campaign)}/decision`, { decision: 'approved' });
  await company.lead.must('POST', `${campaign.api}/plan/start`);
  return { ...campaign, lines };
}

async function balance({ api }: TestCampaign, lineId: string): Promise<Record<string, number>> {
  const budget = await company.lead.must<Budget>('GET', `${api}/budget`);
  const found = budget.lines.find((line) => line.id === lineId)?.balance;
  if (!found) throw new Error('the line has no balance');
  return found;
}
const parts = (allocatedCents: number, freeCents: number, reservedCents: number, committedCents: number, spentCents: number) => ({ allocatedCents, freeCents, reservedCents, committedCents, spentCents });
const save = (campaign: TestCampaign, fields: object, id: string = crypto.randomUUID(), headers = {}) => company.planner.ask('PUT', `${campaign.api}/budget/requests/${id}`, { kind: 'spending', purpose: '印刷', payee: '华印印刷', submit: true, ...fields }, headers);

describe('the ledger', () => {
  test('opens with the approved plan, and the table takes no more amounts', async () => {
    const campaign = await running();
    const budget = await company.lead.must<Budget>('GET', `${campaign.api}/budget`);
    expect(budget.opened).toBe(true);
    expect(budget.lines.map((line) => line.balance)).toEqual([parts(800_000, 800_000, 0, 0, 0), parts(1_500_000, 1_500_000, 0, 0, 0), parts(300_000, 300_000, 0, 0, 0)]);
    const edit = await company.planner.ask('POST', `${campaign.api}/budget/edits`, { changes: [{ type: 'update', id: campaign.lineId, set: { amountCents: { from: 800_000, to: 900_000 } } }] });
    expect(edit).toMatchObject({ status: 409, body: { code: 'budget.frozen' } });
    const versions = await company.lead.must<{ versions: { number: number; kind: string; totalCents: number }[] }>('GET', `${campaign.api}/budget/versions`);
    expect(versions.versions).toMatchObject([{ number: 1, kind: 'plan', totalCents: 2_600_000 }]);
  });

  test('申请 → 执行 → 核销 → 结清, in parts, and T1 says what was spent', async () => {
    const campaign = await running();
    const { requestId, approvalId } = await askForMoney(company, campaign, campaign.lineId, 300_000);
    expect(await balance(campaign, campaign.lineId)).toEqual(parts(800_000, 500_000, 300_000, 0, 0));
    await approveAll(company, approvalId);
    expect(await balance(campaign, campaign.lineId)).toEqual(parts(800_000, 500_000, 0, 300_000, 0));
    const first = await invoiceAll(company, campaign, requestId, 200_000);
    expect(await balance(campaign, campaign.lineId)).toEqual(parts(800_000, 500_000, 0, 100_000, 200_000));
    await company.finance.must('POST', `${campaign.api}/budget/invoices/${first}/payment`, { paidOn: '2025-10-22', reference: '网银 0042' });
    await invoiceAll(company, campaign, requestId, 50_000);
    expect(await company.planner.must('POST', `${campaign.api}/budget/requests/${requestId}/close`, {})).toEqual({ releasedCents: 50_000 });
    expect(await balance(campaign, campaign.lineId)).toEqual(parts(800_000, 550_000, 0, 0, 250_000));
    const { lines } = await company.lead.must<Budget>('GET', `${campaign.api}/budget`);
    expect(lines.map((line) => line.actualCents)).toEqual([250_000, null, null]);
    const entries = await company.lead.must<{ entries: { kind: string; spentDelta: number }[]; sums: object }>('GET', `${campaign.api}/budget/entries?requestId=${requestId}`);
    expect(entries.entries.map((entry) => entry.kind)).toEqual(['release', 'spend', 'spend', 'commit', 'reserve']);
    expect(entries.sums).toEqual({ allocatedCents: 0, reservedCents: 0, committedCents: 0, spentCents: 250_000 });
  });

  test('returned and withdrawn requests give back what they held, and can be changed and sent again', async () => {
    const campaign = await running();
    const { requestId, approvalId } = await askForMoney(company, campaign, campaign.lineId, 300_000);
    await company.lead.must('POST', `/api/approvals/${approvalId}/decision`, { decision: 'returned', reason: '请附报价单' });
    expect(await balance(campaign, campaign.lineId)).toEqual(parts(800_000, 800_000, 0, 0, 0));
    const again = await save(campaign, { lineId: campaign.lineId, amountCents: 250_000 }, requestId);
    expect(again.status).toBe(200);
    const next = String(again.body?.['approvalId']);
    expect(await company.lead.must('GET', `/api/approvals/${next}`)).toMatchObject({ version: 2, content: { amountCents: 250_000 }, previous: null });
    await company.planner.must('DELETE', `/api/approvals/${next}`);
    expect(await balance(campaign, campaign.lineId)).toEqual(parts(800_000, 800_000, 0, 0, 0));
  });
});

describe('what exceeds is refused when it is asked', () => {
  test('by how much, and by what; nothing is half-written', async () => {
    const campaign = await running();
    await askForMoney(company, campaign, campaign.lineId, 600_000);
    const answer = await save(campaign, { lineId: campaign.lineId, amountCents: 300_000 });
    expect(answer).toMatchObject({ status: 409, body: { code: 'budget.exceeds', data: { freeCents: 200_000, overCents: 100_000, waitingCents: 600_000, line: '物料制作费' } } });
    expect(String(answer.body?.['title'])).toBe('“物料制作费”可用 ¥2,000，这笔超出 ¥1,000，另有 ¥6,000 正在等审批。可以改小金额，或申请调剂、动用备用金、追加预算。');
    const { requests } = await company.planner.must<{ requests: unknown[] }>('GET', `${campaign.api}/budget/requests`);
    expect(requests).toHaveLength(1);
    expect((await company.planner.must<{ requested: { campaignId: string }[] }>('GET', '/api/approvals')).requested.filter((one) => one.campaignId === campaign.id)).toHaveLength(1);
  });

  test('two who race for the last 1,000: one has it, the other is told', async () => {
    for (let round = 0; round < 5; round += 1) {
      const campaign = await running();
      await askForMoney(company, campaign, campaign.lineId, 700_000);
      const ask = (person: typeof company.planner) => person.ask('PUT', `${campaign.api}/budget/requests/${crypto.randomUUID()}`, { kind: 'spending', lineId: campaign.lineId, amountCents: 100_000, purpose: '加印', submit: true });
      const answers = await Promise.all([ask(company.planner), ask(company.executor)]);
      expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
      expect(answers.find((answer) => answer.status === 409)?.body).toMatchObject({ code: 'budget.exceeds', data: { freeCents: 0, overCents: 100_000 } });
      expect(await balance(campaign, campaign.lineId)).toEqual(parts(800_000, 0, 800_000, 0, 0));
    }
  });

  test('a repeated click is one request', async () => {
    const campaign = await running();
    const id = crypto.randomUUID();
    const fields = { lineId: campaign.lineId, amountCents: 100_000 };
    const answers = await Promise.all(Array.from({ length: 6 }, () => save(campaign, fields, id, { 'idempotency-key': `click-${id}` })));
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 6 }, () => 200));
    expect(new Set(answers.map((answer) => answer.body?.['approvalId'])).size).toBe(1);
    expect(await balance(campaign, campaign.lineId)).toEqual(parts(800_000, 700_000, 100_000, 0, 0));
    // Without the key, the id alone keeps it from being made twice.
    expect(await save(campaign, fields, id)).toMatchObject({ status: 409, body: { code: 'budget.request_moved' } });
  });

  test('the same new request sent at once from several windows, each with a key of its own, is one request', async () => {
    for (let round = 0; round < 5; round += 1) {
      const campaign = await running();
      const id = crypto.randomUUID();
      const answers = await Promise.all(Array.from({ length: 4 }, (_, window) => save(campaign, { lineId: campaign.lineId, amountCents: 100_000 }, id, { 'idempotency-key': `window-${window}-${id}` })));
      expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409, 409, 409]);
      expect(await balance(campaign, campaign.lineId)).toEqual(parts(800_000, 700_000, 100_000, 0, 0));
      expect((await company.planner.must<{ requested: { campaignId: string }[] }>('GET', '/api/approvals')).requested.filter((one) => one.campaignId === campaign.id)).toHaveLength(1);
    }
  });

  test('before the plan is approved there is nothing to ask for', async () => {
    const campaign = await makeDraft(company);
    expect((await save(campaign, { lineId: campaign.lineId, amountCents: 1 })).status).toBe(403);
  });
});

describe('transfers, the reserve, supplements and cuts', () => {
  test('a transfer leaves two matching entries and a version', async () => {
    const campaign = await running();
    const answer = await save(campaign, { kind: 'transfer', lineId: campaign.lines.promotion, toLineId: campaign.lineId, amountCents: 200_000, purpose: '海报加印', payee: '' });
    await approveAll(company, String(answer.body?.['approvalId']));
    expect([await balance(campaign, campaign.lines.promotion), await balance(campaign, campaign.lineId)]).toEqual([parts(1_300_000, 1_300_000, 0, 0, 0), parts(1_000_000, 1_000_000, 0, 0, 0)]);
    const { entries } = await company.lead.must<{ entries: { kind: string; allocatedDelta: number }[] }>('GET', `${campaign.api}/budget/entries?bucket=allocated`);
    expect(entries.filter((entry) => entry.kind === 'transfer').map((entry) => entry.allocatedDelta).toSorted((a, b) => a - b)).toEqual([-200_000, 200_000]);
    const { versions } = await company.lead.must<{ versions: { kind: string; totalCents: number; lines: { amountCents: number }[] }[] }>('GET', `${campaign.api}/budget/versions`);
    expect(versions.map((version) => [version.kind, version.totalCents, version.lines.map((line) => line.amountCents)])).toEqual([['transfer', 2_600_000, [1_000_000, 1_300_000, 300_000]], ['plan', 2_600_000, [800_000, 1_500_000, 300_000]]]);
    expect(await company.lead.must('GET', `${campaign.api}/plan`)).toMatchObject({ changed: false });
  });

  test('a category that the plan did not have is added at zero, and money comes to it by approval', async () => {
    const campaign = await running();
    const lineId = crypto.randomUUID();
    const add = (person: typeof company.planner) => person.ask('PUT', `${campaign.api}/budget/lines/${lineId}`, { category: '摄影摄像', ownerText: '刘洋' });
    expect([(await add(company.executor)).status, (await add(company.finance)).status]).toEqual([403, 403]);
    expect((await add(company.planner)).status).toBe(200);
    expect((await add(company.planner)).status).toBe(200);
    expect(await balance(campaign, lineId)).toEqual(parts(0, 0, 0, 0, 0));
    expect((await save(campaign, { lineId, amountCents: 1 })).body).toMatchObject({ code: 'budget.exceeds' });
    const moved = await save(campaign, { kind: 'transfer', lineId: campaign.lines.promotion, toLineId: lineId, amountCents: 200_000, purpose: '请摄影团队', payee: '' });
    await approveAll(company, String(moved.body?.['approvalId']));
    expect(await balance(campaign, lineId)).toEqual(parts(200_000, 200_000, 0, 0, 0));
    const { lines } = await company.lead.must<Budget>('GET', `${campaign.api}/budget`);
    expect(lines.at(-1)).toMatchObject({ category: '摄影摄像', amountCents: 200_000, plannedCents: 0, actualCents: null });
    expect(await company.lead.must('GET', `${campaign.api}/plan`)).toMatchObject({ changed: false });
  });

  test('the reserve is drawn for a named cause only, by its own request, and reported by cause', async () => {
    const campaign = await running();
    const reserve = { lineId: campaign.lines.reserve, amountCents: 80_000, payee: '' };
    expect((await save(campaign, reserve)).body).toMatchObject({ code: 'budget.reserve_only' });
    expect((await save(campaign, { ...reserve, kind: 'transfer', toLineId: campaign.lineId })).body).toMatchObject({ code: 'budget.reserve_only' });
    expect((await save(campaign, { ...reserve, kind: 'reserve', causeKind: 'incident' })).body).toMatchObject({ code: 'budget.cause_needed' });
    const drawn = await save(campaign, { ...reserve, kind: 'reserve', toLineId: campaign.lineId, causeKind: 'incident', cause: '音响故障，临时租用' });
    await approveAll(company, String(drawn.body?.['approvalId']));
    const spent = await save(campaign, { ...reserve, amountCents: 50_000, kind: 'reserve', causeKind: 'shortage', cause: '礼品不足' });
    await approveAll(company, String(spent.body?.['approvalId']));
    await invoiceAll(company, campaign, String(spent.body?.['id']), 30_000);
    expect(await balance(campaign, campaign.lines.reserve)).toEqual(parts(220_000, 170_000, 0, 20_000, 30_000));
    expect(await company.lead.must('GET', `${campaign.api}/budget/reserve`)).toMatchObject({
      reserveCents: 300_000, freeCents: 170_000, draws: [{ causeKind: 'shortage', amountCents: 50_000, toLine: null }, { causeKind: 'incident', amountCents: 80_000, toLine: '物料制作费' }],
    });
    await company.planner.must('POST', `${campaign.api}/budget/requests/${String(spent.body?.['id'])}/close`, {});
    expect(await company.lead.must('GET', `${campaign.api}/budget/reserve`)).toMatchObject({ freeCents: 190_000, draws: [{ amountCents: 30_000 }, { amountCents: 80_000 }] });
  });

  test('a supplement adds, a cut takes what is free', async () => {
    const campaign = await running();
    const supplement = await save(campaign, { kind: 'supplement', lineId: campaign.lineId, amountCents: 100_000, purpose: '新增两家门店' });
    expect(await balance(campaign, campaign.lineId)).toEqual(parts(800_000, 800_000, 0, 0, 0));
    await approveAll(company, String(supplement.body?.['approvalId']));
    const cut = await save(campaign, { kind: 'cut', lineId: campaign.lines.promotion, amountCents: 500_000, purpose: '缩短投放' });
    expect(await balance(campaign, campaign.lines.promotion)).toEqual(parts(1_500_000, 1_000_000, 500_000, 0, 0));
    await approveAll(company, String(cut.body?.['approvalId']));
    expect([await balance(campaign, campaign.lineId), await balance(campaign, campaign.lines.promotion)]).toEqual([parts(900_000, 900_000, 0, 0, 0), parts(1_000_000, 1_000_000, 0, 0, 0)]);
    expect((await save(campaign, { kind: 'cut', lineId: campaign.lines.promotion, amountCents: 1_000_001, purpose: '再减' })).body).toMatchObject({ code: 'budget.exceeds' });
  });
});

describe('invoices', () => {
  const order = async (campaign: Running, amountCents = 300_000) => {
    const asked = await askForMoney(company, campaign, campaign.lineId, amountCents);
    await approveAll(company, asked.approvalId);
    return asked.requestId;
  };
  const record = (campaign: TestCampaign, requestId: string, fields: object, id: string = crypto.randomUUID()) => company.planner.ask('PUT', `${campaign.api}/budget/requests/${requestId}/invoices/${id}`, {
    kind: 'invoice', number: `FP${id}`, issuedOn: '2025-10-22', amountCents: 100_000, confirmed: ['before_approval', 'date_outside', 'date_future'], explanation: '补登', ...fields,
  });

  test('the same number twice is refused, however it is written, in any campaign', async () => {
    const [campaign, other] = [await running(), await running()];
    const [requestId, otherId] = [await order(campaign), await order(other)];
    expect((await record(campaign, requestId, { number: '2512 0000-8899' })).status).toBe(200);
    const again = await record(other, otherId, { number: '２５１２００００８８９９' });
    expect(again).toMatchObject({ status: 409, body: { code: 'budget.invoice_taken' } });
    expect(String(again.body?.['title'])).toContain('秋季新品上市');
    const [left, right] = await Promise.all([record(campaign, requestId, { number: 'RACE-1' }), record(other, otherId, { number: 'race 1' })]);
    expect([left.status, right.status].toSorted()).toEqual([200, 409]);
  });

  test('more than the order is refused by how much, in parts as well; two at once never exceed it', async () => {
    const campaign = await running();
    const requestId = await order(campaign);
    expect(await record(campaign, requestId, { amountCents: 300_001 })).toMatchObject({ status: 409, body: { code: 'budget.invoice_over_order', data: { leftCents: 300_000, overCents: 1 } } });
    const both = await Promise.all([record(campaign, requestId, { amountCents: 200_000 }), record(campaign, requestId, { amountCents: 200_000 })]);
    expect(both.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
  });

  test('days that are odd are questioned, and taken with a sentence', async () => {
    const campaign = await running();
    const requestId = await order(campaign);
    const plain = { confirmed: [], explanation: '' };
    expect(await record(campaign, requestId, { ...plain, issuedOn: '2025-09-30' })).toMatchObject({ status: 409, body: { code: 'budget.questions', data: { questions: ['date_outside', 'before_approval'] } } });
    expect((await record(campaign, requestId, { issuedOn: '2025-09-30', confirmed: ['date_outside', 'before_approval'], explanation: '' })).status).toBe(409);
    expect((await record(campaign, requestId, { issuedOn: '2025-09-30', confirmed: ['date_outside', 'before_approval'], explanation: '预付定金' })).status).toBe(200);
  });

  test('finance gives back with a reason, accepts once, pays once; nobody accepts their own', async () => {
    const campaign = await running();
    const requestId = await order(campaign);
    const id = crypto.randomUUID();
    await record(campaign, requestId, {}, id);
    const check = (decision: string, reason = '') => company.finance.ask('POST', `${campaign.api}/budget/invoices/${id}/check`, { decision, reason });
    expect((await company.lead.ask('POST', `${campaign.api}/budget/invoices/${id}/check`, { decision: 'accepted' })).status).toBe(403);
    expect((await check('rejected')).body).toMatchObject({ code: 'budget.reason_needed' });
    const both = await Promise.all([check('accepted'), check('rejected', '抬头不对')]);
    expect(both.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    if (both[0]?.status !== 200) return;
    const pay = () => company.finance.ask('POST', `${campaign.api}/budget/invoices/${id}/payment`, { paidOn: '2025-10-22' });
    expect((await Promise.all([pay(), pay(), pay()])).map((answer) => answer.status).toSorted()).toEqual([200, 409, 409]);
  });

  test('what was ordered is settled when the campaign is cancelled; nothing new is asked for', async () => {
    const campaign = await running();
    const requestId = await order(campaign);
    await company.lead.must('POST', `${campaign.api}/moves`, { to: 'cancelled', reason: '场地取消' });
    expect((await save(campaign, { lineId: campaign.lineId, amountCents: 1 })).status).toBe(403);
    const invoiceId = await invoiceAll(company, campaign, requestId, 100_000);
    await company.finance.must('POST', `${campaign.api}/budget/invoices/${invoiceId}/payment`, { paidOn: '2025-10-22' });
    await company.planner.must('POST', `${campaign.api}/budget/requests/${requestId}/close`, {});
    expect(await balance(campaign, campaign.lineId)).toEqual(parts(800_000, 700_000, 0, 0, 100_000));
  });

  test('a correction and a refund are entries of their own', async () => {
    const campaign = await running();
    const requestId = await order(campaign);
    const [first, second] = [await invoiceAll(company, campaign, requestId, 100_000), await invoiceAll(company, campaign, requestId, 150_000)];
    await company.finance.must('POST', `${campaign.api}/budget/invoices/${first}/void`, { reason: '金额录错' });
    expect(await balance(campaign, campaign.lineId)).toEqual(parts(800_000, 500_000, 0, 150_000, 150_000));
    await company.finance.must('POST', `${campaign.api}/budget/invoices/${second}/payment`, { paidOn: '2025-10-22' });
    expect((await company.finance.ask('POST', `${campaign.api}/budget/invoices/${second}/void`, { reason: '已付款' })).status).toBe(409);
    expect((await company.finance.ask('POST', `${campaign.api}/budget/requests/${requestId}/refunds`, { amountCents: 150_001, reason: '退' })).body).toMatchObject({ code: 'budget.refund_over_spent' });
    await company.finance.must('POST', `${campaign.api}/budget/requests/${requestId}/refunds`, { amountCents: 50_000, reason: '退多付' });
    expect(await balance(campaign, campaign.lineId)).toEqual(parts(800_000, 550_000, 0, 150_000, 100_000));
    const { entries } = await company.lead.must<{ entries: { kind: string; note: string }[] }>('GET', `${campaign.api}/budget/entries?requestId=${requestId}&bucket=spent`);
    expect(entries.map((entry) => [entry.kind, entry.note])).toEqual([['refund', '退多付'], ['refund', '金额录错'], ['spend', ''], ['spend', '']]);
  });
});

test('the facts beside the button: what is free, who else waits, what the payee had before', async () => {
  const campaign = await running();
  await spend(company, campaign, campaign.lineId, 100_000);
  await askForMoney(company, campaign, campaign.lineId, 200_000, { purpose: '另一项' });
  const { approvalId } = await askForMoney(company, campaign, campaign.lineId, 300_000);
  const facts = await company.lead.must<{ payee: { orders: number } }>('GET', `/api/approvals/${approvalId}/money`);
  expect(facts).toMatchObject({ line: { balance: parts(800_000, 200_000, 500_000, 0, 100_000) }, waiting: [{ purpose: '另一项', amountCents: 200_000 }], payee: { name: '华印印刷' }, lineHistory: [{}, { spentCents: 100_000 }] });
  expect(facts.payee.orders).toBeGreaterThan(0);
});

test('a warning reaches the lead and the owner once for each threshold', async () => {
  const campaign = await running();
  for (const cents of [1_250_000, 200_000]) await approveAll(company, (await askForMoney(company, campaign, campaign.lines.promotion, cents)).approvalId);
  const warned = async (person: typeof company.lead) => (await person.must<{ notices: { title: string; code?: string }[] }>('GET', '/api/notices')).notices.filter((notice) => notice.title.startsWith('预算提醒')).map((notice) => notice.title);
  // The second was granted by the lead, who saw it beside the button.
  expect(await warned(company.lead)).toEqual(['预算提醒：线上推广费已用 80%']);
  expect(await warned(company.planner)).toEqual(['预算提醒：线上推广费已用 95%', '预算提醒：线上推广费已用 80%']);
});

describe('who may', () => {
  test('the team asks, others of the company look or find nothing; drafts are their author’s', async () => {
    const campaign = await running();
    const id = crypto.randomUUID();
    const draft = { kind: 'spending', lineId: campaign.lineId, amountCents: 100, purpose: '草稿', submit: false };
    await company.planner.must('PUT', `${campaign.api}/budget/requests/${id}`, draft);
    const ask = async (person: typeof company.lead) => (await person.ask('PUT', `${campaign.api}/budget/requests/${crypto.randomUUID()}`, draft)).status;
    expect([await ask(company.executor), await ask(company.boss), await ask(company.finance), await ask(company.outsider)]).toEqual([200, 403, 403, 404]);
    const see = async (person: typeof company.lead) => (await person.ask('GET', `${campaign.api}/budget/requests/${id}`)).status;
    expect([await see(company.planner), await see(company.lead), await see(company.outsider)]).toEqual([200, 404, 404]);
    expect((await company.executor.ask('PUT', `${campaign.api}/budget/requests/${id}`, draft)).status).toBe(403);
    const other = await running();
    expect((await company.planner.ask('PUT', `${other.api}/budget/requests/${id}`, { ...draft, lineId: other.lineId })).status).toBe(404);
    expect((await save(other, { lineId: campaign.lineId, amountCents: 1 })).body).toMatchObject({ code: 'budget.line_gone' });
  });

  test('no one approves their own request, also not by delegation, and nobody on behalf of the one who asked', async () => {
    const campaign = await running();
    const requestId = crypto.randomUUID();
    const { approvalId } = await company.lead.must<{ approvalId: string }>('PUT', `${campaign.api}/budget/requests/${requestId}`, { kind: 'spending', lineId: campaign.lineId, amountCents: 10_000, purpose: '备品', submit: true });
    expect((await company.lead.ask('POST', `/api/approvals/${approvalId}/decision`, { decision: 'approved' })).status).toBe(403);
    const { id } = await company.boss.must<{ id: string }>('POST', '/api/approval-delegations', { toId: company.lead.id, fromOn: '2020-01-01', toOn: '2020-12-31' }).catch(() => ({ id: '' }));
    expect(id).toBe('');
    const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
    const made = await company.boss.must<{ id: string }>('POST', '/api/approval-delegations', { toId: company.lead.id, fromOn: day(-1), toOn: day(1) });
    expect((await company.lead.ask('POST', `/api/approvals/${approvalId}/decision`, { decision: 'approved' })).status).toBe(403);
    const back = await company.product.admin.must<{ id: string }>('POST', '/api/approval-delegations', { fromId: company.lead.id, toId: company.executor.id, fromOn: day(-1), toOn: day(1) });
    expect((await company.executor.ask('POST', `/api/approvals/${approvalId}/decision`, { decision: 'approved' })).status).toBe(403);
    for (const { id: delegationId } of [made, back]) await company.product.admin.must('DELETE', `/api/approval-delegations/${delegationId}`);
    await company.otherBoss.must('POST', `/api/approvals/${approvalId}/decision`, { decision: 'approved' });
  });
});
