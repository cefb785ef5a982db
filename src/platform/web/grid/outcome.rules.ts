import type { CellMark, ChangeOutcome, GridChange, Marks } from './grid.types.ts';
import { cellKey } from './grid.types.ts';
import { removeChanges, renameOverlay, settleChanges } from './overlay.rules.ts';
import type { Overlay } from './overlay.rules.ts';
import type { GridRow } from './grid.types.ts';

/** A batch whose saving threw, or a new row that was refused: kept on show, to be sent again or dropped. */
export interface Unsaved {
  readonly batch: number;
  readonly changes: readonly GridChange[];
  readonly message: string;
  /** A new row that lacks a required field: nothing has failed, it is sent once that is filled. */
  readonly waiting?: true;
}

export interface SaveState {
  readonly overlay: Overlay;
  readonly marks: Marks;
  readonly unsaved: readonly Unsaved[];
}

/** What the grid has to do besides changing its state. */
export interface Effects {
  readonly failed: ReadonlySet<GridChange>;
  readonly renamed: readonly (readonly [string, string])[];
  /** Sentences that belong to no cell. */
  readonly notices: readonly string[];
}

export function withMark(marks: Marks, key: string, mark: CellMark | undefined): Marks {
  if (!mark && !marks.has(key)) return marks;
  const next = new Map(marks);
  if (mark) next.set(key, mark);
  else next.delete(key);
  return next;
}

function refusedMark(change: GridChange & { readonly kind: 'set' }, outcome: ChangeOutcome, show: (change: GridChange & { readonly kind: 'set' }) => string): CellMark | undefined {
  if (outcome.status === 'conflict') return { kind: 'conflict', mine: change.to, current: outcome.current, by: outcome.by };
  if (outcome.status === 'invalid') return { kind: 'invalid', text: show(change), message: outcome.message };
  return undefined;
}

/** Takes the answers of one batch into the state. `show` writes the refused value as the person typed it. */
export function takeOutcomes(
  state: SaveState,
  batch: number,
  changes: readonly GridChange[],
  outcomes: readonly ChangeOutcome[],
  context: { readonly now: number; readonly base: readonly GridRow[]; readonly show: (change: GridChange & { readonly kind: 'set' }) => string; readonly gone: string },
): { readonly state: SaveState; readonly effects: Effects } {
  let { overlay, marks, unsaved } = state;
  const failed = new Set<GridChange>();
  const renamed: (readonly [string, string])[] = [];
  const notices: string[] = [];
  const outcomeOf = (index: number): ChangeOutcome => outcomes[index] ?? { status: 'ok' };
  overlay = settleChanges(overlay, changes.filter((_, index) => outcomeOf(index).status === 'ok'), batch, context.now, context.base);
  overlay = removeChanges(overlay, changes.filter((change, index) => outcomeOf(index).status !== 'ok' && change.kind !== 'insert'), batch);
  changes.forEach((change, index) => {
    const outcome = outcomeOf(index);
    if (outcome.status === 'ok') {
      if (outcome.rowId !== undefined && outcome.rowId !== change.rowId) {
        overlay = renameOverlay(overlay, change.rowId, outcome.rowId);
        renamed.push([change.rowId, outcome.rowId]);
      }
      return;
    }
    failed.add(change);
    if (change.kind === 'insert') {
      unsaved = [...unsaved, { batch, changes: [change], message: outcome.status === 'invalid' ? outcome.message : '' }];
      return;
    }
    if (outcome.status === 'gone') notices.push(context.gone);
    else if (change.kind === 'set') marks = withMark(marks, cellKey(change.rowId, change.field), refusedMark(change, outcome, context.show));
    else if (outcome.status === 'invalid') notices.push(outcome.message);
  });
  return { state: { overlay, marks, unsaved }, effects: { failed, renamed, notices: [...new Set(notices)] } };
}

/** Fields typed into a row that the server has not taken yet become part of its insertion. */
export function mergeIntoUnsaved(unsaved: readonly Unsaved[], changes: readonly GridChange[]): { readonly unsaved: readonly Unsaved[]; readonly rest: readonly GridChange[] } {
  const waiting = new Set(unsaved.flatMap((one) => one.changes).filter((change) => change.kind === 'insert').map((change) => change.rowId));
  const own = changes.filter((change) => change.kind === 'set' && waiting.has(change.rowId));
  if (own.length === 0) return { unsaved, rest: changes };
  const merged = unsaved.map((one) => ({
    ...one,
    changes: one.changes.map((change) => {
      if (change.kind !== 'insert') return change;
      const values = Object.fromEntries(own.flatMap((set) => (set.kind === 'set' && set.rowId === change.rowId ? [[set.field, set.to] as const] : [])));
      return { ...change, values: { ...change.values, ...values } };
    }),
  }));
  return { unsaved: merged, rest: changes.filter((change) => !own.includes(change)) };
}
