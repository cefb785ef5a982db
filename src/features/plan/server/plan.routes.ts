import { handle, type Handler } from '#platform/server/operation.ts';
import * as check from '../plan.check.contract.ts';
import * as contract from '../plan.contract.ts';
import { applyFix, checkPlan } from './plan.check.service.ts';
import * as service from './plan.service.ts';

export const planRoutes: readonly Handler[] = [handle(contract.getPlan, service.getPlan), handle(contract.submitPlan, service.submitPlan), handle(contract.startPreparing, service.startPreparing), handle(contract.revisePlan, service.revisePlan), handle(check.checkPlan, checkPlan), handle(check.applyFix, applyFix)];
