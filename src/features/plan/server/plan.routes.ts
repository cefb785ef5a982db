import { handle, type Handler } from '#platform/server/operation.ts';
import * as contract from '../plan.contract.ts';
import * as service from './plan.service.ts';

export const planRoutes: readonly Handler[] = [handle(contract.getPlan, service.getPlan), handle(contract.submitPlan, service.submitPlan), handle(contract.startPreparing, service.startPreparing)];
