import { useState } from 'react';
import type { ReactNode } from 'react';
import { useMessages } from '../i18n.tsx';
import { webMessages } from '../web.messages.ts';
import { Icon } from './Icon.tsx';
import css from './DataTable.module.css';

export interface DataColumn<Row> {
  readonly key: string;
  readonly title: string;
  /** Stands in the heading, never in the cells. */
  readonly unit?: string;
  /** `end` for figures. */
  readonly align?: 'start' | 'end';
  /** CSS width: `34%`, `120px`. */
  readonly width?: string;
  readonly render: (row: Row) => ReactNode;
  /** Makes the heading sort. */
  readonly compare?: (a: Row, b: Row) => number;
  /** The server sorts by it: see {@link DataTableProps.sorting}. */
  readonly sortable?: boolean;
  /** Cut to one line; the whole text is at hand when pointed at. */
  readonly clip?: (row: Row) => string;
  /** The cell that names the row. */
  readonly heading?: boolean;
}

export interface DataTableProps<Row> {
  /** The name of the table for those who do not see the heading above it. */
  readonly label: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly isActive?: (row: Row) => boolean;
  /** One node per column: 合计. */
  readonly footer?: readonly ReactNode[];
  /** Instead of rows. */
  readonly empty?: ReactNode;
  /** For lists that come page by page: the rows are in this order already, and a heading asks for another. */
  readonly sorting?: { readonly sort: Sort; readonly onSort: (key: string) => void };
}

type Sort = { readonly key: string; readonly down: boolean };

function sorted<Row>(rows: readonly Row[], columns: readonly DataColumn<Row>[], sort: Sort | undefined): readonly Row[] {
  const compare = columns.find((column) => column.key === sort?.key)?.compare;
  if (!compare || !sort) return rows;
  return rows.toSorted((a, b) => (sort.down ? compare(b, a) : compare(a, b)));
}

const next = (sort: Sort | undefined, key: string): Sort | undefined => {
  if (sort?.key !== key) return { key, down: false };
  return sort.down ? undefined : { key, down: true };
};

function Heading<Row>({ column, sort, onSort }: { column: DataColumn<Row>; sort: Sort | undefined; onSort: () => void }) {
  const words = useMessages(webMessages);
  const text = <>{column.title}{column.unit ? <span className={css['unit']}>({column.unit})</span> : null}</>;
  const active = sort?.key === column.key;
  return (
    <th
      scope="col"
      role="columnheader"
      className={column.align === 'end' ? css['end'] : ''}
      aria-sort={active ? (sort.down ? 'descending' : 'ascending') : undefined}
    >
      {column.compare || column.sortable ? (
        <button type="button" className={css['sort']} onClick={onSort} title={words.sortBy(column.title)}>
          {text}
          <Icon name={active && sort.down ? 'down' : 'up'} size={12} />
        </button>
      ) : text}
    </th>
  );
}

function Cell<Row>({ column, row }: { column: DataColumn<Row>; row: Row }) {
  const className = [column.align === 'end' ? css['end'] : '', column.clip ? css['clip'] : ''].filter(Boolean).join(' ');
  const content = column.clip ? <span title={column.clip(row)}>{column.render(row)}</span> : column.render(row);
  if (column.heading) return <th scope="row" role="rowheader" className={className}>{content}</th>;
  return <td role="cell" className={className} data-label={column.unit ? `${column.title} (${column.unit})` : column.title}>{content}</td>;
}

/** A plain table to read: lines, no cages. On a phone each row stands as a block with its labels. */
export function DataTable<Row>({ label, columns, rows, rowKey, isActive, footer, empty, sorting }: DataTableProps<Row>) {
  const [own, setOwn] = useState<Sort | undefined>();
  const sort = sorting?.sort ?? own;
  if (rows.length === 0 && empty) return empty;
  return (
    <div className={css['scroll']}>
      <table className={`${css['table']} ${css['stack']}`} aria-label={label} role="table">
        <colgroup>{columns.map((column) => <col key={column.key} width={column.width} />)}</colgroup>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => <Heading key={column.key} column={column} sort={sort} onSort={() => (sorting ? sorting.onSort(column.key) : setOwn(next(own, column.key)))} />)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {(sorting ? rows : sorted(rows, columns, own)).map((row) => (
            <tr key={rowKey(row)} role="row" className={isActive?.(row) ? css['active'] : ''}>
              {columns.map((column) => <Cell key={column.key} column={column} row={row} />)}
            </tr>
          ))}
        </tbody>
        {footer ? (
          <tfoot role="rowgroup">
            <tr role="row">
              {columns.map((column, index) => (
                <td key={column.key} role="cell" className={column.align === 'end' ? css['end'] : ''} data-label={column.unit ? `${column.title} (${column.unit})` : column.title}>{footer[index]}</td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}
