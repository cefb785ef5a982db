import { describe, expect, it } from 'vitest';
import { dayOccurrences, occurrencesOn, openingOn, taskTimes, type TimedTask } from './schedule.time.rules.ts';
import type { CampaignDays } from './schedule.when.rules.ts';

/** T2's own campaign: 1–22 October, the event from Thursday the 16th to Saturday the 18th. */
const campaign: CampaignDays = { startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18' };
const task = (fields: Partial<TimedTask>): TimedTask => ({ title: '现场执行', phase: 'execution', whenText: '', note: '', startOn: null, endOn: null, ...fields });
const kindsOf = (fields: Partial<TimedTask>) => taskTimes(task(fields), campaign).map((time) => ({ ...time, text: undefined }));

describe('what 时间节点 is', () => {
  it.each([
    ['T-14', [{ kind: 'relative', source: 'when', start: { anchor: 'D', offset: -14, unit: 'day' }, end: null }]],
    ['D日', [{ kind: 'relative', source: 'when', start: { anchor: 'D', offset: 0, unit: 'day' }, end: null }]],
    ['D-4~D-1', [{ kind: 'relative', source: 'when', start: { anchor: 'D', offset: -4, unit: 'day' }, end: { anchor: 'D', offset: -1, unit: 'day' } }]],
    ['活动前1天', [{ kind: 'relative', source: 'when', start: { anchor: 'D', offset: -1, unit: 'day' }, end: null }]],
    ['活动结束后3个工作日内', [{ kind: 'relative', source: 'when', start: { anchor: 'end', offset: 3, unit: 'workday', within: true }, end: null }]],
    ['10月6日-10日', [{ kind: 'fixed', source: 'when', startOn: '2025-10-06', endOn: '2025-10-10' }]],
    ['10月22日提交', [{ kind: 'fixed', source: 'when', startOn: '2025-10-22', endOn: '2025-10-22' }]],
    ['D-1 18:00前', [{ kind: 'relative', source: 'when', start: { anchor: 'D', offset: -1, unit: 'day' }, end: null }, { kind: 'deadline', source: 'when', day: null, time: '18:00', label: '' }]],
    ['18:00前完成', [{ kind: 'deadline', source: 'when', day: null, time: '18:00', label: '' }]],
    ['9:00-11:30', [{ kind: 'hours', source: 'when', time: '09:00', until: '11:30', label: '' }]],
    ['每日21:00复盘', [{ kind: 'repeat', source: 'when', every: 'day', on: [], time: '21:00', until: null, by: false, label: '复盘', fromOn: null, toOn: null }]],
    ['每周一10:00', [{ kind: 'repeat', source: 'when', every: 'week', on: [1], time: '10:00', until: null, by: false, label: '', fromOn: null, toOn: null }]],
    ['每周一、三 10:00例会', [{ kind: 'repeat', source: 'when', every: 'week', on: [1, 3], time: '10:00', until: null, by: false, label: '例会', fromOn: null, toOn: null }]],
    ['每周一至周五9点', [{ kind: 'repeat', source: 'when', every: 'week', on: [1, 2, 3, 4, 5], time: '09:00', until: null, by: false, label: '', fromOn: null, toOn: null }]],
    ['工作日9:00站会', [{ kind: 'repeat', source: 'when', every: 'workday', on: [], time: '09:00', until: null, by: false, label: '站会', fromOn: null, toOn: null }]],
    ['每个工作日18:00前', [{ kind: 'repeat', source: 'when', every: 'workday', on: [], time: '18:00', until: null, by: true, label: '', fromOn: null, toOn: null }]],
    ['提前2小时到岗', [{ kind: 'relative', source: 'when', start: { anchor: 'D', offset: -2, unit: 'hour' }, end: null }, { kind: 'arrive', source: 'when', minutes: 120, label: '提前2小时到岗' }]],
    ['尽快', []],
    ['10月中旬', []],
  ])('%s', (whenText, times) => expect(kindsOf({ whenText })).toEqual(times));
});

describe('what a note says of times', () => {
  it.each([
    ['需10月15日到货', [{ kind: 'deadline', source: 'note', day: '2025-10-15', time: null, label: '到货' }]],
    ['10月22日提交', [{ kind: 'deadline', source: 'note', day: '2025-10-22', time: null, label: '提交' }]],
    ['10月15日18:00前到货', [{ kind: 'deadline', source: 'note', day: '2025-10-15', time: '18:00', label: '到货' }]],
    ['需D-1到货', [{ kind: 'deadline', source: 'note', day: '2025-10-15', time: null, label: '到货' }]],
    ['物料活动前1天到位', [{ kind: 'deadline', source: 'note', day: '2025-10-15', time: null, label: '物料到位' }]],
    ['18:00前完成', [{ kind: 'deadline', source: 'note', day: null, time: '18:00', label: '' }]],
    ['每日21:00复盘', [{ kind: 'repeat', source: 'note', every: 'day', on: [], time: '21:00', until: null, by: false, label: '复盘', fromOn: null, toOn: null }]],
    ['活动期间每日21:00复盘', [{ kind: 'repeat', source: 'note', every: 'day', on: [], time: '21:00', until: null, by: false, label: '复盘', fromOn: '2025-10-16', toOn: '2025-10-18' }]],
    ['工作人员提前两小时到岗', [{ kind: 'arrive', source: 'note', minutes: 120, label: '工作人员提前2小时到岗' }]],
    ['开场前半小时检票', [{ kind: 'arrive', source: 'note', minutes: 30, label: '开场前半小时检票' }]],
    ['需10月15日到货；每日21:00复盘', [{ kind: 'deadline' }, { kind: 'repeat' }]],
    ['每天200元', []],
    ['预算8,000元，10月8日已确认口径', []],
    ['参考2024年10月的方案', []],
    ['兼职10名(3天)', []],
  ])('%s', (note, times) => expect(kindsOf({ note })).toMatchObject(times));

  it('says nothing where nothing is meant', () => {
    expect(kindsOf({ note: '每天200元' })).toEqual([]);
    expect(kindsOf({ note: '预算8,000元' })).toEqual([]);
  });
});

describe('what falls on a day', () => {
  const event = { startOn: '2025-10-16', endOn: '2025-10-18' };
  const calendar = [{ day: '2025-10-18', works: true, name: '加班' }];
  it.each([
    [{ whenText: '10月16日-18日', ...event, note: '每日21:00复盘' }, '2025-10-17', [{ kind: 'repeat', time: '21:00', until: null, label: '复盘' }]],
    [{ whenText: '10月16日-18日', ...event, note: '每日21:00复盘' }, '2025-10-19', []],
    [{ whenText: '每日21:00复盘' }, '2025-10-16', [{ kind: 'repeat', time: '21:00', until: null, label: '复盘' }]],
    [{ whenText: '每日21:00复盘' }, '2025-10-15', []],
    [{ whenText: '每周一10:00', phase: 'preparation' as const }, '2025-10-13', [{ kind: 'repeat', time: '10:00', until: null, label: '现场执行' }]],
    [{ whenText: '每周一10:00', phase: 'preparation' as const }, '2025-10-14', []],
    [{ whenText: '10月6日-10日', startOn: '2025-10-06', endOn: '2025-10-10', note: '18:00前完成' }, '2025-10-10', [{ kind: 'deadline', time: '18:00', until: null, label: '现场执行' }]],
    [{ whenText: '10月6日-10日', startOn: '2025-10-06', endOn: '2025-10-10', note: '18:00前完成' }, '2025-10-09', []],
    [{ whenText: '10月1日', startOn: '2025-10-01', endOn: '2025-10-01', note: '需10月15日到货' }, '2025-10-15', [{ kind: 'deadline', time: null, until: null, label: '到货' }]],
    [{ whenText: '10月15日9:00-11:30', startOn: '2025-10-15', endOn: '2025-10-15' }, '2025-10-15', [{ kind: 'at', time: '09:00', until: '11:30', label: '现场执行' }]],
    // Saturday the 18th is a working day of this company only.
    [{ whenText: '工作日9:00站会' }, '2025-10-18', [{ kind: 'repeat', time: '09:00', until: null, label: '站会' }]],
  ])('%j on %s', (fields, day, expected) => expect(occurrencesOn(task(fields), campaign, day, { calendar })).toEqual(expected));

  it('counts hours before the opening from the first hour on site of the day, and asks where there is none', () => {
    const show = task({ title: '开场演出', whenText: '10月16日 10:00-12:00', startOn: '2025-10-16', endOn: '2025-10-16' });
    const crew = task({ title: '现场执行', ...event, note: '提前2小时到岗' });
    expect(openingOn([show, crew], campaign, '2025-10-16')).toBe('10:00');
    expect(dayOccurrences([show, crew], campaign, '2025-10-16').map(({ time, label, kind }) => [kind, time, label])).toEqual([['arrive', '08:00', '提前2小时到岗'], ['at', '10:00', '开场演出']]);
    expect(dayOccurrences([show, crew], campaign, '2025-10-17')).toMatchObject([{ kind: 'arrive', time: null }]);
  });
});
