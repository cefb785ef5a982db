import type { GridChange, GridColumn } from './grid.types.ts';
import type { Unsaved } from './outcome.rules.ts';
import type { GridWords } from './grid.messages.ts';

type Columns = readonly Pick<GridColumn, 'field' | 'title' | 'required' | 'blank'>[];

/** The required columns that a new row lacks: it is kept here until they are filled, not sent to be refused. */
export function missingIn(columns: Columns, change: GridChange): readonly string[] {
  if (change.kind !== 'insert') return [];
  return columns.filter(({ field, required }) => required && ['', null, undefined].includes(change.values[field] as null)).map((column) => column.title);
}

/** A batch taken apart: what can be sent now, and the new rows that wait. */
export function holdBack(columns: Columns, batch: number, changes: readonly GridChange[], words: GridWords): { readonly ready: readonly GridChange[]; readonly waiting: readonly Unsaved[] } {
  const waiting = changes.flatMap((change): Unsaved[] => {
    const missing = missingIn(columns, change);
    return missing.length === 0 ? [] : [{ batch, changes: [change], message: words.waiting(missing), waiting: true }];
  });
  const held = new Set(waiting.flatMap((one) => one.changes));
  return { ready: changes.filter((change) => !held.has(change)), waiting };
}

/** A new row that waits and is deleted again was never anywhere: both go. Answers the waiting that stays and what is left to do. */
export function dropWaiting(unsaved: readonly Unsaved[], changes: readonly GridChange[]): { readonly unsaved: readonly Unsaved[]; readonly dropped: readonly Unsaved[]; readonly rest: readonly GridChange[] } {
  const deleted = new Set(changes.filter((change) => change.kind === 'delete').map((change) => change.rowId));
  const isDropped = (one: Unsaved): boolean => one.waiting === true && one.changes.every((change) => deleted.has(change.rowId));
  const dropped = unsaved.filter(isDropped);
  const gone = new Set(dropped.flatMap((one) => one.changes).map((change) => change.rowId));
  return { unsaved: unsaved.filter((one) => !isDropped(one)), dropped, rest: changes.filter((change) => !(change.kind === 'delete' && gone.has(change.rowId))) };
}
