import { sql } from 'kysely';
import { TEAM_GROUPS, type TeamGroup } from '#features/campaign/campaign.policy.ts';
import type { Part } from '#features/campaign/campaign.rules.ts';
import { visibleTo } from '#features/campaign/server/campaign.api.ts';
import type { Reader } from '#platform/server/db/database.ts';
import type { Actor } from '#platform/shared/actor.ts';
import type { Day } from '#platform/shared/calendar.ts';
import type { Area, GroupDuty, Member } from '../team.contract.ts';
import { isOwner } from '../team.rules.ts';
import type { WorkTask } from '../team.workload.rules.ts';

/** The members in the order of their groups, with the tasks that are theirs by name, by group, by grade or as one of all. */
export async function memberRows(db: Reader, campaignId: string): Promise<Member[]> {
  const { rows } = await sql<Omit<Member, 'tasks' | 'tasksDone'>>`
    select m.user_id as "userId", u.name, u.title, d.name as "departmentName", m.team_group as "group"
    from campaign_members m join users u on u.id = m.user_id left join departments d on d.id = u.department_id
    where m.campaign_id = ${campaignId}
    order by array_position(array['lead', 'planning', 'execution', 'monitoring', 'logistics'], m.team_group), u.name`.execute(db);
  const tasks = await db.selectFrom('tasks').select(['owner_id as ownerId', 'owner_text as ownerText', 'state'])
    .where('campaign_id', '=', campaignId).where('state', '<>', 'cancelled').execute();
  return rows.map((member) => {
    const groups: readonly TeamGroup[] = rows.filter((row) => row.userId === member.userId).map((row) => row.group);
    const own = tasks.filter((task) => isOwner(task, { userId: member.userId, groups, name: member.name }));
    return { ...member, tasks: own.length, tasksDone: own.filter((task) => task.state === 'done').length };
  });
}

/** What each of the five groups does, in their order; empty texts for a group whose duties nobody has written. */
export async function groupDuties(db: Reader, campaignId: string): Promise<GroupDuty[]> {
  const rows = await db.selectFrom('group_duties').select(['team_group as group', 'duties', 'works_with as worksWith']).where('campaign_id', '=', campaignId).execute();
  return TEAM_GROUPS.map((group) => {
    const { duties = '', worksWith = '' } = rows.find((row) => row.group === group) ?? {};
    return { group, duties, worksWith };
  });
}

/** Who is R, A, C and I for which work, in the order in which they stand. */
export async function areaRows(db: Reader, campaignId: string): Promise<Area[]> {
  return db.selectFrom('work_areas').select(['id', 'area', 'responsible', 'accountable', 'consulted', 'informed', 'note', 'position'])
    .where('campaign_id', '=', campaignId).orderBy('position').orderBy('id').execute();
}

/** The campaign's tasks that are not cancelled. */
export async function workTasks(db: Reader, campaignId: string): Promise<(WorkTask & { readonly done: boolean })[]> {
  const rows = await db.selectFrom('tasks')
    .select(['id', 'title', 'phase', 'start_on as startOn', 'end_on as endOn', sql<string | null>`to_char(due_time, 'HH24:MI')`.as('dueTime'), 'owner_id as ownerId', 'owner_text as ownerText', 'state'])
    .where('campaign_id', '=', campaignId).where('state', '<>', 'cancelled')
    .orderBy('start_on', (order) => order.asc().nullsLast()).orderBy('position').execute();
  return rows.map(({ state, phase, ...task }) => ({ ...task, phase: phase as Part, done: state === 'done' }));
}

export interface OtherTask {
  readonly campaignId: string;
  readonly campaignName: string;
  readonly phase: Part;
  readonly startOn: Day;
  readonly endOn: Day;
  readonly ownerId: string | null;
  readonly ownerText: string;
  readonly userId: string;
  readonly name: string;
  readonly groups: readonly TeamGroup[];
}

/** Dated tasks of the campaign's members in other campaigns that live, on days between the two: one row for each member there and task. */
export async function otherTasks(db: Reader, campaignId: string, fromOn: Day, toOn: Day): Promise<OtherTask[]> {
  const { rows } = await sql<OtherTask>`
    select c.id as "campaignId", c.name as "campaignName", t.phase, coalesce(t.start_on, t.end_on) as "startOn", coalesce(t.end_on, t.start_on) as "endOn",
      t.owner_id as "ownerId", t.owner_text as "ownerText", u.id as "userId", u.name, there.groups
    from (select m.campaign_id, m.user_id, array_agg(m.team_group) as groups from campaign_members m
          where m.user_id in (select user_id from campaign_members where campaign_id = ${campaignId}) and m.campaign_id <> ${campaignId} group by 1, 2) there
      join campaigns c on c.id = there.campaign_id and c.stage not in ('archived', 'cancelled') and c.starts_on <= ${toOn} and c.ends_on >= ${fromOn}
      join users u on u.id = there.user_id
      join tasks t on t.campaign_id = c.id and t.state not in ('cancelled', 'done') and coalesce(t.start_on, t.end_on) <= ${toOn} and coalesce(t.end_on, t.start_on) >= ${fromOn}
    order by "startOn", t.id limit 5000`.execute(db);
  return rows;
}

/** Those of some campaigns that a person may see. */
export async function visibleCampaigns(db: Reader, actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`select c.id from campaigns c where c.id = any(${ids}::uuid[]) and ${visibleTo(actor)}`.execute(db);
  return new Set(rows.map((row) => row.id));
}
