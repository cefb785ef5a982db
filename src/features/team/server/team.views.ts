import { sql } from 'kysely';
import type { Reader } from '#platform/server/db/database.ts';
import type { Member } from '../team.contract.ts';

export async function memberRows(db: Reader, campaignId: string): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select m.user_id as "userId", u.name, u.title, d.name as "departmentName", m.team_group as "group", work.tasks, work.done as "tasksDone"
    from campaign_members m join users u on u.id = m.user_id left join departments d on d.id = u.department_id
    left join lateral (select count(*) as tasks, count(*) filter (where state = 'done') as done from tasks t where t.campaign_id = m.campaign_id and t.owner_id = m.user_id and t.state <> 'cancelled') work on true
    where m.campaign_id = ${campaignId}
    order by array_position(array['lead', 'planning', 'execution', 'monitoring', 'logistics'], m.team_group), u.name`.execute(db);
  return rows;
}
