import { Kysely, PostgresDialect, type CompiledQuery } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { openPool, type Database } from '../db/database.ts';
import type { Tables } from '../db/tables.ts';
import { createTestDatabase } from './database.ts';

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly Plan[];
}

/** How PostgreSQL answers: what it costs must not grow with what was not asked for. */
export interface Cost<T> {
  readonly answer: T;
  /** Pages of 8 KiB that are touched. */
  readonly pages: number;
  /** The tables that are read, the indexes that are used, and the tables that are read from one end to the other. */
  readonly read: ReadonlySet<string>;
  readonly indexes: ReadonlySet<string>;
  readonly whole: readonly string[];
}

export interface LargeSeed {
  readonly db: Database;
  readonly pool: pg.Pool;
  costOf<T>(run: () => Promise<T>): Promise<Cost<T>>;
}

const nodesOf = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/**
 * For the top of a test file: a database of its own with many rows. `statements` stand one behind the other with `;` and a line break.
 * Without `triggers` (and foreign keys) the figures can be made to fit, and the rows are there sooner.
 */
export function withLargeSeed(statements: string, { triggers = false, settle = 'analyze' }: { readonly triggers?: boolean; readonly settle?: 'analyze' | 'vacuum analyze' } = {}): LargeSeed {
  const asked: CompiledQuery[] = [];
  let open: { readonly pool: pg.Pool; readonly db: Database; readonly drop: () => Promise<void> } | undefined;
  const opened = () => {
    if (!open) throw new Error('The seed is there inside tests and hooks.');
    return open;
  };
  beforeAll(async () => {
    const database = await createTestDatabase();
    const pool = openPool(database.url, 4);
    open = { pool, db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), log: (event) => void asked.push(event.query) }), drop: database.drop };
    const client = await pool.connect();
    try {
      if (!triggers) await client.query('set session_replication_role = replica');
      for (const statement of statements.split(';\n').filter((one) => one.trim() !== '')) await client.query(statement);
      await client.query('set session_replication_role = origin');
      await client.query(settle);
    } finally {
      client.release();
    }
  }, 180_000);
  afterAll(async () => {
    await open?.pool.end();
    await open?.drop();
  });

  async function planOf({ sql, parameters }: CompiledQuery): Promise<Plan> {
    const { rows } = await opened().pool.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (analyze, buffers, format json) ${sql}`, [...parameters]);
    return (rows[0] as (typeof rows)[number])['QUERY PLAN'][0].Plan;
  }
  return {
    get db() { return opened().db; },
    get pool() { return opened().pool; },
    async costOf(run) {
      asked.length = 0;
      const answer = await run();
      const plans: Plan[] = [];
      for (const query of [...asked]) plans.push(await planOf(query));
      const nodes = plans.flatMap(nodesOf);
      return {
        answer,
        pages: plans.reduce((sum, plan) => sum + plan['Shared Hit Blocks'] + plan['Shared Read Blocks'], 0),
        read: new Set(nodes.flatMap((node) => node['Relation Name'] ?? [])),
        indexes: new Set(nodes.flatMap((node) => node['Index Name'] ?? [])),
        whole: nodes.flatMap((node) => (node['Node Type'] === 'Seq Scan' ? (node['Relation Name'] ?? []) : [])),
      };
    },
  };
}
