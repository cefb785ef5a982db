import { describe, expect, test } from 'vitest';
import { plainTask } from '../schedule.factory.ts';
import { dragged, durationOf, endAfter } from '../views/schedule.drag.rules.ts';
import { leaveCalendar, leaveWithin } from './schedule.leave.rules.ts';
import { moveTasks } from './schedule.move.rules.ts';
import { analysePlan } from './schedule.plan.rules.ts';

// October 2025: the 11th is a Saturday that is worked, 13–17 is a plain week. 王芳 is away on Wednesday and Thursday of it, 李想 is not.
const leave = [{ userId: 'wang', name: '王芳', fromOn: '2025-10-15', toOn: '2025-10-16' }];
const task = (title: string, startOn: string, endOn: string, ownerId: string | null, more: Parameters<typeof plainTask>[1] = {}) => plainTask(title, { startOn, endOn, durationUnit: 'workday', ...(ownerId === null ? {} : { ownerId }), ...more });
const calendarOf = (...tasks: Parameters<typeof leaveCalendar>[1][number][]) => leaveCalendar(new Map(), tasks, leave);

describe('the leave of the one who does a task', () => {
  test.each([
    ['within it', task('稿件', '2025-10-14', '2025-10-17', 'wang'), 2, 2], ['of someone else', task('稿件', '2025-10-14', '2025-10-17', 'li'), 0, 4], ['of several or none', task('稿件', '2025-10-14', '2025-10-17', null), 0, 4],
    ['in calendar days', task('稿件', '2025-10-14', '2025-10-17', 'wang', { durationUnit: 'day' }), 0, 4], ['at its end: its owner means to work', task('稿件', '2025-10-14', '2025-10-16', 'wang'), 0, 3], ['already done', task('稿件', '2025-10-14', '2025-10-17', 'wang', { state: 'done' }), 0, 2],
  ])('%s', (_, one, within, length) => {
    expect([leaveWithin(one, calendarOf(one)), durationOf(one, calendarOf(one))]).toEqual([within, length]);
  });
  test('a weekend, or a day that the company takes off, is no leave twice', () => {
    const one = task('稿件', '2025-10-14', '2025-10-17', 'wang');
    expect(leaveWithin(one, leaveCalendar(new Map([['2025-10-15', false]]), [one], leave))).toBe(1);
    const over = task('稿件', '2025-10-16', '2025-10-21', 'wang');
    expect(leaveWithin(over, leaveCalendar(new Map(), [over], [{ userId: 'wang', name: '王芳', fromOn: '2025-10-17', toOn: '2025-10-20' }]))).toBe(2);
  });
  test('what is pushed onto it lasts longer, and does not begin on it', () => {
    const before = task('到货', '2025-10-13', '2025-10-13', 'li');
    const link = { predecessorId: before.id, type: 'FS' as const, lagDays: 0, lagUnit: 'day' as const };
    const after = (ownerId: string) => task('布置', '2025-10-14', '2025-10-14', ownerId, { links: [link] });
    const pushed = (ownerId: string) => moveTasks([before, after(ownerId)], [{ id: before.id, startOn: '2025-10-14', endOn: '2025-10-14' }], calendarOf(before, after(ownerId))).changes.map(({ to }) => to);
    expect(pushed('li')).toEqual([{ startOn: '2025-10-15', endOn: '2025-10-15' }]);
    expect(pushed('wang')).toEqual([{ startOn: '2025-10-17', endOn: '2025-10-17' }]);
  });
  test('slack counts the days on which its owner is there', () => {
    const [one, end] = [task('稿件', '2025-10-13', '2025-10-14', 'wang'), task('收尾', '2025-10-20', '2025-10-20', 'li', { fixed: true })];
    const linked = { ...end, links: [{ predecessorId: one.id, type: 'FS' as const, lagDays: 0, lagUnit: 'day' as const }] };
    expect(analysePlan([one, linked], calendarOf()).tasks.get(one.id)?.totalSlack).toBe(3);
    expect(analysePlan([one, linked], calendarOf(one, linked)).tasks.get(one.id)?.totalSlack).toBe(1);
  });
  test('a bar that is pulled or a length that is typed passes over it; on a day of leave that a person chose it counts', () => {
    const one = task('稿件', '2025-10-13', '2025-10-14', 'wang');
    const calendar = calendarOf(one);
    expect(dragged(one, 'move', 1, calendar)).toEqual({ id: one.id, startOn: '2025-10-14', endOn: '2025-10-17' });
    expect(dragged(one, 'move', 2, calendar)).toEqual({ id: one.id, startOn: '2025-10-17', endOn: '2025-10-20' });
    expect(endAfter({ id: one.id, startOn: '2025-10-14', durationUnit: 'workday' }, 2, calendar)).toBe('2025-10-17');
    expect(endAfter({ id: one.id, startOn: '2025-10-15', durationUnit: 'workday' }, 2, calendar)).toBe('2025-10-16');
  });
});
