import type { Delegation } from './approval.contract.ts';

/**
 * Who decides for whom today, each chain from the first who is away to the last, who decides: 周正 → 吴迪 → 陈婧.
 * Nobody hands on to two people at once and no chain closes: the server refuses both.
 */
export function chainsOf(delegations: readonly Pick<Delegation, 'fromId' | 'fromName' | 'toId' | 'toName' | 'state'>[]): readonly (readonly string[])[] {
  const running = delegations.filter((one) => one.state === 'running');
  const next = new Map(running.map((one) => [one.fromId, one]));
  const reached = new Set(running.map((one) => one.toId));
  return running.filter((one) => !reached.has(one.fromId)).map((first) => {
    const names = [first.fromName];
    const seen = new Set<string>();
    for (let one: typeof first | undefined = first; one && !seen.has(one.fromId); one = next.get(one.toId)) {
      seen.add(one.fromId);
      names.push(one.toName);
    }
    return names;
  });
}
