import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PHASES, TASK_STATES } from '#features/schedule/schedule.rules.ts';
import { LOCALES, type Locale } from '#platform/shared/messages.ts';
import { adoptAll } from '../../document.adopt.rules.ts';
import { readDocument } from '#features/reading/server/direct.api.ts';
import { writeBudgetCsv, writeScheduleCsv } from './csv.ts';
import { writeTablesDocx } from './docx.ts';
import { t1, t2 } from './source.fixture.ts';
import type { BudgetRow, CampaignTables, ScheduleRow } from './tables.ts';
import { writeTablesXlsx } from './xlsx.ts';

const title = '秋季新品上市';

/** Characters that break careless readers: rare names, full-width forms, signs that start formulas, markup, quotes, line ends. */
const characters = [...'海报宣传册物料朋友圈广告兼职人员名天次𠮷𬭼㛃〇（）：￥％１２ＡＢ～—、，。;abcXYZ0123456789 .,+-=@*#/\\|<>&"\'`_[]{}🎉★√\n'];
const nasty = ['=1+1', '=HYPERLINK("x")', '+86 138', '-3', '@A1', '_x0041_', '<b>&amp;</b>', '第一行\n第二行', '１２３', '（3天）', "'引", '200元/人/天', '10月22日提交', '18:00前完成', '[x]', '| a | b |', '# 1', '- 项'];

/** What a field may hold (`text` of the contract): no edge spaces, no mark that means "nothing". */
const isField = (text: string): boolean => text === text.trim() && !/^[-—–―/\s]*$/.test(text);
const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 24 }).map((all) => all.join('').trim()) },
  { weight: 1, arbitrary: fc.constantFrom(...nasty) },
).filter(isField);
/** Names of lines and tasks that look like headings, totals, notes, numbers or days, and are none. */
const misleading = ['总计划书印刷', '汇总会', '备注：一', '小计时器租赁', '3月预热', '1. 启动', '（一）筹备', '10月1日启动', '阶段总结', '前期筹备', '序号', '预算科目', '任务内容', '负责人'];
const name = fc.oneof(anyText.map((text) => `项目${text}`), anyText.filter((text) => /\p{Script=Han}/u.test(text)), fc.constantFrom(...misleading));
const optional = fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 3, arbitrary: anyText });

const amount = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 999_999_999_999 }), fc.integer({ min: 0, max: 100_000 }).map((yuan) => yuan * 100));
const actual = fc.oneof(fc.constant(null), amount, amount.map((cents) => (cents === 0 ? 0 : -cents)));
const line: fc.Arbitrary<BudgetRow> = fc.record({ category: name, detail: optional, amountCents: amount, actualCents: actual, ownerText: optional, note: optional });

const when = fc.oneof(fc.constantFrom('10月1日-5日', '10月15日', '4月20日-5月10日', '活动结束后3个工作日内', 'D-7', '第1周', '每日21:00复盘', '9月中旬'), optional);
const task: fc.Arbitrary<ScheduleRow> = fc.record({
  phase: fc.constantFrom(...PHASES),
  whenText: when,
  title: name,
  ownerText: optional,
  state: fc.constantFrom(...TASK_STATES),
  note: optional,
});

const changed: BudgetRow[] = t1.map((row, index) => (index === 0 ? { ...row, amountCents: 850_000, actualCents: 812_050, change: { plannedCents: 800_000, moves: [{ kind: 'transfer', cents: 50_000 }] } } : row));

const budgetOf = ({ category, detail, amountCents, actualCents, ownerText, note }: BudgetRow): BudgetRow => ({ category, detail, amountCents, actualCents, ownerText, note });
const taskOf = ({ phase, whenText, title: named, ownerText, state, note }: ScheduleRow): ScheduleRow => ({ phase, whenText, title: named, ownerText, state, note });
/** `-` is how a table writes "nothing". */
const withoutDash = <Row extends { note: string }>(row: Row): Row => ({ ...row, note: row.note === '-' ? '' : row.note });

async function readBack(file: Buffer, fileName: string): Promise<{ lines: BudgetRow[]; tasks: ScheduleRow[] }> {
  const understanding = await readDocument(file, fileName, { year: 2025 });
  const { budget, schedule } = adoptAll(understanding);
  return { lines: budget.map(budgetOf), tasks: schedule.map(taskOf) };
}

test.each(['xlsx', 'docx', 'csv'] as const)('a transfer is said under T1 in %s and is no line of it', async (format) => {
  const input = { title, lines: changed, tasks: t2, locale: 'zh-CN' as const };
  const file = format === 'csv' ? writeBudgetCsv(input) : await writers[format](input);
  if (format === 'csv') expect(file.toString('utf8')).toContain('第 1 项“物料制作费”原预算 8,000 元，调剂 +500。');
  expect((await readBack(file, `budget.${format}`)).lines).toEqual(changed.map(budgetOf));
});

const writers = { xlsx: writeTablesXlsx, docx: writeTablesDocx } as const;

describe.each(['xlsx', 'docx'] as const)('T1 and T2 written as %s and read back by the import', (format) => {
  test.each(LOCALES)('the source’s tables come back as they were (%s)', async (locale: Locale) => {
    const file = await writers[format]({ title, lines: t1, tasks: t2, locale });
    expect(await readBack(file, `tables.${format}`)).toEqual({ lines: t1, tasks: t2.map(withoutDash) });
  });

  test('the total that the file states agrees with its lines', async () => {
    const lines = t1.map((entry, index) => ({ ...entry, actualCents: index === 0 ? null : 12_345 }));
    const understanding = await readDocument(await writers[format]({ title, lines, tasks: t2, locale: 'zh-CN' }), `tables.${format}`, { year: 2025 });
    expect(understanding.tables.find((table) => table.kind === 'budget')?.total).toMatchObject({ stated: 46_000, computed: 46_000, agrees: true });
  });

  test('any rows come back without a difference', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), fc.array(task, { minLength: 1, maxLength: 12 }), fc.constantFrom(...LOCALES), async (lines, tasks, locale) => {
        const tables: CampaignTables = { title, lines, tasks, locale };
        expect(await readBack(await writers[format](tables), `tables.${format}`)).toEqual({ lines, tasks });
      }),
      { numRuns: 100 },
    );
  });
});

describe('T1 and T2 written as csv and read back by the import', () => {
  test('the source’s tables come back as they were', async () => {
    expect(await readBack(writeBudgetCsv({ title, lines: t1, locale: 'zh-CN' }), 'budget.csv')).toEqual({ lines: t1, tasks: [] });
    expect(await readBack(writeScheduleCsv({ title, tasks: t2, locale: 'zh-CN' }), 'schedule.csv')).toEqual({ lines: [], tasks: t2.map(withoutDash) });
  });
});
