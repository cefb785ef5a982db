import exceljs, { type CellFormulaValue, type Worksheet } from 'exceljs';
import { describe, expect, test } from 'vitest';
import { t1, t2 } from './source.fixture.ts';
import { writeBudgetXlsx, writeScheduleXlsx, writeTablesXlsx } from './xlsx.ts';
import { readPart } from './zip.fixture.ts';

const title = '秋季新品上市';

async function open(file: Buffer): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(file as unknown as ArrayBuffer);
  return workbook;
}

async function firstSheet(file: Buffer): Promise<Worksheet> {
  return (await open(file)).worksheets[0]!;
}

function rowTexts(sheet: Worksheet, at: number): string[] {
  const values = sheet.getRow(at).values as unknown[];
  return values.slice(1).map((value) => String(value ?? ''));
}

describe('T1 as xlsx', () => {
  test('has the source’s headings, its lines and its total', async () => {
    const sheet = await firstSheet(await writeBudgetXlsx({ title, lines: t1, locale: 'zh-CN' }));
    expect(sheet.name).toBe('活动预算表');
    expect(rowTexts(sheet, 3)).toEqual(['序号', '预算科目', '明细说明', '预算金额(元)', '实际花费(元)', '负责人', '备注']);
    expect(rowTexts(sheet, 4)).toEqual(['1', '物料制作费', '海报500张、宣传册2000本', '8000', '-', '*专员', '含设计费']);
    expect(sheet.getRow(9).getCell(1).value).toBe('合计');
    expect((sheet.model as unknown as { merges: string[] }).merges).toContain('A9:C9');
  });

  test('adds up by formulas that carry their result; an actual sum that nobody knows stays "-"', async () => {
    const sheet = await firstSheet(await writeBudgetXlsx({ title, lines: t1, locale: 'zh-CN' }));
    expect(sheet.getCell('D9').value).toEqual({ formula: 'SUM(D4:D8)', result: 46_000 });
    expect(sheet.getCell('E9').value).toEqual({ formula: 'IF(COUNT(E4:E8)=0,"-",SUM(E4:E8))', result: '-' });
    const spent = t1.map((line, index) => ({ ...line, actualCents: index < 2 ? 10_050 : null }));
    const filled = await firstSheet(await writeBudgetXlsx({ title, lines: spent, locale: 'zh-CN' }));
    expect((filled.getCell('E9').value as CellFormulaValue).result).toBe(201);
    expect(filled.getCell('E4').value).toBe(100.5);
    expect(filled.getCell('E4').numFmt).toBe('#,##0.00');
    expect(filled.getCell('D4').numFmt).toBe('#,##0');
  });

  test('keeps what looks like a formula as text, in a text cell', async () => {
    const nasty = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '=cmd|\' /C calc\'!A0', '_x0041_'];
    const lines = nasty.map((text) => ({ ...t1[0]!, category: text, note: text }));
    const file = await writeBudgetXlsx({ title: '=1+1', lines, locale: 'zh-CN' });
    const sheet = await firstSheet(file);
    expect(sheet.getCell('A1').value).toBe('=1+1');
    nasty.slice(0, 6).forEach((text, index) => {
      const cell = sheet.getCell(4 + index, 2);
      expect(cell.value).toBe(text);
      expect(cell.type).toBe(exceljs.ValueType.String);
      expect(cell.numFmt).toBe('@');
    });
    const formulas = (await readPart(file, 'xl/worksheets/sheet1.xml')).match(/<f>.*?<\/f>/g);
    expect(formulas).toHaveLength(2);
    expect(await readPart(file, 'xl/sharedStrings.xml')).toContain('_x005F_x0041_');
  });

  test('prints on A4 landscape, one page wide, headings repeated', async () => {
    const { pageSetup, views } = await firstSheet(await writeBudgetXlsx({ title, subtitle: '2025年10月1日 – 10月22日', lines: t1, locale: 'zh-CN' }));
    expect(pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '4:4' });
    expect(views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
  });

  test('stays a whole file with nothing in it, or with what XML forbids', async () => {
    const empty = await firstSheet(await writeBudgetXlsx({ title, lines: [], locale: 'zh-CN' }));
    expect(empty.getCell('D4').value).toBe(0);
    const odd = await firstSheet(await writeBudgetXlsx({ title, lines: [{ ...t1[0]!, note: 'a\u0000\u000B\uD842b\r\nc<&>' }], locale: 'zh-CN' }));
    expect(odd.getCell('G4').value).toBe('a\uFFFDb\nc<&>');
  });
});

describe('T2 as xlsx', () => {
  test('has the source’s headings, merged phase cells and a state in every row', async () => {
    const sheet = await firstSheet(await writeScheduleXlsx({ title, tasks: t2, locale: 'zh-CN' }));
    expect(rowTexts(sheet, 3)).toEqual(['阶段', '时间节点', '任务内容', '负责人', '完成情况(□未完成/□已完成/□延期)', '备注']);
    expect((sheet.model as unknown as { merges: string[] }).merges).toEqual(expect.arrayContaining(['A4:A5', 'A6:A7']));
    expect([4, 6, 8].map((at) => sheet.getCell(at, 1).value)).toEqual(['前期筹备', '中期执行', '后期复盘']);
    expect([4, 5, 6, 7, 8].map((at) => sheet.getCell(at, 5).value)).toEqual(['☑已完成', '☑延期', '☑进行中', '□', '☑取消']);
    expect(sheet.getCell('E4').dataValidation).toMatchObject({ type: 'list', formulae: ['"□,☑进行中,☑已完成,☑延期,☑取消"'] });
  });

  test('merges only runs of one phase, and writes the days where no text was given', async () => {
    const mixed = [t2[0]!, t2[2]!, { ...t2[1]!, whenText: '', startOn: '2025-10-06', endOn: '2025-11-10' }];
    const sheet = await firstSheet(await writeScheduleXlsx({ title, tasks: mixed, locale: 'zh-CN' }));
    expect(rowTexts(sheet, 6).slice(0, 2)).toEqual(['前期筹备', '10月6日-11月10日']);
    expect((sheet.model as unknown as { merges: string[] }).merges.filter((range) => range.startsWith('A') && range.includes(':A'))).toEqual([]);
  });
});

test('both tables make one workbook of two sheets, in the reader’s language', async () => {
  const workbook = await open(await writeTablesXlsx({ title: 'Autumn & more', lines: t1, tasks: t2, locale: 'en' }));
  expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['Campaign budget', 'Campaign schedule']);
  expect(workbook.title).toBe('Autumn & more');
  expect(rowTexts(workbook.worksheets[1]!, 3)[0]).toBe('Phase');
  expect(workbook.worksheets[0]!.headerFooter.oddFooter).toBe('&L&9 Autumn && more&R&9 &P / &N');
});
