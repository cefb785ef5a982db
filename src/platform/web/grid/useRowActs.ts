import { useToast } from '../ui/Toast.tsx';
import { planCells, planDelete, planInsert, planMove } from './change.rules.ts';
import type { CellInput } from './change.rules.ts';
import { at } from './selection.rules.ts';
import type { Area, Place, Selection } from './selection.rules.ts';
import type { GridModel } from './useGridModel.ts';
import type { Select } from './useGridSelection.ts';
import { cellValue, isReadOnly } from './value.rules.ts';

/** The cell turned over; undefined when it has no other side or is fixed. */
export function planToggle(model: GridModel, { row, col }: Place): readonly CellInput[] | undefined {
  const column = model.columns[col];
  const entry = model.rows[row];
  if (model.readOnly || !column?.toggle || !entry || isReadOnly(column, entry)) return undefined;
  return [{ row, col, value: column.toggle.next(cellValue(column, entry, row)) }];
}

export interface RowActs {
  /** Turns a cell over (see {@link GridColumn.toggle}); false when it has no other side. */
  readonly toggle: (place: Place) => boolean;
  /** Empties the selected cells. */
  readonly clear: () => void;
  readonly insertRow: (index: number) => void;
  /** Deletes the selected rows, with a way back. */
  readonly deleteRows: () => void;
  readonly moveRow: (from: number, to: number) => void;
}

export function useRowActs(model: GridModel, area: Area, selection: Selection, select: Select): RowActs {
  const toast = useToast();
  const { changes, rows, words } = model;
  return {
    toggle: (place) => {
      const inputs = planToggle(model, place);
      if (inputs) changes.apply(planCells(model.view, inputs));
      return inputs !== undefined;
    },
    clear: () => {
      if (model.readOnly) return;
      const inputs: CellInput[] = [];
      for (let row = area.top; row <= Math.min(area.bottom, rows.length - 1); row += 1) {
        for (let col = area.left; col <= area.right; col += 1) inputs.push({ row, col, text: '' });
      }
      changes.apply(planCells(model.view, inputs));
    },
    insertRow: (index) => {
      if (!model.canInsert) return;
      const inserted = planInsert(model.view, index);
      changes.apply({ changes: [inserted], rejected: [] });
      select(at(index, 0), inserted.rowId);
    },
    deleteRows: () => {
      const deleted = planDelete(rows, area.top, area.bottom);
      if (!model.canDelete || deleted.length === 0) return;
      changes.apply({ changes: deleted, rejected: [] });
      toast.show({ key: 'grid', text: words.deleted(deleted.length), undo: () => changes.takeBack(deleted) });
    },
    moveRow: (from, to) => {
      const change = planMove(rows, from, to);
      if (!model.canMove || !change) return;
      changes.apply({ changes: [change], rejected: [] });
      select(at(Math.max(0, Math.min(rows.length - 1, to)), selection.active.col), change.rowId);
    },
  };
}
