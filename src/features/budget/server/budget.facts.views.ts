import { sql } from 'kysely';
import type { z } from 'zod';
import type { Reader } from '#platform/server/db/database.ts';
import type { listPayables, listPayees, listReserveDraws, MoneyFacts } from '../budget.request.contract.ts';
import { isReserve } from '../budget.rules.ts';
import { linesWithMoney, totalBalance } from './budget.ledger.store.ts';
import { invoiceColumns, invoiceJoins, requestFiles } from './budget.request.views.ts';
import { budgetLines, waitingOn } from './budget.views.ts';

const HISTORY = 5;

interface Asked {
  readonly id: string;
  readonly campaignId: string;
  readonly lineId: string;
  readonly toLineId: string | null;
  readonly payee: string;
}

const pastColumns = sql`
  r.id as "requestId", r.number, (r.kind = 'spending' or (r.kind = 'reserve' and r.to_line_id is null)) as "order", c.name as "campaignName", r.purpose, r.payee, r.amount_cents as "amountCents",
  (select coalesce(sum(e.spent_delta), 0)::bigint from budget_entries e where e.request_id = r.id) as "spentCents", r.state, coalesce(r.submitted_at, r.created_at) as at`;
type Past = MoneyFacts['lineHistory'][number];

/** What an approver must know beside the button; undefined when the approval is not about money. */
export async function moneyFacts(db: Reader, approvalId: string): Promise<MoneyFacts | undefined> {
  const { rows } = await sql<Asked>`
    select r.id, r.campaign_id as "campaignId", r.line_id as "lineId", r.to_line_id as "toLineId", r.payee
    from approvals a join budget_requests r on r.id = a.subject_id where a.id = ${approvalId}`.execute(db);
  const asked = rows[0];
  if (!asked) return undefined;
  const lines = await linesWithMoney(db, asked.campaignId, [asked.lineId, ...(asked.toLineId ? [asked.toLineId] : [])]);
  const factsOf = (lineId: string | null) => {
    const line = lines.find((one) => one.id === lineId);
    return line?.balance ? { id: line.id, name: [line.category, line.detail].filter(Boolean).join(' · '), owner: line.ownerText, balance: line.balance } : null;
  };
  const line = factsOf(asked.lineId);
  if (!line) return undefined;
  const [total, waiting, payee, lineHistory, files] = await Promise.all([
    totalBalance(db, asked.campaignId), waitingOn(db, asked.lineId, asked.id), payeeHistory(db, asked), lineHistoryOf(db, asked), requestFiles(db, asked.id),
  ]);
  return { requestId: asked.id, campaignId: asked.campaignId, line, toLine: factsOf(asked.toLineId), total, waiting, payee, lineHistory, files };
}

async function payeeHistory(db: Reader, { id, payee }: Asked): Promise<MoneyFacts['payee']> {
  if (payee === '') return null;
  const whose = sql`lower(r.payee) = lower(${payee}) and r.id <> ${id} and r.state in ('approved', 'closed')`;
  const sums = await sql<{ orders: number; amountCents: number; spentCents: number }>`
    select count(*)::int as orders, coalesce(sum(r.amount_cents), 0)::bigint as "amountCents",
      coalesce(sum((select coalesce(sum(e.spent_delta), 0) from budget_entries e where e.request_id = r.id)), 0)::bigint as "spentCents" from budget_requests r where ${whose}`.execute(db);
  const last = await sql<Past>`select ${pastColumns} from budget_requests r join campaigns c on c.id = r.campaign_id where ${whose} order by r.number desc limit ${HISTORY}`.execute(db);
  return { name: payee, ...(sums.rows[0] ?? { orders: 0, amountCents: 0, spentCents: 0 }), last: last.rows };
}

async function lineHistoryOf(db: Reader, { id, lineId }: Asked): Promise<Past[]> {
  const { rows } = await sql<Past>`
    select ${pastColumns} from budget_requests r join campaigns c on c.id = r.campaign_id
    where r.line_id = ${lineId} and r.id <> ${id} and r.state in ('submitted', 'approved', 'closed') order by r.number desc limit ${HISTORY}`.execute(db);
  return rows;
}

export async function payeesOf(db: Reader): Promise<z.output<typeof listPayees.output>['payees']> {
  const { rows } = await sql<{ name: string; orders: number }>`
    select payee as name, count(*)::int as orders from budget_requests where payee <> '' and state in ('submitted', 'approved', 'closed') group by payee order by max(number) desc limit 200`.execute(db);
  return rows;
}

type Draws = z.output<typeof listReserveDraws.output>;

/** What a draw took: of one that is spent directly, without what came back when it was closed or refunded. */
const takenCents = sql`case when r.to_line_id is null and r.state in ('approved', 'closed')
  then (select coalesce(sum(e.committed_delta + e.spent_delta), 0)::bigint from budget_entries e where e.request_id = r.id) else r.amount_cents end`;

export async function reserveDraws(db: Reader, campaignId: string): Promise<Draws> {
  const reserves = (await budgetLines(db, campaignId)).filter((line) => isReserve(line));
  const { rows } = await sql<Draws['draws'][number]>`
    select r.id as "requestId", r.number, r.cause_kind as "causeKind", r.cause, ${takenCents} as "amountCents", t.category as "toLine", r.state, u.name as "requestedBy", decider.name as "decidedBy",
      coalesce(r.submitted_at, r.created_at) as at
    from budget_requests r left join budget_lines t on t.id = r.to_line_id join users u on u.id = r.requested_by
      left join approval_decisions d on d.approval_id = r.approval_id left join users decider on decider.id = d.decided_by
    where r.campaign_id = ${campaignId} and r.kind = 'reserve' and r.state in ('submitted', 'approved', 'closed') order by r.number desc`.execute(db);
  return {
    // As approved with the plan: what was drawn for other lines is part of it.
    reserveCents: reserves.reduce((sum, line) => sum + line.plannedCents, 0),
    freeCents: reserves.reduce((sum, line) => sum + (line.balance?.freeCents ?? line.amountCents), 0),
    draws: rows,
  };
}

type Payable = Omit<z.output<typeof listPayables.output>['invoices'][number], 'can'> & { readonly requestedById: string };

/** Invoices that wait to be checked or paid, the oldest first. */
export async function payables(db: Reader): Promise<Payable[]> {
  const { rows } = await sql<Payable>`
    select ${invoiceColumns}, v.campaign_id as "campaignId", c.name as "campaignName", r.id as "requestId", r.number as "requestNumber", l.category as line, r.payee, r.purpose, r.amount_cents as "orderCents",
      (select coalesce(sum(e.spent_delta), 0)::bigint from budget_entries e where e.request_id = r.id) as "orderSpentCents", r.requested_by as "requestedById"
    from budget_invoices v join budget_requests r on r.id = v.request_id join budget_lines l on l.id = v.line_id join campaigns c on c.id = v.campaign_id ${invoiceJoins}
    where v.state in ('submitted', 'accepted') and p.invoice_id is null order by v.recorded_at, v.id limit 500`.execute(db);
  return rows;
}
