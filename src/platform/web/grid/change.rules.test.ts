import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planCells, planDelete, planInsert, planMove } from './change.rules.ts';
import type { CellInput, GridView } from './change.rules.ts';
import { gridMessages } from './grid.messages.ts';
import type { CellValue, GridChange, GridColumn, OpenRow } from './grid.types.ts';
import { reverseAct } from './history.rules.ts';
import { addChanges, applyOverlay, emptyOverlay } from './overlay.rules.ts';

const words = gridMessages['zh-CN'];
const columns: GridColumn<OpenRow>[] = [
  { field: 'phase', title: '阶段', kind: 'choice', merge: true, required: true, choices: [{ value: 'a', label: '前期筹备' }, { value: 'b', label: '中期执行' }] },
  { field: 'title', title: '任务内容', kind: 'text', maxLength: 10 },
  { field: 'amountCents', title: '预算金额', kind: 'money', required: true },
  { field: 'ownerText', title: '负责人', kind: 'person', companions: (value) => ({ ownerId: value === '李想' ? 'u2' : null }) },
  { field: 'double', title: '算出', kind: 'number', compute: () => 1 },
];
const rows: OpenRow[] = [
  { id: 'r1', phase: 'a', title: '一', amountCents: 100, ownerText: '李想', ownerId: 'u2' },
  { id: 'r2', phase: 'a', title: '二', amountCents: 200, ownerText: '', ownerId: null },
];
let made = 0;
const view = (over: Partial<GridView> = {}): GridView => ({ rows, columns: columns as never, canInsert: true, words, newRow: (above) => ({ phase: (above as OpenRow | undefined)?.['phase'] as CellValue, title: '', amountCents: 0 }), makeId: () => `n${(made += 1)}`, ...over });

describe('writing cells', () => {
  it('changes only what differs, and takes the companions along', () => {
    const plan = planCells(view(), [{ row: 0, col: 1, text: '一' }, { row: 1, col: 3, text: '李想' }]);
    expect(plan.changes).toEqual([
      { kind: 'set', rowId: 'r2', field: 'ownerText', from: '', to: '李想' },
      { kind: 'set', rowId: 'r2', field: 'ownerId', from: null, to: 'u2' },
    ]);
  });
  it('rejects what has no meaning and says why', () => {
    const plan = planCells(view(), [{ row: 0, col: 2, text: '很多' }, { row: 0, col: 0, text: '以后' }, { row: 1, col: 1, text: '一二三四五六七八九十十一' }]);
    expect(plan.changes).toEqual([]);
    expect(plan.rejected.map((one) => one.message)).toEqual([words.notMoney, words.notChoice(['前期筹备', '中期执行']), words.tooLong(10)]);
  });
  it('leaves computed cells and cells outside aside', () => {
    expect(planCells(view(), [{ row: 0, col: 4, text: '5' }, { row: 0, col: 9, text: '5' }]).aside).toBe(2);
    expect(planCells(view({ canInsert: false }), [{ row: 2, col: 1, text: '三' }]).aside).toBe(1);
  });
  it('makes one insertion per new row, chained in order, without complaint about its blanks', () => {
    made = 0;
    const plan = planCells(view(), [{ row: 2, col: 1, text: '三' }, { row: 2, col: 2, text: '' }, { row: 3, col: 1, text: '四' }, { row: 3, col: 2, text: '1.5万' }]);
    expect(plan.changes).toEqual([
      { kind: 'insert', rowId: 'n1', values: { phase: 'a', title: '三', amountCents: 0 }, afterId: 'r2' },
      { kind: 'insert', rowId: 'n2', values: { phase: 'a', title: '四', amountCents: 1_500_000 }, afterId: 'n1' },
    ]);
    expect(plan.rejected).toEqual([]);
    expect(plan.inserted).toBe(2);
  });
});

describe('rows', () => {
  it('a move knows both its neighbours', () => {
    const three = [...rows, { id: 'r3' }];
    expect(planMove(three, 0, 2)).toEqual({ kind: 'move', rowId: 'r1', afterId: 'r3', fromAfterId: null });
    expect(planMove(three, 2, 0)).toEqual({ kind: 'move', rowId: 'r3', afterId: null, fromAfterId: 'r2' });
    expect(planMove(three, 1, 1)).toBeUndefined();
  });
});

const apply = (base: readonly { id: string }[], changes: readonly GridChange[]) => applyOverlay(base, addChanges(emptyOverlay, changes, 1));

describe('every act can be taken back', () => {
  const cell = fc.record({ row: fc.nat({ max: 4 }), col: fc.nat({ max: 3 }), text: fc.constantFrom('', '前期筹备', '中期执行', '李想', '12', '八千', '1,000') });
  it('pasting', () => {
    fc.assert(fc.property(fc.array(cell, { maxLength: 12 }), (inputs) => {
      const plan = planCells(view(), inputs as CellInput[]);
      // One cell written twice in one act is not something that a paste does.
      const keys = inputs.map((input) => `${input.row} ${input.col}`);
      fc.pre(new Set(keys).size === keys.length);
      expect(apply(apply(rows, plan.changes), reverseAct(plan.changes))).toEqual(rows);
    }));
  });
  it('deleting, inserting and moving', () => {
    const many: OpenRow[] = Array.from({ length: 6 }, (_, index) => ({ id: `r${index}`, title: String(index) }));
    const place = fc.nat({ max: 5 });
    fc.assert(fc.property(place, place, (a, b) => {
      const [first, last] = [Math.min(a, b), Math.max(a, b)];
      const deleted = planDelete(many, first, last);
      expect(apply(many, deleted)).toHaveLength(6 - (last - first + 1));
      expect(apply(apply(many, deleted), reverseAct(deleted))).toEqual(many);
      const moved = planMove(many, a, b);
      if (moved) {
        expect(apply(many, [moved])[b]?.id).toBe(many[a]?.id);
        expect(apply(apply(many, [moved]), reverseAct([moved]))).toEqual(many);
      }
      const inserted = planInsert(view({ rows: many }), a);
      expect(apply(many, [inserted])[a]?.id).toBe(inserted.rowId);
      expect(apply(apply(many, [inserted]), reverseAct([inserted]))).toEqual(many);
    }));
  });
});
