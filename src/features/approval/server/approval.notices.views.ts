import { sql } from 'kysely';
import type { Reader } from '#platform/server/db/database.ts';
import type { OrgRole } from '#platform/shared/actor.ts';
import type { Day } from '#platform/shared/calendar.ts';
import type { ApprovalKind } from '../approval.route.rules.ts';

/** What the sentences of notices need to know of an approval. */
export interface Told {
  readonly id: string;
  readonly campaignId: string;
  readonly kind: ApprovalKind;
  readonly title: string;
  readonly amountCents: number | null;
  readonly campaignName: string;
  readonly requestedBy: string;
  readonly requestedById: string;
  readonly today: Day;
  /** False when it is known that nobody stands in for anyone today. */
  readonly absences?: boolean;
}

export async function findTold(db: Reader, approvalId: string): Promise<Told> {
  const { rows } = await sql<Told>`
    select a.id, a.campaign_id as "campaignId", a.kind, a.title, a.amount_cents as "amountCents", c.name as "campaignName", u.name as "requestedBy", a.requested_by as "requestedById",
      (now() at time zone c.time_zone)::date as today
    from approvals a join campaigns c on c.id = a.campaign_id join users u on u.id = a.requested_by where a.id = ${approvalId}`.execute(db);
  if (!rows[0]) throw new Error(`no approval ${approvalId}`);
  return rows[0];
}

/** Those who stand in today for any of these people or roles. */
export async function standInsOf(db: Reader, users: readonly string[], roles: readonly OrgRole[], today: Day): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct d.to_id as id from approval_delegations d where d.ended_at is null and ${today}::date between d.from_on and d.to_on
      and exists (select 1 from standing_in_for(d.to_id, ${today}::date) s join users u on u.id = s.user_id where u.id = any(${users}::uuid[]) or u.org_role = any(${roles}::text[]))`.execute(db);
  return rows.map((row) => row.id);
}

/** Those who are asked now, and those who have acted. */
export async function involvedIn(db: Reader, approvalId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select x.user_id as id from approval_steps s join approval_assignees x on x.step_id = s.id where s.approval_id = ${approvalId} and s.state = 'open' and x.user_id is not null and x.removed_at is null
    union select t.by_id from approval_acts t where t.approval_id = ${approvalId} and t.by_id is not null`.execute(db);
  return rows.map((row) => row.id);
}
