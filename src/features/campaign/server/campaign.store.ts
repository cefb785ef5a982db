import { sql } from 'kysely';
import type { Reader, Tx } from '#platform/server/db/database.ts';
import { isId, newId } from '#platform/server/identity.ts';
import type { Lock } from '#platform/server/operation.ts';
import type { Actor } from '#platform/shared/actor.ts';
import type { CampaignFacts } from '../campaign.policy.ts';
import type { Stage } from '../campaign.rules.ts';

const locking = { none: sql``, share: sql`for share of c`, alone: sql`for update of c` } as const;

/**
 * What permissions in a campaign are decided on. A write holds the row against a change of stage until its transaction ends:
 * many people may edit at once (`share`), a move of stage waits for them and they for it (`alone`).
 */
export async function loadCampaignFacts(db: Reader, campaignId: string | undefined, actor: Actor, lock: Lock): Promise<CampaignFacts | undefined> {
  if (!isId(campaignId)) return undefined;
  const { rows } = await sql<CampaignFacts>`
    select c.id, c.name, c.stage, c.department_id as "departmentId", c.created_by as "createdBy", c.time_zone as "timeZone",
      c.starts_on as "startsOn", c.ends_on as "endsOn",
      exists (select 1 from stage_moves s where s.campaign_id = c.id and s.to_stage = 'approved') as "approvedOnce",
      array(select m.team_group from campaign_members m where m.campaign_id = c.id and m.user_id = ${actor.userId}) as groups
    from campaigns c where c.id = ${campaignId} ${locking[lock]}`.execute(db);
  return rows[0];
}

export interface NewCampaign {
  readonly id: string;
  readonly name: string;
  readonly scenario: string;
  readonly theme: string;
  readonly audience: string;
  readonly departmentId: string | null;
  readonly leadId: string | null;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly eventFrom: string | null;
  readonly eventTo: string | null;
  readonly timeZone: string;
}

export async function insertCampaign(tx: Tx, campaign: NewCampaign, createdBy: string): Promise<void> {
  await tx.insertInto('campaigns').values({
    id: campaign.id, name: campaign.name, scenario: campaign.scenario, theme: campaign.theme, audience: campaign.audience,
    department_id: campaign.departmentId, lead_id: campaign.leadId, starts_on: campaign.startsOn, ends_on: campaign.endsOn,
    event_from: campaign.eventFrom, event_to: campaign.eventTo, time_zone: campaign.timeZone, created_by: createdBy,
  }).execute();
}

const columns = {
  name: 'name', scenario: 'scenario', theme: 'theme', audience: 'audience', departmentId: 'department_id',
  startsOn: 'starts_on', endsOn: 'ends_on', eventFrom: 'event_from', eventTo: 'event_to', timeZone: 'time_zone',
} as const;

/** Locks and reads the editable basics. */
export async function lockBasics(tx: Tx, campaignId: string): Promise<Record<keyof typeof columns, string | null>> {
  return tx.selectFrom('campaigns')
    .select([
      'name', 'scenario', 'theme', 'audience', 'department_id as departmentId', 'starts_on as startsOn', 'ends_on as endsOn',
      'event_from as eventFrom', 'event_to as eventTo', 'time_zone as timeZone',
    ])
    .where('id', '=', campaignId).forNoKeyUpdate().executeTakeFirstOrThrow();
}

export async function updateBasics(tx: Tx, campaignId: string, changes: Partial<Record<keyof typeof columns, unknown>>): Promise<void> {
  const set = Object.fromEntries(Object.entries(changes).map(([field, value]) => [columns[field as keyof typeof columns], value]));
  await tx.updateTable('campaigns').set({ ...set, updated_at: sql`now()` }).where('id', '=', campaignId).execute();
}

/** Sets the stage and keeps the move as a record. The caller has checked that the move exists. */
export async function storeStage(tx: Tx, campaignId: string, move: { from: Stage; to: Stage; reason: string; by: string }): Promise<void> {
  await tx.updateTable('campaigns').set({ stage: move.to, updated_at: sql`now()` }).where('id', '=', campaignId).execute();
  await tx.insertInto('stage_moves')
    .values({ id: newId(), campaign_id: campaignId, from_stage: move.from, to_stage: move.to, reason: move.reason, moved_by: move.by })
    .execute();
}

/** Reads the stage and holds the campaign against every edit until the transaction ends. */
export async function lockStage(tx: Tx, campaignId: string): Promise<Stage> {
  const row = await tx.selectFrom('campaigns').select('stage').where('id', '=', campaignId).forUpdate().executeTakeFirstOrThrow();
  return row.stage as Stage;
}

export async function scenarioExists(tx: Tx, key: string): Promise<boolean> {
  return (await tx.selectFrom('scenarios').select('key').where('key', '=', key).executeTakeFirst()) !== undefined;
}

/** Adds a company's own scenario; false when one has that name. */
export async function insertScenario(tx: Tx, key: string, name: string): Promise<boolean> {
  const taken = await tx.selectFrom('scenarios').select('key').where((eb) => eb.or([eb('name_zh', '=', name), eb('name_en', '=', name)])).executeTakeFirst();
  if (taken) return false;
  await tx.insertInto('scenarios')
    .values({ key, name_zh: name, name_en: name, position: sql`(select max(position) + 1 from scenarios)` as never, built_in: false }).execute();
  return true;
}

/** Names the lead; there is one at a time, so the old one steps down. */
export async function storeLead(tx: Tx, campaignId: string, userId: string): Promise<void> {
  await tx.deleteFrom('campaign_members').where('campaign_id', '=', campaignId).where('team_group', '=', 'lead').execute();
  await tx.insertInto('campaign_members').values({ campaign_id: campaignId, user_id: userId, team_group: 'lead' }).execute();
  await tx.updateTable('campaigns').set({ lead_id: userId }).where('id', '=', campaignId).execute();
}

export async function storePlanner(tx: Tx, campaignId: string, userId: string): Promise<void> {
  await tx.insertInto('campaign_members').values({ campaign_id: campaignId, user_id: userId, team_group: 'planning' }).execute();
}

export async function activePersonExists(tx: Tx, userId: string): Promise<boolean> {
  return (await tx.selectFrom('users').select('id').where('id', '=', userId).where('disabled_at', 'is', null).executeTakeFirst()) !== undefined;
}

/** The stage from which the approved plan was last taken up again; undefined when it never was. */
export async function lastRevisedFrom(tx: Tx, campaignId: string): Promise<string | undefined> {
  const { rows } = await sql<{ from: string }>`
    select from_stage as "from" from stage_moves where campaign_id = ${campaignId} and to_stage = 'draft' and from_stage in ('approved', 'preparing') order by moved_at desc limit 1`.execute(tx);
  return rows[0]?.from;
}
