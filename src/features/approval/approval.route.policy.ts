import type { Actor } from '#platform/shared/actor.ts';

/** Who approves what is the company's own rule book: its administrators write it (P2.3). */
export const editsRoutes = (actor: Actor): boolean => actor.orgRole === 'admin';

/** Management and finance approve by it, so they may read it. */
export const readsRoutes = (actor: Actor): boolean => actor.orgRole !== 'member';
