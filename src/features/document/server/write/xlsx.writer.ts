import exceljs, { type Workbook, type Worksheet } from 'exceljs';
import { writeMessages } from './document.write.messages.ts';
import { PAPER } from './paper.ts';
import { plainText } from './plain.text.ts';
import type { SheetShape, TableHeading } from './tables.ts';
import { alignmentOf, fillNotes, fillRows, fillTotal, styleAmounts } from './xlsx.cells.ts';

/** A workbook with one sheet a table, print set-up included. */
export async function writeXlsx(heading: TableHeading, shapes: readonly SheetShape[]): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  workbook.title = plainText(heading.title);
  workbook.creator = writeMessages[heading.locale].product;
  workbook.lastModifiedBy = workbook.creator;
  workbook.created = new Date();
  for (const shape of shapes) addSheet(workbook, heading, shape);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: Workbook, heading: TableHeading, shape: SheetShape): void {
  const columns = shape.columns.length;
  const head = heading.subtitle ? 4 : 3;
  const sheet = workbook.addWorksheet(shape.name, {
    properties: { defaultRowHeight: 22 },
    views: [{ state: 'frozen', ySplit: head, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${head}:${head}`,
      margins: { left: 0.6, right: 0.6, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.35 },
    },
    headerFooter: { oddFooter: `&L&9 ${footerText(heading.title)}&R&9 &P / &N` },
  });
  sheet.columns = shape.columns.map((column) => ({ width: column.width * 1.12 }));
  addTitle(sheet, 1, columns, { text: heading.title, size: 16, bold: true, height: 30 });
  if (heading.subtitle) addTitle(sheet, 2, columns, { text: heading.subtitle, size: 10, bold: false, height: 20 });
  addTitle(sheet, head - 1, columns, { text: shape.titled, size: 12, bold: true, height: 26 });
  addHeadings(sheet, head, shape);
  fillRows(sheet, head + 1, shape, heading.locale);
  if (shape.total) fillTotal(sheet, head + 1, shape, shape.total);
  styleAmounts(sheet, head + 1, shape);
  // One empty row between, so that whoever reads the table knows where it ends.
  fillNotes(sheet, head + 1 + shape.rows.length + (shape.total ? 1 : 0) + 1, columns, shape.notes ?? []);
}

/**
 * `&` starts a code in a footer and is doubled to stand for itself; the space before the text keeps a leading digit out of
 * the type size (`&9 2025`). Excel takes at most 255 characters.
 */
function footerText(title: string): string {
  return plainText(title).replaceAll('\n', ' ').slice(0, 60).toWellFormed().replaceAll('&', '&&');
}

type TitleLook = { text: string; size: number; bold: boolean; height: number };

function addTitle(sheet: Worksheet, at: number, columns: number, { text, size, bold, height }: TitleLook): void {
  sheet.mergeCells(at, 1, at, columns);
  const cell = sheet.getCell(at, 1);
  cell.value = plainText(text);
  cell.numFmt = '@';
  cell.font = { name: 'DengXian', size, bold, color: { argb: `FF${bold ? PAPER.ink : PAPER.inkSoft}` } };
  cell.alignment = { horizontal: 'left', vertical: 'middle', indent: 1 };
  sheet.getRow(at).height = height;
}

function addHeadings(sheet: Worksheet, at: number, shape: SheetShape): void {
  const row = sheet.getRow(at);
  shape.columns.forEach((column, index) => {
    const cell = row.getCell(index + 1);
    cell.value = column.heading;
    cell.font = { name: 'DengXian', size: 11, bold: true, color: { argb: `FF${PAPER.ink}` } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${PAPER.wash}` } };
    cell.alignment = { ...alignmentOf(column), wrapText: true };
    cell.border = {
      top: { style: 'thin', color: { argb: `FF${PAPER.ink}` } },
      bottom: { style: 'thin', color: { argb: `FF${PAPER.ink}` } },
    };
  });
  row.height = shape.columns.some((column) => column.kind === 'state') ? 36 : 28;
}
