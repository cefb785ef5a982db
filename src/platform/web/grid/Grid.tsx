import { usePhone } from '../media.ts';
import { GridCards } from './GridCards.tsx';
import type { GridProps } from './grid.props.ts';
import type { GridRow } from './grid.types.ts';
import { GridTable } from './GridTable.tsx';
import { useGridModel } from './useGridModel.ts';

/**
 * Rows and columns that are edited as in Excel: click selects, typing replaces, Tab and Enter go on, blocks are pasted
 * from and to Excel and WPS, Ctrl+Z takes back. On a phone the rows are cards with a sheet to edit them.
 * The rows stay outside: every act goes to `onChange` and is shown at once.
 *
 * @example
 * <Grid label={words.lines} rows={lines} columns={columns} onChange={save} footer={{ detail: { text: words.total }, amountCents: 'sum' }} />
 */
export function Grid<Row extends GridRow>(props: GridProps<Row>) {
  const model = useGridModel(props);
  const phone = usePhone();
  if (model.rows.length === 0 && props.empty && !model.canInsert) return props.empty;
  return phone ? <GridCards model={model} /> : <GridTable model={model} />;
}
