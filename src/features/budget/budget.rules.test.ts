import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isReserve, overspentLines, reserveStanding, totalsOf, varianceOf } from './budget.rules.ts';

const line = (category: string, amountCents: number, actualCents: number | null = null) => ({ category, amountCents, actualCents });

/** T1, the source's own table. */
const T1 = [line('物料制作费', 800_000), line('线上推广费', 1_500_000), line('场地租赁费', 1_200_000), line('人员成本', 600_000), line('应急备用金', 500_000)];

describe('合计', () => {
  test('T1 adds up to 46,000, 5,000 of it in reserve', () => {
    expect(totalsOf(T1)).toEqual({ amountCents: 4_600_000, actualCents: null, reserveCents: 500_000 });
  });
  it('keeps "not yet" apart from zero', () => {
    expect(totalsOf([line('a', 1)]).actualCents).toBeNull();
    expect(totalsOf([line('a', 1, 0), line('b', 1)]).actualCents).toBe(0);
    expect(varianceOf(line('a', 100))).toBeNull();
    expect(varianceOf(line('a', 100, 0))).toBe(-100);
  });
  it('is the sum of any lines, exactly', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(1e12), fc.option(fc.integer({ min: -1e12, max: 1e12 })))), (rows) => {
      const totals = totalsOf(rows.map(([amount, actual]) => line('x', amount, actual)));
      expect(BigInt(totals.amountCents)).toBe(rows.reduce((sum, [amount]) => sum + BigInt(amount), 0n));
      expect(totals.actualCents === null).toBe(rows.every(([, actual]) => actual === null));
    }));
  });
});

describe('the reserve (P2.2)', () => {
  it.each([['应急备用金', true], ['备用金(10%)', true], ['不可预见费', true], ['Contingency reserve', true], ['物料制作费', false], ['', false]])('%s', (category, expected) => {
    expect(isReserve({ category })).toBe(expected);
  });
  it.each([
    ['T1: 5,000 of 46,000', 4_600_000, 500_000, 'inside', 0.1087],
    ['exactly 10 %', 4_600_000, 460_000, 'inside', 0.1],
    ['a cent below 10 %', 4_600_000, 459_999, 'below', 0.1],
    ['exactly 15 %', 4_600_000, 690_000, 'inside', 0.15],
    ['a cent above 15 %', 4_600_000, 690_001, 'above', 0.15],
    ['no reserve', 4_600_000, 0, 'none', 0],
  ] as const)('%s', (_, amountCents, reserveCents, standing, share) => {
    const found = reserveStanding({ amountCents, reserveCents });
    expect(found.standing).toBe(standing);
    expect(found.share).toBeCloseTo(share, 4);
  });
  it('keeps to the bounds of the company', () => {
    const standing = (reserveCents: number) => reserveStanding({ amountCents: 1_000_000, reserveCents }, { fromPercent: 5, toPercent: 8 }).standing;
    expect([49_999, 50_000, 80_000, 80_001].map(standing)).toEqual(['below', 'inside', 'inside', 'above']);
  });
  it('has no share of nothing', () => {
    expect(reserveStanding({ amountCents: 0, reserveCents: 0 })).toEqual({ share: null, standing: 'none', fromCents: 0, toCents: 0 });
  });
  it('takes exactly 15 % as inside, for every total', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e10 }), (part) => {
      expect(reserveStanding({ amountCents: part * 20, reserveCents: part * 3 }).standing).toBe('inside');
      expect(reserveStanding({ amountCents: part * 20, reserveCents: part * 3 + 1 }).standing).toBe('above');
      expect(reserveStanding({ amountCents: part * 20, reserveCents: part * 2 }).standing).toBe('inside');
    }));
  });
  it('calls what it advises inside, for every total', () => {
    fc.assert(fc.property(fc.integer({ min: 100, max: 1e12 }), (amountCents) => {
      const { fromCents, toCents } = reserveStanding({ amountCents, reserveCents: 0 });
      for (const reserveCents of [fromCents, toCents]) expect(reserveStanding({ amountCents, reserveCents }).standing).toBe('inside');
    }));
  });
});

describe('over budget (P2.3)', () => {
  it('names the lines that are, the worst first; on budget is not over', () => {
    const lines = [line('a', 100, 100), line('b', 100, 120), line('c', 100), line('d', 100, 250)];
    expect(overspentLines(lines).map(({ line: { category }, overCents }) => [category, overCents])).toEqual([['d', 150], ['b', 20]]);
  });
});
