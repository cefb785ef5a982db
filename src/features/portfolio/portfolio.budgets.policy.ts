import type { Actor } from '#platform/shared/actor.ts';

/** The budgets of all campaigns side by side are for finance, management and administrators; a member has those of their own campaigns. */
export const seesBudgets = (actor: Actor): boolean => actor.orgRole !== 'member';
