import { sql } from 'kysely';
import type { Tx } from '#platform/server/db/database.ts';
import type { Day } from '#platform/shared/calendar.ts';

export interface Decision {
  readonly works: boolean;
  readonly name: string;
}

/** What the company decided of these days, held until the transaction ends: also a day of which nothing is decided yet. */
export async function lockDays(tx: Tx, days: readonly Day[]): Promise<Map<Day, Decision>> {
  await sql`lock table calendar_days in share row exclusive mode`.execute(tx);
  const rows = await tx.selectFrom('calendar_days').select(['day', 'works', 'name']).where('day', 'in', [...days]).execute();
  return new Map(rows.map(({ day, works, name }) => [day, { works, name }]));
}

export async function storeDays(tx: Tx, changes: readonly { readonly day: Day; readonly to: Decision | null }[], by: string): Promise<void> {
  const cleared = changes.filter(({ to }) => to === null).map(({ day }) => day);
  if (cleared.length > 0) await tx.deleteFrom('calendar_days').where('day', 'in', cleared).execute();
  const set = changes.flatMap(({ day, to }) => (to === null ? [] : [{ day, works: to.works, name: to.name, set_by: by }]));
  if (set.length === 0) return;
  await tx.insertInto('calendar_days').values(set)
    .onConflict((conflict) => conflict.column('day').doUpdateSet((eb) => ({ works: eb.ref('excluded.works'), name: eb.ref('excluded.name'), set_by: by, set_at: sql`now()` }))).execute();
}
