import { BackgroundProcess } from '#platform/server/background/background-process.ts';
import type { Locale } from '#platform/shared/messages.ts';
import type { EvaluationData } from './pdf.types.ts';
import type { PlanPaper } from './plan.paper.ts';
import type { SheetShape, TableHeading } from './tables.ts';

export type OfficeJob =
  | { kind: 'xlsx' | 'docx'; heading: TableHeading; shapes: readonly SheetShape[] }
  | { kind: 'evaluation'; data: EvaluationData; locale: Locale }
  | { kind: 'plan'; paper: PlanPaper; locale: Locale };

/**
 * The libraries that write Excel and Word files cost 60 MB once loaded, and 2 s without a pause for a budget of 2,000 lines
 * (the most that a campaign takes): not on the server's thread.
 */
const office = new BackgroundProcess<OfficeJob, Uint8Array>({ module: new URL('./office.process.ts', import.meta.url) });

/** Writes one Excel or Word file. @throws Error when it takes longer than a minute. */
export async function writeOffice(job: OfficeJob): Promise<Buffer> {
  return Buffer.from(await office.run(job));
}

/** Ends the writers' process at once; it leaves by itself after 30 s without work. */
export function closeOffice(): Promise<void> {
  return office.close();
}
