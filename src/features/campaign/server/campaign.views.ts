import { sql, type RawBuilder } from 'kysely';
import { containsPattern } from '#platform/server/db/contains.ts';
import type { Reader } from '#platform/server/db/database.ts';
import type { Actor } from '#platform/shared/actor.ts';
import type { CampaignRow } from '../campaign.contract.ts';
import { HISTORY_TOPICS, type HistoryTopic } from '../campaign.rules.ts';

/** The same rule as the policy's `seesCampaign`, as SQL over the alias `c`; a test holds the two together. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.orgRole !== 'member') return sql<boolean>`true`;
  // A set of ids from three indexes: the cost follows what the person may see, not the table.
  const department = actor.departmentId === null ? sql`` : sql`union all select id from campaigns where department_id = ${actor.departmentId}`;
  return sql<boolean>`c.id in (
    select id from campaigns where created_by = ${actor.userId}
    union all select campaign_id from campaign_members where user_id = ${actor.userId}
    ${department})`;
}

const rowColumns = sql`
  c.id, c.name, c.scenario, c.stage, (c.stage in ('draft', 'submitted') and exists (select 1 from stage_moves s where s.campaign_id = c.id and s.to_stage = 'approved')) as revised, c.lead_id as "leadId", lead.name as "leadName", c.department_id as "departmentId", d.name as "departmentName",
  c.starts_on as "startsOn", c.ends_on as "endsOn", c.event_from as "eventFrom", c.event_to as "eventTo",
  coalesce(ledger.allocated, money.amount) as "budgetCents", coalesce(ledger.spent, money.actual) as "actualCents", work.tasks, work.done as "tasksDone"`;

/** Joined laterally, so that only the rows of the page are summed. */
const rowJoins = sql`
  left join users lead on lead.id = c.lead_id
  left join departments d on d.id = c.department_id
  left join lateral (select coalesce(sum(amount_cents), 0)::bigint as amount, coalesce(sum(actual_cents), 0)::bigint as actual from budget_lines where campaign_id = c.id) money on true
  -- Once the approved plan has opened the ledger, what is allocated now and what is spent; null before.
  left join lateral (select sum(allocated_cents)::bigint as allocated, sum(spent_cents)::bigint as spent from budget_balances where campaign_id = c.id) ledger on true
  left join lateral (select count(*) as tasks, count(*) filter (where state = 'done') as done from tasks where campaign_id = c.id and state <> 'cancelled') work on true`;

export interface CampaignFilter {
  readonly q?: string | undefined;
  readonly stage?: string | undefined;
  readonly scenario?: string | undefined;
  readonly departmentId?: string | undefined;
  readonly mine?: boolean;
  /** Campaigns whose period touches these days. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The last row of the page before, as `startsOn,id`. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Where the campaigns that a person may see come from: each source is walked in the order of the list and stops at the page's end. */
function sourcesFor(actor: Actor, mine: boolean): readonly RawBuilder<unknown>[] {
  const team = sql`campaign_members m join campaigns c on c.id = m.campaign_id and m.user_id = ${actor.userId}`;
  if (mine) return [team];
  if (actor.orgRole !== 'member') return [sql`campaigns c`];
  const made = sql`(select * from campaigns where created_by = ${actor.userId}) c`;
  return actor.departmentId === null ? [team, made] : [team, made, sql`(select * from campaigns where department_id = ${actor.departmentId}) c`];
}

function conditionsOf(filter: CampaignFilter): RawBuilder<unknown> {
  const where: RawBuilder<unknown>[] = [sql`true`];
  if (filter.q) where.push(matchingCampaigns(filter.q));
  if (filter.stage) where.push(sql`c.stage = ${filter.stage}`);
  if (filter.scenario) where.push(sql`c.scenario = ${filter.scenario}`);
  if (filter.departmentId) where.push(sql`c.department_id = ${filter.departmentId}`);
  if (filter.from) where.push(sql`c.ends_on >= ${filter.from}`);
  if (filter.to) where.push(sql`c.starts_on <= ${filter.to}`);
  const cursor = /^(\d{4}-\d{2}-\d{2}),([0-9a-f-]{36})$/.exec(filter.after ?? '');
  if (cursor) where.push(sql`(c.starts_on, c.id) < (${cursor[1]}::date, ${cursor[2]}::uuid)`);
  return sql.join(where, sql` and `);
}

export async function listVisibleCampaigns(db: Reader, actor: Actor, filter: CampaignFilter): Promise<CampaignRow[]> {
  const where = conditionsOf(filter);
  const order = sql`order by c.starts_on desc, c.id desc limit ${filter.limit}`;
  const branches = sourcesFor(actor, filter.mine === true).map((source) => sql`(select c.id, c.starts_on from ${source} where ${where} ${order})`);
  // The page's ids are found first and joined afterwards: the cost follows the page, not the table.
  const { rows } = await sql<CampaignRow>`
    select ${rowColumns} from (select c.id from (${sql.join(branches, sql` union `)}) c ${order}) page join campaigns c on c.id = page.id
    ${rowJoins} order by c.starts_on desc, c.id desc`.execute(db);
  return rows;
}

/** Finds a word anywhere in a text, Chinese or not: by pairs of characters in the index, then by the text itself. */
export function matchingCampaigns(q: string): RawBuilder<unknown> {
  const contains = sql`(c.name || ' ' || c.theme || ' ' || c.audience) ilike ${containsPattern(q)}`;
  return [...q].length < 2 ? contains : sql`(c.search @> search_grams(${q}) and ${contains})`;
}

interface CampaignDetail extends CampaignRow {
  readonly theme: string;
  readonly audience: string;
  readonly timeZone: string;
  readonly createdAt: string;
}

export async function findCampaign(db: Reader, campaignId: string): Promise<CampaignDetail> {
  const { rows } = await sql<CampaignDetail>`
    select ${rowColumns}, c.theme, c.audience, c.time_zone as "timeZone", c.created_at as "createdAt"
    from campaigns c ${rowJoins} where c.id = ${campaignId}`.execute(db);
  return rows[0] as CampaignDetail;
}

export async function listScenarioRows(db: Reader) {
  return db.selectFrom('scenarios').select(['key', 'name_zh as nameZh', 'name_en as nameEn', 'built_in as builtIn']).orderBy('position').execute();
}

const planRowName = sql`(case e.subject_type
  when 'persona' then (select name from plan_personas where id = e.subject_id) when 'channel_slot' then (select channel from plan_channels where id = e.subject_id)
  when 'material_item' then (select name from plan_materials where id = e.subject_id) when 'run_step' then (select title from plan_steps where id = e.subject_id)
  when 'zone' then (select name from plan_zones where id = e.subject_id) when 'risk' then (select risk from plan_risks where id = e.subject_id)
  when 'survey_question' then (select question from plan_questions where id = e.subject_id) when 'personal_data' then (select item from plan_data where id = e.subject_id) end)`;

/**
 * What an event is about, in a word: the row's name as it is now, else as it last was, since a deleted row is only in the log.
 * A version is known by the number under which it was submitted.
 */
const subjectName = sql<string | null>`coalesce(
  (select goals.metric from goals where goals.id = e.subject_id),
  (select concat_ws(' · ', nullif(category, ''), nullif(detail, '')) from budget_lines where budget_lines.id = e.subject_id),
  (select tasks.title from tasks where tasks.id = e.subject_id),
  (select work_areas.area from work_areas where work_areas.id = e.subject_id),
  (select person.name from users person where e.subject_type = 'member' and person.id = e.subject_id),
  ${planRowName},
  (select coalesce(own.before->>'area', own.before->>'channel', own.before->>'metric', own.before->>'title', own.before->>'risk', own.before->>'question', own.before->>'item', own.before->>'name', own.before->>'category', own.after->>'name', own.after->>'version')
   from events own where own.subject_id = e.subject_id and e.subject_type <> 'campaign'
     and (own.kind like '%\\_deleted' or own.kind in ('document.read', 'approval.requested')) order by own.seq desc limit 1))`;

export async function listEvents(db: Reader, campaignId: string, filter: { before?: number | undefined; topic?: HistoryTopic | undefined }, limit: number) {
  let query = db.selectFrom('events as e').leftJoin('users', 'users.id', 'e.actor_id')
    .select(['e.seq', 'e.at', 'e.actor_id as actorId', 'users.name as actorName', 'e.kind', 'e.subject_type as subjectType', 'e.subject_id as subjectId', 'e.before', 'e.after'])
    .select(subjectName.as('subjectName'))
    .where('e.campaign_id', '=', campaignId);
  if (filter.before !== undefined) query = query.where('e.seq', '<', filter.before);
  if (filter.topic !== undefined) query = query.where('e.subject_type', 'in', [...HISTORY_TOPICS[filter.topic]]);
  return query.orderBy('e.seq', 'desc').limit(limit).execute();
}
