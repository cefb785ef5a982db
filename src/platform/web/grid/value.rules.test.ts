import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_CENTS } from '#platform/shared/money.ts';
import { gridMessages } from './grid.messages.ts';
import type { CellValue, GridColumn } from './grid.types.ts';
import { cellText, readCell } from './value.rules.ts';

const words = gridMessages['zh-CN'];
const row = { id: 'r' };
const column = (over: Partial<GridColumn<never>>): GridColumn<never> => ({ field: 'f', title: 'F', kind: 'text', ...over });
const read = (over: Partial<GridColumn<never>>, text: string) => readCell(column(over), text, row, words);

describe('money', () => {
  it.each<[string, CellValue]>([
    ['8,000', 800_000], ['¥1,500', 150_000], ['８，０００', 800_000], ['12.5元', 1250], ['1.5万', 1_500_000], ['10W', 10_000_000], ['-', null], ['', null], ['—', null], ['0', 0], ['-20', -2000],
  ])('%s', (text, value) => {
    expect(read({ kind: 'money' }, text)).toEqual({ value });
  });
  it.each(['八千', '1,500-3,200', '按实报销', '1.234', '1e5', '1.2.3万'])('%s is no amount', (text) => {
    expect(read({ kind: 'money' }, text)).toEqual({ error: words.notMoney });
  });
  it('keeps within its bounds', () => {
    expect(read({ kind: 'money', min: 0 }, '-1')).toEqual({ error: words.tooSmall('0') });
    expect(read({ kind: 'money' }, '99999999999')).toEqual({ error: words.tooBig('9,999,999,999.99') });
    expect(read({ kind: 'money', required: true }, ' ')).toEqual({ error: words.required });
  });
  it('is read back from what is shown', () => {
    fc.assert(fc.property(fc.integer({ min: -MAX_CENTS, max: MAX_CENTS }), (cents) => {
      const money = column({ kind: 'money' });
      expect(readCell(money, cellText(money, cents, row), row, words)).toEqual({ value: cents === 0 ? 0 : cents });
    }));
  });
});

describe('days', () => {
  it.each<[string, string]>([
    ['2025-10-01', '2025-10-01'], ['2025/10/1', '2025-10-01'], ['2025.10.1', '2025-10-01'], ['2024年10月15日', '2024-10-15'], ['10月1日', '2025-10-01'], ['10-1', '2025-10-01'], ['10/15', '2025-10-15'],
  ])('%s', (text, value) => {
    expect(read({ kind: 'day', year: 2025 }, text)).toEqual({ value });
  });
  it.each(['2025-02-30', '13月1日', '明天'])('%s is no day', (text) => {
    expect(read({ kind: 'day', year: 2025 }, text)).toEqual({ error: words.notDay });
  });
  it('needs a year from somewhere', () => {
    expect(read({ kind: 'day' }, '10月1日')).toEqual({ error: words.notDay });
  });
});

describe('choices', () => {
  const state: Partial<GridColumn<never>> = { kind: 'choice', choices: [{ value: 'open', label: '未完成' }, { value: 'done', label: '已完成' }] };
  it('are known by label or value, and shown by label', () => {
    expect(read(state, '已完成')).toEqual({ value: 'done' });
    expect(read(state, 'open')).toEqual({ value: 'open' });
    expect(read(state, '完了')).toEqual({ error: words.notChoice(['未完成', '已完成']) });
    expect(cellText(column(state), 'done', row)).toBe('已完成');
  });
});

describe('numbers and texts', () => {
  it('read grouping and 万', () => {
    expect(read({ kind: 'number' }, '1,284')).toEqual({ value: 1284 });
    expect(read({ kind: 'number' }, '1.2万')).toEqual({ value: 12_000 });
    expect(read({ kind: 'number' }, '很多')).toEqual({ error: words.notNumber });
  });
  it('a text of its own rules wins', () => {
    expect(read({ parse: (text) => ({ value: text.length }) }, 'abc')).toEqual({ value: 3 });
    expect(read({}, '  海报\r\n500 ')).toEqual({ value: '海报\n500' });
  });
});
