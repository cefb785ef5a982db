import type { GridChange } from './grid.types.ts';

/** One entry is one act of the person: a typed cell, a whole paste. */
export interface History {
  readonly past: readonly (readonly GridChange[])[];
  readonly future: readonly (readonly GridChange[])[];
}

const LIMIT = 100;
export const emptyHistory: History = { past: [], future: [] };

export function reverseChange(change: GridChange): GridChange {
  switch (change.kind) {
    case 'set':
      return { ...change, from: change.to, to: change.from };
    case 'insert':
      return { ...change, kind: 'delete' };
    case 'delete':
      return { ...change, kind: 'insert' };
    case 'move':
      return { ...change, afterId: change.fromAfterId, fromAfterId: change.afterId };
  }
}

/** The act that takes another back: each change reversed, last one first. */
export const reverseAct = (changes: readonly GridChange[]): readonly GridChange[] => changes.map(reverseChange).toReversed();

export function recordAct(history: History, changes: readonly GridChange[]): History {
  return changes.length === 0 ? history : { past: [...history.past, changes].slice(-LIMIT), future: [] };
}

/** Undefined when there is nothing to take back. */
export function undoAct(history: History): { readonly history: History; readonly changes: readonly GridChange[] } | undefined {
  const last = history.past.at(-1);
  if (!last) return undefined;
  return { history: { past: history.past.slice(0, -1), future: [...history.future, last] }, changes: reverseAct(last) };
}

export function redoAct(history: History): { readonly history: History; readonly changes: readonly GridChange[] } | undefined {
  const last = history.future.at(-1);
  if (!last) return undefined;
  return { history: { past: [...history.past, last], future: history.future.slice(0, -1) }, changes: last };
}

type Edit = (change: GridChange) => GridChange | undefined;

function mapChanges(history: History, edit: Edit): History {
  const acts = (list: History['past']) => list.map((act) => act.map(edit).filter((change) => change !== undefined)).filter((act) => act.length > 0);
  return { past: acts(history.past), future: acts(history.future) };
}

/** Forgets changes that the server did not take. */
export function forgetChanges(history: History, failed: ReadonlySet<GridChange>): History {
  return failed.size === 0 ? history : mapChanges(history, (change) => (failed.has(change) ? undefined : change));
}

/** The server gave an inserted row another id. */
export function renameRow(history: History, from: string, to: string): History {
  return mapChanges(history, (change) => renameIn(change, from, to));
}

const rename = <T extends string | null>(id: T, from: string, to: string): T => (id === from ? (to as T) : id);

export function renameIn(change: GridChange, from: string, to: string): GridChange {
  const rowId = rename(change.rowId, from, to);
  switch (change.kind) {
    case 'set':
      return rowId === change.rowId ? change : { ...change, rowId };
    case 'move':
      return { ...change, rowId, afterId: rename(change.afterId, from, to), fromAfterId: rename(change.fromAfterId, from, to) };
    case 'insert':
    case 'delete':
      return { ...change, rowId, afterId: rename(change.afterId, from, to) };
  }
}
