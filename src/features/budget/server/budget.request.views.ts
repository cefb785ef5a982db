import { sql } from 'kysely';
import type { Reader } from '#platform/server/db/database.ts';
import type { Invoice, RequestDetail, RequestRow } from '../budget.request.contract.ts';
import { isReserve } from '../budget.rules.ts';
import { balanceOf } from './budget.ledger.store.ts';
import { entriesOf } from './budget.ledger.views.ts';
import { budgetLines } from './budget.views.ts';

const PAGE = 60;

const columns = sql`
  r.id, r.number, r.kind, r.state, r.line_id as "lineId", l.category as line, r.to_line_id as "toLineId", t.category as "toLine", r.amount_cents as "amountCents", r.payee, r.purpose,
  m.spent as "spentCents", m.open as "openCents", u.name as "requestedBy", r.requested_by as "requestedById", r.created_at as "createdAt", r.submitted_at as "submittedAt", r.decided_at as "decidedAt",
  r.approval_id as "approvalId", i.to_check as "toCheck", i.to_pay as "toPay"`;
const joins = sql`
  from budget_requests r join budget_lines l on l.id = r.line_id left join budget_lines t on t.id = r.to_line_id join users u on u.id = r.requested_by
  cross join lateral (select coalesce(sum(e.spent_delta), 0)::bigint as spent, coalesce(sum(e.committed_delta), 0)::bigint as open from budget_entries e where e.request_id = r.id) m
  cross join lateral (select count(*) filter (where v.state = 'submitted')::int as to_check,
    count(*) filter (where v.state = 'accepted' and not exists (select 1 from budget_payments p where p.invoice_id = v.id))::int as to_pay from budget_invoices v where v.request_id = r.id) i`;

export interface RequestFilter {
  readonly state?: string | undefined;
  readonly kind?: string | undefined;
  readonly lineId?: string | undefined;
  readonly before?: number | undefined;
}

/** Newest first; another person's draft is not shown. */
export async function requestsOf(db: Reader, campaignId: string, readerId: string, filter: RequestFilter): Promise<{ requests: RequestRow[]; next: number | null }> {
  const parts = [sql`r.campaign_id = ${campaignId}`, sql`(r.state <> 'draft' or r.requested_by = ${readerId})`];
  if (filter.state) parts.push(sql`r.state = ${filter.state}`);
  if (filter.kind) parts.push(sql`r.kind = ${filter.kind}`);
  if (filter.lineId) parts.push(sql`${filter.lineId}::uuid in (r.line_id, r.to_line_id)`);
  if (filter.before) parts.push(sql`r.number < ${filter.before}`);
  const { rows } = await sql<RequestRow>`select ${columns} ${joins} where ${sql.join(parts, sql` and `)} order by r.number desc limit ${PAGE + 1}`.execute(db);
  const requests = rows.slice(0, PAGE);
  return { requests, next: rows.length > PAGE ? (requests.at(-1)?.number ?? null) : null };
}

type Found = Omit<RequestDetail, 'can' | 'invoices'> & { readonly invoices: Omit<Invoice, 'can'>[] };

export async function findRequest(db: Reader, campaignId: string, requestId: string): Promise<Found | undefined> {
  const { rows } = await sql<Omit<Found, 'balance' | 'toBalance' | 'files' | 'invoices' | 'entries'>>`
    select ${columns}, r.effect, r.cause_kind as "causeKind", r.cause, r.needed_on as "neededOn", r.explanation, d.reason as "returnReason", decider.name as "decidedBy"
    ${joins} left join approval_decisions d on d.approval_id = r.approval_id left join users decider on decider.id = d.decided_by
    where r.id = ${requestId} and r.campaign_id = ${campaignId}`.execute(db);
  const row = rows[0];
  if (!row) return undefined;
  const [balance, toBalance, files, invoices, { entries }] = await Promise.all([
    balanceOf(db, row.lineId), row.toLineId === null ? undefined : balanceOf(db, row.toLineId), requestFiles(db, requestId), invoicesOf(db, requestId), entriesOf(db, campaignId, { requestId }),
  ]);
  return { ...row, returnReason: row.state === 'returned' ? row.returnReason : null, balance: balance ?? null, toBalance: toBalance ?? null, files, invoices, entries };
}

export async function requestFiles(db: Reader, requestId: string): Promise<RequestDetail['files']> {
  const { rows } = await sql<RequestDetail['files'][number]>`
    select f.id, f.name, f.media_type as "mediaType", f.size from budget_request_files x join files f on f.id = x.file_id where x.request_id = ${requestId} order by f.uploaded_at, f.id`.execute(db);
  return rows;
}

export const invoiceColumns = sql`
  v.id, v.kind, v.number, v.issued_on as "issuedOn", v.amount_cents as "amountCents",
  case when f.id is not null then jsonb_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size) end as file,
  v.note, v.explanation, v.state, v.reason, rec.name as "recordedBy", v.recorded_at as "recordedAt", chk.name as "checkedBy", v.checked_at as "checkedAt",
  case when p.invoice_id is not null then jsonb_build_object('paidOn', p.paid_on, 'reference', p.reference, 'paidBy', payer.name, 'paidAt', p.paid_at) end as payment`;
export const invoiceJoins = sql`
  left join files f on f.id = v.file_id join users rec on rec.id = v.recorded_by left join users chk on chk.id = v.checked_by
  left join budget_payments p on p.invoice_id = v.id left join users payer on payer.id = p.paid_by`;

async function invoicesOf(db: Reader, requestId: string): Promise<Omit<Invoice, 'can'>[]> {
  const { rows } = await sql<Omit<Invoice, 'can'>>`select ${invoiceColumns} from budget_invoices v ${invoiceJoins} where v.request_id = ${requestId} order by v.recorded_at, v.id`.execute(db);
  return rows;
}

/** The reserve and the total as they are allocated now. */
export async function reserveStandingOf(db: Reader, campaignId: string): Promise<{ totalCents: number; reserveCents: number }> {
  const lines = await budgetLines(db, campaignId);
  const sum = (some: typeof lines): number => some.reduce((total, line) => total + line.amountCents, 0);
  return { totalCents: sum(lines), reserveCents: sum(lines.filter((line) => isReserve(line))) };
}
