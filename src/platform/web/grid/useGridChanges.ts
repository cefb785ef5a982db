import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocale } from '../i18n.tsx';
import { problemText } from '../problem-text.ts';
import { useToast } from '../ui/Toast.tsx';
import type { Plan } from './change.rules.ts';
import { gridMessages } from './grid.messages.ts';
import { cellKey, valueOf } from './grid.types.ts';
import type { CellMark, CellValue, ChangeOutcome, GridChange, GridColumn, GridRow } from './grid.types.ts';
import { emptyHistory, forgetChanges, recordAct, redoAct, renameIn, renameRow, reverseAct, undoAct } from './history.rules.ts';
import { mergeIntoUnsaved, takeOutcomes, withMark } from './outcome.rules.ts';
import type { SaveState } from './outcome.rules.ts';
import { addChanges, applyOverlay, emptyOverlay, reconcile, removeChanges } from './overlay.rules.ts';
import { cellText } from './value.rules.ts';
import { dropWaiting, holdBack } from './waiting.rules.ts';

export type SaveChanges = (changes: readonly GridChange[]) => Promise<readonly ChangeOutcome[]>;

export interface GridChanges {
  /** The rows with everything the person did, saved or not. */
  readonly rows: readonly GridRow[];
  readonly marks: SaveState['marks'];
  readonly pending: ReadonlySet<string>;
  readonly unsaved: SaveState['unsaved'];
  readonly saving: boolean;
  readonly apply: (plan: Pick<Plan, 'changes' | 'rejected'>) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Takes one act back, also when others followed it. */
  readonly takeBack: (changes: readonly GridChange[]) => void;
  readonly retry: () => void;
  readonly discard: () => void;
  readonly resolve: (rowId: string, field: string, keep: 'mine' | 'theirs') => void;
  readonly dismiss: (rowId: string, field: string) => void;
}

const RECONCILE_AGAIN_MS = 8_500;
const blank: SaveState = { overlay: emptyOverlay, marks: new Map(), unsaved: [] };

/** Optimistic rows, one save at a time in the order of the acts, undo and redo, and what was not saved. */
export function useGridChanges(base: readonly GridRow[], columns: readonly GridColumn<never>[], onChange: SaveChanges | undefined): GridChanges {
  const toast = useToast();
  const locale = useLocale();
  const [state, setState] = useState<SaveState>(blank);
  const [saving, setSaving] = useState(0);
  const live = useRef({ base, columns, onChange, locale, toast, state, history: emptyHistory, batch: 0, queue: Promise.resolve(), renames: new Map<string, string>() });
  useEffect(() => {
    Object.assign(live.current, { base, columns, onChange, locale, toast });
  });

  const update = useCallback((change: (state: SaveState) => SaveState) => {
    const next = change(live.current.state);
    live.current.state = next;
    setState(next);
  }, []);
  const tidy = useCallback(() => update((now) => {
    const overlay = reconcile(now.overlay, live.current.base, Date.now());
    return overlay === now.overlay ? now : { ...now, overlay };
  }), [update]);
  useEffect(tidy, [base, tidy]);

  const send = useCallback((batch: number, planned: readonly GridChange[]) => {
    const run = async () => {
      const now = live.current;
      const changes = planned.map((change) => [...now.renames].reduce((one, [from, to]) => renameIn(one, from, to), change));
      try {
        const outcomes = (await now.onChange?.(changes)) ?? [];
        let effects: ReturnType<typeof takeOutcomes>['effects'] | undefined;
        const show = (change: GridChange & { kind: 'set' }) => showValue(now.columns, now.base, change);
        update((current) => {
          const taken = takeOutcomes(current, batch, changes, outcomes, { now: Date.now(), base: now.base, show, gone: gridMessages[now.locale].gone });
          effects = taken.effects;
          return taken.state;
        });
        const failed = new Set(planned.filter((_, index) => effects?.failed.has(changes[index] as GridChange)));
        now.history = forgetChanges(now.history, failed);
        for (const [from, to] of effects?.renamed ?? []) {
          now.renames.set(from, to);
          now.history = renameRow(now.history, from, to);
        }
        for (const text of effects?.notices ?? []) now.toast.show({ text, tone: 'error' });
      } catch (error) {
        const message = problemText(error, now.locale);
        update((current) => ({ ...current, unsaved: [...current.unsaved, { batch, changes, message }] }));
      }
      tidy();
      setTimeout(tidy, RECONCILE_AGAIN_MS);
    };
    setSaving((count) => count + 1);
    live.current.queue = live.current.queue.then(run).finally(() => setSaving((count) => count - 1));
  }, [tidy, update]);

  const sendComplete = useCallback((batch: number, changes: readonly GridChange[]) => {
    const { ready, waiting } = holdBack(live.current.columns, batch, changes, gridMessages[live.current.locale]);
    if (waiting.length > 0) update((now) => ({ ...now, unsaved: [...now.unsaved, ...waiting] }));
    if (ready.length > 0) send(batch, ready);
  }, [send, update]);

  const retry = useCallback(() => {
    const { unsaved } = live.current.state;
    update((now) => ({ ...now, unsaved: [] }));
    for (const one of unsaved) sendComplete(one.batch, one.changes);
  }, [sendComplete, update]);

  const run = useCallback((wanted: readonly GridChange[]) => {
    live.current.batch += 1;
    const { batch } = live.current;
    const { unsaved, dropped, rest: changes } = dropWaiting(live.current.state.unsaved, wanted);
    const merged = mergeIntoUnsaved(unsaved, changes);
    update((now) => ({
      ...now,
      unsaved: merged.unsaved,
      overlay: addChanges(dropped.reduce((overlay, one) => removeChanges(overlay, one.changes, one.batch), now.overlay), changes, batch),
      marks: changes.reduce((marks, change) => (change.kind === 'set' ? withMark(marks, cellKey(change.rowId, change.field), undefined) : marks), now.marks),
    }));
    if (merged.unsaved.length > 0) retry();
    if (merged.rest.length > 0) sendComplete(batch, merged.rest);
  }, [retry, sendComplete, update]);

  const apply = useCallback((plan: Pick<Plan, 'changes' | 'rejected'>) => {
    if (plan.changes.length > 0) {
      live.current.history = recordAct(live.current.history, plan.changes);
      run(plan.changes);
    }
    if (plan.rejected.length > 0) update((now) => ({ ...now, marks: plan.rejected.reduce((marks, one) => withMark(marks, cellKey(one.rowId, one.field), { kind: 'invalid', text: one.text, message: one.message }), now.marks) }));
  }, [run, update]);

  const travel = useCallback((step: typeof undoAct) => {
    const taken = step(live.current.history);
    if (!taken) return;
    live.current.history = taken.history;
    run(taken.changes);
  }, [run]);

  const discard = useCallback(() => update((now) => {
    live.current.history = forgetChanges(live.current.history, new Set(now.unsaved.flatMap((one) => one.changes)));
    return { ...now, unsaved: [], overlay: now.unsaved.reduce((overlay, one) => removeChanges(overlay, one.changes, one.batch), now.overlay) };
  }), [update]);

  const setMark = useCallback((rowId: string, field: string, mark: CellMark | undefined) => update((now) => ({ ...now, marks: withMark(now.marks, cellKey(rowId, field), mark) })), [update]);
  const resolve = useCallback((rowId: string, field: string, keep: 'mine' | 'theirs') => {
    const mark = live.current.state.marks.get(cellKey(rowId, field));
    if (mark?.kind !== 'conflict') return;
    const followers = companionsOf(live.current.columns, live.current.base, rowId, field, mark.mine);
    for (const follower of [field, ...followers.map((change) => change.field)]) setMark(rowId, follower, undefined);
    if (keep === 'mine') apply({ changes: [{ kind: 'set', rowId, field, from: mark.current, to: mark.mine }, ...followers.filter((change) => change.from !== change.to)], rejected: [] });
  }, [apply, setMark]);

  const rows = useMemo(() => applyOverlay(base, state.overlay), [base, state.overlay]);
  const pending = useMemo(() => pendingCells(state), [state]);
  return useMemo(
    () => ({
      rows, marks: state.marks, pending, unsaved: state.unsaved, saving: saving > 0, apply, retry, discard, resolve,
      undo: () => travel(undoAct),
      redo: () => travel(redoAct),
      takeBack: (changes) => (live.current.history.past.at(-1) === changes ? travel(undoAct) : apply({ changes: reverseAct(changes), rejected: [] })),
      dismiss: (rowId, field) => setMark(rowId, field, undefined),
    }),
    [rows, state.marks, pending, state.unsaved, saving, apply, retry, discard, resolve, travel, setMark],
  );
}

/** The fields that follow from a value, as changes of the row as it is now: they are kept or dropped together with it. */
function companionsOf(columns: readonly GridColumn<never>[], base: readonly GridRow[], rowId: string, field: string, value: CellValue): readonly (GridChange & { kind: 'set' })[] {
  const row = base.find((one) => one.id === rowId);
  const column = columns.find((one) => one.field === field);
  if (!row || !column?.companions) return [];
  return Object.entries(column.companions(value, row as never)).map(([name, to]) => ({ kind: 'set', rowId, field: name, from: valueOf(row, name), to }));
}

function showValue(columns: readonly GridColumn<never>[], base: readonly GridRow[], change: GridChange & { kind: 'set' }): string {
  const column = columns.find((one) => one.field === change.field);
  const row = base.find((one) => one.id === change.rowId);
  return column && row ? cellText(column, change.to, row) : String(change.to ?? '');
}

/** Cells that wait for the server. */
function pendingCells(state: SaveState): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const [rowId, fields] of state.overlay.sets) {
    for (const [field, entry] of fields) if (entry.settledAt === undefined) keys.add(cellKey(rowId, field));
  }
  return keys;
}
