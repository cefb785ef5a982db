import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate, readMigrations } from '../db/migrate.ts';
import { takeDataDirectory } from '../embedded/data-lock.ts';
import { findBinaries } from '../embedded/binaries.ts';
import { chooseAccount } from '../embedded/account.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../embedded/embedded-postgres.ts';
import { endLeftover } from '../embedded/leftover.ts';
import type { Log } from '../log.ts';

/** Where the workers of a run find the cluster: `{ url, template }` once it is ready, `{ failed }` when it is not to be. */
export interface ClusterNotice {
  readonly url?: string;
  readonly template?: string;
  readonly failed?: string;
}

/** Environment variable with the path of the notice; vitest hands the environment to its workers. */
export const NOTICE_VARIABLE = 'MUSTER_TEST_NOTICE';
const PREFIX = 'muster-test-';
const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Starts a PostgreSQL for tests (or takes the one of `MUSTER_TEST_DATABASE_URL`) and migrates the template that
 * `createTestDatabase()` clones. Returns at once; the function that it returns stops and removes everything.
 */
export function startTestCluster(): () => Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), PREFIX));
  const notice = join(directory, 'notice.json');
  process.env[NOTICE_VARIABLE] = notice;
  const tell = (said: ClusterNotice): void => {
    writeFileSync(`${notice}.new`, JSON.stringify(said));
    renameSync(`${notice}.new`, notice); // so that nobody reads half of it
  };
  let postgres: EmbeddedPostgres | undefined;
  const started = (async () => {
    const external = process.env['MUSTER_TEST_DATABASE_URL'];
    if (external === undefined) postgres = await startEmbeddedPostgres({ dataDir: join(directory, 'data'), log: silent, unsafeFast: true });
    const url = external ?? postgres?.url('postgres') ?? '';
    tell({ url, template: await makeTemplate(url) });
    await sweep(directory);
  })().catch((error: unknown) => tell({ failed: error instanceof Error ? error.stack ?? error.message : String(error) }));
  return async () => {
    await started;
    await postgres?.stop();
    rmSync(directory, { recursive: true, force: true });
  };
}

/** Named after what is in it, so that a lasting server (`MUSTER_TEST_DATABASE_URL`) keeps it from run to run. */
async function makeTemplate(url: string): Promise<string> {
  const hash = createHash('sha256').update(readMigrations().map((migration) => migration.name + migration.checksum).join('\n'));
  const template = `muster_template_${hash.digest('hex').slice(0, 16)}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (rowCount !== 0) return template;
    const making = `${template}_making`;
    await client.query(`DROP DATABASE IF EXISTS ${making} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${making}`);
    await migrate(withDatabase(url, making));
    await client.query(`ALTER DATABASE ${making} RENAME TO ${template}`);
    return template;
  } finally {
    await client.end();
  }
}

export function withDatabase(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

/** Ends and removes what earlier runs left that were killed; a run that is still going on holds its lock. */
async function sweep(own: string): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const directory = join(tmpdir(), name);
    const data = join(directory, 'data');
    if (directory === own || !existsSync(join(data, 'muster.lock'))) continue;
    try {
      const lock = takeDataDirectory(data);
      const cluster = join(data, 'postgres');
      if (existsSync(cluster)) await endLeftover(cluster, findBinaries(chooseAccount(cluster)));
      lock.release();
      rmSync(directory, { recursive: true, force: true });
    } catch {
      // In use, or another account's.
    }
  }
}

export function readNotice(): ClusterNotice | undefined {
  const path = process.env[NOTICE_VARIABLE];
  if (path === undefined) throw new Error('No test cluster: run through npm test, or name global-setup.ts as globalSetup of vitest');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) as ClusterNotice : undefined;
}
