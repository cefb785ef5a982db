import { describe, expect, test } from 'vitest';
import { makeSampleTree } from './sample-tree.ts';
import { checkText } from './text-check.ts';

const home = 'src/features/budget';
const page = `${home}/web/BudgetPage.tsx`;

function rulesOf(file: string, text: string): string[] {
  return checkText(makeSampleTree({ [file]: text })).violations.map(({ rule }) => rule);
}

describe('Chinese outside the message files', () => {
  test.each([
    ['a string', "export const x = '预算';"],
    ['a template', 'export const x = (n: number) => `共 ${n} 项`;'],
    ['a name', 'export const 预算 = 1;'],
    ['a regular expression', 'export const x = /合计/;'],
    ['a separator', "export const x = ['a'].join('、');"],
    ['one language of a pair', "export const x = { zh: '预算' };"],
    ['a pair whose English is Chinese', "export const x = { zh: '预算', en: '预算' };"],
  ])('%s fails', (_what, text) => {
    expect(rulesOf(`${home}/budget.contract.ts`, text)).toEqual(['chinese']);
  });

  test.each([
    ['a comment', `${home}/budget.rules.ts`, '/** T1 活动预算表 */\nexport const x = 1; // 合计'],
    ['full-width punctuation in a pattern', `${home}/budget.rules.ts`, 'export const x = /[,，]/;'],
    ['a vocabulary', `${home}/budget.vocabulary.ts`, "export const x = ['合计'];"],
    ['a test', `${home}/budget.rules.test.ts`, "export const x = '合计';"],
    ['the summary of an operation', `${home}/budget.contract.ts`, "export const x = { summary: { zh: '预算', en: 'Budget' } };"],
  ])('%s passes', (_what, file, text) => {
    expect(rulesOf(file, text)).toEqual([]);
  });

  test('a comment marker inside a string hides nothing', () => {
    expect(rulesOf(`${home}/budget.rules.ts`, "export const x = '// 合计';")).toEqual(['chinese']);
  });
});

describe('texts written into a page', () => {
  test.each([
    ['text', 'export const P = () => <p>Total</p>;'],
    ['a text in braces', "export const P = () => <p>{'Total'}</p>;"],
    ['one arm of a condition', "export const P = (a: boolean) => <p>{a ? t.x : 'Nothing yet'}</p>;"],
    ['a template', 'export const P = (n: number) => <p>{`${n} lines`}</p>;'],
    ['a label', 'export const P = () => <p aria-label="Total" />;'],
    ['a placeholder in braces', "export const P = () => <input placeholder={'Amount'} />;"],
    ['the title of a column', "export const columns = [{ title: 'Amount', dataIndex: 'amount' }];"],
  ])('%s fails', (_what, text) => {
    expect(rulesOf(page, text)).toEqual(['caption']);
  });

  test.each([
    ['marks without letters', 'export const P = () => <p>— · {1} / 2</p>;'],
    ['a message', 'export const P = () => <p title={t.total}>{t.total}</p>;'],
    ['attributes nobody reads', 'export const P = () => <p className="wide" role="status" data-kind="total" />;'],
    ['an empty alt', 'export const P = () => <img alt="" />;'],
  ])('%s passes', (_what, text) => {
    expect(rulesOf(page, text)).toEqual([]);
  });
});

describe('message trees', () => {
  const messages = (chinese: string, english: string) => `export const m = defineMessages(${chinese}, ${english});`;
  test.each([
    ['a key in one language only', messages("{ a: '预算', b: '行' }", "{ a: 'Budget' }")],
    ['an empty text', messages("{ a: '' }", "{ a: 'Budget' }")],
    ['Chinese left in English', messages("{ a: { b: '预算' } }", "{ a: { b: 'Budget 预算' } }")],
    ['Chinese left in an English function', messages('{ a: (n: number) => `${n} 项` }', '{ a: (n) => `${n} 项` }')],
    ['an English sentence in Chinese', messages("{ a: 'Nothing here yet' }", "{ a: 'Nothing here yet' }")],
    ['Chinese left in a tree with a name', `const en = { a: '预算' } as const;\n${messages("{ a: '预算' }", 'en')}`],
    ['no pair at all', "export const m = { a: '预算' };"],
  ])('%s fails', (_what, text) => {
    expect(rulesOf(`${home}/budget.messages.ts`, text)).toEqual(['messages']);
  });

  test.each([
    ['both languages', messages("{ a: '预算', b: (n: number) => `${n} 项` }", "{ a: 'Budget', b: (n) => `${n} lines` }")],
    ['product words in Chinese', messages("{ a: 'Excel / WPS', b: 'ROI' }", "{ a: 'Excel / WPS', b: 'ROI' }")],
    ['a quotation, and a language under its own name', messages("{ a: '识别“合计”', l: { 'zh-CN': '中文' } }", "{ a: 'Finds “合计”', l: { 'zh-CN': '中文' } }")],
    ['the key of a lookup', messages("{ a: (d: D) => `共 ${d['first count']} 项` }", "{ a: (d) => `${d['first count']} lines` }")],
  ])('%s passes', (_what, text) => {
    expect(rulesOf(`${home}/budget.messages.ts`, text)).toEqual([]);
  });
});

test('a tree without files fails instead of passing', () => {
  expect(checkText(makeSampleTree({ 'src/readme.md': '' })).violations.map(({ rule }) => rule)).toEqual(['coverage']);
});
