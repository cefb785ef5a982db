import { Kysely, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { GatheringClient, PipelinedDialect } from './pipelined-driver.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;
export type Tx = Transaction<Tables>;
/** Reads take either: the pool or the transaction that they must agree with. */
export type Reader = Database | Tx;

const INT8 = 20;
const NUMERIC = 1700;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 beyond 2^53: ${text}`);
  return value;
}

const parsers = new Map<number, (text: string) => unknown>([
  [INT8, parseInt8],
  [NUMERIC, Number],
  [DATE, (text) => text],
  [TIMESTAMPTZ, (text) => new Date(text).toISOString()],
]);

const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => parsers.get(oid) ?? (pg.types.getTypeParser(oid, format as 'text') as (text: string) => unknown),
} as pg.CustomTypesConfig;

/** Opens a pool. Money (`bigint`) arrives as a number, days as `YYYY-MM-DD`, instants as ISO text. */
export function openPool(connectionString: string, max = 16): pg.Pool {
  const pool = new pg.Pool({ Client: GatheringClient, connectionString, max, types, pipeline: true, idleTimeoutMillis: 30_000, application_name: 'muster' });
  // An idle connection that breaks (a restarted database) must not end the process; the next query opens another.
  pool.on('error', () => undefined);
  // Nor one that breaks inside a transaction, between two queries: the next query of that transaction fails.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

export function openDatabase(pool: pg.Pool): Database {
  return new Kysely<Tables>({ dialect: new PipelinedDialect({ pool }) });
}

/** The SQLSTATE of a database error, if it is one. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}

/** The name of the constraint that an error is about, if it is one of the database. */
export function violatedConstraint(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.constraint : undefined;
}

/** Resolves to whether the database answers. */
export async function answers(db: Database): Promise<boolean> {
  return sql`select 1`.execute(db).then(() => true, () => false);
}
