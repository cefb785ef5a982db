import { expect, it } from 'vitest';
import { plainTask } from '../schedule.factory.ts';
import { planCalendar } from './schedule.planned.rules.ts';
import { brokenBeside, dDayBrokenBy } from './schedule.proposal.rules.ts';

const dDay = { from: '2025-10-16', to: '2025-10-16', movesByDays: 0, brokenByDays: 1 };

it('what is broken is told once: D-day in the sentence, the others beside it', () => {
  const [lost, late] = [{ id: '活动', reason: 'dDay' as const, byDays: 1 }, { id: '布置', reason: 'due' as const, byDays: 2 }];
  expect(brokenBeside({ blocked: [lost, late, late] }, { dDay })).toEqual([late]);
  expect(brokenBeside({ blocked: [lost, late] }, { dDay: { ...dDay, brokenByDays: 0 } })).toEqual([lost, late]);
});

it('D-day is broken by what it waits for and nothing else', () => {
  const setUp = (endOn: string) => plainTask('布置', { phase: 'execution', startOn: '2025-10-14', endOn });
  const opening = plainTask('开幕', { phase: 'execution', startOn: '2025-10-16', endOn: '2025-10-16', links: [{ predecessorId: setUp('').id, type: 'FS', lagDays: 0, lagUnit: 'day' }] });
  const brokenBy = (endOn: string) => dDayBrokenBy([setUp(endOn), opening, plainTask('回访', { startOn: '2025-10-15', endOn: '2025-10-15', links: opening.links })], { eventFrom: '2025-10-16' }, planCalendar());
  expect([brokenBy('2025-10-15'), brokenBy('2025-10-17')]).toEqual([0, 2]);
});
