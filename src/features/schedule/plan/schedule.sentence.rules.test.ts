import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '#platform/shared/calendar.ts';
import { scheduleEffectMessages } from './schedule.effect.web.messages.ts';
import { effectOfDelay } from './schedule.effect.rules.ts';
import { planCalendar, type PlannedTask } from './schedule.planned.rules.ts';
import { baselineSentence, effectSentence } from './schedule.sentence.rules.ts';

const task = (id: string, startOn: Day, endOn: Day, waits: readonly string[] = [], more: Partial<PlannedTask> = {}): PlannedTask => ({
  id, title: id, startOn, endOn, notBeforeOn: null, dueOn: null, fixed: false, milestone: false, parentId: null, durationUnit: 'day', state: 'open',
  links: waits.map((predecessorId) => ({ predecessorId, type: 'FS', lagDays: 0, lagUnit: 'day' })), ...more,
});
/** Materials on the 11th, set-up on the 12th and 13th, D-day on the 16th: two days to spare. */
const plan = [
  task('物料设计', '2025-10-06', '2025-10-10'),
  task('物料到货', '2025-10-11', '2025-10-11', ['物料设计']),
  task('场地布置', '2025-10-12', '2025-10-13', ['物料到货']),
  task('活动', '2025-10-16', '2025-10-18', ['场地布置'], { fixed: true }),
  task('海报', '2025-10-06', '2025-10-07'),
];
const calendar = planCalendar();
const zh = scheduleEffectMessages['zh-CN'];
const en = scheduleEffectMessages.en;
const said = (moves: Readonly<Record<string, number>>, words = zh, dDay = ['活动'], tasks = plan) => {
  const moved = tasks.flatMap(({ id, startOn, endOn }) => (id in moves ? [{ id, startOn: addDays(startOn as Day, moves[id] ?? 0), endOn: addDays(endOn as Day, moves[id] ?? 0) }] : []));
  return effectSentence(effectOfDelay(tasks, moved, calendar, dDay), (id) => id, words, dDay.length > 0);
};

describe('what a delay does, in a sentence', () => {
  it.each([
    [{ 物料到货: 2 }, '物料到货晚 2 天，场地布置顺延，D 日不变，余量 0 天。'],
    [{ 物料到货: 1 }, '物料到货晚 1 天，场地布置顺延，D 日不变，余量 1 天。'],
    [{ 物料到货: 3 }, '物料到货晚 3 天，场地布置顺延，D 日守不住，差 1 天。'],
    [{ 物料到货: -1 }, '物料到货早 1 天，其他任务不变，“物料到货”早于前置任务 1 天，D 日不变，余量 3 天。'],
    [{ 海报: 4 }, '海报晚 4 天，其他任务不变，D 日不变。'],
    [{ 物料设计: 1 }, '物料设计晚 1 天，物料到货、场地布置顺延，D 日不变，余量 1 天。'],
    [{ 物料到货: 2, 海报: 1 }, '物料到货晚 2 天，海报晚 1 天，场地布置顺延 2 天，D 日不变，余量 0 天。'],
    [{ 物料设计: 1, 物料到货: 1, 海报: 1 }, '3 项任务改期，最多晚 1 天，场地布置顺延 1 天，D 日不变，余量 1 天。'],
    [{}, ''],
  ])('%j', (moves, sentence) => expect(said(moves)).toBe(sentence));

  it('in English', () => {
    expect(said({ 物料到货: 2 }, en)).toBe('物料到货 2 days late, 场地布置 follows, D-day holds, 0 days of slack left.');
    expect(said({ 物料到货: 3 }, en)).toBe('物料到货 3 days late, 场地布置 follows, D-day is lost by 1 day.');
  });

  it('a D-day that may move is told as later, and a plan without one by its finish', () => {
    const movable = plan.map((one) => (one.id === '活动' ? { ...one, fixed: false } : one));
    expect(said({ 物料到货: 4 }, zh, ['活动'], movable)).toContain('D 日');
    expect(said({ 海报: 1 }, zh, [])).toBe('海报晚 1 天，其他任务不变，完成日不变，余量 10 天。');
  });

  it('counts what is left in the unit of the task', () => {
    const byWorkdays = plan.map((one) => ({ ...one, durationUnit: 'workday' as const }));
    expect(said({ 物料到货: 2 }, zh, ['活动'], byWorkdays)).toMatch(/个工作日。$/);
  });
});

describe('now against the baseline, in a sentence', () => {
  const none = { later: 0, latestBy: 0, earlier: 0, stretched: 0, added: 0, dropped: 0, dDayBy: 0 };
  it.each([
    [{ ...none, later: 3, latestBy: 2 }, '较基线：3 项推迟，最多 2 天，D 日不变。', 'Against the baseline: 3 later, by up to 2 days, D-day holds.'],
    [none, '较基线：任务日期没有变化，D 日不变。', 'Against the baseline: no dates have changed, D-day holds.'],
    [{ ...none, earlier: 1, added: 2, dropped: 1, stretched: 1, dDayBy: 3 }, '较基线：1 项提前，1 项改了开始日期，新增 2 项，去掉 1 项，D 日推迟 3 天。', 'Against the baseline: 1 earlier, 1 with another start, 2 added, 1 dropped, D-day 3 days later.'],
  ])('%j', (summary, chinese, english) => {
    expect(baselineSentence(summary, zh)).toBe(chinese);
    expect(baselineSentence(summary, en)).toBe(english);
  });

  it('does not say that D-day holds when what leads to it comes too late', () => {
    expect(baselineSentence({ ...none, later: 1, latestBy: 4 }, zh, 1)).toBe('较基线：1 项推迟，最多 4 天，D 日守不住，差 1 天。');
    expect(baselineSentence({ ...none, dDayBy: 2 }, zh, 1)).toContain('D 日推迟 2 天');
  });
});
