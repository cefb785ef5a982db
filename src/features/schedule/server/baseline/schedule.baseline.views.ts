import { sql } from 'kysely';
import type { Reader } from '#platform/server/db/database.ts';
import type { Baseline } from '../../baseline/schedule.baseline.contract.ts';

/** The schedule as the plan was last approved, in its order of days; undefined before. */
export async function latestBaseline(db: Reader, campaignId: string): Promise<Baseline | undefined> {
  const { rows } = await sql<Baseline>`
    select b.version, b.approved_at as "approvedAt", coalesce(b.event_from, b.starts_on) as "dDay",
      coalesce((select json_agg(json_build_object('taskId', t.task_id, 'title', t.title, 'startOn', t.start_on, 'endOn', t.end_on) order by t.start_on, t.end_on, t.task_id)
        from task_baselines t where t.campaign_id = b.campaign_id and t.version = b.version), '[]') as tasks
    from schedule_baselines b where b.campaign_id = ${campaignId} order by b.version desc limit 1`.execute(db);
  return rows[0];
}
