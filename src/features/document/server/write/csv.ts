import { writeMessages } from './document.write.messages.ts';
import { plainText } from './plain.text.ts';
import { shapeBudget, shapeSchedule, type BudgetTable, type Cell, type ScheduleTable, type SheetShape } from './tables.ts';

export type CsvValue = string | number | null;

/** What a spreadsheet takes for the start of a formula; the full-width forms count in East Asian editions. */
const formulaStart = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;
/** `-` alone is T1's "nothing spent yet", and a signed number is a number: neither can run. */
const harmless = /^(?:-|[+-]?\d[\d,]*(?:\.\d+)?%?)$/;

function field(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const clean = plainText(value);
  const safe = formulaStart.test(clean) && !harmless.test(clean) ? `'${clean}` : clean;
  return /[",\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * CSV as Excel and WPS open it by a double click: UTF-8 with byte order mark, CRLF, quotes where needed. A text that a
 * spreadsheet would run as a formula gets a leading apostrophe.
 */
export function writeCsv(headers: readonly string[], rows: readonly (readonly CsvValue[])[]): Buffer {
  const records = [headers, ...rows].map((row) => row.map(field).join(','));
  return Buffer.from(`\uFEFF${records.join('\r\n')}\r\n`, 'utf8');
}

/** T1 as CSV, with its 合计 row. */
export function writeBudgetCsv(input: BudgetTable): Buffer {
  return writeShape(shapeBudget(input));
}

/** T2 as CSV. CSV has no merged cells, so every row names its phase. */
export function writeScheduleCsv(input: ScheduleTable): Buffer {
  const { phases } = writeMessages[input.locale];
  return writeShape(shapeSchedule(input), (row) => phases[input.tasks[row]?.phase ?? 'preparation']);
}

function writeShape(shape: SheetShape, above: (row: number) => string = () => ''): Buffer {
  const rows = shape.rows.map((row, index) => row.map((cell) => csvValue(cell, above(index))));
  if (shape.total) {
    const { label, sums } = shape.total;
    rows.push(shape.columns.map((_, column) => totalValue(column, label, sums)));
  }
  if (shape.notes?.length) rows.push([], ...shape.notes.map((note) => [note]));
  return writeCsv(shape.columns.map((column) => column.heading), rows);
}

function totalValue(column: number, label: string, sums: NonNullable<SheetShape['total']>['sums']): CsvValue {
  if (column === 0) return label;
  const sum = sums.find((entry) => entry.column === column);
  return sum ? csvValue({ kind: 'amount', cents: sum.cents }, '') : '';
}

function csvValue(cell: Cell, above: string): CsvValue {
  if (cell.kind === 'amount') return cell.cents === null ? '-' : cell.cents / 100;
  if (cell.kind === 'number') return cell.value;
  if (cell.kind === 'day') return cell.day;
  if (cell.kind === 'share') return cell.share ?? '-';
  return cell.kind === 'covered' ? above : cell.text;
}
