import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Balance, Budget, BudgetLine } from './budget.contract.ts';
import { drawsByCause } from './budget.reserve.rules.ts';
import { movementOf, partCents, PARTS, standingOf, totalBalance } from './budget.standing.rules.ts';

const balanceOf = (freeCents: number, reservedCents = 0, committedCents = 0, spentCents = 0): Balance => ({ allocatedCents: freeCents + reservedCents + committedCents + spentCents, freeCents, reservedCents, committedCents, spentCents });
const line = (category: string, balance: Balance | null): BudgetLine => ({ id: category, category, detail: '', amountCents: balance?.allocatedCents ?? 0, plannedCents: 0, actualCents: null, ownerText: '', ownerId: null, note: '', position: 1, afterPlan: false, balance });
const budget = (lines: readonly BudgetLine[]): Budget => ({
  lines: [...lines], totals: { amountCents: 0, actualCents: null, reserveCents: 0, plannedCents: 0 }, opened: true, waiting: [],
  rules: { reserveFromPercent: 10, reserveToPercent: 15, warnPercents: [80, 95] }, period: { startsOn: '2025-10-01', endsOn: '2025-10-20', today: '2025-10-10' },
  can: { write: false, note: false, addLine: false, ask: false, recordInvoices: false, keepAccounts: false },
});

describe('where an opened budget stands', () => {
  test('warnings, forecasts and the whole', () => {
    const pace = {
      startsOn: '2025-10-01', endsOn: '2025-10-20', today: '2025-10-10', allocatedCents: 0, points: [],
      spendings: [['2025-10-02', 30_000], ['2025-10-05', 20_000], ['2025-10-08', 30_000]].map(([on, spentCents]) => ({ lineId: '推广', on: String(on), spentCents: Number(spentCents) })),
    };
    const found = standingOf(budget([line('物料', balanceOf(100)), line('推广', balanceOf(20_000, 0, 0, 80_000)), line('场地', balanceOf(0, 0, 100, 0)), line('应急备用金', balanceOf(500)), line('未开', null)]), pace);
    expect(found.lines.map((one) => [one.line.category, one.tone, one.forecast?.finalCents ?? null, one.isReserve])).toEqual([
      ['物料', 'none', null, false], ['推广', 'raised', 160_000, false], ['场地', 'high', 100, false], ['应急备用金', 'none', null, true],
    ]);
    expect(found.warned.map((one) => one.line.category)).toEqual(['场地', '推广']);
    expect(found.runningOut.map((one) => one.forecast?.spentUpOn)).toEqual(['2025-10-13']);
    expect(found.total).toEqual(balanceOf(20_600, 0, 100, 80_000));
    expect(found.forecast).toEqual({ finalCents: 160_100, knownCents: 80_100, unknownLines: 1, fullCents: 160_200 });
  });
  it('the parts of the whole are the sums of the parts, and make up the allocated', () => {
    const amount = fc.nat(1e12);
    fc.assert(fc.property(fc.array(fc.tuple(amount, amount, amount, amount), { maxLength: 40 }), (rows) => {
      const total = totalBalance(rows.map((row) => balanceOf(...row)));
      expect(PARTS.reduce((sum, part) => sum + partCents(total, part), 0)).toBe(total.allocatedCents);
      expect(total.reservedCents).toBe(rows.reduce((sum, row) => sum + row[1], 0));
    }));
  });
});

describe('what an entry moves', () => {
  const none = { allocatedDelta: 0, reservedDelta: 0, committedDelta: 0, spentDelta: 0 };
  it.each([
    ['allocate', { allocatedDelta: 5 }, null, 'free'], ['cut', { allocatedDelta: -5 }, 'free', null], ['reserve', { reservedDelta: 5 }, 'free', 'reserved'],
    ['commit', { reservedDelta: -5, committedDelta: 5 }, 'reserved', 'committed'], ['release', { committedDelta: -5 }, 'committed', 'free'],
    ['spend', { committedDelta: -5, spentDelta: 5 }, 'committed', 'spent'], ['spend at once', { spentDelta: 5 }, 'free', 'spent'], ['refund', { spentDelta: -5 }, 'spent', 'free'],
  ] as const)('%s', (_, deltas, from, to) => {
    expect(movementOf({ ...none, ...deltas })).toEqual({ from, to });
  });
});

test('draws on the reserve by cause: approved and waiting apart, what came to nothing left out (P2.2)', () => {
  const draw = (causeKind: string, amountCents: number, state: string) => ({ causeKind, amountCents, state });
  expect(drawsByCause([draw('price', 100, 'approved'), draw('incident', 300, 'closed'), draw('incident', 50, 'submitted'), draw('other', 900, 'returned'), draw('other', 900, 'withdrawn'), draw('shortage', 70, 'submitted'), draw('other', 10, 'draft')])).toEqual({
    causes: [
      { cause: 'incident', draws: 2, drawnCents: 300, waitingCents: 50 }, { cause: 'price', draws: 1, drawnCents: 100, waitingCents: 0 }, { cause: 'shortage', draws: 1, drawnCents: 0, waitingCents: 70 },
    ],
    drawnCents: 400, waitingCents: 120,
  });
});
