import { useCallback, useEffect, useRef } from 'react';
import type { AnyOperation } from '#platform/shared/contract.ts';
import type { RowChange, RowOutcomes } from '#platform/shared/rows.ts';
import { callOperation, ClientProblem } from '../client.ts';
import { useRefresh } from '../query.ts';
import type { ChangeOutcome, GridChange } from './grid.types.ts';
import { outcomesOf, refusedChanges, wireChanges } from './rows-wire.rules.ts';
import type { SaveChanges } from './ChangeStore.ts';

/** A refusal that another attempt would only repeat; the network, a sign-in and a rate limit may be better next time. */
const isFinal = (error: unknown): error is ClientProblem => error instanceof ClientProblem && error.status >= 400 && error.status < 500 && ![401, 408, 429].includes(error.status);

async function saveRows(operation: AnyOperation, campaignId: string, fields: readonly string[], changes: readonly GridChange[]): Promise<readonly ChangeOutcome[]> {
  const wire = wireChanges(changes, fields);
  if (wire.changes.length === 0) return changes.map(() => ({ status: 'ok' }));
  const body: { changes: readonly RowChange[] } = { changes: wire.changes };
  try {
    const answer = (await callOperation(operation, { params: { campaignId }, body } as never)) as RowOutcomes;
    return outcomesOf(changes, wire.positions, answer);
  } catch (error) {
    if (!isFinal(error)) throw error;
    const refused = refusedChanges(changes, wire.positions, error.issues);
    const invalid = (message: string): ChangeOutcome => ({ status: 'invalid', message });
    if (refused.size === 0 || refused.size === changes.length) return changes.map((_, index) => invalid(refused.get(index) ?? error.title));
    // Nothing of the batch was taken because of some of its cells: the others go again, once.
    const rest = changes.filter((_, index) => !refused.has(index));
    const outcomes = [...(await saveRows(operation, campaignId, fields, rest))];
    return changes.map((_, index) => (refused.has(index) ? invalid(refused.get(index) ?? error.title) : (outcomes.shift() ?? { status: 'ok' })));
  }
}

/**
 * `onChange` of a grid over an operation made with `rowChanges`. `fields` are those that the operation takes: a row on
 * screen carries more. Refreshes the campaign before it answers, so that nothing flickers.
 *
 * @example
 * const save = useRowsOperation(editBudget, campaignId, ['category', 'detail', 'amountCents']);
 * <Grid onChange={save} … />
 */
export function useRowsOperation(operation: AnyOperation, campaignId: string, fields: readonly string[]): SaveChanges {
  const refresh = useRefresh();
  const latest = useRef({ refresh, fields });
  useEffect(() => {
    latest.current = { refresh, fields };
  });
  return useCallback(
    async (changes: readonly GridChange[]) => {
      const outcomes = await saveRows(operation, campaignId, latest.current.fields, changes);
      await latest.current.refresh(campaignId);
      return outcomes;
    },
    [operation, campaignId],
  );
}
