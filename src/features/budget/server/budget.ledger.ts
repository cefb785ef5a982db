import type { DecidedApproval } from '#features/approval/server/approval.api.ts';
import { notify } from '#features/notice/server/notice.api.ts';
import { newId } from '#platform/server/identity.ts';
import type { Change } from '#platform/server/events.ts';
import type { Work } from '#platform/server/operation.ts';
import { Problem } from '#platform/shared/problem.ts';
import { isOrder } from '../budget.draft.rules.ts';
import { entriesOfOutcome } from '../budget.ledger.rules.ts';
import { warningLevel } from '../budget.warning.rules.ts';
import * as ledger from './budget.ledger.store.ts';
import * as requests from './budget.request.store.ts';
import { budgetRulesOf, campaignWatchers } from './budget.views.ts';

/** The first approved plan opens the ledger with its budget, the baseline from then on. A later version finds it open: its amounts are what they were, and what was moved since stays moved. */
async function openLedger(work: Work<unknown>, campaignId: string, approvalId: string): Promise<void> {
  const { db } = work;
  if (await ledger.isOpen(db, campaignId)) return;
  const by = work.actor.userId;
  await ledger.insertBalances(db, campaignId);
  const lines = await ledger.openingLines(db, campaignId);
  const entries: ledger.NewEntry[] = [];
  for (const line of lines) {
    const change = line.plannedCents - line.allocatedCents;
    if (change !== 0) entries.push({ kind: 'allocate', lineId: line.id, amountCents: Math.abs(change), allocated: change });
    const opening = line.spendings === 0 && line.allocatedCents === 0 ? line.recordedCents : 0;
    if (opening > line.plannedCents) throw new Problem('budget.opening_overspent', 409, { line: line.category, overCents: opening - line.plannedCents });
    // Cost that was recorded before there was a ledger, such as an imported table's 实际花费.
    if (opening > 0) entries.push({ kind: 'spend', lineId: line.id, amountCents: opening, spent: opening });
  }
  await ledger.postEntries(db, campaignId, by, entries);
  await ledger.insertVersion(db, { id: newId(), campaignId, kind: 'plan', requestId: null, approvalId, by });
  await work.record({ kind: 'budget.opened', campaignId, subject: { type: 'budget', id: campaignId }, after: { lines: lines.length, totalCents: lines.reduce((sum, line) => sum + line.plannedCents, 0) } });
}

/** What a decision means for the money: reserved becomes committed, moves, or returns. */
export async function onApprovalDecided(work: Work<unknown>, event: Change): Promise<void> {
  const decided = event.after as DecidedApproval;
  if (!event.campaignId) return;
  if (decided.approvalKind === 'plan') {
    if (decided.decision === 'approved') await openLedger(work, event.campaignId, decided.approvalId);
    return;
  }
  const request = await requests.lockByApproval(work.db, decided.approvalId);
  if (request) await settleRequest(work, request, decided);
}

async function settleRequest(work: Work<unknown>, request: requests.StoredRequest, decided: DecidedApproval): Promise<void> {
  const { db, actor } = work;
  const lineIds = [request.lineId, ...(request.toLineId ? [request.toLineId] : [])];
  await ledger.lockBalances(db, lineIds);
  await ledger.postEntries(db, request.campaignId, actor.userId, entriesOfOutcome(request, decided.decision));
  const state = decided.decision === 'approved' ? (isOrder(request) ? 'approved' : 'closed') : decided.decision;
  await requests.storeState(db, request.id, state);
  await work.record({
    kind: `budget.request_${decided.decision}`, campaignId: request.campaignId, subject: { type: 'budget_request', id: request.id },
    after: { number: request.number, requestKind: request.kind, amountCents: request.amountCents, purpose: request.purpose, reason: decided.reason },
  });
  if (decided.decision !== 'approved') return;
  if (!isOrder(request)) {
    await ledger.insertVersion(db, { id: newId(), campaignId: request.campaignId, kind: request.kind, requestId: request.id, approvalId: decided.approvalId, by: actor.userId });
  }
  await warn(work, request.campaignId, lineIds);
}

/** Tells the lead and the line's owner once for each threshold that a line reaches. */
async function warn(work: Work<unknown>, campaignId: string, lineIds: readonly string[]): Promise<void> {
  const { warnPercents } = await budgetRulesOf(work.db);
  for (const line of await ledger.linesWithMoney(work.db, campaignId, lineIds)) {
    if (!line.balance) continue;
    const level = warningLevel(line.balance, warnPercents);
    if (level === 0 || !(await ledger.raiseWarning(work.db, line.id, level))) continue;
    const { name, leadId } = await campaignWatchers(work.db, campaignId);
    await work.record({ kind: 'budget.warned', campaignId, subject: { type: 'budget_line', id: line.id }, after: { percent: level, ...line.balance } });
    await notify(work, {
      to: { users: [leadId, line.ownerId].flatMap((id) => id ?? []) }, code: 'budget.warned', topic: 'money', link: `/campaigns/${campaignId}/budget`, campaignId, subjectId: line.id,
      data: { campaign: name, line: line.category, percent: level, freeCents: line.balance.freeCents, allocatedCents: line.balance.allocatedCents },
    });
  }
}
