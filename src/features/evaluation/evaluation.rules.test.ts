import { describe, expect, test } from 'vitest';
import { makeGoal } from '#features/goal/goal.factory.ts';
import { isSameReport, reportDue, verdictOf } from './evaluation.rules.ts';

describe('the report is due on the third working day after the end (R1.1)', () => {
  test.each([
    // 10月18日 is a Saturday in 2025, a Sunday in 2026, a Friday in 2024: the source's "10月22日" is right in 2025 only.
    ['2025-10-18', '2025-10-22', true], ['2026-10-18', '2026-10-21', true], ['2024-10-18', '2024-10-23', true],
    // Over the National Day holiday, 10月1日–8日 in 2025; the Saturday 10月11日 is worked (调休).
    ['2025-09-29', '2025-10-10', true], ['2025-10-09', '2025-10-13', true],
    ['2030-01-03', '2030-01-08', false],
  ])('%s → %s', (eventTo, dueOn, dueCertain) => {
    expect(reportDue({ eventTo, endsOn: '2031-01-01' })).toEqual({ dueOn, dueCertain });
  });
  test('without days on site it counts from the end of the campaign', () => expect(reportDue({ eventTo: null, endsOn: '2025-10-22' }).dueOn).toBe('2025-10-27'));
  test.each([
    [[['2025-10-20', false]], '2025-10-23'], [[['2025-10-19', true]], '2025-10-21'], [[['2025-10-23', false]], '2025-10-22'],
  ] as const)('with %j of the company it is %s', (days, dueOn) => expect(reportDue({ eventTo: '2025-10-18', endsOn: '2025-10-31' }, new Map(days)).dueOn).toBe(dueOn));
});

const report = {
  goals: [{ metric: '新品订单量', target: 2000, actual: 2400 }],
  budget: { lines: [{ category: '物料制作费', amountCents: 800_000, actualCents: 760_000 }] },
  judgement: { highlights: '社群转化高', shortcomings: '签到慢', nextSteps: '' },
};

test.each([
  ['nothing', report, true],
  ['an actual', { ...report, goals: [{ metric: '新品订单量', target: 2000, actual: 2390 }] }, false],
  ['a cost', { ...report, budget: { lines: [{ category: '物料制作费', amountCents: 800_000, actualCents: null }] } }, false],
  ['a text', { ...report, judgement: { ...report.judgement, nextSteps: '增设通道' } }, false],
  ['progress only', { ...report, schedule: { total: 5, done: 5 } }, true],
])('an approval covers the report until %s changes', (_, current, same) => {
  expect(isSameReport(report, current)).toBe(same);
});

test('the verdict is made from the figures', () => {
  const goal = makeGoal({ attainment: 1.2 });
  const figures = { goals: [{ ...goal, actual: 2400 }], budget: { amountCents: 4_600_000, actualCents: 4_240_000 }, schedule: { total: 5, done: 4 } };
  expect(verdictOf(figures, 'zh-CN')).toBe('1 个目标达成 1 个，花费比预算少 ¥3,600，5 项任务完成 4 项。');
  expect(verdictOf({ ...figures, goals: [{ ...goal, actual: null }], budget: { amountCents: 100, actualCents: null } }, 'en')).toBe('no actual values of the goals yet, no actual cost yet, 4 of 5 tasks done.');
});
