import { handle, type Handler } from '#platform/server/operation.ts';
import * as contract from '../team.contract.ts';
import * as absence from './team.absence.service.ts';
import * as service from './team.service.ts';
import * as work from './team.work.service.ts';

export const teamRoutes: readonly Handler[] = [
  handle(contract.listTeam, service.listTeam),
  handle(contract.addMember, service.addMember),
  handle(contract.removeMember, service.removeMember),
  handle(contract.writeDuties, work.writeDuties),
  handle(contract.listAreas, work.listAreas),
  handle(contract.editAreas, work.editAreas),
  handle(contract.getWorkload, work.getWorkload),
  handle(contract.listAbsences, absence.listAbsences),
  handle(contract.saveAbsence, absence.saveAbsence),
  handle(contract.deleteAbsence, absence.deleteAbsence),
];
