import { sql } from 'kysely';
import type { TeamGroup } from '#features/campaign/campaign.policy.ts';
import type { Stage } from '#features/campaign/campaign.rules.ts';
import type { Reader } from '#platform/server/db/database.ts';
import type { Actor } from '#platform/shared/actor.ts';
import type { Locale } from '#platform/shared/messages.ts';
import type { Feed } from '../../calendars/schedule.feed.contract.ts';
import type { FeedTask } from '../../calendars/schedule.feed.rules.ts';

const iso = (column: string) => sql<string>`to_json(${sql.ref(column)}) #>> '{}'`;

/** The addresses that a person has, their own first. */
export async function feedsOf(db: Reader, userId: string): Promise<Feed[]> {
  return db.selectFrom('calendar_feeds as f').leftJoin('campaigns as c', 'c.id', 'f.campaign_id')
    .select(['f.id', 'f.campaign_id as campaignId', 'c.name as campaignName', iso('f.created_at').as('createdAt'), sql<string | null>`to_json(f.read_at) #>> '{}'`.as('readAt')])
    .where('f.user_id', '=', userId).where('f.revoked_at', 'is', null)
    .orderBy(sql`f.campaign_id is not null`).orderBy('f.created_at').execute();
}

export interface OpenFeed {
  readonly id: string;
  readonly campaignId: string | null;
  readonly locale: Locale;
  readonly person: Actor;
}

/** The feed of a secret with the person who made it; undefined once it is void or the person has left. */
export async function openFeed(db: Reader, tokenHash: string): Promise<OpenFeed | undefined> {
  const row = await db.selectFrom('calendar_feeds as f').innerJoin('users as u', 'u.id', 'f.user_id')
    .select(['f.id', 'f.campaign_id as campaignId', 'f.locale', 'u.id as userId', 'u.name', 'u.org_role as orgRole', 'u.department_id as departmentId'])
    .where('f.token_hash', '=', tokenHash).where('f.revoked_at', 'is', null).where('u.disabled_at', 'is', null).executeTakeFirst();
  if (!row) return undefined;
  const { id, campaignId, locale, userId, name, orgRole, departmentId } = row;
  return { id, campaignId, locale: locale as Locale, person: { userId, name, orgRole: orgRole as Actor['orgRole'], departmentId } };
}

export interface FeedRow extends FeedTask {
  readonly ownerId: string | null;
  readonly campaignId: string;
  readonly campaignName: string;
  readonly timeZone: string;
  readonly stage: Stage;
  readonly approvedOnce: boolean;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly eventFrom: string | null;
  readonly eventTo: string | null;
  readonly groups: readonly TeamGroup[];
}

/** A calendar is no archive: what ended longer ago than this is left out of a person's own. */
const KEPT_DAYS = 200;
const MOST = 3_000;

/** A change of the campaign's zone moves moments without a change of the task: it counts as one. */
const rows = (userId: string, which: ReturnType<typeof sql>) => sql<FeedRow>`
  select t.id, t.title, t.phase, t.when_text as "whenText", t.start_on as "startOn", t.end_on as "endOn", to_char(t.due_time, 'HH24:MI') as "dueTime", t.milestone,
    t.owner_id as "ownerId", t.owner_text as "ownerText", t.state, t.note, t.deliverable, t.resource_text as "resourceText",
    (log.changes + own.changes)::int as revisions, to_json(greatest(log.last, own.last, c.created_at)) #>> '{}' as "changedAt", to_json(coalesce(log.first, c.created_at)) #>> '{}' as "createdAt",
    c.id as "campaignId", c.name as "campaignName", c.time_zone as "timeZone", c.stage, c.starts_on as "startsOn", c.ends_on as "endsOn", c.event_from as "eventFrom", c.event_to as "eventTo",
    own.approved as "approvedOnce", array(select m.team_group from campaign_members m where m.campaign_id = c.id and m.user_id = ${userId}) as groups
  from campaigns c
    cross join lateral (select count(*) filter (where e.kind in ('campaign.changed', 'campaign.moved')) as changes, max(e.at) filter (where e.kind in ('campaign.changed', 'campaign.moved')) as last,
      exists (select 1 from stage_moves s where s.campaign_id = c.id and s.to_stage = 'approved') as approved from events e where e.subject_id = c.id) own
    join tasks t on t.campaign_id = c.id
    cross join lateral (select count(*) filter (where e.kind = 'task_changed') as changes, max(e.at) as last, min(e.at) as first from events e where e.subject_id = t.id) log
  where ${which} and coalesce(t.end_on, t.start_on) is not null
  order by coalesce(t.start_on, t.end_on), t.id limit ${MOST}`;

/** Every dated task of a campaign. */
export async function campaignFeedRows(db: Reader, userId: string, campaignId: string): Promise<FeedRow[]> {
  return (await rows(userId, sql`c.id = ${campaignId}`).execute(db)).rows;
}

/** Dated tasks of the campaigns whose team the person is in, once their plan was approved (P4.2): who of them owns which is the rules' to say. */
export async function teamFeedRows(db: Reader, userId: string): Promise<FeedRow[]> {
  return (await rows(userId, sql`c.id in (select m.campaign_id from campaign_members m where m.user_id = ${userId})
    and coalesce(t.end_on, t.start_on) > current_date - ${KEPT_DAYS}::int and exists (select 1 from stage_moves s where s.campaign_id = c.id and s.to_stage = 'approved')`).execute(db)).rows;
}
