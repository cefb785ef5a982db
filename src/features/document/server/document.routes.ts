import type { Sessions } from '#platform/server/session.ts';
import { handle, type Handler } from '#platform/server/operation.ts';
import * as contract from '../document.contract.ts';
import * as scheduleContract from '../document.schedule.contract.ts';
import { createDemo } from './document.demo.ts';
import { exportProject } from './document.project.ts';
import { exportGantt, exportSchedulePlan } from './document.schedule.ts';
import * as service from './document.service.ts';

export function documentRoutes(sessions: Sessions): readonly Handler[] {
  return [
    handle(contract.readDocument, service.readDocument),
    handle(contract.readPasted, service.readPasted),
    handle(contract.applyImport, service.applyImport),
    handle(contract.listAttached, service.listAttached),
    handle(contract.deleteAttached, service.deleteAttached),
    handle(contract.exportTables, service.exportTables),
    handle(contract.exportTeam, service.exportTeam),
    handle(contract.exportPlan, service.exportPlan),
    handle(scheduleContract.exportGantt, exportGantt),
    handle(scheduleContract.exportProject, exportProject),
    handle(scheduleContract.exportSchedulePlan, exportSchedulePlan),
    handle(contract.exportLedger, service.exportLedger),
    handle(contract.exportOverview, service.exportOverview),
    handle(contract.createDemo, (work) => createDemo(work, sessions)),
  ];
}
