import type { SourceBlock, SourceCell, SourceDocument } from '../reading.source.rules.ts';
import { DocumentUnreadable, LIMITS, type Tally } from './guard.ts';
import { readDocxStyles, type DocxStyles } from './docx.styles.reader.ts';
import { readXmlPart } from './xml.reader.ts';
import type { ZipPackage } from './zip.reader.ts';

interface CellState {
  column: number;
  span: number;
  merge: 'none' | 'start' | 'continue';
  paragraphs: string[];
}

interface TableState {
  rows: { cells: { cell: SourceCell; column: number; merge: CellState['merge'] }[] }[];
  column: number;
  cell: CellState | undefined;
  /** Tables inside a cell: read as tables of their own, after this one. */
  inner: SourceBlock[];
}

/** What a paragraph's properties say of it. */
interface Look {
  style?: string;
  outline?: number;
  list?: string;
  level?: string;
}

/** Check boxes as Wingdings characters, which carry no meaning in Unicode: [MS-OI29500] `w:sym`. */
const SYMBOLS: { [code: string]: string } = { F0A8: '\u25a1', F06F: '\u25a1', F0A3: '\u25a1', F071: '\u25a1', F072: '\u25a1', F0FE: '\u2611', F052: '\u2611', F053: '\u2612', F0FD: '\u2612', F0FC: '\u221a', F0FB: '\u00d7', F050: '\u221a', F04F: '\u00d7' };
const SKIPPED = new Set(['Fallback', 'del', 'moveFrom', 'instrText', 'delText', 'rPrChange', 'pPrChange', 'tcPrChange', 'trPrChange', 'tblPrChange']);
const OFF = new Set(['0', 'false', 'off', 'none']);

/** A symbol by its code: a check box of Wingdings, or a character of Unicode itself (the private area F000–F0FF is Wingdings). */
function symbolOf(code: string): string {
  const known = SYMBOLS[code.toUpperCase()];
  const number = Number.parseInt(code, 16);
  return known ?? (number >= 0x20 && number < 0xd800 ? String.fromCharCode(number) : '');
}

class DocxReader {
  readonly blocks: SourceBlock[] = [];
  private readonly tables: TableState[] = [];
  private readonly tally: Tally;
  private paragraph: string[] | undefined;
  private readonly outer: (string[] | undefined)[] = [];
  private inText = false;
  private inRun = false;
  private hidden = false;
  private skipping = 0;
  private legacyBox: 'on' | 'off' | undefined;
  private look: Look = {};
  private controls = 0;
  /** How many content controls are open around a table of contents, which only repeats headings. */
  private contents: number | undefined;
  private readonly styles: DocxStyles;

  constructor(tally: Tally, styles: DocxStyles) {
    this.tally = tally;
    this.styles = styles;
  }

  open(name: string, attributes: { [name: string]: string }): void {
    if (this.skipping > 0 || SKIPPED.has(name)) {
      this.skipping += 1;
      return;
    }
    const value = attributes['val'];
    const { cell, table } = this.current();
    switch (name) {
      case 'p': this.outer.push(this.paragraph); this.paragraph = []; this.look = {}; break;
      case 'pStyle': this.look.style = value ?? ''; break;
      case 'outlineLvl': this.look.outline = Number(value); break;
      case 'ilvl': this.look.level = value ?? '0'; break;
      case 'numId': this.look.list = value ?? ''; break;
      case 'sdt': this.controls += 1; break;
      case 'docPartGallery': if (value === 'Table of Contents') this.contents ??= this.controls; break;
      case 't': this.inText = true; break;
      // Tab stops of a paragraph's properties have the same name as a tab of its text.
      case 'tab': if (this.inRun) this.append('\t'); break;
      case 'br': case 'cr': if (this.inRun) this.append('\n'); break;
      case 'noBreakHyphen': this.append('-'); break;
      case 'sym': this.append(symbolOf(attributes['char'] ?? '')); break;
      case 'r': this.hidden = false; this.inRun = true; break;
      case 'vanish': this.hidden = !OFF.has(value ?? 'on'); break;
      case 'checkBox': this.legacyBox = 'off'; break;
      case 'default': case 'checked': if (this.legacyBox) this.legacyBox = OFF.has(value ?? 'on') ? 'off' : 'on'; break;
      case 'tbl': this.openTable(); break;
      case 'tr': this.openRow(); break;
      case 'gridBefore': if (table) this.skipColumns(table, Number(value)); break;
      case 'tc': if (table) table.cell = { column: table.column, span: 1, merge: 'none', paragraphs: [] }; break;
      case 'gridSpan': if (cell) cell.span = Math.min(Math.max(1, Number(value) || 1), 256); break;
      case 'hMerge': if (cell && value !== 'restart') cell.merge = 'none'; break;
      case 'vMerge': if (cell) cell.merge = value === 'restart' ? 'start' : 'continue'; break;
      default:
    }
  }

  close(name: string): void {
    if (this.skipping > 0) {
      this.skipping -= 1;
      return;
    }
    switch (name) {
      case 't': this.inText = false; break;
      case 'r': this.inRun = false; break;
      case 'checkBox': this.append(this.legacyBox === 'on' ? '\u2611' : '\u25a1'); this.legacyBox = undefined; break;
      case 'p': this.closeParagraph(); break;
      case 'sdt': this.closeControl(); break;
      case 'tc': this.closeCell(); break;
      case 'tbl': this.closeTable(); break;
      default:
    }
  }

  text(text: string): void {
    if (this.inText && this.skipping === 0 && !this.hidden) this.append(text);
  }

  private append(text: string): void {
    this.paragraph?.push(text);
  }

  private current(): { table: TableState | undefined; cell: CellState | undefined } {
    const table = this.tables.at(-1);
    return { table, cell: table?.cell };
  }

  private closeParagraph(): void {
    const text = (this.paragraph ?? []).join('').slice(0, LIMITS.cellCharacters);
    this.paragraph = this.outer.pop();
    const { cell } = this.current();
    if (cell) cell.paragraphs.push(text);
    else if (text.trim() !== '' && this.contents === undefined && !this.styles.contents.has(this.look.style ?? '')) this.blocks.push({ kind: 'text', text, ...this.styled() });
  }

  private closeControl(): void {
    if (this.contents === this.controls) this.contents = undefined;
    this.controls -= 1;
  }

  /** A heading by its style or its own outline level; an item of a list. A numbered heading is a heading. */
  private styled(): { level?: number; list?: 'bullet' | 'number' } {
    const { style, outline, list, level = '0' } = this.look;
    const heading = this.styles.levels.get(style ?? '') ?? (outline !== undefined && outline < 6 ? outline + 1 : undefined);
    if (heading !== undefined) return { level: heading };
    const sign = list === undefined ? undefined : this.styles.lists.get(`${list} ${level}`);
    return sign ? { list: sign } : {};
  }

  private openTable(): void {
    if (this.tables.length > 20) throw new DocumentUnreadable('too-deep');
    this.tables.push({ rows: [], column: 0, cell: undefined, inner: [] });
  }

  private openRow(): void {
    const table = this.tables.at(-1);
    if (!table) return;
    this.tally.addRow();
    table.rows.push({ cells: [] });
    table.column = 0;
  }

  private skipColumns(table: TableState, count: number): void {
    for (let done = 0; done < Math.min(count || 0, 256); done += 1) {
      table.rows.at(-1)?.cells.push({ cell: { text: '' }, column: table.column, merge: 'none' });
      table.column += 1;
    }
  }

  private closeCell(): void {
    const { table, cell } = this.current();
    if (!table || !cell) return;
    this.tally.addCell();
    const text = cell.paragraphs.filter((line) => line.trim() !== '').join('\n').slice(0, LIMITS.cellCharacters);
    table.rows.at(-1)?.cells.push({ cell: { text, ...(cell.span > 1 ? { colSpan: cell.span } : {}) }, column: cell.column, merge: cell.merge });
    table.column += cell.span;
    table.cell = undefined;
  }

  private closeTable(): void {
    const table = this.tables.pop();
    if (!table) return;
    const block: SourceBlock = { kind: 'table', rows: withRowSpans(table) };
    const parent = this.tables.at(-1);
    const filled = block.rows.some((row) => row.some((cell) => cell.text.trim() !== ''));
    const made = [...(filled ? [block] : []), ...table.inner];
    if (parent) parent.inner.push(...made);
    else this.blocks.push(...made);
  }
}

/** Turns Word's `vMerge` marks into row spans: a continued cell belongs to the nearest cell above that starts at the same column. */
function withRowSpans(table: TableState): SourceCell[][] {
  const open = new Map<number, SourceCell>();
  return table.rows.map(({ cells }) => {
    const kept: SourceCell[] = [];
    for (const { cell, column, merge } of cells) {
      const above = open.get(column);
      if (merge === 'continue' && above && (above.colSpan ?? 1) === (cell.colSpan ?? 1)) {
        above.rowSpan = (above.rowSpan ?? 1) + 1;
        continue;
      }
      open.delete(column);
      if (merge === 'start') open.set(column, cell);
      kept.push(cell);
    }
    return kept;
  });
}

/** Reads the body of a Word document: paragraphs and tables in their order, merged cells as spans. Headers, footers and comments are not read. */
export async function readDocx(zip: ZipPackage, tally: Tally): Promise<SourceDocument> {
  const reader = new DocxReader(tally, await readDocxStyles(zip));
  const part = zip.names.find((name) => /^word\/document\d*\.xml$/i.test(name)) ?? 'word/document.xml';
  const found = await readXmlPart(zip, part, {
    open: (name, attributes) => reader.open(name, attributes),
    close: (name) => reader.close(name),
    text: (text) => reader.text(text),
  });
  if (!found) throw new DocumentUnreadable('damaged');
  const macros = zip.names.some((name) => /vbaProject\.bin$/i.test(name));
  return { blocks: reader.blocks, ...(macros ? { remarks: [{ reason: 'macros', text: 'vbaProject.bin' }] } : {}) };
}
