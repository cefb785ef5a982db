import { describe, expect, test } from 'vitest';
import { dragged, durationOf, endAfter } from './schedule.drag.rules.ts';
import { plainTask } from '../schedule.factory.ts';
import { planCalendar } from '../plan/schedule.planned.rules.ts';

const calendar = planCalendar();
// 2025-10-11 is a Saturday that is worked, 2025-10-12 a free Sunday; 10-01 to 10-08 are the holiday.
const task = (startOn: string, endOn: string, fields: Parameters<typeof plainTask>[1] = {}) => plainTask('物料', { startOn, endOn, ...fields });

describe('a bar that is pulled', () => {
  test.each([
    ['move', 2, task('2025-10-06', '2025-10-10'), '2025-10-08', '2025-10-12'],
    ['start', 2, task('2025-10-06', '2025-10-10'), '2025-10-08', '2025-10-10'],
    ['start', 9, task('2025-10-06', '2025-10-10'), '2025-10-10', '2025-10-10'],
    ['end', -1, task('2025-10-06', '2025-10-10'), '2025-10-06', '2025-10-09'],
    ['end', -9, task('2025-10-06', '2025-10-10'), '2025-10-06', '2025-10-06'],
    ['end', 3, task('2025-10-16', '2025-10-16', { milestone: true }), '2025-10-19', '2025-10-19'],
    // Two working days stay two working days, over the Sunday and the worked Saturday alike.
    ['move', 1, task('2025-10-09', '2025-10-10', { durationUnit: 'workday' }), '2025-10-10', '2025-10-11'],
    ['move', 2, task('2025-10-09', '2025-10-10', { durationUnit: 'workday' }), '2025-10-11', '2025-10-13'],
    ['move', 3, task('2025-10-09', '2025-10-10', { durationUnit: 'workday' }), '2025-10-13', '2025-10-14'],
    ['move', -1, task('2025-10-09', '2025-10-10', { durationUnit: 'workday' }), '2025-09-30', '2025-10-09'],
    // Whoever placed it on a free day means to work then.
    ['move', 1, task('2025-10-04', '2025-10-05', { durationUnit: 'workday' }), '2025-10-05', '2025-10-06'],
  ] as const)('%s by %i days', (grip, days, bar, startOn, endOn) => {
    expect(dragged(bar, grip, days, calendar)).toEqual({ id: '物料', startOn, endOn });
  });

  test('without days there is nothing to pull', () => {
    expect(dragged(plainTask('x'), 'move', 1, calendar)).toBeUndefined();
  });
});

test.each([
  [task('2025-10-06', '2025-10-10'), 5],
  [task('2025-09-29', '2025-10-10', { durationUnit: 'workday' }), 4],
  [task('2025-10-16', '2025-10-16', { milestone: true }), 0],
  [plainTask('x'), null],
])('工期 of %j', (bar, days) => {
  expect(durationOf(bar, calendar)).toBe(days);
});

test('a length gives the end: days, or working days from the next one on', () => {
  expect(endAfter({ id: 't', startOn: '2025-10-06', durationUnit: 'day' }, 5, calendar)).toBe('2025-10-10');
  expect(endAfter({ id: 't', startOn: '2025-10-03', durationUnit: 'workday' }, 3, calendar)).toBe('2025-10-11');
  expect(endAfter({ id: 't', startOn: '2025-10-03', durationUnit: 'day' }, 0, calendar)).toBe('2025-10-03');
});

test('the company’s own days count', () => {
  const own = planCalendar(new Map([['2025-10-11', false]]));
  expect(endAfter({ id: 't', startOn: '2025-10-09', durationUnit: 'workday' }, 3, own)).toBe('2025-10-13');
});
