import { expect, test } from 'vitest';
import { channelMatrix } from './plan.channels.rules.ts';
import { PLAN_LISTS } from './plan.lists.contract.ts';
import { EMPTY_ROWS, NAMING_FIELD, PLAN_LIST_NAMES } from './plan.lists.rules.ts';
import { marksOf, sectionAt } from './plan.outline.rules.ts';
import { stepTimes } from './plan.steps.rules.ts';

test.each(PLAN_LIST_NAMES)('an empty row of %s is a row that the contract takes, but for its name', (list) => {
  expect(PLAN_LISTS[list].parse(EMPTY_ROWS[list])).toEqual(EMPTY_ROWS[list]);
  expect(Object.keys(PLAN_LISTS[list].shape).sort()).toEqual(Object.keys(EMPTY_ROWS[list]).sort());
  expect((EMPTY_ROWS[list] as Record<string, unknown>)[NAMING_FIELD[list]]).toBe('');
});

test('the run sheet: what is not written is computed, day by day (E3.1)', () => {
  const steps = [
    { id: 'a', day: 1, startTime: '09:30', minutes: 30 }, { id: 'b', day: 1, startTime: null, minutes: 20 }, { id: 'c', day: 1, startTime: '10:10', minutes: null },
    { id: 'd', day: 1, startTime: null, minutes: 15 }, { id: 'e', day: 2, startTime: null, minutes: 15 }, { id: 'f', day: 2, startTime: '23:50', minutes: 40 }, { id: 'g', day: 2, startTime: '23:55', minutes: 5 },
  ];
  expect(Object.fromEntries([...stepTimes(steps)].map(([id, { start, end, overlaps }]) => [id, [start, end, overlaps]]))).toEqual({
    a: ['09:30', '10:00', null], b: ['10:00', '10:20', null], c: ['10:10', null, '10:20'], d: [null, null, null], e: [null, null, null], f: ['23:50', '24:30', null], g: ['23:55', '24:00', '24:30'],
  });
});

test('channel × phase: money where a channel runs, the days of a phase, sums that agree (E2.2)', () => {
  const slot = (channel: string, phase: 'warmup' | 'burst' | 'sustain', amountCents: number, startOn: string | null = null, endOn: string | null = null) => ({ channel, phase, amountCents, startOn, endOn });
  const matrix = channelMatrix([slot('公众号', 'warmup', 0, '2025-10-12', '2025-10-14'), slot('朋友圈', 'burst', 500, '2025-10-16'), slot('公众号', 'burst', 300, '2025-10-15', '2025-10-18'), slot('公众号', 'burst', 200)]);
  expect(matrix.rows).toEqual([{ channel: '公众号', cents: { warmup: 0, burst: 500, sustain: null }, totalCents: 500 }, { channel: '朋友圈', cents: { warmup: null, burst: 500, sustain: null }, totalCents: 500 }]);
  expect(matrix.phases).toEqual([
    { phase: 'warmup', startOn: '2025-10-12', endOn: '2025-10-14', totalCents: 0, slots: 1 }, { phase: 'burst', startOn: '2025-10-15', endOn: '2025-10-18', totalCents: 1000, slots: 3 }, { phase: 'sustain', startOn: null, endOn: null, totalCents: 0, slots: 0 },
  ]);
  expect(matrix.totalCents).toBe(1000);
});

test('findings and addresses find their section', () => {
  const sections = [{ id: '1', key: 'theme' as const }, { id: '2', key: 'process' as const }, { id: '3', key: 'budget' as const }, { id: '4', key: 'own' as const }];
  expect(['zones', 'process', '4', 'own', undefined, 'nothing'].map((part) => sectionAt(sections, part)?.id)).toEqual(['2', '2', '4', undefined, undefined, undefined]);
  const found = (page: string, part?: string, severity: 'error' | 'warning' | 'hint' = 'warning') => ({ severity, where: { page, part } });
  expect([...marksOf(sections, [found('plan', 'steps'), found('plan', 'zones', 'error'), found('plan', 'steps', 'hint'), found('budget'), found('overview'), found('plan', '4'), found('team')])]).toEqual([['2', 2], ['3', 1], ['1', 1], ['4', 1]]);
});
