import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { GridSheet } from './GridSheet.tsx';
import { Unsaved } from './GridStatus.tsx';
import { cellKey } from './grid.types.ts';
import type { GridRow } from './grid.types.ts';
import { mainColumn } from './merge.rules.ts';
import type { GridModel } from './useGridModel.ts';
import { planCells } from './change.rules.ts';
import { useAskedCard } from './useAskedCell.ts';
import { planToggle } from './useRowActs.ts';
import { cellValue, questionAt } from './value.rules.ts';
import css from './cards.module.css';

function CardField({ model, row, rowIndex, col }: { readonly model: GridModel; readonly row: GridRow; readonly rowIndex: number; readonly col: number }) {
  const column = model.columns[col];
  if (!column) return null;
  const mark = model.changes.marks.get(cellKey(row.id, column.field));
  const text = mark?.kind === 'invalid' ? mark.text : model.textAt(rowIndex, col);
  const value = cellValue(column, row, rowIndex);
  const question = mark ? undefined : questionAt(model, rowIndex, col);
  if (text === '' && !mark && !question) return null;
  return (
    <div className={css['field']}>
      <dt>{column.title}{column.unit && column.kind !== 'choice' ? ` (${column.unit})` : ''}</dt>
      <dd className={mark ? css['marked'] : ''}>
        {column.render && !mark ? column.render(value as never, row as never) : text}
        {mark ? <Icon name="warn" size={12} /> : null}
        {question ? <p className={css['question']}><Icon name="warn" size={12} /> {question}</p> : null}
      </dd>
    </div>
  );
}

const NEW_ROW = 'new';

/** The big mark that ticks a row off at the thumb; its number where there is nothing to tick. */
function CardMark({ model, row, index }: { readonly model: GridModel; readonly row: GridRow; readonly index: number }) {
  const col = model.columns.findIndex((column) => column.toggle);
  const column = model.columns[col];
  if (!column?.toggle) return <span className={css['index']}>{index + 1}</span>;
  const value = cellValue(column, row, index);
  const inputs = planToggle(model, { row: index, col });
  const { toggle } = column;
  return (
    <button type="button" className={css['mark']} role="checkbox" aria-checked={toggle.isOn(value)} aria-label={toggle.label(value, row as never)} disabled={!inputs} onClick={() => inputs && model.changes.apply(planCells(model.view, inputs))}>
      {toggle.mark(value)}
    </button>
  );
}

/** Rows as cards, grouped under the value of the merged column, one sheet to edit them. */
export function GridCards({ model }: { readonly model: GridModel }) {
  // The row by its id: others may move it, or rows above it, while its sheet is open.
  const [open, setOpen] = useState<string | undefined>();
  useAskedCard(model);
  const title = mainColumn(model.columns);
  const group = model.columns.findIndex((column) => column.merge);
  const others = model.columns.map((_, col) => col).filter((col) => col !== title && col !== group);
  const { words } = model;
  const opened = open === NEW_ROW ? model.rows.length : model.rows.findIndex((row) => row.id === open);
  return (
    <div>
      <Unsaved model={model} />
      <ul className={css['cards']} aria-label={model.label}>
        {model.rows.map((row, index) => {
          const heading = group !== -1 && model.span(index, group).start === index ? model.textAt(index, group) : '';
          const name = model.textAt(index, title);
          return (
            <li key={row.id} data-row-id={row.id}>
              {heading ? <h3 className={css['group']}>{heading}</h3> : null}
              <div className={css['card']}>
                <div className={css['top']}>
                  <CardMark model={model} row={row} index={index} />
                  <b>{name || '—'}</b>
                  {model.readOnly ? null : <Button kind="quiet" icon="edit" aria-label={words.editRow(name)} onClick={() => setOpen(row.id)} />}
                </div>
                <dl>{others.map((col) => <CardField key={col} model={model} row={row} rowIndex={index} col={col} />)}</dl>
              </div>
            </li>
          );
        })}
      </ul>
      {model.footer ? (
        <dl className={css['total']}>
          {model.columns.map((column, col) => (model.footer?.[col] && (column.kind === 'money' || column.kind === 'number') ? <div key={column.field} className={css['field']}><dt>{words.total} · {column.title}{column.unit ? ` (${column.unit})` : ''}</dt><dd><b>{model.footer[col]}</b></dd></div> : null))}
        </dl>
      ) : null}
      {model.canInsert ? <div className={css['add']}><Button kind="plain" icon="add" onClick={() => setOpen(NEW_ROW)}>{words.addRow}</Button></div> : null}
      {open === undefined || opened === -1 ? null : <GridSheet key={open} model={model} index={opened} onClose={() => setOpen(undefined)} />}
    </div>
  );
}
