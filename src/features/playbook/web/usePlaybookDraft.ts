import { useEffect, useMemo, useState } from 'react';
import type { SaveChanges } from '#platform/web/grid/ChangeStore.ts';
import type { PlaybookFile } from '../playbook.file.contract.ts';
import { EDIT_LISTS, fileOf, rowsOf, type EditList, type EditRows } from '../playbook.edit.rules.ts';
import { fileFaults, type FileFault } from '../playbook.file.rules.ts';
import { allOk, changedRows } from './localRows.ts';

export interface PlaybookDraft {
  /** Everything but the tables. */
  readonly content: PlaybookFile;
  readonly rows: EditRows;
  readonly dirty: boolean;
  readonly faults: readonly FileFault[];
  readonly set: (patch: Partial<PlaybookFile>) => void;
  readonly save: Readonly<Record<EditList, SaveChanges>>;
  /** As it would be saved. */
  readonly file: PlaybookFile;
  readonly saved: () => void;
}

/** A playbook while it is edited; nothing leaves the page until it is saved as one. */
export function usePlaybookDraft(stored: PlaybookFile): PlaybookDraft {
  const [content, setContent] = useState(stored);
  const [rows, setRows] = useState(() => rowsOf(stored, () => crypto.randomUUID()));
  const [dirty, setDirty] = useState(false);
  useEffect(() => {
    if (!dirty) return undefined;
    // Nothing leaves the page before it is saved: the browser asks before it is left.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
  const file = useMemo(() => fileOf(content, rows), [content, rows]);
  const faults = useMemo(() => fileFaults(file), [file]);
  const save = useMemo(() => Object.fromEntries(EDIT_LISTS.map((list) => [list, (async (changes) => {
    setRows((now) => ({ ...now, [list]: changedRows(now[list], changes) }));
    setDirty(true);
    return allOk(changes);
  }) satisfies SaveChanges])) as unknown as Readonly<Record<EditList, SaveChanges>>, []);
  return {
    content, rows, dirty, faults, save, file,
    saved: () => setDirty(false),
    set: (patch) => {
      setContent((now) => ({ ...now, ...patch }));
      setDirty(true);
    },
  };
}
