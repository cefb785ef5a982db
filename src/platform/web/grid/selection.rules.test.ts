import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaOf, at, clampSelection, coverSpans, goTo, moveSelection, tabTo } from './selection.rules.ts';
import type { Direction, Field, Jump } from './selection.rules.ts';

/** `#` is filled, `.` empty. */
const grid = (lines: string[], spans: [number, number, number][] = []): Field => ({
  rows: lines.length,
  cols: lines[0]?.length ?? 0,
  page: 3,
  filled: ({ row, col }) => lines[row]?.[col] === '#',
  span: ({ row, col }) => {
    const found = spans.find(([spanCol, start, end]) => spanCol === col && row >= start && row <= end);
    return found ? { start: found[1], end: found[2] } : { start: row, end: row };
  },
});

const move = (field: Field, from: [number, number], direction: Direction, jump: Jump = 'step') => {
  const { row, col } = moveSelection(field, at(...from), direction, jump, false).active;
  return [row, col];
};

describe('moving', () => {
  const field = grid(['###.#', '#....', '#..##', '.....']);
  it.each<[[number, number], Direction, Jump, [number, number]]>([
    [[0, 0], 'right', 'step', [0, 1]],
    [[0, 4], 'right', 'step', [0, 4]],
    [[0, 0], 'up', 'step', [0, 0]],
    [[3, 0], 'down', 'step', [3, 0]],
    [[0, 0], 'right', 'edge', [0, 2]],
    [[0, 2], 'right', 'edge', [0, 4]],
    [[1, 0], 'right', 'edge', [1, 4]],
    [[0, 0], 'down', 'edge', [2, 0]],
    [[2, 0], 'down', 'edge', [3, 0]],
    [[2, 4], 'left', 'edge', [2, 3]],
    [[0, 1], 'down', 'page', [3, 1]],
    [[3, 1], 'up', 'page', [0, 1]],
  ])('%j %s by %s', (from, direction, jump, to) => {
    expect(move(field, from, direction, jump)).toEqual(to);
  });
  it('steps over a merged cell as over one', () => {
    const merged = grid(['##', '##', '##', '##'], [[0, 0, 1], [0, 2, 3]]);
    expect(move(merged, [0, 0], 'down')).toEqual([2, 0]);
    expect(move(merged, [3, 0], 'up')).toEqual([0, 0]);
    expect(move(merged, [2, 0], 'down')).toEqual([2, 0]);
    expect(coverSpans(merged, { top: 1, bottom: 2, left: 0, right: 1 })).toEqual({ top: 0, bottom: 3, left: 0, right: 1 });
  });
  it('extends from the active cell', () => {
    const next = moveSelection(field, at(1, 1), 'right', 'step', true);
    expect(next.active).toEqual({ row: 1, col: 1 });
    expect(areaOf(next)).toEqual({ top: 1, bottom: 1, left: 1, right: 2 });
    expect(areaOf(goTo(field, at(1, 1), 'home', true, true))).toEqual({ top: 0, bottom: 1, left: 0, right: 1 });
  });
  it('never leaves the grid', () => {
    const direction = fc.constantFrom<Direction>('up', 'down', 'left', 'right');
    const jump = fc.constantFrom<Jump>('step', 'edge', 'page');
    fc.assert(fc.property(fc.array(fc.tuple(direction, jump, fc.boolean()), { maxLength: 30 }), (steps) => {
      const end = steps.reduce((now, [to, by, extend]) => moveSelection(field, now, to, by, extend), at(1, 1));
      expect(clampSelection(end, field.rows, field.cols)).toEqual(end);
    }));
  });
});

describe('Tab', () => {
  const field = grid(['##', '##']);
  it('goes along the row and leaves at the ends', () => {
    expect(tabTo(field, at(0, 1), false)?.active).toEqual({ row: 1, col: 0 });
    expect(tabTo(field, at(1, 0), true)?.active).toEqual({ row: 0, col: 1 });
    expect(tabTo(field, at(1, 1), false)).toBeUndefined();
    expect(tabTo(field, at(0, 0), true)).toBeUndefined();
  });
});
