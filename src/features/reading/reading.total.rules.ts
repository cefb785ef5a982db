import { readMoney } from './reading.money.rules.ts';
import { squeeze } from './reading.normal.rules.ts';
import { GRAND_WORD, SUBTOTAL_WORD, TOTAL_LABEL } from './reading.row.vocabulary.ts';
import type { ReadRow, ReadSubtotal, ReadTotal, TableKind } from './reading.contract.ts';

/** The figure that a total row of each kind adds up, the first that the table has. */
const SUMMED: Partial<Record<TableKind, string[]>> = {
  budget: ['amount'],
  materials: ['amount', 'quantity'],
  channels: ['spend', 'budget', 'sales', 'orders'],
  team: ['headcount'],
};

export function summedField(kind: TableKind, fields: string[]): string | undefined {
  return SUMMED[kind]?.find((field) => fields.includes(field));
}

/** A total row after its cells are read. */
export interface TotalRow {
  label: string;
  stated: number | null;
  /** How many lines stand above it. */
  after: number;
  /** A parent line of numbered children: it adds up exactly these lines. */
  lines?: [from: number, to: number];
  /** What the row states in the other columns that add up: 实际花费 beside 预算金额. */
  others?: { [field: string]: number };
}

/** Hundredths, so that sums of amounts are exact. */
const HUNDREDTHS = 100;

function valueOf(row: ReadRow, field: string): number {
  const cell = row.cells[field];
  if (!cell || typeof cell.value !== 'number' || cell.unit === '%') return 0;
  return Math.round(cell.value * HUNDREDTHS);
}

function sumOf(rows: ReadRow[], field: string, from: number, to: number): number {
  return rows.slice(from, to).reduce((sum, row) => sum + valueOf(row, field), 0);
}

function compare(stated: number | null, computed: number): ReadTotal {
  return { stated, computed: computed / HUNDREDTHS, agrees: stated !== null && Math.round(stated * HUNDREDTHS) === computed };
}

/** `合计：46,000元` in one cell: the amount behind the label. */
export function amountInLabel(label: string, scale: number): number | null {
  const rest = squeeze(label).replace(TOTAL_LABEL, '').replace(/^[(][^()\d]*[)]/, '').replace(/^[:]/, '');
  return /[\d\p{Script=Han}]/u.test(rest) ? readMoney(rest, scale).yuan : null;
}

/** Which of the totals, if any, is the one of the whole table; the others are subtotals (formats.md: two levels of totals). */
function grandOf(totals: TotalRow[], rows: ReadRow[], field: string): TotalRow | undefined {
  const open = totals.filter((total) => !total.lines);
  const last = open.at(-1);
  if (!last || (open.length === 1 && totals.length === 1)) return last;
  if (GRAND_WORD.test(squeeze(last.label))) return last;
  const whole = compare(last.stated, sumOf(rows, field, 0, rows.length));
  if (whole.agrees) return last;
  const before = open.at(-2)?.after ?? 0;
  const part = compare(last.stated, sumOf(rows, field, before, last.after));
  if (part.agrees && last.after > before && open.length > 1) return undefined;
  return SUBTOTAL_WORD.test(last.label) && open.length > 1 ? undefined : last;
}

/** Checks the totals against the lines: the table's own total over all lines, each subtotal over the lines since the one before. */
export function checkTotals(totals: TotalRow[], rows: ReadRow[], field: string): { total?: ReadTotal; subtotals: ReadSubtotal[]; wrong?: { field: string; stated: number; computed: number } } {
  const grand = grandOf(totals, rows, field);
  const subtotals: ReadSubtotal[] = [];
  let from = 0;
  for (const total of totals) {
    if (total === grand) continue;
    const [start, end] = total.lines ?? [from, total.after];
    const since = compare(total.stated, sumOf(rows, field, start, end));
    const running = compare(total.stated, sumOf(rows, field, 0, end));
    subtotals.push({ text: total.label, ...(since.agrees || !running.agrees ? since : running) });
    if (!total.lines) from = total.after;
  }
  if (!grand) return { subtotals };
  const others = Object.entries(grand.others ?? {}).map(([other, stated]) => ({ field: other, stated, computed: sumOf(rows, other, 0, rows.length) / HUNDREDTHS }));
  const wrong = others.find(({ stated, computed }) => Math.round(stated * HUNDREDTHS) !== Math.round(computed * HUNDREDTHS));
  return { total: compare(grand.stated, sumOf(rows, field, 0, rows.length)), subtotals, ...(wrong ? { wrong } : {}) };
}
