import { sql } from 'kysely';
import type { Reader } from '#platform/server/db/database.ts';

export interface CheckedCampaign {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
}

/** The campaigns that an id or a whole name means. */
export async function campaignsMeant(db: Reader, text: string): Promise<readonly CheckedCampaign[]> {
  const { rows } = await sql<CheckedCampaign>`select id, name, time_zone as "timeZone" from campaigns where id::text = ${text.toLowerCase()} or name = ${text} order by starts_on desc, id limit 50`.execute(db);
  return rows;
}
