import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysLate, delaysByCause, delaysByOwner, delayStanding, isOvertaken, onTimeRate, onTimeShare, toldAt } from './schedule.delay.rules.ts';
import { TASK_STATES, type TaskState } from '../schedule.rules.ts';

const task = (state: TaskState, endOn: string | null) => ({ state, endOn });

describe('lateness', () => {
  test.each([
    ['open', '2025-10-10', 5, 'late'], ['doing', '2025-10-14', 1, 'late'], ['open', '2025-10-15', 0, undefined], ['delayed', '2025-10-20', 0, 'foreseen'], ['delayed', '2025-10-13', 2, 'late'],
    ['delayed', null, 0, 'foreseen'], ['open', null, 0, undefined], ['done', '2025-10-01', 0, undefined], ['cancelled', '2025-10-01', 0, undefined],
  ] as const)('%s until %s on 10月15日 is %i days late, %s', (state, endOn, days, standing) => {
    expect(daysLate(task(state, endOn), '2025-10-15')).toBe(days);
    expect(delayStanding(task(state, endOn), '2025-10-15')).toBe(standing);
  });

  test('is summed by cause and by owner, most tasks first; a task of two counts for both', () => {
    const rows = [
      { cause: 'weather', owners: ['王芳'], daysLate: 5 }, { cause: 'supplier', owners: ['王芳', '赵敏'], daysLate: 2 }, { cause: 'supplier', owners: [], daysLate: 1 }, { cause: null, owners: ['赵敏'], daysLate: 0 },
    ] as const;
    expect(delaysByCause(rows)).toEqual([{ key: 'supplier', tasks: 2, days: 3 }, { key: 'weather', tasks: 1, days: 5 }, { key: null, tasks: 1, days: 0 }]);
    expect(delaysByOwner(rows)).toEqual([{ key: '王芳', tasks: 2, days: 7 }, { key: '赵敏', tasks: 2, days: 2 }, { key: '', tasks: 1, days: 1 }]);
  });
});

describe('the on-time rate (R1.2)', () => {
  const done = (id: string, endOn: string | null, doneAt: string) => ({ id, state: 'done' as const, endOn, doneAt });
  const tasks = [
    done('in-time', '2025-10-10', '2025-10-10T15:59:59Z'), done('past-midnight', '2025-10-10', '2025-10-10T16:00:00Z'), done('postponed', '2025-10-12', '2025-10-12T01:00:00Z'),
    { id: 'late', state: 'open' as const, endOn: '2025-10-14', doneAt: null }, { id: 'to-come', state: 'open' as const, endOn: '2025-10-15', doneAt: null },
    { id: 'cancelled', state: 'cancelled' as const, endOn: '2025-10-01', doneAt: null }, done('undated', null, '2025-10-01T00:00:00Z'),
  ];

  test('goes by the promised day of the baseline, in the campaign’s zone; without one by the task’s own', () => {
    expect(onTimeRate(tasks, new Map(), '2025-10-15', 'Asia/Shanghai')).toEqual({ onTime: 2, judged: 4 });
    expect(onTimeRate(tasks, new Map([['postponed', '2025-10-10']]), '2025-10-15', 'Asia/Shanghai')).toEqual({ onTime: 1, judged: 4 });
    expect(onTimeRate(tasks, new Map([['to-come', '2025-10-13'], ['undated', '2025-10-02']]), '2025-10-15', 'Asia/Shanghai')).toEqual({ onTime: 3, judged: 6 });
  });

  test('is nothing, not 0, before anything can be judged', () => {
    expect(onTimeShare(onTimeRate([], new Map(), '2025-10-15', 'UTC'))).toBeNull();
    expect(onTimeShare({ onTime: 3, judged: 4 })).toBe(0.75);
  });
});

describe('what a phone tells later', () => {
  const now = new Date('2025-10-16T12:00:00Z');
  test.each([['2025-10-16T09:00:00Z', '2025-10-16T09:00:00.000Z'], ['2025-10-09T12:00:00Z', '2025-10-09T12:00:00.000Z'], ['2025-10-09T11:59:59Z', now.toISOString()], ['2025-10-16T12:00:01Z', now.toISOString()], [undefined, now.toISOString()], ['never', now.toISOString()]])('%s counts as %s', (told, counted) => {
    expect(toldAt(told, now).toISOString()).toBe(counted);
  });

  test('a wish is overtaken only by what would be silently undone', () => {
    expect(isOvertaken('open', 'doing', 'done')).toBe(false);
    expect(isOvertaken('open', 'delayed', 'doing')).toBe(false);
    expect(isOvertaken('open', 'cancelled', 'done')).toBe(true);
    expect(isOvertaken('open', 'done', 'doing')).toBe(true);
    expect(isOvertaken('done', 'doing', 'open')).toBe(true);
    const state = fc.constantFrom(...TASK_STATES);
    fc.assert(fc.property(state, state, (seen, to) => !isOvertaken(seen, seen, to) && !isOvertaken(undefined, seen, to) && !isOvertaken(seen, to, to)));
  });
});
