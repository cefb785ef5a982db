import {
  APPROXIMATE, AT_COST, CURRENCY_AFTER, CURRENCY_BEFORE, FOREIGN, FREE, IN_PARENS, MEASURE_AFTER, MULTIPLIER, MULTIPLIERS, PER_UNIT, PER_WORD, RANGE_JOINT, SERVICE_PERCENT, UNIT_NOTE,
  UNIT_WORDS, WORDED_PREFIX, WORDED_UNIT, YUAN,
} from './reading.money.vocabulary.ts';
import { CHINESE_NUMBER, chineseNumber } from './reading.normal.vocabulary.ts';
import { isBlankMark, isPending, LONGEST_VALUE, squeeze } from './reading.normal.rules.ts';
import type { Doubt } from './reading.value.ts';

export interface MoneyReading {
  /** Yuan; null when the cell holds none or it could not be read. */
  yuan: number | null;
  /** `CNY` for an amount, `元/人/天` for a price, `%`, or a foreign currency. */
  unit?: string;
  doubt?: Doubt;
}

const NUMBER = '(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d{1,13})(?:\\.\\d{1,6})?';
const TERM = new RegExp(`(?<![a-z\\d.])(?<before>${CURRENCY_BEFORE})?(?<number>${NUMBER})(?<times>${MULTIPLIER})?(?<after>${CURRENCY_AFTER})?(?<per>${PER_UNIT})?`, 'giu');
const RANGE = new RegExp(
  `^(?:${CURRENCY_BEFORE})?(?<low>${NUMBER})(?<lowTimes>${MULTIPLIER})?(?<lowUnit>${CURRENCY_AFTER})?${RANGE_JOINT}(?:${CURRENCY_BEFORE})?(?<high>${NUMBER})(?<highTimes>${MULTIPLIER})?(?<highUnit>${CURRENCY_AFTER})?(?<per>${PER_UNIT})?$`,
  'iu',
);
const ARITHMETIC = /^[^=+]*\d[^=+]*(?:(?:[*+]|(?<=[\d\p{Script=Han}])x(?=\d))[^=+]*\d[^=+]*)+(?:=[^=]*\d[^=]*)?$/iu;

function numberOf(text: string): number {
  return Number(text.replaceAll(',', ''));
}

function scaleOf(times: string | undefined): number {
  return times ? (MULTIPLIERS[times.toLowerCase()] ?? 1) : 1;
}

/** Six decimals are kept: a click may cost 0.035 元. Removes the noise of binary fractions. */
export function roundYuan(yuan: number): number {
  return Math.round(yuan * 1e6) / 1e6;
}

function unitOf(per: string | undefined): string {
  if (!per) return 'CNY';
  return YUAN + per.replaceAll(PER_WORD, '/');
}

/** The factor of a heading's or a note's unit: `预算金额(万元)` → 10000; 1 when it states none or 元. */
export function headingScale(text: string): number {
  const plain = squeeze(text).toLowerCase();
  for (const [pattern, factor] of UNIT_WORDS) if (pattern.test(plain)) return factor;
  return 1;
}

/** The factor that a note such as `单位：万元` gives to a whole table; undefined when the text states no unit. */
export function notedScale(text: string): number | undefined {
  const match = UNIT_NOTE.exec(squeeze(text));
  return match ? headingScale(match[1] ?? match[2] ?? '') : undefined;
}

function readRange(plain: string, scale: number): MoneyReading | undefined {
  const found = RANGE.exec(plain)?.groups;
  if (!found?.['low'] || !found['high']) return undefined;
  const ownUnit = found['lowTimes'] ?? found['highTimes'] ?? found['lowUnit'] ?? found['highUnit'];
  const high = scaleOf(found['highTimes']);
  // "1-2万": the multiplier behind the second number is meant for both.
  const low = found['lowTimes'] ? scaleOf(found['lowTimes']) : found['lowUnit'] ? 1 : high;
  const factor = ownUnit ? 1 : scale;
  const from = roundYuan(numberOf(found['low']) * low * factor);
  const to = roundYuan(numberOf(found['high']) * high * factor);
  return { yuan: null, unit: unitOf(found['per']), doubt: { code: 'range', data: { from, to } } };
}

function readWorded(plain: string): MoneyReading | undefined {
  const bare = plain.replace(WORDED_PREFIX, '').replace(/[)]$/, '').replace(WORDED_UNIT, '');
  if (!CHINESE_NUMBER.test(bare) || (bare === plain && bare.length < 2)) return undefined;
  const value = chineseNumber(bare);
  return value === undefined ? undefined : { yuan: value, unit: 'CNY' };
}

/** `200元×10人×3天=6,000元`: the product, checked against a stated result. */
function readArithmetic(plain: string, scale: number): MoneyReading | undefined {
  const text = plain.replace(/[\u00d7\u2715\u2716\u0445]/g, '*');
  // With a heading in 万元 it is unclear which of the numbers are meant in it: several values, so a question.
  if (scale !== 1 || !ARITHMETIC.test(text)) return undefined;
  const [left = '', right] = text.split('=');
  const termValue = (term: string): number | undefined => {
    const all = [...term.matchAll(TERM)];
    const first = all[0]?.groups;
    return all.length === 1 && first?.['number'] ? numberOf(first['number']) * scaleOf(first['times']) : undefined;
  };
  let sum = 0;
  for (const part of left.split('+')) {
    let product = 1;
    for (const factor of part.split(/\*|(?<=[\d\p{Script=Han}])x(?=\d)/iu)) {
      const value = termValue(factor);
      if (value === undefined) return undefined;
      product *= value;
    }
    sum += product;
  }
  const computed = roundYuan(sum);
  if (right === undefined) return { yuan: computed, unit: 'CNY' };
  const stated = termValue(right);
  if (stated === undefined) return undefined;
  const agrees = Math.abs(stated - computed) < 0.005;
  return { yuan: stated, unit: 'CNY', ...(agrees ? {} : { doubt: { code: 'product-mismatch', data: { stated, computed } } }) };
}

interface Term {
  yuan: number;
  unit: string;
  marked: boolean;
}

function termsOf(plain: string, scale: number): Term[] {
  const money = [...plain.matchAll(TERM)].filter((match) => !MEASURE_AFTER.test(plain.slice(match.index + match[0].length)));
  return money.map(({ groups: found = {} }) => {
    const explicit = found['times'] ?? found['after'];
    const yuan = roundYuan(numberOf(found['number'] ?? '') * scaleOf(found['times']) * (explicit ? 1 : scale));
    return { yuan, unit: unitOf(found['per']), marked: Boolean(found['before'] ?? found['after'] ?? found['times']) };
  });
}

function choose(terms: Term[], bare: Term[]): Term | 'several' | undefined {
  const marked = terms.filter((term) => term.marked);
  if (marked.length === 1) return marked[0];
  const outer = bare.filter((term) => term.marked);
  if (outer.length === 1) return outer[0];
  if (marked.length > 1) return 'several';
  // Without a currency, the number outside the parentheses is meant: `8000(3天)`.
  if (bare.length === 1) return bare[0];
  return terms.length > 1 ? 'several' : terms[0];
}

/**
 * Reads one money cell (formats.md, Values). `scale` is the factor of the heading's unit and applies to numbers that state none of their own.
 *
 * @example readMoney('1.5万元') // { yuan: 15000, unit: 'CNY' }
 */
export function readMoney(text: string, scale = 1): MoneyReading {
  if (isBlankMark(text)) return { yuan: null };
  const plain = squeeze(text);
  if (plain.length > LONGEST_VALUE) return { yuan: null, doubt: { code: 'unreadable' } };
  if (isPending(text)) return { yuan: null, doubt: { code: 'pending' } };
  if (FREE.test(plain)) return { yuan: 0, unit: 'CNY' };
  if (AT_COST.test(plain)) return { yuan: null };
  const percent = SERVICE_PERCENT.exec(plain);
  if (percent) return { yuan: null, unit: '%', doubt: { code: 'percent-of-total', data: { percent: Number(percent[1]) } } };
  const range = readRange(plain.replace(IN_PARENS, ''), scale);
  if (range) return range;
  const worked = readArithmetic(plain, scale) ?? readWorded(plain);
  if (worked) return worked;

  const foreign = FOREIGN.find(([pattern]) => pattern.test(plain));
  const outside = plain.replace(IN_PARENS, '');
  const term = choose(termsOf(plain, scale), termsOf(outside, scale));
  if (term === undefined) return { yuan: null, doubt: { code: 'unreadable' } };
  if (term === 'several') return { yuan: null, doubt: { code: 'several-values' } };
  if (foreign) return { yuan: null, unit: foreign[1], doubt: { code: 'foreign-currency', data: { amount: term.yuan, currency: foreign[1] } } };
  const negative = /^(?:-|[\u00a5]-|[(][\u00a5]?[\d,.]+[)]$)/.test(plain);
  const approximate = APPROXIMATE.test(outside);
  const yuan = negative && term.yuan !== 0 ? -term.yuan : term.yuan;
  return { yuan, unit: term.unit, ...(approximate ? { doubt: { code: 'approximate' } } : {}) };
}
