import { sql } from 'kysely';
import type { Tx } from '#platform/server/db/database.ts';
import type { TeamGroup } from '#features/campaign/campaign.policy.ts';

/** Adds a person to a group; false when they are in it already. */
export async function insertMember(tx: Tx, campaignId: string, userId: string, group: TeamGroup): Promise<boolean> {
  const inserted = await tx.insertInto('campaign_members').values({ campaign_id: campaignId, user_id: userId, team_group: group })
    .onConflict((conflict) => conflict.doNothing()).returning('user_id').executeTakeFirst();
  return inserted !== undefined;
}

export async function deleteMember(tx: Tx, campaignId: string, userId: string, group: TeamGroup): Promise<boolean> {
  const deleted = await tx.deleteFrom('campaign_members').where('campaign_id', '=', campaignId).where('user_id', '=', userId).where('team_group', '=', group).returning('user_id').executeTakeFirst();
  return deleted !== undefined;
}

export async function findActivePerson(tx: Tx, userId: string): Promise<{ name: string } | undefined> {
  return tx.selectFrom('users').select('name').where('id', '=', userId).where('disabled_at', 'is', null).executeTakeFirst();
}

export async function findName(tx: Tx, userId: string): Promise<string | undefined> {
  return (await tx.selectFrom('users').select('name').where('id', '=', userId).executeTakeFirst())?.name;
}

export async function findLead(tx: Tx, campaignId: string): Promise<{ id: string; name: string } | undefined> {
  return tx.selectFrom('campaign_members as m').innerJoin('users as u', 'u.id', 'm.user_id').select(['u.id', 'u.name'])
    .where('m.campaign_id', '=', campaignId).where('m.team_group', '=', 'lead').executeTakeFirst();
}

/** Rows whose owner cell names the person become theirs. */
export async function linkOwner(tx: Tx, campaignId: string, userId: string, name: string): Promise<void> {
  for (const table of ['tasks', 'budget_lines'] as const) {
    await tx.updateTable(table).set({ owner_id: userId }).where('campaign_id', '=', campaignId).where('owner_text', '=', name).where('owner_id', 'is', null).execute();
  }
}

export interface StoredDuties {
  readonly group: TeamGroup;
  readonly duties: string;
  readonly worksWith: string;
}

/** What a group's duties are, held until the transaction ends, also while nobody has written any: two first writers come one after the other. */
export async function lockDuties(tx: Tx, campaignId: string, group: TeamGroup): Promise<Omit<StoredDuties, 'group'> & { readonly by: string | null }> {
  await tx.insertInto('group_duties').values({ campaign_id: campaignId, team_group: group }).onConflict((conflict) => conflict.doNothing()).execute();
  return tx.selectFrom('group_duties as g').leftJoin('users as u', 'u.id', 'g.updated_by').select(['g.duties', 'g.works_with as worksWith', 'u.name as by'])
    .where('g.campaign_id', '=', campaignId).where('g.team_group', '=', group).forUpdate('g').executeTakeFirstOrThrow();
}

export async function storeDuties(tx: Tx, campaignId: string, { group, duties, worksWith }: StoredDuties, by: string): Promise<void> {
  await tx.updateTable('group_duties').set({ duties, works_with: worksWith, updated_by: by, updated_at: sql`now()` })
    .where('campaign_id', '=', campaignId).where('team_group', '=', group).execute();
}
