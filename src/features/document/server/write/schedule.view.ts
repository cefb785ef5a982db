import type { Locale } from '#platform/shared/messages.ts';
import { PHASES, type TaskState } from '#features/schedule/schedule.rules.ts';
import { whenOf } from './day.text.ts';
import { writeMessages } from './document.write.messages.ts';
import { percent } from './figures.view.ts';
import type { ScheduleRow } from './tables.ts';

export type TaskView = {
  /** The phase's word in the first row of its run with the number of rows it spans; 0 in the rows below. */
  phase: string;
  span: number;
  when: string;
  title: string;
  owner: string;
  /** Which box is drawn: the words beside it are `state`. */
  mark: TaskState;
  state: string;
  note: string;
};

export type PhaseView = { label: string; done: string; share: number; current: boolean };

export type ScheduleView = { tasks: TaskView[]; phases: PhaseView[]; sentence: string };

/** T2 with the count per phase and the sentence over all. */
export function viewSchedule(tasks: readonly ScheduleRow[], locale: Locale, onTime?: { onTime: number; due: number } | null): ScheduleView {
  return { tasks: tasks.map((_, index) => viewTask(tasks, index, locale)), phases: viewPhases(tasks, locale), sentence: sentenceOf(tasks, locale, onTime) };
}

function viewTask(tasks: readonly ScheduleRow[], index: number, locale: Locale): TaskView {
  const words = writeMessages[locale];
  const task = tasks[index] as ScheduleRow;
  const continues = index > 0 && tasks[index - 1]?.phase === task.phase;
  let span = continues ? 0 : 1;
  while (span > 0 && tasks[index + span]?.phase === task.phase) span += 1;
  return {
    phase: words.phases[task.phase],
    span,
    when: whenOf(task, locale),
    title: task.title,
    owner: task.ownerText,
    mark: task.state,
    state: words.states[task.state],
    note: task.note,
  };
}

function viewPhases(tasks: readonly ScheduleRow[], locale: Locale): PhaseView[] {
  const words = writeMessages[locale];
  const phases = PHASES.map((phase) => {
    const counted = tasks.filter((task) => task.phase === phase && task.state !== 'cancelled');
    return { label: words.phases[phase], all: counted.length, done: counted.filter((task) => task.state === 'done').length };
  });
  const current = phases.findIndex((phase) => phase.done < phase.all);
  return phases.map(({ label, all, done }, index) => ({
    label,
    done: all === 0 ? words.progress.noTasks : words.progress.phase(done, all),
    share: all === 0 ? 0 : done / all,
    current: index === current,
  }));
}

function sentenceOf(tasks: readonly ScheduleRow[], locale: Locale, onTime?: { onTime: number; due: number } | null): string {
  const words = writeMessages[locale].progress;
  if (tasks.length === 0) return words.none;
  const count = (state: TaskState): number => tasks.filter((task) => task.state === state).length;
  const counted = tasks.length - count('cancelled');
  const parts = [words.sentence(tasks.length, count('done'))];
  if (count('delayed') > 0) parts.push(words.delayed(count('delayed')));
  if (count('cancelled') > 0) parts.push(words.cancelled(count('cancelled')));
  if (counted > 0) parts.push(words.completion(count('done'), counted, percent(count('done') / counted)));
  if (onTime && onTime.due > 0) parts.push(words.onTime(onTime.onTime, onTime.due, percent(onTime.onTime / onTime.due)));
  return parts.join(locale === 'en' ? ' ' : '');
}
