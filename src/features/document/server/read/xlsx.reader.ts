import type { SourceBlock, SourceCell, SourceDocument, SourceRemark } from '../../document.source.ts';
import { formatKind, showNumber, type FormatKind } from './format.reader.ts';
import { DocumentUnreadable, LIMITS, type Tally } from './guard.ts';
import { readXmlPart } from './xml.reader.ts';
import type { ZipPackage } from './zip.reader.ts';

/** Columns beyond this are not read: no campaign table is wider, and Excel has 16,384. */
const WIDEST = 256;
/** The names that programs give a sheet; they say nothing about its table. */
const DEFAULT_NAME = /^(?:sheet|\u5de5\u4f5c\u8868|table)\s*\d*$/i;

interface Sheet {
  name: string;
  part: string;
  hidden: boolean;
}

interface Workbook {
  sheets: Sheet[];
  epoch1904: boolean;
  strings: string[];
  formats: FormatKind[];
}

function resolvePart(target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

async function readRelations(zip: ZipPackage): Promise<Map<string, { target: string; type: string }>> {
  const relations = new Map<string, { target: string; type: string }>();
  await readXmlPart(zip, 'xl/_rels/workbook.xml.rels', {
    open: (name, attributes) => {
      // An outside reference is never followed.
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      relations.set(attributes['Id'] ?? '', { target: resolvePart(attributes['Target'] ?? ''), type: attributes['Type'] ?? '' });
    },
    close: () => undefined,
  });
  return relations;
}

async function readSheetList(zip: ZipPackage, remarks: SourceRemark[]): Promise<{ sheets: Sheet[]; epoch1904: boolean }> {
  const relations = await readRelations(zip);
  const sheets: Sheet[] = [];
  let epoch1904 = false;
  const found = await readXmlPart(zip, 'xl/workbook.xml', {
    open: (name, attributes) => {
      if (name === 'workbookPr') epoch1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true';
      if (name !== 'sheet') return;
      const relation = relations.get(attributes['id'] ?? '');
      const title = attributes['name'] ?? '';
      if (!relation) return;
      if (!relation.type.endsWith('/worksheet')) remarks.push({ reason: 'chart-sheet', text: title });
      else sheets.push({ name: title, part: relation.target, hidden: attributes['state'] === 'hidden' || attributes['state'] === 'veryHidden' });
    },
    close: () => undefined,
  });
  if (!found) throw new DocumentUnreadable('damaged');
  return { sheets, epoch1904 };
}

async function readStrings(zip: ZipPackage): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0;
  await readXmlPart(zip, 'xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic += 1;
      if (name === 't') inText = phonetic === 0;
    },
    close: (name) => {
      if (name === 'si') {
        strings.push(text.slice(0, LIMITS.cellCharacters));
        if (strings.length > LIMITS.cells) throw new DocumentUnreadable('too-many-cells', { limit: LIMITS.cells });
      }
      if (name === 'rPh') phonetic -= 1;
      if (name === 't') inText = false;
    },
    text: (part) => {
      if (inText) text += part;
    },
  });
  return strings;
}

async function readFormats(zip: ZipPackage): Promise<FormatKind[]> {
  const codes = new Map<number, string>();
  const formats: FormatKind[] = [];
  let inCells = false;
  await readXmlPart(zip, 'xl/styles.xml', {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells && formats.length < 100_000) {
        const id = Number(attributes['numFmtId'] ?? 0);
        formats.push(formatKind(id, codes.get(id)));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

/** `C12` → column 2, row 11, both from 0. */
export function cellPlace(reference: string): { column: number; row: number } | undefined {
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

class SheetReader {
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
function tableOf(sheet: SheetReader): SourceCell[][] {
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

async function readSheet(zip: ZipPackage, sheet: Sheet, book: Workbook, tally: Tally): Promise<SourceBlock[]> {
  const reader = new SheetReader(book, tally);
  const found = await readXmlPart(zip, sheet.part, { open: (name, attributes) => reader.open(name, attributes), close: (name) => reader.close(name), text: (text) => reader.text(text) });
  if (!found) throw new DocumentUnreadable('damaged');
  const rows = tableOf(reader);
  const single = rows.every((row) => row.filter((cell) => cell.text.trim() !== '').length <= 1);
  // A sheet of one column is text with one cell a line.
  if (single) return [...rows.flat().filter((cell) => cell.text.trim() !== '').map((cell) => ({ kind: 'text' as const, text: cell.text }))];
  return rows.length > 0 ? [{ kind: 'table', rows, ...(DEFAULT_NAME.test(sheet.name) ? {} : { title: sheet.name }) }] : [];
}

/** Reads every visible sheet of a workbook: stored values of formulas, dates by their serial and format, merged cells as spans. Nothing is calculated and nothing outside is fetched. */
export async function readXlsx(zip: ZipPackage, tally: Tally): Promise<SourceDocument> {
  const remarks: SourceRemark[] = [];
  if (zip.names.some((name) => /vbaProject\.bin$/i.test(name))) remarks.push({ reason: 'macros', text: 'vbaProject.bin' });
  const { sheets, epoch1904 } = await readSheetList(zip, remarks);
  const book: Workbook = { sheets, epoch1904, strings: await readStrings(zip), formats: await readFormats(zip) };
  const blocks: SourceBlock[] = [];
  for (const sheet of sheets) {
    if (sheet.hidden) remarks.push({ reason: 'hidden-sheet', text: sheet.name });
    else blocks.push(...(await readSheet(zip, sheet, book, tally)));
  }
  return { blocks, ...(remarks.length > 0 ? { remarks } : {}) };
}
