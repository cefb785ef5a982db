import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, type Day } from '#platform/shared/calendar.ts';
import { LINK_TYPES } from '../schedule.contract.ts';
import { moveTasks, type MovedTask } from './schedule.move.rules.ts';
import { analysePlan } from './schedule.plan.rules.ts';
import { planCalendar, type PlannedTask } from './schedule.planned.rules.ts';

const CALENDAR = planCalendar(new Map([['2025-10-08', true]]));

/** A plan in which every link holds: tasks stand where their early dates are. */
const soundPlans: fc.Arbitrary<PlannedTask[]> = fc.array(fc.record({
  offset: fc.nat(20), length: fc.nat(5), durationUnit: fc.constantFrom('day' as const, 'workday' as const),
  links: fc.array(fc.record({ back: fc.integer({ min: 1, max: 4 }), type: fc.constantFrom(...LINK_TYPES), lagDays: fc.integer({ min: -3, max: 3 }), lagUnit: fc.constantFrom('day' as const, 'workday' as const) }), { maxLength: 2 }),
}), { minLength: 2, maxLength: 8 }).map((rows) => {
  const raw = rows.map(({ offset, length, links, durationUnit }, index): PlannedTask => ({
    id: `t${index}`, title: '', startOn: addDays('2025-09-25', offset), endOn: addDays('2025-09-25', offset + length), durationUnit, notBeforeOn: null, dueOn: null, fixed: false, milestone: false, parentId: null, state: 'open',
    links: links.flatMap(({ back, ...link }) => (index >= back ? [{ ...link, predecessorId: `t${index - back}` }] : [])),
  }));
  return placed(raw);
});

const moveTo = (tasks: readonly PlannedTask[], days: ReadonlyMap<string, { startOn: Day; endOn: Day }>): PlannedTask[] => tasks.map((task) => ({ ...task, ...days.get(task.id) }));
const placed = (tasks: readonly PlannedTask[]): PlannedTask[] => moveTo(tasks, new Map([...analysePlan(tasks, CALENDAR).tasks].map(([id, dates]) => [id, { startOn: dates.earlyStart, endOn: dates.earlyFinish }])));

it('after a move and what moves along, every link holds that held before; nothing moves earlier, nothing without need', () => {
  fc.assert(fc.property(soundPlans, fc.nat(7), fc.integer({ min: -5, max: 12 }), (tasks, pick, by) => {
    fc.pre(analysePlan(tasks, CALENDAR).violated.length === 0);
    const task = tasks[pick % tasks.length] as PlannedTask;
    const moved: MovedTask = { id: task.id, startOn: addDays(task.startOn as Day, by), endOn: addDays(task.endOn as Day, by) };
    const { changes } = moveTasks(tasks, [moved], CALENDAR);
    const after = moveTo(tasks, new Map([[moved.id, moved] as const, ...changes.map(({ id, to }) => [id, to] as const)]));
    expect(analysePlan(after, CALENDAR).violated.filter((link) => link.taskId !== moved.id)).toEqual([]);
    for (const { id, from, to } of changes) {
      expect(to.startOn > from.startOn).toBe(true);
      // left where it was, at least one of its links would not hold
      const without = after.map((one) => (one.id === id ? { ...one, ...from } : one));
      expect(analysePlan(without, CALENDAR).violated.some((link) => link.taskId === id)).toBe(true);
    }
  }), { numRuns: 1000 });
});
