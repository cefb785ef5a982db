import { sql } from 'kysely';
import type { Reader, Tx } from '#platform/server/db/database.ts';
import { LAST_WITH_COMMIT } from '#platform/server/db/pipelined-driver.ts';
import { Problem } from '#platform/shared/problem.ts';
import type { RequestKind } from '../budget.draft.rules.ts';
import type { REQUEST_STATES } from '../budget.request.contract.ts';
import type { LineMoney } from './budget.ledger.store.ts';

export type RequestState = (typeof REQUEST_STATES)[number];

export interface StoredRequest {
  readonly id: string;
  readonly number: number;
  readonly campaignId: string;
  readonly kind: RequestKind;
  readonly lineId: string;
  readonly toLineId: string | null;
  readonly amountCents: number;
  readonly payee: string;
  readonly purpose: string;
  readonly causeKind: string | null;
  readonly state: RequestState;
  readonly approvalId: string | null;
  readonly requestedBy: string;
  readonly decidedAt: string | null;
}

const columns = sql`r.id, r.number, r.campaign_id as "campaignId", r.kind, r.line_id as "lineId", r.to_line_id as "toLineId", r.amount_cents as "amountCents", r.payee, r.purpose,
  r.cause_kind as "causeKind", r.state, r.approval_id as "approvalId", r.requested_by as "requestedBy", r.decided_at as "decidedAt"`;

export async function lockRequest(tx: Tx, campaignId: string, requestId: string): Promise<StoredRequest | undefined> {
  return (await sql<StoredRequest>`select ${columns} from budget_requests r where r.id = ${requestId} and r.campaign_id = ${campaignId} for update`.execute(tx)).rows[0];
}

export async function lockByApproval(tx: Tx, approvalId: string): Promise<StoredRequest | undefined> {
  return (await sql<StoredRequest>`select ${columns} from budget_requests r where r.approval_id = ${approvalId} for update`.execute(tx)).rows[0];
}

export interface RequestFields {
  readonly kind: RequestKind;
  readonly lineId: string;
  readonly toLineId: string | null;
  readonly amountCents: number;
  readonly payee: string;
  readonly purpose: string;
  readonly effect: string;
  readonly causeKind: string | null;
  readonly cause: string;
  readonly explanation: string;
  readonly neededOn: string | null;
}

type NewRequest = RequestFields & { readonly id: string; readonly campaignId: string; readonly by: string };

/** Keeps a draft as it is now, and gives a new one its number. */
export async function storeDraft(tx: Tx, made: NewRequest): Promise<{ number: number }> {
  return writeRequest(tx, made, { state: 'draft', approvalId: null });
}

export async function storeSubmitted(tx: Tx, made: NewRequest, approvalId: string | null): Promise<{ number: number }> {
  return writeRequest(tx, made, { state: 'submitted', approvalId });
}

/** What the database names when a line would fall below zero free. */
export const FREE_CONSTRAINT = 'budget_balances_free';

/**
 * Reserves the money of a submitted request. It leaves with the COMMIT, behind all else: the row of the balance is locked only while the database works, never while it
 * waits for us, and whoever asks for the line at the same moment is measured by what is left. When that is too little the COMMIT fails on
 * {@link FREE_CONSTRAINT}, and the whole request with it.
 */
export async function reserve(tx: Tx, made: NewRequest): Promise<void> {
  await sql`${sql.raw(LAST_WITH_COMMIT)}insert into budget_entries (campaign_id, line_id, kind, amount_cents, reserved_delta, request_id, cause_kind, by_id)
    values (${made.campaignId}, ${made.lineId}, 'reserve', ${made.amountCents}, ${made.amountCents}, ${made.id}, ${made.causeKind}, ${made.by})`.execute(tx);
}

async function writeRequest(tx: Tx, made: NewRequest, { state, approvalId }: { state: 'draft' | 'submitted'; approvalId: string | null }): Promise<{ number: number }> {
  const { rows } = await sql<{ number: number }>`
    insert into budget_requests as r (id, campaign_id, requested_by, kind, line_id, to_line_id, amount_cents, payee, purpose, effect, cause_kind, cause, explanation, needed_on, state, approval_id, submitted_at)
    values (${made.id}, ${made.campaignId}, ${made.by}, ${made.kind}, ${made.lineId}, ${made.toLineId}, ${made.amountCents}, ${made.payee}, ${made.purpose}, ${made.effect}, ${made.causeKind}, ${made.cause},
      ${made.explanation}, ${made.neededOn}, ${state}, ${approvalId}, case when ${state} = 'submitted' then now() end)
    on conflict (id) do update set kind = excluded.kind, line_id = excluded.line_id, to_line_id = excluded.to_line_id, amount_cents = excluded.amount_cents, payee = excluded.payee, purpose = excluded.purpose,
      effect = excluded.effect, cause_kind = excluded.cause_kind, cause = excluded.cause, explanation = excluded.explanation, needed_on = excluded.needed_on, state = excluded.state,
      approval_id = excluded.approval_id, submitted_at = excluded.submitted_at, decided_at = null
    where r.state in ('draft', 'returned', 'withdrawn')
    returning r.number`.execute(tx);
  // A new request that was sent twice at once: the other one has been submitted since this one looked.
  if (!rows[0]) throw new Problem('budget.request_moved', 409, { state: 'submitted' });
  return rows[0];
}

export async function storeFiles(tx: Tx, requestId: string, fileIds: readonly string[]): Promise<void> {
  await sql`delete from budget_request_files where request_id = ${requestId} and file_id <> all(${fileIds}::uuid[])`.execute(tx);
  await sql`insert into budget_request_files (request_id, file_id) select ${requestId}::uuid, id from unnest(${fileIds}::uuid[]) as id on conflict do nothing`.execute(tx);
}

/** Of the given ids those that are files of the campaign. */
export async function filesOf(db: Reader, campaignId: string, fileIds: readonly string[]): Promise<{ id: string; name: string; size: number; sha256: string }[]> {
  if (fileIds.length === 0) return [];
  return db.selectFrom('files').select(['id', 'name', 'size', 'sha256']).where('campaign_id', '=', campaignId).where('id', 'in', [...fileIds]).orderBy('id').execute();
}

export async function storeState(tx: Tx, requestId: string, state: RequestState): Promise<void> {
  await tx.updateTable('budget_requests')
    .set({ state, ...(state === 'closed' ? { closed_at: sql`now()` } : {}), decided_at: sql`coalesce(decided_at, now())` }).where('id', '=', requestId).execute();
}

export async function deleteRequest(tx: Tx, requestId: string): Promise<void> {
  await tx.deleteFrom('budget_requests').where('id', '=', requestId).where('state', '=', 'draft').execute();
}

/** What a request is measured by before it is written. */
export interface Grounds {
  /** The request with this id, wherever it is. */
  readonly existing: { readonly campaignId: string; readonly requestedBy: string; readonly state: RequestState; readonly number: number } | null;
  readonly lines: readonly LineMoney[];
  /** Of the given files those that are the campaign's. */
  readonly files: readonly { readonly id: string; readonly name: string; readonly size: number; readonly sha256: string }[];
  /** The same payee, line and amount in the last 30 days: perhaps the same one twice. */
  readonly similar: boolean;
  readonly reserveFromPercent: number;
}

/**
 * All of it in one question to the database: a request is often asked by someone who stands in a hall. The conditions are worded so that each part is found by its index
 * whatever the planner knows of the tables: `payee <> ''` is the one of budget_requests_similar, and `is true` keeps it from reading all lines of the campaign.
 */
export async function groundsFor(tx: Tx, campaignId: string, asked: Pick<RequestFields, 'lineId' | 'toLineId' | 'payee' | 'amountCents'> & { readonly id: string; readonly fileIds: readonly string[] }): Promise<Grounds> {
  const { rows } = await sql<Grounds>`
    select
      (select json_build_object('campaignId', r.campaign_id, 'requestedBy', r.requested_by, 'state', r.state, 'number', r.number) from budget_requests r where r.id = ${asked.id}) as existing,
      coalesce((select json_agg(json_build_object('id', l.id, 'category', l.category, 'detail', l.detail, 'ownerText', l.owner_text, 'ownerId', l.owner_id,
        'balance', case when b.line_id is not null then json_build_object('allocatedCents', b.allocated_cents, 'freeCents', b.free_cents, 'reservedCents', b.reserved_cents, 'committedCents', b.committed_cents, 'spentCents', b.spent_cents) end))
        from budget_lines l left join budget_balances b on b.line_id = l.id where l.id in (${asked.lineId}::uuid, ${asked.toLineId}::uuid) and (l.campaign_id = ${campaignId}) is true), '[]') as lines,
      coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name, 'size', f.size, 'sha256', f.sha256) order by f.id) from files f
        where f.campaign_id = ${campaignId} and f.id = any (${asked.fileIds}::uuid[])), '[]') as files,
      ${asked.payee} <> '' and exists (select 1 from budget_requests r where r.line_id = ${asked.lineId} and r.payee <> '' and lower(r.payee) = lower(${asked.payee})
        and r.amount_cents = ${asked.amountCents} and r.id <> ${asked.id} and r.state in ('submitted', 'approved', 'closed') and r.created_at > now() - interval '30 days') as similar,
      (select reserve_from_percent from budget_settings) as "reserveFromPercent"`.execute(tx);
  if (!rows[0]) throw new Error('no grounds');
  return rows[0];
}
