import { useMemo } from 'react';
import { useMessages } from '../i18n.tsx';
import type { GridView } from './change.rules.ts';
import { gridMessages } from './grid.messages.ts';
import type { GridWords } from './grid.messages.ts';
import type { GridProps } from './grid.props.ts';
import type { GridColumn, GridRow, Presence } from './grid.types.ts';
import { mergedSpans, spanAt } from './merge.rules.ts';
import type { Span, Spans } from './merge.rules.ts';
import { useGridChanges } from './useGridChanges.ts';
import type { GridChanges } from './useGridChanges.ts';
import { cellText, cellValue } from './value.rules.ts';

export type AnyColumn = GridColumn<never>;

/** Everything that the table and the cards of one grid share. */
export interface GridModel {
  readonly label: string;
  readonly rows: readonly GridRow[];
  readonly columns: readonly AnyColumn[];
  readonly changes: GridChanges;
  readonly spans: Spans;
  readonly view: GridView;
  readonly words: GridWords;
  readonly readOnly: boolean;
  readonly canInsert: boolean;
  readonly canDelete: boolean;
  readonly canMove: boolean;
  readonly rowNumber: string | undefined;
  readonly presence: readonly Presence[];
  readonly onActiveCell: GridProps<GridRow>['onActiveCell'];
  readonly textAt: (row: number, col: number) => string;
  readonly span: (row: number, col: number) => Span;
  readonly footer: readonly (string | undefined)[] | undefined;
}

function footerOf(columns: readonly AnyColumn[], rows: readonly GridRow[], footer: Readonly<Record<string, unknown>> | undefined): readonly (string | undefined)[] | undefined {
  if (!footer) return undefined;
  return columns.map((column) => {
    const cell = footer[column.field];
    if (cell === undefined) return undefined;
    if (typeof cell === 'function') return (cell as (rows: readonly GridRow[]) => string)(rows);
    if (typeof cell === 'object' && cell !== null && 'text' in cell) return String(cell.text);
    const values = rows.map((row, index) => cellValue(column, row, index)).filter((value) => typeof value === 'number');
    if (values.length === 0) return cellText(column, null, { id: '' }) || '—';
    return cellText(column, values.reduce((sum, value) => sum + value, 0), { id: '' });
  });
}

export function useGridModel<Row extends GridRow>(props: GridProps<Row>): GridModel {
  const { rows: base, readOnly = false, canInsert = true, canDelete = true, canMove = true, newRow, onActiveCell } = props;
  const words = useMessages(gridMessages);
  const columns = props.columns as unknown as readonly AnyColumn[];
  const changes = useGridChanges(base, columns, props.onChange);
  const { rows } = changes;
  const open = !readOnly && props.onChange !== undefined;
  const spans = useMemo(() => mergedSpans(rows, columns), [rows, columns]);
  const view = useMemo<GridView>(
    () => ({ rows, columns, canInsert: open && canInsert, words, newRow: (above) => newRow?.(above as Row | undefined) ?? {}, makeId: () => crypto.randomUUID() }),
    [rows, columns, open, canInsert, words, newRow],
  );
  const footer = useMemo(() => footerOf(columns, rows, props.footer), [columns, rows, props.footer]);
  return useMemo<GridModel>(
    () => ({
      label: props.label, rows, columns, changes, spans, view, words, footer,
      readOnly: !open,
      canInsert: open && canInsert,
      canDelete: open && canDelete,
      canMove: open && canMove,
      rowNumber: props.rowNumber,
      presence: props.presence ?? [],
      onActiveCell,
      textAt: (row, col) => {
        const column = columns[col];
        const entry = rows[row];
        return column && entry ? cellText(column, cellValue(column, entry, row), entry) : '';
      },
      span: (row, col) => spanAt(spans, columns[col]?.field, row),
    }),
    [props.label, rows, columns, changes, spans, view, words, footer, open, canInsert, canDelete, canMove, props.rowNumber, props.presence, onActiveCell],
  );
}
