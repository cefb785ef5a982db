import { TableRow } from 'docx';
import { amountText, cellText } from './cell.text.ts';
import { cell, noteParagraphs, packDocument, ruledTable, sectionHeading, TEXT_WIDTH, titleBlock, widthsOf } from './docx.parts.ts';
import { PAPER } from './paper.ts';
import type { Cell, SheetShape, TableHeading } from './tables.ts';

/** A document with one table after the other, each under its title. */
export function writeDocx(heading: TableHeading, shapes: readonly SheetShape[]): Promise<Buffer> {
  const blocks = shapes.flatMap((shape) => [sectionHeading(shape.titled), shapeTable(shape), ...noteParagraphs(shape.notes ?? [])]);
  return packDocument({ title: heading.title, locale: heading.locale }, [...titleBlock(heading.title, heading.subtitle), ...blocks]);
}

/** A T1 or T2 table: the heading row repeats on each page, a row is never torn, phase cells span their rows. */
export function shapeTable(shape: SheetShape) {
  const shares = shape.columns.map((column) => column.share);
  const widths = widthsOf(shares, TEXT_WIDTH);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: shape.columns.map((column, index) =>
      cell(column.heading, { align: column.align, bold: true, heading: true, fill: PAPER.wash, width: widths[index] ?? 0 }),
    ),
  });
  const rows = shape.rows.map(
    (cells) =>
      new TableRow({
        cantSplit: true,
        children: cells.flatMap((entry, index) => bodyCell(entry, shape.columns[index]?.align ?? 'left', widths[index] ?? 0)),
      }),
  );
  return ruledTable(shares, [head, ...rows, ...totalRow(shape)]);
}

function bodyCell(entry: Cell, align: 'left' | 'center' | 'right', width: number) {
  if (entry.kind === 'covered') return [];
  if (entry.kind === 'spanning') return [cell(entry.text, { align, width, rowSpan: entry.rows })];
  return [cell(cellText(entry), { align, width })];
}

function totalRow({ total, columns }: SheetShape) {
  if (!total) return [];
  const look = { bold: true, fill: PAPER.wash } as const;
  const rest = columns.slice(total.labelColumns).map((column, offset) => {
    const sum = total.sums.find((entry) => entry.column === total.labelColumns + offset);
    return cell(sum ? amountText(sum.cents) : '', { ...look, align: column.align });
  });
  const label = cell(total.label, { ...look, align: 'center', columnSpan: total.labelColumns });
  return [new TableRow({ cantSplit: true, children: [label, ...rest] })];
}
