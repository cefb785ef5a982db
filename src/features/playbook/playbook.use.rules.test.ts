import { describe, expect, test } from 'vitest';
import { fileFaults } from './playbook.file.rules.ts';
import { SMALL_PLAYBOOK } from './playbook.fixture.ts';
import { eventEnd, relativeWhen } from './playbook.dates.rules.ts';
import { ownerAsGroup, playbookFrom, type SavedCampaign } from './playbook.save.rules.ts';
import { filledIn, placeholdersOf, playbookUse, type UseAnswers } from './playbook.use.rules.ts';
import { previewDays, warningsOf } from './playbook.warning.rules.ts';

const answers: UseAnswers = { eventFrom: '2025-10-16', eventTo: '2025-10-18', totalCents: 4_600_000, targets: [800, null], words: { '【节日】': '中秋' } };

describe('a playbook is used', () => {
  const use = playbookUse(SMALL_PLAYBOOK, answers);

  test('the campaign lies around the event', () => {
    expect(use.days).toEqual({ startsOn: '2025-10-02', endsOn: '2025-10-25', eventFrom: '2025-10-16', eventTo: '2025-10-18' });
  });
  test('placeholders are asked once and filled everywhere', () => {
    expect(placeholdersOf(SMALL_PLAYBOOK)).toEqual(['【节日】']);
    expect(use.theme).toBe('中秋到店有礼');
    expect(use.sections[0]?.text).toContain('围绕中秋，');
    expect(filledIn(SMALL_PLAYBOOK, { '【节日】': '  ' }).theme).toBe('【节日】到店有礼');
  });
  test('a goal has its target or is left out', () => {
    expect(use.goals.map(({ metric, target, dueOn }) => [metric, target, dueOn])).toEqual([['订单量', 800, '2025-10-18']]);
    expect(playbookUse(SMALL_PLAYBOOK, { ...answers, targets: [] }).goals.map(({ target }) => target)).toEqual([600]);
  });
  test('money by share; channels by the share of their category', () => {
    expect(use.budget.map(({ amountCents }) => amountCents)).toEqual([920_000, 1_840_000, 1_265_000, 575_000]);
    expect(use.lists.channels.map(({ amountCents, startOn, endOn }) => [amountCents, startOn, endOn])).toEqual([[552_000, '2025-10-11', '2025-10-15'], [1_288_000, '2025-10-16', '2025-10-18']]);
  });
  test('tasks as T2 writes them, materials and data with their days', () => {
    expect(use.tasks.map(({ whenText, dueTime }) => [whenText, dueTime])).toEqual([
      ['10月2日-5日', null], ['10月6日-12日', null], ['10月15日 18:00前', '18:00'], ['10月16日-18日', null], ['10月16日-18日 每日21:00', null], ['10月19日-22日', null],
    ]);
    expect([use.lists.materials[0]?.dueOn, use.lists.data[0]?.keepUntil]).toEqual(['2025-10-14', '2026-04-16']);
  });

  test('warnings: begun, deadlines on days off, no target, years without a calendar, open placeholders', () => {
    const now = warningsOf(SMALL_PLAYBOOK, use, answers, '2025-10-07');
    expect(now).toEqual([
      { code: 'started', days: 5, tasks: 1 },
      // 5 October is a holiday, 12 October a Sunday.
      { code: 'restDays', tasks: [{ title: '方案审批与团队分工', day: '2025-10-05' }, { title: '物料设计与制作', day: '2025-10-12' }] },
      { code: 'noTarget', metrics: ['新增会员'] },
    ]);
    const far = { ...answers, eventFrom: '2031-05-06', eventTo: '2031-05-08', targets: [1, 2], words: {} };
    expect(warningsOf(SMALL_PLAYBOOK, playbookUse(SMALL_PLAYBOOK, far), far, '2026-01-01').map(({ code }) => code)).toEqual(['uncovered', 'placeholders']);
  });
  test('the calendar knows 调休, the event and what is due', () => {
    const all = previewDays(use, '2025-10-07');
    const of = (day: string) => all.find((one) => one.day === day);
    expect(all).toHaveLength(24);
    expect([of('2025-10-11')?.mark, of('2025-10-12')?.mark, of('2025-10-18')?.mark]).toEqual(['work', 'rest', 'event']);
    expect(of('2025-10-15')).toMatchObject({ tasks: 1, due: ['场地布置与设备调试'], past: false });
    expect(of('2025-10-16')?.tasks).toBe(2);
    expect(['2025-10-10', '2025-10-11', '2025-10-15', '2025-10-16', '2025-10-19'].map((day) => of(day)?.promotion)).toEqual([null, 'warmup', 'warmup', 'burst', null]);
  });
});

describe('the company’s own days', () => {
  const own = new Map([['2025-10-12', true], ['2025-10-20', false]]);
  const use = playbookUse(SMALL_PLAYBOOK, answers, own);
  test('what is told in working days comes on the day by the company’s calendar, and back again', () => {
    expect(use.tasks.at(-1)).toMatchObject({ when: '活动结束后3个工作日内', whenText: '10月19日-23日', endOn: '2025-10-23' });
    const days = { ...use.days, ownDays: own };
    expect(relativeWhen({ startOn: '2025-10-19', endOn: '2025-10-23', dueTime: null }, days)).toBe('活动结束后3个工作日内');
    expect(relativeWhen({ startOn: '2025-10-19', endOn: '2025-10-23', dueTime: null }, use.days)).toBe('活动结束后4个工作日内');
  });
  test('the preview warns of days off and marks days by it', () => {
    // 12 October, a Sunday, is worked; without that it is warned of.
    expect(warningsOf(SMALL_PLAYBOOK, use, answers, '2025-10-01').find(({ code }) => code === 'restDays')).toEqual({ code: 'restDays', tasks: [{ title: '方案审批与团队分工', day: '2025-10-05' }] });
    const marks = new Map(previewDays(use, '2025-10-01').map(({ day, mark }) => [day, mark]));
    expect([marks.get('2025-10-12'), marks.get('2025-10-20'), marks.get('2025-10-21')]).toEqual(['work', 'rest', 'work']);
  });
});

describe('a file that does not hold together', () => {
  const faults = (change: Partial<typeof SMALL_PLAYBOOK>) => fileFaults({ ...SMALL_PLAYBOOK, ...change }).map(({ code, path }) => [code, path.join('.')]);
  const [first, second, ...rest] = SMALL_PLAYBOOK.tasks;
  if (!first || !second) throw new Error('the fixture has tasks');

  test('is found with its place', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ budget: { ...SMALL_PLAYBOOK.budget, lines: SMALL_PLAYBOOK.budget.lines.slice(1) } })).toEqual([['shares', 'budget.lines']]);
    expect(faults({ tasks: [first, { ...second, key: 'plan', after: [] }] })).toEqual([['keyTwice', 'tasks.1.key']]);
    expect(faults({ tasks: [first, second, ...rest.slice(1)] })).toEqual([['keyUnknown', 'tasks.2.after']]);
    expect(faults({ tasks: [{ ...first, after: [{ key: 'report', type: 'FS', lagDays: 0, lagUnit: 'day' }] }, second, ...rest] })[0]).toEqual(['cycle', 'tasks.0.after']);
    expect(faults({ tasks: [{ ...first, when: '尽快' }, second, ...rest] })).toEqual([['whenUnread', 'tasks.0.when']]);
    expect(faults({ personas: [{ name: '', traits: '', needs: '', reach: '', note: '' }] })).toEqual([['nameNeeded', 'personas.0.name']]);
  });
});

describe('a campaign is saved as a playbook', () => {
  const use = playbookUse(SMALL_PLAYBOOK, { ...answers, targets: [600, 100] });
  const saved: SavedCampaign = {
    campaign: { scenario: 'festival', theme: use.theme, audience: use.audience, ...use.days },
    goals: use.goals.map((goal, index) => ({ ...goal, actual: index === 0 ? 640 : null })),
    budget: use.budget,
    people: [{ name: '陈婧', group: 'lead' }, { name: '王芳', group: 'execution' }, { name: '陈婧', group: 'planning' }],
    groups: use.team.groups, areas: use.team.areas,
    tasks: use.tasks.map((task, index) => ({ ...task, id: task.key, ownerText: index === 0 ? '陈婧' : task.ownerText, state: 'done', links: task.after.map(({ key, ...link }) => ({ predecessorId: key, ...link })) })),
    lists: use.lists, sections: use.sections,
  };
  const file = playbookFrom(saved, { name: '保存的模板', summary: '' }, ({ target, actual }) => `${target}→${actual}`);

  test('it holds together, and people are their groups', () => {
    expect(fileFaults(file)).toEqual([]);
    expect(file.tasks[0]).toMatchObject({ key: 't1', owner: '总负责人', when: 'D-14~D-11' });
    expect(ownerAsGroup('王芳、外部供应商', new Map([['王芳', 'execution']]))).toBe('执行组、外部供应商');
    expect(file.period).toEqual(SMALL_PLAYBOOK.period);
    expect(file.goals[0]?.note).toBe('600→640');
  });
  test('used for the same event and total, it gives the same days, links and money', () => {
    const again = playbookUse(file, { ...answers, targets: [], words: {} });
    expect(again.days).toEqual(use.days);
    expect(again.tasks.map(({ startOn, endOn, dueTime, title }) => [startOn, endOn, dueTime, title])).toEqual(use.tasks.map(({ startOn, endOn, dueTime, title }) => [startOn, endOn, dueTime, title]));
    expect(again.tasks.map(({ after }) => after.length)).toEqual(use.tasks.map(({ after }) => after.length));
    expect(again.budget.map(({ amountCents }) => amountCents)).toEqual(use.budget.map(({ amountCents }) => amountCents));
    expect(again.lists).toEqual(use.lists);
    expect(eventEnd(file.period, '2025-10-16')).toBe('2025-10-18');
  });
});
