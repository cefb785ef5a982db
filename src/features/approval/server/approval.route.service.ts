import type { Tx } from '#platform/server/db/database.ts';
import { newId } from '#platform/server/identity.ts';
import type { ReadWork, Work } from '#platform/server/operation.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { notFound, Problem } from '#platform/shared/problem.ts';
import type * as contract from '../approval.route.contract.ts';
import type { RouteFields, RouteView } from '../approval.route.contract.ts';
import { editsRoutes } from '../approval.route.policy.ts';
import { peopleIn } from '../approval.route.rules.ts';
import * as store from './approval.route.store.ts';
import * as views from './approval.route.views.ts';

type Input<Name extends keyof typeof contract> = InputOf<(typeof contract)[Name]>;
type Output<Name extends keyof typeof contract> = OutputOf<(typeof contract)[Name]>;

export async function listRoutes(work: ReadWork): Promise<Output<'listRoutes'>> {
  const [routes, roster] = await Promise.all([views.listRoutes(work.db), views.roster(work.db)]);
  return { routes, ...roster, can: { edit: editsRoutes(work.actor) } };
}

const fieldsOf = ({ kind, category, departmentId, fromCents, toCents, steps }: RouteFields): RouteFields => ({ kind, category, departmentId, fromCents, toCents, steps });

/**
 * Refuses a route that names a department or a person who is not in this company. Someone who has left may stand in it, so that an undo always works:
 * the page warns, and management decides instead.
 */
async function checkNames(db: Tx, routes: readonly RouteFields[]): Promise<void> {
  const { people, departments } = await views.roster(db);
  const known = new Set(people.map((person) => person.id));
  for (const [index, route] of routes.entries()) {
    if (route.departmentId !== null && !departments.some((department) => department.id === route.departmentId)) throw new Problem('approval.route_department', 422, { index });
    if (peopleIn(route.steps).some((id) => !known.has(id))) throw new Problem('approval.route_person', 422, { index });
  }
}

/** The ids with `id` put after `afterId`; null is the top, undefined the end. */
function placed(ids: readonly string[], id: string, afterId: string | null | undefined): string[] {
  const others = ids.filter((one) => one !== id);
  const at = afterId === null ? 0 : afterId === undefined || !others.includes(afterId) ? others.length : others.indexOf(afterId) + 1;
  return others.toSpliced(at, 0, id);
}

async function idsOf(db: Tx, kind: RouteFields['kind']): Promise<string[]> {
  return (await views.listRoutes(db, kind)).map((route) => route.id);
}

async function mustFind(db: Tx, routeId: string): Promise<RouteView> {
  const found = await views.findRoute(db, routeId);
  if (!found) throw notFound();
  return found;
}

/** Writes one route. The second of two administrators is told what the first one made of it; nothing is overwritten unseen. */
export async function saveRoute(work: Work, { params, body }: Input<'saveRoute'>): Promise<Output<'saveRoute'>> {
  await store.lockRoutes(work.db);
  const before = await views.findRoute(work.db, params.routeId);
  if (!before && body.revision !== null) throw new Problem('approval.route_gone', 409);
  if (before && body.revision !== before.revision) throw new Problem('approval.route_changed', 409, { current: before, by: before.updatedBy ?? '' });
  const fields = fieldsOf(body);
  await checkNames(work.db, [fields]);
  if (before) await store.updateRoute(work.db, before.id, fields, work.actor.userId);
  else await store.insertRoute(work.db, params.routeId, fields, 0, work.actor.userId);
  const staysPut = before?.kind === fields.kind && body.afterId === undefined;
  if (!staysPut) await store.orderRoutes(work.db, placed(await idsOf(work.db, fields.kind), params.routeId, body.afterId));
  await work.record({
    kind: before ? 'approval.route_changed' : 'approval.route_created', subject: { type: 'approval_route', id: params.routeId },
    ...(before ? { before: fieldsOf(before) } : {}), after: fields,
  });
  return mustFind(work.db, params.routeId);
}

/** Deleting what is gone already is done. */
export async function deleteRoute(work: Work, { params, query }: Input<'deleteRoute'>): Promise<Output<'deleteRoute'>> {
  await store.lockRoutes(work.db);
  const before = await views.findRoute(work.db, params.routeId);
  if (!before) return {};
  if (before.revision !== query.revision) throw new Problem('approval.route_changed', 409, { current: before, by: before.updatedBy ?? '' });
  await store.deleteRoutes(work.db, [before.id]);
  await work.record({ kind: 'approval.route_deleted', subject: { type: 'approval_route', id: before.id }, before: fieldsOf(before) });
  return {};
}

export async function moveRoute(work: Work, { params, body }: Input<'moveRoute'>): Promise<Output<'moveRoute'>> {
  await store.lockRoutes(work.db);
  const route = await mustFind(work.db, params.routeId);
  const before = await idsOf(work.db, route.kind);
  const after = placed(before, route.id, body.afterId);
  if (after.every((id, index) => id === before[index])) return {};
  await store.orderRoutes(work.db, after);
  await work.record({ kind: 'approval.route_moved', subject: { type: 'approval_route', id: route.id }, before: { place: before.indexOf(route.id) + 1 }, after: { place: after.indexOf(route.id) + 1 } });
  return {};
}

/** All the reviewed routes or none. What stood in the kinds concerned must be what the person saw while reviewing. */
export async function applyMatrix(work: Work, { body }: Input<'applyMatrix'>): Promise<Output<'applyMatrix'>> {
  await store.lockRoutes(work.db);
  const kinds = new Set([...body.routes.map((route) => route.kind), ...body.emptied]);
  const standing = (await views.listRoutes(work.db)).filter((route) => kinds.has(route.kind));
  const seen = new Map(body.seen.map((route) => [route.id, route.revision]));
  if (standing.length !== seen.size || standing.some((route) => seen.get(route.id) !== route.revision)) throw new Problem('approval.routes_changed', 409);
  await checkNames(work.db, body.routes);
  if (body.mode === 'replace') await store.deleteRoutes(work.db, standing.map((route) => route.id));
  const made = body.routes.map((route) => ({ id: newId(), route }));
  for (const { id, route } of made) await store.insertRoute(work.db, id, route, 0, work.actor.userId);
  for (const kind of kinds) {
    const kept = body.mode === 'replace' ? [] : standing.filter((route) => route.kind === kind).map((route) => route.id);
    await store.orderRoutes(work.db, [...made.filter(({ route }) => route.kind === kind).map(({ id }) => id), ...kept]);
  }
  await work.record({
    kind: 'approval.routes_imported', subject: { type: 'approval_route' },
    before: { routes: body.mode === 'replace' ? standing.map(fieldsOf) : [] }, after: { mode: body.mode, routes: body.routes },
  });
  return { routes: (await views.listRoutes(work.db)).filter((route) => kinds.has(route.kind)) };
}
