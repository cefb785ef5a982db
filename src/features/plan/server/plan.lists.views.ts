import { sql } from 'kysely';
import type { Reader } from '#platform/server/db/database.ts';
import type { PlanListName, PlanLists } from '../plan.lists.contract.ts';
import { EMPTY_ROWS, PLAN_LIST_NAMES } from '../plan.lists.rules.ts';

/** Wire field → column: `ownerText` is kept as `owner_text`. */
export function listColumns(list: PlanListName): Record<string, string> {
  return Object.fromEntries(Object.keys(EMPTY_ROWS[list]).map((field) => [field, field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]));
}

async function rowsOf(db: Reader, campaignId: string, list: PlanListName): Promise<unknown[]> {
  const fields = Object.entries(listColumns(list)).map(([field, column]) => (field === 'startTime' ? sql`to_char(start_time, 'HH24:MI') as "startTime"` : sql`${sql.ref(column)} as ${sql.ref(field)}`));
  const { rows } = await sql`select id, position, ${sql.join(fields)} from ${sql.table(`plan_${list}`)} where campaign_id = ${campaignId} order by position, id`.execute(db);
  return rows;
}

/** The eight tables of a plan, each in its order. */
export async function planLists(db: Reader, campaignId: string): Promise<PlanLists> {
  const found = await Promise.all(PLAN_LIST_NAMES.map(async (list) => [list, await rowsOf(db, campaignId, list)] as const));
  return Object.fromEntries(found) as unknown as PlanLists;
}
