export { reportState } from './evaluation.state.ts';
export { evaluationOf } from './evaluation.views.ts';
export { evaluationReport } from './evaluation.report.ts';
