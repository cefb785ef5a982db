import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { sqlState, type Reader, type Tx } from '#platform/server/db/database.ts';
import { WITH_COMMIT } from '#platform/server/db/pipelined-driver.ts';
import { isId, newId } from '#platform/server/identity.ts';
import type { Lock } from '#platform/server/operation.ts';
import type { Actor } from '#platform/shared/actor.ts';
import type { Day } from '#platform/shared/calendar.ts';
import type { ApprovalFacts, Decider } from '../approval.policy.ts';
import type { ApprovalKind, Approver, RouteStep } from '../approval.route.rules.ts';
import { canonicalJson } from '../approval.rules.ts';
import type { NewAssignee } from './approval.circumstances.ts';

const locking = { none: sql``, share: sql`for share of a`, alone: sql`for update of a` } as const;

/**
 * What permissions on an approval are decided on. After waiting for the lock the step may have passed already:
 * every write says which step it means and changes nothing when that is not open.
 */
export async function loadApprovalFacts(db: Reader, approvalId: string | undefined, actor: Actor, lock: Lock): Promise<ApprovalFacts | undefined> {
  if (!isId(approvalId)) return undefined;
  const { rows } = await sql<ApprovalFacts>`
    select a.id, a.campaign_id as "campaignId", a.kind, a.requested_by as "requestedBy",
      exists (select 1 from approval_decisions d where d.approval_id = a.id) as decided,
      c.stage = 'cancelled' as cancelled,
      (select case when bool_or(m.team_group = 'lead') then 'lead' when count(*) > 0 then 'member' end
       from campaign_members m where m.campaign_id = a.campaign_id and m.user_id = ${actor.userId}) as standing,
      s.id as "stepId",
      coalesce((select jsonb_agg(jsonb_build_object('userId', x.user_id, 'role', x.org_role, 'decided', x.decided_at is not null))
        from approval_assignees x where x.step_id = s.id and x.removed_at is null), '[]') as assignees,
      coalesce((select jsonb_agg(jsonb_build_object('userId', u.id, 'orgRole', u.org_role))
        from standing_in_for(${actor.userId}, (now() at time zone c.time_zone)::date) f join users u on u.id = f.user_id where not a.requested_by = any (f.via)), '[]') as "standsInFor",
      exists (select 1 from approval_acts t where t.approval_id = a.id and t.by_id = ${actor.userId})
        or exists (select 1 from approval_steps o join approval_assignees x on x.step_id = o.id where o.approval_id = a.id and (x.user_id = ${actor.userId} or x.org_role = ${actor.orgRole})) as involved
    from approvals a join campaigns c on c.id = a.campaign_id left join approval_steps s on s.approval_id = a.id and s.state = 'open'
    where a.id = ${approvalId} ${locking[lock]}`.execute(db);
  return rows[0];
}

export interface Submission {
  readonly campaignId: string;
  /** What the request is about: the campaign itself for plan and report. Its versions are counted by kind. */
  readonly subjectId: string;
  readonly kind: ApprovalKind;
  readonly title: string;
  readonly note: string;
  readonly content: unknown;
  readonly amountCents: number | null;
  readonly category: string;
  readonly by: string;
  /** Of the version, within its subject and kind. */
  readonly number: number;
}

export interface FirstStep {
  readonly assignees: readonly NewAssignee[];
  readonly dueOn: Day | null;
}

/** Freezes a version with its hash and asks for a decision on it: version, approval, its own copy of the steps, and who decides the first, in one statement that nobody waits for. */
export async function insertSubmission(tx: Tx, submission: Submission, steps: readonly RouteStep[], first: FirstStep): Promise<{ approvalId: string; versionId: string; number: number; sha256: string }> {
  const text = canonicalJson(submission.content);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const [versionId, approvalId] = [newId(), newId()];
  const ids = steps.map(() => newId());
  const rows = steps.map((step, index) => sql`(${ids[index]}::uuid, ${approvalId}::uuid, ${index + 1}::int, ${step.name}, ${step.mode}, ${JSON.stringify(step.approver)}::jsonb, ${step.dueDays}::int,
    ${step.escalate && JSON.stringify(step.escalate)}::jsonb, ${index === 0 ? 'open' : 'pending'}, ${index === 0 ? sql`now()` : sql`null::timestamptz`}, ${index === 0 ? first.dueOn : null}::date)`);
  const assignees = first.assignees.map((one) => sql`(${ids[0]}::uuid, ${one.userId}::uuid, ${one.role}, ${one.source})`);
  const { campaignId, subjectId, kind, title, note, amountCents, category, by, number } = submission;
  await sql`${sql.raw(WITH_COMMIT)}
    with version as (
      insert into versions (id, campaign_id, subject_id, kind, content, sha256, note, submitted_by, number)
      values (${versionId}, ${campaignId}, ${subjectId}, ${kind}, ${text}::jsonb, ${sha256}, ${note}, ${by}, ${number})
    ), approval as (
      insert into approvals (id, campaign_id, version_id, subject_id, kind, title, requested_by, amount_cents, category)
      values (${approvalId}, ${campaignId}, ${versionId}, ${subjectId}, ${kind}, ${title}, ${by}, ${amountCents}, ${category})
    ), steps as (
      insert into approval_steps (id, approval_id, position, name, mode, approver, due_days, escalate, state, opened_at, due_on) values ${sql.join(rows)}
    )
    insert into approval_assignees (step_id, user_id, org_role, source) values ${sql.join(assignees)}`.execute(tx);
  return { approvalId, versionId, number, sha256 };
}

const assigneeRow = (one: NewAssignee) => ({ user_id: one.userId, org_role: one.role, source: one.source });

export interface StoredStep {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly mode: 'any' | 'all';
  readonly approver: Approver;
  readonly dueDays: number | null;
  readonly escalate: Approver | null;
}

export async function findStep(tx: Tx, which: { readonly stepId: string } | { readonly nextOf: string }): Promise<StoredStep | undefined> {
  const where = 'stepId' in which ? sql`s.id = ${which.stepId}` : sql`s.approval_id = ${which.nextOf} and s.state = 'pending'`;
  const { rows } = await sql<StoredStep>`
    select s.id, s.name, s.position, s.mode, s.approver, s.due_days as "dueDays", s.escalate from approval_steps s where ${where} order by s.position limit 1`.execute(tx);
  return rows[0];
}

/** The assignees that are one of these people, or a role of theirs. */
const meant = (deciders: readonly Decider[]) => sql`(user_id = any(${deciders.map((one) => one.userId)}::uuid[]) or org_role = any(${deciders.map((one) => one.orgRole)}::text[]))`;

/** Marks that those for whom the person acts have decided; how many more the step needs. Undefined when it is not open any more. */
export async function markDecided(tx: Tx, stepId: string, deciders: readonly Decider[]): Promise<{ remaining: number } | undefined> {
  const open = await sql<{ mode: string }>`select mode from approval_steps where id = ${stepId} and state = 'open' for update`.execute(tx);
  if (!open.rows[0]) return undefined;
  await sql`update approval_assignees set decided_at = now() where step_id = ${stepId} and removed_at is null and decided_at is null
    and ${meant(deciders)}`.execute(tx);
  const { rows } = await sql<{ remaining: number }>`select count(*)::int as remaining from approval_assignees where step_id = ${stepId} and removed_at is null and decided_at is null`.execute(tx);
  return open.rows[0].mode === 'any' ? { remaining: 0 } : rows[0];
}

/** Closes the open step and takes it off the lists of those who did not decide; false when it is not open. */
export async function closeStep(tx: Tx, stepId: string, state: 'passed' | 'returned' | 'dropped'): Promise<boolean> {
  const { rows } = await sql`
    with closed as (update approval_steps set state = ${state}, closed_at = now() where id = ${stepId} and state = 'open' returning id),
    taken as (update approval_assignees set removed_at = now() where step_id in (select id from closed) and decided_at is null and removed_at is null)
    select 1 from closed`.execute(tx);
  return rows.length > 0;
}

export async function dropPending(tx: Tx, approvalId: string): Promise<void> {
  await sql`update approval_steps set state = 'dropped', opened_at = now(), closed_at = now() where approval_id = ${approvalId} and state = 'pending'`.execute(tx);
}

export async function openStep(tx: Tx, stepId: string, first: FirstStep): Promise<void> {
  await sql`
    with opened as (update approval_steps set state = 'open', opened_at = now(), closed_at = null, reminded_on = null, escalated_at = null, due_on = ${first.dueOn}::date where id = ${stepId})
    insert into approval_assignees (step_id, user_id, org_role, source)
    select ${stepId}::uuid, x.user_id, x.org_role, x.source from jsonb_to_recordset(${JSON.stringify(first.assignees.map(assigneeRow))}::jsonb) as x (user_id uuid, org_role text, source text)
    on conflict (step_id, user_id, org_role) do update set removed_at = null, decided_at = null, source = excluded.source`.execute(tx);
}

export interface NewAct {
  readonly approvalId: string;
  readonly stepId: string | null;
  readonly kind: 'approved' | 'returned' | 'withdrawn' | 'transferred' | 'step_added' | 'commented' | 'reminded' | 'escalated';
  readonly by: string | null;
  readonly forId?: string | null;
  readonly toId?: string | null;
  readonly words?: string;
}

export async function insertAct(tx: Tx, act: NewAct): Promise<void> {
  await tx.insertInto('approval_acts').values({
    approval_id: act.approvalId, step_id: act.stepId, kind: act.kind, by_id: act.by, for_id: act.forId ?? null, to_id: act.toId ?? null, words: act.words ?? '',
  }).execute();
}

/** Keeps the outcome; false when there is one already. It is never changed. */
export async function insertDecision(tx: Tx, decision: { approvalId: string; decision: 'approved' | 'returned' | 'withdrawn'; reason: string; by: string }): Promise<boolean> {
  const inserted = await tx.insertInto('approval_decisions')
    .values({ approval_id: decision.approvalId, decision: decision.decision, reason: decision.reason, decided_by: decision.by })
    .onConflict((conflict) => conflict.doNothing()).returning('approval_id').executeTakeFirst()
    .catch((error: unknown) => {
      throw sqlState(error) === 'P0001' ? new Error('own request', { cause: error }) : error;
    });
  return inserted !== undefined;
}

/** Those of a step that was paused, who still have to decide. */
export async function assigneesWaiting(tx: Tx, stepId: string): Promise<NewAssignee[]> {
  const { rows } = await sql<NewAssignee>`select user_id as "userId", org_role as role, source from approval_assignees where step_id = ${stepId} and removed_at is null and decided_at is null`.execute(tx);
  return rows;
}

/** Puts another person in the place of those who hand the step on; false when it is not open. */
export async function replaceAssignees(tx: Tx, stepId: string, out: 'all' | readonly Decider[], toId: string): Promise<boolean> {
  const open = await sql`select 1 from approval_steps where id = ${stepId} and state = 'open' for update`.execute(tx);
  if (open.rows.length === 0) return false;
  const whose = out === 'all' ? sql`true` : meant(out);
  await sql`update approval_assignees set removed_at = now() where step_id = ${stepId} and decided_at is null and removed_at is null and ${whose}`.execute(tx);
  await sql`
    insert into approval_assignees (step_id, user_id, source) values (${stepId}, ${toId}, 'transferred')
    on conflict (step_id, user_id, org_role) do update set removed_at = null, decided_at = null, source = 'transferred'`.execute(tx);
  return true;
}

export async function makeRoom(tx: Tx, approvalId: string, position: number): Promise<void> {
  await sql`update approval_steps set position = position + 1 where approval_id = ${approvalId} and position >= ${position}`.execute(tx);
}

export async function insertStep(tx: Tx, step: { readonly id: string; readonly approvalId: string; readonly position: number; readonly name: string; readonly approver: Approver }): Promise<void> {
  await tx.insertInto('approval_steps').values({
    id: step.id, approval_id: step.approvalId, position: step.position, name: step.name, mode: 'any', approver: sql`${JSON.stringify(step.approver)}::jsonb`,
  }).execute();
}

/** Sends the open step back to wait; those who have to decide it stay. */
export async function pauseStep(tx: Tx, stepId: string): Promise<void> {
  await sql`update approval_steps set state = 'pending', opened_at = null, due_on = null, reminded_on = null, escalated_at = null where id = ${stepId}`.execute(tx);
}

export async function hasDecision(tx: Tx, approvalId: string): Promise<boolean> {
  return (await tx.selectFrom('approval_decisions').select('approval_id').where('approval_id', '=', approvalId).executeTakeFirst()) !== undefined;
}

export async function isActive(tx: Tx, personId: string): Promise<boolean> {
  return (await tx.selectFrom('users').select('id').where('id', '=', personId).where('disabled_at', 'is', null).where('activated_at', 'is not', null).executeTakeFirst()) !== undefined;
}

/** Locks a step, and says where it stands among how many. */
export async function lockPlace(tx: Tx, approvalId: string, stepId: string): Promise<{ count: number; position: number; state: string } | undefined> {
  const { rows } = await sql<{ count: number; position: number; state: string }>`
    select (select count(*)::int from approval_steps where approval_id = ${approvalId}) as count, position, state from approval_steps where id = ${stepId} for update`.execute(tx);
  return rows[0];
}
