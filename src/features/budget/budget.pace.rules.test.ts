import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays } from '#platform/shared/calendar.ts';
import { evenCents, lineForecast, timeShare, totalForecast, type Period } from './budget.pace.rules.ts';

const period = (today: string): Period => ({ startsOn: '2025-10-01', endsOn: '2025-10-20', today });
const balance = (allocatedCents: number, reservedCents = 0, committedCents = 0, spentCents = 0) => ({ allocatedCents, reservedCents, committedCents, spentCents });
const spendings = (...days: readonly (readonly [string, number])[]) => days.map(([on, spentCents]) => ({ on, spentCents }));

describe('time', () => {
  it.each([['2025-09-30', 0], ['2025-10-01', 0.05], ['2025-10-10', 0.5], ['2025-10-20', 1], ['2025-11-01', 1]])('%s', (today, share) => {
    expect(timeShare(period(today))).toBe(share);
    expect(evenCents(1_000_000, period(today))).toBe(share * 1_000_000);
  });
  it('a campaign of one day', () => {
    expect(timeShare({ startsOn: '2025-10-01', endsOn: '2025-10-01', today: '2025-10-01' })).toBe(1);
  });
});

describe('the final cost of a line', () => {
  it('is not known before anything is', () => {
    expect(lineForecast(balance(100_000), [], period('2025-10-10'))).toBeNull();
  });
  it('is what is known: spent, committed, reserved', () => {
    expect(lineForecast(balance(100_000, 5_000, 20_000, 30_000), spendings(['2025-10-02', 30_000]), period('2025-10-04'))).toEqual({ finalCents: 55_000, knownCents: 55_000, method: 'obligations', spentUpOn: null });
  });
  it('two invoices are not a rate, three days are', () => {
    const two = spendings(['2025-10-02', 20_000], ['2025-10-02', 10_000], ['2025-10-04', 10_000]);
    expect(lineForecast(balance(100_000, 0, 0, 40_000), two, period('2025-10-10'))?.finalCents).toBe(40_000);
    const three = spendings(['2025-10-02', 20_000], ['2025-10-04', 10_000], ['2025-10-06', 10_000]);
    expect(lineForecast(balance(100_000, 0, 0, 40_000), three, period('2025-10-10'))).toEqual({ finalCents: 80_000, knownCents: 40_000, method: 'run_rate', spentUpOn: null });
  });
  it('at a rate that is too fast, the allocated lasts until a day', () => {
    const days = spendings(['2025-10-02', 30_000], ['2025-10-05', 20_000], ['2025-10-08', 30_000]);
    // 80,000 in 10 days is 8,000 a day: 100,000 last 12.5 days, so the 13th day takes the rest.
    expect(lineForecast(balance(100_000, 0, 0, 80_000), days, period('2025-10-10'))).toEqual({ finalCents: 160_000, knownCents: 80_000, method: 'run_rate', spentUpOn: '2025-10-13' });
  });
  it('a day of refunds is no day of spending, and a cost of nothing is known', () => {
    const days = spendings(['2025-10-02', 30_000], ['2025-10-05', -10_000], ['2025-10-08', 10_000]);
    expect(lineForecast(balance(100_000, 0, 0, 30_000), days, period('2025-10-10'))?.method).toBe('obligations');
    expect(lineForecast(balance(100_000), spendings(['2025-10-02', 100], ['2025-10-03', -100]), period('2025-10-10'))?.finalCents).toBe(0);
  });
  it('before the first day there is no rate', () => {
    const days = spendings(['2025-09-01', 100], ['2025-09-02', 100], ['2025-09-03', 100]);
    expect(lineForecast(balance(1_000, 0, 0, 300), days, period('2025-09-20'))).toMatchObject({ finalCents: 300, method: 'obligations' });
  });

  const parts = fc.record({ free: fc.nat(1e9), reserved: fc.nat(1e9), committed: fc.nat(1e9), paid: fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.nat(1e8)), { maxLength: 8 }), now: fc.integer({ min: -10, max: 40 }) });
  it('never below what is known, above the allocated only by the rate, and then on a day before the end', () => {
    fc.assert(fc.property(parts, ({ free, reserved, committed, paid, now }) => {
      const spent = paid.reduce((sum, [, cents]) => sum + cents, 0);
      const line = balance(free + reserved + committed + spent, reserved, committed, spent);
      const when = period(addDays('2025-10-01', now));
      const found = lineForecast(line, paid.map(([day, spentCents]) => ({ on: addDays('2025-10-01', day), spentCents })), when);
      if (found === null) return expect([reserved, committed, spent, paid.length]).toEqual([0, 0, 0, 0]);
      expect(found.finalCents).toBeGreaterThanOrEqual(reserved + committed + spent);
      if (found.method === 'obligations') expect(found.finalCents).toBeLessThanOrEqual(line.allocatedCents);
      if (found.finalCents > line.allocatedCents + 100) expect(found.spentUpOn).not.toBeNull();
      if (found.spentUpOn) expect(found.finalCents).toBeGreaterThan(line.allocatedCents);
      if (found.spentUpOn) expect(found.spentUpOn >= when.startsOn && found.spentUpOn <= when.endsOn).toBe(true);
      return undefined;
    }));
  });
});

describe('the final cost of the campaign', () => {
  const forecast = (finalCents: number, knownCents = finalCents) => ({ finalCents, knownCents, method: 'obligations', spentUpOn: null }) as const;
  test('the sum of its lines; lines of which nothing is known are named, and the reserve is not meant to be spent', () => {
    const lines = [
      { forecast: forecast(800, 500), allocatedCents: 1_000, isReserve: false }, { forecast: forecast(200), allocatedCents: 1_000, isReserve: false },
      { forecast: null, allocatedCents: 600, isReserve: false }, { forecast: null, allocatedCents: 500, isReserve: true },
    ];
    expect(totalForecast(lines)).toEqual({ finalCents: 1_000, knownCents: 700, unknownLines: 1, fullCents: 1_600 });
  });
  it('is not known while no line is', () => {
    expect(totalForecast([{ forecast: null, allocatedCents: 500, isReserve: false }])).toEqual({ finalCents: null, knownCents: 0, unknownLines: 1, fullCents: 500 });
    expect(totalForecast([]).finalCents).toBeNull();
  });
});
