import { newId } from '#platform/server/identity.ts';
import type { Reader, Tx } from '#platform/server/db/database.ts';

export async function insertArchive(tx: Tx, archive: { campaignId: string; sha256: string; content: Buffer; by: string }): Promise<void> {
  await tx.insertInto('archives').values({
    id: newId(), campaign_id: archive.campaignId, sha256: archive.sha256, size: archive.content.length, content: archive.content, created_by: archive.by,
  }).execute();
}

export async function findArchive(db: Reader, campaignId: string) {
  return db.selectFrom('archives').innerJoin('users', 'users.id', 'archives.created_by')
    .select(['archives.created_at as createdAt', 'users.name as createdBy', 'archives.sha256', 'archives.size', 'archives.content'])
    .where('archives.campaign_id', '=', campaignId).executeTakeFirst();
}

/** The campaign's part of the event log, in order. */
export async function eventsOf(db: Reader, campaignId: string) {
  return db.selectFrom('events').leftJoin('users', 'users.id', 'events.actor_id')
    .select(['events.seq', 'events.at', 'users.name as actor', 'events.operation', 'events.kind', 'events.subject_type as subjectType', 'events.subject_id as subjectId', 'events.before', 'events.after'])
    .where('events.campaign_id', '=', campaignId).orderBy('events.seq').execute();
}

export async function versionsOf(db: Reader, campaignId: string) {
  return db.selectFrom('versions as v').innerJoin('users as u', 'u.id', 'v.submitted_by').innerJoin('approvals as a', 'a.version_id', 'v.id')
    .leftJoin('approval_decisions as d', 'd.approval_id', 'a.id').leftJoin('users as decider', 'decider.id', 'd.decided_by').leftJoin('budget_requests as r', 'r.id', 'v.subject_id')
    .select([
      'v.kind', 'v.number', 'r.number as request', 'v.sha256', 'v.content', 'v.note', 'u.name as submittedBy', 'v.submitted_at as submittedAt',
      'd.decision', 'd.reason', 'decider.name as decidedBy', 'd.decided_at as decidedAt',
    ]).where('v.campaign_id', '=', campaignId).orderBy('v.kind').orderBy('r.number').orderBy('v.number').execute();
}

export async function originalsOf(db: Reader, campaignId: string) {
  return db.selectFrom('files').select(['id', 'name', 'sha256', 'content']).where('campaign_id', '=', campaignId).orderBy('uploaded_at').execute();
}
