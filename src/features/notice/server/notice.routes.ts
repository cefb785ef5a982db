import { handle, type Handler } from '#platform/server/operation.ts';
import * as contract from '../notice.contract.ts';
import { NoticeService, type NoticeParts } from './notice.service.ts';

export function noticeRoutes(parts: NoticeParts): readonly Handler[] {
  const service = new NoticeService(parts);
  return [
    handle(contract.getBell, (work) => service.getBell(work)),
    handle(contract.listNotices, (work, input) => service.listNotices(work, input)),
    handle(contract.markRead, (work, input) => service.markRead(work, input)),
    handle(contract.getPreferences, (work) => service.getPreferences(work)),
    handle(contract.savePreferences, (work, input) => service.savePreferences(work, input)),
    handle(contract.sendTrial, (work) => service.sendTrial(work)),
  ];
}
