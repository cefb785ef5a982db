import { useQueryClient } from '@tanstack/react-query';
import { getMe, signOut } from '#features/account/account.contract.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { callOperation } from '#platform/web/client.ts';
import { useOperation } from '#platform/web/query.ts';
import { mayLeave } from './leave.ts';

export type Me = OutputOf<typeof getMe>;

/** The signed-in person; undefined while it is asked. Being signed out leads to the sign-in page (see App). */
export function useMe() {
  return useOperation(getMe, {});
}

export const SIGN_IN = '/sign-in';
/** The sign-in page, with the way back to an address of this application. */
export const signInAddress = (back: string): string => (back === '/' || back.startsWith(SIGN_IN) ? SIGN_IN : `${SIGN_IN}?next=${encodeURIComponent(back)}`);

/** Ends the session and forgets everything that was read in it, also what my day kept on this device. What is not sent yet is asked about before ({@link mayLeave}). */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  const me = useMe().data;
  return async () => {
    const { countUnsent, forgetDay } = await import('#features/schedule/web/my-day/my-day-leave.ts');
    if (me && !(await mayLeave(await countUnsent(me.id)))) return;
    await callOperation(signOut, {});
    if (me) await forgetDay(me.id);
    queries.clear();
    // A full load, so that nothing of the session stays in memory.
    window.location.assign(SIGN_IN);
  };
}
