import { sql } from 'kysely';
import type { TeamGroup } from '#features/campaign/campaign.policy.ts';
import type { Reader } from '#platform/server/db/database.ts';
import type { Member } from '../team.contract.ts';
import { isOwner } from '../team.rules.ts';

/** The members in the order of their groups, with the tasks that are theirs by name, by grade or as one of all. */
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
    const own = tasks.filter((task) => isOwner(task, { userId: member.userId, groups }));
    return { ...member, tasks: own.length, tasksDone: own.filter((task) => task.state === 'done').length };
  });
}
