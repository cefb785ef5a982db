import { describe, expect, it } from 'vitest';
import type { GridColumn } from './grid.types.ts';
import { fillTarget, headingMap, planFill, planPaste } from './paste.rules.ts';

const columns = [
  { title: '阶段', kind: 'choice', merge: true },
  { title: '任务内容', kind: 'text' },
  { title: '预算金额', unit: '元', kind: 'money' },
  { title: '日期', kind: 'day' },
] as unknown as GridColumn[];
const area = (top: number, left: number, bottom = top, right = left) => ({ top, bottom, left, right });

describe('a pasted block', () => {
  it('begins at the corner of the selection', () => {
    const plan = planPaste([['甲', '1'], ['乙', '2']], area(3, 1), columns);
    expect(plan.inputs).toEqual([{ row: 3, col: 1, text: '甲' }, { row: 3, col: 2, text: '1' }, { row: 4, col: 1, text: '乙' }, { row: 4, col: 2, text: '2' }]);
    expect(plan.area).toEqual(area(3, 1, 4, 2));
  });
  it('of one cell fills the selection, and one that fits is repeated', () => {
    expect(planPaste([['甲']], area(0, 1, 1, 2), columns).inputs).toHaveLength(4);
    expect(planPaste([['甲'], ['乙']], area(0, 1, 3, 1), columns).inputs.map((input) => ('text' in input ? input.text : ''))).toEqual(['甲', '乙', '甲', '乙']);
    expect(planPaste([['甲'], ['乙']], area(0, 1, 2, 1), columns).inputs).toHaveLength(2);
  });
  it('with headings goes by their names, whatever the order, and drops columns that the grid has not', () => {
    const block = [['序号', '预算金额（元）', '任务内容'], ['1', '8,000', '海报'], ['', '', ''], ['2', '500', '礼品']];
    expect(headingMap(block[0] ?? [], columns)).toEqual([undefined, 2, 1]);
    expect(planPaste(block, area(5, 0), columns).inputs).toEqual([
      { row: 5, col: 2, text: '8,000' }, { row: 5, col: 1, text: '海报' },
      { row: 6, col: 2, text: '500' }, { row: 6, col: 1, text: '礼品' },
    ]);
  });
  it('leaves 合计 and a counting first column aside: both are computed', () => {
    const body = [['1', '海报', '8,000'], ['2', '礼品', '500']];
    const wanted = [{ row: 0, col: 1, text: '海报' }, { row: 0, col: 2, text: '8,000' }, { row: 1, col: 1, text: '礼品' }, { row: 1, col: 2, text: '500' }];
    expect(planPaste([...body, ['合 计', '', '8,500']], area(0, 1), columns).inputs).toEqual(wanted);
    expect(planPaste([['序号', '任务内容', '预算金额(元)'], ...body, ['', '总计：', '8,500']], area(0, 0), columns).inputs).toEqual(wanted);
    // Figures that happen to count are figures.
    expect(planPaste([['1', '2025-10-01'], ['2', '2025-10-02']], area(0, 2), columns).inputs).toHaveLength(4);
    expect(planPaste([['合计'], ['乙']], area(0, 1), columns).inputs).toHaveLength(2);
  });
  it('repeats a merged 阶段 into the blanks below it, and only there', () => {
    const plan = planPaste([['前期筹备', '甲'], ['', ''], ['中期执行', '丙'], ['', '丁']], area(0, 0), columns);
    expect(plan.inputs.map((input) => ('text' in input ? input.text : ''))).toEqual(['前期筹备', '甲', '前期筹备', '', '中期执行', '丙', '中期执行', '丁']);
  });
});

describe('dragging the corner', () => {
  it('goes the way in which the pointer is further away', () => {
    expect(fillTarget(area(1, 1), 4, 2)).toEqual(area(1, 1, 4, 1));
    expect(fillTarget(area(1, 1), 1, 3)).toEqual(area(1, 1, 1, 3));
    expect(fillTarget(area(2, 1), 0, 1)).toEqual(area(0, 1, 2, 1));
    expect(fillTarget(area(0, 0, 3, 3), 1, 1)).toEqual(area(0, 0, 3, 3));
  });
  it('continues days and equal steps, and repeats the rest', () => {
    const values: Record<string, string | number> = { '0 3': '2025-10-01', '0 2': 100, '1 2': 300, '0 1': '甲', '1 1': '乙' };
    const read = (row: number, col: number) => values[`${row} ${col}`] ?? null;
    const fill = (from: ReturnType<typeof area>, to: ReturnType<typeof area>) => planFill(from, to, columns, read).map((input) => ('value' in input ? input.value : ''));
    expect(fill(area(0, 3), area(0, 3, 2, 3))).toEqual(['2025-10-02', '2025-10-03']);
    expect(fill(area(0, 2, 1, 2), area(0, 2, 3, 2))).toEqual([500, 700]);
    expect(fill(area(0, 2), area(0, 2, 2, 2))).toEqual([100, 100]);
    expect(fill(area(0, 1, 1, 1), area(0, 1, 4, 1))).toEqual(['甲', '乙', '甲']);
    expect(fill(area(1, 1), area(0, 1, 1, 1))).toEqual(['乙']);
  });
});
