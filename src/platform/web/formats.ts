import type { Day } from '#platform/shared/calendar.ts';
import { formatAmount, formatMoney } from '#platform/shared/money.ts';
import type { Cents } from '#platform/shared/money.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { webMessages } from './web.messages.ts';

/** What stands where there is no value: "not yet" is not 0. */
export const NO_VALUE = '—';

export const DEFAULT_TIME_ZONE = 'Asia/Shanghai';

/** The functions below bound to a language; see {@link makeFormats}. */
export interface Formats {
  /** Cents → `¥46,000`. */
  money(cents: Cents | null | undefined): string;
  /** Cents → `46,000`, for a column whose heading states the unit. */
  amount(cents: Cents | null | undefined): string;
  /** 1284 → `1,284`; at most `digits` decimals (2). */
  number(value: number | null | undefined, digits?: number): string;
  /** A ratio: 0.1087 → `10.87%`. */
  percent(ratio: number | null | undefined, digits?: number): string;
  /** `2025-10-01` → `10月1日`; the year is written when `withYear`. */
  day(day: Day | null | undefined, withYear?: boolean): string;
  /** `10月1日–5日`, `9月28日–10月3日`, across years with both years. Either end may be open. */
  days(from: Day | null | undefined, to: Day | null | undefined, withYear?: boolean): string;
  /** An instant in a zone: `10月16日 18:00`. */
  dateTime(at: string | null | undefined, timeZone?: string): string;
  /** `18:00` of an instant in a zone. */
  time(at: string | null | undefined, timeZone?: string): string;
  /** `3 分钟前`, up to a day; then {@link Formats.dateTime}. */
  ago(at: string | null | undefined, now?: Date, timeZone?: string): string;
  /** Names in one sentence: `甲、乙和丙`. */
  list(items: readonly string[]): string;
  /** 2_500_000 → `2.4 MB`. */
  fileSize(bytes: number): string;
}

type Parts = { year: boolean; month: boolean };

/** Making a formatter takes longer than a hundred uses of it, and a long list asks for every row. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(locale: Locale, { year, month }: Parts): Intl.DateTimeFormat {
  const key = `${locale} ${year} ${month}`;
  const made = dayFormats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...(year ? { year: 'numeric' } : {}), ...(month ? { month: locale === 'en' ? 'short' : 'long' } : {}), day: 'numeric' });
  dayFormats.set(key, made);
  return made;
}

function dayText(locale: Locale, day: Day, show: Parts): string {
  const date = new Date(`${day}T00:00:00Z`);
  return dayFormat(locale, locale === 'zh-CN' && !show.month ? { year: false, month: false } : show).format(date);
}

function daysText(locale: Locale, from: Day, to: Day, withYear: boolean): string {
  if (from === to) return dayText(locale, from, { year: withYear, month: true });
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  if (!sameYear) return `${dayText(locale, from, { year: true, month: true })} – ${dayText(locale, to, { year: true, month: true })}`;
  if (locale === 'en') {
    const start = dayText(locale, from, { year: false, month: true });
    const end = sameMonth ? String(Number(to.slice(8))) : dayText(locale, to, { year: false, month: true });
    return `${start}–${end}${withYear ? `, ${to.slice(0, 4)}` : ''}`;
  }
  return `${dayText(locale, from, { year: withYear, month: true })}–${dayText(locale, to, { year: false, month: !sameMonth })}`;
}

function agoText(locale: Locale, at: string, now: Date): string | undefined {
  const seconds = Math.round((Date.parse(at) - now.getTime()) / 1000);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (Math.abs(seconds) < 60) return webMessages[locale].justNow;
  if (Math.abs(seconds) < 3600) return relative.format(Math.trunc(seconds / 60), 'minute');
  if (Math.abs(seconds) < 86_400) return relative.format(Math.trunc(seconds / 3600), 'hour');
  return undefined;
}

/** Rounded, except that what falls short of the whole never reads 100 %: attainment of 99.999 % is not attained. */
function percentText(locale: Locale, ratio: number, digits: number): string {
  const unit = 10 ** (digits + 2);
  const rounded = Math.round(Number((ratio * unit).toPrecision(12))) / unit;
  const shown = ratio < 1 && rounded >= 1 ? 1 - 1 / unit : rounded;
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(shown);
}

export function makeFormats(locale: Locale): Formats {
  const clock = (at: string, timeZone: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit', ...options }).format(new Date(at));
  const dateTime = (at: string, timeZone: string) =>
    clock(at, timeZone, { month: locale === 'en' ? 'short' : 'long', day: 'numeric' });
  return {
    money: (cents) => (cents === null || cents === undefined ? NO_VALUE : formatMoney(cents)),
    amount: (cents) => (cents === null || cents === undefined ? NO_VALUE : formatAmount(cents)),
    number: (value, digits = 2) =>
      value === null || value === undefined ? NO_VALUE : new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value),
    percent: (ratio, digits = 2) =>
      ratio === null || ratio === undefined || !Number.isFinite(ratio) ? NO_VALUE : percentText(locale, ratio, digits),
    day: (day, withYear = false) => (day ? dayText(locale, day, { year: withYear, month: true }) : NO_VALUE),
    days: (from, to, withYear = false) => {
      if (from && to) return daysText(locale, from, to, withYear);
      const one = from ?? to;
      return one ? dayText(locale, one, { year: withYear, month: true }) : NO_VALUE;
    },
    dateTime: (at, timeZone = DEFAULT_TIME_ZONE) => (at ? dateTime(at, timeZone) : NO_VALUE),
    time: (at, timeZone = DEFAULT_TIME_ZONE) => (at ? clock(at, timeZone, {}) : NO_VALUE),
    ago: (at, now = new Date(), timeZone = DEFAULT_TIME_ZONE) => (at ? (agoText(locale, at, now) ?? dateTime(at, timeZone)) : NO_VALUE),
    list: (items) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
    fileSize: (bytes) => {
      const steps = ['B', 'KB', 'MB', 'GB'];
      const step = Math.min(steps.length - 1, bytes > 0 ? Math.floor(Math.log2(bytes) / 10) : 0);
      const value = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(bytes / 1024 ** step);
      return `${value} ${steps[step] ?? 'B'}`;
    },
  };
}
