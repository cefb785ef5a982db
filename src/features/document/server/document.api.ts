export { attachedOf } from './document.views.ts';
export { campaignFiles, documentHead, documentLines, DOCX_TYPE, PDF_TYPE, scheduleRows, sealOf, XLSX_TYPE } from './document.export.ts';
export { exportedPlan } from './document.plan.ts';
export { writeEvaluationDocx } from './write/docx.evaluation.ts';
export { closeOffice } from './write/office.ts';
export { closePdf, renderPdf } from './write/pdf.ts';
export type { Cell, Column, SheetShape } from './write/tables.ts';
export { writeSheetsXlsx } from './write/xlsx.ts';
