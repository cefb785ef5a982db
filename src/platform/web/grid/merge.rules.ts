import { valueOf } from './grid.types.ts';
import type { GridColumn, GridRow } from './grid.types.ts';

export interface Span {
  /** First row. */
  readonly start: number;
  /** Last row, included. */
  readonly end: number;
}

/** Per merged column, the span that each row belongs to. Empty values are never merged: "not yet" is not one thing. */
export type Spans = ReadonlyMap<string, readonly Span[]>;

function spansOf(rows: readonly GridRow[], field: string): readonly Span[] {
  const spans: Span[] = [];
  for (let start = 0; start < rows.length; ) {
    const first = rows[start];
    const value = first ? valueOf(first, field) : null;
    let end = start;
    while (value !== null && value !== '' && end + 1 < rows.length) {
      const next = rows[end + 1];
      if (!next || valueOf(next, field) !== value) break;
      end += 1;
    }
    const span = { start, end };
    for (let row = start; row <= end; row += 1) spans.push(span);
    start = end + 1;
  }
  return spans;
}

export function mergedSpans(rows: readonly GridRow[], columns: readonly Pick<GridColumn, 'field' | 'merge'>[]): Spans {
  return new Map(columns.filter((column) => column.merge).map((column) => [column.field, spansOf(rows, column.field)]));
}

export function spanAt(spans: Spans, field: string | undefined, row: number): Span {
  return (field === undefined ? undefined : spans.get(field)?.[row]) ?? { start: row, end: row };
}

/** The column that names a row: the marked one, else the widest text (one without a width of its own), else the first text. */
export function mainColumn(columns: readonly Pick<GridColumn<never>, 'kind' | 'merge' | 'compute' | 'width' | 'card'>[]): number {
  const marked = columns.findIndex((column) => column.card === 'title');
  if (marked !== -1) return marked;
  const texts = columns.map((column, col) => ({ column, col })).filter(({ column }) => column.kind === 'text' && !column.merge && !column.compute);
  const found = texts.find(({ column }) => column.width === undefined) ?? texts[0];
  return found?.col ?? 0;
}

/**
 * How a merged column draws a row within a window of rows: the number of rows its cell spans, or 0 when a cell above
 * covers it. The first row of the window draws the rest of a span that began before it.
 */
export function drawnSpan(span: Span, row: number, window: Span): number {
  const first = Math.max(span.start, window.start);
  if (row !== first) return 0;
  return Math.min(span.end, window.end) - first + 1;
}
