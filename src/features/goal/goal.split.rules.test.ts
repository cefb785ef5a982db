import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { addsUp, daySlices, partsGap, phaseSlices, resampled, splitByCurve, splitByWeights, splitEvenly, stepOf, weekSlices } from './goal.split.rules.ts';

const sum = (parts: readonly number[]) => partsGap(0, parts.map((target) => ({ target })));

describe('parts add up to the whole', () => {
  it.each([
    ['2,000 orders over three phases', splitEvenly(2000, 3, 1), [667, 667, 666]],
    ['20 : 50 : 30', splitByWeights(2000, [20, 50, 30], 1), [400, 1000, 600]],
    ['largest remainders', splitByWeights(10, [1, 1, 1, 4], 1), [2, 1, 1, 6]],
    ['money to the cent', splitEvenly(100, 3, 0.01), [33.34, 33.33, 33.33]],
    ['weights of nothing count as equal', splitByWeights(9, [0, 0, 0], 1), [3, 3, 3]],
    ['one gets nothing', splitByWeights(7, [0, 1], 1), [0, 7]],
    ['no parts', splitByWeights(7, [], 1), []],
    ['a past curve over other stretches', splitByCurve(100, [1, 3], 4, 1), [13, 13, 37, 37]],
  ])('%s', (_, parts, wanted) => expect(parts).toEqual(wanted));

  it('whatever the target, the weights and their number', () => {
    const target = fc.integer({ min: 0, max: 1_000_000_000 });
    fc.assert(fc.property(target, fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 }), fc.constantFrom(1, 0.01, 0.0001), (whole, weights, step) => {
      const parts = splitByWeights(whole, weights, step);
      expect(parts).toHaveLength(weights.length);
      expect(sum(parts) + whole).toBe(0);
      expect(parts.every((part) => part >= 0 && part === Number(part.toFixed(-Math.round(Math.log10(step)))))).toBe(true);
    }));
  });

  it('no part is a step or more away from its share', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 40 }), (whole, weights) => {
      const all = weights.reduce((total, weight) => total + weight, 0);
      splitByWeights(whole, weights, 1).forEach((part, index) => expect(Math.abs(part - (whole * Number(weights[index])) / all)).toBeLessThan(1));
    }));
  });

  it('a curve keeps its weight however it is read', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 60 }), (curve, count) => {
      const read = resampled(curve, count);
      expect(read).toHaveLength(count);
      expect(read.reduce((total, weight) => total + weight, 0)).toBeCloseTo(curve.reduce((total, weight) => total + weight, 0), 6);
    }));
  });
});

describe('what adds up, and in what steps', () => {
  it.each([
    ['订单量', 'count', true], ['销售额', 'money', true], ['投诉量', 'count', true], ['获客成本', 'money', false], ['客单价', 'money', false], ['NPS', 'count', false], ['复购率', 'rate', false], ['品牌搜索量', 'growth', false], ['到店率', 'count', false],
  ] as const)('%s', (metric, kind, adds) => expect(addsUp({ metric, kind })).toBe(adds));
  it('a metric that the catalogue says is one figure over another does not', () => expect(addsUp({ metric: '核销均额', kind: 'money' }, true)).toBe(false));
  it.each([['count', 2000, 1], ['count', 12.5, 0.01], ['money', 100, 0.01], ['money', 1.2345, 0.0001]] as const)('%s of %s in steps of %s', (kind, target, step) => expect(stepOf({ kind, target })).toBe(step));
  it('says what is missing without float dust', () => {
    expect(partsGap(0.3, [{ target: 0.1 }, { target: 0.2 }])).toBe(0);
    expect(partsGap(2000, [{ target: 1880 }])).toBe(120);
    expect(partsGap(2000, [{ target: 2000 }, { target: 1 }])).toBe(-1);
  });
});

describe('stretches of a campaign', () => {
  const launch = { startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18' };
  it('预热 before the event, 爆发 during, 延续 after (E2.2)', () =>
    expect(phaseSlices(launch).map(({ key, fromOn, toOn }) => [key, fromOn, toOn])).toEqual([['warmup', '2025-10-11', '2025-10-15'], ['burst', '2025-10-16', '2025-10-18'], ['sustain', '2025-10-19', '2025-10-22']]));
  it('a warm-up has no days before the campaign', () => expect(phaseSlices({ ...launch, startsOn: '2025-10-14' })[0]).toMatchObject({ fromOn: '2025-10-14', toOn: '2025-10-15' }));
  it('without an event there is only the campaign', () => expect(phaseSlices({ ...launch, eventFrom: null, eventTo: null }).map(({ key }) => key)).toEqual(['burst']));
  it('weeks and days leave out nothing', () => {
    expect(weekSlices(launch).map(({ fromOn, toOn }) => [fromOn, toOn])).toEqual([['2025-10-01', '2025-10-07'], ['2025-10-08', '2025-10-14'], ['2025-10-15', '2025-10-21'], ['2025-10-22', '2025-10-22']]);
    expect(daySlices(launch).map(({ fromOn }) => fromOn)).toEqual(['2025-10-16', '2025-10-17', '2025-10-18']);
  });
});
