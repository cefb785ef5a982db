import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, type Day } from '#platform/shared/calendar.ts';
import { rewriteWhen } from './schedule.rewrite.rules.ts';
import { readTaskWhen, type CampaignDays } from './schedule.when.rules.ts';

const campaign: CampaignDays = { startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18' };
const to = (startOn: string, endOn = startOn) => ({ startOn: `2025-${startOn}`, endOn: `2025-${endOn}` });
const rewritten = (text: string, days: { startOn: string; endOn: string }, within = campaign) => rewriteWhen(text, readTaskWhen(text, within), days, within);

describe('the days of a text change, its form does not', () => {
  it.each([
    ['10月6日-10日', to('10-08', '10-12'), '10月8日-12日'],
    ['10月6日—10日', to('10-08', '10-12'), '10月8日—12日'],
    ['10月6日至10日', to('10-08'), '10月8日'],
    ['10月6日-10日', to('10-30', '11-03'), '10月30日-11月3日'],
    ['10月28日-11月2日', to('10-20', '10-25'), '10月20日-10月25日'],
    ['10月15日', to('10-17'), '10月17日'],
    ['10月15日', to('10-17', '10-18'), '10月17日-18日'],
    ['10月5日', to('10-12'), '10月12日'],
    ['10月05日', to('10-07'), '10月07日'],
    ['2025-10-15', to('10-08'), '2025-10-08'],
    ['2025-10-15', to('10-08', '10-09'), '2025-10-08至2025-10-09'],
    ['2025年10月15日', to('10-08'), '2025年10月8日'],
    ['20251015', to('10-08'), '20251008'],
    ['2025-10-19 至 2025-10-21', to('10-20', '10-22'), '2025-10-20 至 2025-10-22'],
    ['10.6-10.10', to('10-08', '10-12'), '10.8-10.12'],
    ['10/6', to('10-08'), '10/8'],
    ['10月15日18:00前', to('10-17'), '10月17日18:00前'],
    ['10月15日（周三）18:00前', to('10-17'), '10月17日（周五）18:00前'],
    ['10月15日9:00-11:30', to('10-17'), '10月17日9:00-11:30'],
    ['10月16日-18日每日21:00复盘', to('10-17', '10-19'), '10月17日-19日每日21:00复盘'],
    ['10月1日、3日', to('10-02', '10-04'), '10月2日、4日'],
    ['10月22日提交', to('10-20'), '10月20日提交'],
    ['D-7', to('10-11'), 'D-5'],
    ['T-14', to('10-04'), 'T-12'],
    ['T-2周', to('10-09'), 'T-1周'],
    ['T-2周', to('10-04'), 'T-12'],
    ['D-3个工作日', to('10-15'), 'D-1个工作日'],
    ['D日', to('10-17'), 'D+1'],
    ['D-1', to('10-16'), 'D日'],
    ['D-4~D-1', to('10-13', '10-16'), 'D-3~D日'],
    ['D-4~D-1', to('10-13'), 'D-3'],
    ['D-1', to('10-13', '10-15'), 'D-3~D-1'],
    ['D-1 18:00前', to('10-13'), 'D-3 18:00前'],
    ['活动前1天', to('10-13'), '活动前3天'],
    ['活动前一天', to('10-13'), '活动前三天'],
    ['活动前1天', to('10-16'), '活动当天'],
    ['活动前1天完成布置', to('10-14'), '活动前2天完成布置'],
    ['活动当天', to('10-15'), '活动前1天'],
    ['活动最后一天', to('10-17'), '活动结束前1天'],
    ['活动结束后3个工作日内', to('10-19', '10-23'), '活动结束后4个工作日内'],
    ['活动结束后3个工作日内', to('10-20', '10-22'), '活动结束后1个工作日~活动结束后3个工作日'],
    ['活动结束后2天', to('10-21'), '活动结束后3天'],
    ['活动期间', to('10-15', '10-18'), '活动前1天~活动后2天'],
    ['活动期间每日21:00', to('10-15', '10-18'), '活动前1天~活动后2天每日21:00'],
    ['提前2小时到岗', to('10-17'), 'D+1 提前2小时到岗'],
    ['', to('10-17', '10-18'), '10月17日-18日'],
    ['18:00前', to('10-17'), '10月17日 18:00前'],
    ['每日21:00复盘', to('10-16', '10-18'), '10月16日-18日 每日21:00复盘'],
    ['待定', to('10-17'), '10月17日'],
    ['10月中旬', to('10-17'), '10月17日'],
  ])('%s → %j', (text, days, expected) => expect(rewritten(text, days)).toBe(expected));

  it('writes the year where month and day alone would be another one', () => {
    const winter: CampaignDays = { startsOn: '2025-12-20', endsOn: '2026-01-10', eventFrom: null, eventTo: null };
    expect(rewritten('12月28日', { startOn: '2026-01-05', endOn: '2026-01-05' }, winter)).toBe('1月5日');
    expect(rewritten('12月28日', { startOn: '2026-02-05', endOn: '2026-02-05' }, winter)).toBe('2026-02-05');
  });

  it('keeps the hours and lets the days go', () => {
    expect(rewriteWhen('10月15日 18:00前', to('10-15'), { startOn: null, endOn: null }, campaign)).toBe('18:00前');
    expect(rewriteWhen('T-3', to('10-13'), { startOn: null, endOn: null }, campaign)).toBe('');
  });
});

const day = fc.integer({ min: -40, max: 60 }).map((offset): Day => addDays('2025-10-01', offset));
const forms = fc.constantFrom(
  '', '待定', '10月6日-10日', '10月6日', '10月06日', '10.6-10.10', '10/6', '2025/10/06', '2025-10-06', '2025.10.6-2025.10.9', '20251006', '10月6日（周一）', '10月6日前', '10月6日起', '10月15日18:00前', '10月1日、3日、8日', '十月六日',
  'D-7', 'd-7', 'T+3', 'T-2周', 'D日', 'D-3个工作日', 'D-4~D-1', 'D-4 至 D-1', 'D-1 18:00前', 'D-7（周四）', '活动前1天', '活动前一天晚上8点', '活动开始前3天', '活动当天', '活动期间', '活动期间每日21:00复盘', '活动结束后3个工作日内', '活动结束后5天', '活动最后一天', '提前2小时到岗', '每周一10:00', '18:00前完成', '9:00-11:30', '12月28日-1月3日',
);

test('whatever the form, the text that is written means the new days, keeps its hour and fits its field', () => {
  const within = fc.constantFrom<CampaignDays>(campaign, { ...campaign, eventFrom: null, eventTo: null }, { startsOn: '2025-09-20', endsOn: '2026-01-20', eventFrom: '2025-12-31', eventTo: '2026-01-01' });
  fc.assert(fc.property(forms, day, fc.integer({ min: 0, max: 9 }), within, (text, startOn, length, days) => {
    const wished = { startOn, endOn: addDays(startOn, length) };
    const before = readTaskWhen(text, days);
    const written = rewriteWhen(text, before, wished, days);
    const again = readTaskWhen(written, days);
    expect([again.startOn ?? again.endOn, again.endOn ?? again.startOn], `${text} → ${written}`).toEqual([wished.startOn, wished.endOn]);
    expect(again.dueTime, `${text} → ${written}`).toBe(before.dueTime);
    expect(written.length).toBeLessThanOrEqual(60);
    expect(rewriteWhen(written, again, wished, days)).toBe(written);
  }), { numRuns: 1500 });
});
