import { sql } from 'kysely';
import type { Reader } from '#platform/server/db/database.ts';
import type { OrgRole } from '#platform/shared/actor.ts';
import type { Locale } from '#platform/shared/messages.ts';
import type { NoticePreferences } from '../notice.contract.ts';
import { DEFAULT_DIGEST_AT, DEFAULT_MAIL, DEFAULT_QUIET, type MailByTopic, type NoticeTopic } from '../notice.rules.ts';

export interface NoticeRow {
  readonly id: string;
  readonly code: string;
  readonly topic: NoticeTopic;
  readonly data: Readonly<Record<string, unknown>>;
  readonly link: string;
  readonly createdAt: string;
  readonly readAt: string | null;
  readonly settledAt: string | null;
}

const columns = sql`id, code, topic, data, link, created_at as "createdAt", read_at as "readAt", settled_at as "settledAt"`;
const unreadOnly = sql`read_at is null and settled_at is null`;

export async function countUnread(db: Reader, userId: string): Promise<number> {
  const { rows } = await sql<{ unread: number }>`select count(*) as unread from notices where user_id = ${userId} and ${unreadOnly}`.execute(db);
  return rows[0]?.unread ?? 0;
}

/** The latest, unread first. Two short walks along an index instead of sorting all of them. */
export async function listLatest(db: Reader, userId: string, limit: number): Promise<NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`
    select * from (
      (select ${columns}, true as fresh from notices where user_id = ${userId} and ${unreadOnly} order by id desc limit ${limit})
      union all
      (select ${columns}, false from notices where user_id = ${userId} and not (${unreadOnly}) order by id desc limit ${limit})
    ) n order by fresh desc, id desc limit ${limit}`.execute(db);
  return rows;
}

/** One page, latest first, behind the notice `after`. */
export async function listOwn(db: Reader, userId: string, filter: { readonly unread: boolean; readonly after: string | undefined; readonly limit: number }): Promise<NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`select ${columns} from notices where user_id = ${userId}
    ${filter.unread ? sql`and ${unreadOnly}` : sql``} ${filter.after ? sql`and id < ${filter.after}::uuid` : sql``} order by id desc limit ${filter.limit}`.execute(db);
  return rows;
}

export interface PreferencesRow {
  readonly locale: Locale | null;
  readonly mail: Partial<MailByTopic> | null;
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
  readonly digestAt: string | null;
}

/** `HH:MM` of a `time` column. */
const clock = (column: string) => sql.raw(`to_char(${column}, 'HH24:MI')`);
/** The columns of a person's preferences over the alias `p`; all null before they chose. */
export const preferenceColumns = sql`p.locale, p.mail, ${clock('p.quiet_from')} as "quietFrom", ${clock('p.quiet_to')} as "quietTo", ${clock('p.digest_at')} as "digestAt"`;

/** What was chosen, or what the product does before. */
export function preferencesOf(row: PreferencesRow | undefined): NoticePreferences {
  if (!row?.locale) return { locale: 'zh-CN', mail: DEFAULT_MAIL, quiet: DEFAULT_QUIET, digestAt: DEFAULT_DIGEST_AT };
  return {
    locale: row.locale, mail: { ...DEFAULT_MAIL, ...row.mail },
    quiet: row.quietFrom !== null && row.quietTo !== null ? { from: row.quietFrom, to: row.quietTo } : null,
    digestAt: row.digestAt ?? DEFAULT_DIGEST_AT,
  };
}

export async function findPreferences(db: Reader, userId: string): Promise<NoticePreferences & { email: string; timeZone: string }> {
  const { rows } = await sql<PreferencesRow & { email: string; timeZone: string }>`
    select u.email, c.time_zone as "timeZone", ${preferenceColumns}
    from users u cross join company c left join notice_preferences p on p.user_id = u.id where u.id = ${userId}`.execute(db);
  return { ...preferencesOf(rows[0]), email: rows[0]?.email ?? '', timeZone: rows[0]?.timeZone ?? '' };
}

/** Whose bell may have changed: those who were told by name or by role, and those who were told about a subject. */
export async function listConcerned(db: Reader, users: readonly string[], roles: readonly OrgRole[], subjects: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from users where id = any(${[...users]}::uuid[]) or org_role = any(${[...roles]}::text[])
    union select user_id from notices where subject_id = any(${[...subjects]}::uuid[])`.execute(db);
  return rows.map(({ id }) => id);
}
