import { handle, type Handler } from '#platform/server/operation.ts';
import * as contract from '../goal.contract.ts';
import * as service from './goal.service.ts';

export const goalRoutes: readonly Handler[] = [handle(contract.listGoals, service.listGoals), handle(contract.editGoals, service.editGoals)];
