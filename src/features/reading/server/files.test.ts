import { Document, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { asCsv, asPipes, GOAL_PROSE, T1_HEADERS, T1_ROWS, T1_TOTAL, T2_HEADERS, T2_ROWS, WEB_TEXT } from '../reading.samples.fixture.ts';
import type { ReadTable, Understanding } from '../reading.contract.ts';
import { readDocument } from './document.reader.ts';

const options = { year: 2025 };

function table(understanding: Understanding, kind: ReadTable['kind']): ReadTable {
  const found = understanding.tables.filter((one) => one.kind === kind);
  expect(found, `one ${kind} table`).toHaveLength(1);
  return found[0] as ReadTable;
}

function column(read: ReadTable, field: string): unknown[] {
  return read.rows.map((row) => row.cells[field]?.value);
}

function expectT1(understanding: Understanding): void {
  const budget = table(understanding, 'budget');
  expect(budget.headers.map((header) => header.replace('（', '(').replace('）', ')'))).toEqual(T1_HEADERS);
  expect(column(budget, 'number')).toEqual([1, 2, 3, 4, 5]);
  expect(column(budget, 'category')).toEqual(T1_ROWS.map((row) => row[1]));
  expect(column(budget, 'amount')).toEqual([8000, 15000, 12000, 6000, 5000]);
  expect(column(budget, 'actual')).toEqual([null, null, null, null, null]);
  expect(column(budget, 'owner')).toEqual(['专员', '主管', '专员', '经理', '经理'].map((role) => ({ kind: 'role', role })));
  expect(budget.rows[3]?.cells['unitPrice']).toMatchObject({ value: 200, unit: '元/人/天' });
  expect(budget.rows[3]?.cells['quantity']?.value).toEqual([{ item: '兼职人员', quantity: 10, unit: '名', times: 3, timesUnit: '天' }]);
  expect(budget.rows.flatMap((row) => Object.values(row.cells)).filter((cell) => cell.question)).toEqual([]);
  expect(budget.total).toEqual({ stated: 46000, computed: 46000, agrees: true });
}

function expectT2(understanding: Understanding): void {
  const schedule = table(understanding, 'schedule');
  expect(column(schedule, 'phase')).toEqual(['preparation', 'preparation', 'execution', 'execution', 'retrospective']);
  expect(column(schedule, 'when')).toEqual([
    { start: '2025-10-01', end: '2025-10-05' },
    { start: '2025-10-06', end: '2025-10-10' },
    { start: '2025-10-15', end: '2025-10-15' },
    { start: '2025-10-16', end: '2025-10-18' },
    { start: '2025-10-19', end: '2025-10-21' },
  ]);
  expect(column(schedule, 'task')).toEqual(T2_ROWS.map((row) => row[2]));
  expect(column(schedule, 'state')).toEqual(['open', 'open', 'open', 'open', 'open']);
  expect(schedule.rows[3]?.cells['owner']?.value).toEqual({ kind: 'all' });
  expect(schedule.rows[1]?.cells['due']?.value).toBe('2025-10-15');
  expect(schedule.rows[2]?.cells['dueTime']?.value).toBe('18:00');
  expect(schedule.rows[3]?.cells['repeat']?.value).toEqual({ every: 'day', time: '21:00' });
  expect(schedule.rows[1]?.cells['phase']?.text).toBe('前期筹备');
}

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const fullWidth = (text: string): string => text.replace(/[(),:-]/g, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0)).replace(/\d/g, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0));

async function makeDocx(): Promise<Buffer> {
  const cell = (text: string, more: object = {}): TableCell => new TableCell({ children: [new Paragraph(text)], ...more });
  const t1 = new Table({
    rows: [
      new TableRow({ children: T1_HEADERS.map((text) => cell(text)) }),
      ...T1_ROWS.map((row) => new TableRow({ children: row.map((text) => cell(text)) })),
      new TableRow({ children: [cell('合计', { columnSpan: 3 }), cell('46,000'), cell('-'), cell(''), cell('')] }),
    ],
  });
  const t2 = new Table({
    rows: [
      new TableRow({ children: T2_HEADERS.map((text) => cell(text)) }),
      ...T2_ROWS.map(([phase = '', ...rest]) => {
        const verticalMerge = phase === '' ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART;
        return new TableRow({ children: [cell(phase, { verticalMerge }), ...rest.map((text) => cell(text))] });
      }),
    ],
  });
  const prose = GOAL_PROSE.split('\n').map((text) => new Paragraph(text));
  const document = new Document({ sections: [{ children: [new Paragraph('一、活动目标'), ...prose, new Paragraph('(一)活动预算表'), t1, new Paragraph('(二)活动执行进度表'), t2] }] });
  return Packer.toBuffer(document);
}

async function makeXlsx(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const one = book.addWorksheet('活动预算表');
  one.addRow([]);
  one.addRow([null, '2025年活动预算表']);
  one.mergeCells('B2:H2');
  one.addRow([null, ...T1_HEADERS]);
  for (const [number = '', category = '', detail = '', amount = '', ...rest] of T1_ROWS) one.addRow([null, Number(number), category, detail, Number(amount.replace(',', '')), ...rest]);
  one.addRow([null, '合计', null, null, { formula: 'SUM(E4:E8)', result: 46000 }, '-']);
  one.mergeCells('B9:D9');
  one.addRow([null, '备注：以上金额均含税']);
  const two = book.addWorksheet('进度');
  two.addRow(T2_HEADERS);
  for (const row of T2_ROWS) two.addRow(row);
  two.mergeCells('A2:A3');
  two.mergeCells('A4:A5');
  const hidden = book.addWorksheet('下拉选项', { state: 'hidden' });
  hidden.addRow(['未完成', '已完成']);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('T1 and T2 in every form (formats.md)', () => {
  it.each([
    ['a web page, one cell a line', async () => utf8(WEB_TEXT), 'plan.txt'],
    ['the same in GB18030', async () => iconv.encode(WEB_TEXT, 'gb18030'), 'plan.txt'],
    ['the same in UTF-16 with a mark', async () => iconv.encode(WEB_TEXT, 'utf-16le', { addBOM: true }), 'plan.txt'],
    ['the same in UTF-16 without a mark', async () => iconv.encode(WEB_TEXT, 'utf-16be'), 'plan.txt'],
    ['the same with full-width digits and punctuation', async () => utf8(fullWidth(WEB_TEXT)), 'plan.txt'],
    ['the same with a blank line after every line', async () => utf8(WEB_TEXT.replaceAll('\n', '\r\n\r\n')), 'plan.txt'],
    ['Word with merged cells', makeDocx, 'plan.docx'],
    ['Excel with merged cells, a title row and an empty margin', makeXlsx, 'plan.xlsx'],
    ['Markdown', async () => utf8(`# 方案\n\n${GOAL_PROSE}\n\n## 活动预算表\n\n${asPipes(T1_HEADERS, T1_ROWS, T1_TOTAL)}\n\n## 进度表\n\n${asPipes(T2_HEADERS, T2_ROWS)}\n`), 'plan.md'],
  ])('%s', async (_form, make, name) => {
    const understanding = await readDocument(await make(), name, options);
    const plain = name !== 'plan.txt' || !understanding.tables[0]?.rows[0]?.cells['number']?.text.includes('１');
    if (plain) expectT1(understanding);
    else expect(understanding.tables[0]?.total).toEqual({ stated: 46000, computed: 46000, agrees: true });
    if (plain) expectT2(understanding);
    else expect(understanding.tables[1]?.rows.map((row) => row.cells['phase']?.value)).toEqual(['preparation', 'preparation', 'execution', 'execution', 'retrospective']);
    if (!name.endsWith('.xlsx')) expect(understanding.goals.map((goal) => [goal.metric, goal.kind, goal.value])).toEqual([
      ['新品销量', 'growth', 50], ['品牌搜索量', 'growth', 30], ['新增会员', 'count', 10000], ['新品订单量', 'count', 2000], ['用户复购率', 'rate', 15],
    ]);
  });

  it.each([
    ['comma', ',', 'utf-8'], ['comma in GB18030', ',', 'gb18030'], ['semicolon', ';', 'utf-8'], ['tab', '\t', 'utf-8'], ['tab in UTF-16', '\t', 'utf-16'],
  ])('CSV with %s', async (_name, delimiter, encoding) => {
    expectT1(await readDocument(iconv.encode(asCsv(T1_HEADERS, T1_ROWS, T1_TOTAL, delimiter), encoding), 'a.csv', options));
    expectT2(await readDocument(iconv.encode(asCsv(T2_HEADERS, T2_ROWS, undefined, delimiter), encoding), 'b.csv', options));
  });

  it('leaves notices, notes, a hidden sheet and an unfinished table aside, each with its reason', async () => {
    const web = await readDocument(utf8(WEB_TEXT), 'plan.txt', options);
    const reasons = (reason: string): string[] => web.aside.filter((aside) => aside.reason === reason).map((aside) => aside.text);
    expect(reasons('notice')).toHaveLength(5);
    expect(reasons('notice')).toContain('文档评论(0)');
    expect(reasons('empty-table')).toEqual(['(三)用户反馈']);
    const book = await readDocument(await makeXlsx(), 'plan.xlsx', options);
    expect(book.aside.map((aside) => aside.reason)).toEqual(['hidden-sheet', 'note']);
  });
});

describe('spreadsheet values', () => {
  it('reads dates, percentages, formulas and errors as their cells show them', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Sheet1');
    sheet.addRow(['序号', '任务名称', '负责人', '开始时间', '结束时间', '工期(天)', '完成情况']);
    sheet.addRow([1, '物料设计', '张三', new Date(Date.UTC(2025, 9, 1)), new Date(Date.UTC(2025, 9, 5)), { formula: 'E2-D2+1', result: 5 }, 1]);
    sheet.addRow([2, '场地布置', '李四', 45931, '10月3日', { formula: 'E3-D3+1' }, 0.5]);
    sheet.getCell('D2').numFmt = 'm"月"d"日"';
    sheet.getCell('E2').numFmt = 'yyyy/m/d';
    sheet.getCell('G2').numFmt = '0%';
    sheet.getCell('G3').numFmt = '0%';
    const read = await readDocument(Buffer.from(await book.xlsx.writeBuffer()), 'a.xlsx', options);
    const [one, two] = table(read, 'schedule').rows;
    expect(one?.cells['start']?.value).toBe('2025-10-01');
    expect(one?.cells['end']?.value).toBe('2025-10-05');
    expect(one?.cells['duration']).toMatchObject({ value: 5, unit: 'day' });
    expect(one?.cells['state']?.value).toBe('done');
    expect(two?.cells['state']?.value).toBe('doing');
    expect(two?.cells['start']).toMatchObject({ value: '2025-10-01', question: { code: 'serial-date' } });
    expect(two?.cells['duration']).toMatchObject({ text: '=E3-D3+1', value: null, question: { code: 'unreadable' } });
  });

  it('reads a heading of two rows with merged cells', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('预算');
    sheet.addRow(['项目', '费用', null, null, '备注']);
    sheet.addRow([null, '单价', '数量', '小计', null]);
    sheet.mergeCells('B1:D1');
    sheet.mergeCells('A1:A2');
    sheet.mergeCells('E1:E2');
    sheet.addRow(['易拉宝', 80, '10个', 800, '-']);
    sheet.addRow(['合计', null, null, 900]);
    const budget = table(await readDocument(Buffer.from(await book.xlsx.writeBuffer()), 'a.xlsx', options), 'budget');
    expect(budget.headers).toEqual(['项目', '费用/单价', '费用/数量', '费用/小计', '备注']);
    expect(budget.rows[0]?.cells).toMatchObject({ unitPrice: { value: 80 }, quantity: { value: 10, unit: '个' }, amount: { value: 800 } });
    expect(budget.total).toMatchObject({ stated: 900, computed: 800, agrees: false, question: { code: 'total-mismatch' } });
  });
});
