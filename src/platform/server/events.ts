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
}

/** Appends events in the transaction that makes the change. */
export async function appendEvents(tx: Tx, events: readonly RecordedEvent[]): Promise<void> {
  if (events.length === 0) return;
  const insert = tx
    .insertInto('events')
    .values(
      events.map((event) => ({
        actor_id: event.actorId,
        operation: event.operation,
        kind: event.kind,
        campaign_id: event.campaignId ?? null,
        subject_type: event.subject.type,
        subject_id: event.subject.id ?? null,
        before: event.before === undefined ? null : sql`${JSON.stringify(event.before)}::jsonb`,
        after: event.after === undefined ? null : sql`${JSON.stringify(event.after)}::jsonb`,
      })) as never,
    )
    .compile();
  // Nothing of the answer is needed: it leaves with the COMMIT.
  await tx.executeQuery({ ...insert, sql: `${WITH_COMMIT}${insert.sql}` });
}
