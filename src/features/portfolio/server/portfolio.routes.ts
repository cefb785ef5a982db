import { handle, type Handler } from '#platform/server/operation.ts';
import * as budgets from '../portfolio.budgets.contract.ts';
import * as contract from '../portfolio.contract.ts';
import { exportDelays } from '../portfolio.delays.contract.ts';
import * as budgetsService from './portfolio.budgets.service.ts';
import * as delaysService from './portfolio.delays.service.ts';
import * as service from './portfolio.service.ts';

export const portfolioRoutes: readonly Handler[] = [
  handle(contract.getWorkbench, service.getWorkbench),
  handle(contract.searchEverything, service.searchEverything),
  handle(budgets.sumBudgets, budgetsService.sumBudgets),
  handle(budgets.listBudgets, budgetsService.listBudgets),
  handle(budgets.listPlannedBudgets, budgetsService.listPlannedBudgets),
  handle(budgets.exportBudgets, budgetsService.exportBudgets),
  handle(exportDelays, delaysService.exportDelays),
];
