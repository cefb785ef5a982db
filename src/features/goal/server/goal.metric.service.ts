import { newId } from '#platform/server/identity.ts';
import type { ReadWork, Work } from '#platform/server/operation.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { notFound, Problem } from '#platform/shared/problem.ts';
import type { createMetric as createContract, listMetrics as listContract, Metric, MetricFields, retireMetric as retireContract, updateMetric as updateContract } from '../goal.contract.ts';
import { keepsMetrics } from '../goal.policy.ts';
import { insertMetric, lockMetrics, markRetired, metricNamed, storeMetric } from './goal.store.ts';
import { metricRows, metricUse } from './goal.views.ts';

const fieldsOf = ({ kind, direction, zh, en }: MetricFields): MetricFields => ({ kind, direction, zh, en });

export async function listMetrics(work: ReadWork): Promise<OutputOf<typeof listContract>> {
  const [metrics, used] = [await metricRows(work.db), await metricUse(work.db)];
  return { metrics: metrics.map((metric) => ({ ...metric, used: used.get(metric.key) ?? 0 })), can: { edit: keepsMetrics(work.actor) } };
}

async function mustFind(work: Work, key: string): Promise<Metric> {
  const found = (await metricRows(work.db)).find((metric) => metric.key === key);
  if (!found) throw notFound();
  return found;
}

async function mustBeFree(work: Work, fields: MetricFields, key: string): Promise<void> {
  if (await metricNamed(work.db, fields, key)) throw new Problem('goal.metric_taken', 409, { name: fields.zh.name });
}

export async function createMetric(work: Work, { body }: InputOf<typeof createContract>): Promise<OutputOf<typeof createContract>> {
  await lockMetrics(work.db);
  await mustBeFree(work, body, '');
  const key = newId();
  await insertMetric(work.db, key, body);
  await work.record({ kind: 'metric_created', subject: { type: 'metric' }, after: { key, name: body.zh.name, ...fieldsOf(body) } });
  return { key };
}

/** The second of two keepers is told what the first one made of it; goals keep the words that they were written with. */
export async function updateMetric(work: Work, { params, body }: InputOf<typeof updateContract>): Promise<OutputOf<typeof updateContract>> {
  await lockMetrics(work.db);
  const before = await mustFind(work, params.key);
  if (before.revision !== body.revision) throw new Problem('goal.metric_changed', 409, { name: before.zh.name });
  await mustBeFree(work, body, params.key);
  await storeMetric(work.db, params.key, body);
  await work.record({ kind: 'metric_changed', subject: { type: 'metric' }, before: { key: params.key, name: before.zh.name, ...fieldsOf(before) }, after: { key: params.key, name: body.zh.name, ...fieldsOf(body) } });
  return {};
}

export async function retireMetric(work: Work, { params, body }: InputOf<typeof retireContract>): Promise<OutputOf<typeof retireContract>> {
  await lockMetrics(work.db);
  const before = await mustFind(work, params.key);
  if (before.retired === body.retired) return {};
  await markRetired(work.db, params.key, body.retired);
  await work.record({ kind: body.retired ? 'metric_retired' : 'metric_restored', subject: { type: 'metric' }, after: { key: params.key, name: before.zh.name } });
  return {};
}
