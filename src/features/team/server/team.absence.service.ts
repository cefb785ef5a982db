import { findCompany } from '#features/account/server/account.api.ts';
import type { ReadWork, Work } from '#platform/server/operation.ts';
import { addDays, dayIn } from '#platform/shared/calendar.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { denied, notFound, Problem } from '#platform/shared/problem.ts';
import type * as contract from '../team.contract.ts';
import { entersAbsence } from '../team.policy.ts';
import * as store from './team.absence.store.ts';
import { absencePeople, isLedBy, ownAbsences } from './team.absence.views.ts';

/** How far back the list of absences goes. */
const SHOWN_DAYS = 60;

export async function listAbsences(work: ReadWork): Promise<OutputOf<typeof contract.listAbsences>> {
  const today = dayIn((await findCompany(work.db))?.timeZone ?? 'Asia/Shanghai');
  return { absences: await ownAbsences(work.db, work.actor, addDays(today, -SHOWN_DAYS)), today, people: await absencePeople(work.db, work.actor) };
}

async function checkMay(work: Work<unknown>, userId: string): Promise<void> {
  const isLedByActor = userId !== work.actor.userId && (await isLedBy(work.db, work.actor.userId, userId));
  if (!entersAbsence(work.actor, { userId, isLedByActor })) throw denied();
}

export async function saveAbsence(work: Work<unknown>, { params, body }: InputOf<typeof contract.saveAbsence>): Promise<OutputOf<typeof contract.saveAbsence>> {
  const { db, actor } = work;
  await checkMay(work, body.userId);
  if (body.toOn < body.fromOn) throw new Problem('team.absence_reversed', 400);
  if (body.standInId === body.userId) throw new Problem('team.stand_in_self', 400);
  // In the order of the ids, so that two people who stand in for each other do not wait for one another.
  const names = new Map<string, string | undefined>();
  for (const id of [body.userId, body.standInId].filter((one) => one !== null).toSorted()) names.set(id, await store.lockPerson(db, id));
  if ([...names.values()].includes(undefined)) throw new Problem('team.person_unknown', 400);
  const stored = await store.lockAbsence(db, params.absenceId);
  // An absence stays whose it is; another's is none that this person knows of.
  if (stored && stored.userId !== body.userId) throw notFound();
  const other = await store.overlapping(db, params.absenceId, body);
  if (other) throw new Problem('team.absence_overlaps', 409, other);
  const { userId, standInId, ...days } = body;
  const after = { name: names.get(userId), userId, ...days, standIn: standInId === null ? '' : (names.get(standInId) ?? '') };
  await store.storeAbsence(db, params.absenceId, body, actor.userId);
  const subject = { type: 'absence', id: params.absenceId };
  if (stored) await work.record({ kind: 'team.absence_changed', subject, before: { ...stored }, after });
  else await work.record({ kind: 'team.absence_entered', subject, after });
  return {};
}

export async function deleteAbsence(work: Work<unknown>, { params }: InputOf<typeof contract.deleteAbsence>): Promise<OutputOf<typeof contract.deleteAbsence>> {
  const stored = await store.lockAbsence(work.db, params.absenceId);
  if (!stored) throw notFound();
  await checkMay(work, stored.userId);
  await store.deleteAbsence(work.db, params.absenceId);
  await work.record({ kind: 'team.absence_deleted', subject: { type: 'absence', id: params.absenceId }, before: { ...stored } });
  return {};
}
