import { sql } from 'kysely';
import type { Reader, Tx } from '#platform/server/db/database.ts';
import type { Cents } from '#platform/shared/money.ts';
import type { Balance } from '../budget.contract.ts';

/** One movement on one line. The four deltas say which parts it moves; what the kind allows is checked by the database. */
export interface NewEntry {
  readonly kind: 'allocate' | 'transfer' | 'reserve' | 'commit' | 'release' | 'spend' | 'refund' | 'supplement';
  readonly lineId: string;
  readonly amountCents: Cents;
  readonly allocated?: Cents;
  readonly reserved?: Cents;
  readonly committed?: Cents;
  readonly spent?: Cents;
  readonly requestId?: string | null;
  readonly invoiceId?: string | null;
  readonly otherLineId?: string | null;
  readonly causeKind?: string | null;
  readonly note?: string;
  readonly fileId?: string | null;
}

/** Appends entries in one statement; balances follow. A line that would fall below zero free makes the database refuse all of them. */
export async function postEntries(tx: Tx, campaignId: string, by: string | null, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.insertInto('budget_entries').values(entries.map((entry) => ({
    campaign_id: campaignId, line_id: entry.lineId, kind: entry.kind, amount_cents: entry.amountCents,
    allocated_delta: entry.allocated ?? 0, reserved_delta: entry.reserved ?? 0, committed_delta: entry.committed ?? 0, spent_delta: entry.spent ?? 0,
    request_id: entry.requestId ?? null, invoice_id: entry.invoiceId ?? null, other_line_id: entry.otherLineId ?? null,
    cause_kind: entry.causeKind ?? null, note: entry.note ?? '', file_id: entry.fileId ?? null, by_id: by,
  }))).execute();
}

/** Locks the balances of lines in one order, so that two transfers that cross never wait for each other. */
export async function lockBalances(tx: Tx, lineIds: readonly string[]): Promise<void> {
  await sql`select 1 from budget_balances where line_id = any(${lineIds}::uuid[]) order by line_id for update`.execute(tx);
}

const balanceColumns = sql`b.allocated_cents as "allocatedCents", b.free_cents as "freeCents", b.reserved_cents as "reservedCents", b.committed_cents as "committedCents", b.spent_cents as "spentCents"`;

export async function balanceOf(db: Reader, lineId: string): Promise<Balance | undefined> {
  return (await sql<Balance>`select ${balanceColumns} from budget_balances b where b.line_id = ${lineId}`.execute(db)).rows[0];
}

export interface LineMoney {
  readonly id: string;
  readonly category: string;
  readonly detail: string;
  readonly ownerText: string;
  readonly ownerId: string | null;
  readonly balance: Balance | null;
}

/** Lines of a campaign with what they have. */
export async function linesWithMoney(db: Reader, campaignId: string, lineIds: readonly string[]): Promise<LineMoney[]> {
  const { rows } = await sql<Omit<LineMoney, 'balance'> & Balance>`
    select l.id, l.category, l.detail, l.owner_text as "ownerText", l.owner_id as "ownerId", ${balanceColumns}
    from budget_lines l left join budget_balances b on b.line_id = l.id where l.campaign_id = ${campaignId} and l.id = any(${lineIds}::uuid[])`.execute(db);
  return rows.map(({ allocatedCents, freeCents, reservedCents, committedCents, spentCents, ...line }) => ({
    ...line, balance: allocatedCents === null ? null : { allocatedCents, freeCents, reservedCents, committedCents, spentCents },
  }));
}

export async function totalBalance(db: Reader, campaignId: string): Promise<Balance> {
  const { rows } = await sql<Balance>`
    select coalesce(sum(b.allocated_cents), 0)::bigint as "allocatedCents", coalesce(sum(b.free_cents), 0)::bigint as "freeCents", coalesce(sum(b.reserved_cents), 0)::bigint as "reservedCents",
      coalesce(sum(b.committed_cents), 0)::bigint as "committedCents", coalesce(sum(b.spent_cents), 0)::bigint as "spentCents" from budget_balances b where b.campaign_id = ${campaignId}`.execute(db);
  return rows[0] as Balance;
}

/** What a request has moved so far, from its entries. */
export async function movedBy(db: Reader, requestId: string): Promise<{ reservedCents: Cents; committedCents: Cents; spentCents: Cents }> {
  const { rows } = await sql<{ reservedCents: Cents; committedCents: Cents; spentCents: Cents }>`
    select coalesce(sum(reserved_delta), 0)::bigint as "reservedCents", coalesce(sum(committed_delta), 0)::bigint as "committedCents", coalesce(sum(spent_delta), 0)::bigint as "spentCents"
    from budget_entries where request_id = ${requestId}`.execute(db);
  return rows[0] ?? { reservedCents: 0, committedCents: 0, spentCents: 0 };
}

/** Keeps the budget as it is now as the next version: the baseline, or what an approved change made of it. */
export async function insertVersion(tx: Tx, made: { readonly id: string; readonly campaignId: string; readonly kind: string; readonly requestId: string | null; readonly approvalId: string | null; readonly by: string | null }): Promise<void> {
  // Numbers are given one after another within a campaign.
  await sql`select pg_advisory_xact_lock(hashtext(${`budget_versions ${made.campaignId}`}))`.execute(tx);
  await sql`
    insert into budget_versions (id, campaign_id, number, kind, request_id, approval_id, lines, total_cents, made_by)
    select ${made.id}, ${made.campaignId}, coalesce((select max(number) from budget_versions where campaign_id = ${made.campaignId}), 0) + 1, ${made.kind}, ${made.requestId}, ${made.approvalId},
      coalesce(jsonb_agg(jsonb_build_object('lineId', l.id, 'category', l.category, 'detail', l.detail, 'amountCents', b.allocated_cents) order by l.position, l.id), '[]'),
      coalesce(sum(b.allocated_cents), 0), ${made.by}
    from budget_lines l join budget_balances b on b.line_id = l.id where l.campaign_id = ${made.campaignId}`.execute(tx);
}

export async function isOpen(tx: Tx, campaignId: string): Promise<boolean> {
  return (await sql`select 1 from budget_balances where campaign_id = ${campaignId} limit 1`.execute(tx)).rows.length > 0;
}

/** A balance for every line that has none yet. */
export async function insertBalances(tx: Tx, campaignId: string): Promise<void> {
  await sql`insert into budget_balances (line_id, campaign_id) select l.id, l.campaign_id from budget_lines l where l.campaign_id = ${campaignId} on conflict (line_id) do nothing`.execute(tx);
}

export interface OpeningLine {
  readonly id: string;
  readonly category: string;
  readonly plannedCents: Cents;
  readonly recordedCents: Cents;
  readonly allocatedCents: Cents;
  readonly spendings: number;
}

export async function openingLines(tx: Tx, campaignId: string): Promise<OpeningLine[]> {
  const { rows } = await sql<OpeningLine>`
    select l.id, l.category, l.amount_cents as "plannedCents", coalesce(l.actual_cents, 0) as "recordedCents", b.allocated_cents as "allocatedCents", b.spendings
    from budget_lines l join budget_balances b on b.line_id = l.id where l.campaign_id = ${campaignId} order by l.id for update of b`.execute(tx);
  return rows;
}

/** The highest warning that a line has given; true when this one is new. */
export async function raiseWarning(tx: Tx, lineId: string, percent: number): Promise<boolean> {
  const { rows } = await sql`update budget_balances set warned_percent = ${percent} where line_id = ${lineId} and warned_percent < ${percent} returning 1`.execute(tx);
  return rows.length > 0;
}
