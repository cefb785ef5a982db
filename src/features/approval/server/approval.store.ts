import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { sqlState, type Reader, type Tx } from '#platform/server/db/database.ts';
import { isId, newId } from '#platform/server/identity.ts';
import type { Lock } from '#platform/server/operation.ts';
import type { Actor } from '#platform/shared/actor.ts';
import type { ApprovalFacts } from '../approval.policy.ts';
import { canonicalJson } from '../approval.rules.ts';

const locking = { none: sql``, share: sql`for share of a`, alone: sql`for update of a` } as const;

export async function loadApprovalFacts(db: Reader, approvalId: string | undefined, actor: Actor, lock: Lock): Promise<ApprovalFacts | undefined> {
  if (!isId(approvalId)) return undefined;
  const { rows } = await sql<ApprovalFacts>`
    select a.id, a.campaign_id as "campaignId", a.kind, a.requested_by as "requestedBy",
      exists (select 1 from approval_decisions d where d.approval_id = a.id) as decided,
      exists (select 1 from campaigns c where c.id = a.campaign_id and c.stage = 'cancelled') as cancelled,
      (select case when bool_or(m.team_group = 'lead') then 'lead' when count(*) > 0 then 'member' end
       from campaign_members m where m.campaign_id = a.campaign_id and m.user_id = ${actor.userId}) as standing
    from approvals a where a.id = ${approvalId} ${locking[lock]}`.execute(db);
  return rows[0];
}

export interface Submission {
  readonly campaignId: string;
  readonly kind: 'plan' | 'evaluation';
  readonly title: string;
  readonly note: string;
  readonly content: unknown;
  readonly by: string;
}

/** Freezes a version with its hash and asks for a decision on it. */
export async function insertSubmission(tx: Tx, submission: Submission): Promise<{ approvalId: string; versionId: string; number: number; sha256: string }> {
  const text = canonicalJson(submission.content);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const versionId = newId();
  const approvalId = newId();
  const version = await tx.insertInto('versions').values({
    id: versionId, campaign_id: submission.campaignId, kind: submission.kind, content: sql`${text}::jsonb`, sha256, note: submission.note, submitted_by: submission.by,
    number: sql<number>`(select coalesce(max(number), 0) + 1 from versions where campaign_id = ${submission.campaignId} and kind = ${submission.kind})`,
  }).returning('number').executeTakeFirstOrThrow();
  await tx.insertInto('approvals').values({
    id: approvalId, campaign_id: submission.campaignId, version_id: versionId, kind: submission.kind, title: submission.title, requested_by: submission.by,
  }).execute();
  return { approvalId, versionId, number: version.number, sha256 };
}

/** Keeps a decision; false when there is one already. A decision is never changed. */
export async function insertDecision(tx: Tx, decision: { approvalId: string; decision: 'approved' | 'returned' | 'withdrawn'; reason: string; by: string }): Promise<boolean> {
  const inserted = await tx.insertInto('approval_decisions')
    .values({ approval_id: decision.approvalId, decision: decision.decision, reason: decision.reason, decided_by: decision.by })
    .onConflict((conflict) => conflict.doNothing()).returning('approval_id').executeTakeFirst()
    .catch((error: unknown) => {
      throw sqlState(error) === 'P0001' ? new Error('own request', { cause: error }) : error;
    });
  return inserted !== undefined;
}
