import { sql } from 'kysely';
import type { Reader } from '#platform/server/db/database.ts';

/** What the archive keeps of the money: everything that the ledger, the requests and the versions of the budget say, as rows that read without the system. */
export interface ArchivedMoney {
  readonly entries: readonly Record<string, unknown>[];
  readonly requests: readonly (Record<string, unknown> & { readonly number: number })[];
  readonly versions: readonly Record<string, unknown>[];
}

export async function moneyOf(db: Reader, campaignId: string): Promise<ArchivedMoney> {
  const entries = await sql<Record<string, unknown>>`
    select e.id, e.at, e.kind, l.category as line, l.detail, e.amount_cents as "amountCents", e.allocated_delta as "allocatedDelta", e.reserved_delta as "reservedDelta",
      e.committed_delta as "committedDelta", e.spent_delta as "spentDelta", r.number as request, i.number as invoice, o.category as "otherLine", e.cause_kind as "causeKind", e.note, u.name as by
    from budget_entries e join budget_lines l on l.id = e.line_id left join budget_requests r on r.id = e.request_id left join budget_invoices i on i.id = e.invoice_id
      left join budget_lines o on o.id = e.other_line_id left join users u on u.id = e.by_id
    where e.campaign_id = ${campaignId} order by e.id`.execute(db);
  const requests = await sql<Record<string, unknown> & { number: number }>`
    select r.number, r.kind, r.state, l.category as line, t.category as "toLine", r.amount_cents as "amountCents", r.payee, r.purpose, r.effect, r.cause_kind as "causeKind", r.cause, r.explanation,
      r.needed_on as "neededOn", u.name as "requestedBy", r.created_at as "createdAt", r.submitted_at as "submittedAt", r.decided_at as "decidedAt", r.closed_at as "closedAt",
      coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'by', p.name, 'for', f.name, 'words', a.words, 'at', a.at) order by a.id)
        from approval_acts a left join users p on p.id = a.by_id left join users f on f.id = a.for_id where a.approval_id = r.approval_id), '[]') as approval,
      coalesce((select jsonb_agg(jsonb_build_object('name', f.name, 'sha256', f.sha256) order by f.name) from budget_request_files b join files f on f.id = b.file_id where b.request_id = r.id), '[]') as files,
      coalesce((select jsonb_agg(jsonb_build_object('kind', i.kind, 'number', i.number, 'issuedOn', i.issued_on, 'amountCents', i.amount_cents, 'state', i.state, 'note', i.note, 'explanation', i.explanation, 'reason', i.reason,
          'recordedBy', rec.name, 'recordedAt', i.recorded_at, 'checkedBy', che.name, 'checkedAt', i.checked_at, 'file', f.name, 'fileSha256', f.sha256,
          'paidOn', p.paid_on, 'paidBy', pay.name, 'reference', p.reference) order by i.recorded_at, i.id)
        from budget_invoices i join users rec on rec.id = i.recorded_by left join users che on che.id = i.checked_by left join files f on f.id = i.file_id
          left join budget_payments p on p.invoice_id = i.id left join users pay on pay.id = p.paid_by where i.request_id = r.id), '[]') as invoices
    from budget_requests r join budget_lines l on l.id = r.line_id left join budget_lines t on t.id = r.to_line_id join users u on u.id = r.requested_by
    where r.campaign_id = ${campaignId} and r.state <> 'draft' order by r.number`.execute(db);
  const versions = await sql<Record<string, unknown>>`
    select v.number, v.kind, r.number as request, v.lines, v.total_cents as "totalCents", u.name as "madeBy", v.made_at as "madeAt"
    from budget_versions v left join budget_requests r on r.id = v.request_id left join users u on u.id = v.made_by where v.campaign_id = ${campaignId} order by v.number`.execute(db);
  return { entries: entries.rows, requests: requests.rows, versions: versions.rows };
}
