import { expect, test } from 'vitest';
import { teamStanding } from './team.rules.ts';

const place = (userId: string, group: 'lead' | 'planning' | 'execution' | 'monitoring' | 'logistics', tasks = 0) => ({ userId, group, tasks });

test('a person in two groups is one person; a group without anyone is named', () => {
  expect(teamStanding([place('a', 'lead', 1), place('b', 'execution'), place('b', 'logistics'), place('c', 'planning', 2)])).toEqual({ people: 3, emptyGroups: ['monitoring'], idle: 1 });
  expect(teamStanding([])).toEqual({ people: 0, emptyGroups: ['lead', 'planning', 'execution', 'monitoring', 'logistics'], idle: 0 });
});
