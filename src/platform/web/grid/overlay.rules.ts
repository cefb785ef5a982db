import { valueOf } from './grid.types.ts';
import type { CellValue, GridChange, GridRow, OpenRow, RowValues } from './grid.types.ts';

/**
 * What the person did and the rows from outside do not show yet. Nothing jumps while saving: an entry stays until the
 * rows reflect it, and is dropped at once when the server refused it.
 */
export interface Overlay {
  readonly sets: ReadonlyMap<string, ReadonlyMap<string, PendingSet>>;
  readonly inserts: readonly PendingInsert[];
  readonly deletes: ReadonlyMap<string, Pending>;
  readonly moves: readonly PendingMove[];
}

interface Pending {
  readonly batch: number;
  /** When the server took it (epoch ms); undefined while it is under way. */
  readonly settledAt?: number;
}
interface PendingSet extends Pending {
  readonly value: CellValue;
  /** The outside value when it was settled: another one since then is newer than ours. */
  readonly seen?: CellValue;
}
interface PendingInsert extends Pending {
  readonly rowId: string;
  readonly values: RowValues;
  readonly afterId: string | null;
}
interface PendingMove extends Pending {
  readonly rowId: string;
  readonly afterId: string | null;
}

export const emptyOverlay: Overlay = { sets: new Map(), inserts: [], deletes: new Map(), moves: [] };

/** A settled entry that the rows never came to show gives way after this long. */
const PATIENCE_MS = 8_000;

type SetChange = GridChange & { readonly kind: 'set' };
type SetEdit = readonly [rowId: string, field: string, entry: PendingSet | undefined];

/** One copy for a whole batch: a paste of thousands of cells is one act. */
function withSets(sets: Overlay['sets'], edits: readonly SetEdit[]): Overlay['sets'] {
  if (edits.length === 0) return sets;
  const next = new Map(sets);
  const own = new Map<string, Map<string, PendingSet>>();
  for (const [rowId, field, entry] of edits) {
    const row = own.get(rowId) ?? new Map(next.get(rowId));
    own.set(rowId, row);
    if (entry) row.set(field, entry);
    else row.delete(field);
    if (row.size > 0) next.set(rowId, row);
    else next.delete(rowId);
  }
  return next;
}

const setsOf = (changes: readonly GridChange[]): readonly SetChange[] => changes.filter((change) => change.kind === 'set');
const entryOf = (overlay: Overlay, change: SetChange, batch: number): PendingSet | undefined => {
  const entry = overlay.sets.get(change.rowId)?.get(change.field);
  return entry?.batch === batch ? entry : undefined;
};

function addRowChange(overlay: Overlay, change: GridChange, batch: number): Overlay {
  switch (change.kind) {
    case 'set':
      return overlay;
    case 'insert': {
      const deletes = new Map(overlay.deletes);
      deletes.delete(change.rowId);
      const inserts = overlay.inserts.filter((one) => one.rowId !== change.rowId);
      return { ...overlay, deletes, inserts: [...inserts, { rowId: change.rowId, values: change.values, afterId: change.afterId, batch }] };
    }
    case 'delete':
      return { ...overlay, deletes: new Map(overlay.deletes).set(change.rowId, { batch }) };
    case 'move':
      return { ...overlay, moves: [...overlay.moves, { rowId: change.rowId, afterId: change.afterId, batch }] };
  }
}

export function addChanges(overlay: Overlay, changes: readonly GridChange[], batch: number): Overlay {
  const sets = withSets(overlay.sets, setsOf(changes).map((change) => [change.rowId, change.field, { value: change.to, batch }]));
  return changes.reduce((now, change) => addRowChange(now, change, batch), { ...overlay, sets });
}

function removeRowChange(overlay: Overlay, change: GridChange, batch: number): Overlay {
  const mine = (entry: Pending & { readonly rowId: string }) => entry.rowId === change.rowId && entry.batch === batch;
  switch (change.kind) {
    case 'set':
      return overlay;
    case 'insert':
      return { ...overlay, inserts: overlay.inserts.filter((entry) => !mine(entry)) };
    case 'delete': {
      const deletes = new Map(overlay.deletes);
      if (deletes.get(change.rowId)?.batch === batch) deletes.delete(change.rowId);
      return { ...overlay, deletes };
    }
    case 'move':
      return { ...overlay, moves: overlay.moves.filter((entry) => !mine(entry)) };
  }
}

/** Takes refused changes out again. A newer change of the same cell stays. */
export function removeChanges(overlay: Overlay, changes: readonly GridChange[], batch: number): Overlay {
  const own = setsOf(changes).filter((change) => entryOf(overlay, change, batch));
  const sets = withSets(overlay.sets, own.map((change) => [change.rowId, change.field, undefined]));
  return changes.reduce((now, change) => removeRowChange(now, change, batch), { ...overlay, sets });
}

function settleRowChange(overlay: Overlay, change: GridChange, batch: number, now: number): Overlay {
  const settle = <E extends Pending & { readonly rowId: string }>(entry: E): E => (entry.rowId === change.rowId && entry.batch === batch ? { ...entry, settledAt: now } : entry);
  switch (change.kind) {
    case 'set':
      return overlay;
    case 'insert':
      return { ...overlay, inserts: overlay.inserts.map(settle) };
    case 'delete': {
      const entry = overlay.deletes.get(change.rowId);
      return entry?.batch === batch ? { ...overlay, deletes: new Map(overlay.deletes).set(change.rowId, { ...entry, settledAt: now }) } : overlay;
    }
    case 'move':
      return { ...overlay, moves: overlay.moves.map(settle) };
  }
}

/** The server took these changes; they stay on show until the rows from outside have them. */
export function settleChanges(overlay: Overlay, changes: readonly GridChange[], batch: number, now: number, base: readonly GridRow[]): Overlay {
  const byId = new Map(base.map((row) => [row.id, row]));
  const edits = setsOf(changes).flatMap((change): SetEdit[] => {
    const entry = entryOf(overlay, change, batch);
    const row = byId.get(change.rowId);
    return entry ? [[change.rowId, change.field, { ...entry, settledAt: now, seen: row ? valueOf(row, change.field) : null }]] : [];
  });
  return changes.reduce((one, change) => settleRowChange(one, change, batch, now), { ...overlay, sets: withSets(overlay.sets, edits) });
}

/** The server gave an inserted row another id: everything that hangs on it follows. */
export function renameOverlay(overlay: Overlay, from: string, to: string): Overlay {
  const rename = <T extends string | null>(id: T): T => (id === from ? (to as T) : id);
  return {
    sets: new Map([...overlay.sets].map(([rowId, fields]) => [rename(rowId), fields])),
    inserts: overlay.inserts.map((entry) => ({ ...entry, rowId: rename(entry.rowId), afterId: rename(entry.afterId) })),
    deletes: new Map([...overlay.deletes].map(([rowId, entry]) => [rename(rowId), entry])),
    moves: overlay.moves.map((entry) => ({ ...entry, rowId: rename(entry.rowId), afterId: rename(entry.afterId) })),
  };
}

const over = (entry: Pending, now: number): boolean => entry.settledAt !== undefined && now - entry.settledAt > PATIENCE_MS;
const positionAfter = (rows: readonly GridRow[], afterId: string | null): number => {
  if (afterId === null) return 0;
  const index = rows.findIndex((row) => row.id === afterId);
  return index === -1 ? rows.length : index + 1;
};
const standsAfter = (rows: readonly GridRow[], move: PendingMove): boolean => {
  const index = rows.findIndex((row) => row.id === move.rowId);
  return index === -1 || (rows[index - 1]?.id ?? null) === move.afterId;
};

/** Drops the entries that the rows from outside now show. Returns the same value when nothing is dropped. */
export function reconcile(overlay: Overlay, base: readonly GridRow[], now: number): Overlay {
  const byId = new Map(base.map((row) => [row.id, row]));
  const dropped: SetEdit[] = [];
  for (const [rowId, fields] of overlay.sets) {
    const row = byId.get(rowId);
    for (const [field, entry] of fields) {
      if (entry.settledAt === undefined) continue;
      const value = row ? valueOf(row, field) : undefined;
      if (value === entry.value || (row && value !== entry.seen) || over(entry, now)) dropped.push([rowId, field, undefined]);
    }
  }
  const sets = withSets(overlay.sets, dropped);
  const inserts = overlay.inserts.filter((entry) => entry.settledAt === undefined || !(byId.has(entry.rowId) || over(entry, now)));
  const deletes = new Map([...overlay.deletes].filter(([rowId, entry]) => entry.settledAt === undefined || (byId.has(rowId) && !over(entry, now))));
  const moves = overlay.moves.filter((entry) => entry.settledAt === undefined || !(standsAfter(base, entry) || over(entry, now)));
  const unchanged = sets === overlay.sets && inserts.length === overlay.inserts.length && deletes.size === overlay.deletes.size && moves.length === overlay.moves.length;
  return unchanged ? overlay : { sets, inserts, deletes, moves };
}

export const isEmpty = (overlay: Overlay): boolean => overlay.sets.size === 0 && overlay.inserts.length === 0 && overlay.deletes.size === 0 && overlay.moves.length === 0;

/** The rows as the person should see them. Rows without an entry keep their identity. */
export function applyOverlay(base: readonly GridRow[], overlay: Overlay): readonly GridRow[] {
  if (isEmpty(overlay)) return base;
  const ids = new Set(base.map((row) => row.id));
  const rows: GridRow[] = [...base];
  for (const insert of overlay.inserts) {
    if (ids.has(insert.rowId)) continue;
    rows.splice(positionAfter(rows, insert.afterId), 0, { ...insert.values, id: insert.rowId } as OpenRow);
  }
  for (const move of overlay.moves) {
    const from = rows.findIndex((row) => row.id === move.rowId);
    const [row] = from === -1 ? [] : rows.splice(from, 1);
    if (row) rows.splice(positionAfter(rows, move.afterId), 0, row);
  }
  return rows
    .filter((row) => !overlay.deletes.has(row.id))
    .map((row) => {
      const fields = overlay.sets.get(row.id);
      return fields ? ({ ...row, ...Object.fromEntries([...fields].map(([field, entry]) => [field, entry.value])) } as OpenRow) : row;
    });
}
