import { gridMessages } from '#platform/web/grid/grid.messages.ts';
import type { GridColumn } from '#platform/web/grid/grid.types.ts';
import { readCell } from '#platform/web/grid/value.rules.ts';
import { DEFAULT_LOCALE } from '#platform/shared/messages.ts';

const FIGURE: GridColumn<never> = { field: 'figure', title: '', kind: 'number' };

/** A typed figure by the rules of the grid (`1.5万`, `2,000`); null of nothing, undefined of what is no number. */
export function readFigure(text: string): number | null | undefined {
  const read = readCell(FIGURE, text.replace(/[%\uff05]\s*$/, ''), { id: '' }, gridMessages[DEFAULT_LOCALE]);
  return 'error' in read ? undefined : (read.value as number | null);
}

/** A figure as it stands in a field. */
export const showFigure = (value: number | null): string => (value === null ? '' : new Intl.NumberFormat('en', { maximumFractionDigits: 4 }).format(value));
