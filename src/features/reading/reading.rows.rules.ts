import { columnContext, readCell, type ColumnContext } from './reading.cell.rules.ts';
import { checkNumbers, checkPeriod, checkProduct, deriveBudget, deriveTask } from './reading.check.rules.ts';
import type { GridCell } from './reading.grid.rules.ts';
import { HEADINGS } from './reading.heading.vocabulary.ts';
import { headingCore, type Column } from './reading.heading.rules.ts';
import { UNIT_NOTE } from './reading.money.vocabulary.ts';
import { headingText, isBlankMark, squeeze } from './reading.normal.rules.ts';
import { outline, type OutlineRow } from './reading.outline.rules.ts';
import { ask, toCell } from './reading.question.rules.ts';
import type { FoundTable } from './reading.table.rules.ts';
import { amountInLabel, checkTotals, summedField, type TotalRow } from './reading.total.rules.ts';
import type { ReadCell, ReadRow, ReadTable, ReadTotal, TableKind, UnderstandOptions } from './reading.contract.ts';
import type { YearContext } from './reading.when.rules.ts';

/** Columns whose blank cell means "as above": what a merge leaves behind in plain text. */
const FILLED = new Set(['phase', 'category', 'group', 'dimension']);
/** Columns that a total row adds up beside the main one. */
const ADDED = new Set(['actual', 'spend', 'sales', 'orders', 'units', 'newCustomers']);
const AMOUNTS = new Set(['money', 'quantity', 'measure', 'rate', 'duration']);

/** Where the name of a group of rows goes, by kind. */
const GROUP_FIELD: Partial<Record<TableKind, string>> = { budget: 'category', materials: 'category', schedule: 'phase', team: 'group', channels: 'phase', metrics: 'dimension', risk: 'category', goals: 'dimension' };

interface Work {
  found: FoundTable;
  source: OutlineRow[];
  columns: Column[];
  contexts: ColumnContext[];
  options: UnderstandOptions;
  years: YearContext;
  rows: ReadRow[];
  totals: TotalRow[];
  above: Map<string, ReadCell>;
  group: string | undefined;
  /** The group that each row stands in: numbers start anew in each. */
  groups: string[];
  notes: string[];
}

/** A budget without a column of categories: its names are the categories, unless headings or groups name those. */
function nameColumns(found: FoundTable, category: string | undefined, rows: OutlineRow[]): Column[] {
  const { columns, kind } = found.reading;
  const fields = columns.map((column) => column.field);
  const grouped = category !== undefined || rows.some((row) => row.kind === 'group');
  if (kind !== 'budget') return columns;
  const rename = (names: { [from: string]: string }): Column[] =>
    columns.map((column) => ({ ...column, field: Object.hasOwn(names, column.field) ? (names[column.field] ?? column.field) : column.field }));
  if (!fields.includes('category') && !fields.includes('detail')) {
    // A column of names without a heading, or with one that no word knows.
    const unknown = columns.findIndex((column) => column.field.startsWith('other:') && column.type === 'text');
    return unknown >= 0 && unknown <= 1 ? columns.map((column, place) => (place === unknown ? { ...column, field: grouped ? 'detail' : 'category' } : column)) : columns;
  }
  if (!fields.includes('category')) return fields.includes('detail') && !grouped ? rename({ detail: 'category' }) : columns;
  const named = columns.find((column) => column.field === 'category');
  // 预算科目 is a category whatever stands above it; 项目 and 名称 are the items of the group above them.
  if (!grouped || HEADINGS.budget['category']?.strong.includes(headingCore(named?.header ?? '').core)) return columns;
  if (fields.includes('detail')) return fields.includes('note') ? columns : rename({ category: 'detail', detail: 'note' });
  return rename({ category: 'detail' });
}

function readAt(cell: GridCell, place: number, rowUnit: string, work: Work): ReadCell {
  const context = work.contexts[place] as ColumnContext;
  const { field, type } = context.column;
  const above = work.above.get(field);
  if (cell.covered === 'above' && above) {
    if (!AMOUNTS.has(type)) return above;
    const shared = type === 'money' && above.value !== null;
    return { text: '', value: null, ...(shared ? { question: ask({ code: 'shared-amount' }, work.options.locale) } : {}) };
  }
  const filled = FILLED.has(field) || (field === 'channel' && work.found.reading.kind === 'channels');
  if (filled && squeeze(cell.text) === '' && above) return above;
  return toCell(cell.text, readCell(cell, context, rowUnit), work.options.locale);
}

function readLine(cells: GridCell[], work: Work): ReadRow | undefined {
  const { columns } = work;
  const told = columns.some((column, place) => column.field !== 'number' && squeeze(cells[place]?.text ?? '') !== '');
  if (!told) return undefined;
  const unitPlace = columns.findIndex((column) => column.field === 'unit');
  const unit = unitPlace < 0 || isBlankMark(cells[unitPlace]?.text ?? '') ? '' : squeeze(cells[unitPlace]?.text ?? '');
  const row: ReadRow = { cells: {} };
  columns.forEach((column, place) => {
    if (column.header === '' && squeeze(cells[place]?.text ?? '') === '') return;
    row.cells[column.field] = readAt(cells[place] ?? { text: '', missing: true }, place, unit, work);
  });
  return row;
}

function placeGroup(row: ReadRow, work: Work): void {
  const field = GROUP_FIELD[work.found.reading.kind];
  if (!work.group || !field) return;
  const value = headingText(work.group);
  if (row.cells[field]) {
    row.cells['group'] ??= { text: work.group, value };
    return;
  }
  const type = HEADINGS[work.found.reading.kind][field]?.type;
  const context = columnContext({ header: '', field, type: type ?? 'text' }, work.found.reading.kind, work.years, 1, []);
  row.cells[field] = { ...toCell(value, readCell({ text: value }, context, ''), work.options.locale), text: work.group };
}

function readTotal(label: string, cells: GridCell[], work: Work, lines?: [number, number]): void {
  const field = summedField(work.found.reading.kind, work.columns.map((column) => column.field));
  if (!field) return;
  const place = work.columns.findIndex((column) => column.field === field);
  const context = work.contexts[place] as ColumnContext;
  const own = readCell(cells[place] ?? { text: '' }, context, '');
  let stated = typeof own.value === 'number' ? own.value : amountInLabel(label, context.moneyScale);
  if (stated === null && !isBlankMark(cells[place]?.text ?? '')) stated = amountInLabel(cells[place]?.text ?? '', context.moneyScale);
  if (stated === null) stated = elsewhere(label, cells, context);
  if (stated !== null || own.doubt) work.totals.push({ label, stated, after: work.rows.length, others: otherTotals(cells, place, work), ...(lines ? { lines } : {}) });
}

/** The total row's figures in the other columns of amounts that add up. */
function otherTotals(cells: GridCell[], main: number, work: Work): { [field: string]: number } {
  const found: { [field: string]: number } = {};
  work.columns.forEach((column, place) => {
    if (place === main || !ADDED.has(column.field)) return;
    const { value } = readCell(cells[place] ?? { text: '' }, work.contexts[place] as ColumnContext, '');
    if (typeof value === 'number') found[column.field] = value;
  });
  return found;
}

/** A total whose figure a merge has moved under another heading: the one number of the row. */
function elsewhere(label: string, cells: GridCell[], context: ColumnContext): number | null {
  const numbers = cells.filter((cell) => cell.text !== label && /\d/.test(cell.text)).map((cell) => amountInLabel(cell.text, context.moneyScale) ?? readCell(cell, context, '').value);
  return numbers.length === 1 && typeof numbers[0] === 'number' ? numbers[0] : null;
}

function readRows(work: Work): void {
  for (const row of work.source) {
    if (row.kind === 'group') {
      if (GROUP_FIELD[work.found.reading.kind]) work.group = row.text;
      else work.notes.push(row.text);
    } else if (row.kind === 'total') {
      readTotal(row.label, row.cells, work);
    } else if (row.kind === 'parent') {
      readTotal(row.label, row.cells, work, [work.rows.length, work.rows.length + row.lines]);
    } else {
      const read = readLine(row.cells, work);
      if (!read) continue;
      for (const [field, cell] of Object.entries(read.cells)) if (cell.text !== '' || cell.value !== null) work.above.set(field, cell);
      placeGroup(read, work);
      work.rows.push(read);
      work.groups.push(work.group ?? '');
    }
  }
}

function checkRows(work: Work): void {
  const { kind } = work.found.reading;
  const { locale } = work.options;
  for (const row of work.rows) {
    if (kind === 'schedule') {
      deriveTask(row, work.years, locale);
      checkPeriod(row, locale);
    }
    if (kind === 'budget') deriveBudget(row);
    if (kind === 'budget' || kind === 'materials') checkProduct(row, locale);
  }
  checkNumbers(work.rows, work.groups, locale);
}

function withQuestion<T extends ReadTotal>(total: T, options: UnderstandOptions): T {
  if (total.agrees) return total;
  const code = total.stated === null ? 'total-unreadable' : 'total-mismatch';
  return { ...total, question: ask({ code, data: { stated: total.stated, computed: total.computed } }, options.locale) };
}

/** Reads the values of a found table: lines, groups, totals, and the checks between cells. `category` is the heading above a budget that names its kind of expense. */
export function readTable(found: FoundTable, years: YearContext, options: UnderstandOptions, category?: string): { table: ReadTable; notes: string[] } {
  const source = outline(found);
  const columns = nameColumns(found, category, source);
  const { kind } = found.reading;
  const lineTexts = (place: number): string[] => found.rows.flatMap((row) => (row.kind === 'line' ? [row.cells[place]?.text ?? ''] : []));
  const contexts = columns.map((column, place) => columnContext(column, kind, years, found.scale, lineTexts(place)));
  const work: Work = { found, source, columns, contexts, options, years, rows: [], totals: [], above: new Map(), group: category, groups: [], notes: [...found.notes] };
  readRows(work);
  checkRows(work);
  const field = summedField(kind, columns.map((column) => column.field));
  const { total, subtotals, wrong } = field ? checkTotals(work.totals, work.rows, field) : { total: undefined, subtotals: [], wrong: undefined };
  const table: ReadTable = {
    kind,
    title: headingText(found.title).replace(UNIT_NOTE, '').trim(),
    headers: columns.map((column) => column.header),
    fields: columns.map((column) => column.field),
    rows: work.rows,
    ...(total ? { total: total.agrees && wrong ? { ...total, question: ask({ code: 'total-mismatch', data: wrong }, options.locale) } : withQuestion(total, options) } : {}),
    ...(subtotals.length > 0 ? { subtotals: subtotals.map((subtotal) => withQuestion(subtotal, options)) } : {}),
  };
  return { table, notes: work.notes };
}
