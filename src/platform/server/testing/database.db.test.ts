import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMigrations } from '../db/migrate.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

let one: TestDatabase;
let other: TestDatabase;

beforeAll(async () => {
  [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
});
afterAll(async () => {
  await Promise.all([one.drop(), other.drop()]);
});

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return await client.query<Record<string, unknown>>(sql).then(({ rows }) => rows).finally(() => client.end());
}

test('a test database is migrated', async () => {
  const rows = await ask(one.url, 'SELECT name FROM schema_migrations ORDER BY name');
  expect(rows.map((row) => row['name'])).toEqual(readMigrations().map((migration) => migration.name));
});

test('what one test file writes, another does not see', async () => {
  await ask(one.url, 'CREATE TABLE trace (id int)');
  expect(await ask(other.url, "SELECT to_regclass('trace') AS found")).toEqual([{ found: null }]);
});
