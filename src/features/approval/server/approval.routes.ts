import { handle, type Handler } from '#platform/server/operation.ts';
import * as contract from '../approval.contract.ts';
import * as service from './approval.service.ts';

export const approvalRoutes: readonly Handler[] = [
  handle(contract.listApprovals, service.listApprovals),
  handle(contract.getApproval, service.getApproval),
  handle(contract.decideApproval, service.decideApproval),
  handle(contract.withdrawApproval, service.withdrawApproval),
];
