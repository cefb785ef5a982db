import { useRef, useState } from 'react';
import type { PointerEvent, RefObject } from 'react';
import { planCells } from './change.rules.ts';
import { fillTarget, planFill } from './paste.rules.ts';
import { at } from './selection.rules.ts';
import type { Area, Place, Selection } from './selection.rules.ts';
import type { GridCommands } from './useGridCommands.ts';
import type { GridEditor } from './useGridEditor.ts';
import type { GridModel } from './useGridModel.ts';
import { cellValue } from './value.rules.ts';

type Drag =
  /** `pressed`: it began on a mark that turns its value over, which happens when it also ends there. */
  | { readonly kind: 'select'; readonly from: Place; pressed: boolean }
  | { readonly kind: 'rows'; readonly from: number; readonly startY: number; target: number | undefined }
  | { readonly kind: 'fill'; readonly source: Area; target: Area };

/** The cell under the pointer, by the `data-row` and `data-col` that the cells carry; -1 for the column of row numbers. */
function placeAt(event: PointerEvent): Place | undefined {
  const under = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-row]');
  if (!under) return undefined;
  return { row: Number(under.dataset['row']), col: Number(under.dataset['col'] ?? -1) };
}

/** On the mark of a cell that turns its value over. */
const isOnMark = (event: PointerEvent): boolean => event.button === 0 && !event.shiftKey && (event.target as Element).closest('[data-toggle]') !== null;

const DRAG_PX = 4;

/** Writes what a drag of the corner covered, as one act. */
function fill(model: GridModel, source: Area, target: Area): boolean {
  const read = (row: number, col: number) => {
    const column = model.columns[col];
    const entry = model.rows[row];
    return column && entry ? cellValue(column, entry, row) : null;
  };
  const inputs = planFill(source, target, model.columns, read);
  if (inputs.length > 0) model.changes.apply(planCells(model.view, inputs));
  return inputs.length > 0;
}

export interface GridPointer {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: (event: PointerEvent) => void;
  readonly startFill: (event: PointerEvent) => void;
  /** What a fill would cover. */
  readonly filling: Area | undefined;
  /** Row that a dragged row would stand at. */
  readonly dropAt: number | undefined;
}

/** Click, Shift-click and drag select; the corner fills; the row number selects and drags the row. */
export function useGridPointer(model: GridModel, selection: Selection, select: (next: Selection) => void, editor: GridEditor, commands: GridCommands, input: RefObject<HTMLTextAreaElement | null>): GridPointer {
  const drag = useRef<Drag | undefined>(undefined);
  const [filling, setFilling] = useState<Area | undefined>();
  const [dropAt, setDropAt] = useState<number | undefined>();
  const lastCol = model.columns.length - 1;

  const onPointerDown = (event: PointerEvent) => {
    const place = placeAt(event);
    if (!place || (event.button !== 0 && event.button !== 2)) return;
    event.preventDefault();
    editor.commit();
    input.current?.focus({ preventScroll: true });
    const inside = place.row >= commands.area.top && place.row <= commands.area.bottom;
    if (event.button === 2 && inside) return;
    if (place.col === -1) {
      select({ active: { row: place.row, col: 0 }, corner: { row: place.row, col: lastCol } });
      drag.current = { kind: 'rows', from: place.row, startY: event.clientY, target: undefined };
    } else {
      select(event.shiftKey ? { ...selection, corner: place } : at(place.row, place.col));
      drag.current = { kind: 'select', from: event.shiftKey ? selection.active : place, pressed: isOnMark(event) };
    }
    if (event.pointerType === 'mouse') event.currentTarget.setPointerCapture(event.pointerId);
  };

  const onPointerMove = (event: PointerEvent) => {
    const current = drag.current;
    const place = current ? placeAt(event) : undefined;
    if (!current || !place || event.pointerType !== 'mouse') return;
    if (current.kind === 'fill') {
      current.target = fillTarget(current.source, Math.min(place.row, model.rows.length - 1), Math.max(0, place.col));
      setFilling(current.target);
    } else if (current.kind === 'select') {
      current.pressed &&= place.row === current.from.row && place.col === current.from.col;
      if (place.col !== -1) select({ active: current.from, corner: place });
    } else if (model.canMove && (current.target !== undefined || Math.abs(event.clientY - current.startY) > DRAG_PX)) {
      current.target = Math.min(place.row, model.rows.length - 1);
      setDropAt(current.target);
    }
  };

  const onPointerUp = () => {
    const current = drag.current;
    drag.current = undefined;
    setFilling(undefined);
    setDropAt(undefined);
    if (current?.kind === 'select' && current.pressed) commands.toggle(current.from);
    if (current?.kind === 'rows' && current.target !== undefined) commands.moveRow(current.from, current.target);
    if (current?.kind !== 'fill' || !fill(model, current.source, current.target)) return;
    select({ active: { row: current.target.top, col: current.target.left }, corner: { row: current.target.bottom, col: current.target.right } });
  };

  const startFill = (event: PointerEvent) => {
    event.preventDefault();
    event.stopPropagation();
    editor.commit();
    drag.current = { kind: 'fill', source: commands.area, target: commands.area };
    (event.currentTarget.closest('[data-canvas]') ?? event.currentTarget).setPointerCapture(event.pointerId);
  };
  return { onPointerDown, onPointerMove, onPointerUp, startFill, filling, dropAt };
}
