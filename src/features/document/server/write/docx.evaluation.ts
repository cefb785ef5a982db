import type { Locale } from '#platform/shared/messages.ts';
import { writeOffice } from './office.ts';
import type { EvaluationData } from './pdf.types.ts';

/** R1.1 《活动效果评估报告》 as a Word document, with the same figures and sentences as the PDF. */
export function writeEvaluationDocx(data: EvaluationData, locale: Locale): Promise<Buffer> {
  return writeOffice({ kind: 'evaluation', data, locale });
}
