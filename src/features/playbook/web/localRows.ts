import type { ChangeOutcome, GridChange } from '#platform/web/grid/grid.types.ts';
import type { EditRow } from '../playbook.edit.rules.ts';

function placed(rows: readonly EditRow[], change: Extract<GridChange, { kind: 'insert' | 'move' }>): readonly EditRow[] {
  const moving = change.kind === 'move' ? rows.find((row) => row.id === change.rowId) : ({ ...change.values, id: change.rowId } as EditRow);
  if (!moving) return rows;
  const rest = rows.filter((row) => row.id !== change.rowId);
  const at = change.afterId === null ? 0 : rest.findIndex((row) => row.id === change.afterId) + 1;
  return rest.toSpliced(at, 0, moving);
}

/** A grid's changes on rows that live on the page until they are saved together. */
export function changedRows(rows: readonly EditRow[], changes: readonly GridChange[]): readonly EditRow[] {
  let next = rows;
  for (const change of changes) {
    if (change.kind === 'set') next = next.map((row) => (row.id === change.rowId ? ({ ...row, [change.field]: change.to } as EditRow) : row));
    else if (change.kind === 'delete') next = next.filter((row) => row.id !== change.rowId);
    else next = placed(next, change);
  }
  return next;
}

export const allOk = (changes: readonly GridChange[]): readonly ChangeOutcome[] => changes.map(() => ({ status: 'ok' }));
