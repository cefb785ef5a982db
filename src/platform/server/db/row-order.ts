import { sql } from 'kysely';
import type { Tx } from './database.ts';

/** Rows of one campaign stand in the order of `position`; whoever reorders them waits for whoever does so now. */
async function lockedOrder(tx: Tx, table: string, campaignId: string): Promise<string[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${table}:${campaignId}`}, 0))`.execute(tx);
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)} where campaign_id = ${campaignId} order by position, id`.execute(tx);
  return rows.map((row) => row.id);
}

async function store(tx: Tx, table: string, ids: readonly string[]): Promise<void> {
  await sql`update ${sql.table(table)} t set position = o.position
    from unnest(${ids}::uuid[]) with ordinality as o (id, position) where t.id = o.id and t.position <> o.position`.execute(tx);
}

/** Moves a row behind another (null: to the top). Returns its old and new place (1-based), or undefined when nothing moves. */
export async function moveRow(tx: Tx, table: string, campaignId: string, id: string, afterId: string | null): Promise<{ from: number; to: number } | undefined> {
  const order = await lockedOrder(tx, table, campaignId);
  const from = order.indexOf(id);
  const rest = order.filter((other) => other !== id);
  const anchor = afterId === null ? -1 : rest.indexOf(afterId);
  // A row whose neighbour was deleted meanwhile goes to the end.
  const to = afterId !== null && anchor === -1 ? rest.length : anchor + 1;
  if (from === to) return undefined;
  rest.splice(to, 0, id);
  await store(tx, table, rest);
  return { from: from + 1, to: to + 1 };
}
