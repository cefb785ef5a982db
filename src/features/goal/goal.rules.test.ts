import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { absoluteTarget, attainment, goalsStanding, isReached, ratioActual } from './goal.rules.ts';

const goal = (target: number, actual: number | null, direction: 'up' | 'down' = 'up', metric = '订单量', kind = 'count') => ({ metric, target, actual, direction, kind });

describe('attainment (R1.1)', () => {
  it.each([
    ['销量目标完成120%', goal(2000, 2400), 1.2, true],
    ['short of it', goal(10_000, 6200), 0.62, false],
    ['met to the unit', goal(15, 15), 1, true],
    ['获客成本: lower is better', goal(40, 34, 'down'), 1.1765, true],
    ['获客成本 above the target', goal(40, 50, 'down'), 0.8, false],
    ['nothing sold is 0 %, not "—"', goal(2000, 0), 0, false],
    ['a target of 0 has no share', goal(0, 12), null, true],
    ['complaints at 0 have no share but are reached', goal(0, 0, 'down'), null, true],
    ['not yet', goal(2000, null), null, false],
    ['新品销量 +50 %, grown by 60 %', goal(50, 60, 'up', '新品销量', 'growth'), 1.2, true],
    ['获客成本低于预算15%, and it came to 18 % below', goal(15, 18, 'down', '获客成本', 'growth'), 1.2, true],
    ['获客成本低于预算15%, and it came to 12 % below', goal(15, 12, 'down', '获客成本', 'growth'), 0.8, false],
    ['it got dearer instead: below zero', goal(15, -5, 'down', '获客成本', 'growth'), -1 / 3, false],
  ] as const)('%s', (_, one, share, reached) => {
    if (share === null) expect(attainment(one)).toBeNull();
    else expect(attainment(one)).toBeCloseTo(share, 4);
    expect(isReached(one)).toBe(reached);
  });

  it('reached is an attainment of at least 1, in both directions and every kind', () => {
    const figure = fc.double({ min: 0.01, max: 1e6, noNaN: true });
    fc.assert(fc.property(figure, figure, fc.constantFrom('up', 'down'), fc.constantFrom('count', 'money', 'rate', 'growth'), (target, actual, direction, kind) => {
      const one = goal(target, actual, direction as 'up', 'x', kind);
      expect(isReached(one)).toBe(Number(attainment(one)) >= 1);
    }));
  });
});

describe('the figure to be reached', () => {
  it.each([
    ['获客成本低于预算15%: 40 → 34', { kind: 'growth', direction: 'down', target: 15, baseline: 40 }, 34],
    ['品牌搜索量 +30 %: 12,000 → 15,600', { kind: 'growth', direction: 'up', target: 30, baseline: 12_000 }, 15_600],
    ['新品销量 +50 % of nothing known', { kind: 'growth', direction: 'up', target: 50, baseline: null }, null],
    ['2,000 orders are 2,000, whatever was before', { kind: 'count', direction: 'up', target: 2000, baseline: 1280 }, 2000],
    ['15 % repurchase', { kind: 'rate', direction: 'up', target: 15, baseline: null }, 15],
    ['to four decimals, no float dust', { kind: 'growth', direction: 'up', target: 10, baseline: 0.7 }, 0.77],
  ] as const)('%s', (_, one, figure) => expect(absoluteTarget(one)).toBe(figure));

  it('a growth that comes to its absolute target is attained exactly', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1, max: 90 }), fc.constantFrom('up', 'down'), (baseline, target, direction) => {
      const one = { kind: 'growth', direction: direction as 'up' | 'down', target, baseline };
      const actual = ratioActual(one, Number(absoluteTarget(one)), baseline);
      expect(Math.abs(Number(actual) - target)).toBeLessThan(0.011);
    }));
  });
});

describe('an actual from its two figures (S3)', () => {
  it.each([
    ['复购率 264 of 2,000', 'rate', 'up', 264, 2000, 13.2],
    ['获客成本 34,000 over 1,000 members', 'money', 'down', 34_000, 1000, 34],
    ['品牌搜索量 12,000 → 15,600', 'growth', 'up', 15_600, 12_000, 30],
    ['单客成本 40 → 34 is 15 % better', 'growth', 'down', 34, 40, 15],
    ['单客成本 40 → 46 is worse', 'growth', 'down', 46, 40, -15],
    ['a zero denominator has no rate', 'rate', 'up', 12, 0, null],
    ['nobody bought: 0 of 10 is 0', 'rate', 'up', 0, 10, 0],
  ] as const)('%s', (_, kind, direction, numerator, denominator, actual) => expect(ratioActual({ kind, direction }, numerator, denominator)).toBe(actual));
});

describe('where the goals stand', () => {
  it('counts what is reached, what is open, and names the furthest behind', () => {
    const goals = [goal(2000, 2400, 'up', '订单量'), goal(15, null, 'up', '复购率'), goal(10_000, 6200, 'up', '新增会员'), goal(40, 50, 'down', '获客成本')];
    expect(goalsStanding(goals)).toEqual({ count: 4, measured: 3, reached: 1, behind: { metric: '新增会员', attainment: 0.62 } });
  });
  it('has nobody behind before the first figure', () => {
    expect(goalsStanding([goal(1, null)])).toEqual({ count: 1, measured: 0, reached: 0, behind: null });
  });
});
