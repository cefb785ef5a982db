import { describe, expect, it, test } from 'vitest';
import { isOwner, teamStanding } from './team.rules.ts';

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
