import { handle, type Handler } from '#platform/server/operation.ts';
import { getBaseline } from '../baseline/schedule.baseline.contract.ts';
import { listResourceUses } from '../conflicts/schedule.conflict.contract.ts';
import * as contract from '../schedule.contract.ts';
import { previewDDay } from '../baseline/schedule.rebase.contract.ts';
import * as baseline from './baseline/schedule.baseline.service.ts';
import * as conflict from './conflicts/schedule.conflict.service.ts';
import { linkTasks } from './schedule.link.service.ts';
import * as rebase from './baseline/schedule.rebase.service.ts';
import * as service from './schedule.service.ts';
import { scheduleWorkRoutes } from './work/schedule.work.routes.ts';

export const scheduleRoutes: readonly Handler[] = [
  handle(contract.listSchedule, service.listSchedule), handle(contract.editSchedule, service.editSchedule), handle(contract.linkTasks, linkTasks),
  ...scheduleWorkRoutes,
  handle(previewDDay, rebase.previewDDay), handle(getBaseline, baseline.getBaseline), handle(listResourceUses, conflict.listResourceUses),
];
