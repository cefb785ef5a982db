import { describe, expect, it } from 'vitest';
import { analysePlan, planBackwards } from './schedule.plan.rules.ts';
import { effectOfDelay } from './schedule.effect.rules.ts';
import { moveTasks } from './schedule.move.rules.ts';
import { planCalendar, type PlannedTask } from './schedule.planned.rules.ts';
import type { Task, TaskLink } from '../schedule.contract.ts';

const CALENDAR = planCalendar();
const after = (predecessorId: string, lagDays = 0, type: TaskLink['type'] = 'FS', lagUnit: TaskLink['lagUnit'] = 'day'): TaskLink => ({ predecessorId, type, lagDays, lagUnit });

/** `t('a', '2025-10-13', '2025-10-14')`; calendar days unless said otherwise. */
const t = (id: string, startOn: string | null, endOn: string | null = startOn, more: Partial<PlannedTask> = {}): PlannedTask => ({
  id, title: id, startOn, endOn, links: [], notBeforeOn: null, dueOn: null, fixed: false, milestone: false, parentId: null, durationUnit: 'day', state: 'open', ...more,
});

/** T2 of the source: materials 10-15, set-up, event 16–18 October. */
const campaign = (more: Partial<PlannedTask> = {}): PlannedTask[] => [
  t('order', '2025-10-09', '2025-10-10', { durationUnit: 'workday' }),
  t('delivery', '2025-10-11', '2025-10-11', { links: [after('order')] }),
  t('setup', '2025-10-12', '2025-10-13', { links: [after('delivery')] }),
  t('rehearsal', '2025-10-14', '2025-10-14', { links: [after('setup')] }),
  t('event', '2025-10-16', '2025-10-18', { links: [after('rehearsal')], fixed: true, ...more }),
  t('report', '2025-10-20', '2025-10-22', { links: [after('event')], durationUnit: 'workday' }),
];

/** Does not compile when the contract's task is no longer one that the engine takes. */
const asPlanned = (task: Task): PlannedTask => task;

describe('analysePlan', () => {
  it('takes tasks as they come from the server', () => {
    const task = { ...t('a', '2025-10-13'), phase: 'execution', whenText: '', dueTime: null, ownerText: '', ownerId: null, note: '', resourceText: '', deliverable: '', position: 1, effectiveState: 'open', doneAt: null, links: [] } satisfies Task;
    expect(analysePlan([asPlanned(task)], CALENDAR).finish).toBe('2025-10-13');
  });

  it('tells slack before a fixed event in each task’s own days', () => {
    const { tasks, violated, cycles, finish } = analysePlan(campaign(), CALENDAR);
    expect(tasks.get('setup')).toEqual({ earlyStart: '2025-10-12', earlyFinish: '2025-10-13', lateStart: '2025-10-13', lateFinish: '2025-10-14', totalSlack: 1, freeSlack: 0, critical: false });
    expect(tasks.get('rehearsal')).toMatchObject({ totalSlack: 1, freeSlack: 1 });
    // 11 October is worked in 2025, so the order may end a working day later
    expect(tasks.get('order')).toMatchObject({ lateFinish: '2025-10-11', totalSlack: 1 });
    expect(tasks.get('event')).toMatchObject({ earlyStart: '2025-10-16', lateFinish: '2025-10-18', totalSlack: 0, critical: true });
    expect(tasks.get('report')).toMatchObject({ earlyStart: '2025-10-20', totalSlack: 0, critical: true });
    expect({ violated, cycles, finish }).toEqual({ violated: [], cycles: [], finish: '2025-10-22' });
  });

  it('pushes what stands too early, and names the link', () => {
    const { tasks, violated } = analysePlan([t('a', '2025-10-13', '2025-10-15'), t('b', '2025-10-14', '2025-10-14', { links: [after('a', 1)] })], CALENDAR);
    expect(violated).toEqual([{ taskId: 'b', predecessorId: 'a', type: 'FS', byDays: 3 }]);
    expect(tasks.get('b')).toMatchObject({ earlyStart: '2025-10-17', earlyFinish: '2025-10-17' });
  });

  it('counts nothing that is cancelled or undated, but waits through what has no dates', () => {
    const { tasks } = analysePlan([
      t('a', '2025-10-13', '2025-10-15'), t('between', null, null, { links: [after('a')] }), t('b', '2025-10-14', '2025-10-14', { links: [after('between')] }),
      t('gone', '2025-12-01', '2025-12-31', { state: 'cancelled' }), t('c', '2025-10-13', '2025-10-13', { links: [after('gone')] }),
    ], CALENDAR);
    expect([...tasks.keys()]).toEqual(['a', 'b', 'c']);
    expect(tasks.get('b')).toMatchObject({ earlyStart: '2025-10-16', critical: true });
  });

  it('leaves what is done where it was, and lets it hold nothing back', () => {
    const { tasks } = analysePlan([t('a', '2025-10-13', '2025-10-14'), t('b', '2025-10-10', '2025-10-11', { state: 'done', links: [after('a')] }), t('c', '2025-10-17')], CALENDAR);
    expect(tasks.get('b')).toMatchObject({ earlyStart: '2025-10-10', totalSlack: 0, critical: false });
    expect(tasks.get('a')).toMatchObject({ totalSlack: 3 });
  });

  it('a milestone stands on the day on which what it waits for ends, and what follows begins the day after', () => {
    const plan = [t('a', '2025-10-13', '2025-10-15'), t('m', '2025-10-15', '2025-10-15', { milestone: true, links: [after('a')] }), t('b', '2025-10-16', '2025-10-16', { links: [after('m')] })];
    const { tasks, violated } = analysePlan(plan, CALENDAR);
    expect(violated).toEqual([]);
    expect(['a', 'm', 'b'].map((id) => tasks.get(id)?.earlyStart)).toEqual(['2025-10-13', '2025-10-15', '2025-10-16']);
    expect(['a', 'm', 'b'].map((id) => tasks.get(id)?.critical)).toEqual([true, true, true]);
    const alone = analysePlan([t('m', '2025-10-15', '2025-10-15', { milestone: true }), t('b', '2025-10-15', '2025-10-15', { links: [after('m')] })], CALENDAR);
    expect([alone.violated, alone.tasks.get('m')?.earlyFinish]).toEqual([[], '2025-10-15']);
  });

  it('a task in working days that begins on a free day means to work then', () => {
    const { tasks } = analysePlan([t('fair', '2025-10-18', '2025-10-19', { durationUnit: 'workday' })], CALENDAR);
    expect(tasks.get('fair')).toMatchObject({ earlyStart: '2025-10-18', earlyFinish: '2025-10-19' });
  });

  it('knows the leave of whoever does it', () => {
    const calendar = planCalendar(undefined, (id) => (id === 'b' ? ['2025-10-16'] : undefined));
    const { tasks } = analysePlan([t('a', '2025-10-15'), t('b', '2025-10-15', '2025-10-17', { links: [after('a')], durationUnit: 'workday' })], calendar);
    // two working days of b, and the 16th is off
    expect(tasks.get('b')).toMatchObject({ earlyStart: '2025-10-17', earlyFinish: '2025-10-20' });
  });
});

describe('moveTasks', () => {
  it('pushes what waits, as little as possible, and stops at the fixed event', () => {
    expect(moveTasks(campaign(), [{ id: 'delivery', startOn: '2025-10-13', endOn: '2025-10-13' }], CALENDAR)).toEqual({
      changes: [
        { id: 'setup', from: { startOn: '2025-10-12', endOn: '2025-10-13' }, to: { startOn: '2025-10-14', endOn: '2025-10-15' } },
        { id: 'rehearsal', from: { startOn: '2025-10-14', endOn: '2025-10-14' }, to: { startOn: '2025-10-16', endOn: '2025-10-16' } },
      ],
      blocked: [{ id: 'event', reason: 'fixed', byDays: 1 }],
    });
  });

  it('keeps three working days three', () => {
    const plan = [t('a', '2025-09-24', '2025-09-25'), t('b', '2025-09-26', '2025-09-29', { links: [after('a')], durationUnit: 'workday' })];
    // 26, 28 (shifted Sunday), 29 September; two days later: 28, 29, 30
    expect(moveTasks(plan, [{ id: 'a', startOn: '2025-09-26', endOn: '2025-09-27' }], CALENDAR).changes).toEqual([{ id: 'b', from: { startOn: '2025-09-26', endOn: '2025-09-29' }, to: { startOn: '2025-09-28', endOn: '2025-09-30' } }]);
    expect(moveTasks(plan, [{ id: 'a', startOn: '2025-09-29', endOn: '2025-09-30' }], CALENDAR).changes[0]?.to).toEqual({ startOn: '2025-10-09', endOn: '2025-10-11' });
  });

  it('does not mend what was wrong before, and pulls nothing earlier', () => {
    const plan = [t('a', '2025-10-13', '2025-10-15'), t('b', '2025-10-14', '2025-10-14', { links: [after('a')] }), t('c', '2025-10-20', '2025-10-20', { links: [after('a')] })];
    expect(moveTasks(plan, [{ id: 'a', startOn: '2025-10-12', endOn: '2025-10-14' }], CALENDAR)).toEqual({ changes: [], blocked: [] });
    expect(moveTasks(plan, [{ id: 'a', startOn: '2025-10-14', endOn: '2025-10-16' }], CALENDAR).changes.map((change) => change.id)).toEqual(['b']);
  });

  it('tells due days that are passed, D-day that gives way, and a task put before its predecessor', () => {
    const plan = [t('a', '2025-10-13', '2025-10-13'), t('b', '2025-10-14', '2025-10-15', { links: [after('a')], dueOn: '2025-10-16' }), t('d', '2025-10-18', '2025-10-18', { links: [after('b')] })];
    expect(moveTasks(plan, [{ id: 'a', startOn: '2025-10-17', endOn: '2025-10-17' }], CALENDAR, { dDayTaskIds: ['d'] }).blocked).toEqual([
      { id: 'b', reason: 'due', byDays: 3 }, { id: 'd', reason: 'dDay', byDays: 2 },
    ]);
    expect(moveTasks(plan, [{ id: 'b', startOn: '2025-10-12', endOn: '2025-10-13' }], CALENDAR).blocked).toEqual([{ id: 'b', reason: 'predecessor', byDays: 2 }]);
  });

  it('takes what lies beneath a parent along, and gives parents the days of their parts', () => {
    const plan = [t('p', '2025-10-13', '2025-10-15'), t('a', '2025-10-13', '2025-10-13', { parentId: 'p' }), t('b', '2025-10-14', '2025-10-15', { parentId: 'p', links: [after('a')] })];
    expect(moveTasks(plan, [{ id: 'p', startOn: '2025-10-15', endOn: '2025-10-17' }], CALENDAR).changes.map(({ id, to }) => [id, to.startOn, to.endOn])).toEqual([['a', '2025-10-15', '2025-10-15'], ['b', '2025-10-16', '2025-10-17']]);
    expect(moveTasks(plan, [{ id: 'a', startOn: '2025-10-14', endOn: '2025-10-14' }], CALENDAR).changes.map(({ id, to }) => [id, to.startOn, to.endOn])).toEqual([['p', '2025-10-14', '2025-10-16'], ['b', '2025-10-15', '2025-10-16']]);
  });

  it('leaves the done alone, and ends when tasks wait in a circle', () => {
    const plan = [t('a', '2025-10-13'), t('b', '2025-10-14', '2025-10-14', { links: [after('a')], state: 'done' }), t('c', '2025-10-14', '2025-10-14', { links: [after('a'), after('d')] }), t('d', '2025-10-15', '2025-10-15', { links: [after('c')] })];
    expect(moveTasks(plan, [{ id: 'a', startOn: '2025-10-20', endOn: '2025-10-20' }], CALENDAR).changes.map((change) => change.id)).toEqual(['c']);
    expect(analysePlan(plan, CALENDAR).cycles).toEqual([['c', 'd']]);
  });
});

describe('planBackwards', () => {
  it('tells the latest dates that hold the event', () => {
    expect(planBackwards(campaign(), { taskIds: ['event'] }, CALENDAR)).toEqual([
      { id: 'order', latestStart: '2025-10-10', latestEnd: '2025-10-11', spare: 1 },
      { id: 'delivery', latestStart: '2025-10-12', latestEnd: '2025-10-12', spare: 1 },
      { id: 'setup', latestStart: '2025-10-13', latestEnd: '2025-10-14', spare: 1 },
      { id: 'rehearsal', latestStart: '2025-10-15', latestEnd: '2025-10-15', spare: 1 },
      { id: 'event', latestStart: '2025-10-16', latestEnd: '2025-10-18', spare: 0 },
    ]);
  });

  it('tells them from a day too, for tasks without dates by when they end, and says what is too late', () => {
    const plan = [t('a', '2025-10-13', '2025-10-14'), t('x', null, null, { links: [after('a')] }), t('b', '2025-10-14', '2025-10-15', { links: [after('x')] }), t('later', '2025-10-20')];
    expect(planBackwards(plan, { day: '2025-10-16' }, CALENDAR)).toEqual([
      { id: 'a', latestStart: '2025-10-12', latestEnd: '2025-10-13', spare: -1 },
      { id: 'x', latestStart: null, latestEnd: '2025-10-13', spare: null },
      { id: 'b', latestStart: '2025-10-14', latestEnd: '2025-10-15', spare: 0 },
    ]);
  });
});

describe('effectOfDelay', () => {
  it('物料到货晚2天，场地布置顺延，D日不变，余量0天', () => {
    const plan = [t('delivery', '2025-10-11', '2025-10-11'), t('setup', '2025-10-12', '2025-10-13', { links: [after('delivery')] }), t('event', '2025-10-16', '2025-10-18', { links: [after('setup')], fixed: true })];
    expect(effectOfDelay(plan, [{ id: 'delivery', startOn: '2025-10-13', endOn: '2025-10-13' }], CALENDAR, ['event'])).toMatchObject({
      delayed: [{ id: 'delivery', byDays: 2 }], slipped: [{ id: 'setup', byDays: 2 }], blocked: [],
      dDay: { from: '2025-10-18', to: '2025-10-18', movesByDays: 0, brokenByDays: 0 }, slackLeft: { days: 0, unit: 'day' },
    });
    expect(effectOfDelay(plan, [{ id: 'delivery', startOn: '2025-10-14', endOn: '2025-10-14' }], CALENDAR, ['event'])).toMatchObject({
      dDay: { movesByDays: 0, brokenByDays: 1 }, slackLeft: { days: -1 }, blocked: [{ id: 'event', reason: 'dDay', byDays: 1 }],
    });
  });

  it('a D-day that is not fixed moves; without one the end of the plan tells', () => {
    const plan = [t('a', '2025-10-13'), t('d', '2025-10-14', '2025-10-14', { links: [after('a')] }), t('long', '2025-10-13', '2025-10-20')];
    const moved = [{ id: 'a', startOn: '2025-10-15', endOn: '2025-10-15' }];
    expect(effectOfDelay(plan, moved, CALENDAR, ['d'])).toMatchObject({ slipped: [{ id: 'd', byDays: 2 }], dDay: { from: '2025-10-14', to: '2025-10-16', movesByDays: 2, brokenByDays: 2 }, slackLeft: { days: -2 } });
    expect(effectOfDelay(plan, moved, CALENDAR)).toMatchObject({ dDay: { to: '2025-10-20', movesByDays: 0 }, slackLeft: { days: 4 } });
  });
});

it('tells slack before D-day until it, however long the plan goes on after it', () => {
  const tasks = [t('到货', '2025-10-13', '2025-10-14'), t('开幕', '2025-10-16', '2025-10-16', { links: [after('到货')] }), t('回访', '2025-10-19', '2025-11-10', { links: [after('开幕')] })];
  const slackOf = (pinned?: ReadonlySet<string>) => analysePlan(tasks, CALENDAR, pinned).tasks.get('到货')?.totalSlack;
  // Without a D-day the opening itself could wait for two days, until the follow-up must begin.
  expect([slackOf(), slackOf(new Set(['开幕']))]).toEqual([3, 1]);
});
