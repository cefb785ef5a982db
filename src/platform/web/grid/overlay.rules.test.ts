import { describe, expect, it } from 'vitest';
import type { ChangeOutcome, GridChange, OpenRow } from './grid.types.ts';
import { cellKey } from './grid.types.ts';
import { emptyHistory, forgetChanges, recordAct, redoAct, renameRow, undoAct } from './history.rules.ts';
import { mergeIntoUnsaved, takeOutcomes } from './outcome.rules.ts';
import type { SaveState } from './outcome.rules.ts';
import { addChanges, applyOverlay, emptyOverlay, reconcile, settleChanges } from './overlay.rules.ts';

const base: OpenRow[] = [{ id: 'a', x: 1 }, { id: 'b', x: 2 }];
const set = (rowId: string, from: number, to: number): GridChange => ({ kind: 'set', rowId, field: 'x', from, to });
const x = (rows: readonly { id: string }[], id: string) => (rows.find((row) => row.id === id) as OpenRow | undefined)?.['x'];
const context = (rows = base) => ({ now: 1000, base: rows, show: () => 'typed', gone: 'gone' });

describe('nothing jumps while saving', () => {
  it('shows the change until the rows from outside have it', () => {
    const typed = addChanges(emptyOverlay, [set('a', 1, 5)], 1);
    expect(x(applyOverlay(base, typed), 'a')).toBe(5);
    expect(reconcile(typed, base, 0)).toBe(typed);
    const settled = settleChanges(typed, [set('a', 1, 5)], 1, 1000, base);
    expect(x(applyOverlay(base, reconcile(settled, base, 1001)), 'a')).toBe(5);
    const fresh = [{ id: 'a', x: 5 }, base[1] as OpenRow];
    expect(applyOverlay(fresh, reconcile(settled, fresh, 1002))).toBe(fresh);
  });
  it('gives way to a newer value of someone else, and to time', () => {
    const settled = settleChanges(addChanges(emptyOverlay, [set('a', 1, 5)], 1), [set('a', 1, 5)], 1, 1000, base);
    const theirs = [{ id: 'a', x: 9 }, base[1] as OpenRow];
    expect(x(applyOverlay(theirs, reconcile(settled, theirs, 1001)), 'a')).toBe(9);
    expect(x(applyOverlay(base, reconcile(settled, base, 60_000)), 'a')).toBe(1);
  });
  it('an older answer does not settle a newer change of the same cell', () => {
    const twice = addChanges(addChanges(emptyOverlay, [set('a', 1, 5)], 1), [set('a', 5, 6)], 2);
    const fresh = [{ id: 'a', x: 5 }, base[1] as OpenRow];
    expect(x(applyOverlay(fresh, reconcile(settleChanges(twice, [set('a', 1, 5)], 1, 1000, base), fresh, 1001)), 'a')).toBe(6);
  });
  it('keeps the identity of rows without a change', () => {
    expect(applyOverlay(base, addChanges(emptyOverlay, [set('a', 1, 5)], 1))[1]).toBe(base[1]);
  });
});

describe('answers', () => {
  const blank: SaveState = { overlay: emptyOverlay, marks: new Map(), unsaved: [] };
  const saved = (changes: readonly GridChange[]) => ({ ...blank, overlay: addChanges(emptyOverlay, changes, 1) });
  it('a conflict shows both values and keeps the other’s in the table', () => {
    const changes = [set('a', 1, 5), set('b', 2, 7)];
    const { state, effects } = takeOutcomes(saved(changes), 1, changes, [{ status: 'conflict', current: 4, by: '李想' }, { status: 'ok' }], context());
    expect(state.marks.get(cellKey('a', 'x'))).toEqual({ kind: 'conflict', mine: 5, current: 4, by: '李想' });
    expect(x(applyOverlay(base, state.overlay), 'a')).toBe(1);
    expect(x(applyOverlay(base, state.overlay), 'b')).toBe(7);
    expect(effects.failed).toEqual(new Set([changes[0]]));
  });
  it('a refused value stays as typed, with its reason', () => {
    const changes = [set('a', 1, 5)];
    const { state } = takeOutcomes(saved(changes), 1, changes, [{ status: 'invalid', message: '太大' }], context());
    expect(state.marks.get(cellKey('a', 'x'))).toEqual({ kind: 'invalid', text: 'typed', message: '太大' });
  });
  it('a deleted row is told once for all its cells', () => {
    const changes = [set('a', 1, 5), set('b', 1, 5)];
    const gone: ChangeOutcome = { status: 'gone' };
    expect(takeOutcomes(saved(changes), 1, changes, [gone, gone], context()).effects.notices).toEqual(['gone']);
  });
  it('a new row that was refused stays, and what is typed into it joins its insertion', () => {
    const insert: GridChange = { kind: 'insert', rowId: 'n', values: { x: 0 }, afterId: 'b' };
    const { state } = takeOutcomes(saved([insert]), 1, [insert], [{ status: 'invalid', message: '请填写' }], context());
    expect(applyOverlay(base, state.overlay).map((row) => row.id)).toEqual(['a', 'b', 'n']);
    const merged = mergeIntoUnsaved(state.unsaved, [set('n', 0, 8), set('a', 1, 2)]);
    expect(merged.unsaved[0]?.changes).toEqual([{ ...insert, values: { x: 8 } }]);
    expect(merged.rest).toEqual([set('a', 1, 2)]);
  });
  it('an id given by the server replaces ours everywhere', () => {
    const insert: GridChange = { kind: 'insert', rowId: 'n', values: { x: 3 }, afterId: 'b' };
    const { state, effects } = takeOutcomes(saved([insert, set('n', 3, 4)]), 1, [insert], [{ status: 'ok', rowId: 'server' }], context());
    expect(effects.renamed).toEqual([['n', 'server']]);
    expect(applyOverlay(base, state.overlay).at(-1)).toEqual({ id: 'server', x: 4 });
    const history = renameRow(recordAct(emptyHistory, [insert, set('n', 3, 4)]), 'n', 'server');
    expect(undoAct(history)?.changes.map((change) => change.rowId)).toEqual(['server', 'server']);
  });
});

describe('undo', () => {
  it('goes back and forth, and a new act ends the way forth', () => {
    const history = recordAct(recordAct(emptyHistory, [set('a', 1, 2)]), [set('a', 2, 3)]);
    const undone = undoAct(history);
    expect(undone?.changes).toEqual([set('a', 3, 2)]);
    expect(redoAct(undone?.history ?? emptyHistory)?.changes).toEqual([set('a', 2, 3)]);
    expect(redoAct(recordAct(undone?.history ?? emptyHistory, [set('b', 2, 9)]))).toBeUndefined();
    expect(undoAct(emptyHistory)).toBeUndefined();
  });
  it('forgets what the server did not take', () => {
    const refused = set('a', 1, 2);
    expect(undoAct(forgetChanges(recordAct(emptyHistory, [refused, set('b', 2, 3)]), new Set([refused])))?.changes).toEqual([set('b', 3, 2)]);
    expect(undoAct(forgetChanges(recordAct(emptyHistory, [refused]), new Set([refused])))).toBeUndefined();
  });
});
