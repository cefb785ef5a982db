import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Balance } from './budget.contract.ts';
import { draftVerdict, takeWay, type Draft, type DraftLine, type Holding, type WayOut } from './budget.draft.rules.ts';

const balance = (allocatedCents: number, held = 0): Balance => ({ allocatedCents, freeCents: allocatedCents - held, reservedCents: held, committedCents: 0, spentCents: 0 });
const line = (id: string, category: string, allocated: number, held = 0): DraftLine => ({ id, category, detail: '', balance: balance(allocated, held) });

// T1 after a while: 物料 has 3,000 of its 8,000 left.
const lines = [line('m', '物料制作费', 800_000, 500_000), line('p', '线上推广费', 1_500_000), line('v', '场地租赁费', 1_200_000, 1_100_000), line('r', '应急备用金', 500_000)];
const waiting: Holding[] = [
  { id: 'a', lineId: 'm', kind: 'spending', amountCents: 200_000 },
  { id: 'b', lineId: 'm', kind: 'spending', amountCents: 300_000 },
  { id: 'c', lineId: 'm', kind: 'supplement', amountCents: 900_000 },
  { id: 'd', lineId: 'v', kind: 'spending', amountCents: 1_100_000 },
];
const ask = (draft: Partial<Draft>, over: Partial<{ lines: DraftLine[]; ownId: string }> = {}) =>
  draftVerdict({ kind: 'spending', lineId: 'm', toLineId: null, amountCents: 100_000, lines, waiting, ownId: 'own', ...draft, ...over });

describe('a draft is judged while it is written (P2.3)', () => {
  test('what fits: free now, what waits, free after, no way out needed', () => {
    const verdict = ask({ amountCents: 300_000 });
    expect(verdict).toMatchObject({ freeCents: 300_000, afterCents: 0, exceedsCents: 0, waitingCents: 500_000, ways: [] });
    expect(verdict?.waiting.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  test('its own reservation does not wait for itself, and a supplement holds nothing', () => {
    expect(ask({}, { ownId: 'b' })?.waiting.map(({ id }) => id)).toEqual(['a']);
  });

  test.each<[string, Partial<Draft>, number, WayOut[]]>([
    ['spending: smaller, a line that can give the rest, the reserve, a supplement', { amountCents: 420_000 }, 120_000, [
      { way: 'smaller', amountCents: 300_000 },
      { way: 'transfer', lineId: 'p', toLineId: 'm', amountCents: 120_000, freeCents: 1_500_000 },
      { way: 'reserve', lineId: 'r', toLineId: 'm', amountCents: 120_000, freeCents: 500_000 },
      { way: 'supplement', lineId: 'm', amountCents: 120_000 },
    ]],
    ['every line that has enough, the freest first', { amountCents: 400_000 }, 100_000, [
      { way: 'smaller', amountCents: 300_000 },
      { way: 'transfer', lineId: 'p', toLineId: 'm', amountCents: 100_000, freeCents: 1_500_000 },
      { way: 'transfer', lineId: 'v', toLineId: 'm', amountCents: 100_000, freeCents: 100_000 },
      { way: 'reserve', lineId: 'r', toLineId: 'm', amountCents: 100_000, freeCents: 500_000 },
      { way: 'supplement', lineId: 'm', amountCents: 100_000 },
    ]],
    ['what no line can give is a supplement', { amountCents: 2_000_000 }, 1_700_000, [{ way: 'smaller', amountCents: 300_000 }, { way: 'supplement', lineId: 'm', amountCents: 1_700_000 }]],
    ['a transfer asks another line for all of it', { kind: 'transfer', lineId: 'v', toLineId: 'm', amountCents: 150_000 }, 50_000, [
      { way: 'smaller', amountCents: 100_000 },
      { way: 'transfer', lineId: 'p', toLineId: 'm', amountCents: 150_000, freeCents: 1_500_000 },
      { way: 'reserve', lineId: 'r', toLineId: 'm', amountCents: 150_000, freeCents: 500_000 },
      { way: 'supplement', lineId: 'm', amountCents: 150_000 },
    ]],
    ['a draw on the reserve is never eased by the reserve', { kind: 'reserve', lineId: 'r', toLineId: 'm', amountCents: 600_000 }, 100_000, [
      { way: 'smaller', amountCents: 500_000 },
      { way: 'transfer', lineId: 'p', toLineId: 'm', amountCents: 600_000, freeCents: 1_500_000 },
      { way: 'supplement', lineId: 'm', amountCents: 600_000 },
    ]],
    ['a cut can only be smaller', { kind: 'cut', amountCents: 400_000 }, 100_000, [{ way: 'smaller', amountCents: 300_000 }]],
    ['a supplement never exceeds', { kind: 'supplement', amountCents: 99_000_000 }, 0, []],
  ])('%s', (_, draft, exceedsCents, ways) => {
    const verdict = ask(draft);
    expect(verdict?.exceedsCents).toBe(exceedsCents);
    expect(verdict?.ways).toEqual(ways);
  });

  test('nothing is free: no smaller amount is offered', () => {
    expect(ask({ amountCents: 1 }, { lines: [line('m', '物料制作费', 500_000, 500_000)] })?.ways).toEqual([{ way: 'supplement', lineId: 'm', amountCents: 1 }]);
  });

  test('both lines of a move are shown before and after', () => {
    expect(ask({ kind: 'transfer', lineId: 'p', toLineId: 'm', amountCents: 120_000 })).toMatchObject({ freeCents: 1_500_000, afterCents: 1_380_000, toFreeCents: 300_000, toAfterCents: 420_000 });
    expect(ask({ kind: 'supplement', amountCents: 120_000 })).toMatchObject({ freeCents: 300_000, afterCents: 420_000 });
  });

  test('no line, or a ledger that is not open: nothing to say', () => {
    expect(ask({ lineId: '' })).toBeUndefined();
    expect(ask({}, { lines: [{ id: 'm', category: '物料制作费', detail: '', balance: null }] })).toBeUndefined();
  });
});

describe('taking a way', () => {
  test('an order waits behind what brings the money; a move becomes it', () => {
    const way: WayOut = { way: 'transfer', lineId: 'p', toLineId: 'm', amountCents: 120_000, freeCents: 1_500_000 };
    const transfer: Draft = { kind: 'transfer', lineId: 'p', toLineId: 'm', amountCents: 120_000 };
    expect(takeWay({ kind: 'spending', lineId: 'm', toLineId: null, amountCents: 420_000 }, way)).toEqual({ instead: false, draft: transfer });
    expect(takeWay({ kind: 'transfer', lineId: 'v', toLineId: 'm', amountCents: 120_000 }, way)).toEqual({ instead: true, draft: transfer });
    expect(takeWay({ kind: 'reserve', lineId: 'r', toLineId: null, amountCents: 600_000 }, { way: 'supplement', lineId: 'r', amountCents: 100_000 }).instead).toBe(false);
  });
});

/** The balances once a move has been approved. */
function applied(before: readonly DraftLine[], move: Draft): readonly DraftLine[] {
  const change = (one: DraftLine, cents: number): DraftLine =>
    one.balance ? { ...one, balance: { ...one.balance, allocatedCents: one.balance.allocatedCents + cents, freeCents: one.balance.freeCents + cents } } : one;
  return before.map((one) => {
    if (move.kind === 'supplement') return one.id === move.lineId ? change(one, move.amountCents) : one;
    if (one.id === move.lineId) return change(one, -move.amountCents);
    return one.id === move.toLineId ? change(one, move.amountCents) : one;
  });
}

const anyLines = fc
  .array(fc.record({ reserve: fc.boolean(), allocated: fc.nat(5_000_000), share: fc.double({ min: 0, max: 1, noNaN: true }) }), { minLength: 2, maxLength: 6 })
  .map((rows) => rows.map(({ reserve, allocated, share }, index) => line(String(index), reserve ? '应急备用金' : '物料制作费', allocated, Math.floor(allocated * share))));

const anyDraft = fc.record({ all: anyLines, kind: fc.constantFrom('spending', 'transfer', 'reserve', 'cut'), from: fc.nat(5), to: fc.nat(5), amountCents: fc.integer({ min: 1, max: 6_000_000 }), toNone: fc.boolean() });

test('whatever is offered really fits: the way itself, and the draft after it', () => {
  let offered = 0;
  fc.assert(
    fc.property(anyDraft, ({ all, kind, from, to, amountCents, toNone }) => {
      const own = String(from % all.length);
      const other = String(to % all.length);
      if (kind === 'transfer' && own === other) return;
      const toLineId = kind === 'transfer' || (kind === 'reserve' && !toNone && own !== other) ? other : null;
      const draft: Draft = { kind: kind as Draft['kind'], lineId: own, toLineId, amountCents };
      const judge = (one: Draft, rows: readonly DraftLine[]) => draftVerdict({ ...one, lines: rows, waiting: [], ownId: '' });
      const verdict = judge(draft, all);
      expect(verdict?.exceedsCents).toBe(Math.max(0, -(verdict?.afterCents ?? 0)));
      for (const way of verdict?.ways ?? []) {
        offered += 1;
        const taken = takeWay(draft, way);
        expect(taken.draft.amountCents).toBeGreaterThan(0);
        expect(judge(taken.draft, all)?.exceedsCents).toBe(0);
        const giver = all.find(({ id }) => id === taken.draft.lineId);
        if (way.way === 'transfer') expect(giver?.category).not.toBe('应急备用金');
        if (way.way === 'reserve') expect(giver?.category).toBe('应急备用金');
        if (!taken.instead) expect(judge(draft, applied(all, taken.draft))?.exceedsCents).toBe(0);
      }
    }),
    { numRuns: 400 },
  );
  expect(offered).toBeGreaterThan(100);
});
