import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAIN } from './schedule.calendar.rules.ts';
import { compute } from './schedule.engine.rules.ts';
import { FS, NONE, type NetworkTask } from './schedule.network.rules.ts';
import { prepare } from './schedule.prepare.rules.ts';

const network = (tasks: readonly Partial<NetworkTask>[], pairs: readonly (readonly [number, number])[]) => prepare({
  calendars: [PLAIN], start: 0, tasks: tasks.map((task) => ({ calendar: 0, duration: 2, ...task })), links: pairs.map(([from, to]) => ({ from, to, type: FS, lag: 0, lagCalendar: 0 })),
});
const plain = (count: number): object[] => Array.from({ length: count }, () => ({}));

describe('circles', () => {
  it.each<[string, Partial<NetworkTask>[], [number, number][], number[][]]>([
    ['none', plain(3), [[0, 1], [1, 2], [0, 2]], []],
    ['a task that waits for itself', plain(2), [[1, 1]], [[1]]],
    ['two tasks, others before and behind', plain(4), [[0, 2], [2, 1], [1, 2], [1, 3]], [[1, 2]]],
    ['the way round is told in the order of waiting', plain(4), [[3, 1], [1, 2], [2, 0], [0, 3]], [[0, 3, 1, 2]]],
    ['two apart', plain(5), [[0, 1], [1, 0], [3, 4], [4, 3]], [[0, 1], [3, 4]]],
    ['an eight: every task is in one that is told', plain(3), [[0, 1], [1, 0], [1, 2], [2, 1]], [[0, 1], [1, 2]]],
    ['a part that waits for its own parent', [{}, { parent: 0 }, { parent: 0 }], [[0, 1]], [[0, 1]]],
    ['parents round each other through their parts', [{}, { parent: 0 }, {}, { parent: 2 }], [[0, 3], [2, 1]], [[0, 3, 2, 1]]],
  ])('%s', (_, tasks, pairs, cycles) => {
    expect(network(tasks, pairs).cycles).toEqual(cycles);
  });

  it('leave the dates of everything else alone', () => {
    const result = compute(network(plain(5), [[0, 1], [1, 2], [2, 1], [2, 3], [0, 4]]));
    expect(Array.from(result.earlyStart)).toEqual([0, 2, 0, 2, 2]);
  });

  it('name exactly the tasks that can be reached from themselves, and each circle is one', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 8 }).chain((count) => fc.tuple(fc.constant(count), fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 14 }))), ([count, pairs]) => {
      const reaches = Array.from({ length: count }, (_, from) => new Set(pairs.filter(([a]) => a === from).map(([, b]) => b)));
      for (let round = 0; round < count; round += 1) for (const set of reaches) for (const at of [...set]) for (const to of reaches[at] ?? []) set.add(to);
      const { cycles, order } = network(plain(count), pairs);
      expect([...new Set(cycles.flat())].toSorted((a, b) => a - b)).toEqual(Array.from(reaches.keys()).filter((task) => reaches[task]?.has(task)));
      for (const cycle of cycles) cycle.forEach((task, index) => expect(pairs.some(([a, b]) => a === task && b === cycle[(index + 1) % cycle.length])).toBe(true));
      expect(order.length).toBe(count);
    }), { numRuns: 2000 });
  });

  it('of parents within parents end', () => {
    const { parentOf } = network([{ parent: 1 }, { parent: 2 }, { parent: 0 }, { parent: 3 }], []);
    expect(Array.from(parentOf).filter((parent) => parent === -1).length).toBe(2);
  });
});

describe('parents', () => {
  it('span what lies beneath, and their links are those of everything beneath', () => {
    // 0 parent of 1 and 2 (one after the other); 3 waits for the parent; 4 is a parent of 5 and 6 that waits for 3
    const tasks = [{}, { parent: 0 }, { parent: 0, duration: 3 }, { duration: 1 }, {}, { parent: 4 }, { parent: 4, duration: 5 }];
    const result = compute(network(tasks, [[1, 2], [0, 3], [3, 4]]));
    expect(Array.from(result.earlyStart).slice(0, 7)).toEqual([0, 0, 2, 5, 6, 6, 6]);
    expect(Array.from(result.earlyFinish).slice(0, 7)).toEqual([5, 2, 5, 6, 11, 8, 11]);
    expect(Array.from(result.totalSlack).slice(0, 7)).toEqual([0, 0, 0, 0, 0, 3, 0]);
    expect(Array.from(result.freeSlack).slice(0, 7)).toEqual([0, 0, 0, 0, 0, 3, 0]);
    expect(Array.from(result.critical).slice(0, 7)).toEqual([1, 1, 1, 1, 1, 0, 1]);
  });

  it('pass what binds them on to their parts', () => {
    const result = compute(network([{ notBefore: 4, deadline: 9 }, { parent: 0 }, { parent: 0 }, { duration: 20 }], [[1, 2]]));
    expect([result.earlyStart[1], result.lateFinish[2], result.totalSlack[1]]).toEqual([4, 9, 1]);
  });

  it('without active parts have no dates', () => {
    const result = compute(network([{}, { parent: 0, inactive: true }, {}], [[0, 2], [1, 2]]));
    expect([result.earlyStart[0], result.earlyStart[1], result.earlyStart[2]]).toEqual([NONE, NONE, 0]);
  });

  it('at whose beginning others wait are begun by their first part', () => {
    const prepared = prepare({ calendars: [PLAIN], start: 0, links: [{ from: 0, to: 3, type: 1, lag: 2, lagCalendar: 0 }], tasks: [{}, { parent: 0, notBefore: 5 }, { parent: 0, notBefore: 3 }, {}].map((task) => ({ calendar: 0, duration: 4, ...task })) });
    const result = compute(prepared);
    expect([result.earlyStart[3], result.totalSlack[1], result.totalSlack[2]]).toEqual([5, 0, 0]);
  });
});
