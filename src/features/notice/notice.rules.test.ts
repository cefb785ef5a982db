import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockIn } from '#platform/shared/calendar.ts';
import { afterQuiet, isQuiet, mailDueAt, retryMinutes } from './notice.rules.ts';

const SHANGHAI = 'Asia/Shanghai';
const at = (text: string) => new Date(text);

describe('quiet hours', () => {
  test.each([
    // over midnight
    ['22:00', '08:00', '21:59', false], ['22:00', '08:00', '22:00', true], ['22:00', '08:00', '23:59', true], ['22:00', '08:00', '00:00', true], ['22:00', '08:00', '07:59', true], ['22:00', '08:00', '08:00', false],
    // within one day
    ['12:00', '13:30', '11:59', false], ['12:00', '13:30', '12:00', true], ['12:00', '13:30', '13:29', true], ['12:00', '13:30', '13:30', false],
    // from midnight
    ['00:00', '07:00', '23:59', false], ['00:00', '07:00', '00:00', true],
  ])('%s–%s: %s is quiet: %s', (from, to, clock, quiet) => {
    expect(isQuiet(clock, { from, to })).toBe(quiet);
  });

  const hours = { from: '22:00', to: '08:00' };
  test.each([
    ['2026-03-05T13:59:59Z', '2026-03-05T13:59:59.000Z'], // 21:59 in Shanghai: at once
    ['2026-03-05T14:00:00Z', '2026-03-06T00:00:00.000Z'], // 22:00: until 8:00 tomorrow
    ['2026-03-05T20:30:00Z', '2026-03-06T00:00:00.000Z'], // 4:30: until 8:00 today
    ['2026-03-06T00:00:00Z', '2026-03-06T00:00:00.000Z'], // 8:00: at once
  ])('in Shanghai a mail of %s leaves at %s', (created, leaves) => {
    expect(afterQuiet(at(created), hours, SHANGHAI).toISOString()).toBe(leaves);
  });

  test('without quiet hours a mail leaves at once', () => {
    expect(afterQuiet(at('2026-03-05T20:30:00Z'), null, SHANGHAI).toISOString()).toBe('2026-03-05T20:30:00.000Z');
  });

  test('a night with a change of the clocks ends at the hour that was chosen', () => {
    expect(afterQuiet(at('2026-03-28T22:00:00Z'), hours, 'Europe/Berlin').toISOString()).toBe('2026-03-29T06:00:00.000Z');
    expect(afterQuiet(at('2026-10-24T22:00:00Z'), hours, 'Europe/Berlin').toISOString()).toBe('2026-10-25T07:00:00.000Z');
  });

  const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
  const instant = fc.date({ min: at('2020-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z'), noInvalidDate: true });
  const zone = fc.constantFrom(SHANGHAI, 'Europe/Berlin', 'America/New_York', 'UTC', 'Asia/Kolkata', 'Australia/Lord_Howe');

  test('a mail never leaves in the quiet hours, never before it was written, and within a day', () => {
    fc.assert(fc.property(instant, clock, clock, zone, (created, from, to, timeZone) => {
      fc.pre(from !== to);
      const leaves = afterQuiet(created, { from, to }, timeZone);
      expect(leaves.getTime()).toBeGreaterThanOrEqual(created.getTime());
      // An hour more for the day on which the clocks go back.
      expect(leaves.getTime() - created.getTime()).toBeLessThanOrEqual(25 * 3_600_000);
      if (leaves.getTime() === created.getTime()) expect(isQuiet(clockIn(timeZone, created), { from, to })).toBe(false);
      // Where a change of the clocks skips the hour that was chosen, the mail leaves an hour beside it.
      else if (timeZone === SHANGHAI) expect(clockIn(timeZone, leaves)).toBe(to);
    }));
  });

  test('no moment is both in the quiet hours and in the rest of the day, and one of them it is in', () => {
    fc.assert(fc.property(clock, clock, clock, (now, from, to) => {
      fc.pre(from !== to);
      expect(isQuiet(now, { from, to })).toBe(!isQuiet(now, { from: to, to: from }));
    }));
  });
});

test.each([
  ['2026-03-05T00:59:00Z', '2026-03-05T01:00:00.000Z'], // 8:59 in Shanghai: today
  ['2026-03-05T01:00:00Z', '2026-03-05T01:00:00.000Z'], // 9:00: with this one
  ['2026-03-05T01:01:00Z', '2026-03-06T01:00:00.000Z'], // 9:01: tomorrow
])('a digest at 9:00 takes what came at %s along at %s', (created, leaves) => {
  expect(mailDueAt('digest', at(created), { quiet: { from: '08:30', to: '10:00' }, digestAt: '09:00' }, SHANGHAI).toISOString()).toBe(leaves);
});

test('a mail that fails is tried again later and later, and given up within a day', () => {
  const waits = Array.from({ length: 20 }, (_, tries) => retryMinutes(tries + 1)).filter((minutes) => minutes !== undefined);
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(waits.length).toBeGreaterThan(3);
  expect(waits.reduce((sum, minutes) => sum + minutes, 0)).toBeLessThan(24 * 60);
});
