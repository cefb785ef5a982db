import { pickLocale, type Locale } from '#platform/shared/messages.ts';

/** The language of the terminal: English when its environment says so (in the order of POSIX, an empty variable counting as none), Chinese otherwise. */
export function terminalLocale(env: Readonly<Record<string, string | undefined>> = process.env): Locale {
  const spoken = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return pickLocale(spoken.toLowerCase().startsWith('en') ? 'en' : undefined);
}
