import { handle, type Handler } from '#platform/server/operation.ts';
import * as contract from '../portfolio.contract.ts';
import * as service from './portfolio.service.ts';

export const portfolioRoutes: readonly Handler[] = [handle(contract.getWorkbench, service.getWorkbench), handle(contract.searchEverything, service.searchEverything)];
