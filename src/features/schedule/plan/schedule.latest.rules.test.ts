import { expect, test } from 'vitest';
import { addDays, type Day } from '#platform/shared/calendar.ts';
import { chosenAtFirst, latestPlaces } from './schedule.latest.rules.ts';
import { planCalendar, type PlannedTask } from './schedule.planned.rules.ts';

const campaign = { startsOn: '2025-10-01', endsOn: '2025-10-31', eventFrom: '2025-10-20', eventTo: '2025-10-22' };
const on = (day: number): Day => addDays('2025-10-01', day - 1);
const task = (id: string, from: number | null, to = from, waits: readonly string[] = [], more: Partial<PlannedTask> = {}): PlannedTask => ({
  id, title: id, startOn: from === null ? null : on(from), endOn: to === null ? null : on(to), notBeforeOn: null, dueOn: null, fixed: false, milestone: false, parentId: null, durationUnit: 'day', state: 'open',
  links: waits.map((predecessorId) => ({ predecessorId, type: 'FS', lagDays: 0, lagUnit: 'day' })), ...more,
});
const said = (tasks: readonly PlannedTask[], of = campaign) => latestPlaces(tasks, of, planCalendar()).map(({ id, start, end, spare }) => [id, start?.slice(8) ?? null, end.slice(8), spare]);

test('the latest dates that hold D-day, by links and lengths; what is fixed, done or on its place already is left out', () => {
  const tasks = [
    task('设计', 6, 10), task('到货', 13, 13, ['设计']), task('布置', 18, 19, ['到货']), task('活动', 20, 22, ['布置'], { fixed: true }), task('海报', 6, 7), task('启动会', 2, 2, [], { state: 'done' }), task('总结', 23, 24, ['活动']),
  ];
  // The set-up ends the day before D: nothing to say. Delivery may be on the 17th, the five days of design before it.
  expect(said(tasks)).toEqual([['设计', '12', '16', 6], ['到货', '17', '17', 4], ['海报', '18', '19', 12]]);
  expect(chosenAtFirst(latestPlaces(tasks, campaign, planCalendar()))).toEqual([]);
});

test('what is too late is told and ticked', () => {
  const tasks = [task('设计', 14, 18), task('到货', 17, 17, ['设计']), task('布置', 18, 19, ['到货']), task('活动', 20, 22, ['布置'], { fixed: true })];
  const places = latestPlaces(tasks, campaign, planCalendar());
  expect(places.map(({ id, start, spare }) => [id, start, spare])).toEqual([['设计', on(12), -2]]);
  expect(chosenAtFirst(places)).toEqual(['设计']);
});

test('a task without days has a last one when something waits for it; without a D-day there is nothing to count from', () => {
  expect(said([task('许可', null, null), task('布置', 18, 19, ['许可']), task('活动', 20, 22, ['布置'], { fixed: true })])).toEqual([['许可', null, '17', null]]);
  expect(said([task('设计', 6, 10)], { ...campaign, eventFrom: null, eventTo: null } as never)).toEqual([]);
});
