import { requestCode } from '#features/budget/budget.order.rules.ts';
import { budgetLines } from '#features/budget/server/budget.api.ts';
import { findCampaign } from '#features/campaign/server/campaign.api.ts';
import type { Reader } from '#platform/server/db/database.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { ledgerEntries, type LedgerEntry } from './document.views.ts';
import { writeMessages } from './write/document.write.messages.ts';
import type { Cell, Column, SheetShape } from './write/tables.ts';
import { writeSheetsXlsx } from './write/xlsx.ts';

/** Writing a workbook holds all of its cells in memory. */
const MOST_ENTRIES = 5_000;

type Words = (typeof writeMessages)['zh-CN']['ledger'];

const text = (value: string): Cell => ({ kind: 'text', text: value });
const number = (value: number): Cell => ({ kind: 'number', value });
const amount = (cents: number): Cell => ({ kind: 'amount', cents });
const ofText = (heading: string, width: number): Column => ({ heading, width, share: width / 3, align: 'left', kind: 'text' });
const ofMoney = (heading: string): Column => ({ heading, width: 14, share: 5, align: 'right', kind: 'amount' });
const ofNumber = (heading: string): Column => ({ heading, width: 7, share: 3, align: 'center', kind: 'number' });
const sum = (values: readonly number[]): number => values.reduce((whole, value) => whole + value, 0);

/** What an entry leaves free on its line: allocated = free + reserved + committed + spent. */
const freed = (entry: LedgerEntry): number => entry.allocated - entry.reserved - entry.committed - entry.spent;

function ledgerSheet(words: Words, entries: readonly LedgerEntry[]): SheetShape {
  const { columns } = words;
  const rows = entries.map((entry, index): readonly Cell[] => {
    const kind = words.kinds[entry.kind];
    return [
      number(index + 1), text(entry.at), text(entry.number === null ? '' : requestCode(entry.number)), text(entry.line), text(entry.otherLine === null ? kind : words.to(kind, entry.otherLine)), amount(entry.amountCents),
      amount(entry.allocated), amount(entry.reserved), amount(entry.committed), amount(entry.spent), amount(freed(entry)),
      text(entry.payee), text(entry.purpose), text(entry.invoice), text(entry.by), text(entry.note),
    ];
  });
  const deltas = [entries.map((entry) => entry.allocated), entries.map((entry) => entry.reserved), entries.map((entry) => entry.committed), entries.map((entry) => entry.spent), entries.map(freed)];
  return {
    name: words.sheet, titled: words.titled,
    columns: [
      ofNumber(columns.number), ofText(columns.at, 17), ofText(columns.request, 12), ofText(columns.line, 24), ofText(columns.kind, 16), ofMoney(columns.amount),
      ofMoney(columns.allocated), ofMoney(columns.reserved), ofMoney(columns.committed), ofMoney(columns.spent), ofMoney(columns.free),
      ofText(columns.payee, 22), ofText(columns.purpose, 26), ofText(columns.invoice, 24), ofText(columns.by, 10), ofText(columns.note, 26),
    ],
    rows,
    // Amounts of different kinds do not add up to anything; their effects add up to the balances.
    total: { label: words.total, labelColumns: 6, sums: deltas.map((values, index) => ({ column: 6 + index, cents: sum(values) })) },
    notes: entries.length === MOST_ENTRIES ? [words.capped(MOST_ENTRIES)] : [],
  };
}

type Lines = Awaited<ReturnType<typeof budgetLines>>;

function balancesSheet(words: Words, lines: Lines): SheetShape {
  const { balanceColumns: columns, balances } = words;
  const parts = (line: Lines[number]): readonly number[] => {
    const { allocatedCents = 0, spentCents = 0, committedCents = 0, reservedCents = 0, freeCents = 0 } = line.balance ?? {};
    return [line.plannedCents, allocatedCents, spentCents, committedCents, reservedCents, freeCents];
  };
  const all = lines.map(parts);
  const wholes = [0, 1, 2, 3, 4, 5].map((part) => sum(all.map((one) => one[part] ?? 0)));
  const used = ([, allocated = 0, , , , free = 0]: readonly number[]): Cell => ({ kind: 'share', share: allocated === 0 ? null : (allocated - free) / allocated });
  return {
    name: balances.sheet, titled: balances.titled,
    columns: [
      ofNumber(columns.number), ofText(columns.line, 18), ofText(columns.detail, 30), ofMoney(columns.planned), ofMoney(columns.allocated), ofMoney(columns.spent), ofMoney(columns.committed), ofMoney(columns.reserved), ofMoney(columns.free),
      { heading: columns.share, width: 10, share: 4, align: 'right', kind: 'share' },
    ],
    rows: lines.map((line, index) => [number(index + 1), text(line.category), text(line.detail), ...(all[index] ?? []).map(amount), used(all[index] ?? [])]),
    total: { label: words.total, labelColumns: 3, sums: wholes.map((cents, index) => ({ column: 3 + index, cents })), facts: [{ column: 9, cell: used(wholes) }] },
  };
}

/** The ledger for finance: every entry with its effect on the four parts, and the balances that they add up to. Null while no ledger is open. */
export async function ledgerWorkbook(db: Reader, campaignId: string, locale: Locale): Promise<Buffer | null> {
  const [campaign, lines, entries] = [await findCampaign(db, campaignId), await budgetLines(db, campaignId), await ledgerEntries(db, campaignId, MOST_ENTRIES)];
  if (lines.every((line) => line.balance === null)) return null;
  const words = writeMessages[locale].ledger;
  return writeSheetsXlsx({ title: campaign.name, locale }, [ledgerSheet(words, entries), balancesSheet(words, lines)]);
}
