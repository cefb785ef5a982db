import { writeOffice } from './office.ts';
import { headingOf, shapeBudget, shapeSchedule, type BudgetTable, type CampaignTables, type ScheduleTable } from './tables.ts';

/** T1 as a Word document. */
export function writeBudgetDocx(input: BudgetTable): Promise<Buffer> {
  return writeOffice({ kind: 'docx', heading: headingOf(input), shapes: [shapeBudget(input)] });
}

/** T2 as a Word document. */
export function writeScheduleDocx(input: ScheduleTable): Promise<Buffer> {
  return writeOffice({ kind: 'docx', heading: headingOf(input), shapes: [shapeSchedule(input)] });
}

/** T1 and T2 in one Word document, as the source's third chapter has them. */
export function writeTablesDocx(input: CampaignTables): Promise<Buffer> {
  return writeOffice({ kind: 'docx', heading: headingOf(input), shapes: [shapeBudget(input), shapeSchedule(input)] });
}
