import type { Actor, OrgRole } from '#platform/shared/actor.ts';
import type { Access } from '#platform/shared/contract.ts';
import type { ApprovalKind } from './approval.route.rules.ts';

/** Someone of whom a step waits: a person, or whoever has a role. */
export interface Assignee {
  readonly userId: string | null;
  readonly role: OrgRole | null;
  readonly decided: boolean;
}

/** As whom a step is decided: oneself, or an absent person. */
export interface Decider {
  readonly userId: string;
  readonly orgRole: OrgRole;
}

export interface ApprovalFacts {
  readonly id: string;
  readonly campaignId: string;
  readonly kind: ApprovalKind;
  readonly requestedBy: string;
  readonly decided: boolean;
  /** The campaign has been cancelled meanwhile: nothing is left to decide. */
  readonly cancelled: boolean;
  /** The actor's place in the campaign's team. */
  readonly standing: 'lead' | 'member' | null;
  /** The step that is open now. */
  readonly stepId: string | null;
  readonly assignees: readonly Assignee[];
  /** The people for whom the actor stands in today, along the whole chain of delegations; chains through the one who asked are left out. */
  readonly standsInFor: readonly Decider[];
  /** The actor was asked (by name, by role, or for another), or has acted, at some time. */
  readonly involved: boolean;
}

type Rule = (actor: Actor, approval: ApprovalFacts) => boolean;

const waitsFor = (approval: ApprovalFacts, person: Decider): boolean =>
  approval.assignees.some((one) => !one.decided && (one.userId === person.userId || one.role === person.orgRole));

/**
 * As whom the actor may decide the open step: first themselves, then those for whom they stand in. Empty when it does not wait for them.
 * No one decides their own request, also not by delegation, and nobody decides it on behalf of the one who asked (P2.3).
 */
export function actsAs(actor: Actor, approval: ApprovalFacts): readonly Decider[] {
  if (approval.requestedBy === actor.userId || approval.stepId === null) return [];
  return [actor, ...approval.standsInFor].filter((person) => person.userId !== approval.requestedBy && waitsFor(approval, person));
}

/** Whoever was asked may still try: they are told that it has moved on, not that it never was theirs. */
export const triesToDecide: Rule = (actor, approval) => decidesApproval(actor, approval) || (approval.involved && approval.requestedBy !== actor.userId);
/** The step waits for the actor, or for someone whose place they take. */
export const decidesApproval: Rule = (actor, approval) => actsAs(actor, approval).length > 0;
/** Management, finance and administrators look at every request; the person who asked, the team, and whoever is or was asked follow it. */
export const seesApproval: Rule = (actor, approval) =>
  actor.orgRole !== 'member' || approval.requestedBy === actor.userId || approval.standing !== null || approval.involved || decidesApproval(actor, approval);
/** Whoever decides hands the step on; an administrator too, so that nothing waits for a person who has left. */
export const handsOnApproval: Rule = (actor, approval) => decidesApproval(actor, approval) || actor.orgRole === 'admin';
/** Everyone who follows it may say something. */
export const commentsApproval: Rule = (actor, approval) => seesApproval(actor, approval);
/** Whoever asked takes it back, or the lead, so that nothing waits for a person who is away. */
export const withdrawsApproval: Rule = (actor, approval) => approval.requestedBy === actor.userId || approval.standing === 'lead';

export const onApproval = (allow: Rule = () => true): Access<ApprovalFacts> => ({ scope: 'approval', see: seesApproval, allow });
