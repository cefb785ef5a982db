import { describe, expect, test } from 'vitest';
import type { Campaign } from '#features/campaign/campaign.contract.ts';
import { makeGoal } from '#features/goal/goal.factory.ts';
import { makeFormats } from '#platform/web/formats.ts';
import { dueTasks, elapsedShare, goalPlace, momentOf, nextStepOf, partStates } from './portfolio.overview.rules.ts';
import { overviewVerdict, type OverviewFacts } from './portfolio.verdict.rules.ts';

const period = { startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18' };
const goal = makeGoal;

describe('how much of the time for results has passed', () => {
  test.each([
    ['2025-10-15', 0], ['2025-10-16', 1 / 3], ['2025-10-17', 2 / 3], ['2025-10-18', 1], ['2026-01-01', 1],
  ])('on %s: %s of the days on site', (today, share) => expect(elapsedShare(period, today)).toBeCloseTo(share));
  test('without days on site the whole campaign counts', () => expect(elapsedShare({ ...period, eventFrom: null, eventTo: null }, '2025-10-11')).toBeCloseTo(0.5));
});

describe('a goal against the calendar (E4.2)', () => {
  test.each([
    ['no figure yet', goal(), 0.5, 'none', null],
    ['behind', goal({ actual: 1000 }), 2 / 3, 'behind', -1 / 6],
    ['ahead', goal({ actual: 1600 }), 0.5, 'ahead', 0.3],
    ['within five points', goal({ actual: 1000 }), 0.52, 'onCourse', -0.02],
    ['reached early', goal({ actual: 2000 }), 0.1, 'reached', 0],
    ['a rate does not grow with the days', goal({ kind: 'rate', target: 15, actual: 12 }), 0.5, 'running', -0.2],
    ['a cost below its limit', goal({ direction: 'down', target: 30, actual: 24 }), 0.5, 'reached', 0.25],
    ['short when the time is over', goal({ actual: 1500 }), 1, 'missed', -0.25],
    ['an actual of 0 is a figure', goal({ actual: 0 }), 0.5, 'behind', -0.5],
  ] as const)('%s', (_, given, elapsed, standing, gap) => {
    const place = goalPlace(given, elapsed, 'live');
    expect(place.standing).toBe(standing);
    if (gap === null) expect(place.gap).toBeNull();
    else expect(place.gap).toBeCloseTo(gap);
  });
  test('in the review the results are in, whatever the day', () => expect(goalPlace(goal({ actual: 1500 }), 0.5, 'reviewing').standing).toBe('missed'));
});

test.each([
  ['2025-09-28', { kind: 'before', days: 3 }], ['2025-10-10', { kind: 'beforeEvent', days: 6 }], ['2025-10-17', { kind: 'event', day: 2 }],
  ['2025-10-20', { kind: 'running', days: 2 }], ['2025-10-22', { kind: 'running', days: 0 }], ['2025-10-25', { kind: 'after', days: 3 }],
])('%s lies where it lies', (today, moment) => expect(momentOf(period, today)).toEqual(moment));

test('a part is done, now or ahead', () => {
  expect(partStates('live')).toEqual({ preparation: 'done', execution: 'now', retrospective: 'ahead' });
  expect(partStates('archived')).toEqual({ preparation: 'done', execution: 'done', retrospective: 'done' });
  expect(partStates('cancelled')).toEqual({ preparation: 'ahead', execution: 'ahead', retrospective: 'ahead' });
});

test('tasks fall under late, today or soon, each once, and done ones under none', () => {
  const task = (id: string, startOn: string | null, endOn: string | null, state = 'open', effectiveState = state) => ({ id, phase: 'execution', whenText: '', startOn, endOn, dueTime: null, title: id, ownerText: '', ownerId: null, state, effectiveState, note: '', position: 1 }) as OverviewFacts['tasks'][number];
  const due = dueTasks([task('late', '2025-10-01', '2025-10-05', 'open', 'delayed'), task('now', '2025-10-16', '2025-10-18'), task('done', '2025-10-16', '2025-10-18', 'done'), task('soon', '2025-10-20', '2025-10-21'), task('later', '2025-12-01', '2025-12-02'), task('undated', null, null)], '2025-10-17');
  expect([due.late, due.today, due.soon].map((group) => group.map((one) => one.id))).toEqual([['late'], ['now'], ['soon']]);
});

const facts = (stage: Campaign['stage'], part: Partial<OverviewFacts> = {}): OverviewFacts => ({
  campaign: { ...period, stage, leadName: '陈婧' } as Campaign,
  goals: [goal({ actual: 1284 })],
  budget: {
    lines: [], totals: { amountCents: 4_600_000, actualCents: 2_668_000, reserveCents: 500_000, plannedCents: 4_600_000 }, opened: true, waiting: [],
    rules: { reserveFromPercent: 10, reserveToPercent: 15, warnPercents: [80, 95] }, period: { startsOn: '2025-10-01', endsOn: '2025-10-22', today: '2025-10-17' },
    can: { write: false, note: false, addLine: false, ask: false, recordInvoices: false, keepAccounts: false },
  },
  tasks: [], today: '2025-10-17',
  plan: { versions: [], changed: false, gaps: [], can: { submit: true, withdraw: false, start: false, revise: false } },
  evaluation: { goals: [], goalsReached: 0, budget: { amountCents: 100, actualCents: 90, lines: [], missing: 0, open: { waiting: 0, orders: 0 } }, schedule: { total: 1, done: 1, delayed: 0, cancelled: 0, onTime: 1, judged: 1 }, dueOn: '2025-10-22', dueCertain: true, today: '2025-10-19', judgement: { highlights: '', shortcomings: '', nextSteps: '' }, approvals: [], reportState: 'none', missing: ['goals'], can: { write: true, submit: true, archive: false } },
  cancelReason: '', ...part,
});
const say = (given: OverviewFacts, locale: 'zh-CN' | 'en' = 'zh-CN') => overviewVerdict(given, { locale, ...makeFormats(locale) }).map((part) => (part.off ? `[${part.text}]` : part.text)).join('');

describe('the sentence at the top says what is off course', () => {
  test('while it runs', () => {
    expect(say(facts('live', { goals: [goal({ actual: 1000 })] }))).toBe('新品订单量 1,000 / 2,000 单，[落后应有进度 17%]；已花费 ¥26,680（预算的 58%）；今天是现场第 2 天。');
    expect(say(facts('live', { goals: [goal({ actual: 1000 })] }), 'en')).toBe('新品订单量 1,000 of 2,000 单, [17% behind where it should be]; ¥26,680 spent (58% of the budget); today is day 2 on site.');
    expect(say(facts('live', { goals: [goal({ actual: 1900 })], budget: { ...facts('live').budget, totals: { amountCents: 100_00, actualCents: 120_00, reserveCents: 0, plannedCents: 100_00 } } }))).toBe('已填报的 1 个目标都不落后；[花费超出预算 ¥20]；今天是现场第 2 天。');
  });
  test('in the draft', () => {
    expect(say(facts('draft'))).toBe('方案已经齐备：1 个目标，预算 ¥46,000，0 项任务，可以提交审批。');
    expect(say(facts('draft', { plan: { ...facts('draft').plan, gaps: [{ key: 'G01', rule: 'G01', clause: 'P1.1', severity: 'error', data: {}, where: { page: 'goals' }, fix: null }] } }))).toBe('方案正在起草，[还要做到：至少有一个目标]；之后即可提交审批。');
  });
  test('while an approved plan is revised', () => {
    const version = { id: 'a', approvalId: 'a', number: 1, sha256: '', note: '', submittedBy: '陈婧', submittedAt: '2025-09-20T01:00:00Z', decision: 'approved' as const, reason: null, decidedBy: '周正', decidedAt: '2025-09-21T01:00:00Z', step: null };
    const plan = { ...facts('draft').plan, versions: [version] };
    expect(say(facts('draft', { plan }))).toBe('正在修订方案，v1 仍然有效，任务和款项照它进行。方案已经齐备：1 个目标，预算 ¥46,000，0 项任务，可以提交审批。');
    expect(say(facts('submitted', { plan: { ...plan, versions: [{ ...version, number: 2, decision: null }, version] } }))).toBe('方案 v2 已提交，[等待核准]：1 个目标，预算 ¥46,000，0 项任务。核准之前，任务和款项照 v1 进行。');
  });
  test('in the review, with the days left for the report (R1.1)', () => {
    expect(say(facts('reviewing', { today: '2025-10-20' }))).toContain('评估报告须在 10月22日前提交，还有 2 天。');
    expect(say(facts('reviewing', { today: '2025-10-24' }))).toContain('[评估报告应在 10月22日前提交，已超期 2 天。]');
  });
  test('after a cancellation, with its reason', () => expect(say(facts('cancelled', { cancelReason: '预算冻结' }))).toBe('[活动已取消]：预算冻结'));
});

describe('the next step', () => {
  const { plan, evaluation } = facts('draft');
  test.each([
    ['draft', 'none', { kind: 'submit', gaps: [] }], ['approved', 'none', { kind: 'prepare' }], ['preparing', 'none', { kind: 'goLive' }], ['live', 'none', { kind: 'review' }],
    ['reviewing', 'none', { kind: 'report', missing: ['goals'] }], ['reviewing', 'approved', { kind: 'archive' }], ['archived', 'approved', undefined], ['cancelled', 'none', undefined],
  ] as const)('in %s with a report that is %s', (stage, reportState, step) => {
    expect(nextStepOf(stage, plan, { ...evaluation, reportState })).toEqual(step);
  });
  test('a report whose figures changed after the approval is submitted again', () => expect(nextStepOf('reviewing', plan, { ...evaluation, missing: [], reportState: 'outdated' })).toEqual({ kind: 'resubmitReport' }));
});
