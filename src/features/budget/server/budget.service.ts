import { recordsCost, writesPlan, type CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { applyRowChanges, type RowTable } from '#platform/server/db/rows.ts';
import { memberNamed } from '#platform/server/db/member-named.ts';
import type { ReadWork, Work } from '#platform/server/operation.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { Problem } from '#platform/shared/problem.ts';
import type { RowChange } from '#platform/shared/rows.ts';
import type { editBudget as editContract, listBudget as listContract } from '../budget.contract.ts';
import { totalsOf } from '../budget.rules.ts';
import { budgetLines } from './budget.views.ts';

const LINES: RowTable = {
  table: 'budget_lines',
  subject: 'budget_line',
  columns: { category: 'category', detail: 'detail', amountCents: 'amount_cents', actualCents: 'actual_cents', ownerText: 'owner_text', note: 'note' },
  empty: { category: '', detail: '', amountCents: 0, actualCents: null, ownerText: '', note: '' },
};
const COST_FIELDS = new Set(['actualCents', 'note']);

export async function listBudget(work: ReadWork<CampaignFacts>): Promise<OutputOf<typeof listContract>> {
  const { actor, thing } = work;
  const lines = await budgetLines(work.db, thing.id);
  return { lines, totals: totalsOf(lines), can: { write: writesPlan(actor, thing), recordCost: recordsCost(actor, thing) } };
}

export async function editBudget(work: Work<CampaignFacts>, { body }: InputOf<typeof editContract>): Promise<OutputOf<typeof editContract>> {
  const writes = writesPlan(work.actor, work.thing);
  return applyRowChanges(work, LINES, {
    check: (change) => {
      const isCost = change.type === 'update' && Object.keys(change.set).every((field) => COST_FIELDS.has(field));
      if (!writes && !isCost) throw new Problem('budget.frozen', 409);
    },
    derive: async (row) => ({ owner_id: await memberNamed(work.db, work.thing.id, String(row['ownerText'])) }),
  }, body.changes as RowChange[]);
}
