import { handle, type Handler } from '#platform/server/operation.ts';
import * as contract from '../playbook.contract.ts';
import * as service from './playbook.service.ts';
import { createFromPlaybook, saveFromCampaign } from './playbook.use.service.ts';

export const playbookRoutes: readonly Handler[] = [
  handle(contract.listPlaybooks, service.listPlaybooks),
  handle(contract.readPlaybook, service.readPlaybook),
  handle(contract.savePlaybook, service.savePlaybook),
  handle(contract.retirePlaybook, service.retirePlaybook),
  handle(contract.restoreBuiltIn, service.restoreBuiltIn),
  handle(contract.exportPlaybook, service.exportPlaybook),
  handle(contract.importPlaybook, service.importPlaybook),
  handle(contract.createFromPlaybook, createFromPlaybook),
  handle(contract.saveFromCampaign, saveFromCampaign),
];
