import type { Day } from '#platform/shared/calendar.ts';

/** From one person to another for a while, both days included. */
export interface Absence {
  readonly fromId: string;
  readonly toId: string;
  readonly fromOn: Day;
  readonly toOn: Day;
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

/**
 * The people of a chain that would come back to where it starts, the first one again at its end: 周正 → 吴迪 → 周正; undefined when none does.
 * It is a loop only on days on which every link of it holds.
 */
export function loopOf(others: readonly Absence[], added: Absence): readonly string[] | undefined {
  const follow = (at: Absence, chain: readonly string[]): readonly string[] | undefined => {
    if (at.toId === added.fromId) return [...chain, at.toId];
    if (chain.includes(at.toId)) return undefined;
    for (const next of others) {
      const [fromOn, toOn] = [later(at.fromOn, next.fromOn), earlier(at.toOn, next.toOn)];
      if (next.fromId !== at.toId || fromOn > toOn) continue;
      const found = follow({ ...next, fromOn, toOn }, [...chain, at.toId]);
      if (found) return found;
    }
    return undefined;
  };
  return follow(added, [added.fromId]);
}
