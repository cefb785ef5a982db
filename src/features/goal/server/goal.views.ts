import type { Reader } from '#platform/server/db/database.ts';
import type { Goal } from '../goal.contract.ts';
import { attainment } from '../goal.rules.ts';

export async function goalRows(db: Reader, campaignId: string): Promise<Goal[]> {
  const rows = await db.selectFrom('goals').select(['id', 'metric', 'kind', 'unit', 'direction', 'target', 'actual', 'note', 'position'])
    .where('campaign_id', '=', campaignId).orderBy('position').orderBy('id').execute();
  return rows.map((row) => ({ ...(row as Omit<Goal, 'attainment'>), attainment: attainment(row as Goal) }));
}
