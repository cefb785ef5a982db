import { useState } from 'react';
import { Button, IconButton } from '../ui/Button.tsx';
import { Combobox } from '../ui/Combobox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field, SelectField, TextAreaField, TextField } from '../ui/Field.tsx';
import { PersonSelect } from '../ui/PersonSelect.tsx';
import { planCells, planDelete, planMove } from './change.rules.ts';
import type { CellInput } from './change.rules.ts';
import { useToast } from '../ui/Toast.tsx';
import { cellKey, valueOf } from './grid.types.ts';
import type { CellMark, GridChange, GridRow } from './grid.types.ts';
import type { AnyColumn, GridModel } from './useGridModel.ts';
import { mainColumn } from './merge.rules.ts';
import { cellText, isReadOnly, readCell } from './value.rules.ts';
import css from './cards.module.css';

const LONG_FIELD = 60;

interface FieldProps {
  readonly column: AnyColumn;
  readonly text: string;
  readonly error: string | undefined;
  readonly fixed: boolean;
  readonly onChange: (text: string) => void;
}

/** One column as a form field; every kind is edited as its text, which the same rules read. */
function SheetField({ column, text, error, fixed, onChange }: FieldProps) {
  const bound = { label: `${column.title}${column.unit && column.kind !== 'choice' ? ` (${column.unit})` : ''}`, name: column.field, error, required: column.required, value: text, onChange };
  if (fixed) return <Field label={bound.label} error={error}>{(control) => <input {...control} readOnly value={text} />}</Field>;
  const choices = column.choices ?? [];
  const asLabels = choices.map((choice) => ({ ...choice, value: choice.label }));
  if (column.kind === 'choice') return choices.length > 12 ? <Combobox {...bound} choices={asLabels} /> : <SelectField {...bound} choices={asLabels} {...(column.required && text ? {} : { placeholder: '' })} />;
  if (column.kind === 'person') return <PersonSelect {...bound} people={choices} several={column.several} value={{ text, id: null }} onChange={(owner) => onChange(owner.text)} />;
  if (column.kind === 'money' || column.kind === 'number') return <TextField {...bound} inputMode="decimal" autoComplete="off" />;
  return text.length > LONG_FIELD || text.includes('\n') ? <TextAreaField {...bound} /> : <TextField {...bound} autoComplete="off" />;
}

function Conflict({ model, mark, rowId, column }: { readonly model: GridModel; readonly mark: CellMark | undefined; readonly rowId: string; readonly column: AnyColumn }) {
  if (mark?.kind !== 'conflict') return null;
  const { words, changes } = model;
  const row = { id: rowId };
  return (
    <div className={css['conflict']} role="alert">
      <p>{words.conflict(mark.by ?? '', cellText(column, mark.current, row), cellText(column, mark.mine, row))}</p>
      <Button onClick={() => changes.resolve(rowId, column.field, 'theirs')}>{words.takeTheirs}</Button>
      <Button kind="primary" onClick={() => changes.resolve(rowId, column.field, 'mine')}>{words.keepMine}</Button>
    </div>
  );
}

/** What was typed starts from what stood there when the sheet was opened: someone else's newer value is not overwritten unseen. */
function sinceOpened(changes: readonly GridChange[], typed: Readonly<Record<string, string>>, opened: GridRow | undefined): readonly GridChange[] {
  return changes.map((change) => (opened && change.kind === 'set' && typed[change.field] !== undefined ? { ...change, from: valueOf(opened, change.field) } : change));
}

/** Edits one row on a phone: all its fields at once, saved together. */
export function GridSheet({ model, index, onClose: close }: { readonly model: GridModel; readonly index: number; readonly onClose: () => void }) {
  const toast = useToast();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [checked, setChecked] = useState(false);
  const { words, changes } = model;
  const row = model.rows[index];
  const [opened] = useState(row);
  const textOf = (column: AnyColumn, col: number): string => typed[column.field] ?? model.textAt(index, col);
  const fresh = row === undefined;
  const defaults = fresh ? model.view.newRow(model.rows.at(-1)) : undefined;
  const shown = (column: AnyColumn, col: number) => (fresh && typed[column.field] === undefined ? cellText(column, defaults?.[column.field] ?? null, { id: '' }) : textOf(column, col));
  const errorOf = (column: AnyColumn, col: number): string | undefined => {
    const mark = row ? changes.marks.get(cellKey(row.id, column.field)) : undefined;
    if (mark?.kind === 'invalid' && typed[column.field] === undefined) return mark.message;
    if (!checked && typed[column.field] === undefined) return undefined;
    const read = readCell(column, shown(column, col), row ?? { id: '' }, words);
    return checked && 'error' in read ? read.error : undefined;
  };
  const save = () => {
    const wrong = model.columns.some((column, col) => !isReadOnly(column, row) && 'error' in readCell(column, shown(column, col), row ?? { id: '' }, words));
    setChecked(true);
    if (wrong) return;
    const inputs = model.columns.flatMap((column, col): CellInput[] => (typed[column.field] === undefined ? [] : [{ row: index, col, text: typed[column.field] ?? '' }]));
    const plan = planCells(model.view, inputs);
    changes.apply({ ...plan, changes: sinceOpened(plan.changes, typed, opened) });
    close();
  };
  const move = (by: number) => {
    const change = planMove(model.rows, index, index + by);
    if (change) changes.apply({ changes: [change], rejected: [] });
  };
  const remove = () => {
    const deletion = planDelete(model.rows, index, index);
    changes.apply({ changes: deletion, rejected: [] });
    toast.show({ key: 'grid', text: words.deleted(1), undo: () => changes.takeBack(deletion) });
    close();
  };
  const name = model.textAt(index, mainColumn(model.columns));
  return (
    <Dialog open title={fresh ? words.addRow : words.editRow(name)} onClose={close} dismissable={Object.keys(typed).length === 0} footer={<><Button onClick={close}>{words.cancel}</Button><Button kind="primary" onClick={save}>{words.save}</Button></>}>
      <div className={css['sheet']}>
        {model.columns.map((column, col) => (
          <div key={column.field}>
            <SheetField column={column} text={shown(column, col)} error={errorOf(column, col)} fixed={isReadOnly(column, row)} onChange={(text) => setTyped({ ...typed, [column.field]: text })} />
            {row ? <Conflict model={model} mark={changes.marks.get(cellKey(row.id, column.field))} rowId={row.id} column={column} /> : null}
          </div>
        ))}
        {row ? (
          <div className={css['tools']}>
            {model.canMove ? <IconButton icon="up" label={words.moveUp} disabled={index === 0} onClick={() => move(-1)} /> : null}
            {model.canMove ? <IconButton icon="down" label={words.moveDown} disabled={index === model.rows.length - 1} onClick={() => move(1)} /> : null}
            {model.canDelete ? <Button kind="danger" icon="remove" onClick={remove}>{words.deleteRows(1)}</Button> : null}
          </div>
        ) : null}
      </div>
    </Dialog>
  );
}
