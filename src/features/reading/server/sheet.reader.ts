import type { SourceCell } from '../reading.source.rules.ts';
import { showNumber, type FormatKind } from './format.reader.ts';
import { LIMITS, type Tally } from './guard.ts';

/** Columns beyond this are not read: no campaign table is wider, and Excel has 16,384. */
const WIDEST = 256;

/** What the cells of every sheet refer to. */
export interface Workbook {
  epoch1904: boolean;
  strings: string[];
  formats: FormatKind[];
}

/** `C12` → column 2, row 11, both from 0. */
function cellPlace(reference: string): { column: number; row: number } | undefined {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference);
  if (!found?.[1] || !found[2]) return undefined;
  let column = 0;
  for (const letter of found[1].toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(found[2]) - 1 };
}

interface OpenCell {
  column: number;
  type: string;
  style: number;
  value: string;
  inline: string;
  formula: string | undefined;
}

/** Collects the cells of one worksheet from its XML. */
export class SheetReader {
  /** Row number → cells by column. */
  readonly rows = new Map<number, Map<number, SourceCell>>();
  readonly merges: { top: number; left: number; bottom: number; right: number }[] = [];
  private readonly book: Workbook;
  private readonly tally: Tally;
  private row = -1;
  private column = -1;
  private cell: OpenCell | undefined;
  private inside: 'v' | 't' | 'f' | undefined;
  private phonetic = 0;

  constructor(book: Workbook, tally: Tally) {
    this.book = book;
    this.tally = tally;
  }

  open(name: string, attributes: { [name: string]: string }): void {
    if (name === 'row') {
      const stated = Number(attributes['r']);
      this.row = Number.isInteger(stated) && stated > 0 ? stated - 1 : this.row + 1;
      this.column = -1;
    } else if (name === 'c') {
      const column = cellPlace(attributes['r'] ?? '')?.column ?? this.column + 1;
      this.column = column;
      this.cell = { column, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value: '', inline: '', formula: undefined };
    } else if (name === 'rPh') this.phonetic += 1;
    else if (name === 'f' && this.cell) {
      this.cell.formula = '';
      this.inside = 'f';
    } else if (name === 'v') this.inside = 'v';
    else if (name === 't') this.inside = this.phonetic === 0 ? 't' : undefined;
    else if (name === 'mergeCell') this.addMerge(attributes['ref'] ?? '');
  }

  close(name: string): void {
    if (name === 'v' || name === 't' || name === 'f') this.inside = undefined;
    if (name === 'rPh') this.phonetic -= 1;
    if (name !== 'c' || !this.cell) return;
    const cell = this.show(this.cell);
    if (cell && this.cell.column < WIDEST) {
      this.tally.addCell();
      let row = this.rows.get(this.row);
      if (!row) {
        // Rows that hold only formatting do not count.
        this.tally.addRow();
        row = new Map();
        this.rows.set(this.row, row);
      }
      row.set(this.cell.column, cell);
    }
    this.cell = undefined;
  }

  text(text: string): void {
    if (!this.cell || !this.inside) return;
    if (this.inside === 'v') this.cell.value += text;
    else if (this.inside === 't') this.cell.inline += text;
    else this.cell.formula = ((this.cell.formula ?? '') + text).slice(0, 500);
  }

  private addMerge(reference: string): void {
    const [from = '', to = ''] = reference.split(':');
    const start = cellPlace(from);
    const end = cellPlace(to);
    if (!start || !end || this.merges.length > LIMITS.rows) return;
    this.merges.push({ top: start.row, left: start.column, bottom: end.row, right: Math.min(end.column, WIDEST - 1) });
  }

  private show(cell: OpenCell): SourceCell | undefined {
    const { type, value } = cell;
    if (type === 's') return textCell(this.book.strings[Number(value)] ?? '');
    if (type === 'inlineStr') return textCell(cell.inline);
    if (type === 'str') return textCell(value);
    if (type === 'e') return { text: value, unread: 'error' };
    if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE' };
    if (type === 'd') return isoCell(value);
    if (value === '') return cell.formula === undefined ? undefined : { text: cell.formula === '' ? '=' : `=${cell.formula}`, unread: 'formula' };
    const number = Number(value);
    if (!Number.isFinite(number)) return textCell(value);
    return showNumber(number, this.book.formats[cell.style] ?? 'general', this.book.epoch1904);
  }
}

function textCell(text: string): SourceCell | undefined {
  return text === '' ? undefined : { text: unescapeText(text).slice(0, LIMITS.cellCharacters) };
}

/** `_x0041_` in a text is an escaped `A`, and `_x005F_` the underscore of one that is not (ECMA-376 part 1, 22.9.2.19 ST_Xstring). Control characters say nothing. */
function unescapeText(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => {
    const character = String.fromCharCode(Number.parseInt(code, 16));
    return /[\u0000-\u0008\u000b-\u001f]/.test(character) ? '' : character;
  });
}

function isoCell(value: string): SourceCell {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];
  return { text: value.replace('T', ' ').replace(/ 00:00(:00)?.*$/, ''), ...(day ? { day } : {}) };
}

/** Puts the sparse rows together: at most one blank row stands for a gap, merged cells become spans. */
export function tableOf(sheet: SheetReader): SourceCell[][] {
  const numbers = [...sheet.rows.keys()].sort((left, right) => left - right);
  const width = numbers.reduce((most, number) => Math.max(most, ...(sheet.rows.get(number)?.keys() ?? [])), -1) + 1;
  const places = new Map<number, number>();
  const rows: SourceCell[][] = [];
  let last = -1;
  for (const number of numbers) {
    if (last >= 0 && number > last + 1) rows.push(Array.from({ length: width }, () => ({ text: '' })));
    places.set(number, rows.length);
    const cells = sheet.rows.get(number);
    rows.push(Array.from({ length: width }, (_, column) => cells?.get(column) ?? { text: '' }));
    last = number;
  }
  return spanned(rows, sheet, places);
}

function spanned(rows: SourceCell[][], sheet: SheetReader, places: Map<number, number>): SourceCell[][] {
  const covered = rows.map(() => new Set<number>());
  for (const { top, left, bottom, right } of sheet.merges) {
    const first = places.get(top);
    const cell = first === undefined ? undefined : rows[first]?.[left];
    if (first === undefined || !cell || covered[first]?.has(left)) continue;
    // A merge may reach beyond the rows that have cells.
    let end = first;
    for (let row = top + 1; row <= Math.min(bottom, top + LIMITS.rows); row += 1) {
      const place = places.get(row);
      if (place === undefined || place !== end + 1) break;
      end = place;
    }
    const width = Math.min(right, (rows[first]?.length ?? 1) - 1) - left + 1;
    if (width < 1) continue;
    Object.assign(cell, { ...(width > 1 ? { colSpan: width } : {}), ...(end > first ? { rowSpan: end - first + 1 } : {}) });
    for (let row = first; row <= end; row += 1) for (let column = left; column < left + width; column += 1) if (row !== first || column !== left) covered[row]?.add(column);
  }
  return rows.map((row, place) => row.filter((_, column) => !covered[place]?.has(column)));
}
