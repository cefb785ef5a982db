import { useMemo } from 'react';
import type { GridRow } from './grid.types.ts';
import type { CellMark } from './grid.types.ts';
import { cellKey } from './grid.types.ts';
import { ROW_HEIGHT } from './geometry.ts';
import type { RowWindow } from './geometry.ts';
import { GridRowView } from './GridRowView.tsx';
import { drawnSpan, mainColumn } from './merge.rules.ts';
import type { Area } from './selection.rules.ts';
import type { GridModel } from './useGridModel.ts';
import css from './grid.module.css';

function marksByRow(model: GridModel): ReadonlyMap<string, ReadonlyMap<string, CellMark>> {
  const rows = new Map<string, Map<string, CellMark>>();
  for (const [key, mark] of model.changes.marks) {
    const [rowId = '', field = ''] = key.split('\u0000');
    const row = rows.get(rowId) ?? new Map<string, CellMark>();
    rows.set(rowId, row.set(field, mark));
  }
  return rows;
}

function Spacer({ rows, cols }: { readonly rows: number; readonly cols: number }) {
  if (rows <= 0) return null;
  return <tr aria-hidden="true"><td colSpan={cols} className={css['spacer']} height={rows * ROW_HEIGHT} /></tr>;
}

/** The row below all others: what is typed or pasted into it becomes a new row. */
function BlankRow({ model }: { readonly model: GridModel }) {
  const index = model.rows.length;
  const hintAt = mainColumn(model.columns);
  return (
    <tr role="row" aria-rowindex={index + 2} className={css['blankRow']}>
      <th scope="row" role="rowheader" className={css['number']} data-row={index} aria-colindex={1} aria-label={model.words.addRow}>+</th>
      {model.columns.map((column, col) => (
        <td key={column.field} role="gridcell" className={css['cell']} data-row={index} data-col={col} aria-colindex={col + 2} aria-selected={false}>
          {col === hintAt ? <span className={css['hint']}>{model.words.newRow}</span> : null}
        </td>
      ))}
    </tr>
  );
}

export interface GridBodyProps {
  readonly model: GridModel;
  readonly window: RowWindow;
  readonly area: Area;
  readonly activeRow: number;
}

export function GridBody({ model, window, area, activeRow }: GridBodyProps) {
  const { rows, columns, changes } = model;
  const marks = useMemo(() => marksByRow(model), [model]);
  const drawn = { start: window.start, end: Math.min(window.end, rows.length - 1) };
  const spansFor = (index: number) => columns.map((_, col) => drawnSpan(model.span(index, col), index, drawn)).join(',');
  const pendingFor = (row: GridRow) => (changes.pending.size === 0 ? '' : columns.filter((column) => changes.pending.has(cellKey(row.id, column.field))).map((column) => column.field).join(','));
  return (
    <tbody>
      <Spacer rows={drawn.start} cols={columns.length + 1} />
      {rows.slice(drawn.start, drawn.end + 1).map((row, offset) => {
        const index = drawn.start + offset;
        return (
          <GridRowView
            key={row.id}
            row={row}
            index={index}
            columns={columns}
            spans={spansFor(index)}
            marks={marks.get(row.id)}
            pending={pendingFor(row)}
            selected={index >= area.top && index <= area.bottom ? `${area.left}-${area.right}` : ''}
            isActive={index === activeRow}
            readOnly={model.readOnly}
          />
        );
      })}
      <Spacer rows={rows.length - 1 - drawn.end} cols={columns.length + 1} />
      {model.canInsert ? <BlankRow model={model} /> : null}
    </tbody>
  );
}
