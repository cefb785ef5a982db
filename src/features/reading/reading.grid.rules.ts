import type { SourceCell, SourceTable } from './reading.source.rules.ts';
import { normalize } from './reading.normal.rules.ts';

/** A cell of the full grid: every place has one, also where a merge covers it. */
export interface GridCell extends SourceCell {
  /** Covered by the cell above or to the left of it, which carries the text. */
  covered?: 'above' | 'left';
  /** The source row ended before this place. */
  missing?: boolean;
}

export type Grid = GridCell[][];

/** Wider tables are no campaign document; what lies beyond is not read. */
export const WIDEST = 256;

export function isEmpty(cell: GridCell | undefined): boolean {
  return cell === undefined || (normalize(cell.text) === '' && cell.unread === undefined);
}

/** Lays merged cells out on a full grid, as a browser does with `colspan` and `rowspan`. */
export function expand(table: SourceTable): Grid {
  const grid: Grid = table.rows.map(() => []);
  table.rows.forEach((row, y) => {
    let x = 0;
    const line = grid[y] as GridCell[];
    for (const cell of row) {
      while (line[x]) x += 1;
      if (x >= WIDEST) break;
      const wide = Math.min(Math.max(1, cell.colSpan ?? 1), WIDEST - x);
      const high = Math.min(Math.max(1, cell.rowSpan ?? 1), grid.length - y);
      for (let dy = 0; dy < high; dy += 1) {
        for (let dx = 0; dx < wide; dx += 1) {
          const target = grid[y + dy] as GridCell[];
          target[x + dx] ??= dy === 0 && dx === 0 ? cell : { text: '', covered: dy > 0 ? 'above' : 'left' };
        }
      }
      x += wide;
    }
  });
  const width = grid.reduce((most, row) => Math.max(most, row.length), 0);
  for (const row of grid) for (let x = 0; x < width; x += 1) row[x] ??= { text: '', missing: true };
  return grid;
}

export function transpose(grid: Grid): Grid {
  const width = grid[0]?.length ?? 0;
  return Array.from({ length: width }, (_, x) => grid.map((row) => flip(row[x] ?? { text: '' })));
}

function flip({ covered, colSpan, rowSpan, ...cell }: GridCell): GridCell {
  return {
    ...cell,
    ...(covered ? { covered: covered === 'above' ? ('left' as const) : ('above' as const) } : {}),
    ...(rowSpan ? { colSpan: rowSpan } : {}),
    ...(colSpan ? { rowSpan: colSpan } : {}),
  };
}

/** Cuts the grid at columns that hold nothing: two tables side by side, or an empty margin. */
export function bands(grid: Grid): Grid[] {
  const width = grid[0]?.length ?? 0;
  const used = Array.from({ length: width }, (_, x) => grid.some((row) => !isEmpty(row[x]) || row[x]?.covered !== undefined));
  const ranges: [number, number][] = [];
  for (let x = 0; x < width; x += 1) {
    if (!used[x]) continue;
    const from = x;
    while (x + 1 < width && used[x + 1]) x += 1;
    ranges.push([from, x + 1]);
  }
  return ranges.map(([from, to]) => grid.map((row) => row.slice(from, to)));
}

/** Without its empty columns at the edges. */
export function trimmed(grid: Grid): Grid {
  const width = grid[0]?.length ?? 0;
  const used = (x: number): boolean => grid.some((row) => !isEmpty(row[x]));
  let from = 0;
  let to = width;
  while (from < to && !used(from)) from += 1;
  while (to > from && !used(to - 1)) to -= 1;
  return from === 0 && to === width ? grid : grid.map((row) => row.slice(from, to));
}

/** The texts of a row that are there, left to right. */
export function filledTexts(row: GridCell[]): string[] {
  return row.filter((cell) => !isEmpty(cell)).map((cell) => cell.text);
}
