import { makeDay } from '#platform/shared/calendar.ts';
import { formatAmount, MAX_CENTS, yuanToCents } from '#platform/shared/money.ts';
import { findChoice } from '../ui/choice.rules.ts';
import type { GridWords } from './grid.messages.ts';
import { valueOf } from './grid.types.ts';
import type { CellValue, GridColumn, GridRow, ParseResult } from './grid.types.ts';
import { MONEY_SIGNS, NOTHING, TEN_THOUSANDS, WRITTEN_DAY } from './value.vocabulary.ts';

type AnyColumn = GridColumn<never>;
const plain = (text: string): string => text.normalize('NFKC').trim();

function readAmount(text: string): number | undefined {
  const bare = plain(text).replaceAll(/[,\s]/g, '').replaceAll(MONEY_SIGNS, '');
  const many = TEN_THOUSANDS.exec(bare)?.[1];
  if (many === undefined) return yuanToCents(bare);
  const cents = Math.round(Number(many) * 1_000_000);
  return Number.isSafeInteger(cents) ? cents : undefined;
}

function readNumber(text: string): number | undefined {
  const bare = plain(text).replaceAll(/[,\s]/g, '');
  const many = TEN_THOUSANDS.exec(bare)?.[1];
  const value = many === undefined ? Number(bare) : Number((Number(many) * 10_000).toPrecision(12));
  return bare !== '' && Number.isFinite(value) ? value : undefined;
}

/** `2025-10-01`, `2025/10/1`, `10-1`, `10月1日`; the year of the column where none is written. */
export function readDay(text: string, year: number | undefined): string | undefined {
  const bare = plain(text);
  const full = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(bare) ?? WRITTEN_DAY.exec(bare);
  const short = full ?? /^()(\d{1,2})[-/.](\d{1,2})$/.exec(bare);
  if (!short) return undefined;
  const inYear = short[1] ? Number(short[1]) : year;
  return inYear === undefined ? undefined : makeDay(inYear, Number(short[2]), Number(short[3]));
}

function bounded(value: number | undefined, column: AnyColumn, error: string, words: GridWords, show: (value: number) => string): ParseResult {
  if (value === undefined) return { error };
  const least = column.min;
  const most = column.max ?? (column.kind === 'money' ? MAX_CENTS : undefined);
  if (least !== undefined && value < least) return { error: words.tooSmall(show(least)) };
  if (most !== undefined && value > most) return { error: words.tooBig(show(most)) };
  return { value };
}

function readKind(column: AnyColumn, text: string, words: GridWords): ParseResult {
  switch (column.kind) {
    case 'money':
      return bounded(readAmount(text), column, words.notMoney, words, formatAmount);
    case 'number':
      return bounded(readNumber(text), column, words.notNumber, words, String);
    case 'day': {
      const day = readDay(text, column.year);
      return day ? { value: day } : { error: words.notDay };
    }
    case 'choice': {
      const choice = findChoice(column.choices ?? [], text);
      return choice ? { value: choice.value } : { error: words.notChoice((column.choices ?? []).map((one) => one.label)) };
    }
    case 'text':
    case 'person':
      return { value: text.replaceAll('\r\n', '\n').trim() };
  }
}

/** What a typed or pasted text means in a column, or a sentence that says why it means nothing. */
export function readCell(column: AnyColumn, text: string, row: GridRow, words: GridWords): ParseResult {
  if (column.parse) return column.parse(text, row as never);
  const isText = column.kind === 'text' || column.kind === 'person';
  const empty = isText && column.blank === undefined ? text.trim() === '' : NOTHING.has(plain(text));
  if (empty && column.required) return { error: words.required };
  if (empty) return { value: column.blank ?? (isText ? '' : null) };
  if (column.maxLength !== undefined && text.trim().length > column.maxLength) return { error: words.tooLong(column.maxLength) };
  return readKind(column, text, words);
}

/** The value that a row shows in a column, computed where the column says so. */
export function cellValue(column: AnyColumn, row: GridRow, index: number): CellValue {
  return column.compute ? column.compute(row as never, index) : valueOf(row, column.field);
}

/** What a cell asks about its value. */
export function questionAt({ columns, rows }: { readonly columns: readonly AnyColumn[]; readonly rows: readonly GridRow[] }, row: number, col: number): string | undefined {
  const column = columns[col];
  const entry = rows[row];
  return column?.question && entry ? column.question(cellValue(column, entry, row), entry as never) : undefined;
}

/** The text of a value: what is seen, copied, and edited. Reading it back gives the value again. */
export function cellText(column: AnyColumn, value: CellValue, row: GridRow): string {
  if (column.format) return column.format(value, row as never);
  if (value === null) return '';
  if (column.kind === 'money' && typeof value === 'number') return formatAmount(value);
  if (column.kind === 'number' && typeof value === 'number') return value.toLocaleString('en-US', { maximumFractionDigits: 6 });
  if (column.kind === 'choice') return column.choices?.find((choice) => choice.value === value)?.label ?? String(value);
  return String(value);
}

export function isReadOnly(column: AnyColumn, row: GridRow | undefined): boolean {
  if (column.compute) return true;
  return typeof column.readOnly === 'function' ? row !== undefined && column.readOnly(row as never) : (column.readOnly ?? false);
}
