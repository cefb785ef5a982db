import { PLAIN } from '../src/features/schedule/engine/schedule.calendar.rules.ts';
import { tickOf, workdayCalendar } from '../src/features/schedule/plan/schedule.days.rules.ts';
import { compute, emptyResult } from '../src/features/schedule/engine/schedule.engine.rules.ts';
import { moveTasks } from '../src/features/schedule/plan/schedule.move.rules.ts';
import type { LinkCode, Network, Prepared } from '../src/features/schedule/engine/schedule.network.rules.ts';
import { planCalendar, type PlannedTask } from '../src/features/schedule/plan/schedule.planned.rules.ts';
import { prepare } from '../src/features/schedule/engine/schedule.prepare.rules.ts';
import { dayOf } from '../src/features/schedule/plan/schedule.days.rules.ts';
import { type Bench, median } from './figure.ts';

const TASKS = 10_000;
const LINKS_PER_TASK = 2;
const ROUNDS = 40;
const AIM_MS = 50;
const DRAGGED_TASKS = 2_000;
const START = tickOf('2025-01-06');
const TYPES = ['FS', 'SS', 'FF', 'SF'] as const;

/** The same numbers in every run (a linear congruential generator). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Each task waits for two of the two hundred before it; all four types, lags from -2 to 2, working and calendar days. */
function randomNetwork(): Network {
  const random = randomFrom(7);
  const tasks = Array.from({ length: TASKS }, () => ({ calendar: random(2), duration: random(6) }));
  const links = tasks.flatMap((_, to) => (to === 0 ? [] : Array.from({ length: LINKS_PER_TASK }, () => (
    { from: Math.max(0, to - 1 - random(200)), to, type: random(4) as LinkCode, lag: random(5) - 2, lagCalendar: random(2) }))));
  return { calendars: [workdayCalendar(), PLAIN], tasks, links, start: START };
}

/** The least that any of this can cost: one walk forward over the same columns, the longest path by durations alone. */
function barePass({ order, inStart, inLinks, linkFrom, duration }: Prepared, finish: Int32Array): number {
  let last = 0;
  for (let index = 0; index < order.length; index += 1) {
    const node = order[index] as number;
    let start = 0;
    for (let at = inStart[node] as number; at < (inStart[node + 1] as number); at += 1) {
      const before = finish[linkFrom[inLinks[at] as number] as number] as number;
      if (before > start) start = before;
    }
    finish[node] = start + (duration[node] as number);
    if ((finish[node] as number) > last) last = finish[node] as number;
  }
  return last;
}

function medianTime(run: (round: number) => unknown): number {
  return median(Array.from({ length: ROUNDS }, (_, round) => {
    const begin = performance.now();
    if (run(round) === undefined) throw new Error('nothing was computed');
    return performance.now() - begin;
  }));
}

function draggedPlan(): PlannedTask[] {
  const random = randomFrom(11);
  return Array.from({ length: DRAGGED_TASKS }, (_, index) => ({
    id: `t${index}`, title: '', startOn: dayOf(START + index), endOn: dayOf(START + index + random(4)), notBeforeOn: null, dueOn: null, fixed: false, milestone: false, parentId: null,
    durationUnit: random(2) === 0 ? 'day' : 'workday', state: 'open',
    links: index === 0 ? [] : [1, 2].map(() => ({ predecessorId: `t${Math.max(0, index - 1 - random(30))}`, type: TYPES[random(4)] ?? 'FS', lagDays: random(3), lagUnit: 'workday' })),
  }));
}

export const bench: Bench = {
  purpose: `early and late dates, slack and the critical path of ${TASKS.toLocaleString('en-US')} tasks with ${(TASKS * LINKS_PER_TASK).toLocaleString('en-US')} links of all four types in two calendars, median of ${ROUNDS}, one core`,
  async measure() {
    const network = randomNetwork();
    const prepared = prepare(network);
    const result = emptyResult(prepared);
    const finish = new Int32Array(prepared.nodeCount);
    const duration = prepared.duration;
    const recompute = medianTime((round) => {
      duration[round] = 1 + (round % 5); // something is dragged
      return compute(prepared, result).finish;
    });
    const plan = draggedPlan();
    const calendar = planCalendar();
    const first = plan[0] as PlannedTask;
    return [
      { what: 'recompute', value: recompute, unit: 'ms', aim: { atMost: AIM_MS }, bare: { what: 'longest path alone', value: medianTime(() => barePass(prepared, finish)) } },
      { what: 'prepare and compute', value: medianTime(() => compute(prepare(network)).finish), unit: 'ms' },
      { what: `what moves along, ${DRAGGED_TASKS.toLocaleString('en-US')} tasks`, value: medianTime((round) => moveTasks(plan, [{ id: first.id, startOn: dayOf(START + round), endOn: dayOf(START + round + 3) }], calendar)), unit: 'ms' },
    ];
  },
};
