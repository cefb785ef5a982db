import { writeOffice } from './office.ts';
import { headingOf, shapeBudget, shapeSchedule, type BudgetTable, type CampaignTables, type ScheduleTable, type SheetShape, type TableHeading } from './tables.ts';

/** T1 as an Excel workbook: A4 landscape, the heading row on every page, 合计 as live formulas. */
export function writeBudgetXlsx(input: BudgetTable): Promise<Buffer> {
  return writeOffice({ kind: 'xlsx', heading: headingOf(input), shapes: [shapeBudget(input)] });
}

/** T2 as an Excel workbook: merged phase cells, the states offered as a list in their column. */
export function writeScheduleXlsx(input: ScheduleTable): Promise<Buffer> {
  return writeOffice({ kind: 'xlsx', heading: headingOf(input), shapes: [shapeSchedule(input)] });
}

/** T1 and T2 as two sheets of one workbook. */
export function writeTablesXlsx(input: CampaignTables): Promise<Buffer> {
  return writeOffice({ kind: 'xlsx', heading: headingOf(input), shapes: [shapeBudget(input), shapeSchedule(input)] });
}

/** Any tables as the sheets of one Excel workbook, in the look of T1. Texts stay texts: nothing in them runs as a formula. */
export function writeSheetsXlsx(heading: TableHeading, shapes: readonly SheetShape[]): Promise<Buffer> {
  return writeOffice({ kind: 'xlsx', heading, shapes });
}
