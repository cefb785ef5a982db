import { readMoney } from '#features/reading/reading.money.rules.ts';
import { LONGEST_VALUE, normalize } from '#features/reading/reading.normal.rules.ts';
import { readQuantity } from '#features/reading/reading.quantity.rules.ts';
import { formatAmount, MAX_CENTS, type Cents } from '#platform/shared/money.ts';
import {
  COUNT_UNIT, CURRENCY, DIMENSIONS, MEASURE_UNIT, NOT_COUNTED, PER, PER_BEFORE, PER_JOINT, PER_UNREAD, PRICE_LABEL, RESULT_LABEL, SCALE, UNCLEAR, UNIT_CLASSES, UNIT_PAIRS, WORDED_COUNT, YUAN,
} from './budget.quantity.vocabulary.ts';

/** `10 名`. */
export interface Factor {
  readonly count: number;
  /** As written; empty for a bare number in a written-out product. */
  readonly unit: string;
}

/** 数量 × 次 × 单价. */
export interface Product {
  readonly factors: readonly Factor[];
  /** For one of everything counted; yuan, up to six decimals (a click may cost 0.035). */
  readonly yuan: number;
}

/** What the words of a line say about its amount: the sum of `products`, in whole cents. */
export interface Quantities {
  readonly products: readonly Product[];
  readonly cents: Cents;
}

interface Count extends Factor {
  readonly kind: 'count';
  /** Written with × to the term before it. */
  readonly joined: boolean;
  readonly inBrackets: boolean;
}
interface Price {
  readonly kind: 'price';
  readonly yuan: number;
  readonly per: readonly string[];
  readonly labelled: boolean;
  readonly joined: boolean;
}
type Term = Count | Price;

const NUMBER = '(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d{1,12})(?:\\.\\d{1,6})?';
const TERM = new RegExp(
  `(?<label>${PRICE_LABEL})?(?<before>${PER_BEFORE})?(?<number>${NUMBER})(?<scale>${SCALE})?(?:(?<money>${CURRENCY})(?<per>${PER})?|(?<unit>${COUNT_UNIT})|(?<measure>${MEASURE_UNIT}))?`,
  'giu',
);
const SIGNED = new RegExp(`\\u00a5(${NUMBER}${SCALE}?)(?!${CURRENCY})`, 'giu');

const unitClass = (unit: string): string => UNIT_CLASSES.find((names) => names.includes(unit.toLowerCase()))?.[0] ?? unit.toLowerCase();
const perUnits = (text: string): readonly string[] => text.split(PER_JOINT).filter(Boolean).flatMap((unit) => UNIT_PAIRS[unit] ?? [unit]).map(unitClass);

/** One form of the text: sizes, days and ordinals blanked out, spaces only between digits, because "3 200" is two numbers. */
function uniform(text: string): string {
  const plain = normalize(text).replace(/m2(?![a-z\d])/giu, '\u33a1').replace(/[\u00d7\u2715\u2716\u0445]/g, '*').replace(/(?<=[\d\p{Script=Han})])x(?=\d)/giu, '*');
  return plain.replace(SIGNED, `$1${YUAN}`).replace(DIMENSIONS, '').replace(NOT_COUNTED, '|').replace(/(?<!\d) +| +(?!\d)/g, '');
}

const isOpenAt = (text: string, index: number): boolean => text.lastIndexOf('(', index) > text.lastIndexOf(')', index);

/** Null for what only measures; undefined for a number that is not understood. */
function termOf(groups: { readonly [name: string]: string | undefined }, joined: boolean, inBrackets: boolean): Term | null | undefined {
  const { number = '', scale = '', money, unit = '', measure, label, before = '', per = '' } = groups;
  if (measure) return joined ? undefined : null;
  if (money || (label && !unit)) {
    const { yuan } = readMoney(`${number}${scale}${YUAN}`);
    return yuan === null ? undefined : { kind: 'price', yuan, per: perUnits(before + per), labelled: label !== undefined, joined };
  }
  const { value } = readQuantity(`${number}${scale}`);
  return typeof value === 'number' ? { kind: 'count', count: value, unit, joined, inBrackets } : undefined;
}

/** The numbers of the text in their order; null when one of them is neither a count nor a price: then nothing certain can be said. */
function termsOf(text: string): readonly Term[] | null {
  const terms: Term[] = [];
  let end = 0;
  for (const { groups = {}, index, 0: written } of text.matchAll(TERM)) {
    const between = text.slice(end, index);
    const rest = text.slice(index + written.length);
    end = index + written.length;
    if (RESULT_LABEL.test(between) && groups['unit'] === undefined) continue;
    const joined = terms.length > 0 && /^[^*,;|]{0,12}\*[^*=,;|]{0,12}$/u.test(between);
    const isBare = (groups['unit'] ?? groups['money'] ?? groups['measure'] ?? groups['label']) === undefined;
    const term = termOf(groups, joined, isOpenAt(text, index));
    if (term === undefined || (isBare && !joined && !rest.startsWith('*')) || (groups['money'] && PER_UNREAD.test(rest))) return null;
    if (term !== null) terms.push(term);
  }
  return terms;
}

/** A chain is what is written with × between: `10名×3天×200元`. */
function chainsOf(terms: readonly Term[]): readonly (readonly Term[])[] {
  const chains: Term[][] = [];
  for (const term of terms) {
    const last = chains.at(-1);
    if (term.joined && last) last.push(term);
    else chains.push([term]);
  }
  return chains;
}

const isCount = (term: Term): term is Count => term.kind === 'count';
const isPrice = (term: Term): term is Price => term.kind === 'price';

/** In whole cents: numbers of at most six decimals are multiplied as integers. */
function centsOf({ factors, yuan }: Product): Cents {
  const scaled = [yuan, ...factors.map(({ count }) => count)].map((value) => BigInt(Math.round(value * 1e6)));
  const unit = 10n ** BigInt(6 * scaled.length);
  return Number((scaled.reduce((product, value) => product * value, 1n) * 200n + unit) / (2n * unit));
}

/** The counts that one price multiplies, or null when some count may or may not belong: `10名(3天)` at `200元/人` is 2,000 or 6,000. */
function factorsOf(price: Price, terms: readonly Term[]): readonly Count[] | null {
  const counts = terms.filter(isCount);
  const chains = chainsOf(terms);
  const chained = (chains.find((chain) => chain.includes(price)) ?? []).filter(isCount);
  const named = price.per.map((unit) => counts.filter((count) => unitClass(count.unit) === unit));
  if (named.some((found) => found.length !== 1)) return null;
  if (price.per.length > 0 || chained.length > 0) {
    const matched = new Set([...named.flat(), ...chained]);
    return counts.every((count) => matched.has(count)) ? counts : null;
  }
  const isOneChain = chains.some((chain) => chain.filter(isCount).length === counts.length);
  return price.labelled && isOneChain && counts.every(({ inBrackets }) => !inBrackets) ? counts : null;
}

function productsOf(terms: readonly Term[]): readonly Product[] | null {
  const prices = terms.filter(isPrice);
  const counts = terms.filter(isCount);
  if (prices.length === 0 || counts.length === 0) return null;
  const [price] = prices;
  if (price && prices.length === 1) {
    const factors = factorsOf(price, terms);
    return factors && [{ factors, yuan: price.yuan }];
  }
  // Several things, each with a price that names what it counts: `海报500张 2元/张、宣传册2000本 3元/本`.
  const units = prices.map(({ per }) => (per.length === 1 ? per[0] : undefined));
  const isPaired = counts.length === prices.length && new Set(units).size === units.length && units.every((unit) => counts.some((count) => unitClass(count.unit) === unit));
  if (!isPaired || terms.some(({ joined }) => joined)) return null;
  return prices.map(({ yuan, per }) => ({ factors: counts.filter((count) => unitClass(count.unit) === per[0]), yuan }));
}

/**
 * Unit price and factors in the words of a budget line (T1 明细说明 and 备注).
 * Null when they leave more than one reading, name no price for what they count, or hold a number that is not understood: rather silent than wrong.
 *
 * @example quantitiesOf('兼职人员10名(3天)', '200元/人/天') // { products: [10 名 × 3 天 × 200 元], cents: 600000 }
 */
export function quantitiesOf(detail: string, note: string): Quantities | null {
  const written = `${detail}|${note}`;
  if (written.length > LONGEST_VALUE) return null;
  const text = uniform(written);
  if (!/\d/.test(text) || UNCLEAR.test(text) || WORDED_COUNT.test(text)) return null;
  const terms = termsOf(text);
  const products = terms && productsOf(terms);
  if (!products) return null;
  const cents = products.reduce((sum, product) => sum + centsOf(product), 0);
  return cents > 0 && cents <= MAX_CENTS ? { products, cents } : null;
}

const plainNumber = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

/** `10 名 × 3 天 × 200 元 = 6,000`, in the units of the writer. */
export function productWords({ products, cents }: Quantities): string {
  const sides = products.map(({ factors, yuan }) => [...factors.map(({ count, unit }) => [plainNumber.format(count), unit].filter(Boolean).join(' ')), `${plainNumber.format(yuan)} ${YUAN}`].join(' \u00d7 '));
  return `${sides.join(' + ')} = ${formatAmount(cents)}`;
}

/** Whether the words of a line give its amount; `byCents` is the amount less the product. */
export type QuantityAgreement =
  | { readonly standing: 'agrees'; readonly words: string }
  | { readonly standing: 'differs'; readonly words: string; readonly productCents: Cents; readonly byCents: Cents };

/**
 * Compares the amount with unit price × quantity × times in the words beside it (formats.md: 10 × 3 × 200 = 6,000).
 * An amount in whole yuan may be the product rounded. Null when the words do not clearly give one product, and while there is no amount.
 */
export function quantityAgreement(line: { readonly detail: string; readonly note: string; readonly amountCents: Cents }): QuantityAgreement | null {
  const found = line.amountCents > 0 ? quantitiesOf(line.detail, line.note) : null;
  if (!found) return null;
  const byCents = line.amountCents - found.cents;
  const words = productWords(found);
  const agrees = byCents === 0 || (line.amountCents % 100 === 0 && Math.abs(byCents) < 100);
  return agrees ? { standing: 'agrees', words } : { standing: 'differs', words, productCents: found.cents, byCents };
}

/** The same question to the purpose of a request for money: `印刷海报500张，单价2元` for 1,000. */
export function purposeAgreement(purpose: string, amountCents: Cents): QuantityAgreement | null {
  return quantityAgreement({ detail: purpose, note: '', amountCents });
}
