import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_CENTS } from '#platform/shared/money.ts';
import { bandShape, bandsLeft, bandsMeet, readBand, type Band } from './approval.band.rules.ts';
import { bandFits } from './approval.route.rules.ts';

/** In yuan; both ends belong to it. */
const yuan = (from: number | null, to: number | null): Band => ({ fromCents: from === null ? null : Math.round(from * 100), toCents: to === null ? null : Math.round(to * 100) });

describe('a band of amounts as people write it', () => {
  test.each<[string, number | null, number | null]>([
    ['<5,000', null, 4999.99], ['＜5000元', null, 4999.99], ['5,000–1万', 5000, 10_000], ['>1万', 10_000.01, null], ['＞1万元', 10_000.01, null],
    ['≤5000', null, 5000], ['<=5000', null, 5000], ['≥1万', 10_000, null], ['>=10,000元', 10_000, null],
    ['5000元以下', null, 5000], ['5000元(含)以下', null, 5000], ['5,000元以下（含）', null, 5000], ['5000元以下（不含）', null, 4999.99], ['5000以内', null, 5000], ['5千元及以下', null, 5000],
    ['5000元以下(含5000元)', null, 5000], ['不超过5000元', null, 5000], ['低于5千', null, 4999.99], ['不满5000元', null, 4999.99],
    ['1万元以上', 10_000, null], ['1万以上（不含）', 10_000.01, null], ['1万元（不含）以上', 10_000.01, null], ['超过1万元', 10_000.01, null], ['不低于1万', 10_000, null], ['1万元起', 10_000, null],
    ['5000-10000', 5000, 10_000], ['5,000~10,000元', 5000, 10_000], ['5000至1万元', 5000, 10_000], ['1-2万', 10_000, 20_000], ['1万—5万', 10_000, 50_000], ['0-5000', null, 5000],
    ['5000元（不含）-1万元（含）', 5000.01, 10_000], ['5000(含)-10000(不含)', 5000, 9999.99], ['5000元以上1万元以下', 5000, 10_000], ['5000元以上-1万元以内', 5000, 10_000],
    ['5000<金额≤10000', 5000.01, 10_000], ['5000≤X<1万', 5000, 9999.99], ['＞5000且≤10000', 5000.01, 10_000], ['1万≥金额>5千', 5000.01, 10_000],
    ['(5000,10000]', 5000.01, 10_000], ['[5000,10000)', 5000, 9999.99], ['[5,000-10,000]', 5000, 10_000],
    ['单笔5000元以下', null, 5000], ['单笔金额10万元以上的', 100_000, null], ['五千元以下', null, 5000], ['一万元以上', 10_000, null], ['五千至一万元', 5000, 10_000], ['10W以上', 100_000, null],
    ['金额(5000元以下)', null, 5000], ['1.5万-3万', 15_000, 30_000], ['人民币5万元以上', 50_000, null],
    ['不限', null, null], ['', null, null], ['-', null, null], ['全部金额', null, null],
  ])('%s', (text, from, to) => {
    expect(readBand(text)).toEqual(yuan(from, to));
  });

  test.each(['5000', '部门经理', '按合同', '5000元以下由部门经理审批', '10人以上', '≤', '1万-5千', '99999999999999元以上', '3个工作日内'])('%s is none', (text) => {
    expect(readBand(text)).toBeUndefined();
  });

  test('a heading in 万元 counts for numbers without a unit of their own', () => {
    expect(readBand('0.5-1', 10_000)).toEqual(yuan(5000, 10_000));
    expect(readBand('5000元以下', 10_000)).toEqual(yuan(null, 5000));
    expect(readBand('>10', 10_000)).toEqual(yuan(100_000.01, null));
  });
});

test.each<[Band, object]>([
  [yuan(null, null), { shape: 'every' }],
  [yuan(null, 4999.99), { shape: 'below', cents: 500_000 }],
  [yuan(null, 5000), { shape: 'upTo', cents: 500_000 }],
  [yuan(10_000.01, null), { shape: 'above', cents: 1_000_000 }],
  [yuan(10_000, null), { shape: 'from', cents: 1_000_000 }],
  [yuan(5000, 10_000), { shape: 'between', from: 500_000, to: 1_000_000, fromOut: false, toOut: false }],
  [yuan(5000.01, 9999.99), { shape: 'between', from: 500_000, to: 1_000_000, fromOut: true, toOut: true }],
])('%j is said as %j', (band, shape) => {
  expect(bandShape(band)).toEqual(shape);
});

describe('properties', () => {
  const cents = fc.integer({ min: 1, max: MAX_CENTS - 1 });
  const band = fc.tuple(fc.option(cents), fc.option(cents)).map(([a, b]): Band => (a !== null && b !== null && a > b ? { fromCents: b, toCents: a } : { fromCents: a, toCents: b }));
  const takes = (one: Band, amount: number) => bandFits(one, amount);
  const near = (bands: readonly Band[]) => bands.flatMap((one) => [one.fromCents, one.toCents].flatMap((end) => (end === null ? [] : [end - 1, end, end + 1]))).concat([0, MAX_CENTS]);

  test('what is left is what the band takes and no other does', () => {
    fc.assert(fc.property(band, fc.array(band, { maxLength: 4 }), (whole, others) => {
      const left = bandsLeft(whole, others);
      for (const amount of near([whole, ...others])) {
        if (amount < 0) continue;
        expect(left.filter((piece) => takes(piece, amount)).length).toBe(takes(whole, amount) && !others.some((other) => takes(other, amount)) ? 1 : 0);
      }
    }));
  });

  test('two bands meet exactly where both take', () => {
    fc.assert(fc.property(band, band, (a, b) => {
      const meet = bandsMeet(a, b);
      for (const amount of near([a, b])) if (amount >= 0) expect(meet !== undefined && takes(meet, amount)).toBe(takes(a, amount) && takes(b, amount));
    }));
  });

  test('a band that is written is read back as it was', () => {
    const write = (one: Band): string => {
      const shape = bandShape(one);
      if (shape.shape === 'every') return '不限';
      const text = (value: number) => `${value / 100}元`;
      if (shape.shape === 'between') return `${text(shape.from)}${shape.fromOut ? '(不含)' : ''}-${text(shape.to)}${shape.toOut ? '(不含)' : ''}`;
      return `${{ below: '<', upTo: '≤', from: '≥', above: '>' }[shape.shape]}${text(shape.cents)}`;
    };
    fc.assert(fc.property(band, (one) => { expect(readBand(write(one))).toEqual(one); }));
  });

  test('no text throws', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'05,.万千元以上下<>≤≥-~()[]含不金额至 '), maxLength: 30 }), (text) => void readBand(text)));
  });
});
