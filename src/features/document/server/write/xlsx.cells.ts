import type { Alignment, Cell as XlsxCell, Worksheet } from 'exceljs';
import type { Locale } from '#platform/shared/messages.ts';
import { writeMessages } from './document.write.messages.ts';
import { PAPER } from './paper.ts';
import type { Cell, Column, SheetShape } from './tables.ts';

/** The longest text that a cell of Excel holds. */
const MAX_CELL = 32_767;
const LINE_HEIGHT = 15.5;
/** Excel refuses taller rows. */
const MAX_ROW_HEIGHT = 409;

const whole = '#,##0';
const withCents = '#,##0.00';

/** Excel reads `_x0041_` inside a text as an escaped `A`; an underscore that only looks like one is escaped itself. */
function xlsxText(text: string): string {
  return text.slice(0, MAX_CELL).toWellFormed().replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** Writes the rows, spanning cells merged, from sheet row `first` on. */
export function fillRows(sheet: Worksheet, first: number, shape: SheetShape, locale: Locale): void {
  const spans = spannedHeights(shape);
  shape.rows.forEach((cells, index) => {
    const at = first + index;
    const row = sheet.getRow(at);
    cells.forEach((cell, column) => {
      const target = row.getCell(column + 1);
      setValue(target, cell);
      setLook(target, shape.columns[column], at === first);
      if (shape.columns[column]?.kind === 'state') offerStates(target, locale);
    });
    row.height = Math.min(MAX_ROW_HEIGHT, Math.max(heightOf(cells, shape.columns), spans[index] ?? 0));
  });
  shape.rows.forEach((cells, index) => cells.forEach((cell, column) => {
    if (cell.kind === 'spanning' && cell.rows > 1) sheet.mergeCells(first + index, column + 1, first + index + cell.rows - 1, column + 1);
  }));
}

/** How high each row must be at least for the cells that span it: a long text over few rows makes them higher. */
function spannedHeights({ rows, columns }: SheetShape): number[] {
  const heights = rows.map(() => 0);
  rows.forEach((cells, index) => cells.forEach((cell, column) => {
    if (cell.kind !== 'spanning') return;
    const each = (linesOf(cell.text, columns[column]?.width ?? 10) * LINE_HEIGHT + 10) / cell.rows;
    for (let at = index; at < index + cell.rows; at += 1) heights[at] = Math.max(heights[at] ?? 0, each);
  }));
  return heights;
}

function setValue(target: XlsxCell, cell: Cell): void {
  if (cell.kind === 'number') target.value = cell.value;
  else if (cell.kind === 'amount') target.value = cell.cents === null ? '-' : cell.cents / 100;
  else if (cell.kind === 'day') {
    target.value = cell.day === null ? null : new Date(`${cell.day}T00:00:00Z`);
    target.numFmt = 'yyyy-mm-dd';
  }
  else if (cell.kind === 'share') {
    target.value = cell.share ?? '-';
    target.numFmt = '0.0%';
  }
  else if (cell.kind !== 'covered') {
    target.value = xlsxText(cell.text);
    // Text format: a leading = + - @ stays text even after someone edits the cell.
    target.numFmt = '@';
  }
}

function setLook(target: XlsxCell, column: Column | undefined, isFirst: boolean): void {
  target.font = { name: 'DengXian', size: 11, color: { argb: `FF${PAPER.ink}` } };
  target.alignment = alignmentOf(column);
  const line = { style: 'thin', color: { argb: `FF${PAPER.line}` } } as const;
  target.border = isFirst ? { bottom: line } : { top: line, bottom: line };
}

/** Figures end and texts begin one indent from the column's edge, so that neighbours never touch. */
export function alignmentOf(column: Column | undefined): Partial<Alignment> {
  const horizontal = column?.align ?? 'left';
  return { horizontal, vertical: 'middle', indent: horizontal === 'center' ? 0 : 1, wrapText: column?.kind !== 'amount' };
}

function offerStates(target: XlsxCell, locale: Locale): void {
  const { stateCells, pickState } = writeMessages[locale];
  target.dataValidation = {
    type: 'list',
    allowBlank: true,
    formulae: [`"${Object.values(stateCells).join(',')}"`],
    // A word of one's own is welcome (the import asks about it): the list is an offer.
    showErrorMessage: false,
    showInputMessage: true,
    prompt: pickState,
  };
}

/** The row is as high as its longest cell: Excel does not fit rows that hold merged cells by itself. */
function heightOf(cells: readonly Cell[], columns: readonly Column[]): number {
  const lines = cells.map((cell, index) => ('text' in cell && cell.kind === 'text' ? linesOf(cell.text, columns[index]?.width ?? 10) : 1));
  return Math.min(MAX_ROW_HEIGHT, Math.max(1, ...lines) * LINE_HEIGHT + 10);
}

/** A Chinese character is about two digits wide at this size, and a column's width is counted in digits. */
function linesOf(text: string, width: number): number {
  const widthOf = (part: string): number => [...part].reduce((sum, character) => sum + (character > '\u2E7F' ? 2.1 : 1.1), 0);
  return text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(widthOf(part) / (width * 1.12 - 3))), 0);
}

type Total = NonNullable<SheetShape['total']>;

/** The 合计 row: label over its columns, sums as formulas with their result stored, so that a reader that does not compute has it too. */
export function fillTotal(sheet: Worksheet, first: number, shape: SheetShape, total: Total): void {
  const at = first + shape.rows.length;
  const row = sheet.getRow(at);
  shape.columns.forEach((column, index) => {
    const cell = row.getCell(index + 1);
    cell.font = { name: 'DengXian', size: 11, bold: true, color: { argb: `FF${PAPER.ink}` } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${PAPER.wash}` } };
    cell.alignment = alignmentOf(column);
    cell.border = {
      top: { style: 'thin', color: { argb: `FF${PAPER.ink}` } },
      bottom: { style: 'thin', color: { argb: `FF${PAPER.ink}` } },
    };
  });
  row.getCell(1).value = total.label;
  row.getCell(1).alignment = { horizontal: 'center', vertical: 'middle' };
  for (const { column, cents } of total.sums) {
    const letter = sheet.getColumn(column + 1).letter;
    const result = cents === null ? '-' : cents / 100;
    row.getCell(column + 1).value =
      shape.rows.length === 0 ? result : { formula: sumFormula(`${letter}${first}:${letter}${at - 1}`, column, total), result };
  }
  for (const { column, cell } of total.facts ?? []) setValue(row.getCell(column + 1), cell);
  sheet.mergeCells(at, 1, at, total.labelColumns);
  row.height = 26;
}

/** Sentences under the table, one merged row each. */
export function fillNotes(sheet: Worksheet, first: number, columns: number, notes: readonly string[]): void {
  notes.forEach((note, index) => {
    const at = first + index;
    sheet.mergeCells(at, 1, at, columns);
    const target = sheet.getCell(at, 1);
    target.value = xlsxText(note);
    target.numFmt = '@';
    target.font = { name: 'DengXian', size: 10, color: { argb: `FF${PAPER.inkSoft}` } };
    target.alignment = { horizontal: 'left', vertical: 'middle', indent: 1, wrapText: true };
    sheet.getRow(at).height = 20;
  });
}

/** A sum over figures of which none is known yet stays `-`, and becomes a number with the first one that is filled in. */
function sumFormula(range: string, column: number, total: Total): string {
  const alwaysKnown = column === total.sums[0]?.column;
  return alwaysKnown ? `SUM(${range})` : `IF(COUNT(${range})=0,"-",SUM(${range}))`;
}

/**
 * Amounts show their cents in all rows or in none, so that a column lines up. (`#,##0.##` would print `8,000.` in Excel.)
 * A fraction typed in later is shown as well.
 */
export function styleAmounts(sheet: Worksheet, first: number, shape: SheetShape): void {
  const last = first + shape.rows.length - (shape.total ? 0 : 1);
  shape.columns.forEach((column, index) => {
    if (column.kind !== 'amount') return;
    const cents = shape.rows.some((row) => {
      const cell = row[index];
      return cell?.kind === 'amount' && cell.cents !== null && cell.cents % 100 !== 0;
    });
    for (let at = first; at <= last; at += 1) sheet.getCell(at, index + 1).numFmt = cents ? withCents : whole;
    const letter = sheet.getColumn(index + 1).letter;
    sheet.addConditionalFormatting({
      ref: `${letter}${first}:${letter}${last}`,
      rules: [{ type: 'expression', priority: index + 1, formulae: [`MOD(${letter}${first},1)<>0`], style: { numFmt: withCents } }],
    });
  });
}
