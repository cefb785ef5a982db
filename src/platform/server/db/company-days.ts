import type { Day, OwnDays } from '#platform/shared/calendar.ts';
import type { Reader } from './database.ts';

/** Where the company's calendar differs from the national one: for every feature that counts working days. A handful of rows a year. */
export async function companyDays(db: Reader): Promise<OwnDays> {
  const rows = await db.selectFrom('calendar_days').select(['day', 'works']).orderBy('day').execute();
  return new Map(rows.map(({ day, works }) => [day, works]));
}

/** The same as rows, for a page that counts working days itself. */
export async function companyDayRows(db: Reader): Promise<{ day: Day; works: boolean }[]> {
  return [...(await companyDays(db))].map(([day, works]) => ({ day, works }));
}
