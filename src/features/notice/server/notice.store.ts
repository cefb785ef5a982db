import { sql } from 'kysely';
import type { Tx } from '#platform/server/db/database.ts';
import { WITH_COMMIT } from '#platform/server/db/pipelined-driver.ts';
import type { OrgRole } from '#platform/shared/actor.ts';
import type { NoticePreferences } from '../notice.contract.ts';
import { DEFAULT_MAIL, type NoticeTopic } from '../notice.rules.ts';

export interface NewNotices {
  readonly users: readonly string[];
  readonly roles: readonly OrgRole[];
  readonly except: readonly string[];
  readonly code: string;
  readonly topic: NoticeTopic;
  readonly data: Readonly<Record<string, unknown>>;
  readonly link: string;
  readonly campaignId?: string | null;
  readonly subjectId?: string | null;
}

const withCommit = sql.raw(WITH_COMMIT);

/** One row for each active person that is meant; whether it is mailed follows from their choice. */
export async function insertNotices(tx: Tx, notice: NewNotices): Promise<void> {
  await sql`${withCommit}insert into notices (user_id, code, topic, data, link, campaign_id, subject_id, mail_state)
    select u.id, ${notice.code}, ${notice.topic}, ${JSON.stringify(notice.data)}::jsonb, ${notice.link}, ${notice.campaignId ?? null}::uuid, ${notice.subjectId ?? null}::uuid,
      case coalesce(p.mail ->> ${notice.topic}, ${DEFAULT_MAIL[notice.topic]}) when 'now' then 'due' when 'digest' then 'digest' else 'none' end
    from users u left join notice_preferences p on p.user_id = u.id
    where u.activated_at is not null and u.disabled_at is null
      and (u.id = any(${[...notice.users]}::uuid[]) or u.org_role = any(${[...notice.roles]}::text[])) and u.id <> all(${[...notice.except]}::uuid[])`.execute(tx);
}

/** To oneself, mailed at once whatever was chosen: the person waits for it. */
export async function insertTrial(tx: Tx, userId: string, name: string, link: string): Promise<void> {
  await sql`insert into notices (user_id, code, topic, data, link, mail_state, mail_due_at)
    values (${userId}, 'notice.trial', 'request', ${JSON.stringify({ name })}::jsonb, ${link}, 'due', now())`.execute(tx);
}

/** A mail that was not sent yet is not needed any more. */
const unsent = sql`case when mail_state in ('due', 'digest') then 'none' else mail_state end`;

export async function settleSubject(tx: Tx, subjectId: string): Promise<void> {
  await sql`${withCommit}update notices set settled_at = now(), mail_state = ${unsent} where subject_id = ${subjectId}::uuid and settled_at is null`.execute(tx);
}

/** Returns how many were unread until now. */
export async function markOwnRead(tx: Tx, userId: string, which: { readonly ids: readonly string[] } | { readonly upTo: string }): Promise<number> {
  const meant = 'ids' in which ? sql`id = any(${[...which.ids]}::uuid[])` : sql`id <= ${which.upTo}::uuid`;
  const { numAffectedRows } = await sql`update notices set read_at = now(), mail_state = ${unsent} where user_id = ${userId} and read_at is null and ${meant}`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** Saves how a person wants to be told; what has not been mailed yet follows the new choice. */
export async function upsertPreferences(tx: Tx, userId: string, { locale, mail, quiet, digestAt }: NoticePreferences): Promise<void> {
  const chosen = JSON.stringify(mail);
  await sql`insert into notice_preferences (user_id, locale, mail, quiet_from, quiet_to, digest_at)
    values (${userId}, ${locale}, ${chosen}::jsonb, ${quiet?.from ?? null}::time, ${quiet?.to ?? null}::time, ${digestAt}::time)
    on conflict (user_id) do update set locale = excluded.locale, mail = excluded.mail, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
      digest_at = excluded.digest_at, updated_at = now()`.execute(tx);
  await sql`update notices set mail_due_at = null, mail_state = case ${chosen}::jsonb ->> topic when 'now' then 'due' when 'digest' then 'digest' else 'none' end
    where user_id = ${userId} and mail_state in ('due', 'digest') and mail_tries = 0`.execute(tx);
}
