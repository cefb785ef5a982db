import { expect, test } from 'vitest';
import { isWorkingDay } from '#platform/shared/calendar.ts';
import { reminderOf, remindersByPerson, workingDayBefore } from './schedule.reminder.rules.ts';

test.each([
  // The National Day holiday of 2025 ends on 10月8日; the Sunday before it, 9月28日, is worked.
  ['2025-10-09', '2025-09-29', undefined], ['2025-10-09', '2025-09-30', 'soon'], ['2025-10-09', '2025-10-05', 'soon'], ['2025-10-09', '2025-10-09', 'today'], ['2025-10-09', '2025-10-10', 'late'],
  ['2025-09-29', '2025-09-28', 'soon'], ['2025-09-29', '2025-09-27', undefined],
] as const)('due %s, on %s: %s', (endOn, today, kind) => {
  expect(reminderOf({ state: 'open', endOn }, today, isWorkingDay)).toBe(kind);
});

test('nothing is said of what is done, cancelled or without a day, and a calendar without working days has an end', () => {
  for (const state of ['done', 'cancelled'] as const) expect(reminderOf({ state, endOn: '2025-10-09' }, '2025-10-10', isWorkingDay)).toBeUndefined();
  expect(reminderOf({ state: 'delayed', endOn: null }, '2025-10-10', isWorkingDay)).toBeUndefined();
  expect(workingDayBefore('2025-10-31', () => false)).toBe('2025-10-11');
});

test('a person is told once, of their own and of what they lead; their own late task is not told twice', () => {
  const base = { campaignId: 'c1', leads: ['lead'] };
  expect(remindersByPerson([
    { ...base, kind: 'late', title: '甲', owners: ['lead', 'a'] }, { ...base, kind: 'late', title: '乙', owners: ['a'] }, { ...base, kind: 'today', title: '丙', owners: ['a'], campaignId: 'c2' },
  ])).toEqual([
    { userId: 'lead', soon: [], today: [], late: ['甲'], led: ['乙'], campaigns: ['c1'] },
    { userId: 'a', soon: [], today: ['丙'], late: ['甲', '乙'], led: [], campaigns: ['c1', 'c2'] },
  ]);
});
