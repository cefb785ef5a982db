import { handle, type Handler } from '#platform/server/operation.ts';
import * as contract from '../archive.contract.ts';
import * as service from './archive.service.ts';

export const archiveRoutes: readonly Handler[] = [
  handle(contract.getArchive, service.getArchive),
  handle(contract.archiveCampaign, service.archiveCampaign),
  handle(contract.downloadArchive, service.downloadArchive),
];
