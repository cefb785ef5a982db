import { describe, expect, it } from 'vitest';
import { hoursOf, peopleConflicts, resourceConflicts, resourceKey, resourcesIn, tasksIn, usesOf, type ConflictTask, type ResourceUse } from './schedule.conflict.rules.ts';
import type { CampaignDays } from '../times/schedule.when.rules.ts';

const campaign: CampaignDays = { startsOn: '2025-10-01', endsOn: '2025-10-22', eventFrom: '2025-10-16', eventTo: '2025-10-18' };
const task = (id: string, resourceText: string, from: string, to = from, more: Partial<ConflictTask> = {}): ConflictTask => ({
  id, title: id, resourceText, phase: 'execution', whenText: '', note: '', state: 'open', parentId: null, startOn: `2025-10-${from}`, endOn: `2025-10-${to}`, ...more,
});
const elsewhere = (resources: readonly string[], from: string, to = from, more: Partial<ResourceUse> = {}): ResourceUse => ({
  taskId: null, title: null, campaignName: null, resources, fromOn: `2025-10-${from}`, toOn: `2025-10-${to}`, hours: null, parentId: null, ...more,
});
const found = (tasks: readonly ConflictTask[], others: readonly ResourceUse[] = []) =>
  resourceConflicts(usesOf(tasks, campaign), others).map((conflict) => [conflict.kind === 'resource' ? conflict.name : '', tasksIn(conflict).join('+'), conflict.fromOn.slice(8), conflict.toOn.slice(8)]);

describe('the names of venues and equipment', () => {
  it.each([
    ['主舞台、投影仪', ['主舞台', '投影仪']],
    ['A厅，音响；投影仪', ['A厅', '音响', '投影仪']],
    ['投影仪2台、投影仪', ['投影仪2台']],
    [' ', []],
    ['、、', []],
  ])('%s', (text, names) => expect(resourcesIn(text)).toEqual(names));
  it.each([['投影仪 2台', '投影仪'], ['投影仪×2', '投影仪'], ['ＬＥＤ 屏', 'led屏'], ['3号厅', '3号厅']])('%s is %s', (name, key) => expect(resourceKey(name)).toBe(key));
});

describe('used twice at the same time', () => {
  it.each([
    ['one hall on shared days', [task('a', '主舞台', '14', '16'), task('b', '主舞台、音响', '15', '18')], [], [['主舞台', 'a+b', '15', '16']]],
    ['days apart', [task('a', '主舞台', '14'), task('b', '主舞台', '15')], [], []],
    ['other things', [task('a', '主舞台', '14'), task('b', '副舞台', '14')], [], []],
    ['written in two ways', [task('a', '投影仪2台', '14'), task('b', '投影仪', '14')], [], [['投影仪2台', 'a+b', '14', '14']]],
    ['done and called off', [task('a', '主舞台', '14'), task('b', '主舞台', '14', '14', { state: 'done' }), task('c', '主舞台', '14', '14', { state: 'cancelled' })], [], []],
    ['without days', [task('a', '主舞台', '14'), task('b', '主舞台', '14', '14', { startOn: null, endOn: null })], [], []],
    ['hours apart', [task('a', '主舞台', '14', '14', { whenText: '10月14日 9:00-11:30' }), task('b', '主舞台', '14', '14', { whenText: '10月14日 13:00-15:00' })], [], []],
    ['hours that touch', [task('a', '主舞台', '14', '14', { whenText: '10月14日 9:00-11:30' }), task('b', '主舞台', '14', '14', { whenText: '10月14日 11:30-13:00' })], [], []],
    ['hours that overlap', [task('a', '主舞台', '14', '14', { whenText: '10月14日 9:00-12:00' }), task('b', '主舞台', '14', '14', { whenText: '10月14日 11:30-13:00' })], [], [['主舞台', 'a+b', '14', '14']]],
    ['hours against the whole day', [task('a', '主舞台', '14', '14', { whenText: '10月14日 9:00-12:00' }), task('b', '主舞台', '14')], [], [['主舞台', 'a+b', '14', '14']]],
    ['a deadline is no hours', [task('a', '主舞台', '14', '14', { whenText: '10月14日18:00前' }), task('b', '主舞台', '14', '14', { whenText: '10月14日 9:00-12:00' })], [], [['主舞台', 'a+b', '14', '14']]],
    ['a part and its whole', [task('a', '主舞台', '14', '16'), task('b', '主舞台', '15', '15', { parentId: 'a' })], [], []],
    ['another campaign', [task('a', '主舞台', '14', '16')], [elsewhere(['主舞台'], '16', '20')], [['主舞台', 'a', '16', '16']]],
    ['two others only', [task('a', '副舞台', '14')], [elsewhere(['主舞台'], '14'), elsewhere(['主舞台'], '14')], []],
    ['three at once', [task('a', '主舞台', '14'), task('b', '主舞台', '14'), task('c', '主舞台', '14')], [], [['主舞台', 'a+b', '14', '14'], ['主舞台', 'a+c', '14', '14'], ['主舞台', 'b+c', '14', '14']]],
  ] as const)('%s', (_, tasks, others, conflicts) => expect(found(tasks, others)).toEqual(conflicts));

  it('a repeated hour and a note say nothing of the hours of the place', () => {
    expect(hoursOf(task('a', '主舞台', '14', '14', { whenText: '每日21:00复盘' }), campaign)).toBeNull();
    expect(hoursOf(task('a', '主舞台', '14', '14', { note: '9:00-11:00彩排' }), campaign)).toBeNull();
    expect(hoursOf(task('a', '主舞台', '14', '14', { whenText: 'D-2 9:00-11:30' }), campaign)).toEqual({ from: '09:00', until: '11:30' });
  });
});

describe('people', () => {
  const people = [{ userId: 'wang', name: '王芳', groups: ['execution' as const] }, { userId: 'li', name: '李想', groups: ['monitoring' as const] }];
  const work = (id: string, ownerText: string, day: string) => ({ id, title: id, phase: 'execution' as const, startOn: day, endOn: day, dueTime: null, ownerId: null, ownerText });
  it('at two places at once, in another campaign, on leave: as the workload finds them', () => {
    const conflicts = peopleConflicts({
      people, startsOn: campaign.startsOn, endsOn: campaign.endsOn,
      tasks: [work('a', '王芳', '2025-10-16'), work('b', '王芳', '2025-10-16'), work('c', '李想', '2025-10-17')],
      absences: [{ userId: 'li', fromOn: '2025-10-17', toOn: '2025-10-18', standInName: null }],
      elsewhere: [{ userId: 'wang', campaignName: null, phase: 'execution', startOn: '2025-10-16', endOn: '2025-10-16', named: true }],
    });
    expect(conflicts.map((conflict) => [conflict.kind, tasksIn(conflict)])).toEqual([['clash', ['a', 'b']], ['elsewhere', ['a']], ['elsewhere', ['b']], ['away', ['c']]]);
  });
});
