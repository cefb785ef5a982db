export { attachedOf } from './document.views.ts';
export { campaignFiles, documentHead, DOCX_TYPE, PDF_TYPE, scheduleRows, sealOf } from './document.export.ts';
export { writeEvaluationDocx } from './write/docx.evaluation.ts';
export { closeOffice } from './write/office.ts';
export { closePdf, renderPdf } from './write/pdf.ts';
