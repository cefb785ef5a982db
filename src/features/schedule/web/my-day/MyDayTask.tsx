import { dayIn, type Day } from '#platform/shared/calendar.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { daysLate, delayStanding } from '../../work/schedule.delay.rules.ts';
import type { DayItem } from '../../work/schedule.day.rules.ts';
import { scheduleMessages } from '../../schedule.messages.ts';
import type { SettableState, TaskState } from '../../schedule.rules.ts';
import { myDayMessages } from '../../work/schedule.my-day.web.messages.ts';
import type { MyTask } from '../../work/schedule.work.contract.ts';
import css from './my-day.module.css';
import type { MyDayState } from './useMyDay.ts';

/** What presses: late, foreseen to be, under way, or what still waits on this phone. */
export function TaskMarks({ task, waiting }: { readonly task: MyTask; readonly waiting: number }) {
  const words = useMessages(myDayMessages);
  const { states } = useMessages(scheduleMessages);
  const formats = useFormats();
  const today = dayIn(task.timeZone);
  const standing = delayStanding(task, today);
  const expected = task.delay?.toEndOn && task.delay.toEndOn !== task.endOn ? task.delay.toEndOn : null;
  return (
    <>
      {task.standsInFor ? <StateTag>{words.task.standsInFor(task.standsInFor)}</StateTag> : null}
      {standing === 'late' ? <StateTag tone="late">{words.task.late(daysLate(task, today))}</StateTag> : null}
      {standing === 'foreseen' ? <StateTag tone="warn">{words.task.foreseen}</StateTag> : null}
      {standing && expected ? <span>{words.task.expected(formats.day(expected))}</span> : null}
      {task.state === 'doing' ? <StateTag tone="doing">{states.doing}</StateTag> : null}
      {waiting > 0 ? <span className={css['waiting']}>{words.waiting(waiting)}</span> : null}
    </>
  );
}

/** How many of the person's actions on a task have not arrived. */
export const waitingOn = (state: MyDayState, taskId: string): number => state.queue.waiting.filter((action) => action.taskId === taskId).length;

/** One line: tick at the left (not for an hour of the task: that the debrief is over does not end the event), everything else one tap anywhere on it away. */
export function MyDayTask({ item: { task, time, label, by }, day, state, onOpen }: { readonly item: DayItem; readonly day: Day; readonly state: MyDayState; readonly onOpen: () => void }) {
  const words = useMessages(myDayMessages).task;
  const formats = useFormats();
  const isDone = task.state === 'done';
  const toast = useToast();
  const set = (from: TaskState, to: SettableState) => state.act(task, { kind: 'state', from, to });
  // A tap that was not meant is taken back where it happened: the line has gone to the end of the page.
  const tick = async () => {
    if ((await set(task.state, isDone ? 'open' : 'done')) && !isDone) toast.show({ text: words.done(task.title), undo: () => set('done', task.state as SettableState) });
  };
  const isLate = delayStanding(task, dayIn(task.timeZone)) === 'late';
  const until = task.endOn && task.endOn !== day && !isDone ? (isLate ? words.planned : words.until)(formats.day(task.endOn)) : null;
  return (
    <li className={css['task']} data-done={isDone || undefined}>
      {label === null ? (
        <label className={css['tick']}>
          <input type="checkbox" checked={isDone} disabled={!task.can.work} aria-label={isDone ? words.untick(task.title) : words.tick(task.title)} onChange={() => void tick()} />
        </label>
      ) : <span className={css['hour']}><Icon name="clock" /></span>}
      <div className={css['what']}>
        <span className={css['name']}>{time ? <time>{by ? words.before(time) : time}</time> : null}<button type="button" onClick={onOpen}>{label ?? task.title}</button></span>
        <span className={css['facts']}>{[label ? task.title : null, task.campaignName, until, task.waitsFor.length > 0 && !isDone ? words.waitsFor(formats.list(task.waitsFor)) : null].filter(Boolean).join(' · ')}</span>
        <span className={css['marks']}>
          <TaskMarks task={task} waiting={waitingOn(state, task.id)} />
          {task.photos > 0 ? <span>{words.photos(task.photos)}</span> : null}
        </span>
      </div>
    </li>
  );
}
