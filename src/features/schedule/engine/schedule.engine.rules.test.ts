import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bruteEarly, bruteFree, bruteLate, type BruteLink, type BruteTask } from './schedule.brute.fixture.ts';
import { PLAIN, windowCalendar, type WorkCalendar } from './schedule.calendar.rules.ts';
import { compute } from './schedule.engine.rules.ts';
import type { LinkCode, NetworkLink, NetworkTask } from './schedule.network.rules.ts';
import { prepare } from './schedule.prepare.rules.ts';

const WEEKS: readonly (readonly boolean[])[] = [[true], [true, true, true, true, true, false, false], [true, false, true, false, false]];
const worksIn = (week: readonly boolean[]) => (tick: number): boolean => week[((tick % week.length) + week.length) % week.length] === true;
const CALENDARS: readonly WorkCalendar[] = WEEKS.map((week) => {
  const period = week.length;
  const spans = Array.from({ length: 2 * period }, (_, tick) => tick).filter(worksIn(week)).map((tick) => ({ from: tick, to: tick + 1 }));
  return period === 1 ? PLAIN : windowCalendar({ from: 0, to: 2 * period, period, spans });
});

interface Case {
  readonly tasks: readonly { calendar: number; duration: number }[];
  readonly links: readonly NetworkLink[];
  readonly start: number;
}

/** Tasks in any order; a link goes from a task of lower rank to one of higher rank, so that there is no circle. */
const networks = (calendars = WEEKS.length): fc.Arbitrary<Case> => fc.integer({ min: 1, max: 7 }).chain((count) => fc.record({
  tasks: fc.array(fc.record({ calendar: fc.nat(calendars - 1), duration: fc.nat(5) }), { minLength: count, maxLength: count }),
  ranks: fc.shuffledSubarray(Array.from({ length: count }, (_, index) => index), { minLength: count }),
  links: fc.array(fc.record({ a: fc.nat(count - 1), b: fc.nat(count - 1), type: fc.constantFrom<LinkCode>(0, 1, 2, 3), lag: fc.integer({ min: -4, max: 4 }), lagCalendar: fc.nat(calendars - 1) }), { maxLength: 10 }),
  start: fc.integer({ min: 0, max: 9 }),
})).map(({ tasks, ranks, links, start }) => ({
  tasks, start,
  links: links.filter(({ a, b }) => a !== b).map(({ a, b, ...link }) => ({ ...link, from: ranks[Math.min(a, b)] as number, to: ranks[Math.max(a, b)] as number })),
}));

const run = ({ tasks, links, start }: Case, more: { finish?: number } = {}) => compute(prepare({ calendars: CALENDARS, tasks, links, start, ...more }));
const brute = ({ tasks, links }: Case): { tasks: BruteTask[]; links: BruteLink[] } => ({
  tasks: tasks.map(({ calendar, duration }) => ({ duration, works: worksIn(WEEKS[calendar] as boolean[]) })),
  links: links.map((link) => ({ ...link, lagWorks: worksIn(WEEKS[link.lagCalendar] as boolean[]) })),
});

describe('small networks with all four link types, lags and three calendars, against trying every tick', () => {
  it('early dates', () => {
    fc.assert(fc.property(networks(), (given) => {
      const result = run(given);
      const { tasks, links } = brute(given);
      bruteEarly(tasks, links, given.start).forEach((place, index) => expect([result.earlyStart[index], result.earlyFinish[index]]).toEqual([place.start, place.finish]));
    }), { numRuns: 3000 });
  });

  it('late dates, also with an end that is given', () => {
    fc.assert(fc.property(networks(), fc.option(fc.integer({ min: -5, max: 60 })), (given, end) => {
      const result = run(given, end === null ? {} : { finish: end });
      const { tasks, links } = brute(given);
      bruteLate(tasks, links, end ?? result.finish).forEach((place, index) => expect([result.lateStart[index], result.lateFinish[index]]).toEqual([place.start, place.finish]));
    }), { numRuns: 3000 });
  });

  it('free slack, which is never more than the total; none is below zero', () => {
    fc.assert(fc.property(networks(), (given) => {
      const result = run(given);
      const { tasks, links } = brute(given);
      const places = bruteEarly(tasks, links, given.start);
      given.tasks.forEach((_, index) => {
        expect(result.freeSlack[index]).toBe(bruteFree(tasks, links, places, index, result.finish));
        expect(result.freeSlack[index]).toBeLessThanOrEqual(result.totalSlack[index] as number);
        expect(result.totalSlack[index]).toBeGreaterThanOrEqual(0);
      });
      expect(given.tasks.some((_, index) => result.critical[index] === 1)).toBe(true);
    }), { numRuns: 3000 });
  });
});

it('a later start of the project moves every date by as much, when every tick is worked', () => {
  fc.assert(fc.property(networks(1), fc.integer({ min: 1, max: 50 }), (given, by) => {
    const before = run(given);
    const after = run({ ...given, start: given.start + by });
    for (const column of ['earlyStart', 'earlyFinish', 'lateStart', 'lateFinish'] as const) expect(Array.from(after[column])).toEqual(Array.from(before[column], (tick) => tick + by));
    expect(after.totalSlack).toEqual(before.totalSlack);
  }));
});

it('forwards and backwards are one: turned round, late dates become early ones', () => {
  const turned = [0, 2, 1, 3] as const; // a start that is held is a finish that is held, seen from the other end
  fc.assert(fc.property(networks(1), (given) => {
    const result = run(given);
    const mirror = run({ tasks: given.tasks, start: -result.finish, links: given.links.map((link) => ({ ...link, from: link.to, to: link.from, type: turned[link.type] })) });
    expect(Array.from(mirror.earlyStart)).toEqual(Array.from(result.lateFinish, (tick) => 0 - tick));
  }));
});

describe('constraints', () => {
  const one = (task: Partial<NetworkTask>, more: object = {}) => compute(prepare({ calendars: CALENDARS, start: 0, links: [{ from: 0, to: 1, type: 0, lag: 0, lagCalendar: 0 }, { from: 1, to: 2, type: 0, lag: 0, lagCalendar: 0 }], tasks: [{ calendar: 0, duration: 4 }, { calendar: 0, duration: 2, ...task }, { calendar: 0, duration: 3 }], ...more }));
  const dates = ({ earlyStart, earlyFinish, lateStart, lateFinish, totalSlack }: ReturnType<typeof one>, index: number) => [earlyStart, earlyFinish, lateStart, lateFinish, totalSlack].map((column) => column[index]);

  it.each<[string, Partial<NetworkTask>, number[], number[]]>([
    ['as soon as possible', {}, [0, 4, 0, 4, 0], [4, 6, 4, 6, 0]],
    ['not before', { notBefore: 7 }, [0, 4, 3, 7, 3], [7, 9, 7, 9, 0]],
    ['start no earlier', { constraint: 'snet', at: 7 }, [0, 4, 3, 7, 3], [7, 9, 7, 9, 0]],
    ['finish no earlier', { constraint: 'fnet', at: 10 }, [0, 4, 4, 8, 4], [8, 10, 8, 10, 0]],
    ['must start on, too early for what comes before', { constraint: 'mso', at: 3 }, [0, 4, -1, 3, -1], [3, 5, 3, 5, 0]],
    ['must finish on', { constraint: 'mfo', at: 12 }, [0, 4, 6, 10, 6], [10, 12, 10, 12, 0]],
    ['start no later', { constraint: 'snlt', at: 3 }, [0, 4, -1, 3, -1], [3, 5, 3, 5, 0]],
    ['finish no later', { constraint: 'fnlt', at: 20 }, [0, 4, 0, 4, 0], [4, 6, 4, 6, 0]],
    ['due by', { deadline: 5 }, [0, 4, -1, 3, -1], [4, 6, 3, 5, -1]],
    ['placed by hand', { placed: { start: 9, finish: 11 } }, [0, 4, 5, 9, 5], [9, 11, 9, 11, 0]],
    ['done holds nothing back', { placed: { start: 1, finish: 2 }, done: true }, [0, 4, 1, 5, 1], [1, 2, 1, 2, 0]],
  ])('%s', (_, task, before, own) => {
    const result = one(task);
    expect([dates(result, 0), dates(result, 1)]).toEqual([before, own]);
  });

  it('as late as possible is early dates with slack, and holds what comes after by its late dates', () => {
    const tasks = [{ calendar: 0, duration: 2, constraint: 'alap' as const }, { calendar: 0, duration: 1 }, { calendar: 0, duration: 9 }];
    const result = compute(prepare({ calendars: CALENDARS, start: 0, tasks, links: [{ from: 0, to: 1, type: 0, lag: 0, lagCalendar: 0 }] }));
    expect([dates(result, 0).slice(0, 4), result.earlyStart[1]]).toEqual([[0, 2, 6, 8], 8]);
  });
});
