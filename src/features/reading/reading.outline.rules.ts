import type { GridCell } from './reading.grid.rules.ts';
import type { Column } from './reading.heading.rules.ts';
import { CHINESE_NUMBER } from './reading.normal.vocabulary.ts';
import { squeeze } from './reading.normal.rules.ts';
import type { FoundRow, FoundTable } from './reading.table.rules.ts';
import type { TableKind } from './reading.contract.ts';

const OUTLINED = new Set<TableKind>(['budget', 'materials']);

function bareNumber(text: string): string {
  return squeeze(text).replace(/^[(]|[)\u3001.]$/g, '');
}

function isChild(number: string, parent: string): boolean {
  if (CHINESE_NUMBER.test(parent)) return /^\d/.test(number);
  return number.startsWith(`${parent}.`) || number.startsWith(`${parent}-`);
}

function childrenOf(rows: FoundRow[], place: number, column: number): number {
  const parent = numberAt(rows[place], column);
  if (!parent) return 0;
  let count = 0;
  for (let next = place + 1; next < rows.length; next += 1) {
    const row = rows[next];
    if (row?.kind !== 'line' || !isChild(numberAt(row, column), parent)) break;
    count += 1;
  }
  return count;
}

function numberAt(row: FoundRow | undefined, column: number): string {
  return row?.kind === 'line' ? bareNumber(row.cells[column]?.text ?? '') : '';
}

function nameOf(cells: GridCell[], columns: Column[]): string {
  const named = columns.findIndex((column, place) => column.type === 'text' && column.field !== 'note' && squeeze(cells[place]?.text ?? '') !== '');
  return named < 0 ? '' : (cells[named]?.text ?? '');
}

/** Rows of an outline: what `outline` adds to the rows of a table. */
export type OutlineRow = FoundRow | { kind: 'parent'; label: string; cells: GridCell[]; lines: number };

/**
 * Turns numbered parents (`1` above `1.1`, `一` above `1`) of a budget into what they are: a group name for their children,
 * and a total over them. Counted as a line, a parent would double its children's money.
 */
export function outline(found: FoundTable): OutlineRow[] {
  const { columns, kind } = found.reading;
  const column = columns.findIndex((one) => one.field === 'number');
  if (column < 0 || !OUTLINED.has(kind)) return found.rows;
  const rows: OutlineRow[] = [];
  found.rows.forEach((row, place) => {
    const children = row.kind === 'line' ? childrenOf(found.rows, place, column) : 0;
    if (row.kind !== 'line' || children === 0) {
      rows.push(row);
      return;
    }
    const label = nameOf(row.cells, columns);
    rows.push({ kind: 'group', text: label }, { kind: 'parent', label, cells: row.cells, lines: children });
  });
  return rows;
}
