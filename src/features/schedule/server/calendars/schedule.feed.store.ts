import { sql } from 'kysely';
import type { Database, Tx } from '#platform/server/db/database.ts';
import type { Locale } from '#platform/shared/messages.ts';

export interface NewFeed {
  readonly id: string;
  readonly userId: string;
  readonly campaignId: string | null;
  readonly tokenHash: string;
  readonly locale: Locale;
}

/** Makes the person's address for a campaign, or for all that is their own; the one before it is void. True when there was one. Two at once come one after the other. */
export async function replaceFeed(tx: Tx, feed: NewFeed): Promise<boolean> {
  await sql`select id from users where id = ${feed.userId} for no key update`.execute(tx);
  const voided = await tx.updateTable('calendar_feeds').set({ revoked_at: sql`now()` })
    .where('user_id', '=', feed.userId).where(sql<boolean>`campaign_id is not distinct from ${feed.campaignId}::uuid`).where('revoked_at', 'is', null).executeTakeFirst();
  await tx.insertInto('calendar_feeds').values({ id: feed.id, user_id: feed.userId, campaign_id: feed.campaignId, token_hash: feed.tokenHash, locale: feed.locale }).execute();
  return voided.numUpdatedRows > 0n;
}

/** Voids an address of the person; undefined when there is none. */
export async function voidFeed(tx: Tx, userId: string, feedId: string): Promise<{ campaignId: string | null } | undefined> {
  return tx.updateTable('calendar_feeds').set({ revoked_at: sql`now()` }).where('id', '=', feedId).where('user_id', '=', userId).where('revoked_at', 'is', null)
    .returning('campaign_id as campaignId').executeTakeFirst();
}

/** Programs ask every few minutes; a minute is as exact as a person needs it. */
export async function noteRead(db: Database, feedId: string): Promise<void> {
  await db.updateTable('calendar_feeds').set({ read_at: sql`now()` }).where('id', '=', feedId).where(sql<boolean>`read_at is null or read_at < now() - interval '1 minute'`).execute();
}
