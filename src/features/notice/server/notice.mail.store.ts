import { sql } from 'kysely';
import type { Tx } from '#platform/server/db/database.ts';
import type { NoticeTopic } from '../notice.rules.ts';
import { preferenceColumns, type PreferencesRow } from './notice.views.ts';

/** Whoever finds mails to send does it alone for a moment, so that all that is due for a person goes into one mail. */
export async function takeTurn(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('notice.mail'))`.execute(tx);
}

/** Without a mail server, or for people who left, there is nothing to send, also not later. */
export async function dropMails(tx: Tx, whose: 'all' | 'disabled'): Promise<void> {
  const meant = whose === 'all' ? sql`true` : sql`user_id in (select id from users where disabled_at is not null)`;
  await sql`update notices set mail_state = 'none' where mail_state in ('due', 'digest') and ${meant}`.execute(tx);
}

export interface UnplannedMail extends PreferencesRow {
  readonly id: string;
  readonly state: 'due' | 'digest';
  readonly createdAt: string;
  readonly timeZone: string;
}

export async function takeUnplanned(tx: Tx, limit: number): Promise<UnplannedMail[]> {
  const { rows } = await sql<UnplannedMail>`
    select n.id, n.mail_state as state, n.created_at as "createdAt", c.time_zone as "timeZone", ${preferenceColumns}
    from notices n cross join company c left join notice_preferences p on p.user_id = n.user_id
    where n.mail_state in ('due', 'digest') and n.mail_due_at is null limit ${limit} for update of n skip locked`.execute(tx);
  return rows;
}

export async function planMails(tx: Tx, planned: readonly { readonly id: string; readonly dueAt: Date }[]): Promise<void> {
  await sql`update notices n set mail_due_at = plan.at from unnest(${planned.map(({ id }) => id)}::uuid[], ${planned.map(({ dueAt }) => dueAt.toISOString())}::timestamptz[]) as plan (id, at)
    where n.id = plan.id`.execute(tx);
}

export interface ClaimedNotice {
  readonly id: string;
  readonly code: string;
  readonly topic: NoticeTopic;
  readonly data: Readonly<Record<string, unknown>>;
  readonly link: string;
  readonly tries: number;
}

/** All that is due for one person. */
export interface ClaimedMail extends PreferencesRow {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly company: string;
  readonly timeZone: string;
  readonly notices: readonly ClaimedNotice[];
}

/** What can be sent at `now`. What was read, or done by somebody, has lost its mail with that: see the store. */
const sendable = (now: Date) => sql`mail_state in ('due', 'digest') and mail_due_at <= ${now.toISOString()}::timestamptz`;

/** Takes what is due for the person who waited longest. Until `leaseUntil` nobody else takes it; after that it counts as not sent. */
export async function claimMail(tx: Tx, now: Date, leaseUntil: Date, most: number): Promise<ClaimedMail | undefined> {
  const { rows: [person] } = await sql<Omit<ClaimedMail, 'notices'>>`
    select u.id as "userId", u.name, u.email, c.name as company, c.time_zone as "timeZone", ${preferenceColumns}
    from (select user_id from notices where ${sendable(now)} order by mail_due_at limit 1 for update skip locked) first
    join users u on u.id = first.user_id cross join company c left join notice_preferences p on p.user_id = u.id`.execute(tx);
  if (!person) return undefined;
  const { rows: notices } = await sql<ClaimedNotice>`
    update notices set mail_tries = mail_tries + 1, mail_due_at = ${leaseUntil.toISOString()}::timestamptz
    where id in (select id from notices where user_id = ${person.userId} and ${sendable(now)} order by id limit ${most} for update skip locked)
    returning id, code, topic, data, link, mail_tries as tries`.execute(tx);
  return { ...person, notices: notices.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

export async function markSent(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`update notices set mail_state = 'sent', mail_sent_at = now(), mail_error = null where id = any(${[...ids]}::uuid[])`.execute(tx);
}

/** `dueAt` null: given up. */
export async function markUnsent(tx: Tx, id: string, dueAt: Date | null, reason: string): Promise<void> {
  await sql`update notices set mail_error = ${reason}, mail_due_at = coalesce(${dueAt?.toISOString() ?? null}::timestamptz, mail_due_at), mail_state = ${dueAt ? sql`mail_state` : sql`'failed'`}
    where id = ${id} and mail_state in ('due', 'digest')`.execute(tx);
}
