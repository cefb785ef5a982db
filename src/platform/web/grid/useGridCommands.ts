import { useRef } from 'react';
import { planCells, planDelete, planInsert, planMove } from './change.rules.ts';
import type { CellInput } from './change.rules.ts';
import type { Command } from './keys.rules.ts';
import { areaOf, at, coverSpans, goTo, moveSelection, tabTo } from './selection.rules.ts';
import type { Area, Field, Place, Selection } from './selection.rules.ts';
import { useToast } from '../ui/Toast.tsx';
import type { GridEditor } from './useGridEditor.ts';
import type { GridModel } from './useGridModel.ts';
import { cellValue, isReadOnly } from './value.rules.ts';

export interface GridCommands {
  /** True when the key was used. */
  readonly run: (command: Command) => boolean;
  readonly area: Area;
  readonly clear: () => void;
  readonly insertRow: (index: number) => void;
  readonly deleteRows: () => void;
  readonly moveRow: (from: number, to: number) => void;
  /** False when the column has no two sides, or may not be changed. */
  readonly toggle: (place: Place) => boolean;
  readonly field: Field;
}

const PAGE_ROWS = 15;

/** The cell turned over; undefined when it has no other side or is fixed. */
export function planToggle(model: GridModel, row: number, col: number): readonly CellInput[] | undefined {
  const column = model.columns[col];
  const entry = model.rows[row];
  if (model.readOnly || !column?.toggle || !entry || isReadOnly(column, entry)) return undefined;
  return [{ row, col, value: column.toggle.next(cellValue(column, entry, row)) }];
}

export function fieldOf(model: GridModel, count: number): Field {
  return {
    rows: count,
    cols: model.columns.length,
    page: PAGE_ROWS,
    filled: ({ row, col }) => model.textAt(row, col) !== '',
    span: ({ row, col }) => model.span(row, col),
  };
}

/** Carries out what keys and menus ask for. `count` includes the blank row at the end. */
export function useGridCommands(model: GridModel, count: number, selection: Selection, select: (next: Selection) => void, editor: GridEditor): GridCommands {
  const toast = useToast();
  /** Where a run of Tabs began: Enter returns to that column, as in Excel. */
  const tabColumn = useRef<number | undefined>(undefined);
  /** After Escape the next Tab leaves the grid (WCAG 2.1.2: no keyboard trap). */
  const leaving = useRef(false);
  const field = fieldOf(model, count);
  const area = coverSpans(field, areaOf(selection));

  const clear = () => {
    const inputs: CellInput[] = [];
    for (let row = area.top; row <= Math.min(area.bottom, model.rows.length - 1); row += 1) {
      for (let col = area.left; col <= area.right; col += 1) inputs.push({ row, col, text: '' });
    }
    if (!model.readOnly) model.changes.apply(planCells(model.view, inputs));
  };
  const deleteRows = () => {
    const changes = planDelete(model.rows, area.top, area.bottom);
    if (!model.canDelete || changes.length === 0) return;
    model.changes.apply({ changes, rejected: [] });
    toast.show({ key: 'grid', text: model.words.deleted(changes.length), undo: () => model.changes.takeBack(changes) });
  };
  const insertRow = (index: number) => {
    if (!model.canInsert) return;
    model.changes.apply({ changes: [planInsert(model.view, index)], rejected: [] });
    select(at(index, 0));
  };
  const moveRow = (from: number, to: number) => {
    const change = planMove(model.rows, from, to);
    if (!model.canMove || !change) return;
    model.changes.apply({ changes: [change], rejected: [] });
    select(at(Math.max(0, Math.min(model.rows.length - 1, to)), selection.active.col));
  };
  const toggle = ({ row, col }: Place): boolean => {
    const inputs = planToggle(model, row, col);
    if (inputs) model.changes.apply(planCells(model.view, inputs));
    return inputs !== undefined;
  };

  const tab = (back: boolean): boolean => {
    editor.commit();
    const next = leaving.current ? undefined : tabTo(field, selection, back);
    leaving.current = false;
    if (!next) return false;
    tabColumn.current ??= selection.active.col;
    select(next);
    return true;
  };
  const enter = (back: boolean) => {
    editor.commit();
    const next = moveSelection(field, selection, back ? 'up' : 'down', 'step', false);
    select(tabColumn.current === undefined || back ? next : at(next.active.row, tabColumn.current));
    tabColumn.current = undefined;
  };

  const run = (command: Command): boolean => {
    if (command.kind !== 'tab' && command.kind !== 'enter') tabColumn.current = undefined;
    if (command.kind !== 'tab') leaving.current = false;
    switch (command.kind) {
      case 'move':
        if (editor.choices.length > 0 && (command.direction === 'up' || command.direction === 'down')) editor.mark(command.direction === 'up' ? -1 : 1);
        else {
          editor.commit();
          select(moveSelection(field, selection, command.direction, command.jump, command.extend));
        }
        return true;
      case 'goTo':
        select(goTo(field, selection, command.end, command.whole, command.extend));
        return true;
      case 'tab':
        return tab(command.back);
      case 'enter':
        enter(command.back);
        return true;
      case 'edit':
      case 'openList':
        editor.begin(selection.active);
        return true;
      case 'cancel':
        leaving.current = !editor.editing;
        editor.cancel();
        return editor.editing !== undefined;
      case 'clear':
        clear();
        return true;
      case 'undo':
        model.changes.undo();
        return true;
      case 'redo':
        model.changes.redo();
        return true;
      case 'selectAll':
        select({ active: { row: 0, col: 0 }, corner: { row: Math.max(0, model.rows.length - 1), col: field.cols - 1 } });
        return true;
      case 'selectRow':
        select({ active: { row: area.top, col: 0 }, corner: { row: area.bottom, col: field.cols - 1 } });
        return true;
      case 'moveRow':
        moveRow(selection.active.row, selection.active.row + command.by);
        return true;
      case 'toggle':
        return toggle(selection.active);
      case 'newLine':
        return false;
    }
  };
  return { run, area, clear, insertRow, deleteRows, moveRow, toggle, field };
}
