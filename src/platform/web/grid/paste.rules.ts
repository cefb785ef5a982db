import type { Block } from './clipboard.rules.ts';
import { rectangular } from './clipboard.rules.ts';
import type { CellInput } from './change.rules.ts';
import { filledValue } from './fill.rules.ts';
import type { CellValue, GridColumn } from './grid.types.ts';
import type { Area } from './selection.rules.ts';
import { TOTAL_ROW } from './value.vocabulary.ts';

type Columns = readonly Pick<GridColumn, 'title' | 'unit' | 'merge' | 'kind'>[];

/** A heading without its unit and its spaces: `预算金额（元）` and `预算金额 (元)` are one. */
const bare = (title: string): string => title.normalize('NFKC').replaceAll(/\(.*?\)|\s/g, '').toLowerCase();

/**
 * When the first row of a block repeats at least two headings of the grid, the column of the grid for each of its
 * columns (undefined: a column that the grid has not, such as 序号).
 */
export function headingMap(first: readonly string[], columns: Columns): readonly (number | undefined)[] | undefined {
  const titles = columns.map((column) => bare(column.title));
  const map = first.map((cell) => {
    const index = bare(cell) === '' ? -1 : titles.indexOf(bare(cell));
    return index === -1 ? undefined : index;
  });
  const found = map.filter((index) => index !== undefined);
  return found.length >= 2 && new Set(found).size === found.length ? map : undefined;
}

/** A merged cell arrives with its value in the first row only: the blanks below it mean the same. */
function fillDown(block: Block, cols: readonly (number | undefined)[], columns: Columns): string[][] {
  const filled = block.map((row) => [...row]);
  cols.forEach((col, index) => {
    if (col === undefined || !columns[col]?.merge) return;
    filled.forEach((row, rowIndex) => {
      if (row[index]?.trim() === '' && rowIndex > 0) row[index] = filled[rowIndex - 1]?.[index] ?? '';
    });
  });
  return filled;
}

/** 合计 is computed here: a pasted total is never a row (formats.md). */
function isTotal(row: readonly string[]): boolean {
  const first = row.find((cell) => cell.trim() !== '');
  return first !== undefined && TOTAL_ROW.test(first.normalize('NFKC').trim());
}

/** Without the rows that add up, and without a first column that only counts 1, 2, 3 beside texts (序号). */
function bareBlock(block: readonly string[][], left: Pick<GridColumn, 'kind'> | undefined): string[][] {
  if (block.length < 2 || (block[0]?.length ?? 0) < 2) return [...block];
  const rows = block.filter((row) => !isTotal(row));
  const isFigure = left?.kind === 'money' || left?.kind === 'number';
  const counts = !isFigure && rows.length > 1 && rows.every((row, index) => row[0]?.trim() === String(index + 1));
  return counts ? rows.map((row) => row.slice(1)) : rows;
}

const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');

function inputsOf(block: Block, top: number, cols: readonly (number | undefined)[]): CellInput[] {
  return block.flatMap((row, down) => row.flatMap((text, index): CellInput[] => {
    const col = cols[index];
    return col === undefined ? [] : [{ row: top + down, col, text }];
  }));
}

export interface PastePlan {
  readonly inputs: readonly CellInput[];
  /** What is selected afterwards. */
  readonly area: Area;
}

/** A selection that is a whole multiple of the block is filled with copies of it; a single cell fills any selection. */
function repeats(block: Block, area: Area): boolean {
  const height = area.bottom - area.top + 1;
  const width = area.right - area.left + 1;
  const rows = block.length;
  const cols = block[0]?.length ?? 0;
  return cols > 0 && (height > rows || width > cols) && height % rows === 0 && width % cols === 0;
}

/** Where each text of a pasted block goes. With headings by their names, otherwise by position from the selection's corner. */
export function planPaste(source: Block, area: Area, columns: Columns): PastePlan {
  const block = bareBlock(rectangular(source), columns[area.left]);
  const map = block.length > 1 ? headingMap(block[0] ?? [], columns) : undefined;
  if (map) {
    const body = fillDown(block.slice(1).filter((row) => !isBlank(row)), map, columns);
    const cols = map.filter((col) => col !== undefined);
    return { inputs: inputsOf(body, area.top, map), area: { top: area.top, bottom: area.top + Math.max(0, body.length - 1), left: Math.min(...cols), right: Math.max(...cols) } };
  }
  const tiled = repeats(block, area);
  const height = tiled ? area.bottom - area.top + 1 : block.length;
  const width = tiled ? area.right - area.left + 1 : (block[0]?.length ?? 0);
  const body = Array.from({ length: height }, (_, row) => Array.from({ length: width }, (__, col) => block[row % block.length]?.[col % (block[0]?.length ?? 1)] ?? ''));
  const cols = Array.from({ length: width }, (_, col) => area.left + col);
  const filled = tiled ? body : fillDown(body, cols, columns);
  return {
    inputs: inputsOf(filled, area.top, cols),
    area: { top: area.top, bottom: area.top + height - 1, left: area.left, right: Math.min(columns.length - 1, area.left + width - 1) },
  };
}

/** Dragging the corner of a selection: `target` is the selection with the new cells, on one side of it. */
export function planFill(source: Area, target: Area, columns: Columns, read: (row: number, col: number) => CellValue): readonly CellInput[] {
  const inputs: CellInput[] = [];
  for (let row = target.top; row <= target.bottom; row += 1) {
    for (let col = target.left; col <= target.right; col += 1) {
      if (row >= source.top && row <= source.bottom && col >= source.left && col <= source.right) continue;
      const sideways = col < source.left || col > source.right;
      const line = sideways
        ? Array.from({ length: source.right - source.left + 1 }, (_, index) => read(row, source.left + index))
        : Array.from({ length: source.bottom - source.top + 1 }, (_, index) => read(source.top + index, col));
      const sourceCol = sideways ? source.left + ((((col - source.left) % line.length) + line.length) % line.length) : col;
      if (sideways && columns[sourceCol]?.kind !== columns[col]?.kind) continue;
      inputs.push({ row, col, value: filledValue(line, sideways ? col - source.left : row - source.top, columns[col]?.kind ?? 'text') });
    }
  }
  return inputs;
}

/** The selection grown towards a cell, in the direction in which it lies further away; the selection itself when it lies inside. */
export function fillTarget(source: Area, row: number, col: number): Area {
  const down = Math.max(row - source.bottom, source.top - row, 0);
  const across = Math.max(col - source.right, source.left - col, 0);
  if (down === 0 && across === 0) return source;
  return down >= across
    ? { ...source, top: Math.min(source.top, row), bottom: Math.max(source.bottom, row) }
    : { ...source, left: Math.min(source.left, col), right: Math.max(source.right, col) };
}
