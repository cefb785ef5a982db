import type { ReactNode } from 'react';
import type { GridColumn, GridRow, Presence, RowValues } from './grid.types.ts';
import type { SaveChanges } from './ChangeStore.ts';

/** `sum` adds a column up; a text stands as it is; a function computes from the rows on screen. */
export type FooterCell<Row> = 'sum' | { readonly text: string } | ((rows: readonly Row[]) => string);

export interface GridProps<Row extends GridRow> {
  /** The name of the grid. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  /**
   * Saves one act of the person (a typed cell, a whole paste) and answers one outcome per change, in order.
   * Resolve after the rows have been refreshed. What throws keeps the changes on screen, to be sent again.
   */
  readonly onChange?: SaveChanges;
  readonly readOnly?: boolean;
  /** All three are true unless said otherwise; `readOnly` overrules them. */
  readonly canInsert?: boolean;
  readonly canDelete?: boolean;
  readonly canMove?: boolean;
  /** What a new row starts with; companions and parsed cells are laid over it. */
  readonly newRow?: (above: Row | undefined) => RowValues;
  /** Heading of the column of row numbers: 序号. */
  readonly rowNumber?: string;
  /** The row below all: field → what stands there. */
  readonly footer?: Readonly<Record<string, FooterCell<Row>>>;
  /** Others in this grid now. */
  readonly presence?: readonly Presence[];
  /** Tells where this person is; null when the grid has lost the focus. */
  readonly onActiveCell?: (cell: { readonly rowId: string; readonly field: string } | null) => void;
  /** Instead of the grid when there are no rows and none can be added. */
  readonly empty?: ReactNode;
}
