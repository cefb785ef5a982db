import { alignRow, alignTotal } from './document.align.rules.ts';
import { bands, expand, filledTexts, isEmpty, transpose, trimmed, type Grid, type GridCell } from './document.grid.rules.ts';
import { headingCore, headingLikeness, readHeadings, type HeadingReading } from './document.heading.rules.ts';
import { notedScale } from './document.money.rules.ts';
import { headingText, isBlankMark, normalize, squeeze } from './document.normal.rules.ts';
import { NOTE_ROW, TOTAL_WITH_AMOUNT, TOTAL_WORD } from './document.row.vocabulary.ts';
import type { SourceTable } from './document.source.ts';

export type FoundRow = { kind: 'line'; cells: GridCell[] } | { kind: 'total'; label: string; cells: GridCell[] } | { kind: 'group'; text: string };

/** A table before its values are read: its kind and columns are known, its rows are sorted into lines, groups and totals. */
export interface FoundTable {
  title: string;
  reading: HeadingReading;
  rows: FoundRow[];
  notes: string[];
  /** Factor of the unit that a note states for the whole table: 万元 is 10000. */
  scale: number;
}

interface Header {
  reading: HeadingReading;
  /** Rows that the heading takes. */
  depth: number;
  headers: string[];
}

const oneLine = (text: string): string => normalize(text.replace(/\s*\n\s*/g, ' '));

function headerCell(grid: Grid, y: number, x: number): string {
  const cell = grid[y]?.[x];
  if (cell?.covered !== 'left') return oneLine(cell?.text ?? '');
  for (let left = x - 1; left >= 0; left -= 1) if (grid[y]?.[left]?.covered !== 'left') return oneLine(grid[y]?.[left]?.text ?? '');
  return '';
}

/** A cell that cannot stand in a heading: an amount, a date, a sentence. */
function looksLikeValue(text: string): boolean {
  const plain = squeeze(text);
  if (plain.length > 40 || /[\u3002!?]$/.test(plain)) return true;
  const { core } = headingCore(text);
  return /^[-*\u00a5]?[\d,.]+(?:[%\p{Script=Han}]{0,3})$/u.test(core || plain) || (/\d/.test(core) && headingLikeness(text) === 'no' && plain.length < 4);
}

function headersOf(grid: Grid, y: number, depth: number): string[] {
  const width = grid[y]?.length ?? 0;
  return Array.from({ length: width }, (_, x) => {
    const parts: string[] = [];
    for (let row = y; row < y + depth; row += 1) {
      if (grid[row]?.[x]?.covered === 'above') continue;
      const text = headerCell(grid, row, x);
      if (text && !parts.includes(text)) parts.push(text);
    }
    return parts.join('/');
  });
}

function readAt(grid: Grid, y: number, depth: number, title: string): Header | undefined {
  const headers = headersOf(grid, y, depth);
  const filled = headers.filter(Boolean);
  if (filled.length < 2 || filled.some(looksLikeValue)) return undefined;
  // Of "费用/单价" the last part is the column's own name; the whole is tried when the parts say nothing.
  const own = depth === 1 ? headers : headers.map((header) => {
    const parts = header.split('/');
    const last = parts.at(-1) ?? header;
    return headingLikeness(last) !== 'no' || parts.length === 1 ? last : header;
  });
  const reading = readHeadings(own, title);
  return reading ? { reading: { ...reading, columns: reading.columns.map((column, place) => ({ ...column, header: headers[place] ?? '' })) }, depth, headers } : undefined;
}

/** The heading that starts in a row: one row, or two and three where headings span or stand in two levels. */
function headerAt(grid: Grid, y: number, title: string): Header | undefined {
  const row = grid[y];
  if (!row || filledTexts(row).length < 2) return undefined;
  const spans = Math.min(3, Math.max(1, ...row.map((cell) => cell.rowSpan ?? 1)));
  const parents = row.some((cell) => (cell.colSpan ?? 1) > 1);
  const one = readAt(grid, y, 1, title);
  const below = grid[y + 1];
  const belowTexts = below ? filledTexts(below) : [];
  const belowHeads = belowTexts.length > 0 && belowTexts.every((text) => headingLikeness(text) !== 'no' && !looksLikeValue(text) && !isBlankMark(text));
  const under = below?.some((cell, x) => !isEmpty(cell) && (isEmpty(row[x]) || (row[x]?.colSpan ?? 1) > 1)) ?? false;
  if (spans > 1 || (belowHeads && (parents || under))) {
    const deep = readAt(grid, y, Math.max(2, spans), title);
    if (deep && (!one || spans > 1 || deep.reading.known >= one.reading.known)) return deep;
  }
  return one;
}

/** `序号|项目|金额|序号|项目|金额`: one table folded into two halves of the same sheet. */
function foldWidth(headers: string[]): number | undefined {
  for (const times of [2, 3]) {
    const width = headers.length / times;
    if (!Number.isInteger(width) || width < 2) continue;
    if (headers.every((header, place) => header !== '' && header === headers[place % width])) return width;
  }
  return undefined;
}

function unfold(grid: Grid): Grid {
  for (const [y, row] of grid.entries()) {
    const width = foldWidth(row.map((cell) => squeeze(cell.text)));
    if (!width || !readHeadings(row.slice(0, width).map((cell) => cell.text))) continue;
    const below = grid.slice(y + 1);
    const parts = Array.from({ length: row.length / width }, (_, part) => below.map((line) => line.slice(part * width, (part + 1) * width)));
    const tail = parts.slice(1).flat().filter((line) => filledTexts(line).length > 0);
    return [...grid.slice(0, y).map((line) => line.slice(0, width)), row.slice(0, width), ...(parts[0] ?? []), ...tail];
  }
  return grid;
}

const single = (row: GridCell[]): string | undefined => {
  const texts = filledTexts(row);
  return texts.length === 1 ? texts[0] : undefined;
};

function sameHeader(row: GridCell[], header: Header): boolean {
  const texts = row.map((cell) => squeeze(cell.text));
  return filledTexts(row).length >= 2 && header.headers.every((text, place) => squeeze(text) === texts[place] || (squeeze(text).endsWith(texts[place] ?? '') && texts[place] !== ''));
}

/** Whether a later row is the heading of another table: surer signs are asked than at the start. */
function nextHeader(grid: Grid, y: number, header: Header): Header | undefined {
  const row = grid[y] as GridCell[];
  const texts = filledTexts(row);
  if (texts.length < 2 || texts.some((text) => headingLikeness(text) === 'no' && texts.length < 4)) return undefined;
  const exact = texts.filter((text) => headingLikeness(text) === 'exact').length;
  if (exact < 2 || exact * 3 < texts.length * 2) return undefined;
  const next = headerAt(grid, y, '');
  if (!next) return undefined;
  const other = next.reading.kind !== header.reading.kind || next.headers.join() !== header.headers.join();
  return other && (exact >= 3 || exact === texts.length) && next.reading.score >= 3 ? next : undefined;
}

function totalLabel(row: GridCell[]): string | undefined {
  const head = row.filter((cell) => !isEmpty(cell)).slice(0, 2).map((cell) => cell.text);
  return head.find((text, place) => {
    const plain = squeeze(text);
    if (TOTAL_WORD.test(plain)) return true;
    return place === 0 && head.length <= 2 && TOTAL_WITH_AMOUNT.test(plain);
  });
}

function realign(row: GridCell[], total: boolean, header: Header): GridCell[] {
  const present = row.filter((cell) => !cell.missing);
  if (present.length === row.length || present.length === 0) return row;
  const texts = present.map((cell) => cell.text);
  const places = total ? alignTotal(texts, header.reading.columns) : alignRow(texts, header.reading.columns);
  return places.map((place) => (place < 0 ? { text: '', missing: true } : (present[place] ?? { text: '', missing: true })));
}

interface Body {
  rows: FoundRow[];
  notes: string[];
  /** The first row after the table. */
  end: number;
}

function readBody(grid: Grid, from: number, header: Header, ragged: boolean): Body {
  const rows: FoundRow[] = [];
  const notes: string[] = [];
  let pending: { text: string; y: number }[] = [];
  let y = from;
  const settle = (asGroups: boolean): void => {
    for (const { text } of pending) if (asGroups) rows.push({ kind: 'group', text }); else notes.push(text);
    pending = [];
  };
  for (; y < grid.length; y += 1) {
    const row = grid[y] as GridCell[];
    const texts = filledTexts(row);
    if (texts.length === 0 || sameHeader(row, header)) continue;
    const label = totalLabel(row);
    if (label !== undefined) {
      settle(true);
      rows.push({ kind: 'total', label, cells: ragged ? realign(row, true, header) : row });
      continue;
    }
    const lone = single(row);
    const covered = row.some((cell) => cell.covered === 'above');
    if (lone !== undefined && NOTE_ROW.test(normalize(lone))) {
      notes.push(lone);
      continue;
    }
    const early = row.findIndex((cell) => !isEmpty(cell)) <= 1;
    if (lone !== undefined && early && !covered && header.headers.filter(Boolean).length > 2) {
      pending.push({ text: lone, y });
      continue;
    }
    if (nextHeader(grid, y, header)) break;
    settle(true);
    rows.push({ kind: 'line', cells: ragged ? realign(row, false, header) : row });
  }
  // Lone cells right before the next heading are its title; at the end they are notes.
  const end = y < grid.length ? (pending[0]?.y ?? y) : y;
  if (y >= grid.length) settle(false);
  return { rows, notes, end };
}

/** The title and the unit note among the lone rows above a heading. */
function titleOf(above: string[]): { title: string; rest: string[]; scale: number | undefined } {
  const scale = above.map(notedScale).findLast((found) => found !== undefined);
  const named = above.filter((text) => headingText(text).length <= 40 && !NOTE_ROW.test(normalize(text)));
  const title = named.at(-1);
  return { title: title === undefined ? '' : title, rest: above.filter((text) => text !== title && notedScale(text) === undefined), scale };
}

function tablesInBand(grid: Grid, hint: string, ragged: boolean): { tables: FoundTable[]; leftovers: string[] } {
  const tables: FoundTable[] = [];
  const leftovers: string[] = [];
  let above: string[] = [];
  for (let y = 0; y < grid.length; ) {
    const row = grid[y] as GridCell[];
    const texts = filledTexts(row);
    const { title, rest, scale } = titleOf(above);
    const header = texts.length >= 2 ? headerAt(grid, y, title || hint) : undefined;
    if (!header) {
      if (texts.length > 0) above.push(texts.join(' '));
      y += 1;
      continue;
    }
    const body = readBody(grid, y + header.depth, header, ragged);
    tables.push({ title: title || hint, reading: header.reading, rows: body.rows, notes: body.notes, scale: scale ?? notedScale(hint) ?? 1 });
    leftovers.push(...rest);
    above = [];
    y = body.end;
  }
  return { tables, leftovers: [...leftovers, ...above] };
}

/** Finds the tables in one grid of cells: after a title row, under a heading of several levels, side by side, one below the other, or lying on its side. */
export function tablesInGrid(source: SourceTable, hint: string): { tables: FoundTable[]; leftovers: string[] } {
  const full = unfold(trimmed(expand(source)));
  const ragged = source.ragged ?? false;
  const parts = bands(full);
  if (parts.length > 1) {
    const split = parts.map((part) => tablesInBand(trimmed(part), hint, ragged));
    const found = split.filter((part) => part.tables.length > 0).length;
    if (found > 1) return { tables: split.flatMap((part) => part.tables), leftovers: split.flatMap((part) => part.leftovers) };
  }
  const upright = tablesInBand(full, hint, ragged);
  if (upright.tables.length > 0) return upright;
  const sideways = transpose(full);
  const header = sideways.length > 1 ? headerAt(sideways, 0, hint) : undefined;
  return header && header.reading.known >= 3 ? tablesInBand(sideways, hint, false) : upright;
}

/** A table whose heading stands on an earlier page: read by that heading when it has as many columns. */
export function continuation(source: SourceTable, before: FoundTable): FoundTable | undefined {
  const grid = expand(source);
  const width = before.reading.columns.length;
  if ((grid[0]?.length ?? 0) !== width) return undefined;
  const headers = before.reading.columns.map((column) => column.header);
  const body = readBody(grid, 0, { reading: before.reading, depth: 1, headers }, source.ragged ?? false);
  return body.end < grid.length ? undefined : { ...before, rows: body.rows, notes: body.notes };
}
