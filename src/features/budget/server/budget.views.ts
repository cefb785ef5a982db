import { sql } from 'kysely';
import type { Reader } from '#platform/server/db/database.ts';
import type { Budget, BudgetLine, BudgetRules } from '../budget.contract.ts';

/** T1 with what the ledger says: what is allocated now, and what is spent; before the plan is approved, what was written. */
export async function budgetLines(db: Reader, campaignId: string): Promise<BudgetLine[]> {
  const { rows } = await sql<BudgetLine>`
    select l.id, l.category, l.detail, coalesce(b.allocated_cents, l.amount_cents) as "amountCents", l.amount_cents as "plannedCents",
      case when b.line_id is null then l.actual_cents when b.spendings > 0 then b.spent_cents end as "actualCents",
      l.owner_text as "ownerText", l.owner_id as "ownerId", l.note, l.position, l.after_plan as "afterPlan",
      case when b.line_id is not null then jsonb_build_object('allocatedCents', b.allocated_cents, 'freeCents', b.free_cents, 'reservedCents', b.reserved_cents, 'committedCents', b.committed_cents, 'spentCents', b.spent_cents) end as balance
    from budget_lines l left join budget_balances b on b.line_id = l.id where l.campaign_id = ${campaignId} order by l.position, l.id`.execute(db);
  return rows;
}

const waitingColumns = sql`r.id, r.number, r.kind, r.line_id as "lineId", r.amount_cents as "amountCents", r.purpose, u.name as "requestedBy", r.submitted_at as "submittedAt"`;

/** Requests of a campaign that wait for their approval. */
export async function waitingRequests(db: Reader, campaignId: string): Promise<Budget['waiting']> {
  const { rows } = await sql<Budget['waiting'][number]>`
    select ${waitingColumns} from budget_requests r join users u on u.id = r.requested_by where r.campaign_id = ${campaignId} and r.state = 'submitted' order by r.number limit 500`.execute(db);
  return rows;
}

/** Requests that hold money on a line while they wait. */
export async function waitingOn(db: Reader, lineId: string, exceptId: string | null = null): Promise<Budget['waiting']> {
  const { rows } = await sql<Budget['waiting'][number]>`
    select ${waitingColumns} from budget_requests r join users u on u.id = r.requested_by
    where r.line_id = ${lineId} and r.state = 'submitted' and r.kind <> 'supplement' and r.id is distinct from ${exceptId}::uuid order by r.number limit 50`.execute(db);
  return rows;
}

export async function budgetRulesOf(db: Reader): Promise<BudgetRules> {
  return db.selectFrom('budget_settings')
    .select(['reserve_from_percent as reserveFromPercent', 'reserve_to_percent as reserveToPercent', 'warn_percents as warnPercents']).executeTakeFirstOrThrow();
}

/** Whom a warning of a campaign reaches beside the owner of the line. */
export async function campaignWatchers(db: Reader, campaignId: string): Promise<{ name: string; leadId: string | null }> {
  return db.selectFrom('campaigns').select(['name', 'lead_id as leadId']).where('id', '=', campaignId).executeTakeFirstOrThrow();
}

/** A line of a draft whose recorded cost is over its budget: its plan cannot open a ledger. */
export async function overspentDraft(db: Reader, campaignId: string): Promise<{ line: string; overCents: number } | undefined> {
  const { rows } = await sql<{ line: string; overCents: number }>`
    select l.category as line, l.actual_cents - l.amount_cents as "overCents" from budget_lines l left join budget_balances b on b.line_id = l.id
    where l.campaign_id = ${campaignId} and b.line_id is null and l.actual_cents > l.amount_cents order by l.position limit 1`.execute(db);
  return rows[0];
}

/** What would be left hanging if the campaign were closed: requests that wait, and orders that are open. */
export async function openMoney(db: Reader, campaignId: string): Promise<{ waiting: number; orders: number }> {
  const { rows } = await sql<{ waiting: number; orders: number }>`
    select count(*) filter (where state = 'submitted')::int as waiting, count(*) filter (where state = 'approved')::int as orders from budget_requests where campaign_id = ${campaignId}`.execute(db);
  return rows[0] ?? { waiting: 0, orders: 0 };
}
