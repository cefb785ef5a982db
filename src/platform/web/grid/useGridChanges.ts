import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useLocale } from '../i18n.tsx';
import { useToast } from '../ui/Toast.tsx';
import { ChangeStore } from './ChangeStore.ts';
import type { SaveChanges } from './ChangeStore.ts';
import { cellKey } from './grid.types.ts';
import type { GridColumn, GridRow } from './grid.types.ts';
import type { SaveState } from './outcome.rules.ts';
import { applyOverlay } from './overlay.rules.ts';
import type { Overlay } from './overlay.rules.ts';

export interface GridChanges extends Pick<ChangeStore, 'apply' | 'undo' | 'redo' | 'takeBack' | 'retry' | 'discard' | 'resolve' | 'dismiss'> {
  /** The rows with everything the person did, saved or not. */
  readonly rows: readonly GridRow[];
  readonly marks: SaveState['marks'];
  /** Cells that wait for the server, by {@link cellKey}. */
  readonly pending: ReadonlySet<string>;
  readonly unsaved: SaveState['unsaved'];
  readonly saving: boolean;
}

function pendingCells(overlay: Overlay): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const [rowId, fields] of overlay.sets) {
    for (const [field, entry] of fields) if (entry.settledAt === undefined) keys.add(cellKey(rowId, field));
  }
  return keys;
}

/** The {@link ChangeStore} of one grid. What could not be saved is sent again when the network is back. */
export function useGridChanges(base: readonly GridRow[], columns: readonly GridColumn<never>[], onChange: SaveChanges | undefined): GridChanges {
  const context = { base, columns, onChange, locale: useLocale(), toast: useToast() };
  const [store] = useState(() => new ChangeStore(context));
  const { overlay, marks, unsaved, saving } = useSyncExternalStore(store.subscribe, store.snapshot);
  useEffect(() => {
    store.context = context;
  });
  useEffect(() => store.tidy(), [base, store]);
  const waits = unsaved.length > 0;
  useEffect(() => {
    if (!waits) return undefined;
    window.addEventListener('online', store.retry);
    return () => window.removeEventListener('online', store.retry);
  }, [waits, store]);
  const rows = useMemo(() => applyOverlay(base, overlay), [base, overlay]);
  const pending = useMemo(() => pendingCells(overlay), [overlay]);
  return useMemo(
    () => ({
      rows, marks, pending, unsaved, saving,
      apply: store.apply, undo: store.undo, redo: store.redo, takeBack: store.takeBack,
      retry: store.retry, discard: store.discard, resolve: store.resolve, dismiss: store.dismiss,
    }),
    [rows, marks, pending, unsaved, saving, store],
  );
}
