import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays } from '#platform/shared/calendar.ts';
import { baselineDifferences, baselineSummary } from './schedule.baseline.rules.ts';
import type { TaskState } from '../schedule.rules.ts';

const campaign = { startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18' };
const approved = (taskId: string, startOn: string | null, endOn = startOn) => ({ taskId, title: taskId, startOn: startOn && `2025-10-${startOn}`, endOn: endOn && `2025-10-${endOn}` });
const task = (id: string, startOn: string | null, endOn = startOn, state: TaskState = 'open') => ({ id, title: id, state, startOn: startOn && `2025-10-${startOn}`, endOn: endOn && `2025-10-${endOn}` });
const NONE = { later: 0, latestBy: 0, earlier: 0, stretched: 0, added: 0, dropped: 0, dDayBy: 0 };

describe('now against the baseline', () => {
  it.each([
    ['as approved', [task('a', '06', '10')], [approved('a', '06', '10')], NONE],
    ['later', [task('a', '08', '12'), task('b', '15')], [approved('a', '06', '10'), approved('b', '14')], { ...NONE, later: 2, latestBy: 2 }],
    ['earlier', [task('a', '05', '09')], [approved('a', '06', '10')], { ...NONE, earlier: 1 }],
    ['begins elsewhere, ends as planned', [task('a', '05', '10')], [approved('a', '06', '10')], { ...NONE, stretched: 1 }],
    ['added', [task('a', '06'), task('b', '07')], [approved('a', '06')], { ...NONE, added: 1 }],
    ['called off, and deleted', [task('a', '06', '06', 'cancelled')], [approved('a', '06'), approved('b', '06')], { ...NONE, dropped: 2 }],
    ['without days then or now', [task('a', '06'), task('b', null)], [approved('a', null), approved('b', '06')], NONE],
  ] as const)('%s', (_, tasks, frozen, expected) => {
    expect(baselineSummary(tasks, { dDay: '2025-10-16', tasks: [...frozen] }, campaign)).toEqual(expected);
  });

  it('tells each task, what was dropped last', () => {
    const differences = baselineDifferences([task('new', '07'), task('a', '08', '12')], { tasks: [approved('gone', '01'), approved('a', '06', '10')] });
    expect(differences).toMatchObject([{ kind: 'added', taskId: 'new' }, { kind: 'moved', taskId: 'a', byDays: 2, from: { startOn: '2025-10-06' }, to: { endOn: '2025-10-12' } }, { kind: 'dropped', taskId: 'gone' }]);
  });

  it('sees D-day move', () => expect(baselineSummary([], { dDay: '2025-10-14', tasks: [] }, campaign).dDayBy).toBe(2));
});

test('what is approved now differs by nothing; moved by n, everything is later by n', () => {
  const tasks = fc.array(fc.record({ day: fc.integer({ min: 0, max: 20 }), length: fc.integer({ min: 0, max: 5 }) }), { minLength: 1, maxLength: 12 });
  fc.assert(fc.property(tasks, fc.integer({ min: -5, max: 5 }), (some, by) => {
    const now = some.map(({ day, length }, index) => ({ id: String(index), title: '', state: 'open' as const, startOn: addDays('2025-10-01', day + by), endOn: addDays('2025-10-01', day + length + by) }));
    const baseline = some.map(({ day, length }, index) => ({ taskId: String(index), title: '', startOn: addDays('2025-10-01', day), endOn: addDays('2025-10-01', day + length) }));
    const { later, earlier, latestBy } = baselineSummary(now, { dDay: '2025-10-16', tasks: baseline }, campaign);
    expect({ later, earlier, latestBy }).toEqual({ later: by > 0 ? some.length : 0, earlier: by < 0 ? some.length : 0, latestBy: Math.max(0, by) });
  }));
});
