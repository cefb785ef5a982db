import { afterAll, beforeAll, expect, test } from 'vitest';
import { readMigrations } from '../db/migrate.ts';
import { askDatabase, createTestDatabase, type TestDatabase } from './database.ts';

let one: TestDatabase;
let other: TestDatabase;

beforeAll(async () => {
  [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
});
afterAll(async () => {
  await Promise.all([one.drop(), other.drop()]);
});

test('a test database is migrated', async () => {
  const rows = await askDatabase(one.url, 'SELECT name FROM schema_migrations ORDER BY name');
  expect(rows.map((row) => row['name'])).toEqual(readMigrations().map((migration) => migration.name));
});

test('what one test file writes, another does not see', async () => {
  await askDatabase(one.url, 'CREATE TABLE trace (id int)');
  expect(await askDatabase(other.url, "SELECT to_regclass('trace') AS found")).toEqual([{ found: null }]);
});
