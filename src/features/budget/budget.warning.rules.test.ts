import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usedCents, useShare, WARN_PERCENTS, warningLevel, warningTone } from './budget.warning.rules.ts';

const balance = (allocatedCents: number, reservedCents = 0, committedCents = 0, spentCents = 0) => ({ allocatedCents, reservedCents, committedCents, spentCents });

describe('warnings (P2.3)', () => {
  it.each([
    ['nothing used', balance(100_000), 0, 'none'],
    ['a cent below 80 %', balance(100_000, 79_999), 0, 'none'],
    ['exactly 80 %', balance(100_000, 20_000, 30_000, 30_000), 80, 'raised'],
    ['a cent below 95 %', balance(100_000, 0, 94_999), 80, 'raised'],
    ['exactly 95 %', balance(100_000, 0, 0, 95_000), 95, 'high'],
    ['all of it', balance(100_000, 0, 0, 100_000), 95, 'high'],
    ['nothing allocated', balance(0), 0, 'none'],
    ['29 %: 0.29 × 100 is not 29 in binary fractions', balance(100, 0, 0, 29), 0, 'none'],
  ] as const)('%s', (_, line, level, tone) => {
    expect(warningLevel(line, WARN_PERCENTS)).toBe(level);
    expect(warningTone(level, WARN_PERCENTS)).toBe(tone);
  });
  it('follows the shares of the company, in any order', () => {
    expect(warningLevel(balance(100, 0, 0, 29), [100, 29, 50])).toBe(29);
    expect(warningTone(29, [29])).toBe('high');
  });
  it('has no share of nothing', () => {
    expect(useShare(balance(0))).toBeNull();
    expect(useShare(balance(4, 1, 1, 1))).toBe(0.75);
    expect(usedCents(balance(4, 1, 1, 1))).toBe(3);
  });
  it('never falls while more is used, and is exact', () => {
    const parts = fc.tuple(fc.nat(1e11), fc.nat(1e11), fc.nat(1e11), fc.nat(1e11));
    fc.assert(fc.property(parts, fc.nat(1e10), fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 4 }), ([free, reserved, committed, spent], more, percents) => {
      const line = balance(free + reserved + committed + spent, reserved, committed, spent);
      const level = warningLevel(line, percents);
      for (const percent of percents) {
        const reached = line.allocatedCents > 0 && BigInt(usedCents(line)) * 100n >= BigInt(percent) * BigInt(line.allocatedCents);
        expect(level >= percent).toBe(reached || percents.some((other) => other > percent && level >= other));
      }
      const step = Math.min(more, free);
      expect(warningLevel({ ...line, spentCents: spent + step }, percents)).toBeGreaterThanOrEqual(level);
    }));
  });
});
