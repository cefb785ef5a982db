import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharesOf, splitBudget, splitChannels } from './playbook.money.rules.ts';

const line = (share: number, reserve = false) => ({ share, reserve });

test('the source’s own budget comes back from its shares', () => {
  const amounts = [800_000, 1_500_000, 1_200_000, 600_000, 500_000];
  const lines = sharesOf(amounts).map((share, index) => line(share, index === 4));
  expect(splitBudget(4_600_000, lines)).toEqual(amounts);
});

test('whole yuan; the reserve takes what is less', () => {
  expect(splitBudget(10_000_055, [line(30), line(30), line(27.5), line(12.5, true)])).toEqual([3_000_000, 3_000_000, 2_750_000, 1_250_055]);
  expect(splitBudget(1_000_00, [line(33.3), line(33.3), line(33.4, true)])).toEqual([333_00, 333_00, 334_00]);
  expect(splitBudget(0, [line(50), line(50)])).toEqual([0, 0]);
  expect(splitBudget(500, [])).toEqual([]);
});

const share = fc.integer({ min: 0, max: 10_000 }).map((value) => value / 100);
const cents = fc.integer({ min: 0, max: 999_999_999_999 });

test('whatever the shares, the parts add up to the total and none is more than a yuan from its share', () => {
  fc.assert(fc.property(cents, fc.array(share, { minLength: 1, maxLength: 12 }), (total, shares) => {
    const parts = splitBudget(total, shares.map((one, index) => line(one, index === 0)));
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
    expect(parts.every((part) => part >= 0)).toBe(true);
    const sum = shares.reduce((all, one) => all + one, 0);
    if (sum > 0) for (const [index, part] of parts.entries()) expect(Math.abs(part - (total * (shares[index] ?? 0)) / sum)).toBeLessThan(201);
  }));
});

test('channels use up their category, leave open what is not shared out, and never exceed it', () => {
  const channels = [{ category: 'a', share: 30 }, { category: 'a', share: 70 }, { category: 'b', share: 25 }, { category: 'none', share: 100 }];
  expect(splitChannels(channels, new Map([['a', 1_000_01], ['b', 400_00]]))).toEqual([300_00, 700_01, 100_00, 0]);
  fc.assert(fc.property(cents, fc.array(share, { minLength: 1, maxLength: 8 }), (total, shares) => {
    const used = splitChannels(shares.map((one) => ({ category: 'a', share: one })), new Map([['a', total]])).reduce((sum, part) => sum + part, 0);
    expect(used).toBeLessThanOrEqual(total);
    if (shares.reduce((all, one) => all + one, 0) >= 100) expect(used).toBe(total);
  }));
});

test('shares of amounts add up to 100 and give the amounts back', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 9_999_999 }).map((yuan) => yuan * 100), { minLength: 1, maxLength: 12 }), (amounts) => {
    const shares = sharesOf(amounts);
    const total = amounts.reduce((sum, amount) => sum + amount, 0);
    expect(Math.abs(shares.reduce((sum, one) => sum + one, 0) - 100)).toBeLessThan(0.001);
    if (total > 0) for (const [index, part] of splitBudget(total, shares.map((one) => line(one))).entries()) expect(Math.abs(part - (amounts[index] ?? 0))).toBeLessThanOrEqual(100);
  }));
});
