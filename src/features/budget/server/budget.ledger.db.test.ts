import fc from 'fast-check';
import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, openPool, sqlState, violatedConstraint, type Database } from '#platform/server/db/database.ts';
import { newId } from '#platform/server/identity.ts';
import { createTestDatabase } from '#platform/server/testing/database.ts';
import { insertBalances, lockBalances, movedBy, postEntries, type NewEntry } from './budget.ledger.store.ts';
import { FREE_CONSTRAINT, reserve, storeSubmitted } from './budget.request.store.ts';

const CLIENTS = 12;
const LINES = 3;
const START = 100_000;

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let pool: pg.Pool;
let db: Database;
let userId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  pool = openPool(database.url);
  db = openDatabase(pool);
  userId = newId();
  await db.insertInto('users').values({ id: userId, name: '刘洋', email: 'liu@example.com' }).execute();
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

interface Ledger {
  readonly campaignId: string;
  readonly lines: readonly string[];
}

async function openedLedger(): Promise<Ledger> {
  const campaignId = newId();
  await db.insertInto('campaigns').values({ id: campaignId, name: '账', scenario: 'launch', starts_on: '2025-10-01', ends_on: '2025-10-22', created_by: userId, stage: 'live' }).execute();
  const lines = Array.from({ length: LINES }, () => newId());
  await db.insertInto('budget_lines').values(lines.map((id, index) => ({ id, campaign_id: campaignId, category: `科目${index}`, amount_cents: START, position: index + 1 }))).execute();
  await db.transaction().execute(async (tx) => {
    await insertBalances(tx, campaignId);
    await postEntries(tx, campaignId, userId, lines.map((lineId) => ({ kind: 'allocate', lineId, amountCents: START, allocated: START })));
  });
  return { campaignId, lines };
}

/** As a submission does it; the id of the request, or undefined when there is not enough. */
async function askFor({ campaignId }: Ledger, lineId: string, amountCents: number): Promise<string | undefined> {
  const id = newId();
  const made = { id, campaignId, by: userId, kind: 'spending' as const, lineId, toLineId: null, amountCents, payee: '', purpose: 'x', effect: '', causeKind: null, cause: '', explanation: '', neededOn: null };
  return db.transaction().execute(async (tx) => {
    await storeSubmitted(tx, made, null);
    await reserve(tx, made);
    return id;
  }).catch((error: unknown) => {
    if (violatedConstraint(error) !== FREE_CONSTRAINT) throw error;
    return undefined;
  });
}

/** What one client does, one after another, beside the others. */
type Act =
  | { readonly act: 'order'; readonly line: number; readonly amountCents: number; readonly granted: boolean; readonly spentPercents: readonly number[]; readonly refund: boolean }
  | { readonly act: 'transfer'; readonly line: number; readonly to: number; readonly amountCents: number }
  | { readonly act: 'supplement'; readonly line: number; readonly amountCents: number };

const line = fc.integer({ min: 0, max: LINES - 1 });
const amount = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 30_000 }) }, { weight: 1, arbitrary: fc.integer({ min: START - 1, max: START * 2 }) });
const anAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ act: fc.constant('order' as const), line, amountCents: amount, granted: fc.boolean(), spentPercents: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 3 }), refund: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('transfer' as const), line, to: line, amountCents: amount }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('supplement' as const), line, amountCents: fc.integer({ min: 1, max: 5_000 }) }) },
);

async function carryOut(ledger: Ledger, act: Act): Promise<void> {
  const lineId = ledger.lines[act.line] ?? '';
  const post = (entries: readonly NewEntry[]) => db.transaction().execute((tx) => postEntries(tx, ledger.campaignId, userId, entries));
  if (act.act === 'supplement') return post([{ kind: 'supplement', lineId, amountCents: act.amountCents, allocated: act.amountCents }]);
  if (act.act === 'transfer') return transfer(ledger, lineId, ledger.lines[act.to] ?? '', act.amountCents);
  const requestId = await askFor(ledger, lineId, act.amountCents);
  if (requestId === undefined) return undefined;
  const own = { lineId, requestId };
  if (!act.granted) return post([{ ...own, kind: 'release', amountCents: act.amountCents, reserved: -act.amountCents }]);
  await post([{ ...own, kind: 'commit', amountCents: act.amountCents, reserved: -act.amountCents, committed: act.amountCents }]);
  for (const percent of act.spentPercents) {
    const part = Math.min(Math.ceil((act.amountCents * percent) / 100), (await movedBy(db, requestId)).committedCents);
    if (part > 0) await post([{ ...own, kind: 'spend', amountCents: part, committed: -part, spent: part }]);
  }
  const { committedCents, spentCents } = await movedBy(db, requestId);
  if (committedCents > 0) await post([{ ...own, kind: 'release', amountCents: committedCents, committed: -committedCents }]);
  if (act.refund && spentCents > 0) await post([{ ...own, kind: 'refund', amountCents: spentCents, spent: -spentCents }]);
}

/** Takes from one line what it gives to another; a line without enough free makes the database refuse both entries. */
async function transfer({ campaignId }: Ledger, from: string, to: string, amountCents: number): Promise<void> {
  if (from === to) return;
  await db.transaction().execute(async (tx) => {
    await lockBalances(tx, [from, to]);
    await postEntries(tx, campaignId, userId, [
      { kind: 'transfer', lineId: from, amountCents, allocated: -amountCents, otherLineId: to },
      { kind: 'transfer', lineId: to, amountCents, allocated: amountCents, otherLineId: from },
    ]);
  }).catch((error: unknown) => {
    if (sqlState(error) !== '23514') throw error;
  });
}

/** In one snapshot: balances that are not the sum of their entries, or have a part below zero. */
async function wrongLines(campaignId: string): Promise<unknown[]> {
  const { rows } = await sql`
    select b.*, e.* from budget_balances b join lateral (select sum(allocated_delta) as a, sum(reserved_delta) as r, sum(committed_delta) as c, sum(spent_delta) as s from budget_entries where line_id = b.line_id) e on true
    where b.campaign_id = ${campaignId} and ((b.allocated_cents, b.reserved_cents, b.committed_cents, b.spent_cents) is distinct from (e.a, e.r, e.c, e.s)
      or least(b.free_cents, b.reserved_cents, b.committed_cents, b.spent_cents) < 0 or b.allocated_cents <> b.free_cents + b.reserved_cents + b.committed_cents + b.spent_cents)`.execute(db);
  return rows;
}

test('whatever many clients do at once, at every moment the entries add up to the balances and nothing is below zero', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.array(anAct, { minLength: 1, maxLength: 5 }), { minLength: CLIENTS, maxLength: CLIENTS }), async (clients) => {
    const ledger = await openedLedger();
    const working = { now: true };
    const watch = (async () => {
      const seen: unknown[] = [];
      while (working.now) seen.push(...await wrongLines(ledger.campaignId));
      return seen;
    })();
    const worked = Promise.all(clients.map(async (acts) => { for (const act of acts) await carryOut(ledger, act); })).finally(() => { working.now = false; });
    const [seen] = await Promise.all([watch, worked]);
    expect(seen).toEqual([]);
    expect(await wrongLines(ledger.campaignId)).toEqual([]);
    const { rows } = await sql<{ moved: number }>`select coalesce(sum(allocated_delta), 0)::bigint as moved from budget_entries where campaign_id = ${ledger.campaignId} and kind = 'transfer'`.execute(db);
    expect(rows[0]?.moved).toBe(0);
  }), { numRuns: 12 });
}, 60_000);

test('of many who ask for the same money, exactly as many have it as there is', async () => {
  const ledger = await openedLedger();
  const lineId = ledger.lines[0] ?? '';
  const held = await Promise.all(Array.from({ length: 40 }, () => askFor(ledger, lineId, 3_000)));
  expect(held.filter(Boolean)).toHaveLength(Math.floor(START / 3_000));
});

describe('the database refuses by itself', () => {
  const refused = (text: string, values: readonly unknown[] = []) => pool.query(text, [...values]).then(() => 'done', (error: unknown) => (error instanceof Error ? error.message : String(error)));
  test.each([
    ['an entry that takes a line below zero', 'insert into budget_entries (campaign_id, line_id, kind, amount_cents, reserved_delta) values ($1, $2, $3, 100001, 100001)', 'reserve', 'budget_balances_free'],
    ['an entry that moves what its kind does not', 'insert into budget_entries (campaign_id, line_id, kind, amount_cents, allocated_delta) values ($1, $2, $3, 10, 10)', 'spend', 'budget_entries_form'],
    ['a negative amount', 'insert into budget_entries (campaign_id, line_id, kind, amount_cents, reserved_delta) values ($1, $2, $3, -5, -5)', 'reserve', 'budget_entries_amount_cents_check'],
    ['half of a transfer', 'insert into budget_entries (campaign_id, line_id, kind, amount_cents, allocated_delta, other_line_id) values ($1, $2, $3, 10, -10, $2)', 'transfer', 'takes from one line what it gives to another'],
  ])('%s', async (_, text, kind, message) => {
    const { campaignId, lines } = await openedLedger();
    expect(await refused(text, [campaignId, lines[0], kind])).toContain(message);
    expect(await wrongLines(campaignId)).toEqual([]);
  });
  test('an entry without a balance of its line in its campaign, also among others', async () => {
    const [{ campaignId, lines }, other] = [await openedLedger(), await openedLedger()];
    const entry = "($1, $2, 'supplement', 10, 10)";
    const into = 'insert into budget_entries (campaign_id, line_id, kind, amount_cents, allocated_delta) values';
    for (const values of [[campaignId, newId()], [newId(), lines[0]], [campaignId, other.lines[0]]]) expect(await refused(`${into} ${entry}`, values)).toContain('the balance of a line of its campaign');
    expect(await refused(`${into} ${entry}, ($1, $3, 'supplement', 10, 10)`, [campaignId, lines[0], other.lines[0]])).toContain('the balance of a line of its campaign');
    expect(await wrongLines(campaignId)).toEqual([]);
  });
  test('a balance that leaves its line, balances that are emptied, a person who is deleted', async () => {
    const { campaignId, lines } = await openedLedger();
    expect(await refused('update budget_balances set line_id = $1 where line_id = $2', [newId(), lines[0]])).toContain('stays with its line');
    expect(await refused('truncate budget_balances')).toContain('a balance is kept');
    expect(await refused('delete from users where id = $1', [userId])).toContain('never deleted');
    expect(await wrongLines(campaignId)).toEqual([]);
  });
  test('a balance that is set by hand, an entry that is changed or removed, a ledger that is emptied', async () => {
    const { campaignId, lines } = await openedLedger();
    expect(await refused('update budget_balances set allocated_cents = 999999 where line_id = $1', [lines[0]])).toContain('by an entry only');
    expect(await refused('delete from budget_balances where line_id = $1', [lines[0]])).toContain('a balance is kept');
    expect(await refused('update budget_entries set amount_cents = 1 where campaign_id = $1', [campaignId])).toContain('append-only');
    expect(await refused('delete from budget_entries where campaign_id = $1', [campaignId])).toContain('append-only');
    expect(await refused('truncate budget_entries')).toContain('append-only');
    expect(await wrongLines(campaignId)).toEqual([]);
  });
});
