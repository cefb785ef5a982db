import type { Day } from '#platform/shared/calendar.ts';

/** One cell as its file holds it. A cell that a merge covers is not listed: its neighbour carries the span. */
export interface SourceCell {
  /** What a person sees in the cell. */
  text: string;
  colSpan?: number;
  rowSpan?: number;
  /** The exact day behind a spreadsheet's date, whatever its display leaves out (the year, mostly). */
  day?: Day;
  /** `formula`: no stored result. `error`: the sheet itself shows an error such as `#REF!`. */
  unread?: 'formula' | 'error';
}

export interface SourceText {
  kind: 'text';
  text: string;
  /** Of a heading by its style: 1 to 6. */
  level?: number;
  /** Of an item whose sign the file draws and does not write. */
  list?: 'bullet' | 'number';
}

export interface SourceTable {
  kind: 'table';
  rows: SourceCell[][];
  title?: string;
  /** The rows come from plain text: a row with fewer cells than the heading may lack any of them, not only the last. */
  ragged?: boolean;
}

export type SourceBlock = SourceText | SourceTable;

/** A reader's own word about the file, shown among what was left aside. */
export interface SourceRemark {
  reason: 'hidden-sheet' | 'macros' | 'other-format' | 'chart-sheet';
  text: string;
}

/** What every reader makes of its file: the neutral form between the formats and the understanding. */
export interface SourceDocument {
  blocks: SourceBlock[];
  remarks?: SourceRemark[];
}
