import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import type { Work } from '#platform/server/operation.ts';
import type { RowChange } from '#platform/shared/rows.ts';
import { ratioActual } from '../goal.rules.ts';
import { lockGoals, type LockedGoal } from './goal.store.ts';
import { metricKeys } from './goal.views.ts';

type Update = Extract<RowChange, { type: 'update' }>;
type Insert = Extract<RowChange, { type: 'insert' }>;

const isUpdate = (change: RowChange): change is Update => change.type === 'update';
const setsFigures = ({ set }: Update): boolean => set['actualNumerator'] !== undefined || set['actualDenominator'] !== undefined;
const metricIn = (change: RowChange): string => String(change.type === 'insert' ? (change.fields['metric'] ?? '') : change.type === 'update' ? (change.set['metric']?.to ?? '') : '');

/**
 * The changes with what follows from them, so that the log holds it too: the key of the catalogue from a metric's name, the actual from its numerator and
 * denominator, and no numerator or denominator beside an actual that was typed.
 */
export async function withFollowing(work: Work<CampaignFacts>, changes: readonly RowChange[]): Promise<RowChange[]> {
  const keys = await metricKeys(work.db, changes.map(metricIn));
  const goals = await lockGoals(work.db, work.thing.id, changes.filter(isUpdate).filter(setsFigures).map((change) => change.id));
  const keyOf = (name: unknown): string | null => keys.get(String(name).trim().toLowerCase()) ?? null;
  return changes.map((change): RowChange => {
    if (change.type === 'insert') return { ...change, fields: followingInsert(change, keyOf) };
    return change.type === 'update' ? { ...change, set: followingUpdate(change, goals.get(change.id), keyOf) } : change;
  });
}

function followingInsert({ fields }: Insert, keyOf: (name: unknown) => string | null): Insert['fields'] {
  const { actualNumerator: numerator, actualDenominator: denominator } = fields;
  const actual = typeof numerator === 'number' && typeof denominator === 'number' ? { actual: ratioActual({ kind: String(fields['kind'] ?? 'count'), direction: fields['direction'] === 'down' ? 'down' : 'up' }, numerator, denominator) } : {};
  return { ...fields, ...actual, metricKey: keyOf(fields['metric'] ?? '') };
}

function followingUpdate(change: Update, goal: LockedGoal | undefined, keyOf: (name: unknown) => string | null): Update['set'] {
  const { set } = change;
  const metricKey = set['metric'] ? { metricKey: { to: keyOf(set['metric'].to) } } : {};
  if (goal && setsFigures(change)) return { ...set, ...metricKey, ...followingActual(set, goal) };
  if (set['actual'] && !setsFigures(change)) return { ...set, ...metricKey, actualNumerator: { to: null }, actualDenominator: { to: null } };
  return { ...set, ...metricKey };
}

/** With both figures the actual is theirs; with one of them it waits. */
function followingActual(set: Update['set'], goal: LockedGoal): Update['set'] {
  const figure = (name: 'actualNumerator' | 'actualDenominator'): number | null => (set[name] ? (set[name].to as number | null) : goal[name]);
  const [numerator, denominator] = [figure('actualNumerator'), figure('actualDenominator')];
  if (numerator === null && denominator === null) return {};
  const measure = { kind: String(set['kind']?.to ?? goal.kind), direction: (set['direction']?.to ?? goal.direction) as 'up' | 'down' };
  return { actual: { ...set['actual'], to: numerator === null || denominator === null ? null : ratioActual(measure, numerator, denominator) } };
}
