import { handle, type Handler } from '#platform/server/operation.ts';
import * as contract from '../team.contract.ts';
import * as service from './team.service.ts';

export const teamRoutes: readonly Handler[] = [handle(contract.listTeam, service.listTeam), handle(contract.addMember, service.addMember), handle(contract.removeMember, service.removeMember)];
