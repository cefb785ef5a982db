import type { Actor } from '#platform/shared/actor.ts';

/** People, departments and the company's settings belong to the administrators. */
export const managesPeople = (actor: Actor): boolean => actor.orgRole === 'admin';

/** Everyone signed in may see names, to hand work to the right person. */
export const seesDirectory = (): boolean => true;
