import { describe, expect, it } from 'vitest';
import type { Day } from '#platform/shared/calendar.ts';
import type { PlannedTask } from '../plan/schedule.planned.rules.ts';
import { expectedEnd, foreseeWithin, isLinked, postponedTo } from './schedule.foresight.rules.ts';
import type { MyTask } from './schedule.work.contract.ts';

const day = (of: number): Day => `2025-10-${String(of).padStart(2, '0')}`;
const planned = (id: string, from: number, to: number, waits: readonly string[] = [], more: Partial<PlannedTask> = {}): PlannedTask => ({
  id, title: id, startOn: day(from), endOn: day(to), notBeforeOn: null, dueOn: null, fixed: false, milestone: false, parentId: null, durationUnit: 'day', state: 'open',
  links: waits.map((predecessorId) => ({ predecessorId, type: 'FS', lagDays: 0, lagUnit: 'day' })), ...more,
});
const plan = [planned('到货', 11, 11), planned('布置', 12, 13, ['到货']), planned('活动', 16, 18, ['布置'], { fixed: true }), planned('海报', 6, 7)];
const mine = plan.map((one) => ({ ...one, campaignId: 'c' }) as MyTask);
const known = { calendar: [], plans: [{ campaignId: 'c', dDayTaskIds: ['活动'], tasks: plan.map((one) => ({ ...one, links: [...one.links] })) }] };

describe('what a delay does, by what my day knows', () => {
  it('names what goes along and what is left', () => {
    expect(foreseeWithin(known, mine, mine[0] as MyTask, day(13))).toMatchObject({ named: true, effect: { slipped: [{ id: '布置', byDays: 2 }], dDay: { movesByDays: 0, brokenByDays: 0 }, slackLeft: { days: 0 } } });
    expect(foreseeWithin(known, mine, mine[0] as MyTask, day(14))?.effect.dDay.brokenByDays).toBe(1);
  });
  it('counts from what waits on the phone', () => {
    const moved = mine.map((one) => (one.id === '到货' ? { ...one, endOn: day(12) } : one));
    expect(foreseeWithin(known, moved, moved[0] as MyTask, day(13))?.effect.delayed).toEqual([{ id: '到货', byDays: 1 }]);
  });
  it('is nothing of a task that hangs together with no other, of a campaign not told, or of what a phone kept before', () => {
    expect(foreseeWithin(known, mine, mine[3] as MyTask, day(9))).toBeUndefined();
    expect(foreseeWithin({ ...known, plans: [] }, mine, mine[0] as MyTask, day(13))).toBeUndefined();
    expect(foreseeWithin({ calendar: [] }, mine, mine[0] as MyTask, day(13))).toBeUndefined();
    expect(isLinked(plan[0] as PlannedTask, plan)).toBe(true);
  });
});

describe('up to which day', () => {
  it('begins as before, a milestone moves whole', () => {
    expect(postponedTo(planned('a', 3, 5), day(9))).toEqual({ id: 'a', startOn: day(3), endOn: day(9) });
    expect(postponedTo(planned('a', 5, 5, [], { milestone: true }), day(9))).toEqual({ id: 'a', startOn: day(9), endOn: day(9) });
    expect(postponedTo(planned('a', 1, 1, [], { startOn: null, endOn: null }), day(9))).toEqual({ id: 'a', startOn: day(9), endOn: day(9) });
  });
  it('as foreseen, else today when the day has passed, else unknown', () => {
    expect(expectedEnd({ expectedOn: day(20), endOn: day(10), state: 'open' }, day(15))).toBe(day(20));
    expect(expectedEnd({ expectedOn: day(12), endOn: day(10), state: 'open' }, day(15))).toBe(day(15));
    expect(expectedEnd({ expectedOn: null, endOn: day(10), state: 'open' }, day(15))).toBe(day(15));
    expect(expectedEnd({ expectedOn: null, endOn: day(20), state: 'delayed' }, day(15))).toBeNull();
  });
});
