import { handle, type Handler } from '#platform/server/operation.ts';
import * as contract from '../briefing.contract.ts';
import * as holding from './briefing.holding.service.ts';
import * as service from './briefing.service.ts';

export const briefingRoutes: readonly Handler[] = [
  handle(contract.getBriefing, service.getBriefing),
  handle(contract.getBriefingProgress, service.getBriefingProgress),
  handle(contract.confirmBriefing, service.confirmBriefing),
  handle(contract.answerQuestion, service.answerQuestion),
  handle(contract.checkIn, service.checkIn),
  handle(contract.saveQuestions, holding.saveQuestions),
  handle(contract.saveNote, holding.saveNote),
  handle(contract.saveMeeting, holding.saveMeeting),
  handle(contract.getMeetingFile, holding.getMeetingFile),
  handle(contract.markAttendance, holding.markAttendance),
  handle(contract.saveMinutes, holding.saveMinutes),
  handle(contract.remindReaders, holding.remindReaders),
];
