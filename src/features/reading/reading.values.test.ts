import { describe, expect, it } from 'vitest';
import { readFeedbackState, readFeedbackType, readLevel, readPhase, readScore, readState, stateLegend } from './reading.choice.rules.ts';
import { readBand, readMeasure, readRate } from './reading.measure.rules.ts';
import { headingScale, notedScale, readMoney } from './reading.money.rules.ts';
import { readPeople } from './reading.people.rules.ts';
import { readQuantity } from './reading.quantity.rules.ts';
import { readDay, readWhen } from './reading.when.rules.ts';

/** Every value form of formats.md, and its neighbours. */

describe('money', () => {
  it.each<[string, number | null, string?, string?]>([
    ['8,000', 8000, 'CNY'], ['８，０００元', 8000, 'CNY'], ['￥8,000.00', 8000, 'CNY'], ['¥1,500', 1500, 'CNY'], ['8 000', 8000, 'CNY'], ['0', 0, 'CNY'], ['1200.5', 1200.5, 'CNY'],
    ['1.5万元', 15000, 'CNY'], ['240万', 2400000, 'CNY'], ['10W', 100000, 'CNY'], ['5k', 5000, 'CNY'], ['1.2亿', 120000000, 'CNY'], ['3千', 3000, 'CNY'],
    ['壹万伍仟元整', 15000, 'CNY'], ['人民币叁仟元整', 3000, 'CNY'], ['一万五', 15000, 'CNY'],
    ['200元/人/天', 200, '元/人/天'], ['3000元/天', 3000, '元/天'], ['200元每人每天', 200, '元/人/天'],
    ['-', null], ['—', null], ['/', null], ['', null], ['按实报销', null], ['实报实销', null],
    ['免费', 0, 'CNY'], ['赠送', 0, 'CNY'],
    ['¥1,500-3,200', null, 'CNY', 'range'], ['1-2万', null, 'CNY', 'range'], ['3000元～5000元', null, 'CNY', 'range'], ['1万到2万元', null, 'CNY', 'range'],
    ['15%服务费', null, '%', 'percent-of-total'], ['待定', null, undefined, 'pending'], ['约8000', 8000, 'CNY', 'approximate'], ['8000元以内', 8000, 'CNY', 'approximate'],
    ['$100', null, 'USD', 'foreign-currency'], ['场地5000元、设备3000元', null, undefined, 'several-values'], ['1,5000', null, undefined, 'several-values'],
    ['海报', null, undefined, 'unreadable'], ['10名', null, undefined, 'unreadable'], ['10月15日', null, undefined, 'unreadable'],
    ['8000元(含税)', 8000, 'CNY'], ['8000(3天)', 8000, 'CNY'], ['10人×200元/人×3天=6000元', 6000, 'CNY'], ['200*10', 2000, 'CNY'], ['200×10=3000', 3000, 'CNY', 'product-mismatch'],
    ['5000+2000', 7000, 'CNY'], ['-500', -500, 'CNY'], ['(500)', -500, 'CNY'],
  ])('%s', (text, yuan, unit, code) => {
    const reading = readMoney(text);
    expect([reading.yuan, reading.unit, reading.doubt?.code]).toEqual([yuan, unit, code]);
  });

  it('takes the unit from the heading or the note above, unless the cell states its own', () => {
    expect(headingScale('预算金额（万元）')).toBe(10000);
    expect(headingScale('金额(元)')).toBe(1);
    expect(headingScale('预算/万元')).toBe(10000);
    expect(notedScale('单位：万元')).toBe(10000);
    expect(notedScale('活动预算表（单位：元）')).toBe(1);
    expect(notedScale('活动预算表')).toBeUndefined();
    expect(readMoney('1.5', 10000).yuan).toBe(15000);
    expect(readMoney('15000元', 10000).yuan).toBe(15000);
    expect(readMoney('1.5万', 10000).yuan).toBe(15000);
    expect(readMoney('0.5-1', 10000).doubt).toEqual({ code: 'range', data: { from: 5000, to: 10000 } });
  });
});

const day = (start: string, end = start): object => ({ start: `2025-${start}`, end: `2025-${end}` });

describe('dates', () => {
  it.each<[string, unknown, string?]>([
    ['10月1日-5日', day('10-01', '10-05')], ['10月16日-18日', day('10-16', '10-18')], ['10月15日', day('10-15')], ['4月20日-5月10日', day('04-20', '05-10')],
    ['11月25日—11月30日', day('11-25', '11-30')], ['12月7日到12月15日', day('12-07', '12-15')], ['2025-04-01', day('04-01')], ['2024年10月15日', { start: '2024-10-15', end: '2024-10-15' }],
    ['１０月１日～５日', day('10-01', '10-05')], ['10.1-10.5', day('10-01', '10-05')], ['10/1-10/5', day('10-01', '10-05')], ['2025.10.1-5', day('10-01', '10-05')], ['10月1-5日', day('10-01', '10-05')],
    ['2025年10月1日至2025年10月5日', day('10-01', '10-05')], ['2025-10-01~10-05', day('10-01', '10-05')], ['20251001', day('10-01')], ['十月一日至十月五日', day('10-01', '10-05')], ['10月1号-5号', day('10-01', '10-05')],
    ['自10月1日起至10月5日止', day('10-01', '10-05')], ['10月1日(周三)', day('10-01')], ['10月1日 ― 5日', day('10-01', '10-05')],
    ['18:00前完成', { dueTime: '18:00' }], ['每日21:00复盘', { repeat: { every: 'day', time: '21:00' } }], ['每周一', { repeat: { every: 'week', on: 1 } }],
    ['14:00-14:30', { startTime: '14:00', endTime: '14:30' }], ['下午2点半', { startTime: '14:30' }], ['10月1日18:00前', { ...day('10-01'), dueTime: '18:00' }],
    ['10月16日 9:00-17:00', { ...day('10-16'), startTime: '09:00', endTime: '17:00' }],
    ['提前2小时', { relative: { anchor: 'D', offset: -2, unit: 'hour' } }], ['活动前1天', { relative: { anchor: 'D', offset: -1, unit: 'day' } }], ['活动前一天', { relative: { anchor: 'D', offset: -1, unit: 'day' } }],
    ['T-14', { relative: { anchor: 'D', offset: -14, unit: 'day' } }], ['D日', { relative: { anchor: 'D', offset: 0, unit: 'day' } }], ['D-7', { relative: { anchor: 'D', offset: -7, unit: 'day' } }],
    ['D-14至D-7', { relative: { anchor: 'D', offset: -14, unit: 'day' }, until: { anchor: 'D', offset: -7, unit: 'day' } }],
    ['活动结束后3个工作日内', { relative: { anchor: 'end', offset: 3, unit: 'workday', within: true } }], ['会前2周', { relative: { anchor: 'D', offset: -2, unit: 'week' } }],
    ['10月5日前', { end: '2025-10-05' }], ['10月1日起', { start: '2025-10-01' }], ['3个工作日内', { duration: { value: 3, unit: 'workday', within: true } }],
    ['10月1日、3日、5日', { ...day('10-01', '10-05'), days: ['2025-10-01', '2025-10-03', '2025-10-05'] }],
    ['-', null], ['', null],
    ['9月中旬', null, 'fuzzy-date'], ['第1周', null, 'fuzzy-date'], ['9月', null, 'fuzzy-date'], ['国庆期间', null, 'fuzzy-date'], ['2025年第四季度', null, 'fuzzy-date'],
    ['10月5日-10月1日', day('10-05', '10-01'), 'end-before-start'], ['12月28日-1月3日', { start: '2025-12-28', end: '2026-01-03' }, 'crosses-year'], ['16-18日', null, 'month-unknown'],
    ['2月30日', null, 'unreadable'], ['45931', day('10-01'), 'serial-date'], ['待定', null, 'pending'], ['尽快完成', null, 'unreadable'],
  ])('%s', (text, value, code) => {
    const reading = readWhen(text, { year: 2025 });
    expect([reading.value, reading.doubt?.code]).toEqual([value, code]);
  });

  it('asks for the year when nothing gives it, and for dates outside the campaign', () => {
    expect(readWhen('10月1日-5日', {})).toEqual({ value: { start: '10-01', end: '10-05' }, doubt: { code: 'year-missing' } });
    const campaign = { startOn: '2025-12-20', endOn: '2026-01-10' };
    expect(readWhen('1月3日', { campaign })).toEqual({ value: { start: '2026-01-03', end: '2026-01-03' } });
    expect(readDay('12月25日', { campaign })).toEqual({ value: '2025-12-25' });
    expect(readWhen('11月1日', { campaign }).doubt?.code).toBe('outside-campaign');
    expect(readWhen('10月1日', { documentYear: 2024 }).value).toEqual({ start: '2024-10-01', end: '2024-10-01' });
  });

  it('proposes a period for a fuzzy date', () => {
    expect(readWhen('9月中旬', { year: 2025 }).doubt?.data).toEqual({ proposed: { start: '2025-09-11', end: '2025-09-20' } });
    expect(readWhen('第2周', { campaign: { startOn: '2025-10-01', endOn: '2025-10-31' } }).doubt?.data).toEqual({ proposed: { start: '2025-10-08', end: '2025-10-14' } });
  });

  it('names one day as a plain day', () => {
    expect(readDay('2025年10月16日 14:30', {}).value).toBe('2025-10-16T14:30');
    expect(readDay('2025-10-16', {}).value).toBe('2025-10-16');
  });
});

describe('quantities', () => {
  it.each<[string, unknown, string?, string?]>([
    ['海报500张、宣传册2000本', [{ item: '海报', quantity: 500, unit: '张' }, { item: '宣传册', quantity: 2000, unit: '本' }]],
    ['兼职人员10名(3天)', [{ item: '兼职人员', quantity: 10, unit: '名', times: 3, timesUnit: '天' }]],
    ['商圈展位租赁(3天)', [{ item: '商圈展位租赁', quantity: 3, unit: '天' }]],
    ['30人*2次', [{ item: '', quantity: 30, unit: '人', times: 2, timesUnit: '次' }]],
    ['10名×3天×200元', [{ item: '', quantity: 10, unit: '名', times: 3, timesUnit: '天', price: 200 }]],
    ['易拉宝×10', [{ item: '易拉宝', quantity: 10, unit: '' }]],
    ['1万份', 10000, '份'], ['500+人', 500, '人', 'approximate'], ['2,000本', 2000, '本'], ['５００张', 500, '张'], ['500', 500], ['两台', 2, '台'], ['约300份', 300, '份', 'approximate'],
    ['500-800人', null, '人', 'range'], ['-', null], ['若干', null, undefined, 'unreadable'],
  ])('%s', (text, value, unit, code) => {
    const reading = readQuantity(text);
    expect([reading.value, reading.unit, reading.doubt?.code]).toEqual([value, unit, code]);
  });
});

describe('people', () => {
  it.each<[string, unknown]>([
    ['*经理', { kind: 'role', role: '经理' }], ['经理', { kind: 'role', role: '经理' }], ['＊专员', { kind: 'role', role: '专员' }], ['张经理', { kind: 'person', name: '张经理', role: '经理' }],
    ['全员', { kind: 'all' }], ['市场部', { kind: 'department', name: '市场部' }], ['策划组', { kind: 'group', name: '策划组' }], ['-', { kind: 'none' }], ['', null],
    ['A负责,B协助', { kind: 'several', people: [{ kind: 'person', name: 'A', part: '负责' }, { kind: 'person', name: 'B', part: '协助' }] }],
    ['张三负责，李四协助', { kind: 'several', people: [{ kind: 'person', name: '张三', part: '负责' }, { kind: 'person', name: '李四', part: '协助' }] }],
    ['张三、李四', { kind: 'several', people: [{ kind: 'person', name: '张三' }, { kind: 'person', name: '李四' }] }],
    ['*经理/*主管', { kind: 'several', people: [{ kind: 'role', role: '经理' }, { kind: 'role', role: '主管' }] }],
    ['张三(经理)', { kind: 'person', name: '张三', role: '经理' }], ['王**', { kind: 'person', name: '王**' }], ['John Smith', { kind: 'person', name: 'John Smith' }],
  ])('%s', (text, value) => {
    expect(readPeople(text)).toEqual({ value });
  });
});

describe('states, phases and choices', () => {
  it.each<[string, string | null]>([
    ['□', 'open'], ['☐', 'open'], ['[ ]', 'open'], ['☑', 'done'], ['√', 'done'], ['✓', 'done'], ['☒', 'done'], ['[x]', 'done'], ['[X]', 'done'], ['■', 'done'],
    ['未完成', 'open'], ['未开始', 'open'], ['进行中', 'doing'], ['已完成', 'done'], ['延期', 'delayed'], ['已取消', 'cancelled'], ['100%', 'done'], ['60%', 'doing'], ['-', null],
    ['□未完成 ☑已完成 □延期', 'done'], ['□未完成/□已完成/☑延期', 'delayed'], ['□未完成/□已完成/□延期', 'open'],
  ])('%s', (text, value) => {
    expect(readState(text).value).toBe(value);
  });

  it('follows a legend in the heading', () => {
    const legend = stateLegend('完成情况(√完成 ×延期 ○未完成)');
    expect(readState('×', legend).value).toBe('delayed');
    expect(stateLegend('完成情况(□未完成/□已完成/□延期)').size).toBe(0);
  });

  it('phases, levels, feedback words (formats.md)', () => {
    expect(['前期筹备', '中期执行', '后期复盘', '准备阶段'].map((text) => readPhase(text).value)).toEqual(['preparation', 'execution', 'retrospective', 'preparation']);
    expect(readPhase('甲')).toEqual({ value: '甲', doubt: { code: 'phase-unknown' } });
    expect(['高', '中', '低', '较高', '30%'].map((text) => readLevel(text).value)).toEqual(['high', 'medium', 'low', 'high', 30]);
    expect(['产品建议', '服务表扬', '服务投诉', '使用问题', '其他'].map((text) => readFeedbackType(text).value)).toEqual(['suggestion', 'praise', 'complaint', 'question', 'other']);
    expect(['待处理', '处理中', '已解决', '已关闭'].map((text) => readFeedbackState(text).value)).toEqual(['open', 'handling', 'solved', 'closed']);
    expect(['非常满意', '满意', '一般', '不满意', '非常不满意', '★★★★★', '★★☆☆☆', '4分', '四星'].map((text) => readScore(text).value)).toEqual([5, 4, 3, 2, 1, 5, 2, 4, 4]);
    expect(readScore('8', 10)).toEqual({ value: 8, unit: '/10' });
  });
});

describe('measures, rates and bands', () => {
  it.each<[string, number | null, string?, string?]>([
    ['2000单', 2000, '单'], ['15%', 15, '%'], ['≥90%', 90, '%'], ['提升50%', 50, '%'], ['1万人', 10000, '人'], ['100万元', 1000000, 'CNY'], ['50元以内', 50, 'CNY'], ['1:3', 3], ['10%-15%', null, '%', 'range'], ['显著提升', null, undefined, 'unreadable'],
  ])('%s', (text, value, unit, code) => {
    const reading = readMeasure(text);
    expect([reading.value, reading.unit, reading.doubt?.code]).toEqual([value, unit, code]);
  });

  it('rates and approval bands', () => {
    expect(readRate('12.5%')).toEqual({ value: 12.5, unit: '%' });
    expect(readBand('5000元以下').value).toEqual({ max: 5000 });
    expect(readBand('5000-20000元').value).toEqual({ min: 5000, max: 20000 });
    expect(readBand('2万元以上').value).toEqual({ min: 20000 });
  });
});
