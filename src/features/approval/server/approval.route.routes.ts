import { handle, type Handler } from '#platform/server/operation.ts';
import * as contract from '../approval.route.contract.ts';
import { readMatrix } from './approval.matrix.ts';
import * as service from './approval.route.service.ts';
import { tryRoute } from './approval.route.trial.ts';

export const approvalRouteRoutes: readonly Handler[] = [
  handle(contract.listRoutes, service.listRoutes),
  handle(contract.saveRoute, service.saveRoute),
  handle(contract.deleteRoute, service.deleteRoute),
  handle(contract.moveRoute, service.moveRoute),
  handle(contract.tryRoute, tryRoute),
  handle(contract.readMatrix, readMatrix),
  handle(contract.applyMatrix, service.applyMatrix),
];
