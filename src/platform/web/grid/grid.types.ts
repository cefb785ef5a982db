import type { ReactNode } from 'react';
import type { Choice } from '../ui/choice.rules.ts';

/** What one cell holds. Money is cents, a day is `YYYY-MM-DD`, a choice its value, "nothing yet" is null. */
export type CellValue = string | number | null;

/** A row is flat; fields without a column are carried along (undo of a deletion needs them). */
export interface GridRow {
  readonly id: string;
}

export type ColumnKind = 'text' | 'money' | 'number' | 'day' | 'choice' | 'person';
export type ParseResult = { readonly value: CellValue } | { readonly error: string };

export interface GridColumn<Row extends GridRow = GridRow> {
  readonly field: string;
  readonly title: string;
  /** In the heading, never in the cells. */
  readonly unit?: string;
  readonly kind: ColumnKind;
  /** Pixels; columns without one share what is left. */
  readonly width?: number;
  readonly required?: boolean;
  readonly maxLength?: number;
  /** For `number`: smallest and largest; for `money` in cents. */
  readonly min?: number;
  readonly max?: number;
  readonly readOnly?: boolean | ((row: Row) => boolean);
  readonly choices?: readonly Choice[];
  /** For `person`: several may stand in one cell, parted by this; the list completes the last of them. */
  readonly several?: string;
  /** For `day`: the year of a day that is written without one. */
  readonly year?: number;
  /** Consecutive equal values stand as one cell that spans its rows (T2's 阶段). */
  readonly merge?: boolean;
  /** The value is computed, never stored: the column is read only. */
  readonly compute?: (row: Row, index: number) => CellValue;
  readonly parse?: (text: string, row: Row) => ParseResult;
  readonly format?: (value: CellValue, row: Row) => string;
  /** How the cell looks; the text of `format` is still what is copied and edited. */
  readonly render?: (value: CellValue, row: Row) => ReactNode;
  /** Fields of the same row that follow from this value: `whenText` → `startOn`, `endOn`. */
  readonly companions?: (value: CellValue, row: Row) => Readonly<Record<string, CellValue>>;
  /** What an emptied cell holds, also one with a dash for "nothing": 0, or ''. Without it null, and '' for texts. */
  readonly blank?: CellValue;
  /** A sentence when a value should be looked at again: the cell is marked and asks, nothing is refused. */
  readonly question?: (value: CellValue, row: Row) => string | undefined;
  /** The cell's value turned over by the space bar, by a click on an element with `data-toggle`, and by the mark of a card. */
  readonly toggle?: CellToggle<Row>;
  /** The line that names a row's card on a phone; the first text column by default. */
  readonly card?: 'title';
}

/** A value with two sides, such as a task that is done or not. */
export interface CellToggle<Row extends GridRow = GridRow> {
  readonly next: (value: CellValue) => CellValue;
  readonly isOn: (value: CellValue) => boolean;
  /** What pressing the mark will do, for those who do not see it. */
  readonly label: (value: CellValue, row: Row) => string;
  /** The big mark at the left of a card. */
  readonly mark: (value: CellValue) => ReactNode;
}

export type RowValues = Readonly<Record<string, CellValue>>;

export type GridChange =
  | { readonly kind: 'set'; readonly rowId: string; readonly field: string; readonly from: CellValue; readonly to: CellValue }
  | { readonly kind: 'insert'; readonly rowId: string; readonly values: RowValues; readonly afterId: string | null }
  | { readonly kind: 'delete'; readonly rowId: string; readonly values: RowValues; readonly afterId: string | null }
  | { readonly kind: 'move'; readonly rowId: string; readonly afterId: string | null; readonly fromAfterId: string | null };

export type ChangeOutcome =
  /** `rowId`: the id that the server gave an inserted row, when it did not keep ours. */
  | { readonly status: 'ok'; readonly rowId?: string }
  | { readonly status: 'invalid'; readonly message: string }
  | { readonly status: 'conflict'; readonly current: CellValue; readonly by?: string | undefined }
  /** Someone has deleted the row meanwhile. */
  | { readonly status: 'gone' };

/** Someone else's active cell. */
export interface Presence {
  readonly userId: string;
  readonly name: string;
  readonly rowId: string;
  readonly field: string;
}

/** What is shown on a cell besides its value. */
export type CellMark =
  /** Typed or pasted, but no value of this column, or refused by the server; the text is kept. */
  | { readonly kind: 'invalid'; readonly text: string; readonly message: string }
  | { readonly kind: 'conflict'; readonly mine: CellValue; readonly current: CellValue; readonly by: string | undefined };

export type Marks = ReadonlyMap<string, CellMark>;

/** The rules see rows as open records. */
export type OpenRow = GridRow & Readonly<Record<string, unknown>>;

export const cellKey = (rowId: string, field: string): string => `${rowId}\u0000${field}`;
export const valueOf = (row: GridRow, field: string): CellValue => ((row as OpenRow)[field] ?? null) as CellValue;
