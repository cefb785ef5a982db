import { sql } from 'kysely';
import type { Tx } from '#platform/server/db/database.ts';
import type { RebasedTask } from '../../baseline/schedule.rebase.rules.ts';
import type { TaskDays } from '../../times/schedule.when.rules.ts';

const columns = [
  'id', 'title', 'phase', 'state', 'when_text as whenText', 'fixed', 'start_on as startOn', 'end_on as endOn', sql<string | null>`to_char(due_time, 'HH24:MI')`.as('dueTime'),
] as const;

/** Holds a campaign's open tasks, in the order in which every edit takes them. */
export async function lockOpenTasks(tx: Tx, campaignId: string): Promise<RebasedTask[]> {
  const rows = await tx.selectFrom('tasks').select(columns).where('campaign_id', '=', campaignId).where('state', 'not in', ['done', 'cancelled']).orderBy('id').forUpdate().execute();
  return rows as RebasedTask[];
}

/** Puts tasks on other days; their texts stay. */
export async function placeTasks(tx: Tx, placed: readonly { readonly id: string; readonly to: TaskDays }[]): Promise<void> {
  if (placed.length === 0) return;
  await sql`
    update tasks t set start_on = p.start_on, end_on = p.end_on
    from unnest(${placed.map((task) => task.id)}::uuid[], ${placed.map((task) => task.to.startOn)}::date[], ${placed.map((task) => task.to.endOn)}::date[]) as p (id, start_on, end_on)
    where t.id = p.id`.execute(tx);
}
