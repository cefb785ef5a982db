import { useCallback, useMemo, useState } from 'react';
import type { GridRow } from './grid.types.ts';
import { at, clampSelection } from './selection.rules.ts';
import type { Selection } from './selection.rules.ts';

/** A selection that knows its row, so that it stays on it when others insert or delete rows above. */
interface Held {
  readonly selection: Selection;
  readonly rowId: string | undefined;
}

/** Where a held selection is now. */
export function locate(held: Held, rows: readonly GridRow[], count: number, cols: number): Selection {
  const { selection, rowId } = held;
  if (rowId === undefined || rows[selection.active.row]?.id === rowId) return clampSelection(selection, count, cols);
  const index = rows.findIndex((row) => row.id === rowId);
  if (index === -1) return clampSelection(at(selection.active.row, selection.active.col), count, cols);
  const shift = index - selection.active.row;
  const moved = { active: { ...selection.active, row: index }, corner: { ...selection.corner, row: selection.corner.row + shift } };
  return clampSelection(moved, count, cols);
}

/** Selects; `rowId` names the row that will stand there once an act of the same moment is drawn. */
export type Select = (next: Selection, rowId?: string) => void;

/** `count` includes the blank row at the end. */
export function useGridSelection(rows: readonly GridRow[], count: number, cols: number) {
  const [held, setHeld] = useState<Held>({ selection: at(0, 0), rowId: undefined });
  const selection = useMemo(() => locate(held, rows, count, cols), [held, rows, count, cols]);
  const select = useCallback<Select>((next, rowId) => setHeld({ selection: next, rowId: rowId ?? rows[next.active.row]?.id }), [rows]);
  return { selection, select };
}
