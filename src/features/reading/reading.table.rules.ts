import { alignRow, alignTotal } from './reading.align.rules.ts';
import { bands, expand, filledTexts, isEmpty, transpose, trimmed, type Grid, type GridCell } from './reading.grid.rules.ts';
import { headerAt, nextHeader, sameHeader, type Header } from './reading.header.rules.ts';
import { readHeadings, type HeadingReading } from './reading.heading.rules.ts';
import { notedScale } from './reading.money.rules.ts';
import { headingText, normalize, squeeze } from './reading.normal.rules.ts';
import { NOTE_ROW, TOTAL_WITH_AMOUNT, TOTAL_WORD } from './reading.row.vocabulary.ts';
import type { SourceTable } from './reading.source.rules.ts';

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
    if (texts.length === 0) continue;
    if (sameHeader(row, header)) {
      // Under a title of its own the same heading starts another table; else it is repeated at a page break.
      if (pending.length > 0) break;
      continue;
    }
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
