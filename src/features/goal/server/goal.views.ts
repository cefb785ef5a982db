import { sql } from 'kysely';
import type { Reader } from '#platform/server/db/database.ts';
import type { Goal, GoalPart, Metric, PastFigure } from '../goal.contract.ts';
import { attainment } from '../goal.rules.ts';

const columns = [
  'id', 'metric', 'metric_key as metricKey', 'level', 'kind', 'unit', 'direction', 'baseline', 'baseline_source as baselineSource', 'target', 'due_on as dueOn', 'owner_text as ownerText', 'owner_id as ownerId',
  'measure', 'reason', 'actual', 'actual_numerator as actualNumerator', 'actual_denominator as actualDenominator', 'note', 'position',
] as const;

/** The goals of a campaign as placed, each with the parts of its target. */
export async function goalRows(db: Reader, campaignId: string): Promise<Goal[]> {
  const rows = await db.selectFrom('goals').select(columns).where('campaign_id', '=', campaignId).orderBy('position').orderBy('id').execute();
  const parts = await partRows(db, rows.map((row) => row.id));
  return rows.map((row) => ({ ...(row as Omit<Goal, 'attainment' | 'parts'>), attainment: attainment(row as Goal), parts: parts.get(row.id) ?? [] }));
}

/** The parts of targets in their order, by goal. */
export async function partRows(db: Reader, goalIds: readonly string[]): Promise<ReadonlyMap<string, GoalPart[]>> {
  const found = new Map<string, GoalPart[]>();
  if (goalIds.length === 0) return found;
  const rows = await db.selectFrom('goal_targets').select(['id', 'goal_id as goalId', 'split', 'name', 'from_on as fromOn', 'to_on as toOn', 'target'])
    .where('goal_id', 'in', goalIds).orderBy('goal_id').orderBy('position').execute();
  for (const { goalId, ...part } of rows) found.set(goalId, [...(found.get(goalId) ?? []), part as GoalPart]);
  return found;
}

/** So many of the latest finished campaigns are compared with: enough for a range, and what was reached ten years ago says little. */
const FINISHED_MOST = 50;

/**
 * What the latest finished campaigns of this one's scenario reached, metric by metric (P1.2, achievable). The company's own figures, whoever ran the
 * campaign: only how many, the least and the most.
 */
export async function pastFigures(db: Reader, campaignId: string): Promise<PastFigure[]> {
  const { rows } = await sql<PastFigure>`
    with finished as (
      select c.id, c.ends_on from campaigns c
      where c.scenario = (select scenario from campaigns where id = ${campaignId}) and c.stage in ('reviewing', 'archived') and c.id <> ${campaignId}
      order by c.ends_on desc limit ${FINISHED_MOST}
    ), reached as (
      select g.id, g.metric_key, g.metric, g.kind, g.unit, g.direction, g.actual, f.ends_on,
        array(select t.target from goal_targets t where t.goal_id = g.id order by t.position) as parts
      from finished f join goals g on g.campaign_id = f.id where g.actual is not null
    )
    select metric_key as "metricKey", (array_agg(metric order by ends_on desc, id))[1] as metric, kind, unit, direction,
      count(*)::int as n, min(actual)::float8 as low, max(actual)::float8 as high,
      coalesce((jsonb_agg(to_jsonb(parts) order by ends_on desc, id) filter (where cardinality(parts) > 1)) -> 0, '[]') as curve
    from reached group by metric_key, coalesce(metric_key, metric), kind, unit, direction order by 6 desc, 2`.execute(db);
  return rows;
}

/** The catalogue in its order: metrics in use first, then the retired ones. */
export async function metricRows(db: Reader): Promise<Metric[]> {
  const { rows } = await sql<Metric>`
    select m.key, m.kind, m.direction, m.built_in as "builtIn", m.revision, m.retired_at is not null as retired,
      m.words_zh || jsonb_build_object('name', m.name_zh) as zh, m.words_en || jsonb_build_object('name', m.name_en) as en
    from metrics m order by m.retired_at is not null, m.position, m.key`.execute(db);
  return rows;
}

/** How many goals use each metric of the catalogue, by its key. */
export async function metricUse(db: Reader): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ key: string; used: number }>`select metric_key as key, count(*)::int as used from goals where metric_key is not null group by metric_key`.execute(db);
  return new Map(rows.map(({ key, used }) => [key, used]));
}

/** Keys of the catalogue by the names that people write, in either language, in small letters. */
export async function metricKeys(db: Reader, names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(names.map((name) => name.trim().toLowerCase()).filter((name) => name !== ''))];
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ key: string; zh: string; en: string }>`
    select key, lower(name_zh) as zh, lower(name_en) as en from metrics where lower(name_zh) = any(${wanted}) or lower(name_en) = any(${wanted})`.execute(db);
  return new Map(rows.flatMap(({ key, zh, en }) => [[en, key], [zh, key]] as const));
}
