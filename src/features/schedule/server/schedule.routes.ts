import { handle, type Handler } from '#platform/server/operation.ts';
import { getBaseline } from '../schedule.baseline.contract.ts';
import { listResourceUses } from '../schedule.conflict.contract.ts';
import * as contract from '../schedule.contract.ts';
import { previewDDay } from '../schedule.rebase.contract.ts';
import * as baseline from './schedule.baseline.service.ts';
import * as conflict from './schedule.conflict.service.ts';
import { linkTasks } from './schedule.link.service.ts';
import * as rebase from './schedule.rebase.service.ts';
import * as service from './schedule.service.ts';
import { scheduleWorkRoutes } from './schedule.work.routes.ts';

export const scheduleRoutes: readonly Handler[] = [
  handle(contract.listSchedule, service.listSchedule), handle(contract.editSchedule, service.editSchedule), handle(contract.linkTasks, linkTasks),
  ...scheduleWorkRoutes,
  handle(previewDDay, rebase.previewDDay), handle(getBaseline, baseline.getBaseline), handle(listResourceUses, conflict.listResourceUses),
];
