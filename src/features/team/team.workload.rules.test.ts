import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '#platform/shared/calendar.ts';
import { FULL_WEEK, isStandInAway, weeksOf, workDays, workloadOf, type WorkloadInput, type WorkTask } from './team.workload.rules.ts';

const people = [
  { userId: 'chen', name: '陈婧', groups: ['lead'] }, { userId: 'wang', name: '王芳', groups: ['execution'] }, { userId: 'zhang', name: '张三', groups: ['execution'] }, { userId: 'li', name: '李想', groups: ['monitoring'] },
] as const;
let number = 0;
const task = (fields: Partial<WorkTask>): WorkTask => {
  number += 1;
  return { id: `t${number}`, title: `任务${number}`, phase: 'preparation', startOn: null, endOn: null, dueTime: null, ownerId: null, ownerText: '', ...fields };
};
const input = (tasks: readonly WorkTask[], more: Partial<WorkloadInput> = {}): WorkloadInput =>
  ({ people, tasks, absences: [], elsewhere: [], startsOn: '2025-10-01', endsOn: '2025-10-22', limit: FULL_WEEK, ...more });
const onSite = (ownerText: string, startOn: string, endOn = startOn, dueTime: string | null = null): WorkTask => task({ phase: 'execution', ownerText, startOn, endOn, dueTime });

describe('the days of a task', () => {
  test('are working days by the Chinese calendar, every day on site, and every day when there is no working day', () => {
    // 国庆: 1–8 October 2025 are off, 11 October (a Saturday) is worked.
    expect(workDays('preparation', { fromOn: '2025-10-06', toOn: '2025-10-12' })).toEqual(['2025-10-09', '2025-10-10', '2025-10-11']);
    expect(workDays('execution', { fromOn: '2025-10-17', toOn: '2025-10-19' })).toHaveLength(3);
    expect(workDays('preparation', { fromOn: '2025-10-01', toOn: '2025-10-05' })).toHaveLength(5);
  });

  test('follow the company’s own days', () => {
    const own = new Map([['2025-10-10', false], ['2025-10-12', true]]);
    expect(workDays('preparation', { fromOn: '2025-10-06', toOn: '2025-10-12' }, own)).toEqual(['2025-10-09', '2025-10-11', '2025-10-12']);
    expect(workDays('execution', { fromOn: '2025-10-10', toOn: '2025-10-12' }, own)).toHaveLength(3);
    // Here and in another campaign; leave on a day that the company takes off misses no work.
    const load = (calendar: NonNullable<WorkloadInput['calendar']>) => workloadOf(input([task({ ownerText: '李想', startOn: '2025-10-09', endOn: '2025-10-10' })], {
      calendar, absences: [{ userId: 'li', fromOn: '2025-10-10', toOn: '2025-10-10', standInName: null }],
      elsewhere: [{ userId: 'li', campaignName: null, phase: 'preparation', startOn: '2025-10-10', endOn: '2025-10-11', named: true }],
    }));
    const told = (calendar: NonNullable<WorkloadInput['calendar']>) => {
      const { people: loads, findings } = load(calendar);
      return [loads.find(({ person }) => person.userId === 'li')?.weeks.map(({ days, elsewhere }) => days + elsewhere), findings.some(({ kind }) => kind === 'away')];
    };
    expect(told([])).toEqual([[0, 4, 0, 0], true]);
    expect(told([{ day: '2025-10-10', works: false }])).toEqual([[0, 2, 0, 0], false]);
  });

  test('weeks are Monday to Sunday, and cover the period without a gap', () => {
    expect(weeksOf('2025-10-01', '2025-10-22').map((week) => week.fromOn)).toEqual(['2025-09-29', '2025-10-06', '2025-10-13', '2025-10-20']);
    fc.assert(fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 400 }), (start, length) => {
      const fromOn = addDays('2020-01-01', start);
      const weeks = weeksOf(fromOn, addDays(fromOn, length));
      expect(weeks[0] && weeks[0].fromOn <= fromOn && weeks[0].toOn >= fromOn).toBe(true);
      expect(weeks.at(-1) && weeks.at(-1)!.toOn >= addDays(fromOn, length)).toBe(true);
      for (const [index, week] of weeks.entries()) {
        expect(daysBetween(week.fromOn, week.toOn)).toBe(6);
        if (index > 0) expect(daysBetween(weeks[index - 1]!.toOn, week.fromOn)).toBe(1);
      }
    }));
  });
});

describe('the workload (P3.2)', () => {
  test('counts a task of all or of a group for each of them, by week', () => {
    const { people: loads, findings } = workloadOf(input([onSite('全员', '2025-10-16', '2025-10-18'), onSite('执行组', '2025-10-15'), task({ ownerText: '李想', startOn: '2025-10-20', endOn: '2025-10-22' }), task({ ownerText: '李想' })]));
    expect(loads.map(({ person, days, tasks, undated, weeks }) => [person.name, days, tasks, undated, weeks.map((week) => week.days)])).toEqual([
      ['陈婧', 3, 1, 0, [0, 0, 3, 0]], ['王芳', 4, 2, 0, [0, 0, 4, 0]], ['张三', 4, 2, 0, [0, 0, 4, 0]], ['李想', 6, 3, 1, [0, 0, 3, 3]],
    ]);
    expect(findings).toEqual([]);
  });

  test('says who has nothing, once there is something', () => {
    expect(workloadOf(input([onSite('王芳', '2025-10-16')])).findings).toEqual(['chen', 'zhang', 'li'].map((userId) => ({ kind: 'idle', userId })));
    expect(workloadOf(input([])).findings).toEqual([]);
  });

  test('a person named at two tasks on site on one day is in two places; not with hours apart, not as one of a group', () => {
    const clash = (...tasks: readonly WorkTask[]) => workloadOf(input(tasks)).findings.filter(({ kind }) => kind === 'clash');
    expect(clash(onSite('王芳', '2025-10-16', '2025-10-18'), onSite('王芳、张三', '2025-10-18', '2025-10-19'))).toMatchObject([{ userId: 'wang', fromOn: '2025-10-18', toOn: '2025-10-18' }]);
    expect(clash(onSite('王芳', '2025-10-16', '2025-10-16', '10:00'), onSite('王芳', '2025-10-16', '2025-10-16', '18:00'))).toEqual([]);
    expect(clash(onSite('王芳', '2025-10-16', '2025-10-16', '10:00'), onSite('王芳', '2025-10-16', '2025-10-16', '10:00'))).toHaveLength(1);
    expect(clash(onSite('执行组', '2025-10-16'), onSite('王芳', '2025-10-16'))).toEqual([]);
    expect(clash(onSite('监控组', '2025-10-16'), onSite('李想', '2025-10-16'))).toMatchObject([{ userId: 'li' }]);
    expect(clash(onSite('监控组', '2025-10-16'), onSite('监控组', '2025-10-16'))).toEqual([]);
    expect(clash(task({ ownerText: '王芳', startOn: '2025-10-16' }), onSite('王芳', '2025-10-16'))).toEqual([]);
  });

  test('another campaign counts too, and on site it is another place', () => {
    const elsewhere = { userId: 'wang', campaignName: null, phase: 'execution', startOn: '2025-10-17', endOn: '2025-10-20', named: true } as const;
    const { people: loads, findings } = workloadOf(input([onSite('王芳', '2025-10-16', '2025-10-18')], { elsewhere: [elsewhere] }));
    expect(findings[0]).toEqual({ kind: 'elsewhere', userId: 'wang', fromOn: '2025-10-17', toOn: '2025-10-18', task: loads[1]?.weeks[2] ? expect.any(String) : '', taskId: expect.any(String), campaignName: null });
    expect(loads[1]?.weeks.map((week) => [week.days, week.elsewhere, week.clash])).toEqual([[0, 0, false], [0, 0, false], [3, 3, true], [0, 1, false]]);
    expect(workloadOf(input([onSite('王芳', '2025-10-16', '2025-10-18')], { elsewhere: [{ ...elsewhere, named: false }] })).findings.filter(({ kind }) => kind === 'elsewhere')).toEqual([]);
  });

  test('a task on the days of an absence is said when it is theirs alone; the week shows that they are away', () => {
    const absences = [{ userId: 'wang', fromOn: '2025-10-16', toOn: '2025-10-17', standInName: '张三' }];
    const { people: loads, findings } = workloadOf(input([onSite('王芳', '2025-10-15', '2025-10-16'), onSite('全员', '2025-10-17')], { absences }));
    expect(findings.filter(({ kind }) => kind === 'away')).toMatchObject([{ userId: 'wang', fromOn: '2025-10-16', toOn: '2025-10-16', standInName: '张三' }]);
    expect(loads[1]?.weeks.map((week) => week.away)).toEqual(['no', 'no', 'work', 'no']);
    expect(workloadOf(input([onSite('王芳', '2025-10-20')], { absences })).people[1]?.weeks.map((week) => week.away)).toEqual(['no', 'no', 'free', 'no']);
  });

  test('more days than the limit in a week is an overload', () => {
    const tasks = [1, 2, 3].map(() => task({ ownerText: '王芳', startOn: '2025-10-13', endOn: '2025-10-17' }));
    expect(workloadOf(input(tasks)).findings[0]).toEqual({ kind: 'over', userId: 'wang', fromOn: '2025-10-13', toOn: '2025-10-19', days: 15 });
    expect(workloadOf(input(tasks, { limit: 15 })).findings.some(({ kind }) => kind === 'over')).toBe(false);
  });

  test('the weeks of a person add up to their days, whatever the tasks are', () => {
    const day = fc.integer({ min: -20, max: 60 }).map((offset) => addDays('2025-10-01', offset));
    const any = fc.record({ ownerText: fc.constantFrom('王芳', '全员', '执行组、李想', '*专员', '赵六'), phase: fc.constantFrom('preparation' as const, 'execution' as const), from: day, length: fc.integer({ min: 0, max: 20 }) })
      .map(({ ownerText, phase, from, length }) => task({ ownerText, phase, startOn: from, endOn: addDays(from, length) }));
    fc.assert(fc.property(fc.array(any, { maxLength: 8 }), (tasks) => {
      for (const load of workloadOf(input(tasks)).people) expect(load.weeks.reduce((sum, week) => sum + week.days, 0)).toBe(load.days);
    }));
  });
});

test('a stand-in who is away on one of the days cannot stand in', () => {
  const absence = { userId: 'wang', standInId: 'zhang', fromOn: '2025-10-16', toOn: '2025-10-18' };
  const other = (userId: string, fromOn: string, toOn: string) => ({ userId, standInId: null, fromOn, toOn });
  expect(isStandInAway(absence, [absence, other('zhang', '2025-10-18', '2025-10-20')])).toBe(true);
  expect(isStandInAway(absence, [absence, other('zhang', '2025-10-19', '2025-10-20'), other('li', '2025-10-16', '2025-10-18')])).toBe(false);
  expect(isStandInAway({ ...absence, standInId: null }, [other('zhang', '2025-10-16', '2025-10-16')])).toBe(false);
});
