import { settleNotices } from '#features/notice/server/notice.api.ts';
import { newId } from '#platform/server/identity.ts';
import type { Work } from '#platform/server/operation.ts';
import type { InputOf, OutputOf } from '#platform/shared/contract.ts';
import { Problem } from '#platform/shared/problem.ts';
import type * as contract from '../approval.contract.ts';
import { actsAs, decidesApproval, type ApprovalFacts } from '../approval.policy.ts';
import { STEPS_MAXIMUM } from '../approval.route.rules.ts';
import { STEP_NAMES } from '../approval.route.vocabulary.ts';
import { tellAssignees, tellComment } from './approval.notices.ts';
import { findTold } from './approval.notices.views.ts';
import { keepActs, openStepOf, passStep } from './approval.service.ts';
import * as store from './approval.store.ts';

/** An active person other than the one who asked. */
async function refuseUnfit(work: Work<ApprovalFacts>, personId: string): Promise<void> {
  if (personId === work.thing.requestedBy) throw new Problem('approval.own_request', 409);
  if (!(await store.isActive(work.db, personId))) throw new Problem('approval.person_gone', 409);
}

/** Hands the open step to another person: whoever hands it on is out, the others of the step stay. An administrator hands on the whole step. */
export async function transferApproval(work: Work<ApprovalFacts>, { body }: InputOf<typeof contract.transferApproval>): Promise<OutputOf<typeof contract.transferApproval>> {
  const { actor, thing, db } = work;
  const stepId = openStepOf(thing, undefined);
  await refuseUnfit(work, body.toId);
  if (thing.assignees.some((one) => one.userId === body.toId && !one.decided)) throw new Problem('approval.already_asked', 409);
  const deciders = actsAs(actor, thing);
  if (!(await store.replaceAssignees(db, stepId, deciders.length === 0 ? 'all' : deciders, body.toId))) throw new Problem('approval.step_passed', 409);
  await store.insertAct(db, { approvalId: thing.id, stepId, kind: 'transferred', by: actor.userId, toId: body.toId, words: body.words });
  await work.record({ kind: 'approval.transferred', campaignId: thing.campaignId, subject: { type: 'approval', id: thing.id }, after: { to: body.toId, words: body.words } });
  const told = await findTold(db, thing.id);
  await tellAssignees(work, told, '', [{ userId: body.toId, role: null }], 'approval.transferred', { from: actor.name, words: body.words });
  return {};
}

/** 加签: another person decides before the open step, or after it, in which case the open step passes with this. */
export async function addStep(work: Work<ApprovalFacts>, { body }: InputOf<typeof contract.addStep>): Promise<OutputOf<typeof contract.addStep>> {
  const { actor, thing, db } = work;
  const openId = openStepOf(thing, undefined);
  if (!decidesApproval(actor, thing)) throw new Problem('approval.step_passed', 409);
  await refuseUnfit(work, body.toId);
  const open = await store.lockPlace(db, thing.id, openId);
  if (open?.state !== 'open') throw new Problem('approval.step_passed', 409);
  if (open.count >= STEPS_MAXIMUM) throw new Problem('approval.too_many_steps', 409, { most: STEPS_MAXIMUM });
  const position = body.when === 'before' ? open.position : open.position + 1;
  const step = { id: newId(), approvalId: thing.id, position, name: STEP_NAMES.added, approver: { type: 'person' as const, userId: body.toId } };
  await store.makeRoom(db, thing.id, position);
  await store.insertAct(db, { approvalId: thing.id, stepId: openId, kind: 'step_added', by: actor.userId, toId: body.toId, words: body.words });
  await work.record({ kind: 'approval.step_added', campaignId: thing.campaignId, subject: { type: 'approval', id: thing.id }, after: { to: body.toId, when: body.when, words: body.words } });
  if (body.when === 'after') {
    await store.insertStep(db, step);
    const { remaining } = await keepActs(work, openId, 'approved', body.words);
    if (remaining === 0) await passStep(work, openId, body.words);
    return {};
  }
  await store.pauseStep(db, openId);
  await store.insertStep(db, step);
  await store.openStep(db, step.id, { assignees: [{ userId: body.toId, role: null, source: 'route' }], dueOn: null });
  await settleNotices(work, thing.id);
  await tellAssignees(work, await findTold(db, thing.id), STEP_NAMES.added, [{ userId: body.toId, role: null }]);
  return {};
}

export async function commentApproval(work: Work<ApprovalFacts>, { body }: InputOf<typeof contract.commentApproval>): Promise<OutputOf<typeof contract.commentApproval>> {
  const { actor, thing } = work;
  await store.insertAct(work.db, { approvalId: thing.id, stepId: thing.stepId, kind: 'commented', by: actor.userId, words: body.words });
  await work.record({ kind: 'approval.commented', campaignId: thing.campaignId, subject: { type: 'approval', id: thing.id }, after: { words: body.words } });
  await tellComment(work, await findTold(work.db, thing.id), body.words);
  return {};
}
