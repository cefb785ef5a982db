import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { isLocale, pickLocale } from '#platform/shared/messages.ts';
import type { Locale, Messages } from '#platform/shared/messages.ts';
import { DEFAULT_TIME_ZONE, makeFormats } from './formats.ts';
import type { Formats } from './formats.ts';

/** Read by the server too, so that mails, exports and problems speak the language of the page. */
export const LOCALE_COOKIE = 'muster_locale';
const YEAR_SECONDS = 31_536_000;

interface LocaleState {
  readonly locale: Locale;
  readonly setLocale: (locale: Locale) => void;
}

const LocaleContext = createContext<LocaleState | undefined>(undefined);
const TimeZoneContext = createContext(DEFAULT_TIME_ZONE);

/** The stored choice, else the language of the document (set by the server or the boot script). */
export function readLocale(): Locale {
  const stored = new RegExp(`(?:^|; )${LOCALE_COOKIE}=([^;]+)`).exec(document.cookie)?.[1];
  return isLocale(stored) ? stored : pickLocale(document.documentElement.lang);
}

/** Gives every component below it one language. */
export function LocaleProvider({ initial, children }: { initial?: Locale; children: ReactNode }) {
  const [locale, setState] = useState<Locale>(() => initial ?? readLocale());
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const setLocale = useCallback((next: Locale) => {
    document.cookie = `${LOCALE_COOKIE}=${next}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
    setState(next);
  }, []);
  const value = useMemo(() => ({ locale, setLocale }), [locale, setLocale]);
  return <LocaleContext value={value}>{children}</LocaleContext>;
}

function useLocaleState(): LocaleState {
  const state = useContext(LocaleContext);
  if (!state) throw new Error('LocaleProvider is missing');
  return state;
}

export const useLocale = (): Locale => useLocaleState().locale;
export const useSetLocale = (): ((locale: Locale) => void) => useLocaleState().setLocale;

/** The tree of texts in the language of the page. */
export function useMessages<T>(messages: Messages<T>): Messages<T>[Locale] {
  return messages[useLocale()];
}

/** Below it, instants are read in this IANA zone. A campaign's pages use the campaign's own. */
export function TimeZoneProvider({ timeZone, children }: { timeZone: string; children: ReactNode }) {
  return <TimeZoneContext value={timeZone}>{children}</TimeZoneContext>;
}

export const useTimeZone = (): string => useContext(TimeZoneContext);

/** Money, days and times in the language of the page and the zone of the campaign. */
export function useFormats(): Formats {
  const locale = useLocale();
  const timeZone = useTimeZone();
  return useMemo(() => {
    const formats = makeFormats(locale);
    return {
      ...formats,
      dateTime: (at, zone = timeZone) => formats.dateTime(at, zone),
      time: (at, zone = timeZone) => formats.time(at, zone),
      ago: (at, now, zone = timeZone) => formats.ago(at, now, zone),
    };
  }, [locale, timeZone]);
}
