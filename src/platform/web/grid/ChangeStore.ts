import type { Locale } from '#platform/shared/messages.ts';
import { problemText } from '../problem-text.ts';
import type { Toaster } from '../ui/Toast.tsx';
import type { Plan } from './change.rules.ts';
import { gridMessages } from './grid.messages.ts';
import { cellKey, valueOf } from './grid.types.ts';
import type { CellMark, CellValue, ChangeOutcome, GridChange, GridColumn, GridRow } from './grid.types.ts';
import { emptyHistory, forgetChanges, recordAct, redoAct, renameIn, renameRow, reverseAct, undoAct } from './history.rules.ts';
import type { History } from './history.rules.ts';
import { mergeIntoUnsaved, takeOutcomes, withMark } from './outcome.rules.ts';
import type { SaveState } from './outcome.rules.ts';
import { addChanges, emptyOverlay, reconcile, removeChanges } from './overlay.rules.ts';
import { cellText } from './value.rules.ts';
import { dropWaiting, holdBack } from './waiting.rules.ts';

export type SaveChanges = (changes: readonly GridChange[]) => Promise<readonly ChangeOutcome[]>;

/** What the store needs of the grid around it; renewed with every drawing. */
export interface StoreContext {
  readonly base: readonly GridRow[];
  readonly columns: readonly GridColumn<never>[];
  readonly onChange: SaveChanges | undefined;
  readonly locale: Locale;
  readonly toast: Toaster;
}

export interface Snapshot extends SaveState {
  readonly saving: boolean;
}

/** A little more than the patience of the overlay, which a settled entry may wait for. */
const RECONCILE_AGAIN_MS = 8_500;

function shownValue({ columns, base }: StoreContext, change: GridChange & { readonly kind: 'set' }): string {
  const column = columns.find((one) => one.field === change.field);
  const row = base.find((one) => one.id === change.rowId);
  return column && row ? cellText(column, change.to, row) : String(change.to ?? '');
}

/** The fields that follow from a value, as changes of the row as it is now: they are kept or dropped together with it. */
function companionChanges({ columns, base }: StoreContext, rowId: string, field: string, value: CellValue): readonly (GridChange & { readonly kind: 'set' })[] {
  const row = base.find((one) => one.id === rowId);
  const column = columns.find((one) => one.field === field);
  if (!row || !column?.companions) return [];
  return Object.entries(column.companions(value, row as never)).map(([name, to]) => ({ kind: 'set', rowId, field: name, from: valueOf(row, name), to }));
}

/** What the person did to a grid: shown at once, saved one act after the other, undone and redone, kept when it failed. */
export class ChangeStore {
  context: StoreContext;
  #snapshot: Snapshot = { overlay: emptyOverlay, marks: new Map(), unsaved: [], saving: false };
  #history: History = emptyHistory;
  #batch = 0;
  #running = 0;
  #queue: Promise<void> = Promise.resolve();
  readonly #renames = new Map<string, string>();
  readonly #listeners = new Set<() => void>();

  constructor(context: StoreContext) {
    this.context = context;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly snapshot = (): Snapshot => this.#snapshot;

  #update(part: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    for (const listener of this.#listeners) listener();
  }

  /** Drops what the rows from outside show by now. */
  readonly tidy = (): void => {
    const overlay = reconcile(this.#snapshot.overlay, this.context.base, Date.now());
    if (overlay !== this.#snapshot.overlay) this.#update({ overlay });
  };

  /** Does an act of the person; it can be undone. */
  readonly apply = (plan: Pick<Plan, 'changes' | 'rejected'>): void => {
    if (plan.changes.length > 0) {
      this.#history = recordAct(this.#history, plan.changes);
      this.#run(plan.changes);
    }
    if (plan.rejected.length === 0) return;
    const marks = plan.rejected.reduce((now, one) => withMark(now, cellKey(one.rowId, one.field), { kind: 'invalid', text: one.text, message: one.message }), this.#snapshot.marks);
    this.#update({ marks });
  };

  readonly undo = (): void => this.#travel(undoAct);
  readonly redo = (): void => this.#travel(redoAct);

  #travel(step: typeof undoAct): void {
    const taken = step(this.#history);
    if (!taken) return;
    this.#history = taken.history;
    this.#run(taken.changes);
  }

  /** Takes one act back, also when others followed it. */
  readonly takeBack = (changes: readonly GridChange[]): void => {
    if (this.#history.past.at(-1) === changes) this.undo();
    else this.apply({ changes: reverseAct(changes), rejected: [] });
  };

  readonly retry = (): void => {
    const { unsaved } = this.#snapshot;
    this.#update({ unsaved: [] });
    for (const one of unsaved) this.#sendComplete(one.batch, one.changes);
  };

  readonly discard = (): void => {
    const { unsaved, overlay } = this.#snapshot;
    this.#history = forgetChanges(this.#history, new Set(unsaved.flatMap((one) => one.changes)));
    this.#update({ unsaved: [], overlay: unsaved.reduce((now, one) => removeChanges(now, one.changes, one.batch), overlay) });
  };

  readonly resolve = (rowId: string, field: string, keep: 'mine' | 'theirs'): void => {
    const mark = this.#snapshot.marks.get(cellKey(rowId, field));
    if (mark?.kind !== 'conflict') return;
    const followers = companionChanges(this.context, rowId, field, mark.mine);
    for (const name of [field, ...followers.map((change) => change.field)]) this.#mark(rowId, name, undefined);
    if (keep === 'mine') this.apply({ changes: [{ kind: 'set', rowId, field, from: mark.current, to: mark.mine }, ...followers.filter((change) => change.from !== change.to)], rejected: [] });
  };

  readonly dismiss = (rowId: string, field: string): void => this.#mark(rowId, field, undefined);

  #mark(rowId: string, field: string, mark: CellMark | undefined): void {
    this.#update({ marks: withMark(this.#snapshot.marks, cellKey(rowId, field), mark) });
  }

  #run(wanted: readonly GridChange[]): void {
    this.#batch += 1;
    const { unsaved, dropped, rest: changes } = dropWaiting(this.#snapshot.unsaved, wanted);
    const overlay = dropped.reduce((now, one) => removeChanges(now, one.changes, one.batch), this.#snapshot.overlay);
    const merged = mergeIntoUnsaved(unsaved, changes);
    const marks = changes.reduce((now, change) => (change.kind === 'set' ? withMark(now, cellKey(change.rowId, change.field), undefined) : now), this.#snapshot.marks);
    this.#update({ unsaved: merged.unsaved, marks, overlay: addChanges(overlay, changes, this.#batch) });
    // What waits goes first: a row must exist before its cells are written.
    if (merged.unsaved.length > 0) this.retry();
    if (merged.rest.length > 0) this.#sendComplete(this.#batch, merged.rest);
  }

  /** New rows that lack a required field wait for it; the rest goes. */
  #sendComplete(batch: number, changes: readonly GridChange[]): void {
    const { ready, waiting } = holdBack(this.context.columns, batch, changes, gridMessages[this.context.locale]);
    if (waiting.length > 0) this.#update({ unsaved: [...this.#snapshot.unsaved, ...waiting] });
    if (ready.length > 0) this.#send(batch, ready);
  }

  #send(batch: number, planned: readonly GridChange[]): void {
    this.#running += 1;
    this.#update({ saving: true });
    this.#queue = this.#queue.then(() => this.#save(batch, planned)).finally(() => {
      this.#running -= 1;
      this.#update({ saving: this.#running > 0 });
    });
  }

  async #save(batch: number, planned: readonly GridChange[]): Promise<void> {
    const changes = planned.map((change) => [...this.#renames].reduce((one, [from, to]) => renameIn(one, from, to), change));
    try {
      const outcomes = (await this.context.onChange?.(changes)) ?? [];
      this.#take(batch, planned, changes, outcomes);
    } catch (error) {
      this.#update({ unsaved: [...this.#snapshot.unsaved, { batch, changes, message: problemText(error, this.context.locale) }] });
    }
    this.tidy();
    setTimeout(this.tidy, RECONCILE_AGAIN_MS);
  }

  #take(batch: number, planned: readonly GridChange[], changes: readonly GridChange[], outcomes: readonly ChangeOutcome[]): void {
    const { base, locale, toast } = this.context;
    const { state, effects } = takeOutcomes(this.#snapshot, batch, changes, outcomes, {
      now: Date.now(), base, gone: gridMessages[locale].gone, show: (change) => shownValue(this.context, change),
    });
    this.#update(state);
    this.#history = forgetChanges(this.#history, new Set(planned.filter((_, index) => effects.failed.has(changes[index] as GridChange))));
    for (const [from, to] of effects.renamed) {
      this.#renames.set(from, to);
      this.#history = renameRow(this.#history, from, to);
    }
    for (const text of effects.notices) toast.show({ text, tone: 'error' });
  }
}
