import { sql } from 'kysely';
import { sqlState, type Tx } from '#platform/server/db/database.ts';
import { Problem } from '#platform/shared/problem.ts';

const UNIQUE_VIOLATION = '23505';

export interface StoredInvoice {
  readonly id: string;
  readonly requestId: string;
  readonly lineId: string;
  readonly amountCents: number;
  readonly number: string;
  readonly state: 'submitted' | 'accepted' | 'rejected' | 'voided';
  readonly recordedBy: string;
  readonly paid: boolean;
}

/** Locks an invoice of the campaign. The order's row is locked before it, so that two checks of one order follow each other. */
export async function lockInvoice(tx: Tx, campaignId: string, invoiceId: string): Promise<StoredInvoice | undefined> {
  const { rows } = await sql<StoredInvoice>`
    select i.id, i.request_id as "requestId", i.line_id as "lineId", i.amount_cents as "amountCents", i.number, i.state, i.recorded_by as "recordedBy",
      exists (select 1 from budget_payments p where p.invoice_id = i.id) as paid
    from budget_invoices i where i.id = ${invoiceId} and i.campaign_id = ${campaignId} for update of i`.execute(tx);
  return rows[0];
}

export async function findOrderOf(tx: Tx, campaignId: string, invoiceId: string): Promise<string | undefined> {
  return (await tx.selectFrom('budget_invoices').select('request_id as requestId').where('id', '=', invoiceId).where('campaign_id', '=', campaignId).executeTakeFirst())?.requestId;
}

/** Where an invoice with this key is claimed already. */
export async function claimOf(tx: Tx, key: string, exceptId: string): Promise<{ campaignName: string; requestNumber: number; recordedBy: string; recordedAt: string } | undefined> {
  if (key === '') return undefined;
  const { rows } = await sql<{ campaignName: string; requestNumber: number; recordedBy: string; recordedAt: string }>`
    select c.name as "campaignName", r.number as "requestNumber", u.name as "recordedBy", i.recorded_at as "recordedAt"
    from budget_invoices i join budget_requests r on r.id = i.request_id join campaigns c on c.id = i.campaign_id join users u on u.id = i.recorded_by
    where i.number_key = ${key} and i.state in ('submitted', 'accepted') and i.id <> ${exceptId}`.execute(tx);
  return rows[0];
}

export interface NewInvoice {
  readonly id: string;
  readonly requestId: string;
  readonly campaignId: string;
  readonly lineId: string;
  readonly kind: 'invoice' | 'receipt';
  readonly number: string;
  readonly key: string;
  readonly issuedOn: string;
  readonly amountCents: number;
  readonly fileId: string | null;
  readonly note: string;
  readonly explanation: string;
  readonly by: string;
}

/** @throws budget.invoice_taken when someone has claimed the same invoice at this moment. */
export async function insertInvoice(tx: Tx, made: NewInvoice): Promise<void> {
  await tx.insertInto('budget_invoices').values({
    id: made.id, request_id: made.requestId, campaign_id: made.campaignId, line_id: made.lineId, kind: made.kind, number: made.number, number_key: made.key, issued_on: made.issuedOn,
    amount_cents: made.amountCents, file_id: made.fileId, note: made.note, explanation: made.explanation, state: 'submitted', recorded_by: made.by,
  }).execute().catch((error: unknown) => {
    throw sqlState(error) === UNIQUE_VIOLATION ? new Problem('budget.invoice_taken', 409, { number: made.number }) : error;
  });
}

/** What of an order is claimed by invoices that wait or are accepted, in cents. */
export async function claimedOf(tx: Tx, requestId: string): Promise<number> {
  const { rows } = await sql<{ cents: number }>`select coalesce(sum(amount_cents), 0)::bigint as cents from budget_invoices where request_id = ${requestId} and state in ('submitted', 'accepted')`.execute(tx);
  return rows[0]?.cents ?? 0;
}

export async function waitingInvoices(tx: Tx, requestId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from budget_invoices where request_id = ${requestId} and state = 'submitted'`.execute(tx);
  return rows[0]?.count ?? 0;
}

export async function storeInvoiceState(tx: Tx, invoiceId: string, state: StoredInvoice['state'], by: string, reason: string): Promise<void> {
  await tx.updateTable('budget_invoices').set({ state, reason, checked_by: by, checked_at: sql`now()` }).where('id', '=', invoiceId).execute();
}

/** Keeps a payment; false when there is one already. */
export async function insertPayment(tx: Tx, payment: { readonly invoiceId: string; readonly paidOn: string; readonly reference: string; readonly by: string }): Promise<boolean> {
  const inserted = await tx.insertInto('budget_payments').values({ invoice_id: payment.invoiceId, paid_on: payment.paidOn, reference: payment.reference, paid_by: payment.by })
    .onConflict((conflict) => conflict.doNothing()).returning('invoice_id').executeTakeFirst();
  return inserted !== undefined;
}
