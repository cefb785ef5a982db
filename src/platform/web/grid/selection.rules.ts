/** A cell by its place on screen, from 0. */
export interface Place {
  readonly row: number;
  readonly col: number;
}

/** `active` is the cell that takes what is typed; `corner` is the opposite end of the selected rectangle. */
export interface Selection {
  readonly active: Place;
  readonly corner: Place;
}

/** Inclusive on all sides. */
export interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** What movement needs to know of the grid. */
export interface Field {
  readonly rows: number;
  readonly cols: number;
  /** Rows in a page of Page Up and Page Down. */
  readonly page: number;
  readonly filled: (place: Place) => boolean;
  /** First and last row of the merged cell at a place; the row itself where nothing is merged. */
  readonly span: (place: Place) => { readonly start: number; readonly end: number };
}

export type Direction = 'up' | 'down' | 'left' | 'right';
export type Jump = 'step' | 'edge' | 'page';

export const at = (row: number, col: number): Selection => ({ active: { row, col }, corner: { row, col } });

export function areaOf(selection: Selection): Area {
  const { active, corner } = selection;
  return {
    top: Math.min(active.row, corner.row),
    bottom: Math.max(active.row, corner.row),
    left: Math.min(active.col, corner.col),
    right: Math.max(active.col, corner.col),
  };
}

const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

export function clampSelection(selection: Selection, rows: number, cols: number): Selection {
  const clamp = (place: Place): Place => ({ row: within(place.row, rows), col: within(place.col, cols) });
  return { active: clamp(selection.active), corner: clamp(selection.corner) };
}

function step(field: Field, from: Place, direction: Direction): Place {
  const { start, end } = field.span(from);
  switch (direction) {
    case 'left':
      return { row: from.row, col: within(from.col - 1, field.cols) };
    case 'right':
      return { row: from.row, col: within(from.col + 1, field.cols) };
    case 'down':
      return { row: end + 1 < field.rows ? end + 1 : start, col: from.col };
    case 'up':
      return start === 0 ? { row: start, col: from.col } : { row: field.span({ row: start - 1, col: from.col }).start, col: from.col };
  }
}

const same = (a: Place, b: Place): boolean => a.row === b.row && a.col === b.col;

/** Ctrl+arrow as in Excel: to the end of the filled block, or over a gap to the next filled cell. */
function edge(field: Field, from: Place, direction: Direction): Place {
  let current = step(field, from, direction);
  if (same(current, from)) return from;
  const crossing = !field.filled(from) || !field.filled(current);
  for (;;) {
    if (crossing && field.filled(current)) return current;
    const next = step(field, current, direction);
    if (same(next, current) || next.row < 0) return current;
    if (!crossing && !field.filled(next)) return current;
    current = next;
  }
}

function travel(field: Field, from: Place, direction: Direction, jump: Jump): Place {
  if (jump === 'edge') return edge(field, from, direction);
  if (jump === 'step') return step(field, from, direction);
  const row = within(from.row + (direction === 'up' ? -field.page : field.page), field.rows);
  return { row: field.span({ row, col: from.col }).start, col: from.col };
}

/** Moves the active cell; `extend` (Shift) keeps it and moves the opposite corner. */
export function moveSelection(field: Field, selection: Selection, direction: Direction, jump: Jump, extend: boolean): Selection {
  if (extend) return { ...selection, corner: travel(field, selection.corner, direction, jump) };
  const next = travel(field, selection.active, direction, jump);
  return { active: next, corner: next };
}

/** Home and End: the row's ends; with Ctrl the grid's. */
export function goTo(field: Field, selection: Selection, end: 'home' | 'end', whole: boolean, extend: boolean): Selection {
  const base = extend ? selection.corner : selection.active;
  const place = {
    row: whole ? (end === 'home' ? 0 : field.rows - 1) : base.row,
    col: end === 'home' ? 0 : field.cols - 1,
  };
  return extend ? { ...selection, corner: place } : { active: place, corner: place };
}

/** Tab order: along the row, then to the next one. Undefined past either end: the focus leaves the grid. */
export function tabTo(field: Field, selection: Selection, back: boolean): Selection | undefined {
  const { row, col } = selection.active;
  const index = row * field.cols + col + (back ? -1 : 1);
  if (index < 0 || index >= field.rows * field.cols) return undefined;
  return at(Math.floor(index / field.cols), index % field.cols);
}

/** Grows an area so that no merged cell is cut. */
export function coverSpans(field: Pick<Field, 'span'>, area: Area): Area {
  let { top, bottom } = area;
  for (let col = area.left; col <= area.right; col += 1) {
    top = Math.min(top, field.span({ row: area.top, col }).start);
    bottom = Math.max(bottom, field.span({ row: area.bottom, col }).end);
  }
  return { ...area, top, bottom };
}
