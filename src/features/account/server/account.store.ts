import { sql } from 'kysely';
import type { Tx } from '#platform/server/db/database.ts';
import { newId } from '#platform/server/identity.ts';
import type { OrgRole } from '#platform/shared/actor.ts';

/** Waits for whoever sets the company up at this moment; true when there is one already. */
export async function lockCompany(tx: Tx): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended('company', 0))`.execute(tx);
  return (await tx.selectFrom('company').select('id').executeTakeFirst()) !== undefined;
}

export async function insertCompany(tx: Tx, name: string): Promise<void> {
  await tx.insertInto('company').values({ name }).execute();
}

export interface NewPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly title: string;
  readonly orgRole: OrgRole;
  readonly departmentId: string | null;
}

/** Adds a person; false when the address has an account. */
export async function insertPerson(tx: Tx, person: NewPerson, activated = false): Promise<boolean> {
  const inserted = await tx.insertInto('users').values({
    id: person.id, name: person.name, email: person.email, title: person.title, org_role: person.orgRole, department_id: person.departmentId,
    activated_at: activated ? sql`now()` as never : null,
  }).onConflict((conflict) => conflict.column('email').doNothing()).returning('id').executeTakeFirst();
  return inserted !== undefined;
}

/** The sign-in library's record of a password; `hash` is the library's own. */
export async function insertPassword(tx: Tx, userId: string, hash: string): Promise<void> {
  await tx.insertInto('credentials').values({ id: newId(), user_id: userId, account_id: userId, provider_id: 'credential', password: hash }).execute();
}

export async function lockPerson(tx: Tx, userId: string) {
  return tx.selectFrom('users').select(['id', 'name', 'email', 'title', 'org_role as orgRole', 'department_id as departmentId', 'activated_at as activatedAt', 'disabled_at as disabledAt'])
    .where('id', '=', userId).forUpdate().executeTakeFirst();
}

export interface PersonChange {
  readonly name?: string | undefined;
  readonly title?: string | undefined;
  readonly orgRole?: OrgRole | undefined;
  readonly departmentId?: string | null | undefined;
  readonly disabled?: boolean | undefined;
}

export async function updatePerson(tx: Tx, userId: string, change: PersonChange): Promise<void> {
  const set: Record<string, unknown> = { updated_at: sql`now()` };
  if (change.name !== undefined) set['name'] = change.name;
  if (change.title !== undefined) set['title'] = change.title;
  if (change.orgRole !== undefined) set['org_role'] = change.orgRole;
  if (change.departmentId !== undefined) set['department_id'] = change.departmentId;
  if (change.disabled !== undefined) set['disabled_at'] = change.disabled ? sql`now()` : null;
  await tx.updateTable('users').set(set).where('id', '=', userId).execute();
}

/** Counts the administrators that remain, holding them against a change at the same moment. */
export async function countOtherAdmins(tx: Tx, exceptId: string): Promise<number> {
  const rows = await tx.selectFrom('users').select('id')
    .where('org_role', '=', 'admin').where('disabled_at', 'is', null).where('activated_at', 'is not', null).where('id', '<>', exceptId).forUpdate().execute();
  return rows.length;
}

export async function activatePerson(tx: Tx, userId: string, name: string): Promise<void> {
  await tx.updateTable('users').set({ name, activated_at: sql`coalesce(activated_at, now())`, updated_at: sql`now()` }).where('id', '=', userId).execute();
}

export async function deleteSessions(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('sessions').where('user_id', '=', userId).execute();
}

/** The department of that name, made when there is none. */
export async function departmentNamed(tx: Tx, name: string): Promise<{ id: string; created: boolean }> {
  const id = newId();
  const inserted = await tx.insertInto('departments').values({ id, name }).onConflict((conflict) => conflict.column('name').doNothing()).returning('id').executeTakeFirst();
  if (inserted) return { id, created: true };
  const found = await tx.selectFrom('departments').select('id').where('name', '=', name).executeTakeFirstOrThrow();
  return { id: found.id, created: false };
}

/** False when another department has that name. */
export async function renameDepartment(tx: Tx, departmentId: string, name: string): Promise<'renamed' | 'taken' | 'gone'> {
  const taken = await tx.selectFrom('departments').select('id').where('name', '=', name).where('id', '<>', departmentId).executeTakeFirst();
  if (taken) return 'taken';
  const updated = await tx.updateTable('departments').set({ name }).where('id', '=', departmentId).returning('id').executeTakeFirst();
  return updated ? 'renamed' : 'gone';
}

/** Returns whom it replaces; undefined when there is no such department. */
export async function nameHead(tx: Tx, departmentId: string, headId: string | null): Promise<{ headId: string | null } | undefined> {
  const before = await tx.selectFrom('departments').select('head_id as headId').where('id', '=', departmentId).forUpdate().executeTakeFirst();
  if (before) await tx.updateTable('departments').set({ head_id: headId }).where('id', '=', departmentId).execute();
  return before;
}
