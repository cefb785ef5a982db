import { expect, it } from 'vitest';
import { brokenBeside } from './schedule.proposal.rules.ts';

const dDay = { from: '2025-10-16', to: '2025-10-16', movesByDays: 0, brokenByDays: 1 };

it('what is broken is told once: D-day in the sentence, the others beside it', () => {
  const [lost, late] = [{ id: '活动', reason: 'dDay' as const, byDays: 1 }, { id: '布置', reason: 'due' as const, byDays: 2 }];
  expect(brokenBeside({ blocked: [lost, late, late] }, { dDay })).toEqual([late]);
  expect(brokenBeside({ blocked: [lost, late] }, { dDay: { ...dDay, brokenByDays: 0 } })).toEqual([lost, late]);
});
