import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { askDatabase, createEmptyDatabase, type TestDatabase } from '../testing/database.ts';
import { migrate, MIGRATIONS_DIRECTORY, readMigrations, serverProblem, withoutPassword } from './migrate.ts';

let database: TestDatabase;
let directory: string;

beforeEach(async () => {
  database = await createEmptyDatabase();
  directory = mkdtempSync(join(tmpdir(), 'migrations-'));
});
afterEach(async () => {
  rmSync(directory, { recursive: true });
  await database.drop();
});

const file = (name: string, sql: string): void => writeFileSync(join(directory, name), sql);
const run = (): Promise<readonly string[]> => migrate(database.url, { directory });

const ask = (sql: string): Promise<unknown[]> => askDatabase(database.url, sql);

test('migrations are applied in the order of their names, once', async () => {
  file('0002_row.sql', 'INSERT INTO thing VALUES (2)');
  file('0001_table.sql', 'CREATE TABLE thing (id int); INSERT INTO thing VALUES (1)');
  file('notes.txt', 'not a migration');
  expect(await run()).toEqual(['0001_table.sql', '0002_row.sql']);
  expect(await run()).toEqual([]);
  file('0003_more.sql', 'INSERT INTO thing VALUES (3)');
  expect(await run()).toEqual(['0003_more.sql']);
  expect(await ask('SELECT id FROM thing ORDER BY id')).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
});

test('servers that start at the same time migrate once', async () => {
  file('0001_table.sql', 'SELECT pg_sleep(0.2); CREATE TABLE thing (id int)');
  const applied = await Promise.all([run(), run(), run(), run()]);
  expect(applied.flat()).toEqual(['0001_table.sql']);
});

test('a migration that fails names its file and line and leaves nothing of itself', async () => {
  file('0001_table.sql', 'CREATE TABLE thing (id int)');
  file('0002_broken.sql', '-- 一行中文注释\nCREATE TABLE half (id int);\n\nINSERT INTO nowhere VALUES (1);\n');
  await expect(run()).rejects.toMatchObject({ code: 'migrationFailed', data: ['0002_broken.sql', 4, expect.stringContaining('nowhere')] });
  expect(await ask("SELECT to_regclass('thing')::text AS thing, to_regclass('half')::text AS half")).toEqual([{ thing: 'thing', half: null }]);
  file('0002_broken.sql', 'CREATE TABLE half (id int)');
  expect(await run()).toEqual(['0002_broken.sql']);
});

describe('a history that is not ours is refused', () => {
  beforeEach(async () => {
    file('0001_table.sql', 'CREATE TABLE thing (id int)\n');
    file('0003_later.sql', 'SELECT 1');
    await run();
  });

  test('an applied file was changed', async () => {
    file('0001_table.sql', 'CREATE TABLE thing (id bigint)\n');
    await expect(run()).rejects.toMatchObject({ code: 'migrationChanged', data: ['0001_table.sql'] });
  });

  test('other line ends are no change', async () => {
    file('0001_table.sql', 'CREATE TABLE thing (id int)\r\n');
    expect(await run()).toEqual([]);
  });

  test('the database is newer than this version', async () => {
    rmSync(join(directory, '0003_later.sql'));
    await expect(run()).rejects.toMatchObject({ code: 'databaseNewer', data: ['0003_later.sql'] });
  });

  test('a file comes before one that is applied', async () => {
    file('0002_late.sql', 'SELECT 2');
    await expect(run()).rejects.toMatchObject({ code: 'migrationOutOfOrder', data: ['0002_late.sql', '0003_later.sql'] });
  });
});

test('a database of another encoding is refused', async () => {
  const latin = await createEmptyDatabase("TEMPLATE template0 ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C'");
  try {
    await expect(migrate(latin.url, { directory })).rejects.toMatchObject({ code: 'databaseEncoding', data: ['LATIN1'] });
  } finally {
    await latin.drop();
  }
});

test('a PostgreSQL before 15 is refused, 15 and later are not', () => {
  expect(serverProblem({ number: 140_012, version: '14.12', encoding: 'UTF8' })).toMatchObject({ code: 'databaseTooOld', data: ['14.12'] });
  expect(serverProblem({ number: 150_000, version: '15.0', encoding: 'UTF8' })).toBeUndefined();
  expect(serverProblem({ number: 180_004, version: '18.4', encoding: 'UTF8' })).toBeUndefined();
});

test('a database that cannot be reached is named without its password', async () => {
  const problem = await migrate('postgres://someone:hidden@127.0.0.1:1/muster').catch((error: unknown) => error);
  expect(problem).toMatchObject({ code: 'databaseUnreachable', data: ['127.0.0.1:1/muster', expect.stringContaining('ECONNREFUSED')] });
  const wrong = new URL(database.url);
  wrong.password = 'hidden';
  const refused = await migrate(wrong.href).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'databaseRefused' });
  expect(String(problem) + String(refused)).not.toContain('hidden');
  expect(withoutPassword('not an address')).toBe('DATABASE_URL');
});

test('a database that starts beside us is waited for', async () => {
  const waiting = migrate('postgres://someone@127.0.0.1:1/muster', { patienceMilliseconds: 60_000, signal: AbortSignal.timeout(400) });
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
});

test('every file of this version is a migration, and none shares its number', () => {
  const names = readMigrations().map((migration) => migration.name);
  expect(readdirSync(MIGRATIONS_DIRECTORY).filter((name) => name.endsWith('.sql')).sort()).toEqual(names);
  expect(new Set(names.map((name) => name.slice(0, 4))).size).toBe(names.length);
  expect(names.length).toBeGreaterThan(0);
});
