import {
  BAND_ABOVE, BAND_BELOW, BAND_SPLIT, BOUND, COUNT_SCALE, FALLING, HEADING_UNIT, MEASURE_TAIL, MEASURE_VERB, MONEY_UNIT, RATIO, TIMES_OVER,
} from './reading.measure.vocabulary.ts';
import { readMoney, roundYuan } from './reading.money.rules.ts';
import { isBlankMark, isPending, LONGEST_VALUE, squeeze } from './reading.normal.rules.ts';
import { readQuantity } from './reading.quantity.rules.ts';
import { SCALES } from './reading.quantity.vocabulary.ts';
import type { Doubt, Reading } from './reading.value.ts';

/** What a heading says in its brackets about the unit of its counts: `曝光量(万次)` → 10000 次, `数量(张)` → 张. */
export function headingUnit(hint: string): { scale: number; unit?: string } {
  const scaled = COUNT_SCALE.exec(hint);
  if (scaled?.[1] && !MONEY_UNIT.test(hint)) return { scale: SCALES[scaled[1]] ?? 1, ...(scaled[2] ? { unit: scaled[2] } : {}) };
  const unit = HEADING_UNIT.exec(hint)?.[1];
  return { scale: 1, ...(unit ? { unit } : {}) };
}

/** A percentage: `12.5%`, or a bare number under a heading of percentages. Value in percent points. */
export function readRate(text: string, exactShare = false): Reading {
  if (isBlankMark(text)) return { value: null };
  if (isPending(text)) return { value: null, doubt: { code: 'pending' } };
  const found = /^[^\d-]{0,4}(-?\d+(?:,\d{3})*(?:\.\d+)?)(%|\u2030)?[^\d]{0,6}$/.exec(squeeze(text));
  if (!found?.[1]) return { value: null, doubt: { code: squeeze(text).length < 20 && /\d.*[-~].*\d/.test(text) ? 'range' : 'unreadable' } };
  const number = Number(found[1].replaceAll(',', ''));
  if (found[2] === '\u2030') return { value: roundYuan(number / 10), unit: '%' };
  // A share written as a fraction: 0.85 under 达成率 without a percent sign.
  const fraction = !found[2] && (exactShare || (Math.abs(number) <= 1.5 && /\./.test(found[1])));
  return { value: fraction ? roundYuan(number * 100) : number, unit: '%' };
}

/** A metric's value with its unit: a count, yuan (`CNY`), percent points (`%`), or a ratio. */
export function readMeasure(text: string, unitColumn = '', scale = 1): Reading {
  if (isBlankMark(text)) return { value: null };
  if (isPending(text)) return { value: null, doubt: { code: 'pending' } };
  const plain = squeeze(text);
  if (plain.length > LONGEST_VALUE) return { value: null, doubt: { code: 'unreadable' } };
  const over = TIMES_OVER.find(([pattern]) => pattern.test(plain));
  if (over) return { value: over[1], unit: '%' };
  const bare = plain.replace(MEASURE_VERB, '').replace(MEASURE_TAIL, '').replace(MEASURE_TAIL, '');
  const about: { doubt?: Doubt } = BOUND.test(plain) ? { doubt: { code: 'approximate' } } : {};
  const ratio = RATIO.exec(bare);
  if (ratio) return { value: roundYuan(Number(ratio[2]) / Number(ratio[1] === '0' ? 1 : ratio[1])) };
  const percent = /^([\d.]+)%$/.exec(bare);
  if (percent) return { value: FALLING.test(plain) ? -Number(percent[1]) : Number(percent[1]), unit: '%', ...about };
  if (/^[\d.]+%[-~][\d.]+%$/.test(bare) || /^[\d.]+[-~][\d.]+%$/.test(bare)) {
    const [from = 0, to = 0] = bare.replaceAll('%', '').split(/[-~]/).map(Number);
    return { value: null, unit: '%', doubt: { code: 'range', data: { from, to } } };
  }
  if (/(?:\u5143|rmb)$/i.test(bare) || MONEY_UNIT.test(squeeze(unitColumn))) {
    const money = readMoney(/[\u4e07\u4ebf\u5143]/.test(bare) ? bare : bare + squeeze(unitColumn));
    if (money.yuan !== null || money.doubt) return { value: money.yuan, unit: money.unit ?? 'CNY', ...(money.doubt ? { doubt: money.doubt } : about) };
  }
  const quantity = readQuantity(bare);
  if (typeof quantity.value === 'number') {
    const unit = quantity.unit ?? squeeze(unitColumn);
    return { value: roundYuan(quantity.value * (quantity.unit ? 1 : scale)), ...(unit ? { unit } : {}), ...(quantity.doubt ? { doubt: quantity.doubt } : about) };
  }
  return quantity.doubt?.code === 'range' ? quantity : { value: null, doubt: { code: 'unreadable' } };
}

/** An approval's amounts: `5000元以下` → `{ max: 5000 }`, `5000-20000元` → both, in yuan. */
export function readBand(text: string, scale = 1): Reading {
  if (isBlankMark(text)) return { value: null };
  const parts = squeeze(text).split(BAND_SPLIT);
  const numbers = parts.map((part) => readMoney(part.replace(BAND_BELOW, '').replace(BAND_ABOVE, ''), scale));
  const [first, second] = numbers;
  if (parts.length === 2 && second?.yuan !== null && second?.yuan !== undefined) {
    const range = readMoney(squeeze(text), scale).doubt?.data;
    return { value: range ? { min: range['from'] ?? null, max: range['to'] ?? null } : { min: first?.yuan ?? null, max: second.yuan }, unit: 'CNY' };
  }
  if (parts.length !== 1 || first?.yuan === null || first?.yuan === undefined) return { value: null, doubt: { code: 'unreadable' } };
  if (BAND_BELOW.test(text)) return { value: { max: first.yuan }, unit: 'CNY' };
  if (BAND_ABOVE.test(text)) return { value: { min: first.yuan }, unit: 'CNY' };
  return { value: { min: first.yuan, max: first.yuan }, unit: 'CNY' };
}
