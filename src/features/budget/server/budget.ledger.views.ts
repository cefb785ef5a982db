import { sql } from 'kysely';
import type { Reader } from '#platform/server/db/database.ts';
import type { BudgetVersion, Entry, Pace } from '../budget.contract.ts';

const PAGE = 60;
const BUCKETS = { allocated: 'allocated_delta', reserved: 'reserved_delta', committed: 'committed_delta', spent: 'spent_delta' } as const;

export interface EntryFilter {
  readonly lineId?: string | undefined;
  readonly requestId?: string | undefined;
  readonly bucket?: keyof typeof BUCKETS | undefined;
  readonly before?: number | undefined;
}

function matching(campaignId: string, { lineId, requestId, bucket }: EntryFilter) {
  const parts = [sql`e.campaign_id = ${campaignId}`];
  if (lineId) parts.push(sql`e.line_id = ${lineId}`);
  if (requestId) parts.push(sql`e.request_id = ${requestId}`);
  if (bucket) parts.push(sql`e.${sql.ref(BUCKETS[bucket])} <> 0`);
  return sql.join(parts, sql` and `);
}

/** Newest first; one page, and where the next begins. */
export async function entriesOf(db: Reader, campaignId: string, filter: EntryFilter): Promise<{ entries: Entry[]; next: number | null }> {
  const { rows } = await sql<Entry>`
    select e.id, e.kind, e.line_id as "lineId", l.category as line, o.category as "otherLine", e.amount_cents as "amountCents",
      e.allocated_delta as "allocatedDelta", e.reserved_delta as "reservedDelta", e.committed_delta as "committedDelta", e.spent_delta as "spentDelta",
      case when r.id is not null then jsonb_build_object('id', r.id, 'number', r.number, 'kind', r.kind, 'purpose', r.purpose, 'payee', r.payee) end as request,
      case when i.id is not null then jsonb_build_object('id', i.id, 'number', i.number) end as invoice,
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name)) from files f where f.id in (i.file_id, e.file_id)), '[]') as files,
      e.note, u.name as by, e.at
    from budget_entries e join budget_lines l on l.id = e.line_id left join budget_lines o on o.id = e.other_line_id left join budget_requests r on r.id = e.request_id
      left join budget_invoices i on i.id = e.invoice_id left join users u on u.id = e.by_id
    where ${matching(campaignId, filter)} ${filter.before ? sql`and e.id < ${filter.before}` : sql``} order by e.id desc limit ${PAGE + 1}`.execute(db);
  const more = rows.length > PAGE;
  const entries = more ? rows.slice(0, PAGE) : rows;
  return { entries, next: more ? (entries.at(-1)?.id ?? null) : null };
}

/** Of everything that matches, so that the ledger's sum is the figure that was clicked. */
export async function entrySums(db: Reader, campaignId: string, filter: EntryFilter) {
  const { rows } = await sql<{ allocatedCents: number; reservedCents: number; committedCents: number; spentCents: number }>`
    select coalesce(sum(e.allocated_delta), 0)::bigint as "allocatedCents", coalesce(sum(e.reserved_delta), 0)::bigint as "reservedCents",
      coalesce(sum(e.committed_delta), 0)::bigint as "committedCents", coalesce(sum(e.spent_delta), 0)::bigint as "spentCents"
    from budget_entries e where ${matching(campaignId, filter)}`.execute(db);
  return rows[0] ?? { allocatedCents: 0, reservedCents: 0, committedCents: 0, spentCents: 0 };
}

export async function versionsOf(db: Reader, campaignId: string): Promise<BudgetVersion[]> {
  const { rows } = await sql<BudgetVersion>`
    select v.number, v.kind, case when r.id is not null then jsonb_build_object('id', r.id, 'number', r.number, 'purpose', r.purpose) end as request, v.approval_id as "approvalId",
      v.lines, v.total_cents as "totalCents", u.name as "madeBy", v.made_at as "madeAt"
    from budget_versions v left join budget_requests r on r.id = v.request_id left join users u on u.id = v.made_by
    where v.campaign_id = ${campaignId} order by v.number desc limit 200`.execute(db);
  return rows;
}

/** Days in the campaign's zone on which money moved, each with the sums up to its end. */
export async function paceOf(db: Reader, campaignId: string, timeZone: string): Promise<Pick<Pace, 'points' | 'spendings'>> {
  const day = sql`(e.at at time zone ${timeZone})::date`;
  const points = await sql<Pace['points'][number]>`
    select d.on, sum(d.spent) over w as "spentCents", sum(d.committed) over w as "committedCents", sum(d.reserved) over w as "reservedCents"
    from (select ${day} as on, sum(e.spent_delta)::bigint as spent, sum(e.committed_delta)::bigint as committed, sum(e.reserved_delta)::bigint as reserved
      from budget_entries e where e.campaign_id = ${campaignId} group by 1) d
    window w as (order by d.on) order by d.on`.execute(db);
  const spendings = await sql<Pace['spendings'][number]>`
    select e.line_id as "lineId", ${day} as on, sum(e.spent_delta)::bigint as "spentCents" from budget_entries e
    where e.campaign_id = ${campaignId} and e.spent_delta <> 0 group by 1, 2 order by 2, 1`.execute(db);
  return { points: points.rows, spendings: spendings.rows };
}
