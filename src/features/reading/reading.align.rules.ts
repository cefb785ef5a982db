import { fitOf } from './reading.fit.rules.ts';
import type { Column } from './reading.heading.rules.ts';

/** Remarks are often empty, the matter itself never. */
const SKIP: { [field: string]: number } = { note: 0.4, result: 0.6, suggestion: 0.6, actual: 0.6, detail: 0.7, contact: 0.7, content: 1.2, task: 1.2, item: 1.2, risk: 1.2, amount: 1.1, duty: 1.1 };

/** What it costs when a cell of this column is not there. A merged phase or category cell is the usual reason for a short row (T2). */
export function skipCost(column: Column, place: number, width: number): number {
  // With two or three columns there is little else to tell a row by: every cell is expected.
  if ((column.field === 'phase' || column.field === 'group') && width > 3) return 0.15;
  if (column.field === 'category' || (place === 0 && column.type === 'text')) return 0.5;
  return SKIP[column.field] ?? 0.9;
}

/**
 * Puts the cells of a short row under the columns they fit best, in order: a row of five cells under six headings.
 * Returns for each column the index of its cell, or -1.
 */
export function alignRow(texts: string[], columns: Column[]): number[] {
  const width = columns.length;
  const count = Math.min(texts.length, width);
  // best[c][k]: the best score with k cells placed in the first c columns.
  const best: number[][] = [];
  const took: boolean[][] = [];
  for (let c = 0; c <= width; c += 1) {
    best.push(Array<number>(count + 1).fill(-Infinity));
    took.push(Array<boolean>(count + 1).fill(false));
  }
  (best[0] as number[])[0] = 0;
  for (let c = 1; c <= width; c += 1) {
    const column = columns[c - 1] as Column;
    for (let k = 0; k <= Math.min(c, count); k += 1) {
      const above = (best[c - 1] as number[])[k] ?? -Infinity;
      // Cells left out at the end are the commonest of all: an editor cut the row's trailing blanks.
      const skip = above - (k === count ? 0.05 : skipCost(column, c - 1, width));
      const place = k > 0 ? ((best[c - 1] as number[])[k - 1] ?? -Infinity) + fitOf(texts[k - 1] ?? '', column.type) : -Infinity;
      (best[c] as number[])[k] = Math.max(skip, place);
      (took[c] as boolean[])[k] = place >= skip;
    }
  }
  const result = Array<number>(width).fill(-1);
  for (let c = width, k = count; c > 0; c -= 1) {
    if (!took[c]?.[k]) continue;
    k -= 1;
    result[c - 1] = k;
  }
  return result;
}

const NUMERIC = new Set(['money', 'quantity', 'rate', 'measure', 'duration']);

/** As {@link alignRow} for a total row, whose first cell is its label and whose figures belong to the last numeric columns they fit: three cells of seven. */
export function alignTotal(texts: string[], columns: Column[]): number[] {
  const result = Array<number>(columns.length).fill(-1);
  result[0] = 0;
  const figures = texts.slice(1).map((text, place) => ({ text, place: place + 1 }));
  const money = columns.flatMap((column, place) => (place > 0 && column.type === 'money' && column.field !== 'unitPrice' ? [place] : []));
  const numeric = columns.flatMap((column, place) => (place > 0 && NUMERIC.has(column.type) ? [place] : []));
  const filled = figures.filter(({ text }) => text.trim() !== '');
  const targets = filled.length <= money.length ? money : numeric;
  filled.forEach(({ place }, index) => {
    const target = targets[index];
    if (target !== undefined) result[target] = place;
  });
  return result;
}
