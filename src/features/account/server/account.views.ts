import { sql } from 'kysely';
import type { Reader } from '#platform/server/db/database.ts';
import type { Department, Person } from '../account.contract.ts';

export async function findCompany(db: Reader): Promise<{ name: string; timeZone: string } | undefined> {
  return db.selectFrom('company').select(['name', 'time_zone as timeZone']).executeTakeFirst();
}

function people(db: Reader) {
  return db.selectFrom('users').leftJoin('departments', 'departments.id', 'users.department_id').select([
    'users.id', 'users.name', 'users.email', 'users.title', 'users.org_role as orgRole', 'users.department_id as departmentId',
    'departments.name as departmentName', 'users.created_at as createdAt',
    sql<Person['state']>`case when users.disabled_at is not null then 'disabled' when users.activated_at is null then 'invited' else 'active' end`.as('state'),
  ]);
}

export async function listPeople(db: Reader): Promise<Person[]> {
  return (await people(db).orderBy('users.created_at').execute()) as Person[];
}

export async function findPerson(db: Reader, userId: string): Promise<Person | undefined> {
  return (await people(db).where('users.id', '=', userId).executeTakeFirst()) as Person | undefined;
}

export async function findPersonByEmail(db: Reader, email: string): Promise<Person | undefined> {
  return (await people(db).where('users.email', '=', email).executeTakeFirst()) as Person | undefined;
}

export async function listDepartments(db: Reader): Promise<Department[]> {
  return db.selectFrom('departments').leftJoin('users', 'users.department_id', 'departments.id').leftJoin('users as head', 'head.id', 'departments.head_id')
    .select(['departments.id', 'departments.name', sql<number>`count(users.id)`.as('people'), 'departments.head_id as headId', 'head.name as headName'])
    .groupBy(['departments.id', 'head.name']).orderBy('departments.name').execute();
}

export async function listOwnSessions(db: Reader, userId: string) {
  return db.selectFrom('sessions').select(['id', 'token', 'user_agent as userAgent', 'ip_address as address', 'created_at as createdAt', 'expires_at as expiresAt'])
    .where('user_id', '=', userId).where('expires_at', '>', sql<string>`now()`).orderBy('created_at', 'desc').execute();
}
