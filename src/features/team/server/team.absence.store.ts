import type { Tx } from '#platform/server/db/database.ts';
import type { Day } from '#platform/shared/calendar.ts';

export interface StoredAbsence {
  readonly userId: string;
  readonly fromOn: Day;
  readonly toOn: Day;
  readonly reason: string;
  readonly standInId: string | null;
}

/** Holds a person, so that two absences of theirs are entered one after the other; their name, or undefined when the account is gone or disabled. */
export async function lockPerson(tx: Tx, userId: string): Promise<string | undefined> {
  return (await tx.selectFrom('users').select('name').where('id', '=', userId).where('disabled_at', 'is', null).forNoKeyUpdate().executeTakeFirst())?.name;
}

export async function lockAbsence(tx: Tx, id: string): Promise<(StoredAbsence & { readonly name: string }) | undefined> {
  return tx.selectFrom('absences as a').innerJoin('users as u', 'u.id', 'a.user_id')
    .select(['u.name', 'a.user_id as userId', 'a.from_on as fromOn', 'a.to_on as toOn', 'a.reason', 'a.stand_in_id as standInId']).where('a.id', '=', id).forUpdate('a').executeTakeFirst();
}

/** Another absence of the person that shares a day. */
export async function overlapping(tx: Tx, id: string, { userId, fromOn, toOn }: StoredAbsence): Promise<{ fromOn: Day; toOn: Day } | undefined> {
  return tx.selectFrom('absences').select(['from_on as fromOn', 'to_on as toOn'])
    .where('user_id', '=', userId).where('id', '<>', id).where('from_on', '<=', toOn).where('to_on', '>=', fromOn).orderBy('from_on').limit(1).executeTakeFirst();
}

export async function storeAbsence(tx: Tx, id: string, absence: StoredAbsence, by: string): Promise<void> {
  const values = { from_on: absence.fromOn, to_on: absence.toOn, reason: absence.reason, stand_in_id: absence.standInId };
  await tx.insertInto('absences').values({ id, user_id: absence.userId, created_by: by, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values)).execute();
}

export async function deleteAbsence(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('absences').where('id', '=', id).execute();
}
