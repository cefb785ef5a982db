import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDelimited } from './reading.csv.rules.ts';
import { readHtml } from './reading.html.rules.ts';
import { SAMPLE_TABLES } from './reading.kinds.fixture.ts';
import { asCsv, asLadder, asPipes, asTabs } from './reading.samples.fixture.ts';
import type { SourceDocument } from './reading.source.rules.ts';
import { understand } from './reading.understand.rules.ts';
import type { Understanding } from './reading.contract.ts';

const one = <T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

const BUDGET_HEADERS = ['序号', '预算科目', '明细说明', '预算金额(元)', '实际花费(元)', '负责人', '备注'];
const budgetLine = fc.tuple(
  one('物料制作费', '线上推广费', '场地租赁费', '人员成本', '应急备用金', '礼品采购费', '宣传费', '差旅费'),
  one('海报500张、宣传册2000本', '朋友圈广告投放', '商圈展位租赁(3天)', '兼职人员10名(3天)', '预算外突发情况处理', '定制礼盒200份', '达人合作费用'),
  fc.integer({ min: 1, max: 99_999 }),
  one('-', '8,000', '1200.50', '0'),
  one('*专员', '*主管', '*经理', '全员', '张三', '市场部', '策划组', '李四、王五'),
  one('含设计费', '7天投放周期', '含基础设备', '200元/人/天', '按实报销', '-', '以合同为准'),
);
const budget = fc.array(budgetLine, { minLength: 1, maxLength: 12 }).map((lines) => {
  const rows = lines.map(([category, detail, amount, actual, owner, note], place) => [String(place + 1), category, detail, amount.toLocaleString('en-US'), actual, owner, note]);
  const sum = lines.reduce((total, line) => total + line[2], 0);
  return { headers: BUDGET_HEADERS, rows, total: ['合计', '', '', sum.toLocaleString('en-US'), '-', '', ''] };
});

const TASK_HEADERS = ['阶段', '时间节点', '任务内容', '负责人', '完成情况(□未完成/□已完成/□延期)', '备注'];
const task = fc.tuple(
  one('10月1日-5日', '10月15日', '10月16日-18日', '11月25日—11月30日', '2025-10-09', '活动前1天', 'T-14', '10月6日～10日'),
  one('活动方案审批与团队分工', '物料设计与制作', '场地布置与设备调试', '活动现场执行', '数据整理与报告输出', '媒体邀约', '渠道投放'),
  one('*经理', '*主管', '*专员', '全员', '策划组', '市场部', '张经理', 'A负责,B协助'),
  one('□', '☑', '√', '未完成', '已完成', '进行中', '延期'),
  one('-', '需10月15日到货', '18:00前完成', '每日21:00复盘', '10月22日提交', '含彩排'),
);
const schedule = fc.array(fc.tuple(fc.boolean(), task), { minLength: 1, maxLength: 10 }).map((lines) => {
  const phases = ['前期筹备', '中期执行', '后期复盘'];
  let phase = 0;
  const rows = lines.map(([next, cells], place) => {
    const named = place === 0 || (next && phase < 2);
    if (named && place > 0) phase += 1;
    return [named ? (phases[phase] ?? '') : '', ...cells];
  });
  return { headers: TASK_HEADERS, rows, total: undefined };
});

const text = (content: string): SourceDocument => ({ blocks: [{ kind: 'text', text: content }] });
const csv = (content: string): SourceDocument => ({ blocks: [{ kind: 'table', ragged: true, rows: parseDelimited(content, ',').rows.map((row) => row.map((cell) => ({ text: cell }))) }] });

/** What was understood, without the texts of the cells that a form may lose or spell otherwise. */
function gist({ tables }: Understanding): unknown[] {
  return tables.map(({ kind, headers, rows, total }) => ({
    kind, headers, total,
    rows: rows.map(({ cells }) => Object.fromEntries(Object.entries(cells).map(([field, { value, unit, question }]) => [field, { value, unit, question: question?.code }]))),
  }));
}

const options = { year: 2025 };

describe('one table reads the same in every form', () => {
  for (const [name, tables] of [['T1', budget], ['T2', schedule]] as const) {
    it(name, () => {
      fc.assert(
        fc.property(tables, ({ headers, rows, total }) => {
          const expected = gist(understand(text(asTabs(headers, rows, total)), options));
          expect((expected as { rows: unknown[] }[])[0]?.rows).toHaveLength(rows.length);
          expect(gist(understand(text(asPipes(headers, rows, total)), options))).toEqual(expected);
          expect(gist(understand(csv(asCsv(headers, rows, total)), options))).toEqual(expected);
          expect(gist(understand(text(asLadder(headers, rows, total)), options))).toEqual(expected);
        }),
        { numRuns: 80 },
      );
    });
  }

  const sample = one(...Object.keys(SAMPLE_TABLES)).chain((name) => {
    const { headers, columns } = SAMPLE_TABLES[name] ?? { headers: [], columns: [] };
    const row = fc.tuple(...columns.map((cells) => one(...cells)));
    const rows = fc.array(row, { minLength: 1, maxLength: 6 }).map((lines) => lines.map((cells, place) => (headers[0] === '序号' ? [String(place + 1), ...cells.slice(1)] : cells)));
    return rows.map((lines) => ({ headers, rows: lines }));
  });

  it('every kind of formats.md, one cell a line and without its empty cells', () => {
    fc.assert(
      fc.property(sample, ({ headers, rows }) => {
        const expected = gist(understand(text(asTabs(headers, rows)), options));
        expect(gist(understand(text(`(一)附表\n${asLadder(headers, rows)}\n(二)其他事项\n以上安排由各组负责人跟进落实。`), options))).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('several of them in one text, under numbered headings', () => {
    fc.assert(
      fc.property(fc.array(sample, { minLength: 2, maxLength: 3 }), (tables) => {
        const expected = tables.flatMap(({ headers, rows }) => gist(understand(text(asTabs(headers, rows)), options)));
        const content = tables.map(({ headers, rows }, place) => `(${'一二三'[place] ?? ''})第${place + 1}张附表\n${asLadder(headers, rows)}`).join('\n');
        expect(gist(understand(text(content), options))).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  it('a total agrees exactly when it is the sum', () => {
    fc.assert(
      fc.property(budget, fc.integer({ min: -3, max: 3 }), ({ headers, rows, total }, off) => {
        const stated = Number((total[3] ?? '').replaceAll(',', '')) + off;
        const read = understand(text(asTabs(headers, rows, ['合计', '', '', String(stated), '-', '', ''])), options);
        expect(read.tables[0]?.total?.agrees).toBe(off === 0);
        expect(read.tables[0]?.total?.question === undefined).toBe(off === 0);
      }),
      { numRuns: 60 },
    );
  });
});

describe('no text makes it fail', () => {
  const words = one('序号', '负责人', '金额', '预算金额(元)', '时间', '任务', '合计', '小计', '10月1日-5日', '8,000', '1.5万元', '-', '□', '*专员', '|', '\t', '\n', '\n\n', ' ', '、', '：', '(', ')', '一、预算', '目标', '提升50%', '2000单', '9999999999999999', '13月45日', '<table>', '<td>', '"', 'T-14', '第1周', '- [ ] ', '％', '１２');
  it('of likely words, of any characters, as text or as HTML', () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(words, { maxLength: 80 }).map((parts) => parts.join('')), fc.string({ unit: 'grapheme', maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 })), (content) => {
        const read = understand(text(content), { campaign: { startOn: '2025-10-01', endOn: '2025-10-22' } });
        expect(JSON.parse(JSON.stringify(read))).toEqual(read);
        expect(understand(readHtml(content) ?? { blocks: [] }).tables).toBeInstanceOf(Array);
      }),
      { numRuns: 250 },
    );
  });

  it('loses no line of prose: each is a goal, a table, or left aside', () => {
    fc.assert(
      fc.property(fc.array(one('本次活动以新品为主。', '文档评论(0)', '应急备用金建议占总预算10%-15%。', '一、背景', '请各组按时到岗', '如下所示：'), { minLength: 1, maxLength: 12 }), (lines) => {
        const read = understand(text(lines.join('\n')));
        expect(read.aside.map((aside) => aside.text).sort()).toEqual([...lines].sort());
      }),
      { numRuns: 60 },
    );
  });
});
