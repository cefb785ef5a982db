import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { writeBudgetCsv, writeCsv, writeScheduleCsv } from './csv.ts';
import { t1, t2 } from './source.fixture.ts';

const read = (file: Buffer): string[][] => parse(file, { bom: true, relax_column_count: true });

test('starts with a byte order mark, so that Excel reads the Chinese', () => {
  const file = writeCsv(['名称'], [['a']]);
  expect(file.toString('utf8')).toBe('\uFEFF名称\r\na\r\n');
});

test('defuses what a spreadsheet would run, and only that', () => {
  const dangerous = ['=1+1', '+86 138', '-1+2', '@A1', '\t=1', '\n=1', '＝1+1', '－1+cmd'];
  const harmless = ['-', '-100', '+3.5', '-1,200.50', '15%', 'a=b', '', '含设计费'];
  const [, ...rows] = read(writeCsv(['x'], [...dangerous, ...harmless].map((text) => [text, '.'])));
  expect(rows.map((row) => row[0])).toEqual([...dangerous.map((text) => `'${text}`), ...harmless]);
});

test('quotes commas, quotes and line ends; numbers and empty cells stay bare', () => {
  expect(writeCsv(['a', 'b', 'c', 'd'], [['1,2', '"q"', 'x\r\ny', null], [1234.5, -2, 'z ', '']]).toString('utf8')).toBe(
    '\uFEFFa,b,c,d\r\n"1,2","""q""","x\ny",\r\n1234.5,-2,"z ",\r\n',
  );
});

test('T1 has its total, T2 names the phase in every row', () => {
  const budget = read(writeBudgetCsv({ title: '', lines: t1, locale: 'zh-CN' }));
  expect(budget[1]).toEqual(['1', '物料制作费', '海报500张、宣传册2000本', '8000', '-', '*专员', '含设计费']);
  expect(budget.at(-1)).toEqual(['合计', '', '', '46000', '-', '', '']);
  const schedule = read(writeScheduleCsv({ title: '', tasks: t2, locale: 'zh-CN' }));
  expect(schedule.slice(1).map((row) => row[0])).toEqual(['前期筹备', '前期筹备', '中期执行', '中期执行', '后期复盘']);
});
