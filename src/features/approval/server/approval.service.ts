import type { ReadWork, Work } from '#platform/server/operation.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { notFound, Problem } from '#platform/shared/problem.ts';
import type * as contract from '../approval.contract.ts';
import { decidesApproval, withdrawsApproval, type ApprovalFacts } from '../approval.policy.ts';
import * as store from './approval.store.ts';
import * as views from './approval.views.ts';

type Decision = 'approved' | 'returned' | 'withdrawn';

/** What `approval.decided` carries to the features whose requests these are. */
export interface DecidedApproval {
  readonly approvalId: string;
  readonly approvalKind: ApprovalFacts['kind'];
  readonly decision: Decision;
  readonly reason: string;
}

export async function listApprovals(work: ReadWork): Promise<OutputOf<typeof contract.listApprovals>> {
  const [waiting, requested] = await Promise.all([views.waitingApprovals(work.db, work.actor), views.requestedApprovals(work.db, work.actor.userId)]);
  return { waiting, requested };
}

export async function getApproval(work: ReadWork<ApprovalFacts>): Promise<OutputOf<typeof contract.getApproval>> {
  const found = await views.findApproval(work.db, work.thing.id);
  if (!found) throw notFound();
  const open = !work.thing.decided && !work.thing.cancelled;
  return { ...found, can: { decide: open && decidesApproval(work.actor, work.thing), withdraw: open && withdrawsApproval(work.actor, work.thing) } };
}

export async function decideApproval(work: Work<ApprovalFacts>, { body }: InputOf<typeof contract.decideApproval>): Promise<OutputOf<typeof contract.decideApproval>> {
  if (body.decision === 'returned' && body.reason === '') throw new Problem('approval.reason_needed', 400);
  await decide(work, body.decision, body.reason);
  return {};
}

export async function withdrawApproval(work: Work<ApprovalFacts>): Promise<OutputOf<typeof contract.withdrawApproval>> {
  await decide(work, 'withdrawn', '');
  return {};
}

async function decide(work: Work<ApprovalFacts>, decision: Decision, reason: string): Promise<void> {
  const { thing } = work;
  if (thing.cancelled) throw new Problem('approval.campaign_cancelled', 409);
  if (!(await store.insertDecision(work.db, { approvalId: thing.id, decision, reason, by: work.actor.userId }))) throw new Problem('approval.decided', 409);
  const after: DecidedApproval = { approvalId: thing.id, approvalKind: thing.kind, decision, reason };
  await work.record({ kind: 'approval.decided', campaignId: thing.campaignId, subject: { type: 'approval', id: thing.id }, after });
}
