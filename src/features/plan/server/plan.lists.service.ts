import { writesPlan, type CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { applyRowChanges, replacement, type RowRules, type RowTable } from '#platform/server/db/rows.ts';
import type { ReadWork, Work } from '#platform/server/operation.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { Problem } from '#platform/shared/problem.ts';
import type { RowChange, RowOutcomes } from '#platform/shared/rows.ts';
import type { listPlanLists as listContract, PlanListName, PlanLists, PlanRowFields } from '../plan.lists.contract.ts';
import { EMPTY_ROWS, LIST_SUBJECT, NAMING_FIELD, PLAN_LIST_NAMES } from '../plan.lists.rules.ts';
import { listColumns, planLists } from './plan.lists.views.ts';

export async function listPlanLists(work: ReadWork<CampaignFacts>): Promise<OutputOf<typeof listContract>> {
  return { lists: await planLists(work.db, work.thing.id), can: { write: writesPlan(work.actor, work.thing) } };
}

function tableOf(list: PlanListName): RowTable {
  return { table: `plan_${list}`, subject: LIST_SUBJECT[list], columns: listColumns(list), empty: EMPTY_ROWS[list], together: list === 'channels' ? [['startOn', 'endOn']] : [] };
}

function rulesOf(list: PlanListName): RowRules {
  return {
    check: () => undefined,
    checkRow: (row) => {
      const name = row[NAMING_FIELD[list]];
      if (name === '') throw new Problem('plan.row_name_needed', 400, { list });
      const { startOn, endOn } = row;
      if (typeof startOn === 'string' && typeof endOn === 'string' && endOn < startOn) throw new Problem('plan.period_reversed', 400, { name });
    },
  };
}

/** One grid action on one of the lists. */
export async function editList(work: Work<CampaignFacts>, list: PlanListName, changes: readonly RowChange[]): Promise<RowOutcomes> {
  return applyRowChanges(work, tableOf(list), rulesOf(list), changes);
}

/** Rows as an import, a playbook or a file has them: what is left out is empty. */
export type AdoptedLists = { readonly [L in PlanListName]?: readonly Partial<PlanRowFields<L>>[] };

/**
 * Appends rows to the lists that are given; with `replace` the rows that these lists have go first.
 * The caller has seen to the permission. Rows without a name are refused (`plan.row_name_needed`).
 */
export async function adoptPlanLists(work: Work<CampaignFacts>, lists: AdoptedLists, { replace }: { readonly replace: boolean }): Promise<void> {
  const stored: Partial<PlanLists> = replace ? await planLists(work.db, work.thing.id) : {};
  for (const list of PLAN_LIST_NAMES) {
    const rows = lists[list];
    if (!rows) continue;
    const changes = replacement((stored[list] ?? []).map((row) => row.id), rows);
    if (changes.length > 0) await editList(work, list, changes);
  }
}
