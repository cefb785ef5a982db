import { describe, expect, it } from 'vitest';
import { makeFormats } from './formats.ts';

const zh = makeFormats('zh-CN');
const en = makeFormats('en');

describe('days', () => {
  it.each([
    ['2025-10-01', '2025-10-05', '10月1日–5日', 'Oct 1–5'],
    ['2025-09-28', '2025-10-03', '9月28日–10月3日', 'Sep 28–Oct 3'],
    ['2025-10-15', '2025-10-15', '10月15日', 'Oct 15'],
    ['2025-12-30', '2026-01-02', '2025年12月30日 – 2026年1月2日', 'Dec 30, 2025 – Jan 2, 2026'],
  ])('%s to %s', (from, to, chinese, english) => {
    expect(zh.days(from, to)).toBe(chinese);
    expect(en.days(from, to)).toBe(english);
  });
  it('writes the year once when asked', () => {
    expect(zh.days('2025-10-01', '2025-10-05', true)).toBe('2025年10月1日–5日');
    expect(en.days('2025-10-01', '2025-10-05', true)).toBe('Oct 1–5, 2025');
  });
  it('shows the end that is known', () => {
    expect(zh.days('2025-10-01', null)).toBe('10月1日');
    expect(zh.days(null, null)).toBe('—');
  });
});

describe('instants are read in the campaign zone', () => {
  it('moves the day with the zone', () => {
    expect(zh.dateTime('2025-10-15T20:30:00Z')).toBe('10月16日 04:30');
    expect(zh.dateTime('2025-10-15T20:30:00Z', 'Europe/London')).toBe('10月15日 21:30');
    expect(en.dateTime('2025-10-15T16:00:00Z')).toBe('Oct 16, 00:00');
  });
  it('speaks of the near past', () => {
    const now = new Date('2025-10-16T12:00:00Z');
    expect(zh.ago('2025-10-16T11:40:00Z', now)).toBe('20分钟前');
    expect(en.ago('2025-10-16T09:00:00Z', now)).toBe('3 hours ago');
    expect(zh.ago('2025-10-10T12:00:00Z', now)).toBe('10月10日 20:00');
  });
});

describe('figures', () => {
  it('never rounds a share up to the whole', () => {
    expect(zh.percent(0.99999)).toBe('99.99%');
    expect(zh.percent(5000 / 46000)).toBe('10.87%');
    expect(zh.percent(0.29)).toBe('29%');
    expect(zh.percent(Number.NaN)).toBe('—');
  });
  it('keeps zero and "not yet" apart', () => {
    expect(zh.money(0)).toBe('¥0');
    expect(zh.money(null)).toBe('—');
    expect(zh.amount(4600000)).toBe('46,000');
  });
});
