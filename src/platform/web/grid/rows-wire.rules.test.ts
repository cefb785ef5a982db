import { describe, expect, it } from 'vitest';
import type { GridChange } from './grid.types.ts';
import { outcomesOf, refusedChanges, wireChanges } from './rows-wire.rules.ts';

const changes: GridChange[] = [
  { kind: 'set', rowId: 'a', field: 'x', from: 1, to: 2 },
  { kind: 'set', rowId: 'a', field: 'shownOnly', from: 1, to: 2 },
  { kind: 'insert', rowId: 'n', values: { x: 5, position: 3 }, afterId: 'a' },
  { kind: 'set', rowId: 'a', field: 'y', from: null, to: 'q' },
  { kind: 'delete', rowId: 'b', values: { x: 1 }, afterId: null },
  { kind: 'move', rowId: 'c', afterId: null, fromAfterId: 'b' },
];

describe('changes on the wire', () => {
  const wire = wireChanges(changes, ['x', 'y']);
  it('one update a row, only fields that the operation takes', () => {
    expect(wire.changes).toEqual([
      { type: 'update', id: 'a', set: { x: { from: 1, to: 2 }, y: { from: null, to: 'q' } } },
      { type: 'insert', id: 'n', afterId: 'a', fields: { x: 5 } },
      { type: 'delete', id: 'b' },
      { type: 'move', id: 'c', afterId: null },
    ]);
    expect(wire.positions).toEqual([0, -1, 1, 0, 2, 3]);
  });
  it('answers come back to their cells', () => {
    const ok = (id: string) => ({ id, status: 'ok' as const, conflicts: [] });
    const outcomes = outcomesOf(changes, wire.positions, { outcomes: [{ id: 'a', status: 'conflict', conflicts: [{ field: 'y', current: 'z', by: '李想' }] }, ok('n'), { id: 'b', status: 'gone', conflicts: [] }, ok('c')] });
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['ok', 'ok', 'ok', 'conflict', 'gone', 'ok']);
    expect(outcomes[3]).toEqual({ status: 'conflict', current: 'z', by: '李想' });
  });
  it('a validation issue names its cell, or all cells of its change', () => {
    expect(refusedChanges(changes, wire.positions, [{ path: 'changes.0.set.y.to', message: '太长' }])).toEqual(new Map([[3, '太长']]));
    expect(refusedChanges(changes, wire.positions, [{ path: 'changes.1.fields.x', message: '太大' }])).toEqual(new Map([[2, '太大']]));
    expect(refusedChanges(changes, wire.positions, [{ path: 'changes.0', message: '不对' }])).toEqual(new Map([[0, '不对'], [3, '不对']]));
  });
});
