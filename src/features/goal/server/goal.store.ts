import { sql } from 'kysely';
import type { Tx } from '#platform/server/db/database.ts';
import { newId } from '#platform/server/identity.ts';
import type { GoalKind, GoalSplit, MetricFields, PartFields } from '../goal.contract.ts';

export interface LockedGoal {
  readonly id: string;
  readonly metric: string;
  readonly metricKey: string | null;
  readonly kind: GoalKind;
  readonly direction: 'up' | 'down';
  readonly target: number;
  readonly actualNumerator: number | null;
  readonly actualDenominator: number | null;
}

/** The goals of a campaign by id, held for this transaction in the order of their ids. */
export async function lockGoals(tx: Tx, campaignId: string, ids: readonly string[]): Promise<ReadonlyMap<string, LockedGoal>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('goals').select(['id', 'metric', 'metric_key as metricKey', 'kind', 'direction', 'target', 'actual_numerator as actualNumerator', 'actual_denominator as actualDenominator'])
    .where('campaign_id', '=', campaignId).where('id', 'in', [...ids]).orderBy('id').forUpdate().execute();
  return new Map(rows.map((row) => [row.id, row as LockedGoal]));
}

/** The whole list of a goal's parts in place of the one that is there. */
export async function replaceParts(tx: Tx, goalId: string, split: GoalSplit, parts: readonly PartFields[]): Promise<void> {
  await tx.deleteFrom('goal_targets').where('goal_id', '=', goalId).execute();
  if (parts.length === 0) return;
  await tx.insertInto('goal_targets').values(parts.map((part, index) => ({ id: newId(), goal_id: goalId, split, name: part.name, from_on: part.fromOn, to_on: part.toOn, target: part.target, position: index + 1 }))).execute();
}

const wordsOf = ({ zh, en }: MetricFields) => {
  const { name: nameZh, ...wordsZh } = zh;
  const { name: nameEn, ...wordsEn } = en;
  return { name_zh: nameZh, name_en: nameEn, words_zh: JSON.stringify(wordsZh), words_en: JSON.stringify(wordsEn) };
};

/** True when another metric has the name, in either language. */
export async function metricNamed(tx: Tx, { zh, en }: MetricFields, except: string): Promise<boolean> {
  const names = [zh.name.toLowerCase(), en.name.toLowerCase()];
  const { rows } = await sql`select 1 from metrics where key <> ${except} and (lower(name_zh) = any(${names}) or lower(name_en) = any(${names}))`.execute(tx);
  return rows.length > 0;
}

/** Writers of the catalogue one after the other: names are unique across two languages. */
export async function lockMetrics(tx: Tx): Promise<void> {
  await sql`lock table metrics in share row exclusive mode`.execute(tx);
}

export async function insertMetric(tx: Tx, key: string, fields: MetricFields): Promise<void> {
  const { kind, direction } = fields;
  await tx.insertInto('metrics').values({ key, kind, direction, ...wordsOf(fields), position: sql<number>`(select coalesce(max(position), 0) + 1 from metrics)` }).execute();
}

export async function storeMetric(tx: Tx, key: string, fields: MetricFields): Promise<void> {
  const { kind, direction } = fields;
  await tx.updateTable('metrics').set({ kind, direction, ...wordsOf(fields), revision: sql`revision + 1` }).where('key', '=', key).execute();
}

export async function markRetired(tx: Tx, key: string, retired: boolean): Promise<void> {
  await tx.updateTable('metrics').set({ retired_at: retired ? sql<string>`now()` : null, revision: sql`revision + 1` }).where('key', '=', key).execute();
}
