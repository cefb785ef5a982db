import { addDays, dayIn, type Day } from '#platform/shared/calendar.ts';
import { daysLate, delayStanding, type DelayCause } from './schedule.delay.rules.ts';
import { effectiveState, type SettableState, type TaskState } from '../schedule.rules.ts';
import { occurrencesOn } from '../times/schedule.time.rules.ts';
import type { MyDay, MyTask } from './schedule.work.contract.ts';

/** What a person did on my day, as it waits on the phone; its id is the key under which the server does it once. */
export type DayAction = {
  readonly id: string;
  readonly personId: string;
  readonly campaignId: string;
  readonly taskId: string;
  readonly title: string;
  readonly at: string;
} & DayDeed;

export type DayDeed =
  | { readonly kind: 'state'; readonly from: TaskState; readonly to: SettableState }
  | { readonly kind: 'postpone'; readonly toEndOn: Day | null; readonly cause: DelayCause; readonly reason: string; readonly move: boolean }
  | { readonly kind: 'explain'; readonly cause: DelayCause; readonly reason: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'photo'; readonly name: string };

/** The tasks as they will be when the actions have arrived, in the order in which they were done. */
export function withActions(tasks: readonly MyTask[], actions: readonly DayAction[]): readonly MyTask[] {
  if (actions.length === 0) return tasks;
  return tasks.map((task) => actions.filter((action) => action.taskId === task.id).reduce(afterAction, task));
}

function afterAction(task: MyTask, action: DayAction): MyTask {
  switch (action.kind) {
    case 'state':
      return withState({ ...task, doneAt: action.to === 'done' ? action.at : null }, action.to);
    case 'note':
      return { ...task, reports: task.reports + 1 };
    case 'photo':
      return { ...task, photos: task.photos + 1 };
    case 'postpone':
    case 'explain':
      return delayed(task, action);
  }
}

const withState = (task: MyTask, state: TaskState): MyTask => ({ ...task, state, effectiveState: effectiveState({ ...task, state }, dayIn(task.timeZone)) });

function delayed(task: MyTask, action: Extract<DayAction, { kind: 'postpone' | 'explain' }>): MyTask {
  const toEndOn = action.kind === 'postpone' ? action.toEndOn : null;
  const moves = action.kind === 'postpone' && toEndOn !== null && action.move && task.can.move;
  const delay = { id: action.id, kind: moves ? 'postponed' : action.kind === 'explain' ? 'explained' : 'foreseen', cause: action.cause, reason: action.reason, fromEndOn: task.endOn, toEndOn, toldBy: null, toldAt: action.at } as const;
  if (moves) return withState({ ...task, delay, endOn: toEndOn, startOn: task.startOn ?? task.endOn ?? toEndOn }, task.state === 'delayed' ? 'open' : task.state);
  if (action.kind === 'explain' || delayStanding(task, dayIn(task.timeZone)) !== undefined) return { ...task, delay };
  return withState({ ...task, delay }, 'delayed');
}

/** One line of a day: the task, and the time that it bears on this day. */
export interface DayItem {
  readonly task: MyTask;
  /** `HH:MM`; null without a time. */
  readonly time: string | null;
  /** What is to happen at the time, where that is not the task itself: `提前2小时到岗`. */
  readonly label: string | null;
  /** To be done by the time, rather than to happen at it. */
  readonly by: boolean;
}

/** The times of a task on a day, told apart by what they are. */
export type TimesOf = (task: MyTask, day: Day) => readonly Omit<DayItem, 'task'>[];

/** By what the task says (`18:00前完成`, `每日21:00复盘`, `提前2小时到岗`), within what is known of its campaign. */
export function timesWithin({ openings, calendar }: Pick<MyDay, 'openings' | 'calendar'>): TimesOf {
  return (task, day) => {
    const opensAt = openings.find((opening) => opening.campaignId === task.campaignId && opening.day === day)?.time ?? null;
    const times = occurrencesOn(task, task, day, { calendar, opensAt }).map(({ kind, time, label }) => ({ time, label: label === task.title ? null : label, by: kind === 'deadline' }));
    // A time that came with the dates of an import stands in no text.
    const isLast = task.dueTime !== null && (task.endOn ?? task.startOn) === day;
    return isLast && !times.some(({ time }) => time === task.dueTime) ? [...times, { time: task.dueTime, label: null, by: true }] : times;
  };
}

export interface SortedDay {
  /** Late by today, whatever day is looked at. Only on today. */
  readonly late: readonly DayItem[];
  readonly due: readonly DayItem[];
  /** The day after. */
  readonly next: readonly DayItem[];
  readonly done: readonly DayItem[];
  /** Nobody has said when. Only on today. */
  readonly undated: readonly DayItem[];
}

/** Whether a task belongs to a day: it is under way then, or it is due. */
const isOn = (task: MyTask, day: Day): boolean => {
  const from = task.startOn ?? task.endOn;
  return from !== null && from <= day && (task.endOn ?? from) >= day;
};
const byTime = (a: DayItem, b: DayItem): number =>
  (a.time ?? '99').localeCompare(b.time ?? '99') || (a.task.endOn ?? '9999').localeCompare(b.task.endOn ?? '9999') || a.task.position - b.task.position;

/** What one day holds: what is late, what is on, what comes the day after, what was done. */
export function sortDay(tasks: readonly MyTask[], day: Day, today: Day, timesOf: TimesOf): SortedDay {
  const plain = (task: MyTask): DayItem => ({ task, time: null, label: null, by: false });
  /** The task itself, and what it has at certain hours; a repetition may lie outside the task's own days, or be all that is known of when it is. */
  const itemsOn = (task: MyTask, on: Day): readonly DayItem[] => {
    const times = timesOf(task, on).map((time) => ({ task, ...time }));
    return isOn(task, on) && !times.some(({ label }) => label === null) ? [plain(task), ...times] : times;
  };
  const open = tasks.filter((task) => task.state !== 'done' && task.state !== 'cancelled');
  const isToday = day === today;
  const late = isToday ? open.filter((task) => daysLate(task, dayIn(task.timeZone)) > 0) : [];
  const on = (which: Day) => open.filter((task) => !late.includes(task)).flatMap((task) => itemsOn(task, which)).toSorted(byTime);
  const due = on(day);
  return {
    late: late.map(plain),
    due,
    next: on(addDays(day, 1)).filter(({ task }) => !due.some((item) => item.task === task)),
    done: tasks.filter((task) => task.state === 'done' && task.doneAt !== null && dayIn(task.timeZone, new Date(task.doneAt)) === day).map(plain),
    undated: isToday ? open.filter((task) => task.startOn === null && task.endOn === null && !due.some((item) => item.task === task)).map(plain) : [],
  };
}

/** What a new last day starts from: the day after the present one, or tomorrow when that has passed. */
export const firstLaterDay = (endOn: Day | null, today: Day): Day => addDays(endOn !== null && endOn > today ? endOn : today, 1);
