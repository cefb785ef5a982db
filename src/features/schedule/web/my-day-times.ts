import type { TimesOf } from '../schedule.day.rules.ts';

/** The time of a task stands on its last day; on the days before there is none. */
export const timesOf: TimesOf = (task, day) => [{ time: task.dueTime !== null && (task.endOn ?? task.startOn) === day ? task.dueTime : null, label: null }];
