import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STAGES } from '#features/campaign/campaign.rules.ts';
import { BUDGET_STATES, PLANNED_STAGES, RUNNING_STAGES, stagesOf, usedShare, warningOf } from './portfolio.budgets.rules.ts';

describe('warnings (P2.3)', () => {
  test.each([
    [10_000, 2_001, 'none'], [10_000, 2_000, 'near'], [10_000, 501, 'near'], [10_000, 500, 'full'], [10_000, 0, 'full'], [10_000, 10_000, 'none'],
    // Whole cents: 80 % of ¥333.33 is ¥266.664, so ¥266.66 is below and ¥266.67 above.
    [33_333, 6_667, 'none'], [33_333, 6_666, 'near'],
    [0, 0, 'none'],
  ] as const)('allocated %i with %i free: %s', (allocatedCents, freeCents, warning) => {
    expect(warningOf({ allocatedCents, freeCents }, 'live', [80, 95])).toBe(warning);
  });

  test('a closed campaign warns of nothing, and one threshold alone is the highest', () => {
    for (const stage of ['archived', 'cancelled'] as const) expect(warningOf({ allocatedCents: 100, freeCents: 0 }, stage, [80, 95])).toBe('none');
    expect(warningOf({ allocatedCents: 100, freeCents: 10 }, 'live', [90])).toBe('full');
    expect(warningOf({ allocatedCents: 100, freeCents: 10 }, 'live', [])).toBe('none');
  });

  test('more use never warns less', () => {
    const rank = { none: 0, near: 1, full: 2 };
    fc.assert(fc.property(fc.integer({ min: 1, max: 10 ** 9 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (allocatedCents, a, b) => {
      const at = (share: number) => rank[warningOf({ allocatedCents, freeCents: Math.round(allocatedCents * share) }, 'live', [80, 95])];
      expect(at(Math.min(a, b))).toBeGreaterThanOrEqual(at(Math.max(a, b)));
    }));
  });
});

test('without an amount there is no share', () => {
  expect(usedShare({ allocatedCents: 0, freeCents: 0 })).toBeNull();
  expect(usedShare({ allocatedCents: 4_600_000, freeCents: 2_484_000 })).toBeCloseTo(0.46);
});

test('every stage is either planned, running or closed, and each state names its stages', () => {
  expect([...PLANNED_STAGES, ...stagesOf('all')].toSorted()).toEqual([...STAGES].toSorted());
  expect(stagesOf('running')).toEqual(RUNNING_STAGES);
  for (const state of BUDGET_STATES) expect(stagesOf(state).length).toBeGreaterThan(0);
});
