import { useRef, useState } from 'react';
import { callOperation } from '#platform/web/client.ts';
import { useRefresh } from '#platform/web/query.ts';
import { decideApproval } from '../approval.contract.ts';
import type { ListRow } from './row.ts';

export interface Outcome {
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'left';
  readonly problem?: unknown;
}

export interface Bulk {
  readonly phase: 'asking' | 'running' | 'stopping' | 'over';
  readonly outcomeOf: (id: string) => Outcome;
  readonly count: (state: Outcome['state']) => number;
  readonly start: () => Promise<void>;
  /** After the one that is under way: a request that was sent is never abandoned. */
  readonly stop: () => void;
}

const WAITING: Outcome = { state: 'waiting' };

/** Approves one after another, each with its own step and key, so that what fails says why and the others are not touched by it. */
export function useBulk(rows: readonly ListRow[]): Bulk {
  const refresh = useRefresh();
  const [phase, setPhase] = useState<Bulk['phase']>('asking');
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const stopped = useRef(false);
  const note = (id: string, outcome: Outcome) => setOutcomes((now) => new Map(now).set(id, outcome));
  const approve = async (row: ListRow) => {
    if (stopped.current) {
      note(row.id, { state: 'left' });
      return;
    }
    note(row.id, { state: 'running' });
    try {
      await callOperation(decideApproval, { params: { approvalId: row.id }, body: { decision: 'approved', ...(row.step ? { stepId: row.step.id } : {}) } });
      note(row.id, { state: 'done' });
    } catch (problem) {
      note(row.id, { state: 'failed', problem });
    }
  };
  const start = async () => {
    setPhase('running');
    for (const row of rows) await approve(row);
    setPhase('over');
    await refresh('all');
  };
  const stop = () => {
    stopped.current = true;
    setPhase('stopping');
  };
  const outcomeOf = (id: string) => outcomes.get(id) ?? WAITING;
  return { phase, outcomeOf, count: (state) => rows.filter((row) => outcomeOf(row.id).state === state).length, start, stop };
}
