import { useLayoutEffect, useRef, useState } from 'react';
import type { PointerEvent, RefObject } from 'react';
import { Button } from '../ui/Button.tsx';
import { Popup } from '../ui/Popup.tsx';
import { boxOf } from './geometry.ts';
import type { Geometry } from './geometry.ts';
import { cellKey } from './grid.types.ts';
import type { CellMark } from './grid.types.ts';
import type { Area, Place } from './selection.rules.ts';
import type { GridModel } from './useGridModel.ts';
import { cellText, questionAt } from './value.rules.ts';
import css from './grid.module.css';

const single = (row: number, col: number): Area => ({ top: row, bottom: row, left: col, right: col });

/** Where other people are, with their names. */
function Others({ model, geometry }: { readonly model: GridModel; readonly geometry: Geometry }) {
  return model.presence.map((person, index) => {
    const row = model.rows.findIndex((one) => one.id === person.rowId);
    const col = model.columns.findIndex((one) => one.field === person.field);
    if (row === -1 || col === -1) return null;
    const span = model.span(row, col);
    return (
      <div key={person.userId} className={css['other']} data-tone={index % 3} style={boxOf(geometry, { top: span.start, bottom: span.end, left: col, right: col })} title={model.words.editing(person.name)}>
        <span>{person.name}</span>
      </div>
    );
  });
}

/** Full text of a cut cell, the reason of a refusal, the choice of a conflict: below the active cell. */
function Bubble({ model, place, mark, anchor, text, question }: { readonly model: GridModel; readonly place: Place; readonly mark: CellMark | undefined; readonly anchor: RefObject<HTMLElement | null>; readonly text: string; readonly question: string | undefined }) {
  const row = model.rows[place.row];
  const column = model.columns[place.col];
  if (!row || !column) return null;
  const { words, changes } = model;
  const keep = (event: PointerEvent) => event.preventDefault();
  return (
    <Popup anchor={anchor} onDismiss={() => undefined} className={css['bubble'] ?? ''} role={mark ? 'alert' : 'note'} onPointerDown={keep}>
      {mark?.kind === 'conflict' ? (
        <>
          <p>{words.conflict(mark.by ?? '', cellText(column, mark.current, row) || '—', cellText(column, mark.mine, row) || '—')}</p>
          <div className={css['choices']}>
            <Button small onClick={() => changes.resolve(row.id, column.field, 'theirs')}>{words.takeTheirs}</Button>
            <Button small kind="primary" onClick={() => changes.resolve(row.id, column.field, 'mine')}>{words.keepMine}</Button>
          </div>
        </>
      ) : mark ? (
        <>
          <p>{mark.message}</p>
          <Button small kind="link" onClick={() => changes.dismiss(row.id, column.field)}>{words.discard}</Button>
        </>
      ) : (
        <p className={question ? css['question'] : css['full']}>{question ?? text}</p>
      )}
    </Popup>
  );
}

export interface GridOverlayProps {
  readonly model: GridModel;
  readonly geometry: Geometry;
  readonly area: Area;
  readonly active: Place;
  readonly filling: Area | undefined;
  readonly dropAt: number | undefined;
  readonly focused: boolean;
  readonly isRange: boolean;
  readonly editing: boolean;
  readonly onFillStart: (event: PointerEvent) => void;
  readonly table: RefObject<HTMLTableElement | null>;
}

/** What lies over the cells: selection, fill, drop line, other people, the bubble of the active cell. Takes no clicks but the handle's. */
export function GridOverlay({ model, geometry, area, active, filling, dropAt, focused, isRange, editing, onFillStart, table }: GridOverlayProps) {
  const anchor = useRef<HTMLDivElement>(null);
  const [cut, setCut] = useState(false);
  const span = model.span(active.row, active.col);
  const activeArea = { ...single(active.row, active.col), top: span.start, bottom: span.end };
  const row = model.rows[active.row];
  const mark = row ? model.changes.marks.get(cellKey(row.id, model.columns[active.col]?.field ?? '')) : undefined;
  const text = model.textAt(active.row, active.col);
  const question = mark ? undefined : questionAt(model, active.row, active.col);
  useLayoutEffect(() => {
    const cell = table.current?.querySelector<HTMLElement>(`td[data-row="${span.start}"][data-col="${active.col}"] > *`);
    setCut(cell ? cell.scrollWidth > cell.clientWidth + 1 || text.includes('\n') : false);
  }, [table, span.start, active.col, text]);
  if (geometry.edges.length === 0) return null;
  const showBubble = focused && !editing && !isRange && (mark !== undefined || question !== undefined || cut);
  return (
    <div className={css['overlay']} data-focused={focused || undefined}>
      <Others model={model} geometry={geometry} />
      {!isRange ? null : <div className={css['range']} style={boxOf(geometry, area)} />}
      <div ref={anchor} className={css['active']} style={boxOf(geometry, activeArea)} />
      {filling ? <div className={css['filling']} style={boxOf(geometry, filling)} /> : null}
      {dropAt === undefined ? null : <div className={css['drop']} style={{ ...boxOf(geometry, { ...single(dropAt, 0), right: model.columns.length - 1 }), left: 0, width: geometry.width }} />}
      {model.readOnly || editing || area.bottom >= model.rows.length ? null : (
        <div className={css['handle']} title={model.words.fill} style={{ left: boxOf(geometry, area).left + boxOf(geometry, area).width - 4, top: boxOf(geometry, area).top + boxOf(geometry, area).height - 4 }} onPointerDown={onFillStart} />
      )}
      {showBubble ? <Bubble model={model} place={active} mark={mark} anchor={anchor} text={text} question={question} /> : null}
    </div>
  );
}
