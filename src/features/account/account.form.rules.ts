import { PASSWORD_MAXIMUM, PASSWORD_MINIMUM } from '#platform/shared/field.ts';

/** Only what is surely no address; the server decides the rest. */
export const looksLikeEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());

export const fitsPassword = (text: string): boolean => text.length >= PASSWORD_MINIMUM && text.length <= PASSWORD_MAXIMUM;

/**
 * Where to go after signing in: a page of this application that was asked for, else the workbench. Never another site:
 * a browser drops tabs and line ends from an address, so that `/⇥/elsewhere.example` would be one.
 */
export function safeReturn(wanted: string | undefined): string {
  return wanted && /^\/(?![/\\])[^\p{Cc}]*$/u.test(wanted) && !/^\/(sign-in|setup|forgot|link)(\/|\?|$)/.test(wanted) ? wanted : '/';
}
