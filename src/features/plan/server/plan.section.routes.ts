import { handle, type Handler } from '#platform/server/operation.ts';
import * as contract from '../plan.section.contract.ts';
import * as service from './plan.section.service.ts';

export const planSectionRoutes: readonly Handler[] = [
  handle(contract.listSections, service.listSections),
  handle(contract.listSectionUpdates, service.listSectionUpdates),
  handle(contract.writeSection, service.writeSection),
  handle(contract.addSection, service.addSection),
  handle(contract.renameSection, service.renameSection),
  handle(contract.moveSection, service.moveSection),
  handle(contract.deleteSection, service.deleteSection),
  handle(contract.tellPresence, service.tellPresence),
];
