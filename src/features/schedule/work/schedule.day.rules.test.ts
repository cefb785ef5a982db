import { describe, expect, test } from 'vitest';
import { addDays, dayIn } from '#platform/shared/calendar.ts';
import { firstLaterDay, sortDay, timesWithin, withActions, type DayAction, type DayDeed, type TimesOf } from './schedule.day.rules.ts';
import { UNPLANNED } from '../schedule.rules.ts';
import type { MyTask } from './schedule.work.contract.ts';

const today = dayIn('Asia/Shanghai');
const day = (offset: number) => addDays(today, offset);
const task = (id: string, more: Partial<MyTask> = {}): MyTask => ({
  ...UNPLANNED, id, phase: 'execution', whenText: '', startOn: today, endOn: today, dueTime: null, title: id, ownerText: '', ownerId: null, state: 'open', effectiveState: 'open', note: '', position: 1, links: [], doneAt: null,
  campaignId: 'c', campaignName: '秋季新品上市', timeZone: 'Asia/Shanghai', startsOn: day(-10), endsOn: day(10), eventFrom: null, eventTo: null, can: { work: true, move: false }, delay: null, reports: 0, standsInFor: null, photos: 0, waitsFor: [], ...more,
});
const act = (taskId: string, deed: DayDeed): DayAction => ({ id: crypto.randomUUID(), personId: 'p', campaignId: 'c', taskId, title: taskId, at: new Date().toISOString(), ...deed });
const times: TimesOf = timesWithin({ openings: [], calendar: [] });
const names = (items: readonly { task: MyTask }[]) => items.map((item) => item.task.id);

describe('a day', () => {
  test('holds what is late, what is on in the order of time, the day after, and what was done', () => {
    const tasks = [
      task('evening', { dueTime: '21:00' }), task('whole-day'), task('noon', { whenText: '12:00-14:00', startOn: day(-3), endOn: day(3) }), task('late', { startOn: day(-4), endOn: day(-1) }),
      task('tomorrow', { startOn: day(1), endOn: day(2) }), task('done', { state: 'done', doneAt: new Date().toISOString() }), task('undated', { startOn: null, endOn: null }), task('off', { state: 'cancelled' }), task('later', { startOn: day(5), endOn: day(6) }),
    ];
    const sorted = sortDay(tasks, today, today, times);
    expect({ late: names(sorted.late), due: names(sorted.due), next: names(sorted.next), done: names(sorted.done), undated: names(sorted.undated) })
      .toEqual({ late: ['late'], due: ['noon', 'evening', 'whole-day'], next: ['tomorrow'], done: ['done'], undated: ['undated'] });
    const ahead = sortDay(tasks, day(1), today, times);
    expect({ late: names(ahead.late), due: names(ahead.due), next: names(ahead.next), undated: names(ahead.undated) }).toEqual({ late: [], due: ['noon', 'tomorrow'], next: [], undated: [] });
    expect(names(sortDay(tasks, day(-2), today, times).due)).toEqual(['noon', 'late']);
  });

  test('holds each time that a task tells of: by when, every day at, so long before the opening', () => {
    const timesOf = timesWithin({ openings: [{ campaignId: 'c', day: today, time: '10:00' }], calendar: [] });
    const tasks = [task('场地布置', { note: '18:00前完成' }), task('活动现场执行', { note: '每日21:00复盘', startOn: day(-1), endOn: day(1) }), task('现场签到', { note: '提前2小时到岗' })];
    expect(sortDay(tasks, today, today, timesOf).due.map(({ time, label, by, task: { title } }) => [time, label, by, title])).toEqual([
      ['08:00', '提前2小时到岗', false, '现场签到'], ['18:00', null, true, '场地布置'], ['21:00', '复盘', false, '活动现场执行'], [null, null, false, '现场签到'], [null, null, false, '活动现场执行'],
    ]);
    expect(sortDay([task('站会', { note: '每日09:30站会', startOn: null, endOn: null, phase: 'execution' })], today, today, timesOf)).toMatchObject({ due: [{ time: '09:30' }], undated: [] });
  });

  test('shows a task once for each of its times', () => {
    const twice: TimesOf = () => [{ time: '21:00', label: '复盘', by: false }, { time: '08:00', label: null, by: false }];
    expect(sortDay([task('a')], today, today, twice).due.map(({ time, label }) => `${time} ${label}`)).toEqual(['08:00 null', '21:00 复盘']);
  });
});

describe('what waits on the phone', () => {
  test('shows at once: the last of several wishes, notes and photos counted', () => {
    const tasks = [task('a'), task('b')];
    const after = withActions(tasks, [act('a', { kind: 'state', from: 'open', to: 'doing' }), act('a', { kind: 'state', from: 'doing', to: 'done' }), act('a', { kind: 'note', text: '好' }), act('a', { kind: 'photo', name: 'a.jpg' })]);
    expect(after[0]).toMatchObject({ state: 'done', reports: 1, photos: 1 });
    expect(after[0]?.doneAt).not.toBeNull();
    expect(after[1]).toBe(tasks[1]);
    expect(withActions(tasks, [])).toBe(tasks);
  });

  test('a delay moves the dates of those who may, and is foreseen by the others', () => {
    const postpone = (move: boolean) => act('a', { kind: 'postpone', toEndOn: day(2), cause: 'venue', reason: '场地没空', move });
    expect(withActions([task('a')], [postpone(true)])[0]).toMatchObject({ endOn: today, state: 'delayed', effectiveState: 'delayed', delay: { kind: 'foreseen', toEndOn: day(2) } });
    const mover = task('a', { can: { work: true, move: true }, state: 'delayed', effectiveState: 'delayed' });
    expect(withActions([mover], [postpone(true)])[0]).toMatchObject({ endOn: day(2), state: 'open', effectiveState: 'open', delay: { kind: 'postponed' } });
    expect(withActions([mover], [postpone(false)])[0]).toMatchObject({ endOn: today, state: 'delayed', delay: { kind: 'foreseen' } });
    const late = task('a', { startOn: day(-3), endOn: day(-1), effectiveState: 'delayed' });
    expect(withActions([late], [act('a', { kind: 'explain', cause: 'weather', reason: '' })])[0]).toMatchObject({ state: 'open', delay: { kind: 'explained', cause: 'weather' } });
  });

  test('a later day starts after the present one, and never before tomorrow', () => {
    expect([firstLaterDay(day(3), today), firstLaterDay(day(-3), today), firstLaterDay(null, today)]).toEqual([day(4), day(1), day(1)]);
  });
});
