import { prepareSubmission, submitVersion } from '#features/approval/server/approval.api.ts';
import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { type Reader, violatedConstraint } from '#platform/server/db/database.ts';
import type { ReadWork, Work } from '#platform/server/operation.ts';
import { dayIn } from '#platform/shared/calendar.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { denied, notFound, Problem } from '#platform/shared/problem.ts';
import { asksForMoney, closesOrderOf, keepsAccounts, paysInvoices, recordsInvoices } from '../budget.policy.ts';
import { isOrder } from '../budget.draft.rules.ts';
import { holdsMoney } from '../budget.ledger.rules.ts';
import { approvalKindOf, freeAfter, misfitOf, questionsOf } from '../budget.request.rules.ts';
import type * as contract from '../budget.request.contract.ts';
import { linesWithMoney, type LineMoney } from './budget.ledger.store.ts';
import * as store from './budget.request.store.ts';
import * as views from './budget.request.views.ts';
import { waitingOn } from './budget.views.ts';

const EDITABLE: ReadonlySet<string> = new Set(['draft', 'returned', 'withdrawn']);

type Saved = InputOf<typeof contract.saveRequest>['body'];

export async function listRequests(work: ReadWork<CampaignFacts>, { query }: InputOf<typeof contract.listRequests>): Promise<OutputOf<typeof contract.listRequests>> {
  const { requests, next } = await views.requestsOf(work.db, work.thing.id, work.actor.userId, query);
  return { requests, next, can: { ask: asksForMoney(work.actor, work.thing) } };
}

export async function getRequest(work: ReadWork<CampaignFacts>, { params }: InputOf<typeof contract.getRequest>): Promise<OutputOf<typeof contract.getRequest>> {
  const { actor, thing } = work;
  const found = await views.findRequest(work.db, thing.id, params.requestId);
  if (!found || (found.state === 'draft' && found.requestedById !== actor.userId)) throw notFound();
  const own = found.requestedById === actor.userId;
  const [open, accounts, order] = [found.state === 'approved', keepsAccounts(actor, thing), isOrder(found)];
  return {
    ...found,
    invoices: found.invoices.map((invoice) => ({
      ...invoice,
      can: {
        check: accounts && invoice.state === 'submitted' && !own,
        pay: paysInvoices(actor, thing) && invoice.state === 'accepted' && invoice.payment === null,
        void: accounts && invoice.state === 'accepted' && invoice.payment === null,
      },
    })),
    can: {
      edit: own && asksForMoney(actor, thing) && EDITABLE.has(found.state),
      withdraw: found.state === 'submitted' && (own || thing.groups.includes('lead')),
      recordInvoice: order && open && recordsInvoices(actor, thing),
      close: order && open && closesOrderOf(actor, thing, found.requestedById),
      refund: accounts && order && found.spentCents > 0,
    },
  };
}

/** A draft is only kept. A submitted request reserves its money and asks for approval along its route, or is refused with what is free. */
export async function saveRequest(work: Work<CampaignFacts>, { params, body }: InputOf<typeof contract.saveRequest>): Promise<OutputOf<typeof contract.saveRequest>> {
  const { db, thing, actor } = work;
  const fields = { ...body, toLineId: body.kind === 'transfer' || body.kind === 'reserve' ? body.toLineId : null, causeKind: body.kind === 'reserve' ? body.causeKind : null, cause: body.kind === 'reserve' ? body.cause : '' };
  const approval = { campaignId: thing.id, subjectId: params.requestId, kind: approvalKindOf(fields.kind) };
  const [grounds, prepared] = await Promise.all([store.groundsFor(db, thing.id, { ...fields, id: params.requestId }), body.submit ? prepareSubmission(work, approval) : undefined]);
  if (grounds.existing) await refuseUneditable(work, params.requestId, grounds.existing);
  const line = grounds.lines.find((one) => one.id === fields.lineId);
  const toLine = fields.toLineId === null ? null : grounds.lines.find((one) => one.id === fields.toLineId);
  if (!line || toLine === undefined) throw new Problem('budget.line_gone', 409);
  if (grounds.files.length !== new Set(fields.fileIds).size) throw new Problem('budget.file_gone', 409);
  const made = { ...fields, id: params.requestId, campaignId: thing.id, by: actor.userId };
  const keepFiles = async (): Promise<void> => {
    if (grounds.existing || fields.fileIds.length > 0) await store.storeFiles(db, params.requestId, fields.fileIds);
  };
  const record = (kind: string, number: number) => work.record({ kind, campaignId: thing.id, subject: { type: 'budget_request', id: params.requestId }, after: summaryOf(fields, number) });
  if (!body.submit) {
    const { number } = await store.storeDraft(db, made);
    await keepFiles();
    await record(grounds.existing ? 'budget.request_changed' : 'budget.request_drafted', number);
    return { id: params.requestId, number, approvalId: null };
  }
  await refuseUnfit(work, fields, line, toLine, grounds);
  // Others may have come first since all this was looked at: the database has the last word.
  work.whenRefused(async (error, after) => {
    const constraint = violatedConstraint(error);
    if (constraint === store.FREE_CONSTRAINT) return exceeding(after, thing.id, line, fields.amountCents);
    // Two windows that send one request at the same moment freeze the same version of it: the second is told what the first has done.
    return constraint === 'versions_subject_number' ? new Problem('budget.request_moved', 409, { state: 'submitted' }) : undefined;
  });
  const { approvalId } = await submitVersion(work, {
    ...approval, title: fields.purpose, note: fields.explanation,
    content: contentOf(fields, line, toLine, grounds), amountCents: fields.amountCents, category: line.category,
  }, prepared);
  const { number } = await store.storeSubmitted(db, made, approvalId);
  await keepFiles();
  await record('budget.request_submitted', number);
  if (holdsMoney(fields)) await store.reserve(db, made);
  return { id: params.requestId, number, approvalId };
}

/** What of a request the event log keeps. */
const summaryOf = (fields: Pick<Saved, 'kind' | 'amountCents' | 'purpose' | 'payee'>, number: number) => ({ number, requestKind: fields.kind, amountCents: fields.amountCents, purpose: fields.purpose, payee: fields.payee });

/** A request that exists is changed by its author only, and only before it is submitted or after it came back. */
async function refuseUneditable(work: Work<CampaignFacts>, requestId: string, existing: NonNullable<store.Grounds['existing']>): Promise<void> {
  if (existing.campaignId !== work.thing.id) throw notFound();
  if (existing.requestedBy !== work.actor.userId) throw denied();
  const now = await store.lockRequest(work.db, work.thing.id, requestId);
  if (!now || !EDITABLE.has(now.state)) throw new Problem('budget.request_moved', 409, { state: now?.state });
}

async function refuseUnfit(work: Work<CampaignFacts>, fields: Saved, line: LineMoney, toLine: LineMoney | null, { similar, reserveFromPercent }: store.Grounds): Promise<void> {
  if (line.balance === null || (toLine && toLine.balance === null)) throw new Problem('budget.not_open', 409);
  const misfit = misfitOf(fields, line, toLine);
  if (misfit) throw new Problem(misfit, 409);
  if (holdsMoney(fields) && line.balance.freeCents < fields.amountCents) throw await exceeding(work.db, work.thing.id, line, fields.amountCents);
  const standing = fields.kind === 'cut' ? await views.reserveStandingOf(work.db, work.thing.id) : null;
  const questions = questionsOf({ ...fields, similar, category: line.category, startsOn: work.thing.startsOn, endsOn: work.thing.endsOn, today: dayIn(work.thing.timeZone), standing, reserveFromPercent });
  const open = questions.filter((question) => !fields.confirmed.includes(question));
  if (open.length > 0 || (questions.length > 0 && fields.explanation === '')) throw new Problem('budget.questions', 409, { questions: open.length > 0 ? open : questions });
}

/** Says by how much, and what waits before it. */
async function exceeding(db: Reader, campaignId: string, line: LineMoney, amountCents: number): Promise<Problem> {
  const [now] = await linesWithMoney(db, campaignId, [line.id]);
  const freeCents = now?.balance?.freeCents ?? 0;
  const waiting = await waitingOn(db, line.id);
  return new Problem('budget.exceeds', 409, {
    lineId: line.id, line: line.category, freeCents, amountCents, overCents: amountCents - freeCents,
    waitingCents: waiting.reduce((sum, one) => sum + one.amountCents, 0), waiting: waiting.map((one) => ({ number: one.number, purpose: one.purpose, amountCents: one.amountCents })),
  });
}

const lineFacts = (line: LineMoney) => ({ id: line.id, name: [line.category, line.detail].filter(Boolean).join(' · '), ownerText: line.ownerText, ...line.balance });

/** What is frozen: the request, and the balances as they were before it. */
function contentOf(fields: Saved, line: LineMoney, toLine: LineMoney | null, { files, existing }: store.Grounds) {
  const { kind, amountCents, payee, purpose, effect, causeKind, cause, neededOn, explanation, confirmed } = fields;
  return {
    request: kind, number: existing?.number ?? null, amountCents, payee, purpose, effect, causeKind, cause, neededOn, explanation, questions: confirmed,
    line: lineFacts(line), toLine: toLine && lineFacts(toLine), files, freeAfterCents: freeAfter(kind, line.balance?.freeCents ?? 0, amountCents),
  };
}

export async function deleteDraft(work: Work<CampaignFacts>, { params }: InputOf<typeof contract.deleteDraft>): Promise<OutputOf<typeof contract.deleteDraft>> {
  const existing = await store.lockRequest(work.db, work.thing.id, params.requestId);
  if (!existing || existing.requestedBy !== work.actor.userId) throw notFound();
  if (existing.state !== 'draft') throw new Problem('budget.request_moved', 409, { state: existing.state });
  await store.deleteRequest(work.db, params.requestId);
  await work.record({ kind: 'budget.request_deleted', campaignId: work.thing.id, subject: { type: 'budget_request', id: params.requestId }, before: { number: existing.number, purpose: existing.purpose, amountCents: existing.amountCents } });
  return {};
}
