import { daysBetween, type Day } from '#platform/shared/calendar.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import type { Task } from '../schedule.contract.ts';
import { scheduleMessages } from '../schedule.messages.ts';
import { effectiveState, type TaskState } from '../schedule.rules.ts';
import { scheduleWebMessages } from '../schedule.web.messages.ts';
import css from './schedule.module.css';

const INSIDE: Record<TaskState, string> = { open: '', delayed: '', doing: 'M5 9h8', done: 'M5 9.300l2.700 2.700L13 6.500', cancelled: 'M6 6l6 6M12 6l-6 6' };

/** The box of T2: empty, half, ticked, crossed. */
export function Box({ state, size = 18 }: { readonly state: TaskState; readonly size?: number }) {
  return (
    <svg className={`${css['box']} ${css[state] ?? ''}`} width={size} height={size} viewBox="0 0 18 18" aria-hidden="true">
      <rect x="2" y="2" width="14" height="14" rx="2" />
      <path d={INSIDE[state]} />
    </svg>
  );
}

/**
 * 完成情况: the box, the word, and 延期: found by the system when the day has passed, or foreseen by a person.
 * `today` is undefined while the campaign does not run: then no day has passed yet, or none matters any more.
 */
export function StateMark({ task, today, canTick }: { readonly task: Task; readonly today: Day | undefined; readonly canTick: boolean }) {
  const words = useMessages(scheduleWebMessages);
  const { states } = useMessages(scheduleMessages);
  const formats = useFormats();
  // A row that was just typed has no state from the server yet.
  const state: TaskState = task.state ?? 'open';
  const isLate = (today ? effectiveState({ state, endOn: task.endOn ?? null }, today) : state) === 'delayed';
  const days = task.endOn && today ? daysBetween(task.endOn, today) : 0;
  return (
    <span className={css['state']}>
      <span className={css['tick']} data-toggle={canTick || undefined}><Box state={state} /></span>
      {isLate && days > 0 ? <span title={words.lateTitle(formats.day(task.endOn))}><StateTag tone="late">{words.late(days)}</StateTag></span> : null}
      {isLate && days <= 0 ? <span title={words.foreseenTitle}><StateTag tone="warn">{words.foreseen}</StateTag></span> : null}
      {isLate ? null : <span className={state === 'done' ? css['doneText'] : ''}>{states[state]}</span>}
    </span>
  );
}
