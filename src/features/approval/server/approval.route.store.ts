import { sql } from 'kysely';
import type { Tx } from '#platform/server/db/database.ts';
import type { RouteFields } from '../approval.route.contract.ts';

/** One writer of routes at a time: the order of a kind is one thing, and an import replaces several kinds. */
export async function lockRoutes(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('approval_routes', 0))`.execute(tx);
}

const columnsOf = (route: RouteFields, by: string) => ({
  kind: route.kind, category: route.category, department_id: route.departmentId, from_cents: route.fromCents, to_cents: route.toCents,
  steps: sql<unknown>`${JSON.stringify(route.steps)}::jsonb`, updated_by: by, updated_at: sql<string>`now()`,
});

export async function insertRoute(tx: Tx, id: string, route: RouteFields, position: number, by: string): Promise<void> {
  await tx.insertInto('approval_routes').values({ id, ...columnsOf(route, by), position }).execute();
}

export async function updateRoute(tx: Tx, id: string, route: RouteFields, by: string): Promise<void> {
  await tx.updateTable('approval_routes').set({ ...columnsOf(route, by), revision: sql<number>`revision + 1` }).where('id', '=', id).execute();
}

export async function deleteRoutes(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.deleteFrom('approval_routes').where('id', 'in', [...ids]).execute();
}

/** Numbers routes 1, 2, 3 … as listed. */
export async function orderRoutes(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    update approval_routes r set position = o.place from unnest(${[...ids]}::uuid[]) with ordinality as o (id, place)
    where r.id = o.id and r.position <> o.place`.execute(tx);
}
