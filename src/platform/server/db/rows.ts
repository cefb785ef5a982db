import { sql } from 'kysely';
import { notFound } from '#platform/shared/problem.ts';
import type { RowChange, RowOutcomes } from '#platform/shared/rows.ts';
import { newId } from '../identity.ts';
import type { Work } from '../operation.ts';
import type { Tx } from './database.ts';
import { lastEditorOf } from './last-editor.ts';
import { moveRow } from './row-order.ts';

type Fields = Readonly<Record<string, unknown>>;
type Outcome = RowOutcomes['outcomes'][number];

type PlanTable = 'plan_personas' | 'plan_channels' | 'plan_materials' | 'plan_steps' | 'plan_zones' | 'plan_risks' | 'plan_questions' | 'plan_data';

/** A table of ordered rows of a campaign that a grid edits: budget lines, tasks, goals, the tables of the plan. */
export interface RowTable {
  readonly table: 'budget_lines' | 'tasks' | 'goals' | 'work_areas' | PlanTable;
  /** Event kinds are `<subject>_created`, `_changed`, `_deleted`, `_moved`. */
  readonly subject: string;
  /** Wire field → column. */
  readonly columns: Readonly<Record<string, string>>;
  readonly empty: Fields;
  /** Fields that say one thing together (a period and its text): a conflict in one of them keeps them all as stored. */
  readonly together?: readonly (readonly string[])[];
}

export interface RowRules {
  /** Throws a Problem when the change is not allowed as a whole. */
  readonly check: (change: RowChange) => void;
  /** Throws a Problem when a row would not make sense (an end before its start). Receives the whole row as it would be. */
  readonly checkRow?: (row: Fields) => void;
  /** Columns that follow from the fields, such as the owner's account. */
  readonly derive?: (row: Fields) => Promise<Readonly<Record<string, unknown>>>;
}

/**
 * Applies one grid action in the work's transaction and records an event for each changed row.
 * Rows that are written are locked first, in the order of their ids, so that two people never deadlock or lose an update.
 */
export async function applyRowChanges(work: Work<{ readonly id: string }>, spec: RowTable, rules: RowRules, changes: readonly RowChange[]): Promise<RowOutcomes> {
  for (const change of changes) rules.check(change);
  const campaignId = work.thing.id;
  const stored = await lockRows(work.db, spec, campaignId, changes);
  const editing: Editing = { work, spec, rules, campaignId, stored };
  const outcomes: Outcome[] = [];
  for (const run of runsOf(changes)) {
    const [first] = run;
    if (first?.type === 'insert') await insertRows(editing, run as readonly Insert[]);
    if (first?.type === 'insert') outcomes.push(...run.map(({ id }): Outcome => ({ id, status: 'ok', conflicts: [] })));
    else if (first) outcomes.push(await applyOne(editing, first as Exclude<RowChange, Insert>));
  }
  return { outcomes };
}

type Insert = Extract<RowChange, { type: 'insert' }>;

/** Rows that are appended one after the other are one run, and one statement; any other change stands alone. */
function runsOf(changes: readonly RowChange[]): readonly (readonly RowChange[])[] {
  const runs: RowChange[][] = [];
  for (const change of changes) {
    const last = runs.at(-1)?.at(-1);
    const isAppended = (one: RowChange | undefined): boolean => one?.type === 'insert' && one.afterId === undefined;
    if (isAppended(change) && isAppended(last)) runs.at(-1)?.push(change);
    else runs.push([change]);
  }
  return runs;
}

/** One act that takes rows out and appends others in their order: what an import writes. */
export function replacement<Fields>(replaced: readonly string[], rows: readonly Fields[]) {
  return [...replaced.map((id) => ({ type: 'delete' as const, id })), ...rows.map((fields) => ({ type: 'insert' as const, id: newId(), fields }))];
}

interface Editing {
  readonly work: Work<{ readonly id: string }>;
  readonly spec: RowTable;
  readonly rules: RowRules;
  readonly campaignId: string;
  readonly stored: Map<string, Record<string, unknown>>;
}

async function lockRows(tx: Tx, spec: RowTable, campaignId: string, changes: readonly RowChange[]): Promise<Map<string, Record<string, unknown>>> {
  const ids = changes.filter((change) => change.type !== 'insert').map((change) => change.id);
  if (ids.length === 0) return new Map();
  const fields = Object.entries(spec.columns).map(([field, column]) => sql`${sql.ref(column)} as ${sql.ref(field)}`);
  const { rows } = await sql<Record<string, unknown> & { id: string }>`
    select id, ${sql.join(fields)} from ${sql.table(spec.table)}
    where campaign_id = ${campaignId} and id = any(${ids}::uuid[]) order by id for update`.execute(tx);
  return new Map(rows.map(({ id, ...row }) => [id, normalise(spec, row)]));
}

/** `time` arrives with seconds; the wire has HH:MM. */
function normalise(spec: RowTable, row: Record<string, unknown>): Record<string, unknown> {
  for (const [field, value] of Object.entries(row)) if (typeof value === 'string' && columnTypes[columnOf(spec, field)] === 'time') row[field] = value.slice(0, 5);
  return row;
}

async function applyOne(editing: Editing, change: Exclude<RowChange, Insert>): Promise<Outcome> {
  const ok: Outcome = { id: change.id, status: 'ok', conflicts: [] };
  const row = editing.stored.get(change.id);
  if (!row) return { ...ok, status: 'gone' };
  if (change.type === 'update') return updateRow(editing, change, row);
  if (change.type === 'delete') await deleteRow(editing, change.id, row);
  else await reorder(editing, change);
  return ok;
}

/** Appends rows in their order with one statement; a row with `afterId` comes alone and is moved to its place. */
async function insertRows({ work, spec, rules, campaignId, stored }: Editing, changes: readonly Insert[]): Promise<void> {
  const made: { readonly change: Insert; readonly row: Fields; readonly values: Fields }[] = [];
  for (const change of changes) {
    const row = { ...spec.empty, ...change.fields };
    rules.checkRow?.(row);
    const derived = rules.derive ? await rules.derive(row) : {};
    made.push({ change, row, values: { ...Object.fromEntries(Object.entries(row).map(([field, value]) => [columnOf(spec, field), value])), ...derived } });
  }
  const inserted = await insertValues(work.db, spec, campaignId, made.map(({ change, values }) => ({ id: change.id, ...values })));
  await expectOwn(work.db, spec, campaignId, changes.map(({ id }) => id).filter((id) => !inserted.has(id)));
  for (const { change, row } of made) {
    // A retried request finds its row already there and changes nothing.
    if (!inserted.delete(change.id)) continue;
    stored.set(change.id, row);
    if (change.afterId !== undefined) await moveRow(work.db, spec.table, campaignId, change.id, change.afterId);
    await work.record({ kind: `${spec.subject}_created`, campaignId, subject: { type: spec.subject, id: change.id }, after: filled(row, spec.empty) });
  }
}

/** The ids that were not there yet. */
async function insertValues(tx: Tx, spec: RowTable, campaignId: string, rows: readonly Fields[]): Promise<Set<string>> {
  const names = Object.keys(rows[0] ?? {});
  const table = sql.table(spec.table);
  const columns = sql.join(names.map((name) => sql.ref(name)));
  const types = sql.join(names.map((name) => sql`${sql.ref(name)} ${sql.raw(name === 'id' ? 'uuid' : (columnTypes[name] ?? 'text'))}`));
  // Half of a pair of surrogates is no text in JSON's or the database's eyes.
  const json = JSON.stringify(rows, (_, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value));
  const inserted = await sql<{ id: string }>`
    insert into ${table} (${columns}, campaign_id, position)
    select ${columns}, ${campaignId}::uuid, coalesce((select max(position) from ${table} where campaign_id = ${campaignId}), 0) + r.row_order
    from rows from (jsonb_to_recordset(${json}::jsonb) as (${types})) with ordinality as r (${columns}, row_order)
    on conflict (id) do nothing returning id`.execute(tx);
  return new Set(inserted.rows.map(({ id }) => id));
}

/** Rows that are there already must be the campaign's own: an id of another one says nothing about it. */
async function expectOwn(tx: Tx, spec: RowTable, campaignId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { rows } = await sql`select 1 from ${sql.table(spec.table)} where id = any(${[...new Set(ids)]}::uuid[]) and campaign_id = ${campaignId}`.execute(tx);
  if (rows.length < new Set(ids).size) throw notFound();
}

const columnTypes: Readonly<Record<string, string>> = {
  after_plan: 'boolean', amount_cents: 'bigint', actual_cents: 'bigint', owner_id: 'uuid', start_on: 'date', end_on: 'date', due_time: 'time', target: 'numeric', actual: 'numeric', baseline: 'numeric', actual_numerator: 'numeric', actual_denominator: 'numeric',
  due_on: 'date', keep_until: 'date', start_time: 'time', day: 'integer', minutes: 'integer', staff: 'integer', capacity: 'integer', quantity: 'numeric', hard_start: 'boolean', required: 'boolean',
  milestone: 'boolean', fixed: 'boolean', not_before_on: 'date', parent_id: 'uuid',
};

function filled(row: Fields, empty: Fields): Fields {
  return Object.fromEntries(Object.entries(row).filter(([field, value]) => value !== empty[field]));
}

function columnOf(spec: RowTable, field: string): string {
  const column = spec.columns[field];
  if (!column) throw new Error(`unknown field ${field}`);
  return column;
}

async function updateRow({ work, spec, rules, campaignId, stored }: Editing, change: Extract<RowChange, { type: 'update' }>, row: Record<string, unknown>): Promise<Outcome> {
  const before: Record<string, unknown> = {};
  const after: Record<string, unknown> = {};
  const conflicting = conflictsOf(spec, change.set, row);
  for (const [field, wanted] of Object.entries(change.set)) {
    if (!wanted || wanted.to === row[field] || conflicting.includes(field)) continue;
    [before[field], after[field]] = [row[field], wanted.to];
  }
  if (Object.keys(after).length > 0) {
    const next = { ...row, ...after };
    rules.checkRow?.(next);
    const derived = rules.derive ? await rules.derive(next) : {};
    const values = { ...Object.fromEntries(Object.entries(after).map(([field, value]) => [columnOf(spec, field), value])), ...derived };
    const sets = Object.entries(values).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
    await sql`update ${sql.table(spec.table)} set ${sql.join(sets)} where id = ${change.id}`.execute(work.db);
    stored.set(change.id, next);
    await work.record({ kind: `${spec.subject}_changed`, campaignId, subject: { type: spec.subject, id: change.id }, before, after });
  }
  if (conflicting.length === 0) return { id: change.id, status: 'ok', conflicts: [] };
  const by = await lastEditorOf(work.db, change.id);
  return { id: change.id, status: 'conflict', conflicts: conflicting.map((field) => ({ field, current: row[field] ?? null, by })) };
}

/** The wanted fields that someone else changed since they were seen, and those that go together with one of them. */
function conflictsOf({ together = [] }: RowTable, set: Extract<RowChange, { type: 'update' }>['set'], row: Fields): readonly string[] {
  const differing = Object.entries(set).filter(([field, wanted]) => wanted && wanted.to !== row[field]).map(([field]) => field);
  // A field whose seen value is not given is set as it is (the API's simple form).
  const changed = differing.filter((field) => set[field]?.from !== undefined && set[field].from !== row[field]);
  const groups = together.filter((group) => changed.some((field) => group.includes(field))).flat();
  return differing.filter((field) => changed.includes(field) || groups.includes(field));
}

async function deleteRow({ work, spec, campaignId, stored }: Editing, id: string, row: Fields): Promise<void> {
  await sql`delete from ${sql.table(spec.table)} where id = ${id}`.execute(work.db);
  stored.delete(id);
  await work.record({ kind: `${spec.subject}_deleted`, campaignId, subject: { type: spec.subject, id }, before: filled(row, spec.empty) });
}

async function reorder({ work, spec, campaignId }: Editing, change: Extract<RowChange, { type: 'move' }>): Promise<void> {
  const moved = await moveRow(work.db, spec.table, campaignId, change.id, change.afterId);
  if (moved) await work.record({ kind: `${spec.subject}_moved`, campaignId, subject: { type: spec.subject, id: change.id }, before: { position: moved.from }, after: { position: moved.to } });
}
