import { sql } from 'kysely';
import type { Tx } from '#platform/server/db/database.ts';
import type { Day } from '#platform/shared/calendar.ts';
import type { Approver } from '../approval.route.rules.ts';
import type { NewAssignee } from './approval.circumstances.ts';
import type { Told } from './approval.notices.views.ts';

export interface DueStep extends Told {
  readonly stepId: string;
  readonly step: string;
  readonly dueOn: Day;
  readonly escalate: Approver | null;
  readonly escalated: boolean;
}

/** Steps that are due and were not looked at today; between 9 and 18 o'clock of the campaign's zone, so that nobody is called at night. */
export async function dueSteps(tx: Tx, now: Date): Promise<DueStep[]> {
  const local = sql`(${now.toISOString()}::timestamptz at time zone c.time_zone)`;
  const { rows } = await sql<DueStep>`
    select a.id, a.campaign_id as "campaignId", a.kind, a.title, a.amount_cents as "amountCents", c.name as "campaignName", u.name as "requestedBy", a.requested_by as "requestedById",
      ${local}::date as today, s.id as "stepId", s.name as step, s.due_on as "dueOn", s.escalate, s.escalated_at is not null as escalated
    from approval_steps s join approvals a on a.id = s.approval_id join campaigns c on c.id = a.campaign_id join users u on u.id = a.requested_by
    where s.state = 'open' and s.due_on <= ${local}::date and (s.reminded_on is null or s.reminded_on < ${local}::date)
      and c.stage <> 'cancelled' and extract(hour from ${local}) between 9 and 17
    order by s.due_on for update of s skip locked limit 500`.execute(tx);
  return rows;
}

export async function waitingAssignees(tx: Tx, stepId: string): Promise<Pick<NewAssignee, 'userId' | 'role'>[]> {
  const { rows } = await sql<Pick<NewAssignee, 'userId' | 'role'>>`
    select user_id as "userId", org_role as role from approval_assignees where step_id = ${stepId} and removed_at is null and decided_at is null`.execute(tx);
  return rows;
}

export async function storeReminder(tx: Tx, stepId: string, on: Day): Promise<void> {
  await sql`update approval_steps set reminded_on = ${on}::date where id = ${stepId}`.execute(tx);
}

/** Asks more people. Whoever is asked now may decide alone: a step of everyone would go on waiting for the one who does not answer. */
export async function storeEscalation(tx: Tx, stepId: string, on: Day, added: readonly NewAssignee[]): Promise<void> {
  for (const one of added) {
    await sql`
      insert into approval_assignees (step_id, user_id, org_role, source) values (${stepId}, ${one.userId}::uuid, ${one.role}::text, 'escalated')
      on conflict (step_id, user_id, org_role) do update set removed_at = null`.execute(tx);
  }
  await sql`update approval_steps set escalated_at = now(), mode = 'any', reminded_on = ${on}::date where id = ${stepId}`.execute(tx);
}
