import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { openDatabase, openPool, type Database } from './database.ts';
import { WITH_COMMIT } from './pipelined-driver.ts';

let database: TestDatabase;
let pool: pg.Pool;
let db: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool(database.url, 4);
  db = openDatabase(pool);
  await pool.query('create table things (id integer primary key, word text)');
});
beforeEach(() => pool.query('truncate things'));
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

const words = async () => (await pool.query<{ word: string }>('select word from things order by id')).rows.map((row) => row.word);
/** A statement that leaves with the COMMIT. */
const late = (id: number, word: string) => sql`${sql.raw(WITH_COMMIT)}insert into things values (${id}, ${word})`;

test('what leaves with the COMMIT is there afterwards, in the order it was asked', async () => {
  await db.transaction().execute(async (tx) => {
    await sql`insert into things values (1, 'first')`.execute(tx);
    await late(2, 'second').execute(tx);
    await late(3, 'third').execute(tx);
  });
  expect(await words()).toEqual(['first', 'second', 'third']);
});

test('when it fails, the whole transaction does, with its own error', async () => {
  const run = db.transaction().execute(async (tx) => {
    await sql`insert into things values (1, 'first')`.execute(tx);
    await late(1, 'twice').execute(tx);
  });
  await expect(run).rejects.toMatchObject({ code: '23505' });
  expect(await words()).toEqual([]);
  await db.transaction().execute(async (tx) => { await late(4, 'the connection goes on').execute(tx); });
  expect(await words()).toEqual(['the connection goes on']);
});

test('a query that comes after it finds it done, or fails with its error', async () => {
  await db.transaction().execute(async (tx) => {
    await late(1, 'held').execute(tx);
    expect((await sql<{ word: string }>`select word from things`.execute(tx)).rows).toEqual([{ word: 'held' }]);
    await late(2, 'last').execute(tx);
  });
  expect(await words()).toEqual(['held', 'last']);
  const run = db.transaction().execute(async (tx) => {
    await late(1, 'twice').execute(tx);
    await sql`select 1`.execute(tx);
  });
  await expect(run).rejects.toMatchObject({ code: '23505' });
  expect(await words()).toEqual(['held', 'last']);
});

test('a handler that throws leaves nothing, also of what was held back', async () => {
  await expect(db.transaction().execute(async (tx) => {
    await late(1, 'held').execute(tx);
    throw new Error('refused');
  })).rejects.toThrow('refused');
  await db.transaction().execute(() => Promise.resolve());
  expect(await words()).toEqual([]);
});

test('many at once on few connections, each text asked often enough to be prepared', async () => {
  await Promise.all(Array.from({ length: 60 }, (_, id) => db.transaction().execute(async (tx) => {
    await sql`insert into things values (${id}, ${`w${id}`})`.execute(tx);
    await late(id + 1_000, 'late').execute(tx);
  })));
  expect(await words()).toHaveLength(120);
  const prepared = await db.connection().execute((one) => sql<{ count: number }>`select count(*)::int as count from pg_prepared_statements`.execute(one));
  expect(prepared.rows[0]?.count).toBeGreaterThan(0);
});
