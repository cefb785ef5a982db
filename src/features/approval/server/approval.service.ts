import { settleNotices } from '#features/notice/server/notice.api.ts';
import type { ReadWork, Work } from '#platform/server/operation.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { notFound, Problem } from '#platform/shared/problem.ts';
import type * as contract from '../approval.contract.ts';
import { actsAs, commentsApproval, decidesApproval, handsOnApproval, withdrawsApproval, type ApprovalFacts } from '../approval.policy.ts';
import { assigneesOf, dueDayOf } from './approval.circumstances.ts';
import { circumstancesOf, withPerson } from './approval.circumstances.views.ts';
import { tellAssignees, tellOutcome } from './approval.notices.ts';
import { findTold } from './approval.notices.views.ts';
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
  const { userId } = work.actor;
  const [waiting, requested, handled] = await Promise.all([
    views.waitingApprovals(work.db, work.actor), views.requestedApprovals(work.db, userId), views.handledApprovals(work.db, userId),
  ]);
  return { waiting, requested, handled };
}

export async function getApproval(work: ReadWork<ApprovalFacts>): Promise<OutputOf<typeof contract.getApproval>> {
  const { actor, thing, db } = work;
  const [found, steps, acts] = await Promise.all([views.findApproval(db, thing.id), views.stepsOf(db, thing.id), views.actsOf(db, thing.id)]);
  if (!found) throw notFound();
  const open = !thing.decided && !thing.cancelled;
  const as = actsAs(actor, thing)[0]?.userId;
  const forName = as === undefined || as === actor.userId ? null : await views.nameOf(db, as);
  return {
    ...found, steps, acts, forName,
    can: {
      decide: open && decidesApproval(actor, thing), withdraw: open && withdrawsApproval(actor, thing),
      handOn: open && handsOnApproval(actor, thing), comment: commentsApproval(actor, thing),
    },
  };
}

function refuseSettled(thing: ApprovalFacts): void {
  if (thing.cancelled) throw new Problem('approval.campaign_cancelled', 409);
  if (thing.decided) throw new Problem('approval.decided', 409);
}

/** The open step, which must be the one that the person saw. */
export function openStepOf(thing: ApprovalFacts, seen: string | undefined): string {
  refuseSettled(thing);
  if (thing.stepId === null || (seen !== undefined && seen !== thing.stepId)) throw new Problem('approval.step_passed', 409);
  return thing.stepId;
}

export async function decideApproval(work: Work<ApprovalFacts>, { body }: InputOf<typeof contract.decideApproval>): Promise<OutputOf<typeof contract.decideApproval>> {
  const stepId = openStepOf(work.thing, body.stepId);
  if (body.decision === 'returned' && body.reason === '') throw new Problem('approval.reason_needed', 400);
  const { remaining, others } = await keepActs(work, stepId, body.decision, body.reason);
  await work.record({ kind: `approval.step_${body.decision}`, campaignId: work.thing.campaignId, subject: { type: 'approval', id: work.thing.id }, after: { stepId, for: others, words: body.reason } });
  if (body.decision === 'returned') {
    await finish(work, stepId, 'returned', body.reason);
    return { finished: true, next: null };
  }
  if (remaining > 0) return { finished: false, next: null };
  return passStep(work, stepId, body.reason);
}

/** Someone was faster: with this step, or with the last one. */
async function movedOn(work: Work<ApprovalFacts>): Promise<Problem> {
  return new Problem((await store.hasDecision(work.db, work.thing.id)) ? 'approval.decided' : 'approval.step_passed', 409);
}

/** One act for each person in whose place the actor decides. Answers how many more the step needs, and for whom else the actor decided. */
export async function keepActs(work: Work<ApprovalFacts>, stepId: string, kind: 'approved' | 'returned', words: string): Promise<{ remaining: number; others: readonly string[] }> {
  const { actor, thing } = work;
  const deciders = actsAs(actor, thing);
  const marked = deciders.length === 0 ? undefined : await store.markDecided(work.db, stepId, deciders);
  if (!marked) throw await movedOn(work);
  for (const { userId } of deciders) {
    await store.insertAct(work.db, { approvalId: thing.id, stepId, kind, by: actor.userId, forId: userId === actor.userId ? null : userId, words });
  }
  return { ...marked, others: deciders.map(({ userId }) => userId).filter((userId) => userId !== actor.userId) };
}

/** The step is passed: the next one opens, or the request is approved. */
export async function passStep(work: Work<ApprovalFacts>, stepId: string, words: string): Promise<{ finished: boolean; next: string | null }> {
  const { thing, db } = work;
  const next = await store.findStep(db, { nextOf: thing.id });
  if (!next) {
    await finish(work, stepId, 'approved', words);
    return { finished: true, next: null };
  }
  if (!(await store.closeStep(db, stepId, 'passed'))) throw await movedOn(work);
  const around = await withPerson(db, await circumstancesOf(db, thing.campaignId, thing.kind), next.approver);
  const dueOn = dueDayOf(around, next.dueDays);
  const kept = await store.assigneesWaiting(db, next.id);
  const assignees = kept.length > 0 ? kept : assigneesOf(next, around, thing.requestedBy);
  await store.openStep(db, next.id, { assignees: kept.length > 0 ? [] : assignees, dueOn });
  await settleNotices(work, thing.id);
  await tellAssignees(work, { ...(await findTold(db, thing.id)), absences: around.absences }, next.name, assignees);
  return { finished: false, next: next.name };
}

async function finish(work: Work<ApprovalFacts>, stepId: string, decision: Decision, reason: string): Promise<void> {
  const { thing, db } = work;
  await store.closeStep(db, stepId, decision === 'approved' ? 'passed' : decision === 'returned' ? 'returned' : 'dropped');
  await store.dropPending(db, thing.id);
  if (!(await store.insertDecision(db, { approvalId: thing.id, decision, reason, by: work.actor.userId }))) throw new Problem('approval.decided', 409);
  const after: DecidedApproval = { approvalId: thing.id, approvalKind: thing.kind, decision, reason };
  await work.record({ kind: 'approval.decided', campaignId: thing.campaignId, subject: { type: 'approval', id: thing.id }, after });
  await tellOutcome(work, await findTold(db, thing.id), decision, reason);
}

/** Takes a request back; whatever step is open is dropped. */
export async function withdrawApproval(work: Work<ApprovalFacts>): Promise<OutputOf<typeof contract.withdrawApproval>> {
  refuseSettled(work.thing);
  await store.insertAct(work.db, { approvalId: work.thing.id, stepId: work.thing.stepId, kind: 'withdrawn', by: work.actor.userId });
  await finish(work, work.thing.stepId ?? '', 'withdrawn', '');
  return {};
}
