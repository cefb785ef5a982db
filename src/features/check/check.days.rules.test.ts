import { describe, expect, test } from 'vitest';
import { lagged, workingDayBefore, workingDayUntil } from './check.days.rules.ts';
import { passingPlan } from './check.fixture.ts';
import { ruleWords } from './check.messages.ts';
import { runCheck } from './check.rules.ts';
import type { CheckedPlan, CheckedTask } from './check.value.ts';

/** The passing plan of a company that rests or works on some days other than the national calendar says. */
const withDays = (ownDays: readonly (readonly [string, boolean])[], change: (task: CheckedTask) => CheckedTask | undefined = (task) => task): CheckedPlan =>
  ({ ...passingPlan, ownDays: new Map(ownDays), tasks: passingPlan.tasks.flatMap((task) => change(task) ?? []) });
const found = (plan: CheckedPlan, id: string) => runCheck(plan).find(({ rule }) => rule === id);
const without = (id: string) => (task: CheckedTask) => (task.id === id ? undefined : task);
const edited = (id: string, fields: Partial<CheckedTask>) => (task: CheckedTask) => (task.id === id ? { ...task, ...fields } : task);

describe('the company’s own days', () => {
  test('the report is due a working day later for a day taken off, and earlier for a weekend that is worked (R1.1)', () => {
    expect(found(withDays([], without('t6')), 'S11')?.data['dueOn']).toBe('2025-10-22');
    const off = found(withDays([['2025-10-20', false]], without('t6')), 'S11');
    expect(off).toMatchObject({ data: { dueOn: '2025-10-23' }, fix: { startOn: '2025-10-21', endOn: '2025-10-23' } });
    expect(ruleWords('S11', 'zh-CN').what(off?.data ?? {})).toContain('报告最晚 2025年10月23日提交');
    expect(found(withDays([['2025-10-19', true]], without('t6')), 'S11')).toMatchObject({ data: { dueOn: '2025-10-21' } });
    // On time by the national calendar, a day late when the Sunday is worked.
    expect(found(withDays([]), 'S11')).toBeUndefined();
    expect(found(withDays([['2025-10-19', true]]), 'S11')).toMatchObject({ data: { kind: 'late', day: '2025-10-22', dueOn: '2025-10-21' } });
  });
  test('the campaign must leave time for it (R1.1)', () => {
    const plan = (days: readonly (readonly [string, boolean])[]) => { const all = withDays(days); return { ...all, campaign: { ...all.campaign, endsOn: '2025-10-22' } }; };
    expect(found(plan([]), 'P06')).toBeUndefined();
    expect(found(plan([['2025-10-20', false]]), 'P06')).toMatchObject({ fix: { kind: 'extend_campaign', endsOn: '2025-10-23' } });
  });
  test('nothing is due on a day that the company takes off, and something may be on a weekend that it works', () => {
    const dueOn = (endOn: string) => edited('t3', { endOn });
    expect(found(withDays([], dueOn('2025-10-09')), 'S05')).toBeUndefined();
    const off = found(withDays([['2025-10-09', false]], dueOn('2025-10-09')), 'S05');
    expect(off).toMatchObject({ data: { company: true, to: '2025-09-30' } });
    expect(['zh-CN', 'en'].map((locale) => ruleWords('S05', locale as 'en').what(off?.data ?? {}))).toEqual([expect.stringContaining('那天是公司日历上的休息日'), expect.stringContaining('a day off in the company’s calendar')]);
    expect(found(withDays([], dueOn('2025-10-12')), 'S05')).toMatchObject({ data: { company: false } });
    expect(found(withDays([['2025-10-12', true]], dueOn('2025-10-12')), 'S05')).toBeUndefined();
  });
  test('a lag in working days passes over them (S06)', () => {
    const set = edited('t4', { startOn: '2025-10-13', endOn: '2025-10-13' });
    // 10月10日 and a working day is the Saturday 10月11日, which is worked (调休).
    expect(found(withDays([], set), 'S06')).toBeUndefined();
    expect(found(withDays([['2025-10-11', false], ['2025-10-13', false]], set), 'S06')).toMatchObject({ data: { limit: '2025-10-14' } });
  });
  test('the proposed days of the briefing and of a delivery avoid them', () => {
    expect(found(withDays([], without('t2')), 'S13')?.fix).toMatchObject({ startOn: '2025-10-09' });
    expect(found(withDays([['2025-10-09', false]], without('t2')), 'S13')?.fix).toMatchObject({ startOn: '2025-09-30' });
    const late = (plan: CheckedPlan) => ({ ...plan, materials: plan.materials.map((one) => ({ ...one, dueOn: '2025-10-15' })) });
    const proposed = (days: readonly (readonly [string, boolean])[]) => { const fix = found(late(withDays(days)), 'M02')?.fix; return fix?.kind === 'move_material' ? fix.dueOn : undefined; };
    expect(proposed([])).not.toBeUndefined();
    expect(proposed([[proposed([]) ?? '', false]])).toBe(workingDayBefore(proposed([]) ?? ''));
  });
});

test.each([
  [workingDayBefore('2025-10-13', new Map([['2025-10-11', false]])), '2025-10-10'], [workingDayUntil('2025-10-12', new Map([['2025-10-12', true]])), '2025-10-12'],
  [lagged('2025-10-10', -1, 'workday', new Map([['2025-10-09', false]])), '2025-09-30'], [lagged('2025-10-10', 1, 'day', new Map([['2025-10-11', false]])), '2025-10-11'],
] as const)('%s', (day, expected) => expect(day).toBe(expected));
