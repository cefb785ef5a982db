import { sql } from 'kysely';
import type { Reader } from '#platform/server/db/database.ts';
import type { Day } from '#platform/shared/calendar.ts';
import type { CalendarDay, Task, TaskLink } from '../schedule.contract.ts';
import { effectiveState } from '../schedule.rules.ts';

/** `before.position` first: the numbers of the tasks then rise as people read them. */
const linksOf = (taskId: string) => sql<TaskLink[]>`coalesce((
  select json_agg(json_build_object('predecessorId', l.predecessor_id, 'type', l.type, 'lagDays', l.lag_days, 'lagUnit', l.lag_unit)
    order by array_position(array['preparation', 'execution', 'retrospective'], before.phase), before.position, before.id)
  from task_links l join tasks before on before.id = l.predecessor_id where l.task_id = ${sql.ref(taskId)}), '[]')`;

const planning = [
  'milestone', 'fixed', 'not_before_on as notBeforeOn', 'due_on as dueOn', 'duration_unit as durationUnit', 'parent_id as parentId', 'resource_text as resourceText', 'deliverable',
] as const;

/** Named with their table: screens join others to it. */
export const taskColumns = [
  'tasks.id', 'phase', 'when_text as whenText', 'start_on as startOn', 'end_on as endOn', sql<string | null>`to_char(due_time, 'HH24:MI')`.as('dueTime'),
  'title', 'owner_text as ownerText', 'owner_id as ownerId', 'tasks.state', 'note', 'position', linksOf('tasks.id').as('links'), ...planning, 'done_at as doneAt',
] as const;

/** Tasks in the order of T2: by phase, then as placed. */
export async function taskRows(db: Reader, campaignId: string, today: Day): Promise<Task[]> {
  const rows = await db.selectFrom('tasks').select(taskColumns).where('campaign_id', '=', campaignId)
    .orderBy(sql`array_position(array['preparation', 'execution', 'retrospective'], phase)`).orderBy('position').orderBy('id').execute();
  return rows.map((row) => ({ ...(row as Omit<Task, 'effectiveState'>), effectiveState: effectiveState(row as Task, today) }));
}

/** Unfinished tasks of the person's running campaigns: the candidates for "mine" and "late". */
export async function unfinishedTasks(db: Reader, userId: string) {
  return db.selectFrom('tasks as t').innerJoin('campaigns as c', 'c.id', 't.campaign_id')
    .select([
      't.id', 't.phase', 't.when_text as whenText', 't.start_on as startOn', 't.end_on as endOn', sql<string | null>`to_char(t.due_time, 'HH24:MI')`.as('dueTime'),
      't.title', 't.owner_text as ownerText', 't.owner_id as ownerId', 't.state', 't.note', 't.position', linksOf('t.id').as('links'), ...planning, 't.done_at as doneAt',
      'c.id as campaignId', 'c.name as campaignName', 'c.time_zone as timeZone',
      sql<string[]>`array(select m.team_group from campaign_members m where m.campaign_id = c.id and m.user_id = ${userId})`.as('groups'),
    ])
    .where('t.state', 'in', ['open', 'doing', 'delayed']).where('c.stage', 'in', ['preparing', 'live', 'reviewing'])
    .where(sql<boolean>`exists (select 1 from campaign_members m where m.campaign_id = c.id and m.user_id = ${userId})`)
    .orderBy('t.end_on').orderBy('t.position').limit(500).execute();
}

/** Where the company's calendar differs from the national one, by day. */
export async function calendarDays(db: Reader): Promise<CalendarDay[]> {
  return db.selectFrom('calendar_days').select(['day', 'works', 'name']).orderBy('day').execute();
}

/** The titles of tasks that are parts of each other, from one of them round to itself; empty when the parts stand in a tree. */
export async function parentCycle(db: Reader, campaignId: string): Promise<string[]> {
  const { rows } = await sql<{ titles: string[] }>`
    with recursive up as (
      select id as first, parent_id, array[title] as titles, array[id] as seen from tasks where campaign_id = ${campaignId} and parent_id is not null
      union all
      select up.first, t.parent_id, up.titles || t.title, up.seen || t.id from up join tasks t on t.id = up.parent_id where not t.id = any(up.seen)
    )
    select titles || titles[1] as titles from up where parent_id = first limit 1`.execute(db);
  return rows[0]?.titles ?? [];
}

/** Every task of a campaign with the ids of what it waits for. */
export async function linksOfCampaign(db: Reader, campaignId: string): Promise<{ id: string; title: string; predecessors: string[] }[]> {
  const { rows } = await sql<{ id: string; title: string; predecessors: string[] }>`
    select t.id, t.title, array(select l.predecessor_id from task_links l where l.task_id = t.id) as predecessors from tasks t where t.campaign_id = ${campaignId}`.execute(db);
  return rows;
}
