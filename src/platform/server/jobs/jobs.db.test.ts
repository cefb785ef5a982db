import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, openPool } from '../db/database.ts';
import type { Log } from '../log.ts';
import type { Engine } from '../operation.ts';
import { askDatabase, createTestDatabase, type TestDatabase } from '../testing/database.ts';
import { defineJob, type Job } from './job.ts';
import { Jobs } from './jobs.ts';

let database: TestDatabase;
const opened: (() => Promise<void>)[] = [];
const logged: string[] = [];
const log: Log = { info: () => undefined, warn: (_data, message) => { logged.push(message); }, error: (_data, message) => { logged.push(message); } };

beforeAll(async () => {
  database = await createTestDatabase();
  await askDatabase(database.url, 'create table trace (at timestamptz not null default clock_timestamp(), who text not null)');
});
afterAll(async () => {
  for (const close of opened) await close();
  await database.drop();
});

/** One server's part, on a pool of its own. */
function open(jobs: readonly Job[]): Jobs {
  const db = openDatabase(openPool(database.url));
  const engine: Engine = { db, scopes: {}, reactions: {}, log, committed: () => undefined };
  const own = new Jobs({ databaseUrl: database.url, engine, jobs });
  opened.push(async () => {
    await own.close();
    await db.destroy();
  });
  return own;
}

const traces = async (): Promise<unknown[]> => (await askDatabase(database.url, 'select who from trace order by at')).map(({ who }) => who);
const isQueueReady = async (): Promise<unknown> => (await askDatabase(database.url, "select count(*)::int as listening from pg_stat_activity where application_name = 'muster-jobs' and datname = current_database() and query ilike 'listen%'"))[0]?.['listening'];

describe('a job at once', () => {
  test('is a transaction whose events name the job and nobody', async () => {
    const jobs = open([defineJob({ name: 'test.note', run: (work, payload) => work.record({ kind: 'test.noted', subject: { type: 'test' }, after: { ...payload, now: work.now.toISOString() } }) })]);
    await jobs.runNow('test.note', { now: new Date('2026-03-05T01:00:00Z'), payload: { what: '提醒' } });
    expect(await askDatabase(database.url, 'select actor_id, operation, kind, after from events')).toEqual([
      { actor_id: null, operation: 'test.note', kind: 'test.noted', after: { what: '提醒', now: '2026-03-05T01:00:00.000Z' } },
    ]);
  });

  test('that fails leaves nothing behind', async () => {
    const jobs = open([defineJob({ name: 'test.break', run: async (work) => {
      await work.record({ kind: 'test.broken', subject: { type: 'test' } });
      throw new Error('broke');
    } })]);
    await expect(jobs.runNow('test.break')).rejects.toThrow('broke');
    expect(await askDatabase(database.url, "select 1 from events where kind = 'test.broken'")).toEqual([]);
  });

  test('must be one that there is, and no two have one name', () => {
    const job = defineJob({ name: 'test.same', run: () => Promise.resolve() });
    expect(() => open([job, job])).toThrow('one name');
    expect(() => open([job]).start('test.other')).toThrow('no job named test.other');
  });
});

describe('the queue', () => {
  const note = async (who: string): Promise<void> => void await askDatabase(database.url, `insert into trace (who) values ('${who}')`);
  const slow = (): Job => defineJob({ name: 'test.slow', run: async () => {
    await note('began');
    await wait(150);
    await note('ended');
  } });
  let tries = 0;
  const twice = defineJob({ name: 'test.twice', runSteps: async () => {
    tries += 1;
    if (tries === 1) throw new Error('first time');
    await note('second time');
  } });

  test('of two servers has one do a job, never beside itself; one that fails is done again', async () => {
    const [one, other] = [open([slow(), twice]), open([slow(), twice])];
    one.open();
    other.open();
    await expect.poll(isQueueReady, { timeout: 15_000 }).toBe(2);
    for (let asked = 0; asked < 4; asked += 1) {
      one.start('test.slow');
      other.start('test.slow');
      await wait(40);
    }
    await expect.poll(async () => (await askDatabase(database.url, 'select count(*)::int as n from graphile_worker.jobs where task_identifier = $$test.slow$$'))[0]?.['n'], { timeout: 10_000 }).toBe(0);
    // Asked for eight times within 160 ms: those before it began are one, and so are those that came while it waited.
    const seen = await traces();
    expect(seen.length).toBeLessThan(16);
    expect(seen.length).toBeGreaterThanOrEqual(4);
    expect(seen).toEqual(seen.map((_, index) => (index % 2 === 0 ? 'began' : 'ended')));
    one.start('test.twice');
    await expect.poll(traces, { timeout: 20_000 }).toContain('second time');
    expect(logged).toContain('job failed; it is tried again');
  }, 60_000);

  test('goes on after the database was away, and stops when it is told to', async () => {
    const own = open([defineJob({ name: 'test.after', runSteps: () => note('after') })]);
    own.open();
    await expect.poll(isQueueReady, { timeout: 15_000 }).toBe(3);
    await askDatabase(database.url, "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'muster-jobs' and datname = current_database()");
    await expect.poll(isQueueReady, { timeout: 20_000 }).toBe(3);
    own.start('test.after');
    await expect.poll(traces, { timeout: 20_000 }).toContain('after');
    const began = Date.now();
    await own.close();
    expect(Date.now() - began).toBeLessThan(4_000);
    await expect.poll(isQueueReady).toBe(2);
  }, 60_000);
});
