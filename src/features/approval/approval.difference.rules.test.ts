import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { freeAfter, readPlan, readReport, readRequest, type FrozenPlan } from './approval.content.rules.ts';
import { isUnchanged, planDifference, reportDifference, requestDifference } from './approval.difference.rules.ts';

const campaign = { name: '秋季新品上市', theme: '秋日焕新', audience: '城市白领', leadName: '陈婧', departmentName: '华东市场部', startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18' };
const line = (category: string, amountCents: number, detail = '') => ({ category, detail, amountCents, ownerText: '*专员', note: '' });
const task = (title: string, startOn: string | null, endOn: string | null, whenText = '') => ({ phase: 'execution', whenText, startOn, endOn, dueTime: null, title, ownerText: '全员', note: '' });
const goal = (metric: string, target: number) => ({ metric, kind: 'count', unit: '单', direction: 'up' as const, target });
const base: FrozenPlan = { campaign, goals: [goal('新品订单量', 2000)], budget: [line('物料制作费', 800_000, '海报500张'), line('应急备用金', 500_000)], schedule: [task('活动现场执行', '2025-10-16', '2025-10-18')], team: [] };

test('the same content has no difference', () => {
  expect(isUnchanged(planDifference(base, structuredClone(base)))).toBe(true);
});

describe('money', () => {
  test.each([
    ['raised', [line('物料制作费', 900_000, '海报500张'), line('应急备用金', 500_000)], [{ name: '物料制作费 · 海报500张', before: 800_000, after: 900_000 }], { name: 'total', before: 1_300_000, after: 1_400_000 }],
    ['added', [...base.budget, line('人员成本', 600_000)], [{ name: '人员成本', after: 600_000 }], { name: 'total', before: 1_300_000, after: 1_900_000 }],
    ['removed', [line('应急备用金', 500_000)], [{ name: '物料制作费 · 海报500张', before: 800_000 }], { name: 'total', before: 1_300_000, after: 500_000 }],
    ['moved between lines', [line('物料制作费', 700_000, '海报500张'), line('应急备用金', 600_000)], [{ name: '物料制作费 · 海报500张', before: 800_000, after: 700_000 }, { name: '应急备用金', before: 500_000, after: 600_000 }], undefined],
    ['reordered', base.budget.toReversed(), [], undefined],
  ])('%s', (_, budget, money, totalCents) => {
    expect(planDifference(base, { ...base, budget })).toMatchObject({ money, totalCents });
  });

  test('two lines of the same name are held against each other in their order', () => {
    const twice = { ...base, budget: [line('推广费', 100), line('推广费', 200)] };
    expect(planDifference(twice, { ...twice, budget: [line('推广费', 100), line('推广费', 300)] }).money).toEqual([{ name: '推广费', before: 200, after: 300 }]);
  });
});

describe('dates', () => {
  test.each([
    ['moved', [task('活动现场执行', '2025-10-17', '2025-10-19')], 1],
    ['only written differently', [task('活动现场执行', '2025-10-16', '2025-10-18', '10月16日至18日')], 0],
    ['another owner', [{ ...base.schedule[0], ownerText: '*主管' }], 0],
    ['added', [...base.schedule, task('彩排', '2025-10-15', '2025-10-15')], 1],
  ])('%s', (_, schedule, count) => {
    expect(planDifference(base, { ...base, schedule: schedule as FrozenPlan['schedule'] }).dates).toHaveLength(count);
  });

  test('the days on site are among the basics', () => {
    expect(planDifference(base, { ...base, campaign: { ...campaign, eventTo: '2025-10-19' } }).basics).toEqual([
      { name: 'event', before: { from: '2025-10-16', to: '2025-10-18' }, after: { from: '2025-10-16', to: '2025-10-19' } },
    ]);
  });
});

test('a goal that is lowered is seen', () => {
  expect(planDifference(base, { ...base, goals: [goal('新品订单量', 1500)] }).goals).toMatchObject([{ name: '新品订单量', before: { target: 2000 }, after: { target: 1500 } }]);
});

test('the changes of the lines add up to the change of the total', () => {
  const lines = fc.array(fc.record({ category: fc.constantFrom('物料', '推广', '场地'), detail: fc.constantFrom('', '甲'), amountCents: fc.integer({ min: 0, max: 10_000_000 }), ownerText: fc.constant(''), note: fc.constant('') }));
  fc.assert(fc.property(lines, lines, (before, after) => {
    const difference = planDifference({ ...base, budget: before }, { ...base, budget: after });
    const moved = difference.money.reduce((sum, one) => sum + (one.after ?? 0) - (one.before ?? 0), 0);
    const total = difference.totalCents ? (difference.totalCents.after ?? 0) - (difference.totalCents.before ?? 0) : 0;
    expect(moved).toBe(total);
  }));
});

test('content is read by its shape, and what has none of it is not shown', () => {
  expect(readPlan(JSON.parse(JSON.stringify(base)))).toEqual(base);
  expect(readPlan({ goals: [] })).toBeUndefined();
  expect(readReport(null)).toBeUndefined();
});

test('a report says which figures and texts are not the approved ones', () => {
  const report = readReport({
    goals: [{ ...goal('新品订单量', 2000), actual: 2400, attainment: 1.2 }], goalsReached: 1, dueOn: '2025-10-22',
    budget: { amountCents: 100, actualCents: 90, lines: [{ category: '物料制作费', amountCents: 100, actualCents: 90, varianceCents: -10 }] },
    schedule: { total: 1, done: 1, delayed: 0, cancelled: 0 }, judgement: { highlights: '社群转化高', shortcomings: '签到慢', nextSteps: '' },
  });
  if (!report) throw new Error('the report was not read');
  const later = { ...report, goals: [{ ...goal('新品订单量', 2000), actual: 2390 }], judgement: { ...report.judgement, shortcomings: '签到耗时长' } };
  expect(reportDifference(report, later)).toEqual({ goals: [{ name: '新品订单量', before: 2400, after: 2390 }], costs: [], judgement: ['shortcomings'] });
});

test('a request for money says what is not as it was approved; balances of the day are not changes', () => {
  const balance = (name: string, freeCents: number) => ({ name, ownerText: '*主管', allocatedCents: 1_500_000, reservedCents: 0, committedCents: 0, spentCents: 0, freeCents });
  const request = readRequest({
    request: 'spending', number: 12, amountCents: 1_200_000, line: balance('线上推广费', 1_500_000), toLine: null, payee: '云帆传媒', purpose: '朋友圈广告', effect: '', causeKind: null, cause: '', neededOn: null, explanation: '', questions: [],
    files: [{ id: '1', name: '报价单.pdf', size: 10, sha256: 'aa' }],
  });
  if (!request) throw new Error('the request was not read');
  expect(requestDifference(request, { ...request, line: balance('线上推广费', 900_000) })).toEqual({ amountCents: undefined, texts: [], files: [] });
  const later = { ...request, amountCents: 1_000_000, payee: '', neededOn: '2025-10-12', files: [{ id: '2', name: '报价单.pdf', size: 11, sha256: 'bb' }] };
  expect(requestDifference(request, later)).toEqual({
    amountCents: { name: 'amount', before: 1_200_000, after: 1_000_000 },
    texts: [{ name: 'payee', before: '云帆传媒' }, { name: 'neededOn', after: '2025-10-12' }],
    files: [{ name: '报价单.pdf', after: '报价单.pdf' }, { name: '报价单.pdf', before: '报价单.pdf' }],
  });
});

test.each([['spending', 300, null], ['transfer', 300, 1_200], ['reserve', 300, 1_200], ['supplement', 1_700, null], ['cut', 300, null]] as const)('what a %s leaves free', (kind, lineCents, toLineCents) => {
  const balance = (freeCents: number) => ({ name: '', ownerText: '', allocatedCents: 2_000, reservedCents: 0, committedCents: 0, spentCents: 0, freeCents });
  const request = readRequest({ request: kind, number: 1, amountCents: 700, line: balance(1_000), toLine: toLineCents === null ? null : balance(500) });
  if (!request) throw new Error('the request was not read');
  expect(freeAfter(request)).toEqual({ lineCents, toLineCents });
});
