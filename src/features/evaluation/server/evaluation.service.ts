import type { DecidedApproval } from '#features/approval/server/approval.api.ts';
import { submitVersion } from '#features/approval/server/approval.api.ts';
import { archivesCampaign, writesEvaluation, type CampaignFacts } from '#features/campaign/campaign.policy.ts';
import type { Change } from '#platform/server/events.ts';
import type { FileAnswer, ReadWork, Work } from '#platform/server/operation.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { Problem } from '#platform/shared/problem.ts';
import type * as contract from '../evaluation.contract.ts';
import { evaluationMessages } from '../evaluation.messages.ts';
import { evaluationReport } from './evaluation.report.ts';
import { reportState, stateOf } from './evaluation.state.ts';
import * as store from './evaluation.store.ts';
import { evaluationOf } from './evaluation.views.ts';

export async function getEvaluation(work: ReadWork<CampaignFacts>): Promise<OutputOf<typeof contract.getEvaluation>> {
  const { actor, thing } = work;
  const view = await evaluationOf(work.db, thing.id);
  const state = await stateOf(work.db, view);
  const write = writesEvaluation(actor, thing) && state !== 'waiting' && state !== 'approved';
  return { ...view, reportState: state, can: { write, submit: write, archive: thing.stage === 'reviewing' && state === 'approved' && archivesCampaign(actor, thing) } };
}

export async function updateEvaluation(work: Work<CampaignFacts>, { body }: InputOf<typeof contract.updateEvaluation>): Promise<OutputOf<typeof contract.updateEvaluation>> {
  await refuseFrozen(work);
  const stored = await store.lockJudgement(work.db, work.thing.id);
  const before: Record<string, string> = {};
  const after: Record<string, string> = {};
  const conflicts: { field: string; current: string }[] = [];
  for (const field of ['highlights', 'shortcomings', 'nextSteps'] as const) {
    const change = body[field];
    if (!change || change.to === stored[field]) continue;
    if (change.from === stored[field]) [before[field], after[field]] = [stored[field], change.to];
    else conflicts.push({ field, current: stored[field] });
  }
  if (Object.keys(after).length > 0) {
    await store.storeJudgement(work.db, work.thing.id, { ...stored, ...after }, work.actor.userId);
    await work.record({ kind: 'evaluation.changed', campaignId: work.thing.id, subject: { type: 'evaluation', id: work.thing.id }, before, after });
  }
  return { conflicts };
}

async function refuseFrozen(work: Work<CampaignFacts>): Promise<void> {
  const state = await reportState(work.db, work.thing.id);
  if (state === 'waiting' || state === 'approved') throw new Problem('evaluation.in_approval', 409);
}

export async function submitEvaluation(work: Work<CampaignFacts>): Promise<OutputOf<typeof contract.submitEvaluation>> {
  await refuseFrozen(work);
  const content = await evaluationOf(work.db, work.thing.id);
  if (content.missing.length > 0) throw new Problem('evaluation.incomplete', 409, { missing: content.missing });
  const { approvals: _history, today: _today, ...frozen } = content;
  return submitVersion(work, { campaignId: work.thing.id, kind: 'evaluation', title: work.thing.name, note: '', content: frozen });
}

export async function downloadEvaluation(work: ReadWork<CampaignFacts>, { params }: InputOf<typeof contract.downloadEvaluation>): Promise<FileAnswer> {
  const report = await evaluationReport(work.db, work.thing.id, work.caller.locale, params.format);
  return { ...report, name: `${evaluationMessages[work.caller.locale].reportTitle(work.thing.name)}.${params.format}` };
}

/** A decision on a report is kept with the campaign's history. The stage does not move: archiving is a step of its own. */
export async function onApprovalDecided(work: Work<unknown>, event: Change): Promise<void> {
  const decided = event.after as DecidedApproval;
  if (decided.approvalKind !== 'evaluation' || !event.campaignId) return;
  await work.record({ kind: `evaluation.${decided.decision}`, campaignId: event.campaignId, subject: { type: 'evaluation', id: event.campaignId }, after: { reason: decided.reason } });
}
