import { recordsResults, writesPlan, type CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { findCampaign } from '#features/campaign/server/campaign.api.ts';
import { lastEditorOf } from '#platform/server/db/last-editor.ts';
import { memberNamed } from '#platform/server/db/member-named.ts';
import { applyRowChanges, type RowTable } from '#platform/server/db/rows.ts';
import type { ReadWork, Work } from '#platform/server/operation.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { notFound, Problem } from '#platform/shared/problem.ts';
import type { RowChange } from '#platform/shared/rows.ts';
import { isRatio, metricOf } from '../goal.catalogue.rules.ts';
import type { editGoals as editContract, listGoals as listContract, PartFields, saveGoalParts as partsContract } from '../goal.contract.ts';
import { OPEN_GOAL } from '../goal.rules.ts';
import { pastOf, smartOf } from '../goal.smart.rules.ts';
import { addsUp, partsGap } from '../goal.split.rules.ts';
import { withFollowing } from './goal.following.ts';
import { lockGoals, replaceParts } from './goal.store.ts';
import { goalRows, metricRows, partRows, pastFigures } from './goal.views.ts';

const GOALS: RowTable = {
  table: 'goals',
  subject: 'goal',
  columns: {
    level: 'level', metric: 'metric', metricKey: 'metric_key', kind: 'kind', unit: 'unit', direction: 'direction', baseline: 'baseline', baselineSource: 'baseline_source', target: 'target', dueOn: 'due_on',
    ownerText: 'owner_text', measure: 'measure', reason: 'reason', actual: 'actual', actualNumerator: 'actual_numerator', actualDenominator: 'actual_denominator', note: 'note',
  },
  empty: { ...OPEN_GOAL, metricKey: null },
  together: [['metric', 'metricKey'], ['actual', 'actualNumerator', 'actualDenominator']],
};
/** What is filled in while the campaign runs (E4.1); the rest is frozen with the plan. */
const RESULT_FIELDS = new Set(['actual', 'actualNumerator', 'actualDenominator', 'note']);

export async function listGoals(work: ReadWork<CampaignFacts>): Promise<OutputOf<typeof listContract>> {
  const { actor, db, thing } = work;
  const [goals, past, metrics, { startsOn, endsOn, eventFrom, eventTo }] = [await goalRows(db, thing.id), await pastFigures(db, thing.id), await metricRows(db), await findCampaign(db, thing.id)];
  const judged = goals.map((goal) => {
    const found = pastOf(goal, past);
    const range = found ? { n: found.n, low: found.low, high: found.high } : null;
    const metric = metricOf(goal, metrics);
    return { ...goal, past: range, smart: smartOf(goal, { startsOn, endsOn, eventFrom, eventTo, past: range, metric: metric ? { source: metric.zh.source } : null }) };
  });
  return { goals: judged, past, can: { write: writesPlan(actor, thing), record: recordsResults(actor, thing) } };
}

export async function editGoals(work: Work<CampaignFacts>, { body }: InputOf<typeof editContract>): Promise<OutputOf<typeof editContract>> {
  const writes = writesPlan(work.actor, work.thing);
  const wanted = body.changes as RowChange[];
  for (const change of wanted) if (!writes && !isResult(change)) throw new Problem('goal.frozen', 409);
  return applyRowChanges(work, GOALS, {
    check: () => undefined,
    checkRow: (row) => {
      if (row['metric'] === '') throw new Problem('goal.metric_needed', 400);
    },
    derive: async (row) => ({ owner_id: await memberNamed(work.db, work.thing.id, String(row['ownerText'])) }),
  }, await withFollowing(work, wanted));
}

function isResult(change: RowChange): boolean {
  return change.type === 'update' && Object.keys(change.set).every((field) => RESULT_FIELDS.has(field));
}

const bare = ({ name, fromOn, toOn, target }: PartFields): PartFields => ({ name, fromOn, toOn, target });

/** Replaces the parts of a target. Parts of a count or of money must add up to it, to the last unit. */
export async function saveGoalParts(work: Work<CampaignFacts>, { params, body }: InputOf<typeof partsContract>): Promise<OutputOf<typeof partsContract>> {
  const { db, thing } = work;
  const goal = (await lockGoals(db, thing.id, [params.goalId])).get(params.goalId);
  if (!goal) throw notFound();
  const before = ((await partRows(db, [goal.id])).get(goal.id) ?? []).map(bare);
  const after = body.parts.map(bare);
  if (body.seen && JSON.stringify(body.seen.map(bare)) !== JSON.stringify(before)) throw new Problem('goal.parts_changed', 409, { by: (await lastEditorOf(db, goal.id)) ?? '' });
  const reversed = after.find((part) => part.fromOn !== null && part.toOn !== null && part.toOn < part.fromOn);
  if (reversed) throw new Problem('goal.part_reversed', 400, { name: reversed.name });
  const metric = metricOf(goal, await metricRows(db));
  const gap = partsGap(goal.target, after);
  if (after.length > 0 && gap !== 0 && addsUp(goal, metric !== undefined && isRatio(metric))) throw new Problem('goal.parts_sum', 400, { target: goal.target, difference: gap });
  if (JSON.stringify(before) !== JSON.stringify(after)) {
    await replaceParts(db, goal.id, body.split, after);
    await work.record({ kind: 'goal_split', campaignId: thing.id, subject: { type: 'goal', id: goal.id }, before: { parts: before }, after: { parts: after, split: body.split, count: after.length } });
  }
  return { parts: (await partRows(db, [goal.id])).get(goal.id) ?? [] };
}
