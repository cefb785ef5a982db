import { handle, type Handler } from '#platform/server/operation.ts';
import * as contract from '../evaluation.contract.ts';
import * as service from './evaluation.service.ts';

export const evaluationRoutes: readonly Handler[] = [
  handle(contract.getEvaluation, service.getEvaluation),
  handle(contract.updateEvaluation, service.updateEvaluation),
  handle(contract.submitEvaluation, service.submitEvaluation),
  handle(contract.downloadEvaluation, service.downloadEvaluation),
];
