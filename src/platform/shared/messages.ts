/** Every text that a person reads lives in a `*.messages.ts` file, in both languages, as one typed tree. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = 'zh-CN';

/** The same tree with every literal widened, so that the English tree must have exactly the keys of the Chinese one. */
type Shape<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer Said
    ? (...args: A) => Shape<Said>
    : { readonly [K in keyof T]: Shape<T[K]> };

export type Messages<T> = { readonly [L in Locale]: Shape<T> };

/**
 * Pairs the Chinese tree with its English translation. Leaves are strings, or functions that return one or a small tree of them.
 *
 * @example
 * export const budgetMessages = defineMessages({ total: '合计', lines: (n: number) => `${n} 项` }, { total: 'Total', lines: (n) => `${n} lines` });
 */
export function defineMessages<const T extends object>(chinese: T, english: Shape<T>): Messages<T> {
  return { 'zh-CN': chinese as unknown as Shape<T>, en: english };
}

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale);
}

/** Picks the language of an `Accept-Language` header or a stored choice; Chinese unless English is asked for first. */
export function pickLocale(wanted: string | undefined): Locale {
  if (isLocale(wanted)) return wanted;
  const first = (wanted ?? '').split(',')[0]?.trim().toLowerCase() ?? '';
  return first.startsWith('en') ? 'en' : DEFAULT_LOCALE;
}
