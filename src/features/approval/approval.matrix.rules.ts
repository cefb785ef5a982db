import { expand, isEmpty, type Grid } from '#features/reading/reading.grid.rules.ts';
import { notedScale } from '#features/reading/reading.money.rules.ts';
import { headingText, normalize, squeeze } from '#features/reading/reading.normal.rules.ts';
import type { SourceDocument, SourceTable } from '#features/reading/reading.source.rules.ts';
import { EVERY_BAND, readBand, type Band } from './approval.band.rules.ts';
import { legendOf, readChain, statedBand } from './approval.matrix.cell.rules.ts';
import { headingOf, shownAt, type MatrixColumn } from './approval.matrix.heading.rules.ts';
import { chainSteps, columnSteps, type RowSteps } from './approval.matrix.step.rules.ts';
import { GENERIC_ITEM, ITEM_ENDING, KINDS, REMARK } from './approval.matrix.vocabulary.ts';
import type { MatrixCell, MatrixDoubt, MatrixReading, MatrixRow } from './approval.matrix.value.ts';
import { STEPS_MAXIMUM, type ApprovalKind } from './approval.route.rules.ts';

/** More rows than any company's matrix has; what lies beyond is told as left aside. */
const MOST_ROWS = 500;
const MOST_ASIDE = 50;
const LONGEST_ITEM = 60;
const LONGEST_GROUP = 40;

/** Which of our approvals an item is; null when it is none or we cannot tell. `group` helps where the item says nothing. */
export function kindOf(item: string, group: string): ApprovalKind | null {
  for (const text of [item, group]) {
    const plain = squeeze(text);
    const found = plain === '' ? undefined : KINDS.find(([pattern]) => pattern.test(plain));
    if (found) return found[1];
  }
  return null;
}

/** The budget category that a spending item names; '' where it only says that money is spent. */
export function categoryOf(item: string): string {
  const plain = squeeze(item);
  return GENERIC_ITEM.test(plain) ? '' : plain.replace(ITEM_ENDING, '').slice(0, LONGEST_ITEM);
}

interface Walk {
  readonly grid: Grid;
  readonly columns: readonly MatrixColumn[];
  readonly legend: ReadonlyMap<string, string>;
  readonly noted: number;
  readonly table: number;
  readonly aside: string[];
  items: string[];
  group: string;
  band: Band;
}

const at = (walk: Walk, use: MatrixColumn['use']): number[] => walk.columns.flatMap((column, x) => (column.use === use ? [x] : []));
/** As written, on one line. */
const textAt = (walk: Walk, y: number, x: number): string => shownAt(walk.grid, y, x).replaceAll(/\s+/g, ' ').trim();

/** A row with one text: a band or a group for the rows below it, or a remark. True: it is no row of the matrix. */
function isHeadline(walk: Walk, y: number): boolean {
  const row = walk.grid[y] ?? [];
  const filled = row.flatMap((cell, x) => (isEmpty(cell) ? [] : [x]));
  const [x = 0] = filled;
  const text = normalize(row[x]?.text ?? '');
  if (filled.length === 0) return true;
  if (REMARK.test(squeeze(text)) && filled.length <= 2) {
    walk.aside.push((row[x]?.text ?? '').trim());
    return true;
  }
  const first = walk.columns.findIndex((column) => column.use !== 'number');
  if (filled.length > 1 || x > first || (row[x]?.rowSpan ?? 1) > 1) return false;
  const band = statedBand(headingText(text), walk.noted);
  if (band) walk.band = band;
  else if (text.length <= LONGEST_GROUP) {
    walk.group = headingText(text);
    // A merged or a numbered line is a heading; any other may be a row that somebody has not filled in.
    if ((row[x]?.colSpan ?? 1) === 1 && walk.group === text) walk.aside.push(text);
    walk.band = EVERY_BAND;
  } else walk.aside.push(text);
  return true;
}

/** The item of a row on every level; what a merged or an empty cell leaves out is that of the row above. */
function itemsAt(walk: Walk, y: number): string[] {
  let fresh = false;
  const items = at(walk, 'item').map((x, level) => {
    const text = textAt(walk, y, x);
    const own = text !== '' && !walk.grid[y]?.[x]?.covered;
    if (own) fresh = true;
    return text !== '' ? text : fresh ? '' : (walk.items[level] ?? '');
  });
  walk.items = items;
  return items.filter((text, index) => text !== '' && items.indexOf(text) === index);
}

interface Facts {
  readonly band: Band;
  readonly department: string;
  readonly cells: MatrixCell[];
}

/** What stands beside the steps: item, department, amounts. */
function factsAt(walk: Walk, y: number): Facts {
  let { band } = walk;
  let department = '';
  const cells: MatrixCell[] = [];
  for (const [x, { use, heading, scale }] of walk.columns.entries()) {
    const text = textAt(walk, y, x);
    if (use === 'number' && text !== '') cells.push({ heading, text, reading: 'number', doubt: null });
    if (use === 'item' && text !== '') cells.push({ heading, text, reading: 'item', doubt: null });
    if (use === 'department' && text !== '') {
      department = text;
      cells.push({ heading, text, reading: 'department', doubt: null });
    }
    if ((use === 'note' || use === 'other') && text !== '') cells.push({ heading, text, reading: 'note', doubt: null });
    if (use !== 'band' || text === '') continue;
    const read = readBand(text, scale);
    if (read) band = read;
    cells.push(read ? { heading, text, reading: 'band', doubt: null } : { heading, text, reading: 'unread', doubt: 'band' });
  }
  return { band, department, cells };
}

function rowOf(walk: Walk, id: string, items: readonly string[], facts: Facts, found: RowSteps, band: Band): MatrixRow {
  const item = items.join(' / ');
  const kind = kindOf(items.at(-1) ?? '', [...items.slice(0, -1).toReversed(), walk.group].join(' '));
  const cells = [...facts.cells, ...found.cells];
  const doubts = new Set<MatrixDoubt>(cells.flatMap((cell) => (cell.doubt ? [cell.doubt] : [])));
  if (found.steps.length > STEPS_MAXIMUM) doubts.add('cell');
  if (found.steps.length === 0) doubts.add('none');
  if (kind === null) doubts.add('kind');
  return {
    id, item: item.slice(0, 200), kind, category: kind === 'spending' ? categoryOf(items.at(-1) ?? '') : '', department: facts.department.slice(0, LONGEST_ITEM),
    fromCents: band.fromCents, toCents: band.toCents, steps: found.steps.slice(0, STEPS_MAXIMUM), cells, doubts: [...doubts],
  };
}

/** One row of the sheet: one route from its role columns, or one from each column that names the roles in its cells. */
function rowsAt(walk: Walk, y: number): MatrixRow[] {
  if (isHeadline(walk, y)) return [];
  const items = itemsAt(walk, y);
  if (items.length === 0) {
    walk.aside.push((walk.grid[y] ?? []).map((cell) => normalize(cell.text)).filter((text) => text !== '').join(' '));
    return [];
  }
  const facts = factsAt(walk, y);
  const own = columnSteps(walk.columns.map((column, x) => ({ column, text: textAt(walk, y, x) })), walk.legend, walk.noted);
  const chains = at(walk, 'chain').filter((x) => squeeze(textAt(walk, y, x)) !== '');
  if (own.steps.length > 0 || chains.length === 0) return [rowOf(walk, `${walk.table}-${y}`, items, facts, own, facts.band)];
  return chains.flatMap((x) => {
    const column = walk.columns[x];
    if (!column) return [];
    const text = textAt(walk, y, x);
    const stated = column.band.fromCents !== null || column.band.toCents !== null;
    const steps = chainSteps(column.heading, text, readChain(walk.grid[y]?.[x]?.text || text, walk.noted));
    if (steps.steps.length === 0 && steps.cells.every((cell) => cell.reading === 'empty')) return [];
    return [rowOf(walk, `${walk.table}-${y}-${x}`, items, facts, { ...steps, cells: [...own.cells.filter((cell) => cell.reading === 'requester'), ...steps.cells] }, stated ? column.band : facts.band)];
  });
}

function tableRows(table: SourceTable, index: number, legend: ReadonlyMap<string, string>, noted: number, aside: string[]): MatrixRow[] | undefined {
  const grid = expand(table);
  const heading = headingOf(grid, noted);
  if (!heading) return undefined;
  for (const row of grid.slice(0, heading.from)) aside.push(...row.map((cell) => cell.text.trim()).filter((text) => text !== ''));
  const walk: Walk = { grid, columns: heading.columns, legend, noted, table: index, aside, items: [], group: '', band: EVERY_BAND };
  return grid.slice(heading.to).flatMap((_, offset) => rowsAt(walk, heading.to + offset));
}

/** Reads every authority matrix of a document (P2.3). Undefined when it has none. What was not used comes back in `aside`. */
export function matrixOf(document: SourceDocument): MatrixReading | undefined {
  const every = document.blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : block.rows.flatMap((row) => row.map((cell) => cell.text))));
  const legend = legendOf(every);
  const noted = every.map((text) => (text.length > 60 ? undefined : notedScale(text))).find((scale) => scale !== undefined) ?? 1;
  const aside: string[] = [];
  const tables = document.blocks.flatMap((block, index) => {
    if (block.kind === 'text') {
      aside.push(block.text.trim());
      return [];
    }
    const rows = tableRows(block, index, legend, noted, aside);
    if (!rows || rows.every((row) => row.steps.length === 0)) return [];
    aside.push(...rows.slice(MOST_ROWS).map((row) => row.item));
    return [{ title: block.title ?? '', rows: rows.slice(0, MOST_ROWS) }];
  });
  if (tables.length === 0) return undefined;
  const times = new Map<string, number>();
  for (const step of tables.flatMap((table) => table.rows).flatMap((row) => row.steps)) times.set(step.role, (times.get(step.role) ?? 0) + 1);
  return { tables, roles: [...times].map(([name, count]) => ({ name, times: count })), aside: aside.filter((text) => text !== '').slice(0, MOST_ASIDE).map((text) => text.slice(0, 200)) };
}
