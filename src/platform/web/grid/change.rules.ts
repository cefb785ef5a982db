import type { GridWords } from './grid.messages.ts';
import { valueOf } from './grid.types.ts';
import type { CellValue, GridChange, GridColumn, GridRow, OpenRow, RowValues } from './grid.types.ts';
import { isReadOnly, readCell } from './value.rules.ts';

/** What a plan of changes is made from. */
export interface GridView {
  readonly rows: readonly GridRow[];
  readonly columns: readonly GridColumn<never>[];
  readonly canInsert: boolean;
  readonly words: GridWords;
  /** Values that a new row starts with, from the row above it. */
  readonly newRow: (above: GridRow | undefined) => RowValues;
  readonly makeId: () => string;
}

/** One cell to write; `text` is read by its column, `value` is taken as it is. Rows past the end are new rows. */
export type CellInput = { readonly row: number; readonly col: number } & ({ readonly text: string } | { readonly value: CellValue });

/** A text that is no value of its column: shown on the cell, not sent. */
export interface Rejected {
  readonly rowId: string;
  readonly field: string;
  readonly text: string;
  readonly message: string;
}

export interface Plan {
  readonly changes: readonly GridChange[];
  readonly rejected: readonly Rejected[];
  /** Cells that were written or rejected. */
  readonly cells: number;
  readonly inserted: number;
  /** Cells that could not be placed: read only, or outside the grid. */
  readonly aside: number;
}

interface Draft {
  readonly sets: GridChange[];
  readonly inserts: Map<number, { rowId: string; values: Record<string, CellValue> }>;
  readonly rejected: Rejected[];
  cells: number;
  aside: number;
}

const same = (a: CellValue, b: CellValue): boolean => a === b || ((a === null || a === '') && (b === null || b === ''));

function newRowAt(view: GridView, draft: Draft, row: number) {
  const known = draft.inserts.get(row);
  if (known) return known;
  const above = row === view.rows.length ? view.rows.at(-1) : toRow(draft.inserts.get(row - 1));
  const fresh = { rowId: view.makeId(), values: { ...view.newRow(above) } };
  draft.inserts.set(row, fresh);
  return fresh;
}

const toRow = (insert: { rowId: string; values: RowValues } | undefined): OpenRow | undefined => (insert ? { ...insert.values, id: insert.rowId } : undefined);

function writeExisting(draft: Draft, row: GridRow, column: GridColumn<never>, value: CellValue): void {
  const put = (field: string, to: CellValue) => {
    const from = valueOf(row, field);
    if (!same(from, to)) draft.sets.push({ kind: 'set', rowId: row.id, field, from, to });
  };
  put(column.field, value);
  for (const [field, to] of Object.entries(column.companions?.(value, row as never) ?? {})) put(field, to);
}

function writeCell(view: GridView, draft: Draft, input: CellInput): void {
  const column = view.columns[input.col];
  const existing = view.rows[input.row];
  if (!column || isReadOnly(column, existing) || (!existing && !view.canInsert)) {
    draft.aside += 1;
    return;
  }
  const fresh = existing ? undefined : newRowAt(view, draft, input.row);
  const row = existing ?? toRow(fresh);
  if (!row) return;
  draft.cells += 1;
  const read = 'value' in input ? input : readCell(column, input.text, row, view.words);
  if ('error' in read) {
    const isBlank = 'text' in input && input.text.trim() === '';
    if (!(fresh && isBlank)) draft.rejected.push({ rowId: row.id, field: column.field, text: 'text' in input ? input.text : '', message: read.error });
  } else if (fresh) Object.assign(fresh.values, { [column.field]: read.value }, column.companions?.(read.value, row as never));
  else writeExisting(draft, row, column, read.value);
}

/** Turns cells to write into changes, in one batch: one paste is one act to save and to undo. */
export function planCells(view: GridView, inputs: readonly CellInput[]): Plan {
  const draft: Draft = { sets: [], inserts: new Map(), rejected: [], cells: 0, aside: 0 };
  for (const input of inputs) writeCell(view, draft, input);
  let afterId = view.rows.at(-1)?.id ?? null;
  const inserts = [...draft.inserts.entries()]
    .toSorted(([a], [b]) => a - b)
    .map(([, { rowId, values }]): GridChange => {
      const change: GridChange = { kind: 'insert', rowId, values, afterId };
      afterId = rowId;
      return change;
    });
  return { changes: [...draft.sets, ...inserts], rejected: draft.rejected, cells: draft.cells, inserted: inserts.length, aside: draft.aside };
}

/** All flat fields of a row, so that a deletion can be taken back whole. */
export function snapshot(row: GridRow): RowValues {
  const flat = Object.entries(row).filter(([field, value]) => field !== 'id' && (value === null || typeof value === 'string' || typeof value === 'number'));
  return Object.fromEntries(flat) as RowValues;
}

/** Deletes rows first to last; each remembers what stood before it once the earlier ones are gone. */
export function planDelete(rows: readonly GridRow[], first: number, last: number): readonly GridChange[] {
  const afterId = rows[first - 1]?.id ?? null;
  return rows.slice(first, last + 1).map((row): GridChange => ({ kind: 'delete', rowId: row.id, values: snapshot(row), afterId }));
}

export function planInsert(view: GridView, index: number): GridChange {
  const above = view.rows[index - 1];
  return { kind: 'insert', rowId: view.makeId(), values: view.newRow(above ?? view.rows[index]), afterId: above?.id ?? null };
}

/** Moves a row so that it stands at `to` (its place after the move). Undefined when it already does. */
export function planMove(rows: readonly GridRow[], from: number, to: number): GridChange | undefined {
  const row = rows[from];
  const target = Math.max(0, Math.min(rows.length - 1, to));
  if (!row || target === from) return undefined;
  const others = rows.filter((_, index) => index !== from);
  return { kind: 'move', rowId: row.id, afterId: others[target - 1]?.id ?? null, fromAfterId: rows[from - 1]?.id ?? null };
}
