import { describe, expect, it, test } from 'vitest';
import { effectiveState, schedulePlace, tickedState, type TaskState } from './schedule.rules.ts';

const task = (state: TaskState, endOn: string | null, title = '任务') => ({ title, state, startOn: null, endOn });

describe('延期 is found when the date passes', () => {
  it.each([
    ['open', '2025-10-09', 'delayed'], ['doing', '2025-10-09', 'delayed'], ['open', '2025-10-10', 'open'], ['open', null, 'open'],
    ['done', '2025-10-01', 'done'], ['cancelled', '2025-10-01', 'cancelled'], ['delayed', '2025-10-20', 'delayed'],
  ] as const)('%s, due %s → %s on 10 October', (state, endOn, shown) => {
    expect(effectiveState(task(state, endOn), '2025-10-10')).toBe(shown);
  });
});

test('a tick is taken back to 未完成', () => {
  expect((['open', 'doing', 'delayed', 'cancelled', 'done'] as const).map(tickedState)).toEqual(['done', 'done', 'done', 'done', 'open']);
});

describe('where the schedule stands', () => {
  it('leaves cancelled tasks out and names what is due next', () => {
    const tasks = [task('done', '2025-10-05'), task('open', '2025-10-10', '物料到货'), task('open', '2025-10-15', '布置'), task('cancelled', '2025-10-11', '路演'), task('open', '2025-10-08', '拖着的')];
    expect(schedulePlace(tasks, '2025-10-10')).toEqual({ count: 4, done: 1, delayed: 1, next: { title: '物料到货', dueOn: '2025-10-10' } });
  });
  it('has nothing next without dates or when all is done', () => {
    expect(schedulePlace([task('open', null), task('done', '2025-10-12')], '2025-10-10')).toEqual({ count: 2, done: 1, delayed: 0, next: null });
    expect(schedulePlace([], '2025-10-10')).toEqual({ count: 0, done: 0, delayed: 0, next: null });
  });
});
