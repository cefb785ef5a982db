import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { notify } from '#features/notice/server/notice.api.ts';
import type { FileAnswer, ReadWork, Upload, Work } from '#platform/server/operation.ts';
import { insertFile, paperType, readFileOf } from '#platform/server/stored-files.ts';
import { dayIn } from '#platform/shared/calendar.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { denied, notFound, Problem } from '#platform/shared/problem.ts';
import { isOrder } from '../budget.draft.rules.ts';
import { closesOrderOf } from '../budget.policy.ts';
import { invoiceKey, invoiceQuestions } from '../budget.request.rules.ts';
import type * as contract from '../budget.request.contract.ts';
import * as invoices from './budget.invoice.store.ts';
import { movedBy, postEntries } from './budget.ledger.store.ts';
import * as requests from './budget.request.store.ts';

type In<Op extends keyof typeof contract> = InputOf<(typeof contract)[Op]>;
type Out<Op extends keyof typeof contract> = OutputOf<(typeof contract)[Op]>;

/** The order, locked: whatever follows is about what it has left. */
async function openOrder(work: Work<CampaignFacts>, requestId: string): Promise<requests.StoredRequest> {
  const order = await requests.lockRequest(work.db, work.thing.id, requestId);
  if (!order) throw notFound();
  if (order.state !== 'approved' || !isOrder(order)) throw new Problem('budget.request_moved', 409, { state: order.state });
  return order;
}

async function refuseForeignFile(work: Work<CampaignFacts>, fileId: string | null): Promise<void> {
  if (fileId !== null && (await requests.filesOf(work.db, work.thing.id, [fileId])).length === 0) throw new Problem('budget.file_gone', 409);
}

/** 执行: an invoice of an approved order waits for finance. It counts as spent when finance accepts it. */
export async function recordInvoice(work: Work<CampaignFacts>, { params, body }: In<'recordInvoice'>): Promise<Out<'recordInvoice'>> {
  const { db, thing, actor } = work;
  const order = await openOrder(work, params.requestId);
  const key = invoiceKey(body.number);
  if (body.kind === 'invoice' && key === '') throw new Problem('budget.invoice_number_needed', 400);
  const claim = await invoices.claimOf(db, key, params.invoiceId);
  if (claim) throw new Problem('budget.invoice_taken', 409, { number: body.number, ...claim });
  await refuseForeignFile(work, body.fileId);
  const leftCents = order.amountCents - (await invoices.claimedOf(db, order.id));
  if (body.amountCents > leftCents) throw new Problem('budget.invoice_over_order', 409, { orderCents: order.amountCents, leftCents, overCents: body.amountCents - leftCents });
  const approvedOn = order.decidedAt === null ? null : dayIn(thing.timeZone, new Date(order.decidedAt));
  const questions = invoiceQuestions({ issuedOn: body.issuedOn, startsOn: thing.startsOn, endsOn: thing.endsOn, today: dayIn(thing.timeZone), approvedOn });
  const open = questions.filter((question) => !body.confirmed.includes(question));
  if (open.length > 0 || (questions.length > 0 && body.explanation === '')) throw new Problem('budget.questions', 409, { questions: open.length > 0 ? open : questions });
  await invoices.insertInvoice(db, { ...body, id: params.invoiceId, requestId: order.id, campaignId: thing.id, lineId: order.lineId, key, by: actor.userId });
  await work.record({ kind: 'budget.invoice_recorded', campaignId: thing.id, subject: { type: 'budget_invoice', id: params.invoiceId }, after: { request: order.number, number: body.number, amountCents: body.amountCents, issuedOn: body.issuedOn } });
  await notify(work, {
    to: { roles: ['finance'] }, code: 'budget.invoice_waiting', topic: 'approval', link: '/payables', campaignId: thing.id, subjectId: params.invoiceId,
    data: { campaign: thing.name, payee: order.payee, purpose: order.purpose, amountCents: body.amountCents, by: actor.name },
  });
  return {};
}

/** Locks order and invoice, in this order. */
async function lockBoth(work: Work<CampaignFacts>, invoiceId: string): Promise<{ order: requests.StoredRequest; invoice: invoices.StoredInvoice }> {
  const requestId = await invoices.findOrderOf(work.db, work.thing.id, invoiceId);
  const order = requestId === undefined ? undefined : await requests.lockRequest(work.db, work.thing.id, requestId);
  const invoice = order && await invoices.lockInvoice(work.db, work.thing.id, invoiceId);
  if (!order || !invoice) throw notFound();
  return { order, invoice };
}

/** 核销: an accepted invoice turns committed into spent. Nobody accepts the invoice of their own order. */
export async function checkInvoice(work: Work<CampaignFacts>, { params, body }: In<'checkInvoice'>): Promise<Out<'checkInvoice'>> {
  const { db, thing, actor } = work;
  const { order, invoice } = await lockBoth(work, params.invoiceId);
  if (invoice.state !== 'submitted') throw new Problem('budget.invoice_moved', 409, { state: invoice.state });
  if (order.requestedBy === actor.userId) throw new Problem('budget.own_invoice', 409);
  if (body.decision === 'rejected' && body.reason === '') throw new Problem('budget.reason_needed', 400);
  if (body.decision === 'accepted') {
    const { committedCents } = await movedBy(db, order.id);
    if (invoice.amountCents > committedCents) throw new Problem('budget.invoice_over_order', 409, { orderCents: order.amountCents, leftCents: committedCents, overCents: invoice.amountCents - committedCents });
    await postEntries(db, thing.id, actor.userId, [{ kind: 'spend', lineId: invoice.lineId, amountCents: invoice.amountCents, committed: -invoice.amountCents, spent: invoice.amountCents, requestId: order.id, invoiceId: invoice.id, causeKind: order.causeKind }]);
  }
  await invoices.storeInvoiceState(db, invoice.id, body.decision, actor.userId, body.reason);
  await work.record({ kind: `budget.invoice_${body.decision}`, campaignId: thing.id, subject: { type: 'budget_invoice', id: invoice.id }, after: { request: order.number, number: invoice.number, amountCents: invoice.amountCents, reason: body.reason } });
  await notify(work, {
    to: { users: [order.requestedBy, invoice.recordedBy] }, code: `budget.invoice_${body.decision}`, topic: 'request', link: `/campaigns/${thing.id}/budget/requests/${order.id}`, campaignId: thing.id, subjectId: invoice.id,
    data: { campaign: thing.name, payee: order.payee, purpose: order.purpose, amountCents: invoice.amountCents, by: actor.name, reason: body.reason },
  });
  return {};
}

export async function payInvoice(work: Work<CampaignFacts>, { params, body }: In<'payInvoice'>): Promise<Out<'payInvoice'>> {
  const { order, invoice } = await lockBoth(work, params.invoiceId);
  if (invoice.state !== 'accepted') throw new Problem('budget.invoice_moved', 409, { state: invoice.state });
  if (!(await invoices.insertPayment(work.db, { invoiceId: invoice.id, ...body, by: work.actor.userId }))) throw new Problem('budget.paid_already', 409);
  await work.record({ kind: 'budget.invoice_paid', campaignId: work.thing.id, subject: { type: 'budget_invoice', id: invoice.id }, after: { request: order.number, number: invoice.number, amountCents: invoice.amountCents, ...body } });
  return {};
}

/** 冲正: the spending is taken back by an entry of its own; on an open order the money is committed again. A paid invoice is answered by a refund. */
export async function voidInvoice(work: Work<CampaignFacts>, { params, body }: In<'voidInvoice'>): Promise<Out<'voidInvoice'>> {
  const { order, invoice } = await lockBoth(work, params.invoiceId);
  if (invoice.state !== 'accepted' || invoice.paid) throw new Problem('budget.invoice_moved', 409, { state: invoice.paid ? 'paid' : invoice.state });
  const { spentCents } = await movedBy(work.db, order.id);
  if (invoice.amountCents > spentCents) throw new Problem('budget.refund_over_spent', 409, { spentCents });
  await postEntries(work.db, work.thing.id, work.actor.userId, [{
    kind: 'refund', lineId: invoice.lineId, amountCents: invoice.amountCents, spent: -invoice.amountCents, committed: order.state === 'approved' ? invoice.amountCents : 0,
    requestId: order.id, invoiceId: invoice.id, causeKind: order.causeKind, note: body.reason,
  }]);
  await invoices.storeInvoiceState(work.db, invoice.id, 'voided', work.actor.userId, body.reason);
  await work.record({ kind: 'budget.invoice_voided', campaignId: work.thing.id, subject: { type: 'budget_invoice', id: invoice.id }, after: { request: order.number, number: invoice.number, amountCents: invoice.amountCents, reason: body.reason } });
  return {};
}

/** Money that came back is free again on its line. */
export async function recordRefund(work: Work<CampaignFacts>, { params, body }: In<'recordRefund'>): Promise<Out<'recordRefund'>> {
  const order = await requests.lockRequest(work.db, work.thing.id, params.requestId);
  if (!order) throw notFound();
  await refuseForeignFile(work, body.fileId);
  const { spentCents } = await movedBy(work.db, order.id);
  if (body.amountCents > spentCents) throw new Problem('budget.refund_over_spent', 409, { spentCents });
  await postEntries(work.db, work.thing.id, work.actor.userId, [{ kind: 'refund', lineId: order.lineId, amountCents: body.amountCents, spent: -body.amountCents, requestId: order.id, causeKind: order.causeKind, note: body.reason, fileId: body.fileId }]);
  await work.record({ kind: 'budget.refunded', campaignId: work.thing.id, subject: { type: 'budget_request', id: order.id }, after: { number: order.number, amountCents: body.amountCents, reason: body.reason } });
  return {};
}

/** 结清: what was not used returns to its line. */
export async function closeRequest(work: Work<CampaignFacts>, { params, body }: In<'closeRequest'>): Promise<Out<'closeRequest'>> {
  const order = await openOrder(work, params.requestId);
  if (!closesOrderOf(work.actor, work.thing, order.requestedBy)) throw denied();
  const waiting = await invoices.waitingInvoices(work.db, order.id);
  if (waiting > 0) throw new Problem('budget.invoices_waiting', 409, { waiting });
  const { committedCents } = await movedBy(work.db, order.id);
  if (committedCents > 0) await postEntries(work.db, work.thing.id, work.actor.userId, [{ kind: 'release', lineId: order.lineId, amountCents: committedCents, committed: -committedCents, requestId: order.id, causeKind: order.causeKind, note: body.reason }]);
  await requests.storeState(work.db, order.id, 'closed');
  await work.record({ kind: 'budget.request_closed', campaignId: work.thing.id, subject: { type: 'budget_request', id: order.id }, after: { number: order.number, releasedCents: committedCents, reason: body.reason } });
  return { releasedCents: committedCents };
}

export async function uploadFile(work: Work<CampaignFacts>, { upload }: In<'uploadFile'> & Upload): Promise<Out<'uploadFile'>> {
  const mediaType = paperType(upload.name, upload.bytes);
  if (!mediaType) throw new Problem('budget.file_kind', 400, { name: upload.name });
  return insertFile(work.db, { campaignId: work.thing.id, name: upload.name.slice(0, 200), mediaType, bytes: upload.bytes, by: work.actor.userId });
}

export async function downloadFile(work: ReadWork<CampaignFacts>, { params }: In<'downloadFile'>): Promise<FileAnswer> {
  const file = await readFileOf(work.db, work.thing.id, params.fileId);
  if (!file) throw notFound();
  return { name: file.name, mediaType: file.mediaType, body: file.bytes };
}
