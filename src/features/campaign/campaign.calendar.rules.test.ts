import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, weekday } from '#platform/shared/calendar.ts';
import { addMonths, barsOf, firstDay, isMonth, lastDay, periodDays, periodFacts, specialDay, weeksOf } from './campaign.calendar.rules.ts';

const aMonth = fc.tuple(fc.integer({ min: 2004, max: 2040 }), fc.integer({ min: 1, max: 12 })).map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);

describe('a month', () => {
  test('ends on its last day, leap years too', () => {
    expect([lastDay('2025-02'), lastDay('2024-02'), lastDay('2025-12')]).toEqual(['2025-02-28', '2024-02-29', '2025-12-31']);
    expect([addMonths('2025-12', 1), addMonths('2025-01', -1), addMonths('2025-10', 15)]).toEqual(['2026-01', '2024-12', '2027-01']);
    expect([isMonth('2025-13'), isMonth('2025-1'), isMonth(undefined), isMonth('2025-10')]).toEqual([false, false, false, true]);
  });
  test('is laid out in whole weeks from Monday that hold each of its days once', () => {
    fc.assert(fc.property(aMonth, (month) => {
      const days = weeksOf(month).flat();
      expect(days.length % 7).toBe(0);
      expect(weekday(days[0] as string)).toBe(1);
      expect(days.filter((day) => day.startsWith(month))).toHaveLength(daysBetween(firstDay(month), lastDay(month)) + 1);
      expect(days.slice(0, 7).some((day) => day.startsWith(month)) && days.slice(-7).some((day) => day.startsWith(month))).toBe(true);
    }));
  });
});

describe('bars', () => {
  const week = weeksOf('2025-10')[2] as readonly string[]; // 13 to 19 October
  test('stand on the days of their campaign and say whether it goes on', () => {
    const [bar] = barsOf([{ id: 'a', startsOn: '2025-10-01', endsOn: '2025-10-16' }], week);
    expect(bar).toMatchObject({ from: 0, to: 3, lane: 0, opens: false, closes: true });
    expect(barsOf([{ id: 'a', startsOn: '2025-10-20', endsOn: '2025-10-22' }], week)).toEqual([]);
  });
  test('never lie on each other', () => {
    const item = fc.record({ at: fc.integer({ min: -10, max: 10 }), length: fc.integer({ min: 0, max: 20 }) });
    fc.assert(fc.property(fc.array(item, { maxLength: 12 }), (drawn) => {
      const items = drawn.map(({ at, length }, index) => ({ id: String(index), startsOn: addDays('2025-10-13', at), endsOn: addDays('2025-10-13', at + length) }));
      const bars = barsOf(items, week);
      expect(bars).toHaveLength(items.filter((one) => one.startsOn <= '2025-10-19' && one.endsOn >= '2025-10-13').length);
      const cells = bars.flatMap((bar) => Array.from({ length: bar.to - bar.from + 1 }, (_, index) => `${bar.lane}:${bar.from + index}`));
      expect(new Set(cells).size).toBe(cells.length);
    }));
  });
});

describe('days', () => {
  test('the demo campaign of the source: 22 days, 11 of them worked in 2025, with the National Day holiday', () => {
    expect(periodFacts('2025-10-01', '2025-10-22')).toEqual({ days: 22, workingDays: 11, holidays: [{ from: '2025-10-01', to: '2025-10-08' }], covered: true });
    // Stocktaking on Monday the 20th makes a long weekend, the party on Sunday the 12th is worked.
    expect(periodFacts('2025-10-01', '2025-10-22', new Map([['2025-10-20', false], ['2025-10-12', true]]))).toEqual({
      days: 22, workingDays: 11, holidays: [{ from: '2025-10-01', to: '2025-10-08' }, { from: '2025-10-18', to: '2025-10-20' }], covered: true,
    });
    expect(periodFacts('2025-10-01', '2025-10-22', new Map([['2025-10-20', false]]))?.workingDays).toBe(10);
  });
  test('a period counts all of its days, and never more working days than days', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 6_000 }), fc.integer({ min: 0, max: 400 }), (start, length) => {
      const from = addDays('2010-01-01', start);
      const facts = periodFacts(from, addDays(from, length));
      expect(facts?.days).toBe(length + 1);
      expect(facts?.workingDays).toBeLessThanOrEqual(length + 1);
    }));
  });
  test('a weekend that is worked and a weekday that is free are special, an ordinary day is not', () => {
    expect([specialDay('2025-10-11'), specialDay('2025-10-03'), specialDay('2025-10-14'), specialDay('2025-10-12')]).toEqual(['workday', 'holiday', undefined, undefined]);
    expect(specialDay('2031-10-01')).toBeUndefined();
    expect(periodFacts('2031-10-01', '2031-10-02')?.covered).toBe(false);
  });
  test('a reversed or endless period has no facts', () => {
    expect(periodFacts('2025-10-02', '2025-10-01')).toBeUndefined();
    expect(periodFacts('2000-01-01', '2025-10-01')).toBeUndefined();
  });
  test('named periods', () => {
    expect(periodDays('now', '2025-10-17')).toEqual({ from: '2025-10-17', to: '2025-10-17' });
    expect(periodDays('next30', '2025-12-15')).toEqual({ from: '2025-12-15', to: '2026-01-14' });
    expect(periodDays('last90', '2025-10-17')).toEqual({ from: '2025-07-19', to: '2025-10-17' });
    expect(periodDays('lastYear', '2025-10-17')).toEqual({ from: '2024-01-01', to: '2024-12-31' });
  });
});
