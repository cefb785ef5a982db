import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { Reader } from '#platform/server/db/database.ts';
import type { Actor } from '#platform/shared/actor.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import type { actView, Approval, getApproval, stepView, waitingRow } from '../approval.contract.ts';

const LIST_LIMIT = 200;
const HANDLED_LIMIT = 100;
/** Requests for money carry their facts in what was frozen. */
const MONEY_KINDS = sql`('spending', 'transfer', 'reserve', 'budget')`;

const columns = sql`
  a.id, a.campaign_id as "campaignId", c.name as "campaignName", a.kind, a.title, v.number as version, v.sha256, a.subject_id as "subjectId", a.amount_cents as "amountCents", a.category,
  asker.name as "requestedBy", a.requested_by as "requestedById", a.requested_at as "requestedAt", d.decision, d.reason, decider.name as "decidedBy", d.decided_at as "decidedAt",
  case when a.kind in ${MONEY_KINDS} then jsonb_build_object('line', coalesce(v.content->'line'->>'name', ''), 'toLine', v.content->'toLine'->>'name', 'payee', coalesce(v.content->>'payee', ''),
    'purpose', coalesce(v.content->>'purpose', ''), 'freeAfterCents', (v.content->>'freeAfterCents')::bigint) end as facts,
  (select jsonb_build_object('id', s.id, 'name', s.name, 'openedAt', s.opened_at, 'dueOn', s.due_on,
      'number', (select count(*) from approval_steps p where p.approval_id = a.id and p.position <= s.position), 'count', (select count(*) from approval_steps p where p.approval_id = a.id),
      'who', coalesce((select jsonb_agg(jsonb_build_object('name', u.name, 'role', x.org_role)) from approval_assignees x left join users u on u.id = x.user_id
        where x.step_id = s.id and x.removed_at is null and x.decided_at is null), '[]'))
    from approval_steps s where s.approval_id = a.id and s.state = 'open') as step`;
const joins = sql`
  from approvals a join versions v on v.id = a.version_id join campaigns c on c.id = a.campaign_id join users asker on asker.id = a.requested_by
  left join approval_decisions d on d.approval_id = a.id left join users decider on decider.id = d.decided_by`;

async function approvals(db: Reader, where: RawBuilder<unknown>, limit = LIST_LIMIT): Promise<Approval[]> {
  const { rows } = await sql<Approval>`select ${columns} ${joins} where ${where} order by a.requested_at desc limit ${limit}`.execute(db);
  return rows;
}

/**
 * What waits for the person's decision: as themselves, by their role, and for those whose place they take today.
 * Never their own requests, and never along a chain through the one who asked.
 */
export async function waitingApprovals(db: Reader, actor: Actor): Promise<z.output<typeof waitingRow>[]> {
  const { rows } = await sql<z.output<typeof waitingRow>>`
    with me as (
      select ${actor.userId}::uuid as id, ${actor.orgRole} as org_role, null as name, '{}'::uuid[] as via
      union all
      select u.id, u.org_role, u.name, f.via from standing_in_for(${actor.userId}, (now() at time zone (select time_zone from company))::date) f join users u on u.id = f.user_id
    ), mine as (
      select distinct on (s.approval_id) s.approval_id, me.name
      from me join approval_assignees x on x.decided_at is null and x.removed_at is null and (x.user_id = me.id or x.org_role = me.org_role)
        join approval_steps s on s.id = x.step_id and s.state = 'open' join approvals a on a.id = s.approval_id
      where a.requested_by <> ${actor.userId} and not a.requested_by = any (me.via)
      order by s.approval_id, me.name nulls first
    )
    select ${columns}, mine.name as "forName" ${joins} join mine on mine.approval_id = a.id
    where d.approval_id is null and c.stage <> 'cancelled' order by a.requested_at desc limit ${LIST_LIMIT}`.execute(db);
  return rows;
}

export async function requestedApprovals(db: Reader, userId: string): Promise<Approval[]> {
  return approvals(db, sql`a.requested_by = ${userId}`);
}

const RUNNING_LIMIT = 50;

/** The person's own requests that wait for somebody, the newest first. */
export async function runningRequests(db: Reader, userId: string): Promise<Approval[]> {
  return approvals(db, sql`a.requested_by = ${userId} and c.stage <> 'cancelled' and exists (select 1 from approval_steps o where o.approval_id = a.id and o.state = 'open')`, RUNNING_LIMIT);
}

/** What the person has decided, for themselves or for another. */
export async function handledApprovals(db: Reader, userId: string): Promise<Approval[]> {
  return approvals(db, sql`a.id in (select t.approval_id from approval_acts t where t.by_id = ${userId} and t.kind in ('approved', 'returned', 'transferred', 'step_added'))`, HANDLED_LIMIT);
}

export async function approvalsOf(db: Reader, subjectId: string, kind: Approval['kind']): Promise<(Approval & { note: string })[]> {
  const { rows } = await sql<Approval & { note: string }>`select ${columns}, v.note ${joins} where a.subject_id = ${subjectId} and a.kind = ${kind} order by v.number desc`.execute(db);
  return rows;
}

type ReturnedVersion = NonNullable<OutputOf<typeof getApproval>['returned']>;

export async function findApproval(db: Reader, approvalId: string) {
  const { rows } = await sql<Approval & { note: string; content: unknown; previous: unknown; returned: ReturnedVersion | null }>`
    select ${columns}, v.note, v.content,
      (select p.content from versions p join approvals pa on pa.version_id = p.id join approval_decisions pd on pd.approval_id = pa.id
       where p.subject_id = v.subject_id and p.kind = v.kind and p.number < v.number and pd.decision = 'approved' order by p.number desc limit 1) as previous,
      (select jsonb_build_object('version', p.number, 'reason', pd.reason, 'by', u.name, 'content', p.content)
       from versions p join approvals pa on pa.version_id = p.id join approval_decisions pd on pd.approval_id = pa.id left join users u on u.id = pd.decided_by
       where p.subject_id = v.subject_id and p.kind = v.kind and p.number = v.number - 1 and pd.decision = 'returned') as returned
    ${joins} where a.id = ${approvalId}`.execute(db);
  return rows[0];
}

export async function stepsOf(db: Reader, approvalId: string): Promise<z.output<typeof stepView>[]> {
  const { rows } = await sql<z.output<typeof stepView>>`
    select s.id, s.name, s.mode, s.state, s.opened_at as "openedAt", s.closed_at as "closedAt", s.due_on as "dueOn",
      s.approver || case when named.name is null then '{}' else jsonb_build_object('name', named.name) end as approver,
      coalesce((select jsonb_agg(jsonb_build_object('userId', x.user_id, 'name', u.name, 'role', x.org_role, 'source', x.source, 'decidedAt', x.decided_at) order by x.decided_at nulls last, u.name)
        from approval_assignees x left join users u on u.id = x.user_id where x.step_id = s.id and (x.removed_at is null or x.decided_at is not null or s.state <> 'open')), '[]') as assignees
    from approval_steps s left join users named on named.id = (s.approver->>'userId')::uuid
    where s.approval_id = ${approvalId} order by s.position, s.id`.execute(db);
  return rows;
}

export async function actsOf(db: Reader, approvalId: string): Promise<z.output<typeof actView>[]> {
  const { rows } = await sql<z.output<typeof actView>>`
    select t.kind, s.name as step, u.name as by, f.name as "forName", o.name as "to", t.words, t.at
    from approval_acts t left join approval_steps s on s.id = t.step_id left join users u on u.id = t.by_id left join users f on f.id = t.for_id left join users o on o.id = t.to_id
    where t.approval_id = ${approvalId} order by t.id`.execute(db);
  return rows;
}

export async function nameOf(db: Reader, userId: string): Promise<string | null> {
  return (await db.selectFrom('users').select('name').where('id', '=', userId).executeTakeFirst())?.name ?? null;
}
