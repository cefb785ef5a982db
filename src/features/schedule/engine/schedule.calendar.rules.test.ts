import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isWorkingDay } from '#platform/shared/calendar.ts';
import { add, between, nextWorked, PLAIN, previousWorked, subtract, windowCalendar } from './schedule.calendar.rules.ts';
import { dayOf, tickOf, workdayCalendar } from '../plan/schedule.days.rules.ts';

const shown = (day: string, length: number): string => dayOf(add(workdayCalendar(), tickOf(day), length) - 1);

describe('working days', () => {
  it.each([
    ['2025-09-29', 3, '2025-10-09'], // 10月1–8日 are free
    ['2025-09-28', 1, '2025-09-28'], // a Sunday that is worked for the holiday
    ['2025-10-09', 3, '2025-10-11'], // and a Saturday
    ['2025-10-11', 2, '2025-10-13'],
  ])('%s for %i working days ends on %s', (day, length, last) => {
    expect(shown(day, length)).toBe(last);
  });

  it('takes the company’s own days and a person’s leave over the national arrangement', () => {
    const calendar = workdayCalendar({ overrides: new Map([['2025-10-08', true]]), leave: ['2025-09-30'] });
    expect(dayOf(add(calendar, tickOf('2025-09-29'), 3) - 1)).toBe('2025-10-09');
    expect(dayOf(nextWorked(calendar, tickOf('2025-09-30')))).toBe('2025-10-08');
    expect(dayOf(previousWorked(calendar, tickOf('2025-10-05')) - 1)).toBe('2025-09-29');
  });

  it('agrees with the national calendar day by day, also far outside the known years', () => {
    const calendar = workdayCalendar({ overrides: new Map([['1990-01-06', true], ['2050-12-28', false]]) });
    for (const [from, days] of [['1989-12-20', 40], ['2003-12-20', 40], ['2025-01-01', 365], ['2026-12-20', 40], ['2050-12-20', 30], ['2120-01-01', 30]] as const) {
      for (let index = 0; index < days; index += 1) {
        const day = addDays(from, index);
        const works = day === '1990-01-06' ? true : day === '2050-12-28' ? false : isWorkingDay(day);
        expect([day, between(calendar, tickOf(day), tickOf(day) + 1)]).toEqual([day, Number(works)]);
      }
    }
  });
});

/** Ten ticks of their own between repeated patterns of five; nothing else knows how the window is kept. */
const patterns = fc.tuple(fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), fc.array(fc.boolean(), { minLength: 10, maxLength: 10 })).filter(([week]) => week.includes(true));
const works = (week: readonly boolean[], own: readonly boolean[], tick: number): boolean => (tick >= 0 && tick < 10 ? own[tick] : week[((tick % 5) + 5) % 5]) === true;

it('three functions say the same as counting tick by tick', () => {
  fc.assert(fc.property(patterns, fc.integer({ min: -40, max: 40 }), fc.integer({ min: 0, max: 30 }), ([week, own], tick, duration) => {
    const spans = Array.from({ length: 30 }, (_, index) => index - 10).filter((at) => works(week, own, at)).map((at) => ({ from: at, to: at + 1 }));
    const calendar = windowCalendar({ from: -10, to: 20, period: 5, spans });
    let end = tick;
    for (let left = duration; left > 0; end += 1) if (works(week, own, end)) left -= 1;
    let begin = tick;
    for (let left = duration; left > 0; ) {
      begin -= 1;
      if (works(week, own, begin)) left -= 1;
    }
    let next = tick;
    while (!works(week, own, next)) next += 1;
    let last = tick;
    while (!works(week, own, last - 1)) last -= 1;
    expect([add(calendar, tick, duration), subtract(calendar, tick, duration), nextWorked(calendar, tick), previousWorked(calendar, tick)]).toEqual([end, begin, next, last]);
  }), { numRuns: 2000 });
});

it('without rest every tick counts, and a week without work is no rest', () => {
  expect([add(PLAIN, 3, 4), subtract(PLAIN, 3, 4), between(PLAIN, 9, 4), nextWorked(PLAIN, 5), previousWorked(PLAIN, 5)]).toEqual([7, -1, -5, 5, 5]);
  expect(windowCalendar({ from: 0, to: 28, period: 7, spans: [] })).toBe(PLAIN);
});
