import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loopOf, type Absence } from './approval.delegation.rules.ts';

const away = (fromId: string, toId: string, fromOn = '2025-10-01', toOn = '2025-10-07'): Absence => ({ fromId, toId, fromOn, toOn });

test.each([
  ['nobody else is away', [], away('周正', '吴迪'), undefined],
  ['a chain that ends', [away('吴迪', '陈婧')], away('周正', '吴迪'), undefined],
  ['back at once', [away('吴迪', '周正')], away('周正', '吴迪'), ['周正', '吴迪', '周正']],
  ['back over a third', [away('吴迪', '陈婧'), away('陈婧', '周正')], away('周正', '吴迪'), ['周正', '吴迪', '陈婧', '周正']],
  ['back, but on other days', [away('吴迪', '周正', '2025-10-08', '2025-10-09')], away('周正', '吴迪'), undefined],
  ['back on the one day that both hold', [away('吴迪', '周正', '2025-10-07', '2025-10-09')], away('周正', '吴迪'), ['周正', '吴迪', '周正']],
  ['links that never hold on one day', [away('吴迪', '陈婧', '2025-10-01', '2025-10-03'), away('陈婧', '周正', '2025-10-04', '2025-10-07')], away('周正', '吴迪'), undefined],
  ['a loop of others is not this one', [away('吴迪', '陈婧'), away('陈婧', '吴迪')], away('周正', '吴迪'), undefined],
])('%s', (_, others, added, expected) => expect(loopOf(others, added)).toEqual(expected));

test('while every addition is checked, nobody ever stands in for themselves', () => {
  const day = fc.integer({ min: 1, max: 9 }).map((n) => `2026-01-0${n}`);
  const absence = fc.record({ fromId: fc.constantFrom('a', 'b', 'c', 'd'), toId: fc.constantFrom('a', 'b', 'c', 'd'), fromOn: day, toOn: day })
    .filter((one) => one.fromId !== one.toId && one.fromOn <= one.toOn);
  const reachedFrom = (start: string, links: readonly Absence[]): ReadonlySet<string> => {
    const reached = new Set<string>();
    const queue = [start];
    for (let person = queue.pop(); person !== undefined; person = queue.pop()) {
      for (const { toId } of links.filter((one) => one.fromId === person && !reached.has(one.toId))) {
        reached.add(toId);
        queue.push(toId);
      }
    }
    return reached;
  };
  fc.assert(fc.property(fc.array(absence, { maxLength: 12 }), (wanted) => {
    const kept: Absence[] = [];
    for (const one of wanted) if (loopOf(kept, one) === undefined) kept.push(one);
    for (let n = 1; n <= 9; n += 1) {
      const today = kept.filter((one) => one.fromOn <= `2026-01-0${n}` && one.toOn >= `2026-01-0${n}`);
      for (const start of ['a', 'b', 'c', 'd']) expect(reachedFrom(start, today).has(start)).toBe(false);
    }
  }));
});
