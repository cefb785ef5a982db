/** The first table of an HTML clipboard, its merged cells repeated into every place that they cover. */
export interface PastedTable {
  readonly cells: string[][];
  /** True where the value is repeated from a merged cell above or to the left. */
  readonly covered: boolean[][];
}

interface SourceCell {
  text: string;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** Merged cells larger than this are a damaged or hostile clipboard. */
const MAX_SPAN = 2_000;
const MAX_HTML = 20_000_000;
const token = /<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9]*)\b([^>]*)>|([^<]+)|</gi;
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function decode(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name.toLowerCase()] ?? whole;
    const code = Number.parseInt(name.slice(name[1]?.toLowerCase() === 'x' ? 2 : 1), name[1]?.toLowerCase() === 'x' ? 16 : 10);
    return Number.isInteger(code) && code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
  });
}

function spanOf(attributes: string, name: string): number {
  const value = Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d+)`, 'i').exec(attributes)?.[1] ?? 1);
  return Math.max(1, Math.min(MAX_SPAN, value));
}

/** Line breaks that stand in the file are white space; only `<br>` and the ends of paragraphs break a line. */
const tidy = (text: string): string =>
  text.replaceAll(/[ \t]*\u0001[ \t]*/g, '\n').replaceAll(/[ \t]+/g, ' ').replaceAll(/\n+$/g, '').trim();

function readRows(html: string): SourceCell[][] | undefined {
  const rows: SourceCell[][] = [];
  let depth = 0;
  let cell: SourceCell | undefined;
  const close = () => {
    if (cell) cell.text = tidy(cell.text);
    cell = undefined;
  };
  for (const match of html.matchAll(token)) {
    const [, slash, name, attributes = '', text] = match;
    const tag = name?.toLowerCase();
    const opening = slash === '';
    if (text !== undefined) {
      if (cell) cell.text += decode(text.replaceAll(/\s+/g, ' '));
    } else if (tag === 'table') {
      depth += opening ? 1 : -1;
      if (depth === 0) return finish(rows, close);
    } else if (depth !== 1) continue;
    else if (tag === 'tr') {
      close();
      if (opening) rows.push([]);
    } else if (tag === 'td' || tag === 'th') {
      close();
      if (!opening) continue;
      cell = { text: '', rowSpan: spanOf(attributes, 'rowspan'), colSpan: Math.min(100, spanOf(attributes, 'colspan')) };
      rows.at(-1)?.push(cell);
    } else if (cell && (tag === 'br' || ((tag === 'p' || tag === 'div') && !opening))) cell.text += '\u0001';
  }
  return depth > 0 ? finish(rows, close) : undefined;
}

function finish(rows: SourceCell[][], close: () => void): SourceCell[][] {
  close();
  return rows;
}

function expand(rows: readonly SourceCell[][]): PastedTable {
  const cells: (string | undefined)[][] = rows.map(() => []);
  const covered: boolean[][] = rows.map(() => []);
  rows.forEach((row, rowIndex) => {
    let col = 0;
    for (const cell of row) {
      while (cells[rowIndex]?.[col] !== undefined) col += 1;
      for (let down = 0; down < cell.rowSpan && rowIndex + down < rows.length; down += 1) {
        for (let right = 0; right < cell.colSpan; right += 1) {
          (cells[rowIndex + down] ?? [])[col + right] = cell.text;
          (covered[rowIndex + down] ?? [])[col + right] = down + right > 0;
        }
      }
      col += cell.colSpan;
    }
  });
  return { cells: cells.map((row) => Array.from(row, (cell) => cell ?? '')), covered };
}

/** The first table, or undefined when there is none. Nothing of the HTML ever reaches the document. */
export function parseHtmlTable(html: string): PastedTable | undefined {
  if (html.length > MAX_HTML || !/<table\b/i.test(html)) return undefined;
  const rows = readRows(html)?.filter((row) => row.length > 0);
  return rows && rows.length > 0 ? expand(rows) : undefined;
}
