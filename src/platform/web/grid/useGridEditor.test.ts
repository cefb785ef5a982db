import { expect, it } from 'vitest';
import type { GridChange } from './grid.types.ts';
import { seenFrom } from './useGridEditor.ts';

it('a written cell starts from what the person saw, so that a newer value of another is a conflict and not lost', () => {
  const changes: GridChange[] = [
    { kind: 'set', rowId: 'a', field: 'note', from: '对方刚写的', to: '我的' },
    { kind: 'set', rowId: 'a', field: 'ownerId', from: null, to: 'u1' },
    { kind: 'set', rowId: 'b', field: 'note', from: '乙', to: '我的' },
  ];
  expect(seenFrom(changes, 'note', { rowId: 'a', seen: '我看到的' })).toEqual([{ ...changes[0], from: '我看到的' }, changes[1], changes[2]]);
});
