import { describe, expect, it } from 'vitest';
import { gridMessages } from './grid.messages.ts';
import type { GridChange, GridColumn } from './grid.types.ts';
import { dropWaiting, holdBack, missingIn } from './waiting.rules.ts';

const words = gridMessages['zh-CN'];
const columns = [{ field: 'when', title: '时间' }, { field: 'title', title: '任务内容', required: true }, { field: 'phase', title: '阶段', required: true }] as unknown as GridColumn[];
const insert = (rowId: string, values: Record<string, string | null>): GridChange => ({ kind: 'insert', rowId, values, afterId: null });
const remove = (rowId: string): GridChange => ({ kind: 'delete', rowId, values: {}, afterId: null });

describe('a new row that is not complete', () => {
  it('waits, the rest of the act goes', () => {
    const whole = insert('a', { title: '布置', phase: 'execution' });
    const half = insert('b', { when: '10月1日', title: '', phase: 'execution' });
    const { ready, waiting } = holdBack(columns, 3, [whole, half, remove('c')], words);
    expect(ready).toEqual([whole, remove('c')]);
    expect(waiting).toEqual([{ batch: 3, changes: [half], message: words.waiting(['任务内容']), waiting: true }]);
    expect(missingIn(columns, insert('c', { when: '10月1日' }))).toEqual(['任务内容', '阶段']);
    expect(missingIn(columns, remove('c'))).toEqual([]);
  });
  it('is nowhere once it is deleted again: the server hears of neither', () => {
    const { waiting } = holdBack(columns, 1, [insert('b', { title: null })], words);
    const failed = { batch: 2, changes: [insert('x', { title: '满' })], message: '没有网络' };
    expect(dropWaiting([...waiting, failed], [remove('b'), remove('z'), remove('x')])).toEqual({ unsaved: [failed], dropped: waiting, rest: [remove('z'), remove('x')] });
  });
});
