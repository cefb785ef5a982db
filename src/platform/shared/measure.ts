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

interface Directed {
  readonly kind: string;
  readonly unit: string;
  readonly direction: 'up' | 'down';
}

/** Growth is stated as the change for the better: with `down` it reads below zero. */
function formatChange(value: number, measure: Directed, locale: Locale): string {
  const change = measure.direction === 'down' ? -value : value;
  const sign = change > 0 ? '+' : change < 0 ? '\u2212' : '';
  return `${sign}${formatMeasure(Math.abs(value), measure, locale)}`;
}

/** A target as it is said: `2,000 单`, `≤ 40 元`, and growth with its sign: `+30%`, `−15%`. */
export function formatTarget(value: number, measure: Directed, locale: Locale): string {
  if (measure.kind === 'growth') return formatChange(value, measure, locale);
  return `${measure.direction === 'down' ? '≤ ' : ''}${formatMeasure(value, measure, locale)}`;
}

/** A result beside such a target; `—` while there is none. */
export function formatResult(value: number | null, measure: Directed, locale: Locale): string {
  return value !== null && measure.kind === 'growth' ? formatChange(value, measure, locale) : formatMeasure(value, measure, locale);
}
