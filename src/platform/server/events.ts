import { sql } from 'kysely';
import type { Tx } from './db/database.ts';
import { WITH_COMMIT } from './db/pipelined-driver.ts';

/** One change, as the append-only log keeps it. `before` and `after` hold only the fields that changed. */
export interface Change {
  readonly kind: string;
  readonly campaignId?: string | null;
  readonly subject: { readonly type: string; readonly id?: string | null };
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface RecordedEvent extends Change {
  readonly actorId: string | null;
  readonly operation: string;
  /** Only told to the pages that are open (who is writing where); the log does not keep it. */
  readonly passing?: true;
}

/** So many events are written as values, one text for each number of them; more as one list in JSON, which costs twice as much for the few of most requests. */
const FEW = 6;

/** Appends events in the transaction that makes the change, in their order. Nothing of the answer is needed: it leaves with the COMMIT. */
export async function appendEvents(tx: Tx, events: readonly RecordedEvent[]): Promise<void> {
  if (events.length === 0) return;
  const into = sql`${sql.raw(WITH_COMMIT)}insert into events (actor_id, operation, kind, campaign_id, subject_type, subject_id, before, after)`;
  if (events.length <= FEW) {
    const rows = events.map(({ actorId, operation, kind, campaignId, subject, before, after }) =>
      sql`(${actorId}, ${operation}, ${kind}, ${campaignId ?? null}, ${subject.type}, ${subject.id ?? null}, ${textOf(before)}, ${textOf(after)})`);
    await sql`${into} values ${sql.join(rows)}`.execute(tx);
    return;
  }
  const rows = events.map(({ actorId, operation, kind, campaignId, subject, before, after }) => ({
    actor_id: actorId, operation, kind, campaign_id: campaignId ?? null, subject_type: subject.type, subject_id: subject.id ?? null, before, after,
  }));
  await sql`${into}
    select e.actor_id, e.operation, e.kind, e.campaign_id, e.subject_type, e.subject_id, e.before, e.after
    from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as (actor_id uuid, operation text, kind text, campaign_id uuid, subject_type text, subject_id uuid, before jsonb, after jsonb)) with ordinality as e
      (actor_id, operation, kind, campaign_id, subject_type, subject_id, before, after, place) order by e.place`.execute(tx);
}

const textOf = (content: unknown): string | null => (content === undefined || content === null ? null : JSON.stringify(content));
