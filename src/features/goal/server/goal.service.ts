import { recordsResults, writesPlan, type CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { applyRowChanges, type RowTable } from '#platform/server/db/rows.ts';
import type { ReadWork, Work } from '#platform/server/operation.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { Problem } from '#platform/shared/problem.ts';
import type { RowChange } from '#platform/shared/rows.ts';
import type { editGoals as editContract, listGoals as listContract } from '../goal.contract.ts';
import { goalRows } from './goal.views.ts';

const GOALS: RowTable = {
  table: 'goals',
  subject: 'goal',
  columns: { metric: 'metric', kind: 'kind', unit: 'unit', direction: 'direction', target: 'target', actual: 'actual', note: 'note' },
  empty: { metric: '', kind: 'count', unit: '', direction: 'up', target: 0, actual: null, note: '' },
};
/** What is filled in while the campaign runs (E4.1); the rest is frozen with the plan. */
const RESULT_FIELDS = new Set(['actual', 'note']);

export async function listGoals(work: ReadWork<CampaignFacts>): Promise<OutputOf<typeof listContract>> {
  const { actor, thing } = work;
  return { goals: await goalRows(work.db, thing.id), can: { write: writesPlan(actor, thing), record: recordsResults(actor, thing) } };
}

export async function editGoals(work: Work<CampaignFacts>, { body }: InputOf<typeof editContract>): Promise<OutputOf<typeof editContract>> {
  const writes = writesPlan(work.actor, work.thing);
  return applyRowChanges(work, GOALS, {
    check: (change) => {
      if (!writes && !isResult(change)) throw new Problem('goal.frozen', 409);
    },
    checkRow: (row) => {
      if (row['metric'] === '') throw new Problem('goal.metric_needed', 400);
    },
  }, body.changes as RowChange[]);
}

function isResult(change: RowChange): boolean {
  return change.type === 'update' && Object.keys(change.set).every((field) => RESULT_FIELDS.has(field));
}
