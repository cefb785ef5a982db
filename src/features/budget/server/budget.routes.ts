import { handle, type Handler } from '#platform/server/operation.ts';
import * as contract from '../budget.contract.ts';
import * as service from './budget.service.ts';

export const budgetRoutes: readonly Handler[] = [
  handle(contract.listBudget, service.listBudget),
  handle(contract.editBudget, service.editBudget),
  handle(contract.addLine, service.addLine),
  handle(contract.listEntries, service.listEntries),
  handle(contract.listVersions, service.listVersions),
  handle(contract.getPace, service.getPace),
  handle(contract.getBudgetRules, service.getBudgetRules),
  handle(contract.saveBudgetRules, service.saveBudgetRules),
];
