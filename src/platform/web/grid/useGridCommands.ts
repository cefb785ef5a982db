import { useRef } from 'react';
import type { RefObject } from 'react';
import type { Command } from './keys.rules.ts';
import { areaOf, at, coverSpans, goTo, moveSelection, tabTo } from './selection.rules.ts';
import type { Area, Field, Selection } from './selection.rules.ts';
import type { GridEditor } from './useGridEditor.ts';
import type { GridModel } from './useGridModel.ts';
import type { Select } from './useGridSelection.ts';
import { useRowActs } from './useRowActs.ts';
import type { RowActs } from './useRowActs.ts';

export interface GridCommands extends RowActs {
  /** True when the key was used. */
  readonly run: (command: Command) => boolean;
  readonly area: Area;
}

const PAGE_ROWS = 15;

function fieldOf(model: GridModel, count: number): Field {
  return {
    rows: count,
    cols: model.columns.length,
    page: PAGE_ROWS,
    filled: ({ row, col }) => model.textAt(row, col) !== '',
    span: ({ row, col }) => model.span(row, col),
  };
}

interface Context {
  readonly model: GridModel;
  readonly field: Field;
  readonly area: Area;
  readonly selection: Selection;
  readonly select: Select;
  readonly editor: GridEditor;
  readonly acts: RowActs;
  /** Where a run of Tabs began: Enter returns to that column, as in Excel. */
  readonly tabColumn: RefObject<number | undefined>;
  /** After Escape the next Tab leaves the grid (WCAG 2.1.2: no keyboard trap). */
  readonly leaving: RefObject<boolean>;
}

function tab({ editor, leaving, field, selection, tabColumn, select }: Context, back: boolean): boolean {
  editor.commit();
  const next = leaving.current ? undefined : tabTo(field, selection, back);
  leaving.current = false;
  if (!next) return false;
  tabColumn.current ??= selection.active.col;
  select(next);
  return true;
}

function enter({ editor, field, selection, tabColumn, select }: Context, back: boolean): void {
  editor.commit();
  const next = moveSelection(field, selection, back ? 'up' : 'down', 'step', false);
  select(tabColumn.current === undefined || back ? next : at(next.active.row, tabColumn.current));
  tabColumn.current = undefined;
}

function move({ editor, field, selection, select }: Context, command: Command & { readonly kind: 'move' }): void {
  const onList = editor.choices.length > 0 && (command.direction === 'up' || command.direction === 'down');
  if (onList) {
    editor.mark(command.direction === 'up' ? -1 : 1);
    return;
  }
  editor.commit();
  select(moveSelection(field, selection, command.direction, command.jump, command.extend));
}

function selectWhole({ model, field, area, select }: Context, rows: 'all' | 'own'): void {
  const [top, bottom] = rows === 'all' ? [0, Math.max(0, model.rows.length - 1)] : [area.top, area.bottom];
  select({ active: { row: top, col: 0 }, corner: { row: bottom, col: field.cols - 1 } });
}

function perform(context: Context, command: Command): boolean {
  const { model, field, selection, select, editor, acts, leaving } = context;
  switch (command.kind) {
    case 'move':
      move(context, command);
      return true;
    case 'goTo':
      select(goTo(field, selection, command.end, command.whole, command.extend));
      return true;
    case 'tab':
      return tab(context, command.back);
    case 'enter':
      enter(context, command.back);
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
      acts.clear();
      return true;
    case 'undo':
      model.changes.undo();
      return true;
    case 'redo':
      model.changes.redo();
      return true;
    case 'selectAll':
    case 'selectRow':
      selectWhole(context, command.kind === 'selectAll' ? 'all' : 'own');
      return true;
    case 'moveRow':
      acts.moveRow(selection.active.row, selection.active.row + command.by);
      return true;
    case 'toggle':
      return acts.toggle(selection.active);
    case 'newLine':
      return false;
  }
}

/** Carries out what keys and menus ask for. `count` includes the blank row at the end. */
export function useGridCommands(model: GridModel, count: number, selection: Selection, select: Select, editor: GridEditor): GridCommands {
  const tabColumn = useRef<number | undefined>(undefined);
  const leaving = useRef(false);
  const field = fieldOf(model, count);
  const area = coverSpans(field, areaOf(selection));
  const acts = useRowActs(model, area, selection, select);
  const run = (command: Command): boolean => {
    if (command.kind !== 'tab' && command.kind !== 'enter') tabColumn.current = undefined;
    if (command.kind !== 'tab') leaving.current = false;
    return perform({ model, field, area, selection, select, editor, acts, tabColumn, leaving }, command);
  };
  return { run, area, ...acts };
}
