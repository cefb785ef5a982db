import { sql } from 'kysely';
import type { Tx } from '#platform/server/db/database.ts';

/** Keeps the days of every task, and those of the campaign, under a version of the plan; what is called off is no part of it. Done once for a version. */
export async function keepBaseline(tx: Tx, campaignId: string, version: number): Promise<void> {
  const { rows } = await sql`
    insert into schedule_baselines (campaign_id, version, starts_on, ends_on, event_from, event_to)
    select id, ${version}, starts_on, ends_on, event_from, event_to from campaigns where id = ${campaignId}
    on conflict do nothing returning version`.execute(tx);
  if (rows.length === 0) return;
  await sql`
    insert into task_baselines (campaign_id, version, task_id, title, start_on, end_on, due_time)
    select campaign_id, ${version}, id, title, start_on, end_on, due_time from tasks where campaign_id = ${campaignId} and state <> 'cancelled'`.execute(tx);
}
