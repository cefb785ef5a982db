/**
 * Money is an integer number of the minor unit (分). 1 元 = 100 分.
 * A JavaScript number holds every integer up to 2^53, that is ¥90 兆, exactly; the database keeps it as bigint.
 */
export type Cents = number;

/** The largest amount that one field accepts: ¥9,999,999,999.99. */
export const MAX_CENTS: Cents = 999_999_999_999;

const grouped = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const groupedWhole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** `4600000` → `46,000`; `4600050` → `46,000.50`; `-100` → `-1`. No currency sign: T1 states the unit in its heading. */
export function formatAmount(cents: Cents): string {
  return cents % 100 === 0 ? groupedWhole.format(cents / 100) : grouped.format(cents / 100);
}

/** `4600000` → `¥46,000`; `-100` → `-¥1`. */
export function formatMoney(cents: Cents): string {
  return cents < 0 ? `-¥${formatAmount(-cents)}` : `¥${formatAmount(cents)}`;
}

/** A decimal number of yuan (as text, at most two decimals) to cents. Returns undefined when it is not such a number. */
export function yuanToCents(text: string): Cents | undefined {
  const match = /^([+-]?)(\d+)(?:\.(\d{1,2})0*)?$/.exec(text.replaceAll(',', '').trim());
  if (!match) return undefined;
  const cents = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  if (!Number.isSafeInteger(cents)) return undefined;
  return match[1] === '-' && cents !== 0 ? -cents : cents;
}
