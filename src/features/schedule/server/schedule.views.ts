import { sql } from 'kysely';
import type { Reader } from '#platform/server/db/database.ts';
import type { Day } from '#platform/shared/calendar.ts';
import type { Task, TaskLink } from '../schedule.contract.ts';
import { effectiveState } from '../schedule.rules.ts';

/** `before.position` first: the numbers of the tasks then rise as people read them. */
const linksOf = (taskId: string) => sql<TaskLink[]>`coalesce((
  select json_agg(json_build_object('predecessorId', l.predecessor_id, 'type', l.type, 'lagDays', l.lag_days, 'lagUnit', l.lag_unit)
    order by array_position(array['preparation', 'execution', 'retrospective'], before.phase), before.position, before.id)
  from task_links l join tasks before on before.id = l.predecessor_id where l.task_id = ${sql.ref(taskId)}), '[]')`;

const columns = [
  'id', 'phase', 'when_text as whenText', 'start_on as startOn', 'end_on as endOn', sql<string | null>`to_char(due_time, 'HH24:MI')`.as('dueTime'),
  'title', 'owner_text as ownerText', 'owner_id as ownerId', 'state', 'note', 'position', linksOf('tasks.id').as('links'),
] as const;

/** Tasks in the order of T2: by phase, then as placed. */
export async function taskRows(db: Reader, campaignId: string, today: Day): Promise<Task[]> {
  const rows = await db.selectFrom('tasks').select(columns).where('campaign_id', '=', campaignId)
    .orderBy(sql`array_position(array['preparation', 'execution', 'retrospective'], phase)`).orderBy('position').orderBy('id').execute();
  return rows.map((row) => ({ ...(row as Omit<Task, 'effectiveState'>), effectiveState: effectiveState(row as Task, today) }));
}

/** Unfinished tasks of the person's running campaigns: the candidates for "mine" and "late". */
export async function unfinishedTasks(db: Reader, userId: string) {
  return db.selectFrom('tasks as t').innerJoin('campaigns as c', 'c.id', 't.campaign_id')
    .select([
      't.id', 't.phase', 't.when_text as whenText', 't.start_on as startOn', 't.end_on as endOn', sql<string | null>`to_char(t.due_time, 'HH24:MI')`.as('dueTime'),
      't.title', 't.owner_text as ownerText', 't.owner_id as ownerId', 't.state', 't.note', 't.position', linksOf('t.id').as('links'),
      'c.id as campaignId', 'c.name as campaignName', 'c.time_zone as timeZone',
      sql<string[]>`array(select m.team_group from campaign_members m where m.campaign_id = c.id and m.user_id = ${userId})`.as('groups'),
    ])
    .where('t.state', 'in', ['open', 'doing', 'delayed']).where('c.stage', 'in', ['preparing', 'live', 'reviewing'])
    .where(sql<boolean>`exists (select 1 from campaign_members m where m.campaign_id = c.id and m.user_id = ${userId})`)
    .orderBy('t.end_on').orderBy('t.position').limit(500).execute();
}

