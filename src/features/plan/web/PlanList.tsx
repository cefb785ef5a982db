import { useMemo } from 'react';
import { GridSection } from '#platform/web/grid/GridSection.tsx';
import type { GridColumn } from '#platform/web/grid/grid.types.ts';
import { valueOf } from '#platform/web/grid/grid.types.ts';
import { cellText } from '#platform/web/grid/value.rules.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { usePhone } from '#platform/web/media.ts';
import { LinkButton } from '#platform/web/ui/Button.tsx';
import { DataTable, type DataColumn } from '#platform/web/ui/DataTable.tsx';
import type { PlanListName, PlanLists } from '../plan.lists.contract.ts';
import { planListsWebMessages } from '../plan.lists.web.messages.ts';
import css from './document.module.css';
import { planColumns, type ColumnContext } from './planColumns.tsx';
import { blankRow, gridRows, useListSave, type ListRow } from './useListSave.ts';

export interface PlanListProps {
  readonly campaignId: string;
  readonly list: PlanListName;
  readonly lists: PlanLists;
  readonly context: ColumnContext;
  readonly canWrite: boolean;
  /** Inside a section of the document, or 2 on a page of its own. */
  readonly level?: 2 | 3;
}

/** What a new row takes over from the one above it. */
const CARRIED: Partial<Record<PlanListName, readonly string[]>> = { channels: ['channel', 'persona', 'category'], steps: ['day', 'place'] };

/** One of the plan's own tables: a grid while the plan is written, a table to read afterwards. */
export function PlanList({ campaignId, list, lists, context, canWrite, level = 3 }: PlanListProps) {
  const words = useMessages(planListsWebMessages);
  const phone = usePhone();
  const save = useListSave(list, campaignId);
  const rows = useMemo(() => gridRows(lists[list]), [lists, list]);
  const columns = useMemo(() => planColumns(list, context), [list, context]);
  if (!canWrite) return rows.length === 0 ? null : <ReadList list={list} rows={rows} columns={columns} context={context} />;
  const newRow = (above: ListRow | undefined) => ({ ...blankRow(list), ...Object.fromEntries((CARRIED[list] ?? []).flatMap((field) => (above ? [[field, valueOf(above, field)]] : []))) });
  const footer = list === 'channels' && rows.length > 0 ? { footer: { channel: { text: words.total }, amountCents: 'sum' as const } } : {};
  return (
    <GridSection<ListRow>
      level={level} label={words[list].title} note={words[list].hint} actions={level === 3 && !phone ? <LinkButton kind="link" to={`/campaigns/${campaignId}/plan?list=${list}`}>{words.wide}</LinkButton> : null}
      rows={rows} columns={columns} onChange={save} newRow={newRow} rowNumber={words.number} {...footer}
    />
  );
}

/** The table as it stands on paper: only the columns that say something. */
function ReadList({ list, rows, columns, context }: { readonly list: PlanListName; readonly rows: readonly ListRow[]; readonly columns: readonly GridColumn<ListRow>[]; readonly context: ColumnContext }) {
  const words = useMessages(planListsWebMessages);
  const formats = useFormats();
  const said = (column: GridColumn<ListRow>, row: ListRow, index: number): string => {
    const value = column.compute ? column.compute(row, index) : valueOf(row, column.field) ?? (column.field === 'startTime' ? (context.stepTimes.get(row.id)?.start ?? null) : null);
    if (column.kind === 'day' && typeof value === 'string') return formats.day(value);
    return value === null || value === '' ? '' : cellText(column as never, value, row);
  };
  const places = new Map(rows.map((row, index) => [row.id, index]));
  const filled = columns.filter((column) => rows.some((row, index) => said(column, row, index) !== ''));
  const shown = filled.map((column): DataColumn<ListRow> => ({
    key: column.field, title: column.title, ...(column.unit ? { unit: column.unit } : {}), align: column.kind === 'money' || column.kind === 'number' ? 'end' : 'start', heading: column.card === 'title',
    render: (row) => <span className={column.maxLength === undefined ? css['whole'] : undefined}>{said(column, row, places.get(row.id) ?? 0) || '—'}</span>,
  }));
  return (
    <div className={css['read']}>
      <h3>{words[list].title}</h3>
      <DataTable label={words[list].title} columns={shown} rows={rows} rowKey={(row) => row.id} />
    </div>
  );
}
