import { describe, expect, test } from 'vitest';
import { TEAM_GROUPS } from '#features/campaign/campaign.policy.ts';
import { readBriefed } from './briefing.content.rules.ts';
import { frozenPlan } from './briefing.fixture.ts';
import { groupPageOf, groupPages, isHighRisk } from './briefing.page.rules.ts';

const plan = readBriefed(frozenPlan());
const pageOf = (group: (typeof TEAM_GROUPS)[number]) => groupPageOf(plan, group);

describe('the page of a group (P4.2)', () => {
  test.each([
    ['lead', ['活动方案审批与团队分工', '活动现场执行']],
    ['planning', ['物料设计与制作', '活动现场执行']],
    ['execution', ['场地布置与设备调试', '活动现场执行', '社群预热']],
    ['monitoring', ['场地布置与设备调试', '活动现场执行', '数据整理与报告输出']],
    ['logistics', ['场地布置与设备调试', '活动现场执行']],
  ] as const)('%s finds its tasks: by group, by grade, by one of its names, and those of everyone', (group, titles) => {
    expect(pageOf(group).tasks.map((task) => task.title).toSorted()).toEqual([...titles].toSorted());
  });

  test('stands in the order of the days; what has no day comes last', () => {
    expect(pageOf('execution').tasks.map((task) => task.title)).toEqual(['场地布置与设备调试', '活动现场执行', '社群预热']);
  });

  test('says what is decided for all, and the money that the group answers for', () => {
    const { decided } = pageOf('logistics');
    expect(decided).toMatchObject({ theme: '秋日焕新', startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18', groupCents: 2_000_000, totalCents: 4_600_000 });
    expect(decided.goals.map((goal) => goal.metric)).toEqual(['新品订单量', '获客成本']);
    expect(decided.lines.map((line) => line.category)).toEqual(['物料制作费', '场地租赁费']);
    expect(pageOf('monitoring').decided.groupCents).toBe(2_000_000);
    expect(pageOf('lead').decided.groupCents).toBe(1_100_000);
  });

  test('names the areas of work in which the group has a part, the steps and zones that it staffs', () => {
    expect(pageOf('execution').areas.map((area) => area.area)).toEqual(['现场执行与接待', '物料制作、采购与验收']);
    expect(pageOf('monitoring').areas.map((area) => area.area)).toEqual(['现场执行与接待']);
    expect(pageOf('execution').steps.map((step) => step.title)).toEqual(['到岗点名', '开场']);
    expect(pageOf('execution').zones.map((zone) => zone.name)).toEqual(['签到区']);
    expect(pageOf('logistics').materials.map((material) => material.name)).toEqual(['海报']);
    expect(pageOf('execution').channels.map((channel) => channel.channel)).toEqual(['公众号']);
    expect(pageOf('execution').duties).toBe('按方案落地执行');
  });

  test('tells its own risks first, then the high ones of the others', () => {
    expect(pageOf('logistics').risks.map(({ risk, own }) => [risk, own])).toEqual([['物料晚到', true], ['人流过多', false]]);
    expect(pageOf('monitoring').risks.map(({ risk, own }) => [risk, own])).toEqual([['人流过多', false]]);
  });

  test.each([['low', 'high', false], ['medium', 'high', true], ['high', 'high', true], ['high', 'low', false], ['high', 'medium', true], ['medium', 'medium', false]])('probability %s and effect %s: high is %s', (probability, effect, high) => {
    expect(isHighRisk({ probability, effect })).toBe(high);
  });
});

describe('what older versions froze', () => {
  test('has fewer parts, and the pages are made all the same', () => {
    const { campaign, budget, schedule, goals, team } = frozenPlan();
    const pages = groupPages(readBriefed({ campaign, budget, schedule, team, goals: goals.map(({ level: _level, dueOn: _dueOn, ...goal }) => goal) }));
    expect(pages.map(({ group }) => group)).toEqual([...TEAM_GROUPS]);
    expect(pages[2]?.page).toMatchObject({ duties: '', areas: [], risks: [], steps: [], decided: { goals: [{ level: 'key', dueOn: null }, { level: 'key' }] } });
    expect(pages[2]?.page.tasks).toHaveLength(3);
  });

  test('may hold the lists by themselves or under `lists`', () => {
    const { lists, ...rest } = frozenPlan();
    expect(readBriefed({ ...rest, ...lists })).toEqual(readBriefed(frozenPlan()));
  });

  test.each([[undefined], [null], ['text'], [[]], [{}], [{ schedule: 'none', lists: 3, campaign: [] }], [{ schedule: [{ title: 5 }, null, 'x'], risks: [{}] }]])('%j makes empty pages, never a failure', (content) => {
    const pages = groupPages(readBriefed(content));
    expect(pages).toHaveLength(5);
    expect(pages.every(({ page }) => page.tasks.length === 0 && page.risks.length === 0 && page.decided.totalCents === 0)).toBe(true);
  });
});
