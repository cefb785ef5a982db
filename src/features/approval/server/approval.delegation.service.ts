import { findCompany } from '#features/account/server/account.api.ts';
import { notify } from '#features/notice/server/notice.api.ts';
import { newId } from '#platform/server/identity.ts';
import type { ReadWork, Work } from '#platform/server/operation.ts';
import { addDays, dayIn, type Day } from '#platform/shared/calendar.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { denied, notFound, Problem } from '#platform/shared/problem.ts';
import type { Actor } from '#platform/shared/actor.ts';
import type { Reader } from '#platform/server/db/database.ts';
import type * as contract from '../approval.contract.ts';
import { loopOf } from '../approval.delegation.rules.ts';
import * as store from './approval.delegation.store.ts';

const LONGEST_DAYS = 366;
const delegatesForOthers = (actor: Actor): boolean => actor.orgRole === 'admin';

async function todayOf(db: Reader): Promise<Day> {
  return dayIn((await findCompany(db))?.timeZone ?? 'Asia/Shanghai');
}

export async function listDelegations(work: ReadWork): Promise<OutputOf<typeof contract.listDelegations>> {
  const today = await todayOf(work.db);
  const all = delegatesForOthers(work.actor);
  const rows = await store.delegations(work.db, today, all ? undefined : work.actor.userId);
  return {
    today, canForOthers: all,
    delegations: rows.map((row) => ({ ...row, state: row.fromOn > today ? 'coming' as const : 'running' as const, can: { end: all || row.fromId === work.actor.userId } })),
  };
}

/** A chain (周正 → 吴迪 → 陈婧) is followed to its end; one that comes back to where it starts is refused. */
export async function createDelegation(work: Work, { body }: InputOf<typeof contract.createDelegation>): Promise<OutputOf<typeof contract.createDelegation>> {
  const { actor, db } = work;
  const fromId = body.fromId ?? actor.userId;
  if (fromId !== actor.userId && !delegatesForOthers(actor)) throw denied();
  if (body.toId === fromId) throw new Problem('approval.delegation_self', 409);
  const today = await todayOf(db);
  if (body.toOn < body.fromOn || body.toOn < today || body.toOn > addDays(body.fromOn, LONGEST_DAYS)) throw new Problem('approval.delegation_days', 409);
  // One at a time: two that would close a loop together must not both be written.
  await store.holdDelegations(db);
  const names = await store.activeNames(db, [fromId, body.toId]);
  if (!names.has(body.toId) || !names.has(fromId)) throw new Problem('approval.person_gone', 409);
  const others = await store.delegations(db, today);
  const taken = others.find((one) => one.fromId === fromId && one.fromOn <= body.toOn && one.toOn >= body.fromOn);
  if (taken) throw new Problem('approval.delegation_overlap', 409, { toName: taken.toName, fromOn: taken.fromOn, toOn: taken.toOn });
  const loop = loopOf(others, { fromId, toId: body.toId, fromOn: body.fromOn, toOn: body.toOn });
  if (loop) {
    const nameOf = (id: string): string => names.get(id) ?? others.find((one) => one.fromId === id)?.fromName ?? others.find((one) => one.toId === id)?.toName ?? '';
    throw new Problem('approval.delegation_loop', 409, { chain: loop.map(nameOf) });
  }
  const id = newId();
  await store.insertDelegation(db, { id, fromId, toId: body.toId, fromOn: body.fromOn, toOn: body.toOn, reason: body.reason, by: actor.userId });
  await work.record({ kind: 'approval.delegated', subject: { type: 'delegation', id }, after: { fromId, toId: body.toId, fromOn: body.fromOn, toOn: body.toOn, reason: body.reason } });
  await notify(work, {
    to: { users: [body.toId] }, code: 'approval.delegated', topic: 'approval', link: '/settings/delegations', subjectId: id,
    data: { from: names.get(fromId), fromOn: body.fromOn, toOn: body.toOn, reason: body.reason },
  });
  return { id };
}

export async function endDelegation(work: Work, { params }: InputOf<typeof contract.endDelegation>): Promise<OutputOf<typeof contract.endDelegation>> {
  const found = await store.lockDelegation(work.db, params.delegationId);
  if (!found || (found.fromId !== work.actor.userId && !delegatesForOthers(work.actor))) throw notFound();
  if (found.ended) return {};
  await store.storeEnd(work.db, params.delegationId);
  await work.record({ kind: 'approval.delegation_ended', subject: { type: 'delegation', id: params.delegationId }, before: { fromId: found.fromId, toId: found.toId } });
  return {};
}
