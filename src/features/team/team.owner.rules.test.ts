import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { TEAM_GROUPS } from '#features/campaign/campaign.policy.ts';
import { groupNamed, nearestGroup, ownersIn, peopleOf, readOwners } from './team.owner.rules.ts';
import { isOwner, withText } from './team.rules.ts';
import { teamMessages } from './team.messages.ts';
import { standardTeamMessages } from './team.standard.messages.ts';
import { areaFindings } from './team.area.rules.ts';

const team = [
  { userId: 'chen', name: '陈婧', groups: ['lead'] }, { userId: 'liu', name: '刘洋', groups: ['planning'] }, { userId: 'wang', name: '王芳', groups: ['execution', 'logistics'] },
  { userId: 'zhang', name: '张三', groups: ['execution'] }, { userId: 'li', name: '李和平', groups: ['monitoring'] },
] as const;

describe('an owner text', () => {
  it.each([
    ['执行组、刘洋', ['liu', 'wang', 'zhang'], ['liu'], []],
    ['王芳，张三', ['wang', 'zhang'], ['wang', 'zhang'], []],
    ['王芳和张三', ['wang', 'zhang'], ['wang', 'zhang'], []],
    ['李和平', ['li'], ['li'], []],
    ['全员', ['chen', 'liu', 'wang', 'zhang', 'li'], [], []],
    ['*专员', ['wang', 'zhang', 'li'], [], []],
    ['总负责人', ['chen'], [], []],
    ['执行组组长', ['wang', 'zhang'], [], []],
    ['执行组（王芳、张三）', ['wang', 'zhang'], [], []],
    ['王芳(现场)、李和平协助', ['wang', 'li'], ['wang', 'li'], []],
    ['Execution group, Campaign lead', ['chen', 'wang', 'zhang'], [], []],
    ['赵六、市场部', [], [], ['赵六', '市场部']],
    ['-', [], [], []], ['', [], [], []], ['待定', [], [], []],
  ] as const)('%s', (text, userIds, named, unknown) => expect(ownersIn(text, team)).toMatchObject({ userIds, named, unknown }));

  test('an account is the whole answer', () => {
    expect(ownersIn('王芳', team, 'zhang')).toMatchObject({ userIds: ['zhang'], named: ['zhang'], unknown: [] });
    expect(ownersIn('王芳', team, 'left')).toMatchObject({ userIds: [], named: [] });
  });

  test('whoever is meant owns the cell, and nobody else', () => {
    const cell = fc.array(fc.constantFrom('王芳', '张三', '执行组', '后勤组', '全员', '*主管', '赵六', '-'), { maxLength: 4 }).map((parts) => parts.join('、'));
    fc.assert(fc.property(cell, (ownerText) => {
      const { userIds } = ownersIn(ownerText, team);
      for (const person of team) expect(isOwner({ ownerId: null, ownerText }, person)).toBe(userIds.includes(person.userId));
    }));
  });

  test('no text breaks the reading, and no term is empty', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      for (const term of readOwners(text)) expect(term.text).not.toBe('');
    }));
  });
});

test('the interface’s own names of the groups are read in both languages', () => {
  for (const locale of ['zh-CN', 'en'] as const) for (const group of TEAM_GROUPS) expect(groupNamed(teamMessages[locale].groups[group])).toBe(group);
});

test.each([['签到组', 'execution'], ['宣传推广组', 'execution'], ['物料保障组', 'logistics'], ['数据监测小组', 'monitoring'], ['文案设计组', 'planning'], ['总指挥', 'lead'], ['专员', 'execution'], ['甲组', undefined]] as const)('%s is nearest to %s', (text, group) =>
  expect(nearestGroup(text)).toBe(group));

test('a person in two groups is one person', () => {
  expect(peopleOf([{ userId: 'a', name: '甲', group: 'lead' }, { userId: 'b', name: '乙', group: 'execution' }, { userId: 'a', name: '甲', group: 'planning' }]))
    .toEqual([{ userId: 'a', name: '甲', groups: ['lead', 'planning'] }, { userId: 'b', name: '乙', groups: ['execution'] }]);
});

describe('the responsibilities (P3.2)', () => {
  const area = { id: '1', area: '物料', responsible: '王芳', accountable: '总负责人', consulted: '', informed: '全员' };
  const faults = (change: object, people: typeof team | readonly [] = team) => areaFindings([{ ...area, ...change }], people).map(({ fault, role, names }) => [fault, role, ...names]);

  it.each([
    [{}, []],
    [{ responsible: '' }, [['no_responsible', 'responsible']]],
    [{ accountable: '-' }, [['no_accountable', 'accountable']]],
    [{ accountable: '总负责人、刘洋' }, [['several_accountable', 'accountable', '总负责人', '刘洋']]],
    [{ accountable: '执行组' }, [['group_accountable', 'accountable', '执行组']]],
    [{ accountable: '监控组' }, []],
    [{ consulted: '赵六、王芳' }, [['unknown_name', 'consulted', '赵六']]],
    [{ responsible: '', accountable: '' }, [['no_responsible', 'responsible'], ['no_accountable', 'accountable']]],
  ])('%j', (change, expected) => expect(faults(change)).toEqual(expected));

  test('a group in which nobody is yet is named; before there is a team nothing is said of people', () => {
    expect(areaFindings([{ ...area, responsible: '后勤组' }], [team[0]]).map(({ fault, names }) => [fault, ...names])).toEqual([['empty_group', '后勤组']]);
    expect(faults({ responsible: '后勤组', consulted: '赵六' }, [])).toEqual([]);
  });

  test('the standard’s own division has no fault in a team whose groups are filled', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const areas = standardTeamMessages[locale].areas.map((one, index) => ({ ...one, id: String(index) }));
      expect(areaFindings(areas, team)).toEqual([]);
    }
  });
});

test('a text is added once, on a line of its own', () => {
  expect(withText('', ' 到岗 ')).toBe('到岗');
  expect(withText('到岗；', '布置')).toBe('到岗；\n布置');
  expect(withText('到岗\n布置', '布置')).toBe('到岗\n布置');
  expect(withText('到岗', '')).toBe('到岗');
});
