import { describe, expect, it } from 'vitest';
import { attainment, goalsStanding, isReached } from './goal.rules.ts';

const goal = (target: number, actual: number | null, direction: 'up' | 'down' = 'up', metric = '订单量') => ({ metric, target, actual, direction });

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
  ] as const)('%s', (_, one, share, reached) => {
    if (share === null) expect(attainment(one)).toBeNull();
    else expect(attainment(one)).toBeCloseTo(share, 4);
    expect(isReached(one)).toBe(reached);
  });
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
