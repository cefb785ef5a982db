import type { ReadTable } from '#features/reading/reading.contract.ts';

/** What the document says in a cell: the original text, and the question if there is one. */
export interface CellSource {
  readonly text: string;
  readonly question: string | undefined;
}

/** A row under review: what would be written, beside what the document says, by field of the row. */
export type Reviewed<Fields> = Fields & { readonly id: string; readonly sources: Readonly<Record<string, CellSource>> };
export interface PartFrame {
  readonly key: string;
  /** Unticked parts are left out. */
  readonly taken: boolean;
  readonly table: ReadTable;
}
