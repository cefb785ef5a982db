import { handle, type Handler } from '#platform/server/operation.ts';
import * as contract from '../schedule.contract.ts';
import { linkTasks } from './schedule.link.service.ts';
import * as service from './schedule.service.ts';
import { scheduleWorkRoutes } from './schedule.work.routes.ts';

export const scheduleRoutes: readonly Handler[] = [
  handle(contract.listSchedule, service.listSchedule), handle(contract.editSchedule, service.editSchedule), handle(contract.linkTasks, linkTasks),
  ...scheduleWorkRoutes,
];
