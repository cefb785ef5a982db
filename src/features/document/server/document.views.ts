import { sql } from 'kysely';
import type { Reader } from '#platform/server/db/database.ts';
import type { BudgetChange } from './write/tables.ts';

export interface AttachedTable {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly headers: string[];
  readonly rows: string[][];
  readonly createdAt: string;
}

export async function attachedOf(db: Reader, campaignId: string): Promise<AttachedTable[]> {
  const rows = await db.selectFrom('attached_tables').select(['id', 'kind', 'title', 'content', 'created_at as createdAt'])
    .where('campaign_id', '=', campaignId).orderBy('position').execute();
  return rows.map(({ content, ...row }) => ({ ...row, ...(content as { headers: string[]; rows: string[][] }) }));
}

export async function demoExists(db: Reader): Promise<boolean> {
  return (await db.selectFrom('events').select('seq').where('kind', '=', 'document.demo_created').limit(1).executeTakeFirst()) !== undefined;
}

/** What was moved to (+) or from (−) each line since the approval, by kind of request. */
export async function budgetMoves(db: Reader, campaignId: string): Promise<ReadonlyMap<string, BudgetChange['moves']>> {
  const { rows } = await sql<{ lineId: string; kind: BudgetChange['moves'][number]['kind']; cents: number }>`
    select e.line_id as "lineId", sum(e.allocated_delta)::bigint as cents,
      case when r.kind in ('transfer', 'reserve', 'supplement', 'cut') then r.kind else 'other' end as kind
    from budget_entries e left join budget_requests r on r.id = e.request_id
    where e.campaign_id = ${campaignId} and e.kind in ('transfer', 'supplement') group by 1, 3 having sum(e.allocated_delta) <> 0 order by 1, min(e.id)`.execute(db);
  const moves = new Map<string, { kind: BudgetChange['moves'][number]['kind']; cents: number }[]>();
  for (const { lineId, ...move } of rows) moves.set(lineId, [...(moves.get(lineId) ?? []), move]);
  return moves;
}

export interface LedgerEntry {
  readonly at: string;
  readonly number: number | null;
  readonly kind: 'allocate' | 'transfer' | 'reserve' | 'commit' | 'release' | 'spend' | 'refund' | 'supplement';
  readonly line: string;
  readonly otherLine: string | null;
  readonly amountCents: number;
  readonly allocated: number;
  readonly reserved: number;
  readonly committed: number;
  readonly spent: number;
  readonly payee: string;
  readonly purpose: string;
  readonly invoice: string;
  readonly by: string;
  readonly note: string;
}

/** A campaign's ledger, oldest first: at most `limit` entries, the latest of them. Times as `YYYY-MM-DD HH:MM` in the campaign's zone. */
export async function ledgerEntries(db: Reader, campaignId: string, limit: number): Promise<LedgerEntry[]> {
  const { rows } = await sql<LedgerEntry>`
    select to_char(e.at at time zone c.time_zone, 'YYYY-MM-DD HH24:MI') as at, r.number, e.kind, concat_ws(' · ', l.category, nullif(l.detail, '')) as line, o.category as "otherLine", e.amount_cents as "amountCents",
      e.allocated_delta as allocated, e.reserved_delta as reserved, e.committed_delta as committed, e.spent_delta as spent,
      coalesce(r.payee, '') as payee, coalesce(r.purpose, '') as purpose, coalesce(i.number, '') as invoice, coalesce(u.name, '') as by, e.note
    from (select * from budget_entries where campaign_id = ${campaignId} order by id desc limit ${limit}) e join campaigns c on c.id = e.campaign_id join budget_lines l on l.id = e.line_id
      left join budget_lines o on o.id = e.other_line_id left join budget_requests r on r.id = e.request_id left join budget_invoices i on i.id = e.invoice_id left join users u on u.id = e.by_id
    order by e.id`.execute(db);
  return rows;
}
