import { managesPeople } from '#features/account/account.policy.ts';
import { findCompany } from '#features/account/server/account.api.ts';
import type { ReadWork, Work } from '#platform/server/operation.ts';
import { dayIn } from '#platform/shared/calendar.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { Problem } from '#platform/shared/problem.ts';
import type * as contract from '../../calendars/schedule.company.contract.ts';
import { lockDays, storeDays, type Decision } from './schedule.company.store.ts';
import { companyDayRows } from './schedule.company.views.ts';

export async function listCalendarDays({ db, actor }: ReadWork): Promise<OutputOf<typeof contract.listCalendarDays>> {
  return { days: await companyDayRows(db), today: dayIn((await findCompany(db))?.timeZone ?? 'Asia/Shanghai'), can: { set: managesPeople(actor) } };
}

const isSame = (a: Decision | null, b: Decision | null): boolean => a?.works === b?.works && a?.name === b?.name;

export async function setCalendarDays(work: Work<unknown>, { body }: InputOf<typeof contract.setCalendarDays>): Promise<OutputOf<typeof contract.setCalendarDays>> {
  const { changes } = body;
  const stored = await lockDays(work.db, changes.map(({ day }) => day));
  const now = (day: string) => stored.get(day) ?? null;
  // What is already as the person wants it is no conflict: a repeat of the same request changes nothing.
  if (changes.some(({ day, from, to }) => !isSame(now(day), from) && !isSame(now(day), to))) throw new Problem('schedule.calendar_changed', 409);
  const real = changes.filter(({ day, to }) => !isSame(now(day), to));
  if (real.length === 0) return {};
  await storeDays(work.db, real, work.actor.userId);
  const days = real.map(({ day }) => day).toSorted();
  await work.record({
    kind: 'schedule.calendar_set', subject: { type: 'calendar' },
    before: { days: real.map(({ day }) => ({ day, ...now(day) })) }, after: { days: days.length === 1 ? days[0] : `${days[0]} – ${days.at(-1)}`, changes: real.map(({ day, to }) => ({ day, ...to })) },
  });
  return {};
}
