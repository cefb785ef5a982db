import { randomBytes } from 'node:crypto';
import type { Sessions } from '#platform/server/session.ts';

export const INVITATION_SECONDS = 7 * 86_400;
export const RESET_SECONDS = 3_600;

/**
 * One-time links are the sign-in library's password-reset tokens (kept hashed, used once, with an end):
 * an invitation is the same thing with a longer life, for a person who has no password yet.
 */
export async function makeLink(sessions: Sessions, userId: string, seconds: number): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const { internalAdapter } = await sessions.library.$context;
  await internalAdapter.createVerificationValue({ identifier: `reset-password:${token}`, value: userId, expiresAt: new Date(Date.now() + seconds * 1_000) });
  return token;
}

/** The person that a link is for, or undefined when it was used or its time is over. */
export async function personOfLink(sessions: Sessions, token: string): Promise<string | undefined> {
  const { internalAdapter } = await sessions.library.$context;
  const found = await internalAdapter.findVerificationValue(`reset-password:${token}`);
  return found && found.expiresAt > new Date() ? found.value : undefined;
}
