import type { SourceBlock, SourceCell, SourceDocument } from './reading.source.rules.ts';

/** HTML of a web page, of Word's or of a spreadsheet's clipboard. A tolerant reading of tables and text; nothing is fetched or run. */

const ENTITIES: { [name: string]: string } = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", emsp: ' ', ensp: ' ', ldquo: '\u201c', rdquo: '\u201d', mdash: '\u2014', ndash: '\u2013', hellip: '\u2026', yen: '\u00a5', times: '\u00d7', middot: '\u00b7', radic: '\u221a' };
const BLOCKS = new Set(['p', 'div', 'br', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section', 'article', 'header', 'footer', 'ul', 'ol', 'pre', 'blockquote', 'hr', 'dt', 'dd', 'caption', 'title']);
const SILENT = new Set(['script', 'style', 'head', 'template', 'noscript', 'svg', 'select', 'textarea']);
const DEEPEST = 60;

export function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});?/gi, (whole, name: string) => {
    if (name.startsWith('#')) {
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';
    }
    return ENTITIES[name.toLowerCase()] ?? whole;
  });
}

interface OpenTable {
  rows: SourceCell[][];
  cell: { parts: string[]; colSpan: number; rowSpan: number } | undefined;
  inner: SourceBlock[];
}

class HtmlReader {
  readonly blocks: SourceBlock[] = [];
  cells = 0;
  private readonly tables: OpenTable[] = [];
  private line: string[] = [];
  private silent: string | undefined;

  text(raw: string): void {
    if (this.silent) return;
    const text = decodeEntities(raw).replace(/[ \t\r\n\f]+/g, ' ');
    const cell = this.tables.at(-1)?.cell;
    if (cell) cell.parts.push(text);
    else if (this.tables.length === 0) this.line.push(text);
  }

  tag(name: string, closing: boolean, attributes: string): void {
    if (this.silent) {
      const over = closing ? name === this.silent : name === 'body' && this.silent === 'head';
      if (over) this.silent = undefined;
      return;
    }
    if (SILENT.has(name) && !closing && !attributes.endsWith('/')) {
      this.silent = name;
      return;
    }
    if (name === 'table' && closing) this.closeTable();
    else if (name === 'table') this.openTable();
    else if (name === 'tr') this.row(closing);
    else if (name === 'td' || name === 'th') this.cellTag(closing, attributes);
    else if (name === 'input' && /type\s*=\s*["']?checkbox/i.test(attributes)) this.text(/\bchecked\b/i.test(attributes) ? '\u2611' : '\u25a1');
    else if (BLOCKS.has(name)) this.breakLine();
  }

  private breakLine(): void {
    const cell = this.tables.at(-1)?.cell;
    if (cell) {
      if (cell.parts.at(-1) !== '\n') cell.parts.push('\n');
      return;
    }
    const text = this.line.join('').trim();
    this.line = [];
    if (text !== '') this.blocks.push({ kind: 'text', text });
  }

  private openTable(): void {
    if (this.tables.length === 0) this.breakLine();
    if (this.tables.length < DEEPEST) this.tables.push({ rows: [], cell: undefined, inner: [] });
  }

  private row(closing: boolean): void {
    const table = this.tables.at(-1);
    if (!table) return;
    this.endCell(table);
    if (!closing) table.rows.push([]);
  }

  private endCell(table: OpenTable): void {
    if (!table.cell) return;
    const { parts, colSpan, rowSpan } = table.cell;
    const text = parts.join('').split('\n').map((part) => part.trim()).filter(Boolean).join('\n');
    if (table.rows.length === 0) table.rows.push([]);
    table.rows.at(-1)?.push({ text, ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) });
    table.cell = undefined;
  }

  private cellTag(closing: boolean, attributes: string): void {
    const table = this.tables.at(-1);
    if (!table) return;
    this.endCell(table);
    if (closing) return;
    const span = (name: string): number => Math.min(Math.max(1, Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,5})`, 'i').exec(attributes)?.[1] ?? 1)), 20_000);
    this.cells += 1;
    table.cell = { parts: [], colSpan: span('colspan'), rowSpan: span('rowspan') };
  }

  private closeTable(): void {
    const table = this.tables.pop();
    if (!table) return;
    this.endCell(table);
    const filled = table.rows.some((row) => row.some((cell) => cell.text !== ''));
    const made: SourceBlock[] = [...(filled ? [{ kind: 'table' as const, rows: table.rows }] : []), ...table.inner];
    const parent = this.tables.at(-1);
    if (parent) parent.inner.push(...made);
    else this.blocks.push(...made);
  }

  finish(): SourceBlock[] {
    while (this.tables.length > 0) this.closeTable();
    this.breakLine();
    return this.blocks;
  }
}

/** Reads the tables and the text of an HTML source. Comments and scripts are skipped; an unclosed tag is text. Undefined beyond `maxCells` cells. */
export function readHtml(html: string, maxCells = Number.POSITIVE_INFINITY): SourceDocument | undefined {
  const reader = new HtmlReader();
  let place = 0;
  // The last ">" there is: behind it no tag can close, and none is looked for.
  const lastClose = html.lastIndexOf('>');
  while (place < html.length && place <= lastClose) {
    if (reader.cells > maxCells) return undefined;
    const open = html.indexOf('<', place);
    if (open < 0) break;
    if (open > place) reader.text(html.slice(place, open));
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      place = end < 0 ? html.length : end + 3;
      continue;
    }
    const end = html.indexOf('>', open);
    const head = /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)/.exec(html.slice(open, open + 32));
    if (end < 0 || (!head && !/^<[!?/]/.test(html.slice(open, open + 2)))) {
      reader.text('<');
      place = open + 1;
      continue;
    }
    if (head?.[2]) reader.tag(head[2].toLowerCase(), head[1] === '/', html.slice(open + head[0].length, Math.min(end, open + 4000)));
    place = end + 1;
  }
  if (place < html.length) reader.text(html.slice(place));
  return { blocks: reader.finish() };
}

export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 4000);
  return /^\s*(?:<!doctype html|<html|<meta|<table|<head|<body|<!--startfragment)/i.test(head) || (/<table[\s>]/i.test(text.slice(0, 200_000)) && /<\/t[dr]>/i.test(text.slice(0, 400_000)));
}
