import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { applyRowChanges, type RowTable } from '#platform/server/db/rows.ts';
import { memberNamed } from '#platform/server/db/member-named.ts';
import type { ReadWork, Work } from '#platform/server/operation.ts';
import { dayIn } from '#platform/shared/calendar.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { Problem } from '#platform/shared/problem.ts';
import type { RowChange } from '#platform/shared/rows.ts';
import type * as contract from '../budget.contract.ts';
import { addsBudgetLine, asksForMoney, keepsAccounts, recordsInvoices, setsBudgetRules, writesBudget, writesBudgetNotes } from '../budget.policy.ts';
import { totalsOf } from '../budget.rules.ts';
import { entriesOf, entrySums, paceOf, versionsOf } from './budget.ledger.views.ts';
import { insertBalances, totalBalance } from './budget.ledger.store.ts';
import { storeBudgetRules } from './budget.rules.store.ts';
import { budgetLines, budgetRulesOf, waitingRequests } from './budget.views.ts';

type In<Op extends keyof typeof contract> = InputOf<(typeof contract)[Op]>;
type Out<Op extends keyof typeof contract> = OutputOf<(typeof contract)[Op]>;

const LINES: RowTable = {
  table: 'budget_lines',
  subject: 'budget_line',
  columns: { category: 'category', detail: 'detail', amountCents: 'amount_cents', actualCents: 'actual_cents', ownerText: 'owner_text', note: 'note' },
  empty: { category: '', detail: '', amountCents: 0, actualCents: null, ownerText: '', note: '' },
};

export async function listBudget(work: ReadWork<CampaignFacts>): Promise<Out<'listBudget'>> {
  const { actor, thing, db } = work;
  const [lines, waiting, rules] = await Promise.all([budgetLines(db, thing.id), waitingRequests(db, thing.id), budgetRulesOf(db)]);
  return {
    lines, waiting, rules,
    totals: { ...totalsOf(lines), plannedCents: lines.reduce((sum, line) => sum + line.plannedCents, 0) },
    opened: lines.some((line) => line.balance !== null),
    period: { startsOn: thing.startsOn, endsOn: thing.endsOn, today: dayIn(thing.timeZone) },
    can: { write: writesBudget(actor, thing), note: writesBudgetNotes(actor, thing), addLine: addsBudgetLine(actor, thing), ask: asksForMoney(actor, thing), recordInvoices: recordsInvoices(actor, thing), keepAccounts: keepsAccounts(actor, thing) },
  };
}

async function ownerOf({ db, thing }: Work<CampaignFacts>, row: Readonly<Record<string, unknown>>): Promise<{ owner_id: string | null }> {
  return { owner_id: await memberNamed(db, thing.id, String(row['ownerText'])) };
}

/** Until the first approval the whole table is written; afterwards only the notes: amounts and cost follow the ledger (P2.3). */
export async function editBudget(work: Work<CampaignFacts>, { body }: In<'editBudget'>): Promise<Out<'editBudget'>> {
  const writes = writesBudget(work.actor, work.thing);
  return applyRowChanges(work, LINES, {
    check: (change) => {
      const isNote = change.type === 'update' && Object.keys(change.set).every((field) => field === 'note');
      if (!writes && !isNote) throw new Problem('budget.frozen', 409);
    },
    derive: (row) => ownerOf(work, row),
  }, body.changes as RowChange[]);
}

/** The line is there with nothing on it; what comes to it is approved by itself. */
export async function addLine(work: Work<CampaignFacts>, { params, body }: In<'addLine'>): Promise<Out<'addLine'>> {
  const insert: RowChange = { type: 'insert', id: params.lineId, fields: { ...body, amountCents: 0, actualCents: null } };
  await applyRowChanges(work, LINES, { check: () => undefined, derive: async (row) => ({ after_plan: true, ...(await ownerOf(work, row)) }) }, [insert]);
  await insertBalances(work.db, work.thing.id);
  return {};
}

export async function listEntries(work: ReadWork<CampaignFacts>, { query }: In<'listEntries'>): Promise<Out<'listEntries'>> {
  const [page, sums] = await Promise.all([entriesOf(work.db, work.thing.id, query), entrySums(work.db, work.thing.id, query)]);
  return { ...page, sums };
}

export async function listVersions(work: ReadWork<CampaignFacts>): Promise<Out<'listVersions'>> {
  return { versions: await versionsOf(work.db, work.thing.id) };
}

export async function getPace(work: ReadWork<CampaignFacts>): Promise<Out<'getPace'>> {
  const { db, thing } = work;
  const [pace, { allocatedCents }] = await Promise.all([paceOf(db, thing.id, thing.timeZone), totalBalance(db, thing.id)]);
  return { ...pace, startsOn: thing.startsOn, endsOn: thing.endsOn, today: dayIn(thing.timeZone), allocatedCents };
}

export async function getBudgetRules(work: ReadWork): Promise<Out<'getBudgetRules'>> {
  return { ...(await budgetRulesOf(work.db)), can: { save: setsBudgetRules(work.actor) } };
}

export async function saveBudgetRules(work: Work, { body }: In<'saveBudgetRules'>): Promise<Out<'saveBudgetRules'>> {
  const rising = body.warnPercents.every((percent, index) => index === 0 || percent > (body.warnPercents[index - 1] ?? 0));
  if (body.reserveFromPercent > body.reserveToPercent || !rising) throw new Problem('budget.rules_order', 400);
  const before = await budgetRulesOf(work.db);
  await storeBudgetRules(work.db, body, work.actor.userId);
  await work.record({ kind: 'budget.rules_changed', subject: { type: 'budget_rules' }, before, after: body });
  return {};
}
