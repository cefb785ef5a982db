import { handle, type Handler } from '#platform/server/operation.ts';
import * as contract from '../goal.contract.ts';
import * as metrics from './goal.metric.service.ts';
import * as service from './goal.service.ts';

export const goalRoutes: readonly Handler[] = [
  handle(contract.listGoals, service.listGoals), handle(contract.editGoals, service.editGoals), handle(contract.saveGoalParts, service.saveGoalParts),
  handle(contract.listMetrics, metrics.listMetrics), handle(contract.createMetric, metrics.createMetric), handle(contract.updateMetric, metrics.updateMetric), handle(contract.retireMetric, metrics.retireMetric),
];
