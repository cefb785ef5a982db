import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '#platform/shared/calendar.ts';
import { clockOfTick } from '../../files/schedule.clock.rules.ts';
import { LINK_TYPES } from '../../schedule.contract.ts';
import { plannedFromMspdi } from '../../files/schedule.mspdi.read.rules.ts';
import { writeMspdi } from '../../files/schedule.mspdi.rules.ts';
import { days, planMspdi } from '../../files/schedule.mspdi.plan.rules.ts';
import { isWorked } from '../../engine/schedule.calendar.rules.ts';
import { tickOf } from '../../plan/schedule.days.rules.ts';
import { planCalendar, type PlannedTask } from '../../plan/schedule.planned.rules.ts';
import { mspdiFile, ROUND_THE_CLOCK, type FixtureTask } from './schedule.mspdi.fixture.ts';
import { readMspdi } from './schedule.mspdi.ts';

/** `start finish | late start late finish | total slack free slack`, times as in the file without the year's and the seconds' digits. */
function computed(text: string): string[] {
  const project = readMspdi(text);
  const { tasks, result } = planMspdi(project);
  const at = (tick: number | undefined): string => clockOfTick(tick ?? 0).slice(5, 16).replace('T', ' ').replace(':00', '');
  return tasks.map((_, index) => [
    `${at(result.earlyStart[index])} – ${at(result.earlyFinish[index])}`, `${at(result.lateStart[index])} – ${at(result.lateFinish[index])}`,
    `${days(result.totalSlack[index] as number, project)} ${days(result.freeSlack[index] as number, project)}${result.critical[index] === 1 ? ' critical' : ''}`,
  ].join(' | '));
}
const [FF, FS, SF, SS] = [0, 1, 2, 3] as const;
const DAY = 4800;
const two = (type: number, lag = 0, format = 7): FixtureTask[] => [{ uid: 1, hours: 16 }, { uid: 2, hours: 24, links: [[1, type, lag, format]] }];

/** Values of Microsoft Project 2016 for a plan from Monday 2018-02-26, as the tests of T. Landwerth's Immutable.ProjectModel record them (TaskLinkTests). */
describe('two and three days, linked, as Microsoft Project shows them', () => {
  it.each<[string, FixtureTask[], string[]]>([
    ['FS', two(FS), ['02-26 08 – 02-27 17 | 02-26 08 – 02-27 17 | 0 0 critical', '02-28 08 – 03-02 17 | 02-28 08 – 03-02 17 | 0 0 critical']],
    ['FS+1d', two(FS, DAY), ['02-26 08 – 02-27 17 | 02-26 08 – 02-27 17 | 0 0 critical', '03-01 08 – 03-05 17 | 03-01 08 – 03-05 17 | 0 0 critical']],
    ['FS-1d', two(FS, -DAY), ['02-26 08 – 02-27 17 | 02-26 08 – 02-27 17 | 0 0 critical', '02-27 08 – 03-01 17 | 02-27 08 – 03-01 17 | 0 0 critical']],
    ['FS-3d, before the start of the project', two(FS, -3 * DAY), ['02-26 08 – 02-27 17 | 02-26 08 – 02-27 17 | 0 0 critical', '02-23 08 – 02-27 17 | 02-23 08 – 02-27 17 | 0 0 critical']],
    ['SS', two(SS), ['02-26 08 – 02-27 17 | 02-26 08 – 02-27 17 | 0 0 critical', '02-26 08 – 02-28 17 | 02-26 08 – 02-28 17 | 0 0 critical']],
    ['SS+1d', two(SS, DAY), ['02-26 08 – 02-27 17 | 02-26 08 – 02-27 17 | 0 0 critical', '02-27 08 – 03-01 17 | 02-27 08 – 03-01 17 | 0 0 critical']],
    ['SS-1d', two(SS, -DAY), ['02-26 08 – 02-27 17 | 02-26 08 – 02-27 17 | 0 0 critical', '02-23 08 – 02-27 17 | 02-23 08 – 02-27 17 | 0 0 critical']],
    ['FF', two(FF), ['02-26 08 – 02-27 17 | 02-27 08 – 02-28 17 | 1 1', '02-26 08 – 02-28 17 | 02-26 08 – 02-28 17 | 0 0 critical']],
    ['FF+1d', two(FF, DAY), ['02-26 08 – 02-27 17 | 02-26 08 – 02-27 17 | 0 0 critical', '02-26 08 – 02-28 17 | 02-26 08 – 02-28 17 | 0 0 critical']],
    ['FF-1d', two(FF, -DAY), ['02-26 08 – 02-27 17 | 02-27 08 – 02-28 17 | 1 1', '02-26 08 – 02-28 17 | 02-26 08 – 02-28 17 | 0 0 critical']],
    ['SF', two(SF), ['02-26 08 – 02-27 17 | 02-26 08 – 02-27 17 | 0 0 critical', '02-21 08 – 02-26 08 | 02-23 08 – 02-27 17 | 2 2']],
    ['SF+1d', two(SF, DAY), ['02-26 08 – 02-27 17 | 02-26 08 – 02-27 17 | 0 0 critical', '02-22 08 – 02-26 17 | 02-23 08 – 02-27 17 | 1 1']],
    ['SF-1d', two(SF, -DAY), ['02-26 08 – 02-27 17 | 02-26 08 – 02-27 17 | 0 0 critical', '02-20 08 – 02-23 08 | 02-23 08 – 02-27 17 | 3 3']],
    ['FF-1d beside a long task', [{ uid: 1, hours: 40 }, { uid: 2, hours: 24 }, { uid: 3, hours: 16, links: [[2, FF, -DAY]] }],
      ['02-26 08 – 03-02 17 | 02-26 08 – 03-02 17 | 0 0 critical', '02-26 08 – 02-28 17 | 02-28 08 – 03-02 17 | 2 0', '02-26 08 – 02-27 17 | 03-01 08 – 03-02 17 | 3 3']],
    ['FF-2d stops at the start of the project', [{ uid: 1, hours: 40 }, { uid: 2, hours: 24 }, { uid: 3, hours: 16, links: [[2, FF, -2 * DAY]] }],
      ['02-26 08 – 03-02 17 | 02-26 08 – 03-02 17 | 0 0 critical', '02-26 08 – 02-28 17 | 02-28 08 – 03-02 17 | 2 1', '02-26 08 – 02-27 17 | 03-01 08 – 03-02 17 | 3 3']],
  ])('%s', (_, tasks, expected) => {
    expect(computed(mspdiFile('2018-02-26T08:00', tasks))).toEqual(expected);
  });

  /** Stored by Microsoft Project 2007 in a file of pairs of one-day tasks from Friday 2014-10-17 (task-links of MPXJ's samples): the pairs whose lags are in days. */
  it('pairs with lags beside a longer pair', () => {
    const pairs: [number, number][] = [[FS, 0], [FS, DAY], [FS, 2 * DAY], [SF, 2 * DAY], [SS, 2 * DAY], [FF, 2 * DAY], [FS, 10 * DAY]];
    const lines = computed(mspdiFile('2014-10-17T08:00', pairs.flatMap(([type, lag], index) => [{ uid: 2 * index + 1, hours: 8 }, { uid: 2 * index + 2, hours: 8, links: [[2 * index + 1, type, lag] as const] }])));
    expect(lines).toEqual([
      '10-17 08 – 10-17 17 | 10-31 08 – 10-31 17 | 10 0', '10-20 08 – 10-20 17 | 11-03 08 – 11-03 17 | 10 10', '10-17 08 – 10-17 17 | 10-30 08 – 10-30 17 | 9 0', '10-21 08 – 10-21 17 | 11-03 08 – 11-03 17 | 9 9',
      '10-17 08 – 10-17 17 | 10-29 08 – 10-29 17 | 8 0', '10-22 08 – 10-22 17 | 11-03 08 – 11-03 17 | 8 8', expect.any(String), expect.stringMatching(/^10-20 08 – 10-20 17 /),
      '10-17 08 – 10-17 17 | 10-30 08 – 10-30 17 | 9 0', '10-21 08 – 10-21 17 | 11-03 08 – 11-03 17 | 9 9', '10-17 08 – 10-17 17 | 10-30 08 – 10-30 17 | 9 0', '10-21 08 – 10-21 17 | 11-03 08 – 11-03 17 | 9 9',
      expect.any(String), expect.stringMatching(/^11-03 08 – 11-03 17 /),
    ]);
  });

  /** Microsoft knowledge base Q87301: Friday 1992-07-24; "Total Slack for task 1 is 0d, while the Total Slack for task 2 is 2.63ed", which are 63 hours. */
  it('nine elapsed hours have slack over the weekend, eight working hours have none', () => {
    const text = mspdiFile('1992-07-24T08:00', [{ uid: 1, hours: 8 }, { uid: 2, hours: 9, elapsed: true }, { uid: 3, hours: 8, links: [[1, FS], [2, FS]] }]);
    expect(computed(text).map((line) => line.split(' | ')[2])).toEqual(['0 0 critical', `${63 / 8} ${63 / 8}`, '0 0 critical']);
    expect(computed(text)[1]).toMatch(/^07-24 08 – 07-24 17 \| 07-26 23 – 07-27 08/);
  });
});

describe('what Microsoft Project knows besides', () => {
  const monday = '2018-02-26T08:00';
  it('lags in elapsed time and in percent', () => {
    const lines = (links: FixtureTask['links']) => computed(mspdiFile(monday, [{ uid: 1, hours: 16 }, { uid: 2, hours: 8, links: links ?? [] }]))[1]?.split(' | ')[0];
    expect(lines([[1, FS, 14_400 * 3, 8]])).toBe('03-05 08 – 03-05 17');
    expect(lines([[1, FS, 50, 19]])).toBe('03-01 08 – 03-01 17');
    expect(lines([[1, SS, 25, 19]])).toBe('02-26 13 – 02-27 12');
  });

  it('milestones at the end of the day, and at the start of the project in the morning', () => {
    expect(computed(mspdiFile(monday, [{ uid: 1, hours: 8 }, { uid: 2, hours: 0, links: [[1, FS]] }, { uid: 3, hours: 0 }, { uid: 4, hours: 8, links: [[2, FS]] }])).map((line) => line.split(' | ')[0])).toEqual([
      '02-26 08 – 02-26 17', '02-26 17 – 02-26 17', '02-26 08 – 02-26 08', '02-27 08 – 02-27 17',
    ]);
  });

  it('constraints, deadlines, what has begun, what is done, by hand and inactive', () => {
    const lines = computed(mspdiFile(monday, [
      { uid: 1, hours: 8, more: '<ConstraintType>4</ConstraintType><ConstraintDate>2018-03-01T08:00:00</ConstraintDate>' },
      { uid: 2, hours: 8, links: [[1, FS]], more: '<Deadline>2018-03-01T17:00:00</Deadline>' },
      { uid: 3, hours: 8, more: '<ConstraintType>1</ConstraintType>' },
      { uid: 4, hours: 16, more: '<ActualStart>2018-02-22T08:00:00</ActualStart><PercentComplete>50</PercentComplete><RemainingDuration>PT8H0M0S</RemainingDuration><Resume>2018-02-26T08:00:00</Resume>' },
      { uid: 5, hours: 8, more: '<PercentComplete>100</PercentComplete><ActualStart>2018-02-23T08:00:00</ActualStart><ActualFinish>2018-02-23T17:00:00</ActualFinish>' },
      { uid: 6, hours: 8, more: '<Manual>1</Manual><Start>2018-02-28T08:00:00</Start><Finish>2018-02-28T17:00:00</Finish>', links: [[2, FS]] },
      { uid: 7, hours: 800, more: '<Active>0</Active>' },
    ]));
    expect(lines.slice(0, 6)).toEqual([
      '03-01 08 – 03-01 17 | 02-28 08 – 02-28 17 | -1 0 critical', '03-02 08 – 03-02 17 | 03-01 08 – 03-01 17 | -1 0 critical', '02-26 08 – 02-26 17 | 03-02 08 – 03-02 17 | 0 0 critical',
      '02-22 08 – 02-26 17 | 02-22 08 – 03-02 17 | 4 4', '02-23 08 – 02-23 17 | 02-23 08 – 02-23 17 | 0 0', '02-28 08 – 02-28 17 | 03-02 08 – 03-02 17 | 2 2',
    ]);
  });

  it('summaries pass their links on and roll up', () => {
    const lines = computed(mspdiFile(monday, [
      { uid: 1, hours: 16, summary: true }, { uid: 2, hours: 8, level: 2 }, { uid: 3, hours: 8, level: 2, links: [[2, FS]] },
      { uid: 4, hours: 8, summary: true, links: [[1, FS]] }, { uid: 5, hours: 8, level: 2 }, { uid: 6, hours: 24, level: 2 },
    ]));
    expect(lines.map((line) => line.split(' | ')[0])).toEqual(['02-26 08 – 02-27 17', '02-26 08 – 02-26 17', '02-27 08 – 02-27 17', '02-28 08 – 03-02 17', '02-28 08 – 02-28 17', '02-28 08 – 03-02 17']);
    expect(lines.map((line) => line.split(' | ')[2])).toEqual(['0 0 critical', '0 0 critical', '0 0 critical', '0 0 critical', '2 2', '0 0 critical']);
  });

  it('calendars: exceptions, a weekend that is worked, another calendar for one task, the hours of whoever does it', () => {
    const calendar = `<Exceptions><Exception><TimePeriod><FromDate>2018-02-27T00:00:00</FromDate><ToDate>2018-02-28T23:59:00</ToDate></TimePeriod><Type>1</Type><DayWorking>0</DayWorking></Exception>
      <Exception><TimePeriod><FromDate>2018-03-03T00:00:00</FromDate><ToDate>2018-03-03T23:59:00</ToDate></TimePeriod><Type>1</Type><DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime></WorkingTimes></Exception></Exceptions>`;
    const afternoons = `<Calendar><UID>3</UID><Name>P</Name><IsBaseCalendar>0</IsBaseCalendar><BaseCalendarUID>1</BaseCalendarUID><WeekDays>${[2, 3, 4, 5, 6].map((type) => `<WeekDay><DayType>${type}</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime></WorkingTimes></WeekDay>`).join('')}</WeekDays></Calendar>`;
    const extra = '<Resources><Resource><UID>9</UID><Type>1</Type><CalendarUID>3</CalendarUID></Resource></Resources><Assignments><Assignment><TaskUID>3</TaskUID><ResourceUID>9</ResourceUID><Units>1</Units><Work>PT8H0M0S</Work></Assignment></Assignments>';
    const text = mspdiFile(monday, [{ uid: 1, hours: 28 }, { uid: 2, hours: 24, more: '<CalendarUID>2</CalendarUID>' }, { uid: 3, hours: 8 }], { calendar, calendars: ROUND_THE_CLOCK + afternoons, extra });
    expect(computed(text).map((line) => line.split(' | ')[0])).toEqual(['02-26 08 – 03-03 12', '02-26 08 – 02-27 08', '02-26 13 – 03-01 17']);
  });

  it('tasks that wait in a circle are named', () => {
    expect(planMspdi(readMspdi(mspdiFile(monday, [{ uid: 1, hours: 8, links: [[2, FS]] }, { uid: 2, hours: 8, links: [[1, FS]] }]))).prepared.cycles).toEqual([[0, 1]]);
  });
});

describe('files that mean harm', () => {
  it.each<[string, string, string]>([
    ['entities', '<?xml version="1.0"?><!DOCTYPE Project [<!ENTITY a "b">]><Project><Tasks/></Project>', 'unsafe-xml'],
    ['an outside reference', '<!DOCTYPE Project SYSTEM "file:///etc/passwd"><Project><Tasks/></Project>', 'unsafe-xml'],
    ['depth', `<Project><Tasks>${'<Task>'.repeat(400)}`, 'too-deep'],
    ['cut off', '<Project><Tasks><Task>', 'damaged'],
    ['another XML', '<rss><channel/></rss>', 'no-project'],
  ])('%s', (_, text, code) => {
    expect(() => readMspdi(text)).toThrow(expect.objectContaining({ code }) as Error);
  });

  it('absurd values do no harm', () => {
    const more = '<ConstraintType>99</ConstraintType><Deadline>9999-99-99T00:00:00</Deadline><CalendarUID>77</CalendarUID><LevelingDelay>1e99</LevelingDelay>';
    expect(computed(mspdiFile('2018-02-26T08:00', [{ uid: 1, hours: 8, more, links: [[55, 7, 1e12], [1, FS]] }]))).toHaveLength(1);
  });
});

const day = fc.integer({ min: 0, max: 60 }).map((offset): Day => addDays('2025-09-15', offset));
const title = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('场地 <布置> & "验收"', ']]>', "a'b\u0007c", '😀')).map((text) => text.replace(/[\u0000-\u001f\ufffe\uffff]|\s+/g, ' ').trim());
const plans: fc.Arbitrary<PlannedTask[]> = fc.array(fc.record({
  title, startOn: day, length: fc.nat(9), notBeforeOn: fc.option(day), dueOn: fc.option(day), fixed: fc.boolean(), milestone: fc.boolean(), isParent: fc.boolean(), isChild: fc.boolean(),
  durationUnit: fc.constantFrom('day' as const, 'workday' as const), state: fc.constantFrom('open' as const, 'doing' as const, 'done' as const, 'cancelled' as const),
  links: fc.uniqueArray(fc.record({ back: fc.integer({ min: 1, max: 5 }), type: fc.constantFrom(...LINK_TYPES), lagDays: fc.integer({ min: -9, max: 9 }), lagUnit: fc.constantFrom('day' as const, 'workday' as const) }), { maxLength: 3, selector: (link) => link.back }),
}), { minLength: 1, maxLength: 8 }).map((tasks) => tasks.map(({ length, isChild, links, ...task }, index) => ({
  ...task, isParent: undefined, id: String(index + 1), endOn: task.milestone ? task.startOn : addDays(task.startOn, length), parentId: isChild && index > 0 && tasks[0]?.isParent ? '1' : null,
  milestone: index === 0 ? false : task.milestone, links: links.flatMap(({ back, ...link }) => (index - back >= 0 ? [{ ...link, lagUnit: link.lagDays === 0 ? 'day' as const : link.lagUnit, predecessorId: String(index + 1 - back) }] : [])),
})));

it('a plan that goes out as MS Project XML comes back the same', () => {
  const calendar = planCalendar();
  const works = (on: Day | null): boolean => on !== null && isWorked(calendar.workdays, tickOf(on));
  fc.assert(fc.property(plans, (tasks) => {
    // a parent stays before its parts, a task in working days that touches a free day counts calendar days, a first day before the stored one says nothing
    const sorted = [...tasks.filter((task) => task.id === '1'), ...tasks.filter((task) => task.parentId !== null), ...tasks.filter((task) => task.id !== '1' && task.parentId === null)];
    const uid = new Map(sorted.map((task, index) => [task.id, String(index + 1)]));
    const isParent = tasks.some((task) => task.parentId === '1');
    const baseline = new Map(tasks.map((task) => [task.id, { startOn: task.startOn as Day, endOn: task.endOn as Day }]));
    const expected = sorted.map((task, index) => ({
      ...task, id: String(index + 1), parentId: task.parentId === null ? null : '1', links: task.links.map((link) => ({ ...link, predecessorId: uid.get(link.predecessorId) })),
      ...(isParent && task.id === '1' ? { fixed: false, notBeforeOn: null, durationUnit: 'workday' } : {
        durationUnit: task.durationUnit === 'workday' && works(task.startOn) && works(task.endOn) ? 'workday' : 'day',
        notBeforeOn: !task.fixed && task.notBeforeOn !== null && task.notBeforeOn > (task.startOn as Day) ? task.notBeforeOn : null,
      }),
      baseline: baseline.get(task.id),
    }));
    const text = writeMspdi({ name: '秋季 <大促>', tasks, calendar, baseline, calendarNames: { workdays: '工作日', everyDay: '每天' } });
    expect(plannedFromMspdi(readMspdi(text))).toEqual(expected);
  }), { numRuns: 300 });
});
