import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StartProblem } from '../start-problem.ts';

/** The migrations of this version: `NNNN_subject.sql`, applied in the order of their names. */
export const MIGRATIONS_DIRECTORY = join(import.meta.dirname, '../../../../migrations');

export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the text with `\n` line ends, so that a checkout on Windows is the same migration. */
  readonly checksum: string;
}

export interface MigrateOptions {
  readonly directory?: string;
  /** How long to wait for a database that does not answer yet (it may be starting beside us). Default 0. */
  readonly patienceMilliseconds?: number;
  /** Ends the waiting. */
  readonly signal?: AbortSignal | undefined;
}

/** Any number that no other program takes: the lock under which one server migrates at a time. */
const LOCK_KEY = 7_210_241_013;
const LOCK_TIMEOUT = '120s';
const OLDEST_MAJOR = 15;
const FILE_NAME = /^\d{4}_[a-z0-9_]+\.sql$/;

export function readMigrations(directory: string = MIGRATIONS_DIRECTORY): readonly Migration[] {
  return readdirSync(directory).filter((name) => FILE_NAME.test(name)).sort().map((name) => {
    const sql = readFileSync(join(directory, name), 'utf8').replaceAll('\r\n', '\n');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

/**
 * Brings the database at `url` to this version: forward only, each migration in its own transaction, one server at a
 * time. Returns the names that were applied now.
 *
 * @throws StartProblem when the database cannot be reached, is too old, is newer than this version, or a migration was
 * changed, is out of order or fails
 */
export async function migrate(url: string, options: MigrateOptions = {}): Promise<readonly string[]> {
  const migrations = readMigrations(options.directory);
  const client = await connect(url, options.patienceMilliseconds ?? 0, options.signal);
  try {
    await checkServer(client);
    await lock(client);
    const applied = await readApplied(client);
    checkHistory(migrations, applied);
    const due = migrations.slice(applied.length);
    for (const migration of due) await apply(client, migration);
    return due.map((migration) => migration.name);
  } finally {
    await client.end(); // also gives the lock back
  }
}

/**
 * The migrations that the database at `url` still lacks; nothing is changed. For what reads a database without being its server.
 *
 * @throws StartProblem as {@link migrate}
 */
export async function pendingMigrations(url: string): Promise<readonly string[]> {
  const client = await connect(url, 0, undefined);
  try {
    await checkServer(client);
    const { rows: [found] } = await client.query<{ known: boolean }>("SELECT to_regclass('schema_migrations') IS NOT NULL AS known");
    const applied = found?.known === true ? await readApplied(client) : [];
    const migrations = readMigrations();
    checkHistory(migrations, applied);
    return migrations.slice(applied.length).map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

async function connect(url: string, patience: number, signal: AbortSignal | undefined): Promise<pg.Client> {
  for (const until = Date.now() + patience; ;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'muster migrate' });
    client.on('error', () => undefined); // the query under way rejects with the same error
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (!isStarting(error) || Date.now() >= until) throw connectProblem(url, error);
      await sleep(250, undefined, { signal });
    }
  }
}

function isStarting(error: unknown): boolean {
  return ['ECONNREFUSED', 'ENOENT', 'ENOTFOUND', 'EAI_AGAIN', '57P03'].includes((error as { code?: string }).code ?? '');
}

function connectProblem(url: string, error: unknown): StartProblem {
  const where = withoutPassword(url);
  if (error instanceof pg.DatabaseError) return StartProblem.of('databaseRefused', [where, error.message], error);
  const { code, message } = error as NodeJS.ErrnoException;
  return StartProblem.of('databaseUnreachable', [where, message === '' ? code ?? '' : message], error);
}

/** The address as it may be shown and logged: host, port and database alone. */
export function withoutPassword(url: string): string {
  try {
    const { hostname, port, pathname, searchParams } = new URL(url);
    return `${searchParams.get('host') ?? hostname}${port === '' ? '' : `:${port}`}${pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}

/** What a PostgreSQL says of itself; `number` is `server_version_num`, 150004 for 15.4. */
export interface ServerFacts {
  readonly number: number;
  readonly version: string;
  readonly encoding: string;
}

/** Why this PostgreSQL cannot be used, if it cannot. */
export function serverProblem({ number, version, encoding }: ServerFacts): StartProblem | undefined {
  if (number < OLDEST_MAJOR * 10_000) return StartProblem.of('databaseTooOld', [version]);
  if (encoding !== 'UTF8') return StartProblem.of('databaseEncoding', [encoding]);
  return undefined;
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows: [facts] } = await client.query<ServerFacts>(
    `SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version,
            current_setting('server_encoding') AS encoding`,
  );
  const problem = facts && serverProblem(facts);
  if (problem !== undefined) throw problem;
}

async function lock(client: pg.Client): Promise<void> {
  try {
    await client.query(`SET lock_timeout = '${LOCK_TIMEOUT}'`);
    await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]);
  } catch (error) {
    if ((error as pg.DatabaseError).code === '55P03') throw StartProblem.of('migrationBusy', [], error);
    throw error;
  }
}

interface Applied { readonly name: string; readonly checksum: string }

async function readApplied(client: pg.Client): Promise<readonly Applied[]> {
  await client.query(`CREATE TABLE IF NOT EXISTS schema_migrations (
    name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
  return (await client.query<Applied>('SELECT name, checksum FROM schema_migrations ORDER BY name COLLATE "C"')).rows;
}

/** What is applied must be a beginning of what we have, letter by letter. */
function checkHistory(migrations: readonly Migration[], applied: readonly Applied[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum } of applied) {
    const migration = known.get(name);
    if (migration === undefined) throw StartProblem.of('databaseNewer', [name]);
    if (migration.checksum !== checksum) throw StartProblem.of('migrationChanged', [name]);
  }
  const last = applied.at(-1)?.name;
  const skipped = migrations.slice(0, applied.length).find((migration, index) => migration.name !== applied[index]?.name);
  if (last !== undefined && skipped !== undefined) throw StartProblem.of('migrationOutOfOrder', [skipped.name, last]);
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query('INSERT INTO schema_migrations (name, checksum) VALUES ($1, $2)', [name, checksum]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    const { message, position } = error as pg.DatabaseError;
    throw StartProblem.of('migrationFailed', [name, position === undefined ? 0 : lineAt(sql, Number(position)), message], error);
  }
}

/** PostgreSQL counts characters from 1. */
function lineAt(sql: string, position: number): number {
  return [...sql].slice(0, position - 1).filter((character) => character === '\n').length + 1;
}
