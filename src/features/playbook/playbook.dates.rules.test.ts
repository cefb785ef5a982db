import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readTaskWhen } from '#features/schedule/times/schedule.when.rules.ts';
import { addDays, daysBetween } from '#platform/shared/calendar.ts';
import { campaignDays, eventEnd, relativeNote, relativeWhen, writtenNote, writtenWhen, type EventDays } from './playbook.dates.rules.ts';
import { SMALL_PLAYBOOK } from './playbook.fixture.ts';

/** T2's own campaign: 1–22 October 2025, the event from the 16th to the 18th. */
const days: EventDays = { startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18' };

describe('a relative text becomes days and the words of T2', () => {
  it.each([
    ['D-10~D-6', '2025-10-06', '2025-10-10', null, '10月6日-10日'],
    ['D-1 18:00前', '2025-10-15', '2025-10-15', '18:00', '10月15日 18:00前'],
    ['D日 9:00前', '2025-10-16', '2025-10-16', '09:00', '10月16日 9:00前'],
    ['活动期间', '2025-10-16', '2025-10-18', null, '10月16日-18日'],
    ['活动期间每日21:00', '2025-10-16', '2025-10-18', null, '10月16日-18日 每日21:00'],
    ['D-20~D-14', '2025-09-26', '2025-10-02', null, '9月26日-10月2日'],
    // R1.1: the 18th is a Saturday; 20, 21 and 22 October are the three working days after it.
    ['活动结束后3个工作日内', '2025-10-19', '2025-10-22', null, '10月19日-22日'],
    // The year is another one than month and day alone would be read as.
    ['活动结束后180天', '2026-04-16', '2026-04-16', null, '2026-04-16'],
    ['每日21:00', null, null, null, '每日21:00'],
    ['', null, null, null, ''],
  ])('%s', (text, startOn, endOn, dueTime, written) => {
    expect(readTaskWhen(text, days)).toMatchObject({ startOn, endOn, dueTime });
    expect(writtenWhen(text, days)).toBe(written);
  });
});

describe('days are told from the event', () => {
  it.each([
    ['2025-10-16', '2025-10-18', null, '活动期间'],
    ['2025-10-06', '2025-10-10', null, 'D-10~D-6'],
    ['2025-10-15', '2025-10-15', '18:00', 'D-1 18:00前'],
    ['2025-10-16', '2025-10-16', null, 'D日'],
    ['2025-10-18', '2025-10-18', null, '活动最后一天'],
    ['2025-10-19', '2025-10-22', null, '活动结束后3个工作日内'],
    ['2025-10-22', '2025-10-22', null, '活动结束后3个工作日'],
    // A Sunday: no working day.
    ['2025-10-19', '2025-10-19', null, '活动结束后1天'],
    ['2025-10-19', '2025-10-26', null, '活动结束后1天~活动结束后8天'],
    [null, null, '18:00', '18:00前'],
    [null, null, null, ''],
  ])('%s to %s', (startOn, endOn, dueTime, text) => {
    expect(relativeWhen({ startOn, endOn, dueTime }, days)).toBe(text);
  });
});

test('days in a note are told from the event, and written again', () => {
  const note = '需10月15日到货，10月22日提交；2024年10月15日的旧稿不用';
  expect(relativeNote(note, days)).toBe('需D-1到货，D+6提交；2024年10月15日的旧稿不用');
  expect(writtenNote(relativeNote(note, days), days)).toBe(note);
  expect(writtenNote('ID-3 和 D-3个工作日 不是日期', days)).toBe('ID-3 和 D-3个工作日 不是日期');
});

const dDay = fc.integer({ min: 0, max: 1_000 }).map((offset) => addDays('2024-01-01', offset));

test('saved and used again for the same event, every day is the same, and reads the same in the schedule', () => {
  const event = fc.record({ from: dDay, length: fc.integer({ min: 1, max: 20 }), lead: fc.integer({ min: 0, max: 120 }), tail: fc.integer({ min: 0, max: 120 }), at: fc.integer({ min: 0, max: 300 }), span: fc.integer({ min: 0, max: 60 }), time: fc.constantFrom(null, '18:00', '09:30') });
  fc.assert(fc.property(event, ({ from, length, lead, tail, at, span, time }) => {
    const campaign = campaignDays({ leadDays: lead, eventDays: length, tailDays: tail }, from, addDays(from, length - 1));
    const whole = daysBetween(campaign.startsOn, campaign.endsOn);
    const startOn = addDays(campaign.startsOn, Math.min(at, whole));
    const endOn = addDays(startOn, Math.min(span, daysBetween(startOn, campaign.endsOn)));
    const text = relativeWhen({ startOn, endOn, dueTime: time }, campaign);
    expect({ text, ...readTaskWhen(text, campaign) }).toEqual({ text, startOn, endOn, dueTime: time, question: null });
    const written = writtenWhen(text, campaign);
    expect({ written, ...readTaskWhen(written, campaign) }).toMatchObject({ written, startOn, endOn, dueTime: time });
  }), { numRuns: 400 });
});

test('for any D-day the playbook’s days lie inside the campaign', () => {
  fc.assert(fc.property(dDay, (from) => {
    const campaign = campaignDays(SMALL_PLAYBOOK.period, from, eventEnd(SMALL_PLAYBOOK.period, from));
    for (const { when } of SMALL_PLAYBOOK.tasks.filter((task) => !task.when.includes('工作日'))) {
      const { startOn, endOn, question } = readTaskWhen(when, campaign);
      expect([when, startOn !== null && startOn >= campaign.startsOn, endOn !== null && endOn <= campaign.endsOn, question]).toEqual([when, true, true, null]);
    }
  }));
});
