import type { scheduleCommandMessages } from '../../files/schedule.command.messages.ts';
import type { ScheduleOutput } from '../../files/schedule.sheet.plan.rules.ts';

/** Chinese characters and full-width marks take two columns of a terminal. */
const widthOf = (text: string): number => [...text].reduce((width, character) => width + (/[\u1100-\u115f\u2e80-\uffdc]/.test(character) ? 2 : 1), 0);
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** A schedule as people read it in a terminal. */
export function scheduleTable({ tasks, duration, finish }: ScheduleOutput, words: (typeof scheduleCommandMessages)['zh-CN']): string {
  const rows = tasks.map((task) => [task.id, task.name, task.start, task.finish, task.lateStart, task.lateFinish, task.totalSlack, task.freeSlack, task.critical ? words.critical : ''].map(String));
  const all = [[...words.columns], ...rows];
  const widths = words.columns.map((_, column) => all.reduce((most, row) => Math.max(most, widthOf(row[column] ?? '')), 0));
  const lines = all.map((row) => row.map((cell, column) => padded(cell, widths[column] ?? 0)).join('  ').trimEnd());
  return [...lines, '', words.summary(duration, String(finish ?? '-'), tasks.length)].join('\n');
}
