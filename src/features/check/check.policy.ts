import type { Actor } from '#platform/shared/actor.ts';

/** What a plan is held against is the company's to say: administrators and management change it, everyone reads it. */
export const setsCheckRules = (actor: Actor): boolean => actor.orgRole === 'admin' || actor.orgRole === 'management';
