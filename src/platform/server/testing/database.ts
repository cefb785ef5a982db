import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { readNotice, withDatabase } from './cluster.ts';

export interface TestDatabase {
  readonly url: string;
  /** Ends what is still connected and removes the database. */
  drop(): Promise<void>;
}

const START_MILLISECONDS = 90_000;

/** A migrated, empty database of its own: one for each test file (a clone takes some tens of milliseconds). */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { template } = await cluster();
  // FILE_COPY copies the files of the template as they are: faster than through the log for a database of many tables.
  return await create(`TEMPLATE ${template} STRATEGY FILE_COPY`);
}

/** A database with nothing in it, made with the given options of CREATE DATABASE: for tests of the migration itself. */
export async function createEmptyDatabase(options = ''): Promise<TestDatabase> {
  return await create(options);
}

async function create(options: string): Promise<TestDatabase> {
  const { url } = await cluster();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await askDatabase(url, `CREATE DATABASE ${name} ${options}`);
  return { url: withDatabase(url, name), drop: async () => void await askDatabase(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function cluster(): Promise<{ url: string; template: string }> {
  for (const until = Date.now() + START_MILLISECONDS; Date.now() < until; await sleep(20)) {
    const notice = readNotice();
    if (notice?.failed !== undefined) throw new Error(`The test cluster did not start: ${notice.failed}`);
    if (notice?.url !== undefined && notice.template !== undefined) return { url: notice.url, template: notice.template };
  }
  throw new Error('The test cluster did not start in time');
}

/** The rows of one statement (or of several, when nothing is asked of them), over a connection of its own. */
export async function askDatabase(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // a connection that is cut off rejects the query, which is enough
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
