const formats = new Map<string, Intl.DateTimeFormat>();

/** A part of a day, `周三` or `2025年10月`, in a language. The formatters are kept: a heading asks for every one of its ticks. */
export function dayPart(day: string, locale: string, options: Pick<Intl.DateTimeFormatOptions, 'weekday' | 'month' | 'year'>): string {
  const key = `${locale} ${options.weekday ?? ''} ${options.month ?? ''} ${options.year ?? ''}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  formats.set(key, made);
  return made.format(new Date(`${day}T00:00:00Z`));
}
