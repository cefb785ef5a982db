/**
 * Writes what the migrations make: `schema.sql` (for people) and `src/platform/server/db/tables.ts` (for the compiler).
 * `--check` writes nothing and fails when either is not what the migrated database says.
 */
import { readFile, writeFile } from 'node:fs/promises';
import pg from 'pg';
import { createTestDatabase } from '../src/platform/server/testing/database.ts';
import { startTestCluster } from '../src/platform/server/testing/cluster.ts';

const SQL_FILE = new URL('../schema.sql', import.meta.url);
const TYPES_FILE = new URL('../src/platform/server/db/tables.ts', import.meta.url);

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly fallback: string | null;
  readonly generated: boolean;
}

const COLUMNS = `
  select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable,
    pg_get_expr(d.adbin, d.adrelid) as fallback, (a.attgenerated <> '' or a.attidentity <> '') as generated
  from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
  order by c.relname, a.attnum`;
const CONSTRAINTS = `
  select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as definition
  from pg_constraint where connamespace = 'public'::regnamespace and conrelid <> 0 and contype <> 'n' order by 1, 2`;
const INDEXES = `
  select tablename as "table", indexdef as definition from pg_indexes i where schemaname = 'public'
  and not exists (select 1 from pg_constraint c where c.conname = i.indexname) order by 1, 2`;
const ROUTINES = `
  select pg_get_functiondef(p.oid) as definition from pg_proc p where p.pronamespace = 'public'::regnamespace order by p.proname`;
const TRIGGERS = `
  select tgrelid::regclass::text as "table", pg_get_triggerdef(t.oid) as definition from pg_trigger t where not tgisinternal order by 1, tgname`;

const scriptTypes: Readonly<Record<string, string>> = {
  uuid: 'string', text: 'string', date: 'string', 'time without time zone': 'string', 'timestamp with time zone': 'string',
  boolean: 'boolean', integer: 'number', bigint: 'number', jsonb: 'unknown', bytea: 'Buffer', 'text[]': 'string[]', 'integer[]': 'number[]',
};

function scriptType(column: Column): string {
  const base = column.type.startsWith('numeric') ? 'number' : scriptTypes[column.type];
  if (!base) throw new Error(`no type for ${column.table}.${column.name}: ${column.type}`);
  const plain = column.nullable && base !== 'unknown' ? `${base} | null` : base;
  return column.generated || column.fallback !== null ? `Generated<${plain}>` : plain;
}

function typesOf(columns: readonly Column[]): string {
  const tables = Map.groupBy(columns, (column) => column.table);
  const lines = [
    '// Made by `npm run schema` from the migrated database. Do not edit.',
    "import type { Generated } from 'kysely';",
    '',
    'export interface Tables {',
  ];
  for (const [table, own] of tables) {
    lines.push(`  ${table}: {`, ...own.map((column) => `    ${column.name}: ${scriptType(column)};`), '  };');
  }
  return `${lines.join('\n')}\n}\n`;
}

async function dump(client: pg.Client): Promise<{ sql: string; types: string }> {
  const ask = async <T extends pg.QueryResultRow>(query: string) => (await client.query<T>(query)).rows;
  const columns = await ask<Column>(COLUMNS);
  const constraints = await ask<{ table: string; name: string; definition: string }>(CONSTRAINTS);
  const indexes = await ask<{ table: string; definition: string }>(INDEXES);
  const triggers = await ask<{ table: string; definition: string }>(TRIGGERS);
  const routines = await ask<{ definition: string }>(ROUTINES);
  const parts = ['-- Made by `npm run schema` from the migrated database, to be read. The migrations are the source.'];
  for (const routine of routines) parts.push(`${routine.definition.trimEnd()};`);
  for (const [table, own] of Map.groupBy(columns, (column) => column.table)) {
    const body = own.map((c) => `  ${c.name} ${c.type}${c.nullable ? '' : ' not null'}${c.fallback === null ? '' : ` ${c.generated ? 'generated always as' : 'default'} ${c.fallback}`}`);
    body.push(...constraints.filter((c) => c.table === table).map((c) => `  constraint ${c.name} ${c.definition}`));
    parts.push(`create table ${table} (\n${body.join(',\n')}\n);`);
    parts.push(...indexes.filter((index) => index.table === table).map((index) => `${index.definition};`), ...triggers.filter((t) => t.table === table).map((t) => `${t.definition};`));
  }
  return { sql: `${parts.join('\n\n')}\n`, types: typesOf(columns) };
}

const stop = startTestCluster();
try {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const made = await dump(client);
  await client.end();
  await database.drop();
  if (process.argv.includes('--check')) {
    const same = (await readFile(SQL_FILE, 'utf8').catch(() => '')) === made.sql && (await readFile(TYPES_FILE, 'utf8').catch(() => '')) === made.types;
    if (!same) {
      console.error('schema.sql or src/platform/server/db/tables.ts is not what the migrations make: run `npm run schema`');
      process.exitCode = 1;
    }
  } else {
    await Promise.all([writeFile(SQL_FILE, made.sql), writeFile(TYPES_FILE, made.types)]);
  }
} finally {
  await stop();
}
