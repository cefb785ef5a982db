import { filledTexts, isEmpty, type Grid, type GridCell } from './reading.grid.rules.ts';
import { headingCore, headingLikeness, readHeadings, type HeadingReading } from './reading.heading.rules.ts';
import { isBlankMark, normalize, squeeze } from './reading.normal.rules.ts';

/** A heading found in a grid: one row of it, or several levels. */
export interface Header {
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
export function headerAt(grid: Grid, y: number, title: string): Header | undefined {
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

/** A heading repeated at a page break, or above the next table of its kind. */
export function sameHeader(row: GridCell[], header: Header): boolean {
  const texts = row.map((cell) => squeeze(cell.text));
  return filledTexts(row).length >= 2 && header.headers.every((text, place) => squeeze(text) === texts[place] || (squeeze(text).endsWith(texts[place] ?? '') && texts[place] !== ''));
}

/** Whether a later row is the heading of another table: surer signs are asked than at the start. */
export function nextHeader(grid: Grid, y: number, header: Header): Header | undefined {
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
