import { describe, expect, it } from 'vitest';
import { at } from './selection.rules.ts';
import { locate } from './useGridSelection.ts';

const rows = (ids: string) => [...ids].map((id) => ({ id }));

describe('a selection stays on its row', () => {
  const held = { selection: { active: { row: 1, col: 2 }, corner: { row: 2, col: 2 } }, rowId: 'b' };
  it('when rows come or go above it', () => {
    expect(locate(held, rows('xabc'), 5, 3)).toEqual({ active: { row: 2, col: 2 }, corner: { row: 3, col: 2 } });
    expect(locate(held, rows('bc'), 3, 3)).toEqual({ active: { row: 0, col: 2 }, corner: { row: 1, col: 2 } });
  });
  it('and on its place when the row is gone', () => {
    expect(locate(held, rows('ac'), 3, 3)).toEqual(at(1, 2));
    expect(locate({ selection: at(9, 9), rowId: undefined }, rows('ab'), 3, 3)).toEqual(at(2, 2));
  });
});
