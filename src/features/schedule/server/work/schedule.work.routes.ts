import { handle, type Handler } from '#platform/server/operation.ts';
import * as contract from '../../work/schedule.work.contract.ts';
import { listMyDay } from './schedule.day.service.ts';
import * as photos from './schedule.photo.service.ts';
import * as service from './schedule.work.service.ts';

export const scheduleWorkRoutes: readonly Handler[] = [
  handle(contract.listMyDay, listMyDay), handle(contract.setTaskState, service.setTaskState), handle(contract.postponeTask, service.postponeTask),
  handle(contract.explainDelay, service.explainDelay), handle(contract.askAboutDelay, service.askAboutDelay), handle(contract.getTaskTrace, service.getTaskTrace),
  handle(contract.listDelays, service.listDelays), handle(contract.reportOnTask, photos.reportOnTask), handle(contract.addPhoto, photos.addPhoto as Handler['run']), handle(contract.readPhoto, photos.readPhoto),
];
