import type { ReactNode } from 'react';
import { usePhone } from '#platform/web/media.ts';
import { DataTable, type DataTableProps } from '#platform/web/ui/DataTable.tsx';
import css from './approval.module.css';

interface Compact {
  readonly name: ReactNode;
  readonly value: ReactNode;
  /** Left out where empty. */
  readonly more?: readonly string[];
}

/** A table on a desktop; on a phone one short line a row, so that a whole plan is read with a few strokes of the thumb. */
export function ReadTable<Row>({ compact, total, ...table }: DataTableProps<Row> & { readonly compact: (row: Row) => Compact; readonly total?: Compact }) {
  const phone = usePhone();
  if (!phone || table.rows.length === 0) return <DataTable {...table} />;
  return (
    <ul className={css['compact']} aria-label={table.label}>
      {table.rows.map((row) => {
        const { name, value, more = [] } = compact(row);
        const said = more.filter((text) => text !== '' && text !== '-').join(' · ');
        return <li key={table.rowKey(row)}><span>{name}</span><span>{value}</span>{said ? <small>{said}</small> : null}</li>;
      })}
      {total ? <li className={css['total']}><span>{total.name}</span><span>{total.value}</span></li> : null}
    </ul>
  );
}
