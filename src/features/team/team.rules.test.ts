import { describe, expect, it, test } from 'vitest';
import { isOwner, teamStanding, withStandIns } from './team.rules.ts';

const place = (userId: string, group: 'lead' | 'planning' | 'execution' | 'monitoring' | 'logistics', tasks = 0) => ({ userId, group, tasks });

test('a person in two groups is one person; a group without anyone is named', () => {
  expect(teamStanding([place('a', 'lead', 1), place('b', 'execution'), place('b', 'logistics'), place('c', 'planning', 2)])).toEqual({ people: 3, emptyGroups: ['monitoring'], idle: 1 });
  expect(teamStanding([place('a', 'lead')]).idle).toBe(0);
  expect(teamStanding([])).toEqual({ people: 0, emptyGroups: ['lead', 'planning', 'execution', 'monitoring', 'logistics'], idle: 0 });
});

describe('whose task it is', () => {
  it.each([
    ['陈婧', 'me', ['lead'], true], ['陈婧', 'other', ['lead'], false], ['*专员', null, ['execution'], true], ['专员', null, ['logistics'], true], ['*专员', null, ['planning'], false],
    ['*主管', null, ['planning'], true], ['*经理', null, ['lead'], true], ['全员', null, ['monitoring'], true], ['全员', null, [], false], ['', null, ['lead'], false],
  ] as const)('%s (account %s) for a member of %j', (ownerText, ownerId, groups, own) => {
    expect(isOwner({ ownerText, ownerId }, { userId: 'me', groups })).toBe(own);
  });
});

describe('who stands in', () => {
  const away = [{ userId: 'wang', name: '王芳', standInId: 'zhao', fromOn: '2025-10-13', toOn: '2025-10-15' }, { userId: 'li', name: '李想', standInId: 'far', fromOn: '2025-10-13', toOn: '2025-10-15' }];
  it.each([
    [['wang'], '2025-10-13', ['wang', 'zhao']],
    [['wang', 'zhao'], '2025-10-15', ['wang', 'zhao']],
    [['wang'], '2025-10-16', ['wang']],
    [['li'], '2025-10-14', ['li']],
    [['liu'], '2025-10-14', ['liu']],
  ])('for %j on %s: %j', (owners, day, all) => expect(withStandIns(owners, away, day, new Set(['wang', 'zhao', 'li', 'liu']))).toEqual(all));
});
