import { expect, it } from 'vitest';
import { addDays, type Day } from '#platform/shared/calendar.ts';
import { effectOfDelay, type DelayEffect } from './schedule.effect.rules.ts';
import { planCalendar, type PlannedTask } from './schedule.planned.rules.ts';
import { planAround } from './schedule.reach.rules.ts';

/** The same numbers at every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
}

const TYPES = ['FS', 'SS', 'FF', 'SF'] as const;

/** Forty tasks: groups with parts, milestones, tasks without days, fixed and due ones, those that are done. */
function randomPlan(pick: (below: number) => number): PlannedTask[] {
  return Array.from({ length: 40 }, (_, index): PlannedTask => {
    const startOn = addDays('2025-10-01' as Day, pick(30));
    const milestone = pick(8) === 0;
    const isDateless = pick(10) === 0;
    return {
      id: `${index}`, title: `${index}`, startOn: isDateless ? null : startOn, endOn: isDateless ? null : milestone ? startOn : addDays(startOn, pick(5)), milestone, fixed: pick(12) === 0,
      notBeforeOn: null, dueOn: pick(8) === 0 ? addDays(startOn, 6) : null, parentId: index > 4 && pick(5) === 0 ? `${pick(4)}` : null, durationUnit: pick(2) === 0 ? 'day' : 'workday',
      state: pick(10) === 0 ? 'done' : pick(15) === 0 ? 'cancelled' : 'open',
      links: index > 4 && pick(2) === 0 ? [{ predecessorId: `${pick(index)}`, type: TYPES[pick(4)] ?? 'FS', lagDays: pick(3) - 1, lagUnit: 'day' }] : [],
    };
  });
}

/** What is broken comes in the order in which a plan is walked, which is free between tasks that do not wait for each other. */
const ordered = (effect: DelayEffect): DelayEffect => ({ ...effect, blocked: effect.blocked.toSorted((a, b) => `${a.id} ${a.reason}`.localeCompare(`${b.id} ${b.reason}`)) });

it('tells of every delay what the whole plan tells, with D-day named and without', () => {
  const calendar = planCalendar();
  let smaller = 0;
  let following = 0;
  for (let seed = 0; seed < 60; seed += 1) {
    const tasks = randomPlan(numbers(seed));
    for (const task of tasks.filter(({ endOn, state }) => endOn !== null && state === 'open').slice(0, 12)) {
      for (const dDay of [[], ['39', '38']]) {
        const around = planAround(tasks, [task.id], dDay);
        const moved = [{ id: task.id, startOn: task.startOn as Day, endOn: addDays(task.endOn as Day, 1 + (seed % 9)) }];
        const whole = effectOfDelay(tasks, moved, calendar, dDay);
        expect(ordered(effectOfDelay(around, moved, calendar, dDay)), `plan ${seed}, task ${task.id}`).toEqual(ordered(whole));
        smaller += Number(around.length < tasks.length / 2);
        following += Number(whole.slipped.length > 0);
      }
    }
  }
  expect(smaller).toBeGreaterThan(200);
  expect(following).toBeGreaterThan(150);
});
