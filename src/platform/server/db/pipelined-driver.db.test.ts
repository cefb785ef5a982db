import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { openDatabase, openPool, type Database, type Tx } from './database.ts';
import { LAST_WITH_COMMIT, WITH_COMMIT } from './pipelined-driver.ts';

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

/** Asks often enough that BEGIN, what is held back and COMMIT are one message. */
async function together(tx: Tx, id: number, word: string): Promise<number> {
  await late(id, word).execute(tx);
  const { rows } = await sql<{ seen: number }>`select count(*)::int as seen from things`.execute(tx);
  await late(id + 1, `${word}!`).execute(tx);
  return rows[0]?.seen ?? 0;
}

test('in one message too each statement has its values, and the one that is waited for its own answer', async () => {
  const one = openDatabase(openPool(database.url, 1));
  try {
    for (let round = 0; round < 8; round += 1) expect(await one.transaction().execute((tx) => together(tx, round * 2, `汉字 ${round}`))).toBe(round * 2 + 1);
    expect(await words()).toEqual(Array.from({ length: 8 }, (_, round) => [`汉字 ${round}`, `汉字 ${round}!`]).flat());
  } finally {
    await one.destroy();
  }
});

test('in one message the first that fails is the error, nothing of it stays, and the connection goes on', async () => {
  const one = openDatabase(openPool(database.url, 1));
  try {
    for (let round = 0; round < 6; round += 1) await one.transaction().execute((tx) => together(tx, round * 2, 'kept'));
    // Before the query that is waited for, and with the COMMIT.
    await expect(one.transaction().execute((tx) => together(tx, 0, 'twice'))).rejects.toMatchObject({ code: '23505', constraint: 'things_pkey' });
    await expect(one.transaction().execute((tx) => together(tx, -1, 'twice'))).rejects.toMatchObject({ code: '23505', detail: expect.stringContaining('(0)') as unknown });
    await expect(one.transaction().execute(async (tx) => {
      await late(50, 'held').execute(tx);
      throw new Error('refused');
    })).rejects.toThrow('refused');
    expect(await words()).toEqual(Array.from({ length: 6 }, () => ['kept', 'kept!']).flat());
    expect(await one.transaction().execute((tx) => together(tx, 100, 'again'))).toBe(13);
  } finally {
    await one.destroy();
  }
});

test('what is to be last is behind all others that leave with the COMMIT', async () => {
  await sql`create table if not exists turns (turn integer generated always as identity, word text)`.execute(db);
  for (let round = 0; round < 6; round += 1) {
    await sql`truncate turns restart identity`.execute(db);
    await db.transaction().execute(async (tx) => {
      await sql`${sql.raw(LAST_WITH_COMMIT)}insert into turns (word) values (${'last'})`.execute(tx);
      await sql`${sql.raw(WITH_COMMIT)}insert into turns (word) values (${'one'})`.execute(tx);
      await sql`${sql.raw(WITH_COMMIT)}insert into turns (word) values (${'two'})`.execute(tx);
    });
    expect((await sql<{ word: string }>`select word from turns order by turn`.execute(db)).rows.map(({ word }) => word)).toEqual(['one', 'two', 'last']);
  }
});

/** Long enough for every answer to be here, so that they are read in one go. */
function keepBusy(): void {
  for (const until = performance.now() + 40; performance.now() < until;);
}

test('the error is the cause, whatever of it is prepared and however much is asked beside it', async () => {
  for (let round = 0; round < 12; round += 1) {
    const run = db.transaction().execute(async (tx) => {
      await sql`select 1`.execute(tx);
      // A text that is new each round is never prepared; the one behind it is, from the fourth round on: they leave in different ways.
      await sql`${sql.raw(`${WITH_COMMIT}/* ${round % 2 === 0 ? round : 'same'} */`)}insert into things values (1, 'one'), (1, 'twice')`.execute(tx);
      await late(2, 'beside').execute(tx);
      const both = Promise.all([sql`select 1`.execute(tx), sql`select word from things`.execute(tx)]);
      setImmediate(keepBusy);
      await both;
    });
    await expect(run).rejects.toMatchObject({ code: '23505' });
  }
  expect(await words()).toEqual([]);
});
