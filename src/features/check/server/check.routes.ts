import { handle, type Handler } from '#platform/server/operation.ts';
import * as contract from '../check.contract.ts';
import * as service from './check.service.ts';

export const checkRoutes: readonly Handler[] = [handle(contract.listRules, service.listRules), handle(contract.updateRule, service.updateRule)];
