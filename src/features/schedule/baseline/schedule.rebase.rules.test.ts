import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, isWorkingDay } from '#platform/shared/calendar.ts';
import { followingTasks, shiftedTasks, stayingTasks, type RebasedTask } from './schedule.rebase.rules.ts';
import { readTaskWhen, type CampaignDays } from '../times/schedule.when.rules.ts';

const before: CampaignDays = { startsOn: '2025-10-01', endsOn: '2025-10-31', eventFrom: '2025-10-16', eventTo: '2025-10-18' };
const later = (days: number, from = before): CampaignDays => ({ ...from, eventFrom: addDays('2025-10-16', days), eventTo: addDays('2025-10-18', days) });
const task = (whenText: string, more: Partial<RebasedTask> = {}): RebasedTask => {
  const { startOn, endOn, dueTime } = readTaskWhen(whenText, before);
  return { id: whenText, title: whenText, phase: 'preparation', state: 'open', whenText, fixed: false, startOn, endOn, dueTime, ...more };
};

describe('who follows D-day', () => {
  it.each([
    ['D-7', {}, ['2025-10-11', '2025-10-11']],
    ['D-4~D-1', {}, ['2025-10-14', '2025-10-17']],
    ['D-1 18:00前', {}, ['2025-10-17', '2025-10-17']],
    ['活动前1天', {}, ['2025-10-17', '2025-10-17']],
    ['活动期间', {}, ['2025-10-18', '2025-10-20']],
    // Monday the 20th is the new last day; Tuesday to Thursday are the three working days after it.
    ['活动结束后3个工作日内', {}, ['2025-10-21', '2025-10-23']],
    ['D-7', { state: 'doing' as const }, ['2025-10-11', '2025-10-11']],
    ['D-7', { state: 'delayed' as const }, ['2025-10-11', '2025-10-11']],
    ['D-7', { state: 'done' as const }, undefined],
    ['D-7', { state: 'cancelled' as const }, undefined],
    // Put on another day than its text says: where a person has put it is the plan.
    ['D-7', { startOn: '2025-10-08', endOn: '2025-10-08' }, undefined],
    ['D-7', { startOn: null, endOn: null }, ['2025-10-11', '2025-10-11']],
    ['10月9日', {}, undefined],
    ['每日21:00复盘', {}, undefined],
    ['', {}, undefined],
  ])('%s %j, D-day two days later', (text, more, days) => {
    const [found] = followingTasks([task(text, more)], before, later(2), isWorkingDay);
    expect(found && [found.to.startOn, found.to.endOn]).toEqual(days);
    expect(found?.to.dueTime ?? null).toBe(found ? task(text).dueTime : null);
  });

  it('follows the campaign itself where there is no event', () => {
    const quiet = { ...before, eventFrom: null, eventTo: null };
    const own = { ...task('T+2'), startOn: '2025-10-03', endOn: '2025-10-03' };
    expect(followingTasks([own], quiet, { ...quiet, startsOn: '2025-10-04' }, isWorkingDay)).toMatchObject([{ to: { startOn: '2025-10-06' } }]);
  });
});

test('moved there and back, everything stands where it stood', () => {
  const texts = fc.subarray(['D-14', 'D-7', 'D-4~D-1', '活动前1天', 'D日', '活动期间', '活动结束后3个工作日内', 'T-2周', 'D-3个工作日', '提前2小时到岗', '10月9日', '10月20日-22日']);
  fc.assert(fc.property(texts, fc.integer({ min: -9, max: 12 }), (some, days) => {
    const tasks = some.map((text) => task(text));
    const after = later(days);
    const moved = followingTasks(tasks, before, after, isWorkingDay);
    const now = tasks.map((one) => ({ ...one, ...moved.find(({ task: own }) => own.id === one.id)?.to }));
    const back = followingTasks(now, after, before, isWorkingDay);
    expect(now.map((one) => ({ ...one, ...back.find(({ task: own }) => own.id === one.id)?.to }))).toEqual(tasks);
    for (const { to, task: own } of moved) expect(readTaskWhen(own.whenText, after)).toMatchObject({ startOn: to.startOn, endOn: to.endOn });
  }));
});

describe('who stays and no longer fits', () => {
  it.each([
    ['10月15日', 'preparation', later(-2), 'late'],
    ['10月16日-18日', 'execution', later(7), 'offEvent'],
    ['10月19日-21日', 'retrospective', later(7), 'early'],
    ['10月2日', 'preparation', { ...before, startsOn: '2025-10-05' }, 'outside'],
    ['10月9日', 'preparation', later(2), undefined],
    ['D-7', 'preparation', later(-2), undefined],
    // It did not fit before either: this move is not to blame.
    ['10月20日', 'preparation', later(1), undefined],
  ] as const)('%s of %s', (text, phase, after, why) => {
    expect(stayingTasks([task(text, { phase })], before, after, isWorkingDay).map((one) => one.why)).toEqual(why ? [why] : []);
  });
  it('leaves alone what is done', () => expect(stayingTasks([task('10月15日', { state: 'done' })], before, later(-2), isWorkingDay)).toEqual([]));
});

describe('all open tasks by as many days', () => {
  it.each([
    ['10月9日', 'preparation', 1, '10月10日'],
    // Friday + 2 is a Sunday: before the event work lands on the day before that is worked, Saturday the 11th by 调休.
    ['10月10日', 'preparation', 2, '10月11日'],
    // Monday–Wednesday + 3 would end on Saturday: three working days back from Friday.
    ['10月13日-15日', 'preparation', 3, '10月15日-17日'],
    ['10月16日-18日', 'execution', 3, '10月19日-21日'],
    ['10月20日-21日', 'retrospective', 5, '10月27日-28日'],
    ['10月15日18:00前', 'execution', 3, '10月18日18:00前'],
  ] as const)('%s of %s by %i', (text, phase, by, expected) => {
    expect(shiftedTasks([task(text, { phase })], before, later(by), isWorkingDay).map(({ to }) => to.whenText)).toEqual(expected ? [expected] : []);
  });
  it('leaves what is fixed, done, without days, or follows by itself', () => {
    const others = [task('10月9日', { fixed: true }), task('10月10日', { state: 'done' }), task(''), task('D-7')];
    expect(shiftedTasks(others, before, later(4), isWorkingDay)).toEqual([]);
  });
});
