import { sql } from 'kysely';
import type { Reader, Tx } from '#platform/server/db/database.ts';
import type { Day } from '#platform/shared/calendar.ts';
import type { Absence } from '../approval.delegation.rules.ts';

export interface StoredDelegation extends Absence {
  readonly id: string;
  readonly fromName: string;
  readonly toName: string;
  readonly reason: string;
}

/** Those that run today or begin later; all, or those that concern one person: their own, those to them, and where their chain leads. */
export async function delegations(db: Reader, today: Day, personId?: string): Promise<StoredDelegation[]> {
  const { rows } = await sql<StoredDelegation>`
    with recursive onward (user_id) as (
      select ${personId ?? null}::uuid
      union
      select d.to_id from approval_delegations d join onward on onward.user_id = d.from_id where d.ended_at is null and d.to_on >= ${today}::date
    )
    select d.id, d.from_id as "fromId", f.name as "fromName", d.to_id as "toId", t.name as "toName", d.from_on as "fromOn", d.to_on as "toOn", d.reason
    from approval_delegations d join users f on f.id = d.from_id join users t on t.id = d.to_id
    where d.ended_at is null and d.to_on >= ${today}::date and (${personId ?? null}::uuid is null or d.to_id = ${personId ?? null}::uuid or d.from_id in (select user_id from onward))
    order by d.from_on, d.created_at`.execute(db);
  return rows;
}

export async function holdDelegations(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('approval_delegations'))`.execute(tx);
}

export async function activeNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.selectFrom('users').select(['id', 'name']).where('id', 'in', [...ids]).where('disabled_at', 'is', null).where('activated_at', 'is not', null).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

export async function insertDelegation(tx: Tx, made: Absence & { readonly id: string; readonly reason: string; readonly by: string }): Promise<void> {
  await tx.insertInto('approval_delegations').values({ id: made.id, from_id: made.fromId, to_id: made.toId, from_on: made.fromOn, to_on: made.toOn, reason: made.reason, created_by: made.by }).execute();
}

export async function lockDelegation(tx: Tx, id: string): Promise<{ fromId: string; toId: string; ended: boolean } | undefined> {
  const row = await tx.selectFrom('approval_delegations').select(['from_id as fromId', 'to_id as toId', 'ended_at as endedAt']).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && { fromId: row.fromId, toId: row.toId, ended: row.endedAt !== null };
}

export async function storeEnd(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('approval_delegations').set({ ended_at: sql`now()` }).where('id', '=', id).execute();
}
