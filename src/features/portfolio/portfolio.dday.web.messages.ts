import { defineMessages } from '#platform/shared/messages.ts';

type Why = 'outside' | 'late' | 'offEvent' | 'early';

const zhWhy: Record<Why, string> = { outside: '不在活动周期内', late: '不早于 D 日', offEvent: '不在活动日', early: '早于活动结束' };
const enWhy: Record<Why, string> = { outside: 'outside the campaign', late: 'not before D-day', offEvent: 'not on the days of the event', early: 'before the event has ended' };

const enDays = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

/** What other days of the campaign do to its tasks, before they are saved. */
export const dDayMessages = defineMessages(
  {
    title: '对进度的影响',
    moves: (days: number) => (days > 0 ? `D 日推迟 ${days} 天` : `D 日提前 ${-days} 天`),
    holds: 'D 日不变',
    following: (count: number) => `${count} 项任务将随 D 日移动`,
    noneFollow: '没有任务随 D 日移动',
    staying: (count: number) => `${count} 项任务日期固定，不再合适`,
    stop: '。',
    join: '，',
    follow: '随 D 日移动',
    stay: '日期不变，请留意',
    why: zhWhy,
    undated: '没有日期',
    to: (from: string, to: string) => `${from} → ${to}`,
    more: (count: number) => `还有 ${count} 项`,
    shift: (count: number, days: number) => `其余 ${count} 项未完成的任务也${days > 0 ? `推迟 ${days} 天` : `提前 ${-days} 天`}`,
    shiftHint: '筹备和复盘的任务仍落在工作日；标为“固定日期”的任务不动。',
    saved: (count: number) => `已保存，${count} 项任务改了日期`,
    kept: (count: number) => `${count} 项任务刚被别人改过，保持原样。`,
  },
  {
    title: 'What it means for the schedule',
    moves: (days) => (days > 0 ? `D-day is ${enDays(days)} later` : `D-day is ${enDays(-days)} earlier`),
    holds: 'D-day stays',
    following: (count) => (count === 1 ? '1 task moves with D-day' : `${count} tasks move with D-day`),
    noneFollow: 'no task moves with D-day',
    staying: (count) => (count === 1 ? '1 task with a fixed date no longer fits' : `${count} tasks with fixed dates no longer fit`),
    stop: '.',
    join: ', ',
    follow: 'Move with D-day',
    stay: 'Keep their dates; please check',
    why: enWhy,
    undated: 'no date',
    to: (from, to) => `${from} → ${to}`,
    more: (count) => `and ${count} more`,
    shift: (count, days) => `Also move the other ${count === 1 ? 'open task' : `${count} open tasks`} ${enDays(Math.abs(days))} ${days > 0 ? 'later' : 'earlier'}`,
    shiftHint: 'Preparation and retrospective stay on working days; tasks with a fixed date stay.',
    saved: (count) => (count === 1 ? 'Saved; 1 task has other dates' : `Saved; ${count} tasks have other dates`),
    kept: (count) => (count === 1 ? '1 task was just changed by someone else and stays as it is.' : `${count} tasks were just changed by someone else and stay as they are.`),
  },
);
