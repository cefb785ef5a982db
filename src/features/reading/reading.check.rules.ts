import { addWorkingDays, isDay, isWorkingDay } from '#platform/shared/calendar.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { DUE_WORD } from './reading.date.vocabulary.ts';
import { readMoney, roundYuan } from './reading.money.rules.ts';
import { isBlankMark, LONGEST_VALUE, normalize } from './reading.normal.rules.ts';
import { countedItems, type QuantityItem } from './reading.quantity.rules.ts';
import { ask, toCell } from './reading.question.rules.ts';
import { readRepeat } from './reading.relative.rules.ts';
import type { JsonValue, ReadCell, ReadRow } from './reading.contract.ts';
import { readDay, spanOf, type YearContext } from './reading.when.rules.ts';
import { readPeriod } from './reading.date.rules.ts';

function addCell(row: ReadRow, field: string, text: string, value: JsonValue, more: Partial<ReadCell> = {}): void {
  row.cells[field] ??= { text, value, ...more };
}

/** What a task's note says beside the task: a time to be done by, a repetition, a day of delivery (T2). */
export function deriveTask(row: ReadRow, years: YearContext, locale: Locale | undefined): void {
  for (const field of ['note', 'detail', 'output']) {
    const text = row.cells[field]?.text ?? '';
    if (isBlankMark(text) || normalize(text).length > LONGEST_VALUE) continue;
    const repeat = readRepeat(text);
    const period = readPeriod(text);
    if (repeat) addCell(row, 'repeat', text, { ...repeat });
    else if (period?.dueTime) addCell(row, 'dueTime', text, period.dueTime);
    if ((period?.start ?? period?.end) && DUE_WORD.test(normalize(text))) {
      const reading = readDay(text, years);
      if (reading.value !== null) row.cells['due'] ??= toCell(text, reading, locale);
    }
  }
}

/** What a budget line's words count and what they say one costs: `兼职人员10名(3天)`, `200元/人/天` (T1). */
export function deriveBudget(row: ReadRow): void {
  const detail = row.cells['detail']?.text ?? row.cells['category']?.text ?? '';
  const items = row.cells['quantity'] ? [] : countedItems(detail);
  if (items.length > 0) addCell(row, 'quantity', detail, items.map((item) => ({ ...item })));
  if (row.cells['unitPrice']) return;
  for (const text of [row.cells['note']?.text ?? '', detail]) {
    const price = isBlankMark(text) ? undefined : readMoney(text);
    if (price?.yuan && price.unit?.includes('/')) addCell(row, 'unitPrice', text, price.yuan, { unit: price.unit });
  }
}

function itemsOf(value: JsonValue | undefined): QuantityItem[] | number | undefined {
  if (typeof value === 'number') return value;
  return Array.isArray(value) ? (value as unknown as QuantityItem[]) : undefined;
}

/** The products that a line's numbers may mean; empty when they do not determine one. */
function products(row: ReadRow): number[] {
  const price = row.cells['unitPrice'];
  const counted = itemsOf(row.cells['quantity']?.value);
  const times = row.cells['times']?.value;
  const repeated = typeof times === 'number' ? times : undefined;
  if (typeof counted === 'number') {
    if (typeof price?.value !== 'number') return [];
    const once = counted * price.value;
    return repeated === undefined ? [once] : [once * repeated, once];
  }
  const item = counted?.[0];
  if (counted?.length !== 1 || !item) return [];
  const unit = typeof price?.value === 'number' ? price.value : item.price;
  if (unit === undefined) return [];
  const once = item.quantity * unit;
  return item.times === undefined ? [once, once * (repeated ?? 1)] : [once * item.times, once, item.times * unit];
}

/** Quantity × times × unit price against the amount (T1: 10 people × 3 days × 200 = 6,000). A rounding of up to one yuan is no question. */
export function checkProduct(row: ReadRow, locale: Locale | undefined): void {
  const { amount } = row.cells;
  if (!amount || typeof amount.value !== 'number' || amount.question) return;
  const possible = products(row);
  const stated = amount.value;
  if (possible.length === 0 || possible.some((product) => Math.abs(product - stated) < 1)) return;
  amount.question = ask({ code: 'product-mismatch', data: { stated, computed: roundYuan(possible[0] ?? 0) } }, locale);
}

function dayOf(cell: ReadCell | undefined): string | undefined {
  const text = typeof cell?.value === 'string' ? cell.value.slice(0, 10) : undefined;
  return text && (isDay(text) || /^\d{2}-\d{2}/.test(text)) ? text : undefined;
}

function workingDays(start: string, end: string): number {
  let count = isWorkingDay(start) ? 1 : 0;
  for (let day = addWorkingDays(start, 1); day <= end && count < 400; day = addWorkingDays(day, 1)) count += 1;
  return count;
}

/** Start and end in their own columns, and the duration beside them: calendar days with or without the first, or working days. */
export function checkPeriod(row: ReadRow, locale: Locale | undefined): void {
  const { end: endCell, duration } = row.cells;
  const start = dayOf(row.cells['start']);
  const end = dayOf(endCell);
  if (!start || !end || !endCell || start.length !== end.length) return;
  if (end < start) {
    endCell.question = ask({ code: 'end-before-start' }, locale);
    return;
  }
  if (!duration || typeof duration.value !== 'number' || duration.question || !isDay(start) || !isDay(end)) return;
  const span = spanOf(start, end);
  const days = duration.unit === 'week' ? duration.value * 7 : duration.unit === 'month' ? undefined : duration.value;
  if (duration.unit === 'hour' || duration.unit === 'minute' || days === undefined || span > 1000) return;
  const fits = days === span || days === span - 1 || days === workingDays(start, end) || Math.ceil(days) === span;
  if (!fits) duration.question = ask({ code: 'duration-mismatch', data: { stated: days, computed: span } }, locale);
}

/** The same number on two lines of one group. */
export function checkNumbers(rows: ReadRow[], groups: string[], locale: Locale | undefined): void {
  const seen = new Set<string>();
  rows.forEach((row, place) => {
    const cell = row.cells['number'];
    if (!cell || cell.value === null) return;
    const key = `${groups[place] ?? ''} ${String(cell.value)}`;
    if (seen.has(key)) cell.question = ask({ code: 'duplicate-number' }, locale);
    seen.add(key);
  });
}
