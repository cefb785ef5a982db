import { sql } from 'kysely';
import { matchingCampaigns, visibleTo } from '#features/campaign/server/campaign.api.ts';
import { containsPattern } from '#platform/server/db/contains.ts';
import type { Reader } from '#platform/server/db/database.ts';
import type { Actor } from '#platform/shared/actor.ts';

interface Found {
  readonly type: 'campaign' | 'task' | 'budget_line' | 'goal';
  readonly id: string;
  readonly campaignId: string;
  readonly campaignName: string;
  readonly title: string;
}

const LIMIT = 8;

/** Finds a word in campaigns, tasks, budget lines and goals that the person may see. */
export async function searchRows(db: Reader, actor: Actor, q: string): Promise<Found[]> {
  const pattern = containsPattern(q);
  const visible = visibleTo(actor);
  const { rows } = await sql<Found>`
    (select 'campaign' as type, c.id, c.id as "campaignId", c.name as "campaignName", c.name as title from campaigns c
      where ${visible} and ${matchingCampaigns(q)} order by c.starts_on desc limit ${LIMIT})
    union all
    (select 'task', t.id, c.id, c.name, t.title from tasks t join campaigns c on c.id = t.campaign_id
      where ${visible} and t.title ilike ${pattern} order by c.starts_on desc, t.position limit ${LIMIT})
    union all
    (select 'budget_line', b.id, c.id, c.name, concat_ws(' · ', b.category, nullif(b.detail, '')) from budget_lines b join campaigns c on c.id = b.campaign_id
      where ${visible} and (b.category || ' ' || b.detail) ilike ${pattern} order by c.starts_on desc, b.position limit ${LIMIT})
    union all
    (select 'goal', g.id, c.id, c.name, g.metric from goals g join campaigns c on c.id = g.campaign_id
      where ${visible} and g.metric ilike ${pattern} order by c.starts_on desc, g.position limit ${LIMIT})`.execute(db);
  return rows;
}
