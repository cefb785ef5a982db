import type { Locale } from './messages.ts';

/**
 * A figure with its unit: `2,000 单`, `15%`, `¥24.60` for money in yuan; `—` while there is none.
 * `rate` and `growth` are in percent (15 = 15 %); an empty unit of theirs reads `%`.
 */
export function formatMeasure(value: number | null, { kind, unit }: { readonly kind: string; readonly unit: string }, locale: Locale): string {
  if (value === null) return '—';
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
  const shown = unit === '' && (kind === 'rate' || kind === 'growth') ? '%' : unit;
  return shown === '' || shown === '%' ? `${number}${shown}` : `${number} ${shown}`;
}
