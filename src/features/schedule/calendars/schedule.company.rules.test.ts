import { describe, expect, test } from 'vitest';
import { addWorkingDays, isWorkingDay, ownDays } from '#platform/shared/calendar.ts';
import { daysFrom, runsOf, yearFacts, yearOf } from './schedule.company.rules.ts';

const own = (day: string, works: boolean, name = '') => ({ day, works, name });
const dayIn = (year: number, day: string, days: readonly ReturnType<typeof own>[] = []) => yearOf(year, days).flat().find((one) => one.day === day);

describe('the year by the national calendar and the company’s own days', () => {
  test('has twelve months with each day once; a leap year has one more', () => {
    expect(yearOf(2024, []).map((month) => month.length)).toEqual([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect(yearOf(2025, []).flat()).toHaveLength(365);
  });

  test('holidays and weekends that are worked are named', () => {
    expect(dayIn(2025, '2025-10-01')).toMatchObject({ works: false, kind: 'holiday', name: { zh: '国庆节' } });
    expect(dayIn(2025, '2025-10-11')).toMatchObject({ works: true, kind: 'madeUp', name: { zh: '国庆节' } });
    expect(dayIn(2025, '2025-10-18')).toMatchObject({ works: false, kind: 'weekend', name: undefined });
    expect(dayIn(2025, '2025-10-20')).toMatchObject({ works: true, kind: 'plain', name: undefined });
  });

  test('what the company decides holds over both', () => {
    const days = [own('2025-10-01', true, '值班'), own('2025-10-20', false, '盘点日')];
    expect(dayIn(2025, '2025-10-01', days)).toMatchObject({ works: true, kind: 'own', name: { zh: '值班', en: '值班' } });
    expect(yearFacts(yearOf(2025, days))).toEqual({ ...yearFacts(yearOf(2025, [])), freed: 1, added: 1 });
    expect([isWorkingDay('2025-10-20', ownDays(days)), isWorkingDay('2025-10-20')]).toEqual([false, true]);
    // 20 October is stocktaking: three working days after the 17th end on the 23rd, not on the 22nd.
    expect([addWorkingDays('2025-10-17', 3, ownDays(days)), addWorkingDays('2025-10-17', 3)]).toEqual(['2025-10-23', '2025-10-22']);
  });

  test('working days of 2025 are the 248 of the State Council; a year after the covered ones says so', () => {
    expect(yearFacts(yearOf(2025, []))).toEqual({ working: 248, freed: 0, added: 0, covered: true });
    expect(yearFacts(yearOf(2027, [])).covered).toBe(false);
  });
});

test('neighbouring days decided alike are one run', () => {
  const runs = runsOf([own('2025-10-22', false, '盘点'), own('2025-10-20', false, '盘点'), own('2025-10-21', false, '盘点'), own('2025-10-23', false, '年会'), own('2025-10-25', false, '年会')]);
  expect(runs.map(({ from, to, name }) => [from, to, name])).toEqual([['2025-10-20', '2025-10-22', '盘点'], ['2025-10-23', '2025-10-23', '年会'], ['2025-10-25', '2025-10-25', '年会']]);
  expect(daysFrom('2025-12-30', '2026-01-02')).toEqual(['2025-12-30', '2025-12-31', '2026-01-01', '2026-01-02']);
});
