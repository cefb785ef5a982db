import { headingScale, readMoney } from '#features/reading/reading.money.rules.ts';
import { isBlankMark, LONGEST_VALUE, squeeze } from '#features/reading/reading.normal.rules.ts';
import { MAX_CENTS } from '#platform/shared/money.ts';
import { BAND_FACTORS, BAND_NUMBER, BAND_SIGNS, BAND_WORDS, EVERY_AMOUNT, YUAN } from './approval.matrix.vocabulary.ts';

/** Amounts in cents; both ends belong to the band, null is open. */
export interface Band {
  readonly fromCents: number | null;
  readonly toCents: number | null;
}

export const EVERY_BAND: Band = { fromCents: null, toCents: null };

interface Amount {
  readonly plain: number;
  /** The factor that stands behind the number; undefined when it has no unit of its own. */
  readonly factor: number | undefined;
}

/** The text as signs: `5,000<金额≤1万` → `nLvln` and its numbers. Undefined when something else stands in it. */
function signsOf(text: string): { signs: string; amounts: Amount[] } | undefined {
  let rest = text;
  let signs = '';
  const amounts: Amount[] = [];
  while (rest !== '') {
    const number = BAND_NUMBER.exec(rest);
    if (number) {
      const factor = number[3] ? BAND_FACTORS[number[3]] : number[4] ? 1 : undefined;
      amounts.push({ plain: Number(`${(number[1] ?? '').replaceAll(',', '')}${number[2] ?? ''}`), factor });
      signs += 'n';
      rest = rest.slice(number[0].length);
      continue;
    }
    const sign = BAND_SIGNS.find(([pattern]) => pattern.test(rest));
    if (!sign) return undefined;
    const found = sign[0].exec(rest)?.[0] ?? '';
    signs += sign[1] === '' ? found : sign[1];
    rest = rest.slice(found.length);
  }
  return { signs, amounts };
}

/** `(含)` is `含`, `(含5,000元)` too, `金额` says nothing. */
function plainSigns({ signs, amounts }: { signs: string; amounts: Amount[] }): { signs: string; amounts: Amount[] } {
  const repeated = /\(([ie])n\)/.exec(signs);
  if (repeated) {
    const at = [...signs.slice(0, repeated.index)].filter((sign) => sign === 'n').length;
    return plainSigns({ signs: signs.replace(repeated[0], repeated[1] ?? ''), amounts: amounts.toSpliced(at, 1) });
  }
  return { signs: signs.replaceAll('v', '').replace(/\(([ieab]+)\)/g, '$1').replace(/^\((.*[^)])\)$/, (whole, inner: string) => (/^n,n$/.test(inner) ? whole : inner)), amounts };
}

interface Ends {
  readonly from: number | null;
  readonly to: number | null;
  readonly fromOut?: boolean;
  readonly toOut?: boolean;
}

/** Which numbers are the ends, and whether they belong to the band. 以上, 以下 and 以内 include the number itself (民法典 1259). */
function endsOf(signs: string): Ends | undefined {
  const below = /^(?:([lL])n|s(n)|n([ie]?)b([ie]?))$/.exec(signs);
  if (below) return { from: null, to: 0, toOut: below[1] === 'L' || below[3] === 'e' || below[4] === 'e' };
  const above = /^(?:([gG])n|n(s)|n([ie]?)a([ie]?)|n([lL]))$/.exec(signs);
  if (above) return { from: 0, to: null, fromOut: above[1] === 'G' || above[5] === 'L' || above[3] === 'e' || above[4] === 'e' };
  const interval = /^([([])n[,s]n([\])])$/.exec(signs);
  if (interval) return { from: 0, to: 1, fromOut: interval[1] === '(', toOut: interval[2] === ')' };
  const squeezed = /^n([lL])([lL])n$/.exec(signs);
  if (squeezed) return { from: 0, to: 1, fromOut: squeezed[1] === 'L', toOut: squeezed[2] === 'L' };
  const turned = /^n([gG])([gG])n$/.exec(signs);
  if (turned) return { from: 1, to: 0, fromOut: turned[2] === 'G', toOut: turned[1] === 'G' };
  const both = /^([gG])n[c,s]*([lL])n$/.exec(signs);
  if (both) return { from: 0, to: 1, fromOut: both[1] === 'G', toOut: both[2] === 'L' };
  const range = /^n([ie]?)(a?)([ie]?)([sc,]?)([lL]?)n([ie]?)(b?)([ie]?)$/.exec(signs);
  if (!range || (range[4] !== 's' && range[2] === '')) return undefined;
  return { from: 0, to: 1, fromOut: range[1] === 'e' || range[3] === 'e', toOut: range[6] === 'e' || range[8] === 'e' || range[5] === 'L' };
}

/** "1-2万": the 万 is meant for both; "5,000-1万": it is not, for 5,000万 would be more than 1万. */
function centsOf(amounts: readonly Amount[], scale: number): number[] {
  const yuan = amounts.map((amount) => amount.plain * (amount.factor ?? scale));
  const [first, second] = amounts;
  if (first && second?.factor !== undefined && first.factor === undefined && first.plain * second.factor < second.plain * second.factor) yuan[0] = first.plain * second.factor;
  return yuan.map((value) => Math.round(value * 100));
}

/**
 * The amounts that a text means: `<5,000`, `5,000–1万`, `>1万`, `1万元以上(不含)`, `(5000,10000]`. `scale` is the factor of the heading's unit (万元).
 * Undefined when it is no band. A blank says every amount.
 */
export function readBand(text: string, scale = 1): Band | undefined {
  if (isBlankMark(text)) return EVERY_BAND;
  if (text.length > LONGEST_VALUE) return undefined;
  const plain = squeeze(text).toLowerCase();
  if (EVERY_AMOUNT.test(plain)) return EVERY_BAND;
  const raw = signsOf(plain.replace(BAND_WORDS, (word) => String(readMoney(word + YUAN).yuan ?? word)));
  if (!raw) return undefined;
  const { signs, amounts } = plainSigns(raw);
  const ends = endsOf(signs);
  if (!ends) return undefined;
  const cents = centsOf(amounts, scale);
  const from = ends.from === null ? null : (cents[ends.from] ?? 0) + (ends.fromOut ? 1 : 0);
  const to = ends.to === null ? null : (cents[ends.to] ?? 0) - (ends.toOut ? 1 : 0);
  if ((from ?? 0) > (to ?? MAX_CENTS) || (from ?? 0) > MAX_CENTS || (to ?? 0) > MAX_CENTS) return undefined;
  return { fromCents: from === 0 ? null : from, toCents: to };
}

/** The factor that a heading such as `金额(万元)` gives to numbers without a unit. */
export const scaleOfHeading = headingScale;

export type BandShape =
  | { readonly shape: 'every' }
  | { readonly shape: 'below' | 'upTo' | 'from' | 'above'; readonly cents: number }
  | { readonly shape: 'between'; readonly from: number; readonly to: number; readonly fromOut: boolean; readonly toOut: boolean };

const wholeYuan = (cents: number): boolean => cents % 100 === 0;
/** One cent beyond a whole yuan: written as "above" that yuan. */
const justAbove = (cents: number): boolean => cents > 1 && wholeYuan(cents - 1);
const justBelow = (cents: number): boolean => wholeYuan(cents + 1);

/** How a band is best said: 499,999 cents are "below 5,000", not "up to 4,999.99". */
export function bandShape({ fromCents: from, toCents: to }: Band): BandShape {
  if (from === null && to === null) return { shape: 'every' };
  if (from === null) return justBelow(to ?? 0) ? { shape: 'below', cents: (to ?? 0) + 1 } : { shape: 'upTo', cents: to ?? 0 };
  if (to === null) return justAbove(from) ? { shape: 'above', cents: from - 1 } : { shape: 'from', cents: from };
  return { shape: 'between', from: justAbove(from) ? from - 1 : from, to: justBelow(to) ? to + 1 : to, fromOut: justAbove(from), toOut: justBelow(to) };
}

/** The amounts that both take; undefined when there is none. */
export function bandsMeet(a: Band, b: Band): Band | undefined {
  const from = Math.max(a.fromCents ?? 0, b.fromCents ?? 0);
  const to = Math.min(a.toCents ?? MAX_CENTS, b.toCents ?? MAX_CENTS);
  if (from > to) return undefined;
  return { fromCents: from === 0 ? null : from, toCents: to === MAX_CENTS ? null : to };
}

/** The amounts of `band` that none of `others` takes, in order. */
export function bandsLeft(band: Band, others: readonly Band[]): Band[] {
  let left: Band[] = [band];
  for (const other of others) {
    left = left.flatMap((piece) => {
      if (!bandsMeet(piece, other)) return [piece];
      const start = other.fromCents ?? 0;
      const end = other.toCents ?? MAX_CENTS;
      const pieces: Band[] = [];
      if ((piece.fromCents ?? 0) < start) pieces.push({ fromCents: piece.fromCents, toCents: start - 1 });
      if ((piece.toCents ?? MAX_CENTS) > end) pieces.push({ fromCents: end + 1, toCents: piece.toCents });
      return pieces;
    });
  }
  return left;
}
