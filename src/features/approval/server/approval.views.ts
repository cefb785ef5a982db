import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#platform/server/db/database.ts';
import type { Actor } from '#platform/shared/actor.ts';
import type { Approval } from '../approval.contract.ts';

const columns = sql`
  a.id, a.campaign_id as "campaignId", c.name as "campaignName", a.kind, a.title, v.number as version, v.sha256, asker.name as "requestedBy", a.requested_at as "requestedAt",
  d.decision, d.reason, decider.name as "decidedBy", d.decided_at as "decidedAt"`;
const joins = sql`
  from approvals a join versions v on v.id = a.version_id join campaigns c on c.id = a.campaign_id join users asker on asker.id = a.requested_by
  left join approval_decisions d on d.approval_id = a.id left join users decider on decider.id = d.decided_by`;

async function approvals(db: Reader, where: RawBuilder<unknown>): Promise<Approval[]> {
  const { rows } = await sql<Approval>`select ${columns} ${joins} where ${where} order by a.requested_at desc limit 200`.execute(db);
  return rows;
}

/** What waits for the person's decision: the management's, never their own requests. */
export async function waitingApprovals(db: Reader, actor: Actor): Promise<Approval[]> {
  if (actor.orgRole !== 'management') return [];
  return approvals(db, sql`d.approval_id is null and a.requested_by <> ${actor.userId} and c.stage <> 'cancelled'`);
}

export async function requestedApprovals(db: Reader, userId: string): Promise<Approval[]> {
  return approvals(db, sql`a.requested_by = ${userId}`);
}

export async function approvalsOf(db: Reader, campaignId: string, kind: Approval['kind']): Promise<(Approval & { note: string })[]> {
  const { rows } = await sql<Approval & { note: string }>`select ${columns}, v.note ${joins} where a.campaign_id = ${campaignId} and a.kind = ${kind} order by v.number desc`.execute(db);
  return rows;
}

export async function findApproval(db: Reader, approvalId: string) {
  const { rows } = await sql<Approval & { note: string; content: unknown; previous: unknown }>`
    select ${columns}, v.note, v.content,
      (select p.content from versions p join approvals pa on pa.version_id = p.id join approval_decisions pd on pd.approval_id = pa.id
       where p.campaign_id = v.campaign_id and p.kind = v.kind and p.number < v.number and pd.decision = 'approved' order by p.number desc limit 1) as previous
    ${joins} where a.id = ${approvalId}`.execute(db);
  return rows[0];
}
