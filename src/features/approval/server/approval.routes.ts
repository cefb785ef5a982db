import { handle, type Handler } from '#platform/server/operation.ts';
import * as contract from '../approval.contract.ts';
import * as delegation from './approval.delegation.service.ts';
import * as handing from './approval.handing.ts';
import * as service from './approval.service.ts';

export const approvalRoutes: readonly Handler[] = [
  handle(contract.listApprovals, service.listApprovals),
  handle(contract.getApproval, service.getApproval),
  handle(contract.decideApproval, service.decideApproval),
  handle(contract.withdrawApproval, service.withdrawApproval),
  handle(contract.transferApproval, handing.transferApproval),
  handle(contract.addStep, handing.addStep),
  handle(contract.commentApproval, handing.commentApproval),
  handle(contract.listDelegations, delegation.listDelegations),
  handle(contract.createDelegation, delegation.createDelegation),
  handle(contract.endDelegation, delegation.endDelegation),
];
