import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isDay } from '#platform/shared/calendar.ts';
import { readTaskWhen, type CampaignDays } from './schedule.when.rules.ts';

/** T2's own campaign: 1–22 October, the event from the 16th to the 18th. */
const campaign: CampaignDays = { startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18' };

describe('时间节点 as people write it', () => {
  it.each([
    ['10月1日-5日', '2025-10-01', '2025-10-05', null],
    ['10月6日-10日', '2025-10-06', '2025-10-10', null],
    ['10月15日', '2025-10-15', '2025-10-15', null],
    ['10月16日—18日', '2025-10-16', '2025-10-18', null],
    ['2025-10-19 至 2025-10-21', '2025-10-19', '2025-10-21', null],
    ['10月15日18:00前', '2025-10-15', '2025-10-15', '18:00'],
    ['18:00前', null, null, '18:00'],
    ['每日21:00', null, null, null],
    ['活动前1天', '2025-10-15', '2025-10-15', null],
    ['T-7', '2025-10-09', '2025-10-09', null],
    ['D日', '2025-10-16', '2025-10-16', null],
    ['提前2小时', '2025-10-16', '2025-10-16', null],
    ['活动期间', '2025-10-16', '2025-10-18', null],
    // R1.1: the 18th is a Saturday; 20, 21 and 22 October are the three working days after it.
    ['活动结束后3个工作日内', '2025-10-19', '2025-10-22', null],
    ['活动最后一天', '2025-10-18', '2025-10-18', null],
    ['D-4~D-1', '2025-10-12', '2025-10-15', null],
    ['活动结束后1个工作日~活动结束后3个工作日', '2025-10-20', '2025-10-22', null],
    ['', null, null, null],
    ['-', null, null, null],
  ])('%s', (text, startOn, endOn, dueTime) => {
    expect(readTaskWhen(text, campaign)).toEqual({ startOn, endOn, dueTime, question: null });
  });

  it('takes the year from the side of the campaign that the day lies in', () => {
    const winter: CampaignDays = { startsOn: '2025-12-20', endsOn: '2026-01-10', eventFrom: null, eventTo: null };
    expect(readTaskWhen('12月25日-30日', winter)).toMatchObject({ startOn: '2025-12-25', endOn: '2025-12-30', question: null });
    expect(readTaskWhen('1月5日', winter)).toMatchObject({ startOn: '2026-01-05', question: null });
    expect(readTaskWhen('12月28日-1月3日', winter)).toMatchObject({ startOn: '2025-12-28', endOn: '2026-01-03', question: null });
  });

  it('counts from the campaign where there is no event', () => {
    const quiet = { ...campaign, eventFrom: null, eventTo: null };
    expect(readTaskWhen('T+1', quiet)).toMatchObject({ startOn: '2025-10-02' });
    expect(readTaskWhen('T-3个工作日', campaign)).toMatchObject({ endOn: '2025-10-13' });
  });
});

describe('questions instead of guesses', () => {
  it.each([
    ['10月10日-6日', 'reversed', null, null],
    ['9月20日-10月5日', 'outside', '2025-09-20', '2025-10-05'],
    ['11月3日', 'outside', '2025-11-03', '2025-11-03'],
    ['9月中旬', 'fuzzy', null, null],
    ['尽快', 'unread', null, null],
    ['2月30日', 'unread', null, null],
  ])('%s', (text, question, startOn, endOn) => {
    expect(readTaskWhen(text, campaign)).toMatchObject({ question, startOn, endOn });
  });
});

test('whatever is typed, the days are real days in order, or none', () => {
  const piece = fc.oneof(fc.constantFrom('10月', '1日', '5日', '-', '至', '18:00', '前', 'T-3', '活动', '个工作日', '上旬', '每日', ' ', '2025'), fc.string({ maxLength: 6 }));
  fc.assert(fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
    const { startOn, endOn, dueTime } = readTaskWhen(pieces.join(''), campaign);
    for (const day of [startOn, endOn]) expect(day === null || isDay(day)).toBe(true);
    expect(startOn === null || endOn === null || startOn <= endOn).toBe(true);
    expect(dueTime === null || /^([01]\d|2[0-3]):[0-5]\d$/.test(dueTime)).toBe(true);
  }));
});
