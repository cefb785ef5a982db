import { Kysely, sql, PostgresDialect, PostgresDriver, type DatabaseConnection, type Driver, type PostgresDialectConfig, type Transaction } from 'kysely';
import pg from 'pg';
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
  const pool = new pg.Pool({ connectionString, max, types, pipeline: true, idleTimeoutMillis: 30_000, application_name: 'muster' });
  // An idle connection that breaks (a restarted database) must not end the process; the next query opens another.
  pool.on('error', () => undefined);
  // Nor one that breaks inside a transaction, between two queries: the next query of that transaction fails.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/**
 * Sends BEGIN without waiting for its answer: the first query of the transaction follows on the same connection at once
 * (the driver pipelines), which saves every write a round trip. A BEGIN that fails makes the queries after it fail.
 */
class EagerDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection, settings: Parameters<PostgresDriver['beginTransaction']>[1]): Promise<void> {
    super.beginTransaction(connection, settings).catch(() => undefined);
  }
}

class EagerDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new EagerDriver(this.#config);
  }
}

export function openDatabase(pool: pg.Pool): Database {
  return new Kysely<Tables>({ dialect: new EagerDialect({ pool }) });
}

/** The SQLSTATE of a database error, if it is one. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}

/** Resolves to whether the database answers. */
export async function answers(db: Database): Promise<boolean> {
  return sql`select 1`.execute(db).then(() => true, () => false);
}
