import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { sayLetter } from './goal.smart.messages.ts';
import { pastOf, SMART_CODES, SMART_LETTERS, smartOf, type SmartContext, type SmartGoal } from './goal.smart.rules.ts';

const good: SmartGoal = { metric: '订单量', kind: 'count', unit: '单', direction: 'up', target: 2000, baseline: null, baselineSource: '', dueOn: null, measure: '订单系统，每日 21:00', reason: '支撑新品占销售三成的策略' };
const context: SmartContext = { startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18', past: null };
const past = { n: 5, low: 800, high: 1900 };
const judge = (part: Partial<SmartGoal>, more: Partial<SmartContext> = {}) => smartOf({ ...good, ...part }, { ...context, ...more });

describe('SMART, letter by letter (P1.2)', () => {
  it('a good goal holds by all five', () => expect(SMART_LETTERS.map((letter) => [letter, judge({})[letter].ok])).toEqual(SMART_LETTERS.map((letter) => [letter, true])));

  it.each([
    ['S', 'metric_missing', { metric: ' ' }],
    ['S', 'metric_vague', { metric: '提升品牌知名度' }],
    ['S', 'metric_vague', { metric: '显著扩大影响力' }],
    ['S', 'metric_vague', { metric: 'Improve brand awareness' }],
    ['S', 'metric_several', { metric: '订单量、新增会员' }],
    ['S', 'metric_unclear', { metric: '热闹', unit: '' }],
    ['M', 'target_missing', { target: 0 }],
    ['M', 'unit_missing', { unit: ' ' }],
    ['M', 'baseline_missing', { kind: 'growth', unit: '%', target: 50 }],
    ['M', 'baseline_missing', { kind: 'growth', unit: '%', target: 50, baseline: 0 }],
    ['M', 'baseline_source_missing', { kind: 'growth', unit: '%', target: 50, baseline: 1200 }],
    ['M', 'measure_missing', { measure: '' }],
    ['A', 'rate_over', { kind: 'rate', unit: '%', target: 120, metric: '复购率' }],
    ['A', 'growth_over', { kind: 'growth', unit: '%', target: 400, baseline: 10, baselineSource: '9月' }],
    ['A', 'drop_over', { kind: 'growth', direction: 'down', target: 95, metric: '获客成本' }],
    ['A', 'nps_over', { metric: 'NPS', unit: '分', target: 120 }],
    ['A', 'target_unjudged', { target: 0 }],
    ['R', 'reason_missing', { reason: '' }],
    ['R', 'reason_short', { reason: '重要' }],
    ['T', 'due_before', { dueOn: '2025-09-30' }],
    ['T', 'due_late', { dueOn: '2026-01-21' }],
    ['T', 'due_later_needed', { metric: '复购率', kind: 'rate', unit: '%', target: 15 }],
  ] as const)('%s fails by %s', (letter, code, part) => expect(judge(part as Partial<SmartGoal>)[letter]).toMatchObject({ ok: false, code }));

  it.each([
    ['S', 'a verb does not hurt where something is counted', { metric: '新品销量提升', kind: 'growth' }],
    ['S', 'a metric of one’s own with a figure and a unit', { metric: '试驾', unit: '场', target: 300 }],
    ['M', 'no complaints at all is a target', { metric: '投诉量', unit: '件', direction: 'down', target: 0 }],
    ['A', 'no complaints at all may be achievable', { metric: '投诉量', unit: '件', direction: 'down', target: 0 }],
    ['A', 'ROI above 100 %', { metric: 'ROI', kind: 'rate', unit: '%', target: 300 }],
    ['T', 'the last day that still counts', { dueOn: '2026-01-20' }],
    ['T', 'repurchase with a day of its own', { metric: '复购率', kind: 'rate', unit: '%', target: 15, dueOn: '2025-11-21' }],
  ] as const)('%s holds: %s', (letter, _, part) => expect(judge(part as Partial<SmartGoal>)[letter].ok).toBe(true));

  it('a metric of the catalogue is specific, and its source says how it is measured', () => {
    const known = judge({ metric: '品牌声量', measure: '' }, { metric: { source: '微信指数' } });
    expect([known.S.ok, known.M.ok]).toEqual([true, true]);
  });

  it.each([
    [1200, 'up', past, true, 'within_past'], [2000, 'up', past, true, 'stretch'], [2850, 'up', past, true, 'stretch'], [2851, 'up', past, false, 'above_past'],
    [34, 'down', { n: 3, low: 30, high: 52 }, true, 'within_past'], [25, 'down', { n: 3, low: 30, high: 52 }, true, 'stretch'], [19, 'down', { n: 3, low: 30, high: 52 }, false, 'above_past'],
  ] as const)('achievable by the company’s own past: %s, %s is better', (target, direction, range, ok, code) =>
    expect(judge({ target, direction }, { past: range }).A).toMatchObject({ ok, code, data: { n: range.n, low: range.low, high: range.high } }));
});

describe('in words', () => {
  const say = (letter: 'S' | 'M' | 'A' | 'R' | 'T', part: Partial<SmartGoal>, more: Partial<SmartContext> = {}, locale: 'zh-CN' | 'en' = 'zh-CN') => sayLetter(judge(part, more)[letter], locale);
  it('suggests from the goal’s own words', () => {
    expect(say('S', { metric: '提升品牌知名度' }).mend).toBe('把它写成可数的结果，例如：品牌搜索量较9月基线 +30%。');
    expect(say('S', { metric: 'Improve brand awareness' }, {}, 'en').mend).toBe('Write it as a result that is counted, for example: brand searches +30% on September.');
    expect(say('S', { metric: '改善口碑' }).mend).toContain('NPS');
    expect(say('T', { metric: '复购率' }).mend).toBe('写明统计到哪一天，例如活动结束后 30 天：11月21日。');
  });
  it('shows how many past campaigns and their range', () => {
    expect(say('A', { target: 1200 }, { past }).what).toBe('过去 5 场同类活动：800–1,900 单，目标 1,200 单，在做到过的范围内。');
    expect(say('A', { target: 9000 }, { past }).what).toContain('过去 5 场同类活动：800–1,900 单');
  });
  it('every code has a sentence in both languages, whatever the goal', () => {
    const part = fc.record({
      metric: fc.constantFrom('', '订单量', '提升知名度', '复购率', 'NPS', '热闹', '订单、会员'), kind: fc.constantFrom('count', 'money', 'rate', 'growth'), unit: fc.constantFrom('', '单', '%'), direction: fc.constantFrom('up', 'down'),
      target: fc.constantFrom(0, 15, 95, 400, 2000), baseline: fc.constantFrom(null, 0, 40), baselineSource: fc.constantFrom('', '9月'), dueOn: fc.constantFrom(null, '2025-09-01', '2025-10-20', '2027-01-01'), measure: fc.constantFrom('', '订单系统'), reason: fc.constantFrom('', '重要', '支撑新品策略'),
    });
    const seen = new Set<string>();
    fc.assert(fc.property(part, fc.constantFrom(null, past), (given, range) => {
      for (const letter of SMART_LETTERS) for (const locale of ['zh-CN', 'en'] as const) {
        const judgement = judge(given as Partial<SmartGoal>, { past: range })[letter];
        const { what, mend } = sayLetter(judgement, locale);
        seen.add(judgement.code);
        expect(what).not.toMatch(/undefined|NaN|null|^\s*$/);
        expect(mend === null).toBe(judgement.ok);
      }
    }), { numRuns: 2000 });
    expect(SMART_CODES.filter((code) => !seen.has(code))).toEqual([]);
  });
});

describe('the past of a metric', () => {
  const figure = { metricKey: 'orders', metric: '订单量', kind: 'count' as const, unit: '单', direction: 'up' as const, ...past, curve: [] };
  it.each([
    ['by the key', { metric: '新品订单', metricKey: 'orders', unit: '单' }, true], ['by the name', { metric: '订单量', metricKey: null, unit: '单' }, true],
    ['not in another unit', { metric: '订单量', metricKey: 'orders', unit: '万单' }, false], ['not of another metric', { metric: '新增会员', metricKey: 'members', unit: '单' }, false],
  ] as const)('%s', (_, goal, found) => expect(pastOf({ kind: 'count', direction: 'up', ...goal }, [figure]) !== null).toBe(found));
});
