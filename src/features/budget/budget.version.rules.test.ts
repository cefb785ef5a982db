import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, type VersionLine } from './budget.version.rules.ts';

const line = (lineId: string, amountCents: number, category = lineId): VersionLine => ({ lineId, category, detail: '', amountCents });

describe('two versions of a budget', () => {
  it('tells what was added, removed, raised, lowered and reworded, in the order of the later one', () => {
    const change = compareVersions([line('a', 100), line('b', 200), line('c', 300), line('d', 400)], [line('e', 50), line('c', 300, '场地费'), line('b', 150), line('a', 120)]);
    expect(change.lines.map(({ lineId, standing, fromCents, toCents, byCents }) => [lineId, standing, fromCents, toCents, byCents])).toEqual([
      ['e', 'added', null, 50, 50], ['c', 'reworded', 300, 300, 0], ['b', 'lowered', 200, 150, -50], ['a', 'raised', 100, 120, 20], ['d', 'removed', 400, null, -400],
    ]);
    expect(change).toMatchObject({ fromCents: 1000, toCents: 620, byCents: -380, moreCents: 70, lessCents: 450, changed: 5 });
  });
  it('a version is the same as itself; a line of 0 is not an absent one', () => {
    expect(compareVersions([line('a', 0)], [line('a', 0)]).changed).toBe(0);
    expect(compareVersions([], [line('a', 0)]).lines).toMatchObject([{ standing: 'added', fromCents: null, toCents: 0 }]);
  });

  const versions = fc.uniqueArray(fc.record({ lineId: fc.integer({ min: 0, max: 12 }).map(String), category: fc.constantFrom('物料', '场地'), detail: fc.constant(''), amountCents: fc.nat(999_999_999_999) }), { selector: ({ lineId }) => lineId, maxLength: 10 });
  it('the parts add up to the whole, and back again is the opposite', () => {
    fc.assert(fc.property(versions, versions, (from, to) => {
      const there = compareVersions(from, to);
      const back = compareVersions(to, from);
      expect(there.lines.reduce((sum, { byCents }) => sum + byCents, 0)).toBe(there.byCents);
      expect(there.moreCents - there.lessCents).toBe(there.byCents);
      expect(there.fromCents + there.byCents).toBe(there.toCents);
      expect(there.lines.reduce((sum, { fromCents }) => sum + (fromCents ?? 0), 0)).toBe(there.fromCents);
      expect(there.lines.reduce((sum, { toCents }) => sum + (toCents ?? 0), 0)).toBe(there.toCents);
      expect(new Set(there.lines.map(({ lineId }) => lineId)).size).toBe(there.lines.length);
      expect([back.byCents, back.moreCents, back.lessCents, back.changed]).toEqual([0 - there.byCents, there.lessCents, there.moreCents, there.changed]);
    }));
  });
});
