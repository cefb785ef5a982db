/** Delimited text (RFC 4180, and what spreadsheets put on the clipboard). */

export const DELIMITERS = [',', '\t', ';', '|', '\uff0c', '\uff1b'] as const;

/** Splits delimited text into rows of cells: quotes, doubled quotes and line breaks inside quotes. Stops with `tooMany` after `maxRows`. */
export function parseDelimited(text: string, delimiter: string, maxRows = Number.POSITIVE_INFINITY): { rows: string[][]; tooMany: boolean } {
  const rows: string[][] = [];
  let row: string[] = [];
  let place = 0;
  const { length } = text;
  const endRow = (): void => {
    rows.push(row);
    row = [];
  };
  while (place <= length) {
    if (rows.length >= maxRows) return { rows, tooMany: true };
    let cell: string;
    if (text[place] === '"') {
      [cell, place] = quoted(text, place, delimiter);
    } else {
      const start = place;
      while (place < length && text[place] !== delimiter && text[place] !== '\n' && text[place] !== '\r') place += 1;
      cell = text.slice(start, place);
    }
    row.push(cell);
    if (place >= length) break;
    if (text[place] === delimiter) {
      place += 1;
      continue;
    }
    if (text[place] === '\r' && text[place + 1] === '\n') place += 1;
    place += 1;
    endRow();
    if (place >= length) return { rows, tooMany: false };
  }
  endRow();
  return { rows, tooMany: false };
}

/** A quoted cell from its opening quote; a quote that never closes is an ordinary character of its line. */
function quoted(text: string, start: number, delimiter: string): [string, number] {
  let place = start + 1;
  let from = place;
  let cell = '';
  for (;;) {
    const quote = text.indexOf('"', place);
    if (quote < 0) {
      let end = start;
      while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
      return [text.slice(start, end), end];
    }
    if (text[quote + 1] === '"') {
      cell += text.slice(from, quote + 1);
      place = quote + 2;
      from = place;
      continue;
    }
    cell += text.slice(from, quote);
    let end = quote + 1;
    while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
    return [cell + text.slice(quote + 1, end), end];
  }
}

/** The delimiter that cuts the first lines into the most even number of cells; undefined when none does. */
export function detectDelimiter(text: string): string | undefined {
  const sample = text.slice(0, 20_000);
  let best: { delimiter: string; score: number } | undefined;
  for (const delimiter of DELIMITERS) {
    const rows = parseDelimited(sample, delimiter, 60).rows.filter((row) => row.some((cell) => cell.trim() !== ''));
    const widths = rows.map((row) => row.length).filter((width) => width > 1);
    if (widths.length < 2 && rows.length > 2) continue;
    const counts = new Map<number, number>();
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
    const [width, agreeing] = [...counts].sort((left, right) => right[1] - left[1] || right[0] - left[0])[0] ?? [1, 0];
    const score = width < 2 ? 0 : (agreeing / Math.max(1, rows.length)) * Math.min(width, 8);
    if (score > (best?.score ?? 0.5)) best = { delimiter, score };
  }
  return best?.delimiter;
}
