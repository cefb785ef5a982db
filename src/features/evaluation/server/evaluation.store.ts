import { sql } from 'kysely';
import type { Reader, Tx } from '#platform/server/db/database.ts';

export interface Judgement {
  readonly highlights: string;
  readonly shortcomings: string;
  readonly nextSteps: string;
}
const EMPTY: Judgement = { highlights: '', shortcomings: '', nextSteps: '' };

export async function findJudgement(db: Reader, campaignId: string): Promise<Judgement> {
  const row = await db.selectFrom('evaluations').select(['highlights', 'shortcomings', 'next_steps as nextSteps']).where('campaign_id', '=', campaignId).executeTakeFirst();
  return row ?? EMPTY;
}

/** Reads the judgement and holds it against another writer until the transaction ends. */
export async function lockJudgement(tx: Tx, campaignId: string): Promise<Judgement> {
  await tx.insertInto('evaluations').values({ campaign_id: campaignId }).onConflict((conflict) => conflict.doNothing()).execute();
  return tx.selectFrom('evaluations').select(['highlights', 'shortcomings', 'next_steps as nextSteps']).where('campaign_id', '=', campaignId).forUpdate().executeTakeFirstOrThrow();
}

export async function storeJudgement(tx: Tx, campaignId: string, judgement: Judgement, by: string): Promise<void> {
  await tx.updateTable('evaluations')
    .set({ highlights: judgement.highlights, shortcomings: judgement.shortcomings, next_steps: judgement.nextSteps, updated_by: by, updated_at: sql`now()` })
    .where('campaign_id', '=', campaignId).execute();
}
