import { handle, type Handler } from '#platform/server/operation.ts';
import * as contract from '../budget.request.contract.ts';
import * as facts from './budget.facts.service.ts';
import * as invoices from './budget.invoice.service.ts';
import * as requests from './budget.request.service.ts';

export const budgetRequestRoutes: readonly Handler[] = [
  handle(contract.listRequests, requests.listRequests),
  handle(contract.getRequest, requests.getRequest),
  handle(contract.saveRequest, requests.saveRequest),
  handle(contract.deleteDraft, requests.deleteDraft),
  handle(contract.recordInvoice, invoices.recordInvoice),
  handle(contract.checkInvoice, invoices.checkInvoice),
  handle(contract.payInvoice, invoices.payInvoice),
  handle(contract.voidInvoice, invoices.voidInvoice),
  handle(contract.recordRefund, invoices.recordRefund),
  handle(contract.closeRequest, invoices.closeRequest),
  handle(contract.uploadFile, invoices.uploadFile as never),
  handle(contract.downloadFile, invoices.downloadFile),
  handle(contract.getMoneyFacts, facts.getMoneyFacts),
  handle(contract.listPayees, facts.listPayees),
  handle(contract.listReserveDraws, facts.listReserveDraws),
  handle(contract.listPayables, facts.listPayables),
];
