import type { Reader } from '#platform/server/db/database.ts';
import type { BudgetLine } from '../budget.contract.ts';

export async function budgetLines(db: Reader, campaignId: string): Promise<BudgetLine[]> {
  return db.selectFrom('budget_lines')
    .select(['id', 'category', 'detail', 'amount_cents as amountCents', 'actual_cents as actualCents', 'owner_text as ownerText', 'owner_id as ownerId', 'note', 'position'])
    .where('campaign_id', '=', campaignId).orderBy('position').orderBy('id').execute();
}
