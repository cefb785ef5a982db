import { sql } from 'kysely';
import type { Tx } from '#platform/server/db/database.ts';
import type { BudgetRules } from '../budget.contract.ts';

export async function storeBudgetRules(tx: Tx, rules: BudgetRules, by: string): Promise<void> {
  await tx.updateTable('budget_settings').set({
    reserve_from_percent: rules.reserveFromPercent, reserve_to_percent: rules.reserveToPercent, warn_percents: [...rules.warnPercents], updated_by: by, updated_at: sql`now()`,
  }).execute();
}
