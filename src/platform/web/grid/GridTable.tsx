import { useEffect, useId, useRef, useState } from 'react';
import { boxOf, useGeometry, useRowWindow, WINDOW_FROM } from './geometry.ts';
import { GridBody } from './GridBody.tsx';
import { GridInput } from './GridInput.tsx';
import { GridOverlay } from './GridOverlay.tsx';
import { GridRowMenu } from './GridRowMenu.tsx';
import { GridStatus } from './GridStatus.tsx';
import type { Place } from './selection.rules.ts';
import { useAskedCell } from './useAskedCell.ts';
import { useGridClipboard } from './useGridClipboard.ts';
import { useGridCommands } from './useGridCommands.ts';
import { useGridEditor } from './useGridEditor.ts';
import type { GridModel } from './useGridModel.ts';
import { useGridPointer } from './useGridPointer.ts';
import { useGridSelection } from './useGridSelection.ts';
import css from './grid.module.css';

const NUMBER_WIDTH = 44;
const LEAST_WIDTH = 110;

const leastWidth = (model: GridModel): number => NUMBER_WIDTH + model.columns.reduce((sum, column) => sum + (column.width ?? LEAST_WIDTH), 0);

function Head({ model }: { readonly model: GridModel }) {
  return (
    <thead>
      <tr role="row" aria-rowindex={1}>
        <th role="columnheader" scope="col" aria-colindex={1} className={css['number']}>{model.rowNumber ?? <span className="visually-hidden">{model.words.row}</span>}</th>
        {model.columns.map((column, index) => (
          <th key={column.field} role="columnheader" scope="col" aria-colindex={index + 2} className={column.kind === 'money' || column.kind === 'number' ? css['end'] : ''} title={column.title}>
            {column.title}
            {column.unit ? <small>({column.unit})</small> : null}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Foot({ model }: { readonly model: GridModel }) {
  if (!model.footer) return null;
  return (
    <tfoot>
      <tr role="row" aria-rowindex={model.rows.length + (model.canInsert ? 3 : 2)}>
        <td role="gridcell" aria-colindex={1} />
        {model.columns.map((column, index) => (
          <td key={column.field} role="gridcell" aria-colindex={index + 2} className={column.kind === 'money' || column.kind === 'number' ? css['end'] : ''}>{model.footer?.[index]}</td>
        ))}
      </tr>
    </tfoot>
  );
}

/** Tells the page where this person is, so that others can see it. */
function useActiveCellReport(model: GridModel, active: Place, focused: boolean): void {
  const { onActiveCell } = model;
  const rowId = model.rows[active.row]?.id;
  const field = model.columns[active.col]?.field;
  useEffect(() => {
    onActiveCell?.(focused && rowId !== undefined && field !== undefined ? { rowId, field } : null);
  }, [focused, rowId, field, onActiveCell]);
}

/** The grid as a table: see the page of keys in {@link gridMessages}.help. */
export function GridTable({ model }: { readonly model: GridModel }) {
  const table = useRef<HTMLTableElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const helpId = useId();
  const [focused, setFocused] = useState(false);
  const count = model.rows.length + (model.canInsert ? 1 : 0);
  const { selection, select } = useGridSelection(model.rows, count, model.columns.length);
  const editor = useGridEditor(model);
  const commands = useGridCommands(model, count, selection, select, editor);
  const clipboard = useGridClipboard(model, commands, editor, select);
  const pointer = useGridPointer(model, selection, select, editor, commands, input);
  const geometry = useGeometry(table, model.columns.length);
  const window = useRowWindow(scroller, model.rows.length);
  const { active, corner } = selection;
  const span = model.span(active.row, active.col);
  const isRange = commands.area.left !== commands.area.right || commands.area.top !== span.start || commands.area.bottom !== span.end;
  const box = boxOf(geometry, { top: span.start, bottom: span.end, left: active.col, right: active.col });

  useEffect(() => {
    if (focused) input.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [focused, active.row, active.col, corner.row]);
  useActiveCellReport(model, active, focused);
  useAskedCell(model, select, input);
  const onDoubleClick = (event: React.MouseEvent<HTMLElement>) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('td[data-col]');
    if (cell) editor.begin({ row: Number(cell.dataset['row']), col: Number(cell.dataset['col']) });
  };
  return (
    <div className={css['grid']}>
      <div ref={scroller} className={`${css['scroller']} ${model.rows.length > WINDOW_FROM ? css['tall'] : ''}`}>
        <div className={`${css['canvas']} ${model.canInsert || model.canMove || model.canDelete ? css['open'] : ''}`} data-canvas style={{ minWidth: leastWidth(model) }} onPointerMove={pointer.onPointerMove} onPointerUp={pointer.onPointerUp}>
          <table
            ref={table}
            role="grid"
            className={`${css['table']} ${model.canMove ? css['movable'] : ''}`}
            aria-label={model.label}
            aria-rowcount={count + (model.footer ? 2 : 1)}
            aria-colcount={model.columns.length + 1}
            aria-multiselectable="true" aria-readonly={model.readOnly}
            onPointerDown={pointer.onPointerDown}
            onDoubleClick={onDoubleClick}
          >
            <colgroup>
              <col width={NUMBER_WIDTH} />
              {model.columns.map((column) => <col key={column.field} width={column.width} />)}
            </colgroup>
            <Head model={model} />
            <GridBody model={model} window={window} area={commands.area} activeRow={active.row} />
            <Foot model={model} />
          </table>
          <GridOverlay model={model} geometry={geometry} area={commands.area} active={active} filling={pointer.filling} dropAt={pointer.dropAt} focused={focused} isRange={isRange} editing={editor.editing !== undefined} onFillStart={pointer.startFill} table={table} />
          <GridInput model={model} editor={editor} commands={commands} clipboard={clipboard} active={active} box={box} input={input} onFocusChange={setFocused} helpId={helpId} />
          {model.readOnly || active.row >= model.rows.length ? null : <GridRowMenu model={model} commands={commands} row={active.row} top={box.top} />}
        </div>
      </div>
      <GridStatus model={model} area={commands.area} isRange={isRange} focused={focused} helpId={helpId} />
    </div>
  );
}
