import type { Actor } from '#platform/shared/actor.ts';
import type { Access } from '#platform/shared/contract.ts';

export interface ApprovalFacts {
  readonly id: string;
  readonly campaignId: string;
  readonly kind: 'plan' | 'evaluation';
  readonly requestedBy: string;
  readonly decided: boolean;
}

type Rule = (actor: Actor, approval: ApprovalFacts) => boolean;

/** Management decides; the person who asked follows it; finance and administrators may look. */
export const seesApproval: Rule = (actor, approval) => actor.orgRole !== 'member' || approval.requestedBy === actor.userId;
/** Management approves (P4.2), and no one approves their own request. */
export const decidesApproval: Rule = (actor, approval) => actor.orgRole === 'management' && approval.requestedBy !== actor.userId;
export const withdrawsApproval: Rule = (actor, approval) => approval.requestedBy === actor.userId;

export const onApproval = (allow: Rule = () => true): Access<ApprovalFacts> => ({ scope: 'approval', see: seesApproval, allow });
