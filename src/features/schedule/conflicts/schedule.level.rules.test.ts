import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, isWorkingDay, type Day } from '#platform/shared/calendar.ts';
import type { ResourceUse } from './schedule.conflict.rules.ts';
import { conflictsOf, levelAll, proposals, type LevelInput, type LevelTask } from './schedule.level.rules.ts';
import { moveTasks } from '../plan/schedule.move.rules.ts';
import { analysePlan } from '../plan/schedule.plan.rules.ts';
import { planCalendar } from '../plan/schedule.planned.rules.ts';
import type { CampaignDays } from '../times/schedule.when.rules.ts';

const campaign: CampaignDays = { startsOn: '2025-10-01', endsOn: '2025-10-31', eventFrom: '2025-10-20', eventTo: '2025-10-22' };
const calendar = planCalendar();
const on = (day: number): Day => addDays('2025-10-01', day - 1);
const task = (id: string, from: number, to = from, more: Partial<LevelTask> = {}): LevelTask => ({
  id, title: id, phase: 'preparation', whenText: '', note: '', state: 'open', startOn: on(from), endOn: on(to), resourceText: '', parentId: null,
  links: [], notBeforeOn: null, dueOn: null, fixed: false, milestone: false, durationUnit: 'day', ...more,
});
const after = (...ids: readonly string[]) => ids.map((predecessorId) => ({ predecessorId, type: 'FS' as const, lagDays: 0, lagUnit: 'day' as const }));
const opening = (waits: readonly string[] = []) => task('活动', 20, 22, { phase: 'execution', fixed: true, links: after(...waits) });
const input = (tasks: readonly LevelTask[], more: Partial<LevelInput> = {}): LevelInput => ({
  tasks, campaign, calendar, works: isWorkingDay, elsewhere: [], people: { people: [], tasks: [], absences: [], elsewhere: [], startsOn: campaign.startsOn, endsOn: campaign.endsOn }, ...more,
});
const said = (given: LevelInput) => [...proposals(given).values()].map(({ taskId, to, byDays, cost }) => [taskId, to.startOn.slice(8), to.endOn.slice(8), byDays, cost === null ? 'free' : cost.dDay.brokenByDays > 0 ? 'breaks D-day' : `moves ${cost.slipped.length}`]);
const busy = (from: number, to = from): ResourceUse => ({ taskId: null, title: null, campaignName: null, resources: ['主舞台'], fromOn: on(from), toOn: on(to), hours: null, parentId: null });
const stage = { resourceText: '主舞台' };

describe('a place for what is in the way', () => {
  it('is the next free one within the slack, for the task that moves the least', () => {
    expect(said(input([task('彩排', 13, 14, stage), task('搭建', 14, 15, stage), opening(['彩排', '搭建'])]))).toEqual([['搭建', '15', '16', 1, 'free']]);
    // The set-up waits for nothing but holds the hall; another campaign has it on the two days after.
    expect(said(input([task('彩排', 13, 13, stage), opening(['彩排'])], { elsewhere: [busy(13, 15)] }))).toEqual([['彩排', '16', '16', 3, 'free']]);
  });

  it('leaves what is fixed, begun or done', () => {
    expect(said(input([task('彩排', 13, 13, { ...stage, fixed: true }), task('搭建', 13, 13, stage), opening()]))).toEqual([['搭建', '14', '14', 1, 'free']]);
    expect(said(input([task('彩排', 13, 13, { ...stage, fixed: true }), task('搭建', 13, 13, { ...stage, state: 'doing' }), opening()]))).toEqual([]);
  });

  it('breaks no link: what would push others is told with its cost', () => {
    const tasks = [task('彩排', 18, 18, { ...stage, fixed: true }), task('搭建', 18, 18, stage), task('验收', 19, 19, { links: after('搭建') }), opening(['验收'])];
    expect(said(input(tasks))).toEqual([['搭建', '19', '19', 1, 'breaks D-day']]);
    const loose = [task('彩排', 13, 13, { ...stage, fixed: true }), task('搭建', 13, 13, stage), task('验收', 14, 14, { links: after('搭建') }), opening(['验收'])];
    expect(said(input(loose))).toEqual([['搭建', '14', '14', 1, 'moves 1']]);
  });

  it('keeps what is before the event before it, and what is on site on its days', () => {
    expect(said(input([task('彩排', 19, 19, { ...stage, fixed: true }), task('搭建', 19, 19, stage), opening()]))).toEqual([]);
    const show = { ...stage, phase: 'execution' as const };
    expect(said(input([task('演出', 22, 22, { ...show, fixed: true }), task('抽奖', 22, 22, show), opening()]))).toEqual([]);
    expect(said(input([task('演出', 20, 20, { ...show, fixed: true }), task('抽奖', 20, 20, show), task('活动结束', 22, 22, { phase: 'execution' })]))).toEqual([['抽奖', '21', '21', 1, 'free']]);
  });

  it('counts in the unit of the task: Friday gives way to Monday', () => {
    const tasks = [task('彩排', 10, 10, { ...stage, fixed: true }), task('搭建', 10, 10, { ...stage, durationUnit: 'workday' }), opening(['搭建'])];
    // Saturday the 11th is worked by 调休.
    expect(said(input(tasks))).toEqual([['搭建', '11', '11', 1, 'free']]);
    expect(said(input(tasks, { elsewhere: [busy(11)] }))).toEqual([['搭建', '13', '13', 3, 'free']]);
  });

  it('sees people: leave is waited for, and a person is not put at two places', () => {
    const wang = { userId: 'wang', name: '王芳', groups: ['execution' as const] };
    const tasks = [task('布置', 13, 13), opening(['布置'])];
    const people = {
      people: [wang], startsOn: campaign.startsOn, endsOn: campaign.endsOn, elsewhere: [],
      tasks: [{ id: '布置', title: '布置', phase: 'preparation' as const, startOn: on(13), endOn: on(13), dueTime: null, ownerId: null, ownerText: '王芳' }],
      absences: [{ userId: 'wang', fromOn: on(12), toOn: on(15), standInName: null }],
    };
    expect(said(input(tasks, { people }))).toEqual([['布置', '16', '16', 3, 'free']]);
  });
});

const name = fc.constantFrom('主舞台', '投影仪', '');
const anyTask = fc.record({ from: fc.integer({ min: 1, max: 17 }), length: fc.integer({ min: 0, max: 2 }), resourceText: name, fixed: fc.boolean(), waits: fc.option(fc.integer({ min: 0, max: 4 })), unit: fc.constantFrom('day' as const, 'workday' as const) });

test('all that is accepted ends conflicts, moves nothing that is fixed, pushes nothing else and stays within the slack', () => {
  fc.assert(fc.property(fc.array(anyTask, { minLength: 2, maxLength: 7 }), fc.boolean(), (some, others) => {
    const tasks = [...some.map((one, index) => task(String(index), one.from, Math.min(19, one.from + one.length), {
      resourceText: one.resourceText, fixed: one.fixed, durationUnit: one.unit, links: one.waits !== null && one.waits < index ? after(String(one.waits)) : [],
    })), opening()];
    const given = input(tasks, { elsewhere: others ? [busy(5, 7)] : [] });
    const before = conflictsOf(given).length;
    const taken = levelAll(given);
    const moved = new Map(taken.map((proposal) => [proposal.taskId, proposal]));
    const levelled = { ...given, tasks: tasks.map((one) => ({ ...one, ...moved.get(one.id)?.to })) };
    expect(conflictsOf(levelled).length).toBeLessThanOrEqual(before - (taken.length > 0 ? 1 : 0));
    for (const proposal of taken) {
      expect(tasks.find((one) => one.id === proposal.taskId)?.fixed).toBe(false);
      expect(proposal.to.startOn > proposal.from.startOn && proposal.to.endOn <= on(19)).toBe(true);
    }
    const pushed = moveTasks(tasks, taken.map(({ taskId, to }) => ({ id: taskId, ...to })), calendar);
    expect(pushed.changes.filter((change) => !moved.has(change.id))).toEqual([]);
    expect(analysePlan(levelled.tasks, calendar).finish).toBe(analysePlan(tasks, calendar).finish);
  }), { numRuns: 300 });
});
