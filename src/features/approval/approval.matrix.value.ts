import type { Band } from './approval.band.rules.ts';
import type { ApprovalKind } from './approval.route.rules.ts';

/** What a cell of an authority matrix was understood as. */
export const CELL_READINGS = ['item', 'department', 'band', 'step', 'requester', 'informed', 'number', 'note', 'empty', 'unread'] as const;
export type CellReading = (typeof CELL_READINGS)[number];

/**
 * What a person has to look at before a row is imported. `kind`: which approval it is; `band`: the amounts; `cell`: a mark that says nothing to us;
 * `limit`: an amount stands where a step was expected; `condition`: the step holds for some amounts only; `parallel`: two steps have one number;
 * `department`: no department of that name; `none`: no step was found.
 */
export const MATRIX_DOUBTS = ['kind', 'band', 'cell', 'limit', 'condition', 'parallel', 'department', 'none'] as const;
export type MatrixDoubt = (typeof MATRIX_DOUBTS)[number];

export interface MatrixCell {
  heading: string;
  /** As written. */
  text: string;
  reading: CellReading;
  doubt: MatrixDoubt | null;
}

/** A step with the matrix's own word for who decides. A band of its own: it holds for those amounts only. */
export interface MatrixStep extends Band {
  name: string;
  role: string;
}

/** One route to be: a row of the matrix, or one band column of it. */
export interface MatrixRow extends Band {
  id: string;
  item: string;
  kind: ApprovalKind | null;
  category: string;
  department: string;
  steps: MatrixStep[];
  cells: MatrixCell[];
  doubts: MatrixDoubt[];
}

export interface MatrixTable {
  title: string;
  rows: MatrixRow[];
}

export interface MatrixReading {
  tables: MatrixTable[];
  /** The roles of the steps, in the order in which they occur. */
  roles: { name: string; times: number }[];
  aside: string[];
}
