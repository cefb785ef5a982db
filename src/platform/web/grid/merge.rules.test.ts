import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnSpan, mergedSpans, spanAt } from './merge.rules.ts';

const rowsOf = (phases: (string | null)[]) => phases.map((phase, index) => ({ id: String(index), phase }));
const columns = [{ field: 'phase', merge: true }, { field: 'title' }];

describe('the merged 阶段 of T2', () => {
  it('spans equal neighbours, never blanks', () => {
    const spans = mergedSpans(rowsOf(['a', 'a', 'b', null, null, 'a']), columns);
    expect(spans.get('phase')).toEqual([{ start: 0, end: 1 }, { start: 0, end: 1 }, { start: 2, end: 2 }, { start: 3, end: 3 }, { start: 4, end: 4 }, { start: 5, end: 5 }]);
    expect(spanAt(spans, 'title', 1)).toEqual({ start: 1, end: 1 });
  });
  it('draws each row of a window exactly once, whatever the window', () => {
    const phases = fc.array(fc.constantFrom('a', 'b', null), { minLength: 1, maxLength: 20 });
    fc.assert(fc.property(phases, fc.nat(), fc.nat(), (list, a, b) => {
      const spans = mergedSpans(rowsOf(list), columns);
      const start = Math.min(a, b) % list.length;
      const end = Math.max(start, b % list.length);
      let covered = 0;
      for (let row = start; row <= end; row += 1) covered += drawnSpan(spanAt(spans, 'phase', row), row, { start, end });
      expect(covered).toBe(end - start + 1);
      expect(drawnSpan(spanAt(spans, 'phase', start), start, { start, end })).toBeGreaterThan(0);
    }));
  });
});
