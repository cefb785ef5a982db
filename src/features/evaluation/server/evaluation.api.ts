export { reportState } from './evaluation.service.ts';
export { evaluationOf } from './evaluation.views.ts';
export { evaluationReport } from './evaluation.report.ts';
