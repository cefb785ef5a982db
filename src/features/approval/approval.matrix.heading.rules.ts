import { normalize, squeeze } from '#features/reading/reading.normal.rules.ts';
import type { Grid, GridCell } from '#features/reading/reading.grid.rules.ts';
import { EVERY_BAND, scaleOfHeading, type Band } from './approval.band.rules.ts';
import { readCell, statedBand } from './approval.matrix.cell.rules.ts';
import { BARE_POST, HEADINGS } from './approval.matrix.vocabulary.ts';

export type ColumnUse = 'number' | 'item' | 'band' | 'department' | 'note' | 'requester' | 'role' | 'chain' | 'other';

export interface MatrixColumn {
  readonly use: ColumnUse;
  /** As written, the lines of a heading of several rows joined. */
  readonly heading: string;
  /** Who decides, where the column is a role's. */
  readonly role: string;
  /** The amounts for which the column holds. */
  readonly band: Band;
  /** 10000 where the heading says 万元. */
  readonly scale: number;
}

const HEADING_WITHIN = 15;

/** The text that a place shows: its own, or that of the merged cell which covers it. */
export function shownAt(grid: Grid, y: number, x: number): string {
  let [row, column] = [y, x];
  for (let steps = 0; steps < 600; steps += 1) {
    const cell = grid[row]?.[column];
    if (!cell?.covered) return cell?.text ?? '';
    if (cell.covered === 'above') row -= 1;
    else column -= 1;
  }
  return '';
}

/** `总经理(>5万)` is the role and the amounts for which it is asked. */
function splitBand(part: string, scale = 1): { text: string; band: Band | undefined } {
  const whole = statedBand(part, scale);
  if (whole) return { text: '', band: whole };
  const note = /^(.*)\(([^()]+)\)$/.exec(part);
  const band = note ? statedBand(note[2] ?? '', scale) : undefined;
  return band ? { text: note?.[1] ?? '', band } : { text: part, band: undefined };
}

function columnUse(parts: readonly string[], role: string, banded: boolean): ColumnUse {
  const last = parts.at(-1) ?? '';
  for (const use of ['number', 'item', 'department'] as const) if (parts.some((part) => HEADINGS[use].test(part))) return use;
  if (HEADINGS.requester.test(role) || HEADINGS.requester.test(last)) return 'requester';
  if (role !== '' && banded) return 'role';
  if (banded) return 'chain';
  if (HEADINGS.note.test(last)) return 'note';
  if (HEADINGS.band.test(last)) return 'band';
  if (role === '') return HEADINGS.chain.test(last) ? 'chain' : 'other';
  if (HEADINGS.chain.test(role)) return 'chain';
  return HEADINGS.role.test(role) ? 'role' : 'other';
}

/** What a column holds, from the texts of its heading, top to bottom. `noted`: the factor of amounts in the whole table. */
export function columnOf(texts: readonly string[], noted = 1): MatrixColumn {
  const parts = texts.map((text) => squeeze(text).toLowerCase()).filter((text, index, all) => text !== '' && all.indexOf(text) === index);
  const split = parts.map((part) => splitBand(part, noted));
  const band = split.find((part) => part.band)?.band;
  const said = texts.map((text) => normalize(text).replaceAll('\n', '')).filter((text, index, all) => text !== '' && all.indexOf(text) === index);
  const role = split.map((part) => part.text).filter((text) => text !== '' && !HEADINGS.generic.test(text));
  const use = columnUse(parts, role.join(''), band !== undefined);
  return { use, heading: said.join(' · '), role: nameOf(said, role), band: band ?? EVERY_BAND, scale: Math.max(noted, scaleOfHeading(parts.join(''))) };
}

/** 财务部 over 财务经理 is the 财务经理; 市场部 over 经理 is the 市场部经理. */
function nameOf(said: readonly string[], role: readonly string[]): string {
  const last = role.at(-1) ?? '';
  if (role.length < 2 || !BARE_POST.test(last)) return said.find((text) => squeeze(text).toLowerCase() === last) ?? last;
  return role.slice(-2).join('');
}

interface Heading {
  readonly from: number;
  /** The first row below it. */
  readonly to: number;
  readonly columns: readonly MatrixColumn[];
}

const texts = (row: readonly GridCell[] | undefined): string[] => (row ?? []).map((cell) => squeeze(cell.text).toLowerCase()).filter((text) => text !== '');
const saysWho = (text: string): boolean => HEADINGS.requester.test(text) || HEADINGS.role.test(text) || HEADINGS.chain.test(text) || statedBand(text) !== undefined || splitBand(text).band !== undefined;

function isHeading(grid: Grid, y: number): boolean {
  const own = texts(grid[y]).filter((text) => text.length <= 24);
  if (own.length < 2) return false;
  const below = texts(grid[y + 1]);
  const who = own.filter((text) => saysWho(text) && !HEADINGS.item.test(text)).length;
  if (own.some((text) => HEADINGS.item.test(text))) return who > 0 || below.filter(saysWho).length > 1;
  return who > 1 && own.every((text) => readCell(text).reading !== 'step');
}

/** A second row of headings: nothing new in the columns of the items, and roles or bands elsewhere. */
function continues(grid: Grid, y: number, items: readonly number[]): boolean {
  const row = grid[y];
  if (!row || items.some((x) => squeeze(row[x]?.text ?? '') !== '')) return false;
  if (items.length > 0 && items.every((x) => row[x]?.covered === 'above')) return texts(row).every((text) => readCell(text).reading !== 'step');
  const own = texts(row);
  return own.length > 1 && own.filter(saysWho).length * 2 > own.length && own.every((text) => readCell(text).reading !== 'step');
}

/** Finds the heading of an authority matrix. Undefined: the table is none. */
export function headingOf(grid: Grid, noted = 1): Heading | undefined {
  const limit = Math.min(HEADING_WITHIN, grid.length - 1);
  for (let from = 0; from < limit; from += 1) {
    if (!isHeading(grid, from)) continue;
    const items = (grid[from] ?? []).flatMap((cell, x) => (HEADINGS.item.test(squeeze(cell.text).toLowerCase()) || HEADINGS.number.test(squeeze(cell.text).toLowerCase()) ? [x] : []));
    let to = from + 1;
    while (to < from + 3 && continues(grid, to, items)) to += 1;
    const width = grid[from]?.length ?? 0;
    const columns = Array.from({ length: width }, (_, x) => columnOf(Array.from({ length: to - from }, (__, line) => shownAt(grid, from + line, x)), noted));
    return { from, to, columns: withItem(columns.map((column, x) => (column.use === 'other' && column.role !== '' && marksSteps(grid, to, x) ? { ...column, use: 'role' } : column))) };
  }
  return undefined;
}

/** A column whose heading we do not know is a role's when steps stand in it: the person says whose. */
function marksSteps(grid: Grid, from: number, x: number): boolean {
  const cells = grid.slice(from).map((row) => readCell(row[x]?.text ?? '').reading);
  return cells.includes('step') && cells.filter((reading) => reading === 'unread').length <= cells.filter((reading) => reading === 'step').length;
}

function withItem(columns: readonly MatrixColumn[]): readonly MatrixColumn[] {
  if (columns.some((column) => column.use === 'item')) return columns;
  const first = columns.findIndex((column) => column.use === 'other');
  return columns.map((column, x) => (x === first ? { ...column, use: 'item' } : column));
}
