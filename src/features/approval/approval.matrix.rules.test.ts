import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SourceCell, SourceDocument } from '#features/reading/reading.source.rules.ts';
import { readSourceInWorker } from '#features/reading/server/reading.api.ts';
import { bandFits } from './approval.route.rules.ts';
import { needsLook, proposalFor, routesOf } from './approval.matrix.adopt.rules.ts';
import { readCell, readChain } from './approval.matrix.cell.rules.ts';
import { chained, doubtful, numbered, signed, workbookOf, worded } from './approval.matrix.fixture.ts';
import { categoryOf, kindOf, matrixOf } from './approval.matrix.rules.ts';
import type { MatrixRow, MatrixStep } from './approval.matrix.value.ts';

const yuan = (cents: number | null): string => (cents === null ? '' : String(cents / 100));
const stepText = (step: MatrixStep): string => `${step.name} ${step.role}${step.fromCents === null && step.toCents === null ? '' : ` [${yuan(step.fromCents)}..${yuan(step.toCents)}]`}`;
/** One line a row: item | kind | category | band in yuan | steps | doubts. */
const line = (row: MatrixRow): string => [row.item, row.kind ?? '?', row.category, `${yuan(row.fromCents)}..${yuan(row.toCents)}`, row.steps.map(stepText).join(' → '), row.doubts.join(' ')].join(' | ');
const read = async (sheet: typeof numbered) => matrixOf(await readSourceInWorker(await workbookOf(sheet), 'matrix.xlsx'));
const linesOf = async (sheet: typeof numbered) => (await read(sheet))?.tables.flatMap((table) => table.rows.map(line));

describe('an authority matrix', () => {
  test('with circled numbers in the columns of the roles; 经办人① asks', async () => {
    const reading = await read(numbered);
    expect(reading?.tables.map((table) => table.title)).toEqual(['授权审批矩阵']);
    expect(reading?.tables[0]?.rows.map(line)).toEqual([
      '活动方案 | plan |  | .. | 审核 部门负责人 → 审批 市场总监 → 核准 总经理 | ',
      '线上推广费 | spending | 线上推广费 | ..4999.99 | 审核 部门负责人 → 审批 活动负责人 | ',
      '线上推广费 | spending | 线上推广费 | 5000..10000 | 审核 部门负责人 → 审批 活动负责人 → 核准 财务经理 | ',
      '线上推广费 | spending | 线上推广费 | 10000.01.. | 审核 部门负责人 → 审批 活动负责人 → 审批 财务经理 → 审批 市场总监 → 核准 总经理 | ',
      '备用金动用 | reserve |  | .. | 审核 活动负责人 → 审批 财务经理 → 核准 总经理 | ',
      '办公用品领用 | ? |  | .. | 审批 部门负责人 | kind',
    ]);
    expect(reading?.roles.map((role) => role.name)).toEqual(['部门负责人', '市场总监', '总经理', '活动负责人', '财务经理']);
    expect(reading?.aside).toEqual(['星河食品有限公司市场费用授权审批矩阵', '注：1. 经办人不得审批本人的申请；2. 遇出差请提前委托。']);
    expect(reading?.tables[0]?.rows[1]?.cells).toEqual([
      { heading: '序号', text: '2', reading: 'number', doubt: null }, { heading: '审批事项', text: '线上推广费', reading: 'item', doubt: null }, { heading: '金额(元)', text: '<5,000', reading: 'band', doubt: null },
      { heading: '经办人', text: '①', reading: 'requester', doubt: null }, { heading: '部门负责人', text: '②', reading: 'step', doubt: null }, { heading: '活动负责人', text: '③', reading: 'step', doubt: null },
    ]);
  });

  test('with bands as columns and the roles named in the cells', async () => {
    expect(await linesOf(chained)).toEqual([
      '市场费用 / 费用报销 | spending |  | ..5000 | 审批 部门经理 | ',
      '市场费用 / 费用报销 | spending |  | 5000..20000 | 审核 部门经理 → 审批 财务经理 | ',
      '市场费用 / 费用报销 | spending |  | 20000.. | 审核 部门经理 → 审核 财务总监 → 核准 总经理 | ',
      '市场费用 / 场地租赁费 | spending | 场地租赁费 | ..5000 | 审批 项目负责人 | ',
      '市场费用 / 场地租赁费 | spending | 场地租赁费 | 5000..20000 | 审核 项目负责人 → 审批 财务经理 | ',
      '市场费用 / 场地租赁费 | spending | 场地租赁费 | 20000.. | 审核 项目负责人 → 审批 财务经理 → 核准 分管副总 | ',
      '活动管理 / 活动评估报告 | evaluation |  | ..5000 | 审批 市场总监 | ',
      '活动管理 / 活动评估报告 | evaluation |  | 5000..20000 | 审批 市场总监 | ',
      '活动管理 / 活动评估报告 | evaluation |  | 20000.. | 审核 市场总监 → 审批 总经理 | ',
      '预算 / 预算调整 | transfer |  | ..5000 | 审批 财务经理 | ',
      '预算 / 预算调整 | transfer |  | 5000..20000 | 审核 财务经理 → 审批 总经理 | ',
      '预算 / 预算调整 | transfer |  | 20000.. |  | cell none',
    ]);
  });

  test('with headings of two rows, words and ticks, and the bands as rows of their own', async () => {
    expect(await linesOf(worded)).toEqual([
      '物料制作费 | spending | 物料制作费 | ..5000 | 审批 部门经理 | ',
      '合同付款 | spending |  | ..5000 | 审核 部门经理 → 复核 财务部会计 → 审批 财务经理 | ',
      '物料制作费 | spending | 物料制作费 | 5000.. | 审核 部门经理 → 审核 财务经理 → 审批 分管副总 | ',
      '合同付款 | spending |  | 5000.. | 审核 部门经理 → 审批 财务经理 → 核准 总经理 | ',
    ]);
  });

  test('with signs that a note explains, amounts in 万元, and a role that is asked above an amount', async () => {
    expect(await linesOf(signed)).toEqual([
      '促销费 | spending | 促销费 | ..100000 | 审核 部门经理 → 审批 财务总监 → 审批 总经理 [50000.01..] | ',
      '促销费 | spending | 促销费 | 100000.. | 审核 部门经理 → 审核 财务总监 → 审批 董事长 | ',
      '年度预算 | budget |  | .. | 审核 部门经理 → 审核 财务总监 → 审批 董事长 | ',
      '宣传物料设计稿 | material |  | .. | 审批 部门经理 | ',
      '招聘费用 | ? |  | .. | 审核 部门经理 → 审批 董事长 | kind',
    ]);
  });

  test('asks about what it cannot know, and hides nothing', async () => {
    const reading = await read(doubtful);
    expect(reading?.tables[0]?.rows.map(line)).toEqual([
      '费用报销 | spending |  | .. | 审核 部门经理 → 审批 财务 → 核准 总经理 | band',
      '采购付款 | spending |  | .. |  | limit none',
      '线下推广费 | spending | 线下推广费 | 10000.. | 审核 部门经理 → 审批 财务 → 核准 总经理 | parallel',
      'KOL投放 | spending | KOL投放 | .. | 审批 部门经理 | band cell',
      '礼品采购 | spending | 礼品采购 | .. | 审核 部门经理 → 审核 财务 [20000.01..] → 核准 总经理 [50000.01..] | condition',
    ]);
    expect(reading?.tables[0]?.rows.map(needsLook)).toEqual([true, true, false, true, true]);
    expect(reading?.aside).toEqual(['场地费']);
  });

  test('is not found where there is none', async () => {
    const plain = { name: 'x', rows: [['科目', '金额', '负责人'], ['物料', 8000, '张三'], ['场地', 12_000, '李四']], merges: [] };
    expect(await read(plain)).toBeUndefined();
  });
});

describe('a cell', () => {
  test.each<[string, unknown]>([
    ['①', { order: 1, name: '' }], ['2', { order: 2, name: '' }], ['(3)', { order: 3, name: '' }], ['√', { order: null, name: '' }], ['②审核', { order: 2, name: '审核' }], ['审批③', { order: 3, name: '审批' }],
    ['审核(2)', { order: 2, name: '审核' }], ['√ 会签', { order: null, name: '会签' }], ['审核/审批', { order: null, name: '审核/审批' }], ['1.审核', { order: 1, name: '审核' }],
  ])('%s is a step', (text, step) => {
    expect(readCell(text)).toMatchObject({ reading: 'step', ...(step as object) });
  });
  test.each([['', 'empty'], ['-', 'empty'], ['无', 'empty'], ['备案', 'informed'], ['知会', 'informed'], ['申请', 'requester'], ['经办', 'requester'], ['看着办', 'unread'], ['5000元以下', 'unread'], ['99', 'unread'], ['审核(财务)', 'unread'], ['△', 'unread']])('%j is %s', (text, reading) => {
    expect(readCell(text).reading).toBe(reading);
  });
  test.each([
    ['部门经理→财务→总经理', ['部门经理', '财务', '总经理']], ['1.活动负责人 2.财务', undefined], ['①活动负责人\n②财务经理(审批)', ['活动负责人', '财务经理/审批']], ['经办人→部门经理审核→总经理核准', ['部门经理/审核', '总经理/核准']],
    ['由部门经理审核后报总经理审批', ['部门经理/审核', '总经理/审批']], ['审核：部门经理；审批：总经理', ['部门经理/审核', '总经理/审批']], ['部门经理、财务备案', ['部门经理']], ['详见2025年第3号文', undefined],
  ])('%j names %j', (text, roles) => {
    expect(readChain(text)?.map(({ role, name }) => (name ? `${role}/${name}` : role))).toEqual(roles);
  });
});

test.each([['活动方案', 'plan'], ['预算审批', 'budget'], ['预算调整', 'transfer'], ['应急备用金动用', 'reserve'], ['线上推广费', 'spending'], ['物料制作费', 'spending'], ['合同签订', 'spending'], ['预算内费用', 'spending'], ['物料打样', 'material'], ['活动调整', 'adjustment'], ['效果评估报告', 'evaluation'], ['员工招聘', null], ['随便什么', null]])('%s is of kind %s', (item, kind) => {
  expect(kindOf(item, '')).toBe(kind);
});
test.each([['线上推广费报销', '线上推广费'], ['市场费用', ''], ['费用报销', ''], ['日常费用支出', ''], ['合同付款', ''], ['场地租赁费', '场地租赁费'], ['KOL 投放', 'KOL投放']])('the category of %s is %j', (item, category) => {
  expect(categoryOf(item)).toBe(category);
});
test.each([['活动负责人', 'lead'], ['部门经理', 'head'], ['财务总监', 'role'], ['总经理', 'role'], ['分管副总', 'role'], ['市场总监', undefined], ['法务', undefined]])('%s is proposed as %s', (role, type) => {
  expect(proposalFor(role)?.type).toBe(type);
});
test('the one person with that job title is proposed before anything else', () => {
  expect(proposalFor('市场 总监', new Map([['市场总监', 'p1']]))).toEqual({ type: 'person', userId: 'p1' });
});

describe('the routes of a row', () => {
  const roles = new Map([['部门经理', { type: 'head' as const }], ['财务', { type: 'role' as const, role: 'finance' as const }], ['总经理', { type: 'role' as const, role: 'management' as const }]]);
  const review = (row: MatrixRow) => routesOf({ row, kind: row.kind, category: row.category, departmentId: null }, roles);

  test('are cut where steps hold for some amounts only', async () => {
    const row = (await read(doubtful))?.tables[0]?.rows.at(-1);
    expect(row && review(row)?.map((route) => [route.fromCents, route.toCents, route.steps.map((step) => step.name).join()])).toEqual([
      [null, 2_000_000, '审核'], [2_000_001, 5_000_000, '审核,审核'], [5_000_001, null, '审核,审核,核准'],
    ]);
  });

  test('wait for the choices that only a person can make', async () => {
    const rows = (await read(numbered))?.tables[0]?.rows ?? [];
    expect(rows.map((row) => review(row) === undefined)).toEqual([true, true, true, true, true, true]);
  });

  test('for every amount hold exactly the steps that hold for it', () => {
    const cents = fc.integer({ min: 1, max: 20 });
    const band = fc.tuple(fc.option(cents), fc.option(cents)).map(([a, b]) => ({ fromCents: a !== null && b !== null ? Math.min(a, b) : a, toCents: a !== null && b !== null ? Math.max(a, b) : b }));
    fc.assert(fc.property(band, fc.array(band, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 21 }), (own, conditions, amount) => {
      const steps = conditions.map((condition, index) => ({ ...condition, name: String(index), role: '财务' }));
      const routes = review({ id: '', item: '', kind: 'spending', category: '', department: '', ...own, steps, cells: [], doubts: [] }) ?? [];
      const taking = routes.filter((route) => bandFits(route, amount));
      const wanted = bandFits(own, amount) ? steps.filter((step) => bandFits(step, amount)).map((step) => step.name) : [];
      expect(taking.length).toBe(wanted.length > 0 ? 1 : 0);
      expect(taking[0]?.steps.map((step) => step.name) ?? []).toEqual(wanted);
    }), { numRuns: 300 });
  });
});

test('whatever stands in the cells, reading ends and every row is whole', () => {
  const text = fc.oneof(fc.constantFrom('事项', '金额', '部门经理', '总经理', '①', '②审核', '>1万', '5000元以下', '√', '', '费用报销', '部门经理→财务', '注：△审核'), fc.string({ maxLength: 12 }));
  const cell = fc.record({ text, colSpan: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }), rowSpan: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }) }) as fc.Arbitrary<SourceCell>;
  const document = fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 8 }).map((rows): SourceDocument => ({ blocks: [{ kind: 'table', rows }] }));
  fc.assert(fc.property(document, (one) => {
    for (const row of matrixOf(one)?.tables.flatMap((table) => table.rows) ?? []) {
      expect(row.item).not.toBe('');
      expect(row.steps.every((step) => step.name !== '' && step.role !== '')).toBe(true);
      expect(row.steps.length === 0).toBe(row.doubts.includes('none'));
    }
  }), { numRuns: 300 });
});
