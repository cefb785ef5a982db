import { sql } from 'kysely';
import type { Tx } from '#platform/server/db/database.ts';
import type { TaskLink } from '../schedule.contract.ts';

/** Writes the links of tasks of one campaign; a task of another one is never linked to. Returns how many were written. */
export async function insertLinks(tx: Tx, campaignId: string, links: readonly (TaskLink & { readonly taskId: string })[]): Promise<number> {
  if (links.length === 0) return 0;
  const { rows } = await sql`
    insert into task_links (task_id, predecessor_id, type, lag_days, lag_unit)
    select t.id, p.id, l.type, l.lag_days, l.lag_unit
    from unnest(${links.map((link) => link.taskId)}::uuid[], ${links.map((link) => link.predecessorId)}::uuid[], ${links.map((link) => link.type)}::text[], ${links.map((link) => link.lagDays)}::int[], ${links.map((link) => link.lagUnit)}::text[])
      as l (task_id, predecessor_id, type, lag_days, lag_unit)
      join tasks t on t.id = l.task_id and t.campaign_id = ${campaignId}
      join tasks p on p.id = l.predecessor_id and p.campaign_id = ${campaignId}
    where t.id <> p.id
    on conflict do nothing returning task_id`.execute(tx);
  return rows.length;
}

/** The links of tasks of one campaign, by task; a task that is not of it is missing. */
export async function lockLinks(tx: Tx, campaignId: string, taskIds: readonly string[]): Promise<Map<string, TaskLink[]>> {
  const { rows } = await sql<{ taskId: string; links: TaskLink[] }>`
    select t.id as "taskId", coalesce((select json_agg(json_build_object('predecessorId', l.predecessor_id, 'type', l.type, 'lagDays', l.lag_days, 'lagUnit', l.lag_unit) order by l.predecessor_id)
      from task_links l where l.task_id = t.id), '[]') as links
    from tasks t where t.campaign_id = ${campaignId} and t.id = any(${[...taskIds]}::uuid[]) order by t.id for update of t`.execute(tx);
  return new Map(rows.map(({ taskId, links }) => [taskId, links]));
}

export async function deleteLinks(tx: Tx, taskIds: readonly string[]): Promise<void> {
  await tx.deleteFrom('task_links').where('task_id', 'in', [...taskIds]).execute();
}
