import { sql } from 'kysely';
import type { Reader } from '#platform/server/db/database.ts';
import type { CompanyDay } from '../../calendars/schedule.company.contract.ts';

/** The company's own days with who set them, by day. */
export async function companyDayRows(db: Reader): Promise<CompanyDay[]> {
  return db.selectFrom('calendar_days as d').leftJoin('users as u', 'u.id', 'd.set_by')
    .select(['d.day', 'd.works', 'd.name', 'u.name as setByName', sql<string>`to_json(d.set_at) #>> '{}'`.as('setAt')]).orderBy('d.day').execute();
}
