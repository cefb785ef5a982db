import { memo } from 'react';
import type { CellMark, GridRow } from './grid.types.ts';
import type { AnyColumn } from './useGridModel.ts';
import { cellText, cellValue, isReadOnly } from './value.rules.ts';
import css from './grid.module.css';

/** Everything a row is drawn from, flat, so that a row is drawn again only when it looks different. */
export interface GridRowProps {
  readonly row: GridRow;
  readonly index: number;
  readonly columns: readonly AnyColumn[];
  /** Rows that the cell of each column spans, joined by commas; 0 draws none. */
  readonly spans: string;
  readonly marks: ReadonlyMap<string, CellMark> | undefined;
  /** Fields that wait for the server, joined by commas. */
  readonly pending: string;
  /** First and last selected column, `2-4`; empty for none. */
  readonly selected: string;
  readonly isActive: boolean;
  readonly readOnly: boolean;
}

const LONG = 12;

function Cell({ column, row, index, span, mark, pending, selected, readOnly, col }: { column: AnyColumn; row: GridRow; index: number; span: number; mark: CellMark | undefined; pending: boolean; selected: boolean; readOnly: boolean; col: number }) {
  const value = cellValue(column, row, index);
  const text = mark?.kind === 'invalid' ? mark.text : cellText(column, value, row);
  const isFigure = column.kind === 'money' || column.kind === 'number';
  const fixed = isReadOnly(column, row);
  const question = mark ? undefined : column.question?.(value as never, row as never);
  const className = [css['cell'], isFigure ? css['end'] : '', fixed && !readOnly ? css['fixed'] : '', mark ? css[mark.kind] : question ? css['asked'] : '', column.merge ? css['merging'] : '', span > 1 ? css['merged'] : ''].filter(Boolean).join(' ');
  return (
    <td
      role="gridcell"
      className={className}
      data-row={index}
      data-col={col}
      rowSpan={span > 1 ? span : undefined}
      aria-colindex={col + 2}
      aria-selected={selected}
      aria-readonly={fixed || undefined}
      aria-invalid={mark ? true : undefined}
      data-pending={pending || undefined}
      title={question ?? (text.length > LONG ? text : undefined)}
    >
      {column.render && !mark ? column.render(value as never, row as never) : <span className={css['text']}>{text}</span>}
      {question ? <span className="visually-hidden">{question}</span> : null}
    </td>
  );
}

export const GridRowView = memo(function GridRowView({ row, index, columns, spans, marks, pending, selected, isActive, readOnly }: GridRowProps) {
  const drawn = spans.split(',');
  const waiting = pending.split(',');
  const [from = -1, to = -1] = selected === '' ? [] : selected.split('-').map(Number);
  return (
    <tr role="row" aria-rowindex={index + 2} className={isActive ? css['activeRow'] : ''}>
      <th scope="row" role="rowheader" className={css['number']} data-row={index} aria-colindex={1}>{index + 1}</th>
      {columns.map((column, col) => {
        const span = Number(drawn[col] ?? 1);
        if (span === 0) return null;
        return <Cell key={column.field} column={column} row={row} index={index} span={span} col={col} mark={marks?.get(column.field)} pending={waiting.includes(column.field)} selected={col >= from && col <= to} readOnly={readOnly} />;
      })}
    </tr>
  );
});
