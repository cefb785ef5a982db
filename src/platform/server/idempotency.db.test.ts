import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Actor } from '#platform/shared/actor.ts';
import { type Access, anyone, operation, signedIn } from '#platform/shared/contract.ts';
import { Problem } from '#platform/shared/problem.ts';
import { openDatabase, openPool, violatedConstraint, type Database } from './db/database.ts';
import { WITH_COMMIT } from './db/pipelined-driver.ts';
import { newId } from './identity.ts';
import { forgetOldKeys } from './idempotency.ts';
import { type Engine, handle, type Handler, perform } from './operation.ts';
import { createTestDatabase, type TestDatabase } from './testing/database.ts';

let database: TestDatabase;
const pools: pg.Pool[] = [];
const databases: Database[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  // Two servers on one database: what happens in one process must hold between two.
  for (let server = 0; server < 2; server += 1) {
    const pool = openPool(database.url, 6);
    pools.push(pool);
    databases.push(openDatabase(pool));
  }
  await pools[0]?.query('create table marks (id integer generated always as identity primary key, word text not null); create table purse (free integer not null check (free >= 0))');
});
beforeEach(async () => {
  await pools[0]?.query('truncate marks, idempotency_keys; delete from purse; insert into purse values (100)');
});
afterAll(async () => {
  for (const db of databases) await db.destroy();
  await database.drop();
});

const mayMark = { now: true };
const seesMark = { now: true };
const thingAccess: Access<object> = { scope: 'thing', see: () => seesMark.now, allow: () => mayMark.now };
const shape = { method: 'POST', summary: { zh: '测试', en: 'Test' }, body: z.object({ word: z.string() }), output: z.object({ id: z.int() }), idempotent: true } as const;
const mark = operation({ ...shape, id: 'test.mark', path: '/mark', access: signedIn() });
const otherMark = operation({ ...shape, id: 'test.otherMark', path: '/other', access: signedIn() });
const markThing = operation({ ...shape, id: 'test.markThing', path: '/thing', access: thingAccess });
const publicMark = operation({ ...shape, id: 'test.publicMark', path: '/public', access: anyone });
const plainMark = operation({ ...shape, id: 'test.plainMark', path: '/plain', access: signedIn(), idempotent: false });
const lateSpend = operation({ ...shape, id: 'test.lateSpend', path: '/late', access: signedIn() });
const spend = operation({ ...shape, id: 'test.spend', path: '/spend', access: signedIn() });

/** Where a handler stops until the test lets it go on. */
const gate: { wait: (() => Promise<unknown>) | undefined } = { wait: undefined };
const insertMark = async (db: Database, word: string) => (await sql<{ id: number }>`insert into marks (word) values (${word}) returning id`.execute(db)).rows[0] ?? { id: 0 };

const handlers = {
  mark: handle(mark, async (work, { body }) => {
    await gate.wait?.();
    await work.record({ kind: 'test.marked', subject: { type: 'mark' } });
    return insertMark(work.db, body.word);
  }),
  otherMark: handle(otherMark, (work, { body }) => insertMark(work.db, body.word)),
  markThing: handle(markThing, async (work, { body }) => {
    const made = await insertMark(work.db, body.word);
    mayMark.now = false; // a decision that waits for nobody once it is taken
    return made;
  }),
  publicMark: handle(publicMark, (work, { body }) => insertMark(work.db, body.word)),
  plainMark: handle(plainMark, (work, { body }) => insertMark(work.db, body.word)),
  lateSpend: handle(lateSpend, async (work) => {
    work.whenRefused(async (error, db) => {
      if (violatedConstraint(error) !== 'purse_free_check') return undefined;
      const { rows } = await sql<{ free: number }>`select free from purse`.execute(db);
      return new Problem(`test.only_${rows[0]?.free}`, 409);
    });
    await sql`${sql.raw(WITH_COMMIT)}update purse set free = free - 60`.execute(work.db);
    return { id: 1 };
  }),
  spend: handle(spend, async (work, { body }) => {
    const { numAffectedRows } = await sql`update purse set free = free - 60 where free >= 60`.execute(work.db);
    if (!numAffectedRows) throw new Problem('test.exceeds', 409);
    return insertMark(work.db, body.word);
  }),
};

const anna = newId();
const personOf = (userId: string): Actor => ({ userId, name: 'A', orgRole: 'member', departmentId: null });
const committed: string[] = [];
const engineOf = (server: number): Engine => ({
  db: databases[server] as Database, scopes: { thing: () => Promise.resolve({}) }, reactions: {},
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  committed: (events) => { committed.push(...events.map((event) => event.kind)); },
});

interface Ask { readonly word?: unknown; readonly key?: string; readonly userId?: string | undefined; readonly server?: number }
async function ask(handler: Handler, { word = 'a', key = 'key-00000001', userId = anna, server = 0 }: Ask = {}) {
  let replayed = false;
  const answer = perform(engineOf(server), handler, {
    caller: { actor: userId === '' ? undefined : personOf(userId), locale: 'en', address: '' }, headers: new Headers(), params: {}, setCookie: () => undefined,
    idempotencyKey: key, replayed: () => { replayed = true; },
    parse: () => {
      if (typeof word !== 'string') throw new Problem('request.invalid', 400);
      return { body: { word } };
    },
  });
  return answer.then((body) => ({ body: body as { id: number }, replayed }), (error: unknown) => ({ code: error instanceof Problem ? error.code : String(error), replayed }));
}
const words = async () => (await pools[0]?.query<{ word: string }>('select word from marks order by id'))?.rows.map((row) => row.word);

/** Users are referred to by the event log. */
beforeAll(async () => {
  await pools[0]?.query("insert into users (id, name, email) values ($1, 'Anna', 'anna@example.com')", [anna]);
});

describe('a repeat', () => {
  test('is answered as the first was, changes nothing, and is not told to the pages again', async () => {
    committed.length = 0;
    const first = await ask(handlers.mark);
    expect(first).toMatchObject({ replayed: false });
    expect(await ask(handlers.mark)).toEqual({ ...first, replayed: true });
    expect(await ask(handlers.mark, { server: 1 })).toEqual({ ...first, replayed: true });
    expect(await words()).toEqual(['a']);
    expect(committed).toEqual(['test.marked']);
    const events = await pools[0]?.query("select count(*)::int as count from events where kind = 'test.marked'");
    expect(events?.rows).toEqual([{ count: 1 }]);
  });

  test('that comes to another server while the first runs waits for it and gets its answer', async () => {
    let running = 0;
    let goOn = () => undefined as void;
    const both = new Promise<void>((resolve) => { goOn = resolve; });
    gate.wait = async () => {
      running += 1;
      if (running === 2) goOn();
      await both; // both have begun before either writes
    };
    const answers = await Promise.all([ask(handlers.mark), ask(handlers.mark, { server: 1 })]);
    gate.wait = undefined;
    expect(running).toBe(2);
    expect(answers.map((answer) => answer.replayed).toSorted()).toEqual([false, true]);
    expect(new Set(answers.map((answer) => JSON.stringify('body' in answer && answer.body))).size).toBe(1);
    expect(await words()).toHaveLength(1);
  });

  test('many at once on few connections of two servers: one change, one answer', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => ask(handlers.mark, { server: index % 2 })));
    expect(answers.filter((answer) => !answer.replayed)).toHaveLength(1);
    expect(new Set(answers.map((answer) => JSON.stringify('body' in answer && answer.body))).size).toBe(1);
    expect(await words()).toEqual(['a']);
  });

  test('whose own run would be refused now, because of the first one, gets the first one’s answer', async () => {
    const first = await ask(handlers.spend);
    expect(await ask(handlers.spend)).toEqual({ ...first, replayed: true });
    expect(await ask(handlers.spend, { key: 'key-00000002' })).toEqual({ code: 'test.exceeds', replayed: false });
  });
});

describe('what the database refuses at the COMMIT', () => {
  test('is explained by the handler, after the rollback; the next attempt runs again', async () => {
    const first = await ask(handlers.lateSpend);
    expect(first).toEqual({ body: { id: 1 }, replayed: false });
    expect(await ask(handlers.lateSpend, { key: 'key-00000002' })).toEqual({ code: 'test.only_40', replayed: false });
    expect(await ask(handlers.lateSpend)).toEqual({ ...first, replayed: true });
    await pools[0]?.query('update purse set free = 60');
    expect(await ask(handlers.lateSpend, { key: 'key-00000002' })).toMatchObject({ replayed: false, body: {} });
  });

  test('of many at once exactly as many are done as there is room for', async () => {
    await pools[0]?.query('update purse set free = 300');
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => ask(handlers.lateSpend, { key: `key-of-many-${index}`, server: index % 2 })));
    expect(answers.filter((answer) => 'body' in answer)).toHaveLength(5);
    expect(answers.filter((answer) => 'code' in answer).every((answer) => answer.code.startsWith('test.only_'))).toBe(true);
    expect((await pools[0]?.query('select free from purse'))?.rows).toEqual([{ free: 0 }]);
  });
});

describe('what is refused', () => {
  test('leaves nothing: the next attempt runs again', async () => {
    await pools[0]?.query('update purse set free = 0');
    expect(await ask(handlers.spend)).toEqual({ code: 'test.exceeds', replayed: false });
    await pools[0]?.query('update purse set free = 100');
    expect(await ask(handlers.spend)).toMatchObject({ replayed: false, body: {} });
    expect(await words()).toEqual(['a']);
  });

  test('is not said to a repeat while the first is still on its way: it waits for the first one’s end', async () => {
    let begun = 0;
    let goOn = () => undefined as void;
    const held = new Promise<void>((resolve) => { goOn = resolve; });
    gate.wait = async () => {
      begun += 1;
      await held;
    };
    const answers = Promise.all([ask(handlers.mark), ask(handlers.mark)]);
    await wait(150);
    expect(begun).toBe(1);
    gate.wait = undefined;
    goOn();
    expect((await answers).map((answer) => answer.replayed)).toEqual([false, true]);
    expect(await words()).toEqual(['a']);
  });

  test('a key with another input or another operation', async () => {
    const first = await ask(handlers.mark);
    expect(await ask(handlers.mark, { word: 'b' })).toMatchObject({ code: 'request.key_reused' });
    expect(await ask(handlers.otherMark)).toMatchObject({ code: 'request.key_reused' });
    expect(await ask(handlers.mark)).toEqual({ ...first, replayed: true });
    expect(await words()).toEqual(['a']);
  });

  test.each(['short', 'x'.repeat(201), '钥匙钥匙钥匙钥匙钥匙', 'tab\tinside'])('a key of another form: %j', async (key) => {
    expect(await ask(handlers.mark, { key })).toEqual({ code: 'request.invalid', replayed: false });
    expect(await words()).toEqual([]);
  });

  test('an answer too large to keep', async () => {
    const large = operation({ ...shape, id: 'test.large', path: '/large', access: signedIn(), output: z.object({ text: z.string() }) });
    const run = handle(large, async (work, { body }) => {
      await insertMark(work.db, body.word);
      return { text: 'x'.repeat(1_100_000) };
    });
    expect(await ask(run)).toMatchObject({ code: expect.stringContaining('test.large answers') as string });
    expect(await words()).toEqual([]);
  });
});

describe('whose key it is', () => {
  test('another person’s same key is another key', async () => {
    const first = await ask(handlers.mark);
    const second = await ask(handlers.otherMark, { userId: newId(), word: 'b' });
    expect(second).toMatchObject({ replayed: false });
    expect(await ask(handlers.mark)).toEqual({ ...first, replayed: true });
    expect(await words()).toEqual(['a', 'b']);
  });

  test('without a person, or without the mark in the contract, every request counts', async () => {
    for (const handler of [handlers.publicMark, handlers.plainMark]) {
      for (let time = 0; time < 2; time += 1) expect(await ask(handler, { userId: handler === handlers.publicMark ? '' : anna })).toMatchObject({ replayed: false });
    }
    expect(await words()).toHaveLength(4);
  });

  test('who may no longer do it because they have done it gets their answer; who no longer sees the thing learns nothing', async () => {
    const first = await ask(handlers.markThing);
    expect(mayMark.now).toBe(false);
    expect(await ask(handlers.markThing)).toEqual({ ...first, replayed: true });
    expect(await ask(handlers.markThing, { key: 'key-00000002' })).toEqual({ code: 'access.denied', replayed: false });
    expect(await ask(handlers.markThing, { word: 7 })).toEqual({ code: 'access.denied', replayed: false });
    seesMark.now = false;
    expect(await ask(handlers.markThing)).toEqual({ code: 'access.not_found', replayed: false });
    Object.assign(seesMark, { now: true });
    Object.assign(mayMark, { now: true });
  });
});

test('answers are kept for a week', async () => {
  await ask(handlers.mark, { key: 'key-of-today' });
  await ask(handlers.mark, { key: 'key-of-last-week', word: 'b' });
  await pools[0]?.query("update idempotency_keys set created_at = now() - interval '6 days 23 hours' where key = 'key-of-today'");
  await pools[0]?.query("update idempotency_keys set created_at = now() - interval '7 days 1 minute' where key = 'key-of-last-week'");
  expect(await forgetOldKeys(databases[0] as Database)).toBe(1);
  expect(await ask(handlers.mark, { key: 'key-of-today' })).toMatchObject({ replayed: true });
  expect(await ask(handlers.mark, { key: 'key-of-last-week', word: 'b' })).toMatchObject({ replayed: false });
});
