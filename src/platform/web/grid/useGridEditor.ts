import { useCallback, useRef, useState } from 'react';
import { lastPart, matchChoices, withPart } from '../ui/choice.rules.ts';
import { useToast } from '../ui/Toast.tsx';
import type { Choice } from '../ui/choice.rules.ts';
import { planCells } from './change.rules.ts';
import type { CellInput } from './change.rules.ts';
import { cellKey, valueOf } from './grid.types.ts';
import type { CellValue, GridChange } from './grid.types.ts';
import type { Mode } from './keys.rules.ts';
import type { Place } from './selection.rules.ts';
import { isReadOnly } from './value.rules.ts';
import type { GridModel } from './useGridModel.ts';

/** A cell that is being written. The row is held by its id: others may move it meanwhile. */
export interface Editing {
  readonly rowId: string | undefined;
  readonly col: number;
  readonly mode: Exclude<Mode, 'select'>;
  readonly text: string;
  /** The text it began with: leaving it as it was changes nothing. */
  readonly before: string;
  /** The value it began with. Someone else's newer value must not be overwritten unseen (see {@link seenFrom}). */
  readonly seen: CellValue;
  /** The marked entry of the list; -1 for none. */
  readonly option: number;
}

export interface GridEditor {
  readonly editing: Editing | undefined;
  readonly mode: Mode;
  readonly choices: readonly Choice[];
  /** `text` given: typing replaces; absent: the present text is edited. */
  readonly begin: (place: Place, text?: string) => void;
  readonly type: (text: string) => void;
  readonly mark: (step: -1 | 1) => void;
  readonly commit: (picked?: Choice) => void;
  readonly cancel: () => void;
}

/** A merged cell stands for all its rows: writing it writes them all. */
export function overSpan(model: GridModel, place: Place): readonly Place[] {
  const { start, end } = model.span(place.row, place.col);
  return Array.from({ length: end - start + 1 }, (_, index) => ({ row: start + index, col: place.col }));
}

/**
 * The change of the written cell starts from what the person saw when they began: if the value has changed on screen
 * meanwhile, the server answers with a conflict instead of losing the other's.
 */
export function seenFrom(changes: readonly GridChange[], field: string, { rowId, seen }: Pick<Editing, 'rowId' | 'seen'>): readonly GridChange[] {
  return changes.map((change) => (change.kind === 'set' && change.rowId === rowId && change.field === field ? { ...change, from: seen } : change));
}

function listOf(model: GridModel, editing: Editing | undefined): readonly Choice[] {
  const column = editing ? model.columns[editing.col] : undefined;
  if (!editing || !column?.choices || (column.kind !== 'choice' && column.kind !== 'person')) return [];
  const query = editing.text === editing.before ? '' : column.several ? lastPart(editing.text) : editing.text;
  return matchChoices(column.choices, query).slice(0, 50);
}

export function useGridEditor(model: GridModel): GridEditor {
  const toast = useToast();
  const [editing, setState] = useState<Editing | undefined>();
  const now = useRef<Editing | undefined>(undefined);
  const setEditing = useCallback((next: Editing | undefined) => {
    now.current = next;
    setState(next);
  }, []);
  const choices = listOf(model, editing);

  const begin = (place: Place, text?: string) => {
    const column = model.columns[place.col];
    const row = model.rows[place.row];
    if (model.readOnly || !column || isReadOnly(column, row) || (!row && !model.canInsert)) return;
    const mark = row ? model.changes.marks.get(cellKey(row.id, column.field)) : undefined;
    const before = mark?.kind === 'invalid' ? mark.text : model.textAt(place.row, place.col);
    setEditing({ rowId: row?.id, col: place.col, mode: text === undefined ? 'edit' : 'type', text: text ?? before, before: mark ? '\u0000' : before, seen: row ? valueOf(row, column.field) : null, option: -1 });
  };

  const write = (place: Place, text: string, edited: Editing) => {
    const inputs = overSpan(model, place).map(({ row, col }): CellInput => ({ row, col, text }));
    const plan = planCells(model.view, inputs);
    const [only] = plan.changes;
    const isBlankRow = place.row >= model.rows.length && text.trim() === '' && only?.kind === 'insert';
    if (!isBlankRow) model.changes.apply({ ...plan, changes: seenFrom(plan.changes, model.columns[place.col]?.field ?? '', edited) });
  };

  const commit = (picked?: Choice) => {
    const current = now.current;
    if (!current) return;
    setEditing(undefined);
    const column = model.columns[current.col];
    const option = picked ?? (current.option >= 0 ? choices[current.option] : undefined);
    const partial = !option && column?.kind === 'choice' && current.text.trim() !== '' && choices.length === 1 ? choices[0] : undefined;
    const text = option && column?.several ? withPart(current.text, option.label, column.several, current.text !== current.before) : ((option ?? partial)?.label ?? current.text);
    if (text === current.before) return;
    const row = current.rowId === undefined ? model.rows.length : model.rows.findIndex((one) => one.id === current.rowId);
    if (row === -1) toast.show({ text: model.words.gone, tone: 'error' });
    else write({ row, col: current.col }, text, current);
  };

  return {
    editing,
    mode: editing?.mode ?? 'select',
    choices,
    begin,
    commit,
    type: (text) => {
      if (!now.current) return;
      const isChoice = model.columns[now.current.col]?.kind === 'choice';
      setEditing({ ...now.current, text, option: isChoice && text.trim() !== '' ? 0 : -1 });
    },
    mark: (step) => {
      if (now.current) setEditing({ ...now.current, option: Math.max(0, Math.min(choices.length - 1, now.current.option + step)) });
    },
    cancel: () => setEditing(undefined),
  };
}
