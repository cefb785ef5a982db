import { formatAmount } from '#platform/shared/money.ts';
import { cell, loadDocx, packDocument, ruledTable, sectionHeading, TEXT_WIDTH, titleBlock, widthsOf } from './docx.parts.ts';
import { PAPER } from './paper.ts';
import { shapeBudget, shapeSchedule, type BudgetTable, type CampaignTables, type Cell, type ScheduleTable, type SheetShape } from './tables.ts';

type Docx = Awaited<ReturnType<typeof loadDocx>>;
type Heading = { title: string; subtitle?: string; locale: BudgetTable['locale'] };

/** T1 as a Word document. */
export function writeBudgetDocx(input: BudgetTable): Promise<Buffer> {
  return writeDocument(input, [shapeBudget(input)]);
}

/** T2 as a Word document. */
export function writeScheduleDocx(input: ScheduleTable): Promise<Buffer> {
  return writeDocument(input, [shapeSchedule(input)]);
}

/** T1 and T2 in one Word document, as the source's third chapter has them. */
export function writeTablesDocx(input: CampaignTables): Promise<Buffer> {
  return writeDocument(input, [shapeBudget(input), shapeSchedule(input)]);
}

async function writeDocument(heading: Heading, shapes: readonly SheetShape[]): Promise<Buffer> {
  const docx = await loadDocx();
  const blocks = shapes.flatMap((shape) => [sectionHeading(docx, shape.titled), shapeTable(docx, shape)]);
  return packDocument(docx, { title: heading.title, locale: heading.locale }, [...titleBlock(docx, heading.title, heading.subtitle), ...blocks]);
}

/** A T1 or T2 table: the heading row repeats on each page, a row is never torn, phase cells span their rows. */
export function shapeTable(docx: Docx, shape: SheetShape) {
  const shares = shape.columns.map((column) => column.share);
  const widths = widthsOf(shares, TEXT_WIDTH);
  const head = new docx.TableRow({
    tableHeader: true,
    cantSplit: true,
    children: shape.columns.map((column, index) =>
      cell(docx, column.heading, { align: column.align, bold: true, heading: true, fill: PAPER.wash, width: widths[index] ?? 0 }),
    ),
  });
  const rows = shape.rows.map(
    (cells) =>
      new docx.TableRow({
        cantSplit: true,
        children: cells.flatMap((entry, index) => bodyCell(docx, entry, shape.columns[index]?.align ?? 'left', widths[index] ?? 0)),
      }),
  );
  return ruledTable(docx, shares, [head, ...rows, ...totalRow(docx, shape)]);
}

function bodyCell(docx: Docx, entry: Cell, align: 'left' | 'center' | 'right', width: number) {
  if (entry.kind === 'covered') return [];
  if (entry.kind === 'spanning') return [cell(docx, entry.text, { align, width, rowSpan: entry.rows })];
  return [cell(docx, cellText(entry), { align, width })];
}

function cellText(entry: Exclude<Cell, { kind: 'covered' }>): string {
  if (entry.kind === 'amount') return amountText(entry.cents);
  return entry.kind === 'number' ? String(entry.value) : entry.text;
}

function amountText(cents: number | null): string {
  return cents === null ? '-' : formatAmount(cents);
}

function totalRow(docx: Docx, { total, columns }: SheetShape) {
  if (!total) return [];
  const look = { bold: true, fill: PAPER.wash } as const;
  const rest = columns.slice(total.labelColumns).map((column, offset) => {
    const sum = total.sums.find((entry) => entry.column === total.labelColumns + offset);
    return cell(docx, sum ? amountText(sum.cents) : '', { ...look, align: column.align });
  });
  const label = cell(docx, total.label, { ...look, align: 'center', columnSpan: total.labelColumns });
  return [new docx.TableRow({ cantSplit: true, children: [label, ...rest] })];
}
