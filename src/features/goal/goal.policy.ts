import type { Actor } from '#platform/shared/actor.ts';

/** The catalogue of metrics is the company's: administrators and management keep it. */
export const keepsMetrics = (actor: Actor): boolean => actor.orgRole === 'admin' || actor.orgRole === 'management';
