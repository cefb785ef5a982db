import type { Actor } from '#platform/shared/actor.ts';
import type { Access } from '#platform/shared/contract.ts';

export interface ApprovalFacts {
  readonly id: string;
  readonly campaignId: string;
  readonly kind: 'plan' | 'evaluation';
  readonly requestedBy: string;
  readonly decided: boolean;
  /** The campaign has been cancelled meanwhile: nothing is left to decide. */
  readonly cancelled: boolean;
  /** The actor's place in the campaign's team. */
  readonly standing: 'lead' | 'member' | null;
}

type Rule = (actor: Actor, approval: ApprovalFacts) => boolean;

/** Management decides; the person who asked and the campaign's team follow it; finance and administrators may look. */
export const seesApproval: Rule = (actor, approval) => actor.orgRole !== 'member' || approval.requestedBy === actor.userId || approval.standing !== null;
/** Management approves (P4.2), and no one approves their own request. */
export const decidesApproval: Rule = (actor, approval) => actor.orgRole === 'management' && approval.requestedBy !== actor.userId;
/** Whoever asked takes it back, or the lead, so that nothing waits for a person who is away. */
export const withdrawsApproval: Rule = (actor, approval) => approval.requestedBy === actor.userId || approval.standing === 'lead';

export const onApproval = (allow: Rule = () => true): Access<ApprovalFacts> => ({ scope: 'approval', see: seesApproval, allow });
