import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Budget, Entry } from '#features/budget/budget.contract.ts';
import type { RequestDetail, RequestRow } from '#features/budget/budget.request.contract.ts';
import type { CampaignRow } from '#features/campaign/campaign.contract.ts';
import type { BudgetSums, CampaignBudget } from '#features/portfolio/portfolio.budgets.contract.ts';
import { readPart } from '#features/document/server/write/zip.fixture.ts';
import { FINISHED } from './demo.fixture.ts';
import { startTestProduct, type TestProduct } from './testing/product.ts';

let product: TestProduct;
let id = '';
let api = '';
/** Milliseconds of this process: what else runs on the machine does not count. */
let took = 0;

beforeAll(async () => {
  product = await startTestProduct();
  const before = process.cpuUsage();
  await product.admin.must('POST', '/api/demo');
  const { user, system } = process.cpuUsage(before);
  took = (user + system) / 1_000;
  const { campaigns } = await product.admin.must<{ campaigns: CampaignRow[] }>('GET', '/api/campaigns');
  id = campaigns.find((row) => row.name === FINISHED.campaign.name)?.id ?? '';
  api = `/api/campaigns/${id}`;
}, 60_000);
afterAll(() => product.close());

const read = <T>(path: string): Promise<T> => product.admin.must<T>('GET', `${api}${path}`);
const download = async (path: string): Promise<Buffer> => {
  const { status, raw } = await product.admin.ask('GET', `${api}${path}`);
  expect(status).toBe(200);
  return raw;
};
const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number => rows.reduce((whole, row) => whole + of(row), 0);

/** T1 of the finished campaign in yuan: 预算科目, 预算金额, 实际花费. */
const T1 = [['物料制作费', 8_500, 8_480], ['线上推广费', 15_000, 14_820], ['场地租赁费', 12_000, 12_000], ['人员成本', 5_500, 5_400], ['应急备用金', 5_000, 1_260]];
const TOTAL = [46_000, 41_960];
const NOTES = ['第 1 项“物料制作费”原预算 8,000 元，调剂 +500。', '第 4 项“人员成本”原预算 6,000 元，调剂 -500。'];

test('the demo costs less than three seconds of the server, and has a draft and a finished campaign', async () => {
  expect(took).toBeLessThan(3_000);
  const { campaigns } = await product.admin.must<{ campaigns: CampaignRow[] }>('GET', '/api/campaigns');
  expect(campaigns.map((row) => [row.stage, row.budgetCents, row.actualCents]).toSorted()).toEqual([['draft', 4_600_000, 0], ['reviewing', 4_600_000, 4_196_000]]);
});

describe('T1 says what the ledger says (P2.3, T1)', () => {
  test('line by line, and in total', async () => {
    const { lines, totals } = await read<Budget>('/budget');
    expect(lines.map((line) => [line.category, line.amountCents / 100, (line.actualCents ?? 0) / 100])).toEqual(T1);
    expect([totals.amountCents / 100, (totals.actualCents ?? 0) / 100, totals.plannedCents / 100, totals.reserveCents / 100]).toEqual([...TOTAL, 46_000, 5_000]);
    for (const line of lines) {
      const { entries, sums } = await read<{ entries: Entry[]; sums: Record<string, number> }>(`/budget/entries?lineId=${line.id}`);
      expect(sums).toEqual({ allocatedCents: line.amountCents, spentCents: line.actualCents, committedCents: 0, reservedCents: 0 });
      expect(sum(entries, (entry) => entry.spentDelta)).toBe(line.actualCents);
      expect(line.balance?.freeCents).toBe(line.amountCents - (line.actualCents ?? 0));
    }
  });

  test('every cent that was spent has an accepted and paid invoice with its paper', async () => {
    const { requests } = await read<{ requests: RequestRow[] }>('/budget/requests');
    expect(requests.map((request) => request.kind).toSorted()).toEqual(['reserve', 'spending', 'spending', 'spending', 'spending', 'spending', 'transfer']);
    expect(requests.every((request) => request.state === 'closed')).toBe(true);
    const details = await Promise.all(requests.map((request) => read<RequestDetail>(`/budget/requests/${request.id}`)));
    const invoices = details.flatMap((detail) => detail.invoices);
    expect(sum(invoices, (invoice) => invoice.amountCents)).toBe(4_196_000);
    for (const invoice of invoices) {
      expect(invoice).toMatchObject({ state: 'accepted', checkedBy: '孙丽', payment: { paidBy: '孙丽' } });
      expect((await download(`/budget/files/${invoice.file?.id}`)).subarray(0, 5).toString()).toBe('%PDF-');
    }
    const { draws } = await read<{ draws: { causeKind: string; amountCents: number }[] }>('/budget/reserve');
    // Asked for 1,300; 40 came back when it was closed.
    expect(draws).toMatchObject([{ causeKind: 'incident', amountCents: 126_000 }]);
  });

  test('each step was taken by the person whose step it is, never by who asked', async () => {
    const { events } = await read<{ events: { kind: string; actorName: string; subjectId: string }[] }>('/history?limit=200');
    const by = (kind: string) => new Set(events.filter((event) => event.kind === kind).map((event) => event.actorName));
    expect(by('budget.invoice_accepted')).toEqual(new Set(['孙丽']));
    expect(by('budget.request_submitted')).toEqual(new Set(['刘洋', '王芳', '赵敏']));
    expect(by('approval.step_approved')).toEqual(new Set(['陈婧', '孙丽', '周正']));
    expect(by('approval.decided')).not.toContain('管理员');
  });

  test('the report is approved, and the campaign can be archived', async () => {
    expect(await read('/evaluation')).toMatchObject({ reportState: 'approved', goalsReached: 2, budget: { amountCents: 4_600_000, actualCents: 4_196_000, open: { waiting: 0, orders: 0 } }, dueOn: '2024-10-23', missing: [] });
    expect(await read('/archive')).toMatchObject({ ready: true });
  });
});

/** The paragraphs of a Word file, those of table cells among them, in their order. */
async function paragraphsOf(file: Buffer): Promise<string[]> {
  const xml = await readPart(file, 'word/document.xml');
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, paragraph = '']) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((run) => run[1] ?? '').join(''));
}

/** A formula by its result; the library leaves a result of 0 out. */
const resultOf = (value: unknown): unknown => (value !== null && typeof value === 'object' && 'formula' in value ? ((value as { result?: unknown }).result ?? 0) : value);

/** The rows of a sheet as plain values. */
async function sheetRows(file: Buffer, name: string): Promise<unknown[][]> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(file as never);
  const rows: unknown[][] = [];
  workbook.getWorksheet(name)?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map((value) => resultOf(value))));
  return rows;
}

describe('every document says the same', () => {
  test('xlsx', async () => {
    const rows = await sheetRows(await download('/export/budget.xlsx'), '活动预算表');
    const at = rows.findIndex((row) => row[0] === '序号');
    expect(rows.slice(at + 1, at + 6).map((row) => [row[1], row[3], row[4]])).toEqual(T1);
    expect(rows[at + 6]?.slice(3, 5)).toEqual(TOTAL);
    expect(rows.slice(at + 7).map((row) => row[0])).toEqual(NOTES);
  });

  test('docx', async () => {
    const cells = await paragraphsOf(await download('/export/budget.docx'));
    for (const [category, planned, actual] of T1) {
      const at = cells.indexOf(String(category));
      expect(cells.slice(at + 2, at + 4)).toEqual([Number(planned).toLocaleString('en-US'), Number(actual).toLocaleString('en-US')]);
    }
    expect(cells.slice(cells.indexOf('合计') + 1, cells.indexOf('合计') + 3)).toEqual(['46,000', '41,960']);
    for (const note of NOTES) expect(cells).toContain(note);
  });

  test('csv', async () => {
    const rows = parse((await download('/export/budget.csv')), { bom: true, relax_column_count: true, skip_empty_lines: true }) as string[][];
    expect(rows.slice(1, 6).map((row) => [row[1], Number(row[3]), Number(row[4])])).toEqual(T1);
    expect(rows[6]?.slice(3, 5).map(Number)).toEqual(TOTAL);
    expect(rows.slice(7).map((row) => row[0])).toEqual(NOTES);
  });

  test('the ledger for finance: its effects add up to T1', async () => {
    const file = await download('/export/ledger.xlsx');
    const rows = await sheetRows(file, '预算台账');
    const at = rows.findIndex((row) => row[0] === '序号');
    const entries = rows.slice(at + 1).filter((row) => typeof row[0] === 'number');
    const column = (index: number) => sum(entries, (row) => Number(row[index])) * 100;
    expect([column(6), column(7), column(8), column(9), column(10)].map(Math.round)).toEqual([4_600_000, 0, 0, 4_196_000, 404_000]);
    const total = rows.find((row) => row[0] === '合计') ?? [];
    expect(total.slice(6, 11)).toEqual([46_000, 0, 0, 41_960, 4_040]);
    expect(entries.filter((row) => row[4] === '核销').map((row) => [row[11], row[13], row[14]])).toContainEqual(['腾广互动传媒有限公司', '24332000000120655931', '孙丽']);
    const balances = await sheetRows(file, '科目余额');
    expect(balances.at(-1)?.slice(3, 9)).toEqual([46_000, 46_000, 41_960, 0, 0, 4_040]);
    const draft = (await product.admin.must<{ campaigns: CampaignRow[] }>('GET', '/api/campaigns?stage=draft')).campaigns[0];
    expect(await product.admin.ask('GET', `/api/campaigns/${draft?.id}/export/ledger.xlsx`)).toMatchObject({ status: 409, body: { code: 'document.no_ledger' } });
  });

  test('the overview as PDF and the report in both forms', async () => {
    expect((await download('/overview.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    const report = await paragraphsOf(await download('/evaluation/report.docx'));
    expect(report).toContain('预算 ¥46,000，实际花费 ¥41,960，执行率 91.2%。结余 ¥4,040。');
    for (const note of NOTES) expect(report).toContain(note);
  });
});

test('the budgets of all campaigns: the finished one among the running, the draft apart; members are refused', async () => {
  const { total, departments } = await product.admin.must<BudgetSums>('GET', '/api/budgets');
  expect(total).toMatchObject({ campaigns: 1, allocatedCents: 4_600_000, spentCents: 4_196_000, committedCents: 0, reservedCents: 0, freeCents: 404_000, fullLines: 4, nearCampaigns: 1, fullCampaigns: 0, plannedCampaigns: 1, plannedCents: 4_600_000 });
  expect(departments).toMatchObject([{ departmentName: '华东市场部', campaigns: 1, plannedCampaigns: 1 }]);
  const { campaigns } = await product.admin.must<{ campaigns: CampaignBudget[] }>('GET', '/api/budgets/campaigns?sort=share&order=down');
  expect(campaigns).toMatchObject([{ id, baselineCents: 4_600_000, lines: 5, leadName: '陈婧' }]);
  expect((await product.admin.must<{ campaigns: CampaignRow[] }>('GET', '/api/budgets/planned')).campaigns).toMatchObject([{ stage: 'draft', plannedCents: 4_600_000 }]);
  const file = (await product.admin.ask('GET', '/api/budgets.xlsx')).raw;
  expect((await sheetRows(file, '按活动')).find((row) => row[1] === FINISHED.campaign.name)?.slice(7, 14)).toEqual([46_000, 46_000, 41_960, 0, 0, 4_040, 4_196 / 4_600]);
  expect((await sheetRows(file, '未核准')).at(-1)?.[8]).toBe(46_000);
  const member = await product.join({ name: '外人', email: 'other@example.com' });
  for (const path of ['/api/budgets', '/api/budgets/campaigns', '/api/budgets/planned', '/api/budgets.xlsx']) expect((await member.ask('GET', path)).status).toBe(403);
});
