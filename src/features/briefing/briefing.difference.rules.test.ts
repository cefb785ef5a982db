import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TEAM_GROUPS } from '#features/campaign/campaign.policy.ts';
import type { TeamGroup } from '#features/campaign/campaign.policy.ts';
import { readBriefed } from './briefing.content.rules.ts';
import { changesFor } from './briefing.difference.rules.ts';
import { frozenPlan } from './briefing.fixture.ts';
import { groupPageOf } from './briefing.page.rules.ts';

type Frozen = ReturnType<typeof frozenPlan>;
const before = readBriefed(frozenPlan());

/** What a group is told after a change of the plan, each as `part kind name field: before → after`. */
function told(change: (plan: Frozen) => void, ...groups: TeamGroup[]): string[] {
  const plan = frozenPlan();
  change(plan);
  return changesFor(before, readBriefed(plan), groups).map(({ part, kind, name, facts }) =>
    [part, kind, name, ...facts.map(({ field, before: was, after }) => `${field}: ${String(was)} → ${String(after)}`)].filter(Boolean).join(' | '));
}
const taskOf = (plan: Frozen, title: string) => plan.schedule.find((task) => task.title === title) as Frozen['schedule'][number];

describe('a new version asks only about what changed', () => {
  test('nothing changed: nothing is told', () => expect(told(() => undefined, 'lead', 'planning', 'execution', 'monitoring', 'logistics')).toEqual([]));

  test('a task that moved is told to those whose it is, with the days before and after', () => {
    const move = (plan: Frozen) => Object.assign(taskOf(plan, '场地布置与设备调试'), { startOn: '2025-10-14', endOn: '2025-10-14', whenText: '10月14日' });
    const said = ['tasks | changed | 场地布置与设备调试 | startOn: 2025-10-15 → 2025-10-14 | endOn: 2025-10-15 → 2025-10-14'];
    expect(told(move, 'execution')).toEqual(said);
    expect(told(move, 'planning')).toEqual([]);
    expect(told(move, 'execution', 'logistics')).toEqual(said);
  });

  test('a task that is new, gone, or given to another group', () => {
    expect(told((plan) => plan.schedule.push({ ...taskOf(plan, '社群预热'), title: '直播间搭建', ownerText: '后勤组', startOn: '2025-10-13', endOn: '2025-10-14' }), 'logistics')).toEqual(['tasks | added | 直播间搭建 | startOn: null → 2025-10-13 | endOn: null → 2025-10-14 | ownerText: null → 后勤组']);
    expect(told((plan) => plan.schedule.splice(2, 1), 'execution')).toEqual(['tasks | removed | 社群预热']);
    const give = (plan: Frozen) => Object.assign(taskOf(plan, '社群预热'), { ownerText: '监控组' });
    expect(told(give, 'execution')).toEqual(['tasks | removed | 社群预热']);
    expect(told(give, 'monitoring')).toEqual(['tasks | added | 社群预热 | ownerText: null → 监控组']);
    // Whoever leads sees that it changed hands, not that it went and came.
    expect(told(give, 'lead', 'execution')).toEqual(['tasks | changed | 社群预热 | ownerText: 王芳 → 监控组']);
  });

  test('two tasks of one name are paired in their order', () => {
    const twice = frozenPlan();
    twice.schedule.push({ ...taskOf(twice, '社群预热') });
    const plan = readBriefed(twice);
    expect(changesFor(plan, plan, ['execution'])).toEqual([]);
    expect(changesFor(before, plan, ['execution']).map((change) => change.kind)).toEqual(['added']);
  });

  test('theme, period and goals concern everyone, and are said once to someone of two groups', () => {
    const change = (plan: Frozen) => {
      plan.campaign.theme = '秋日焕新季';
      plan.campaign.eventTo = '2025-10-19';
      (plan.goals[0] as { target: number }).target = 2400;
    };
    const said = ['basics | changed | theme: 秋日焕新 → 秋日焕新季 | eventFrom: 2025-10-16 → 2025-10-16 | eventTo: 2025-10-18 → 2025-10-19', 'goals | changed | 新品订单量 | target: 2000 → 2400'];
    expect(told(change, 'monitoring')).toEqual(said);
    expect(told(change, 'execution', 'planning')).toEqual(said);
  });

  test('money is told to the group that answers for it, and the total to the lead', () => {
    const change = (plan: Frozen) => Object.assign(plan.budget[1] as object, { amountCents: 1_800_000 });
    expect(told(change, 'planning')).toEqual(['money | changed | 线上推广费 · 朋友圈广告投放 | amountCents: 1500000 → 1800000']);
    expect(told(change, 'execution')).toEqual([]);
    expect(told(change, 'lead')).toEqual(['money | changed | totalCents: 4600000 → 4900000', 'money | changed | 线上推广费 · 朋友圈广告投放 | amountCents: 1500000 → 1800000']);
  });

  test('risks, areas, duties and the run sheet', () => {
    expect(told((plan) => Object.assign(plan.lists.risks[0] as object, { response: '暂停入场 10 分钟' }), 'logistics')).toEqual(['risks | changed | 人流过多 | response: 开放第二签到口，执行组增派 2 人引导 → 暂停入场 10 分钟']);
    expect(told((plan) => Object.assign(plan.areas[1] as object, { accountable: '刘洋' }), 'execution')).toEqual(['areas | changed | 物料制作、采购与验收 | accountable: 总负责人 → 刘洋']);
    expect(told((plan) => Object.assign(plan.duties[0] as object, { duties: '按方案落地执行，21:00 前报数' }), 'execution')).toEqual(['duties | changed | duties: 按方案落地执行 → 按方案落地执行，21:00 前报数']);
    expect(told((plan) => Object.assign(plan.lists.steps[0] as object, { startTime: '09:30' }), 'execution')).toEqual(['steps | changed | 开场 | startTime: 10:00 → 09:30']);
  });

  test('notes are no matter of a version', () => expect(told((plan) => plan.schedule.forEach((task) => Object.assign(task, { note: '改过备注' })), 'execution', 'lead')).toEqual([]));
});

describe('of any two plans', () => {
  const day = fc.constantFrom('2025-10-10', '2025-10-12', '2025-10-15', null);
  const owner = fc.constantFrom('执行组', '*专员', '全员', '王芳', '刘洋、后勤组', '-');
  const tasks = fc.array(fc.record({ phase: fc.constant('execution'), title: fc.constantFrom('布置', '签到', '路演', '撤场'), startOn: day, endOn: day, dueTime: fc.constant(null), whenText: fc.constant(''), ownerText: owner, note: fc.string() }), { maxLength: 8 });
  const plans = tasks.map((schedule) => readBriefed({ ...frozenPlan(), schedule }));
  const groups = fc.subarray([...TEAM_GROUPS], { minLength: 1 });

  test('nothing is told of a plan against itself, and what one way is new is the other way gone', () => {
    fc.assert(fc.property(plans, plans, groups, (one, other, of) => {
      expect(changesFor(one, one, of)).toEqual([]);
      const names = (changes: ReturnType<typeof changesFor>, kind: string) => changes.filter((change) => change.kind === kind).map((change) => change.name).toSorted();
      // Of one group: in several the same row may be said once each way.
      const [group] = of;
      if (!group) return;
      expect(names(changesFor(one, other, [group]), 'added')).toEqual(names(changesFor(other, one, [group]), 'removed'));
    }));
  });

  test('every task that a group has now and had not before is told to it', () => {
    fc.assert(fc.property(plans, plans, fc.constantFrom(...TEAM_GROUPS), (one, other, group) => {
      const titles = (plan: typeof one) => new Set(groupPageOf(plan, group).tasks.map((task) => task.title));
      const added = [...titles(other)].filter((title) => !titles(one).has(title));
      const said = changesFor(one, other, [group]);
      for (const title of added) expect(said.some((change) => change.part === 'tasks' && change.name === title)).toBe(true);
    }));
  });
});
