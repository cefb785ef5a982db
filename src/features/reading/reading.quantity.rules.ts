import { ABOUT, ABOUT_AFTER, ABOUT_END, COUNT_UNITS, MORE, PRICE_FACTOR, SCALE, SCALES, SPLIT_ITEMS, SPLIT_RANGE, TIME_UNIT, UNIT } from './reading.quantity.vocabulary.ts';
import { isBlankMark, isPending, LONGEST_VALUE, squeeze } from './reading.normal.rules.ts';
import { chineseNumber } from './reading.normal.vocabulary.ts';
import type { JsonValue } from './reading.contract.ts';
import type { Doubt, Reading } from './reading.value.ts';

/** `兼职人员10名(3天)` is 10 名 of 兼职人员, times 3 天. */
export interface QuantityItem {
  item: string;
  quantity: number;
  unit: string;
  times?: number;
  timesUnit?: string;
  /** Yuan for one unit once, when the text says so: `10名×3天×200元`. */
  price?: number;
}

const NUMBER = '(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d{1,12})(?:\\.\\d{1,4})?';
const FACTOR = new RegExp(`^(?:[*(]|x(?=\\d))(?<count>${NUMBER})(?<unit>${TIME_UNIT}|${UNIT})?[)]?`, 'iu');
const ITEM = new RegExp(`^(?<item>[^\\d]*?)(?:[:(*]|x(?=\\d))?(?<count>${NUMBER})(?<scale>${SCALE})?(?<more>${MORE})?(?<unit>${UNIT})?(?<rest>.*)$`, 'iu');
const PLAIN = new RegExp(`^(?<count>${NUMBER})(?<scale>${SCALE})?(?<more>${MORE})?(?<unit>${UNIT})?[)]?$`, 'iu');
const RANGE = new RegExp(`^(?<low>${NUMBER})(?<lowScale>${SCALE})?${UNIT}?${SPLIT_RANGE}(?<high>${NUMBER})(?<highScale>${SCALE})?(?<unit>${UNIT})?$`, 'iu');

function numberOf(text: string, scale: string | undefined): number {
  const times = scale ? (SCALES[scale.toLowerCase()] ?? 1) : 1;
  return Math.round(Number(text.replaceAll(',', '')) * times * 1e6) / 1e6;
}

function uniform(text: string): string {
  return squeeze(text).replace(/[\u00d7\u2715\u2716]/g, '*');
}

function readItem(text: string): QuantityItem | undefined {
  const found = ITEM.exec(text)?.groups;
  if (!found?.['count']) return undefined;
  let unit = found['unit'] ?? '';
  let rest = found['rest'] ?? '';
  // The unit pattern is greedy: "名兼职" is the unit 名 and the item 兼职.
  let item = (found['item'] ?? '').replace(ABOUT, '').replace(/[:(*]+$/, '');
  if (unit && !COUNT_UNITS.test(unit)) {
    const short = [3, 2, 1].map((size) => unit.slice(0, size)).find((start) => start.length < unit.length && COUNT_UNITS.test(start));
    if (!short) return undefined;
    rest = unit.slice(short.length) + rest;
    unit = short;
  }
  const times = FACTOR.exec(rest)?.groups;
  let tail = times ? rest.replace(FACTOR, '') : rest;
  const price = PRICE_FACTOR.exec(tail);
  if (price) tail = '';
  if (!item && tail) item = tail.replace(/^[(]|[)]$/g, '');
  else if (tail && /\d/.test(tail)) return undefined;
  const quantity = numberOf(found['count'], found['scale']);
  return { item, quantity, unit: unit.replace(/[)]$/, ''), ...(times?.['count'] ? { times: numberOf(times['count'], undefined), timesUnit: times['unit'] ?? '' } : {}), ...(price?.[1] ? { price: Number(price[1].replaceAll(',', '')) } : {}) };
}

/** The things counted inside a text: `海报500张、宣传册2000本` → two items; empty when nothing is counted. */
export function countedItems(text: string): QuantityItem[] {
  const plain = uniform(text);
  if (plain.length > LONGEST_VALUE || !/\d/.test(plain)) return [];
  const items = plain.split(SPLIT_ITEMS).map(readItem);
  return items.filter((item): item is QuantityItem => item !== undefined && COUNT_UNITS.test(item.unit));
}

function asJson(item: QuantityItem): { [key: string]: JsonValue } {
  return { ...item };
}

function readPlain(plain: string, headingUnit: string | undefined): Reading | undefined {
  const bare = plain.replace(ABOUT, '').replace(ABOUT_END, '');
  const found = PLAIN.exec(bare)?.groups;
  if (!found?.['count']) return undefined;
  if (found['unit'] && found['unit'].length > 2 && !COUNT_UNITS.test(found['unit'])) return undefined;
  const unit = found['unit'] ?? headingUnit;
  const about = bare !== plain || found['more'] !== undefined || ABOUT_AFTER.test(plain.slice(found['count'].length));
  const doubt: Doubt | undefined = about ? { code: 'approximate' } : undefined;
  return { value: numberOf(found['count'], found['scale']), ...(unit ? { unit } : {}), ...(doubt ? { doubt } : {}) };
}

/**
 * Reads a quantity cell (formats.md, Quantities). Value: a number with its unit, or a list of {@link QuantityItem}
 * when the cell counts several things or counts one thing several times (`30人*2次`).
 */
export function readQuantity(text: string, headingUnit?: string): Reading {
  if (isBlankMark(text)) return { value: null };
  if (isPending(text)) return { value: null, doubt: { code: 'pending' } };
  const plain = uniform(text);
  if (plain.length > LONGEST_VALUE) return { value: null, doubt: { code: 'unreadable' } };
  const range = RANGE.exec(plain)?.groups;
  if (range?.['low'] && range['high']) {
    const from = numberOf(range['low'], range['lowScale'] ?? range['highScale']);
    const to = numberOf(range['high'], range['highScale']);
    const unit = range['unit'] ?? headingUnit;
    return { value: null, ...(unit ? { unit } : {}), doubt: { code: 'range', data: { from, to } } };
  }
  const single = readPlain(plain, headingUnit);
  if (single) return single;
  const items = plain.split(SPLIT_ITEMS).map(readItem);
  if (items.length > 0 && items.every((item) => item !== undefined)) return { value: items.map(asJson) };
  const worded = /^([\p{Script=Han}]{1,4}?)([\p{Script=Han}]{0,2})$/u.exec(plain);
  for (const size of [4, 3, 2, 1]) {
    const value = worded ? chineseNumber(plain.slice(0, size)) : undefined;
    const unit = plain.slice(size);
    if (value !== undefined && (unit === '' || COUNT_UNITS.test(unit))) return { value, ...(unit ? { unit } : headingUnit ? { unit: headingUnit } : {}) };
  }
  return { value: null, doubt: { code: 'unreadable' } };
}
