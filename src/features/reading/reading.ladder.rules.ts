import { skipCost } from './reading.align.rules.ts';
import { fitOf } from './reading.fit.rules.ts';
import type { GridCell } from './reading.grid.rules.ts';
import type { Column } from './reading.heading.rules.ts';
import { isSectionHeading, normalize, squeeze } from './reading.normal.rules.ts';
import { NOTE_ROW, TOTAL_WORD } from './reading.row.vocabulary.ts';
import type { FoundRow } from './reading.table.rules.ts';

/**
 * Rows out of a text that has one cell per line, as a web page's table is copied: no separators, empty and merged cells gone.
 * A path through (line, column) is found that the cells fit best; where a column is jumped over, its cell was empty or merged.
 */
export interface Ladder {
  rows: FoundRow[];
  /** Lines that belong to the table. */
  length: number;
  score: number;
}

type Step = 'cell' | 'blank' | 'wrap' | 'group';
const STEPS: Step[] = ['cell', 'blank', 'wrap', 'group'];

/** States: the column of the last cell in a line row (0…n-1), in a total row (n…2n-1), and between rows (2n). */
interface Table {
  score: Float64Array;
  from: Int32Array;
  step: Uint8Array;
}

const WRAP = -1;
const GROUP = -1.5;
const SECTION_CELL = -0.5;
/** A table whose score has not risen for so many rows is over. */
const PATIENCE_ROWS = 6;
const PLAIN_TYPES = new Set(['text', 'people', 'phase', 'group']);

interface Costs {
  /** before[c]: skipping columns 0…c-1; the cost between two columns is a difference of it. */
  before: number[];
  all: number;
}

function costsOf(columns: Column[]): Costs {
  const before = [0];
  columns.forEach((column, place) => before.push((before[place] ?? 0) + skipCost(column, place, columns.length)));
  return { before, all: before[columns.length] ?? 0 };
}

function isTotal(line: string): boolean {
  return TOTAL_WORD.test(squeeze(line));
}

class Search {
  readonly columns: Column[];
  readonly lines: string[];
  readonly states: number;
  readonly costs: Costs;
  readonly tables: Table[] = [];
  readonly plain: boolean;

  constructor(lines: string[], columns: Column[]) {
    this.lines = lines;
    this.columns = columns;
    this.states = 2 * columns.length + 1;
    this.costs = costsOf(columns);
    this.plain = columns.every((column) => PLAIN_TYPES.has(column.type));
  }

  /** The cost of ending a row in this state: the columns to the right had no cell. */
  private closing(state: number): number {
    const width = this.columns.length;
    return state < width ? this.costs.all - (this.costs.before[state + 1] ?? 0) : 0;
  }

  private fresh(): Table {
    return { score: new Float64Array(this.states).fill(-Infinity), from: new Int32Array(this.states).fill(-1), step: new Uint8Array(this.states) };
  }

  private offer(table: Table, state: number, score: number, from: number, step: Step): void {
    if (score <= (table.score[state] ?? -Infinity)) return;
    table.score[state] = score;
    table.from[state] = from;
    table.step[state] = STEPS.indexOf(step);
  }

  private cellSteps(line: string, previous: Table, table: Table, first: boolean): void {
    const width = this.columns.length;
    const { before } = this.costs;
    const section = isSectionHeading(line);
    const fits = this.columns.map((column, place) => {
      // "一、前期筹备" may be a phase or the first cell of a row; anywhere else it is a heading of the document.
      if (section) return column.type === 'phase' ? fitOf(line, 'phase') : place === 0 ? SECTION_CELL : -Infinity;
      return fitOf(line, column.type);
    });
    const total = isTotal(line);
    for (let state = 0; state < this.states; state += 1) {
      const score = previous.score[state] ?? -Infinity;
      if (score === -Infinity) continue;
      const closed = score - this.closing(state);
      if (total) this.offer(table, width, closed + 2, state, 'cell');
      for (let column = 0; column < width; column += 1) {
        const fit = fits[column] ?? 0;
        // A first row has no row above whose merged cell could cover its first column.
        const opening = (before[column] ?? 0) * (first ? 3 : 1);
        this.offer(table, column, closed - opening + fit, state, 'cell');
        if (state < width && column > state) this.offer(table, column, score - ((before[column] ?? 0) - (before[state + 1] ?? 0)) + fit, state, 'cell');
        const inTotal = state >= width && state < 2 * width && column > state - width && !PLAIN_TYPES.has(this.columns[column]?.type ?? 'text');
        if (inTotal && this.columns[column]?.field !== 'unitPrice') this.offer(table, width + column, score + fit - column * 0.01, state, 'cell');
      }
    }
  }

  private otherSteps(line: string, previous: Table, table: Table): void {
    const width = this.columns.length;
    const blank = line.trim() === '';
    const section = !blank && isSectionHeading(line);
    for (let state = 0; state < this.states; state += 1) {
      const score = previous.score[state] ?? -Infinity;
      if (score === -Infinity) continue;
      if (blank) this.offer(table, state, score, state, 'blank');
      else if (section && !this.plain) this.offer(table, 2 * width, score - this.closing(state) + GROUP, state, 'group');
      const text = state < width && this.columns[state]?.type === 'text';
      if (!blank && text && !section) this.offer(table, state, score + WRAP + Math.min(0, fitOf(line, 'text')), state, 'wrap');
    }
  }

  run(): { end: number; state: number; score: number } {
    const start = this.fresh();
    start.score[2 * this.columns.length] = 0;
    this.tables.push(start);
    let best = { end: 0, state: -1, score: 0 };
    const patience = PATIENCE_ROWS * this.columns.length;
    for (let place = 0; place < this.lines.length && place - best.end <= patience; place += 1) {
      const line = this.lines[place] ?? '';
      const previous = this.tables[place] as Table;
      const table = this.fresh();
      const stop = (this.plain && isSectionHeading(line)) || NOTE_ROW.test(normalize(line));
      if (stop) break;
      this.cellSteps(line, previous, table, place === 0);
      this.otherSteps(line, previous, table);
      this.tables.push(table);
      if (line.trim() === '') continue;
      for (let state = 0; state < this.states; state += 1) {
        const score = (table.score[state] ?? -Infinity) - this.closing(state);
        if (score > best.score + 1e-9 && state < 2 * this.columns.length) best = { end: place + 1, state, score };
      }
    }
    return best;
  }
}

interface Placed {
  line: string;
  step: Step;
  state: number;
  from: number;
}

function pathOf(search: Search, end: number, last: number): Placed[] {
  const path: Placed[] = [];
  for (let place = end, state = last; place > 0; place -= 1) {
    const table = search.tables[place] as Table;
    const from = table.from[state] ?? -1;
    path.push({ line: search.lines[place - 1] ?? '', step: STEPS[table.step[state] ?? 0] ?? 'cell', state, from });
    state = from;
  }
  return path.reverse();
}

function rowsOf(path: Placed[], width: number): FoundRow[] {
  const rows: FoundRow[] = [];
  const empty = (): GridCell[] => Array.from({ length: width }, () => ({ text: '', missing: true }));
  let cells = empty();
  for (const { line, step, state, from } of path) {
    if (step === 'blank') continue;
    if (step === 'group') {
      rows.push({ kind: 'group', text: line });
      continue;
    }
    const inTotal = state >= width;
    const column = state % width;
    if (step === 'wrap') {
      const cell = cells[column];
      if (cell) cell.text += `\n${line}`;
      continue;
    }
    const sameRow = inTotal ? from >= width && from < 2 * width && column > from - width : from < width && column > from && !opensRow(rows, from);
    if (!sameRow || (inTotal && column === 0)) {
      cells = empty();
      rows.push(inTotal ? { kind: 'total', label: line, cells } : { kind: 'line', cells });
    }
    cells[column] = { text: line };
  }
  return rows;
}

/** A line row can only go on where there is one; the state between rows is no column. */
function opensRow(rows: FoundRow[], from: number): boolean {
  return from < 0 || rows.length === 0 || rows.at(-1)?.kind !== 'line';
}

/** The rows that follow a heading of one cell per line; `score` says how well the lines fit the columns. */
export function climb(lines: string[], columns: Column[]): Ladder {
  const search = new Search(lines, columns);
  const { end, state, score } = search.run();
  if (state < 0) return { rows: [], length: 0, score: 0 };
  return { rows: rowsOf(pathOf(search, end, state), columns.length), length: end, score };
}
