import { parseHtmlTable } from './clipboard-html.rules.ts';

/** Rows of cells as text. Rows may differ in length. */
export type Block = readonly (readonly string[])[];

const quoted = (cell: string): string => (/["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** As Excel and WPS write it: tabs, a line break after every row, cells with tabs or breaks in quotes. */
export function toTsv(block: Block): string {
  return block.map((row) => `${row.map(quoted).join('\t')}\n`).join('');
}

/** The end of a quoted cell that starts at `start`, or undefined when the quote is just a character (`5" 屏`). */
function closingQuote(text: string, start: number): number | undefined {
  for (let index = start + 1; index < text.length; index += 1) {
    if (text[index] !== '"') continue;
    if (text[index + 1] === '"') {
      index += 1;
      continue;
    }
    const next = text[index + 1];
    return next === undefined || next === '\t' || next === '\n' ? index : undefined;
  }
  return undefined;
}

/** Reads what Excel, WPS and Numbers put on the clipboard as plain text. */
export function parseTsv(input: string): string[][] {
  const text = input.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/\n$/, '');
  const rows: string[][] = [];
  let row: string[] = [];
  let index = 0;
  for (;;) {
    const close = text[index] === '"' ? closingQuote(text, index) : undefined;
    const end = close === undefined ? nextBreak(text, index) : close + 1;
    row.push(close === undefined ? text.slice(index, end) : text.slice(index + 1, close).replaceAll('""', '"'));
    if (end >= text.length) break;
    if (text[end] === '\n') {
      rows.push(row);
      row = [];
    }
    index = end + 1;
  }
  rows.push(row);
  return rows;
}

function nextBreak(text: string, from: number): number {
  for (let index = from; index < text.length; index += 1) if (text[index] === '\t' || text[index] === '\n') return index;
  return text.length;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (char) => escapes[char] ?? char).replaceAll('\n', '<br>');

/** `spans[row][col]`: rows that the cell spans; 0 for one that is covered from above; 1 when absent. */
export type SpanTable = readonly (readonly number[] | undefined)[];

/** The same block as a table with merged cells, for Excel, WPS and Word. */
export function toHtml(block: Block, spans: SpanTable = []): string {
  const rows = block.map((row, rowIndex) => {
    const cells = row.map((cell, col) => {
      const span = spans[rowIndex]?.[col] ?? 1;
      if (span === 0) return '';
      return `<td${span > 1 ? ` rowspan="${span}"` : ''}>${escapeHtml(cell)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>${rows.join('')}</table>`;
}

const sameShape = (a: Block, b: Block): boolean => a.length === b.length && a.every((row, index) => row.length === b[index]?.length);

/**
 * The block that was copied. Plain text keeps the exact characters, the HTML beside it knows which cells were merged
 * and where Word's cells really end: the text is used when both agree in shape, with merged values repeated from the HTML.
 */
export function readClipboard(source: { readonly text: string; readonly html: string }): string[][] {
  const plain = parseTsv(source.text);
  const table = source.html ? parseHtmlTable(source.html) : undefined;
  if (!table) return plain;
  if (source.text === '' || !sameShape(plain, table.cells)) return table.cells;
  return plain.map((row, rowIndex) => row.map((cell, col) => (table.covered[rowIndex]?.[col] ? (table.cells[rowIndex]?.[col] ?? cell) : cell)));
}

/** Every row as long as the longest. */
export function rectangular(block: Block): string[][] {
  const width = Math.max(0, ...block.map((row) => row.length));
  return block.map((row) => Array.from({ length: width }, (_, col) => row[col] ?? ''));
}
