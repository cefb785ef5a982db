import { describe, expect, it } from 'vitest';
import type { Pace } from '../budget.contract.ts';
import { burnOf } from './burn.geometry.ts';

const pace = (today: string, points: readonly (readonly [string, number, number, number])[]): Pace => ({
  startsOn: '2025-10-01', endsOn: '2025-10-10', today, allocatedCents: 1_000, spendings: [],
  points: points.map(([on, spentCents, committedCents, reservedCents]) => ({ on, spentCents, committedCents, reservedCents })),
});

describe('the burn chart', () => {
  it('stacks steps that end today, under the ceiling', () => {
    const burn = burnOf(pace('2025-10-05', [['2025-10-02', 0, 200, 100], ['2025-10-04', 100, 100, 0]]), 400);
    // 1,000 of 1,120 is the ceiling: 107 from the top; a day is 100 wide.
    expect(burn.ceilingY).toBeCloseTo(0.107, 3);
    expect(burn.todayX).toBe(0.5);
    expect(burn.layers[0]?.path).toBe('M0 1000L100 1000L100 1000L300 1000L300 911L500 911L500 1000L300 1000L300 1000L100 1000L100 1000L0 1000Z');
    expect(burn.layers[1]?.path).toContain('L100 821L300 821L300 821L500 821');
    expect(burn.projectedPath).toBe('M500 911L1000 643');
    expect(burn.evenPath).toBe('M0 1000L1000 107');
    expect([burn.spentCents, burn.heldCents]).toEqual([100, 200]);
  });
  it('begins with what was bought before the campaign, and ends with it', () => {
    const burn = burnOf(pace('2025-11-01', [['2025-09-21', 100, 0, 0], ['2025-10-10', 900, 0, 0]]), 900);
    expect([burn.from, burn.to]).toEqual(['2025-09-21', '2025-10-10']);
    expect(burn.evenPath).toBe('M500 1000L1000 107');
    expect([burn.todayX, burn.projectedPath]).toEqual([null, null]);
  });
  it('a forecast above the budget is inside the picture', () => {
    expect(burnOf(pace('2025-10-05', [['2025-10-02', 600, 0, 0]]), 1_200).finalY).toBeGreaterThan(0.1);
    expect(burnOf(pace('2025-10-05', []), null).projectedPath).toBeNull();
  });
});
