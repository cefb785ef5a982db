import { useMemo } from 'react';
import type { Campaign } from '#features/campaign/campaign.contract.ts';
import type { Day } from '#platform/shared/calendar.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import type { Task } from '../schedule.contract.ts';
import { repeatDays, taskTimes, type TaskTime } from '../times/schedule.time.rules.ts';
import { readTaskWhen } from '../times/schedule.when.rules.ts';
import { scheduleWebMessages } from '../schedule.web.messages.ts';
import css from './schedule.module.css';

/** The days as month and day, as `10月6日-10日` writes them. */
const PLAIN = /^\d{1,2}\D\d{1,2}\D?(?:\s*[-–—~]\s*(?:\d{1,2}\D)?\d{1,2}\D?)?$/;
/** A time of day after the days: `18:00前`, `每日21:00`. */
const CLOCK = /\s*\D*\d{1,2}:\d{2}\D*$/;
const weekdayOf = (day: Day, locale: Locale) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short' }).format(new Date(`${day}T00:00:00Z`));

/** What the text leaves open: the year and the weekdays beside plain days, the whole dates beside anything else. */
function meaningOf({ whenText, startOn, endOn }: Task, locale: Locale, whole: string): string {
  const [from, to] = [startOn ?? endOn, endOn ?? startOn];
  if (!from || !to || !PLAIN.test(whenText.replace(CLOCK, ''))) return whole;
  // Over the turn of a year the two years say it all; the weekdays would take the room of the days.
  if (from.slice(0, 4) !== to.slice(0, 4)) return `${from.slice(0, 4)}–${to.slice(0, 4)}`;
  return `${from.slice(0, 4)} ${[...new Set([weekdayOf(from, locale), weekdayOf(to, locale)])].join('–')}`;
}

/** A row that was just typed has not all of its fields yet. */
const timedOf = (task: Task): Task => ({ ...task, phase: task.phase ?? 'preparation', title: task.title ?? '', whenText: task.whenText ?? '', note: task.note ?? '', startOn: task.startOn ?? null, endOn: task.endOn ?? null });

/** 时间节点 as written, and beside it the days that it means in this campaign: its own, or those on which it repeats. */
export function WhenMark({ task, campaign }: { readonly task: Task; readonly campaign: Campaign }) {
  const words = useMessages(scheduleWebMessages);
  const formats = useFormats();
  const locale = useLocale();
  const repeated = useMemo(() => {
    if (task.startOn || task.endOn) return undefined;
    const times = taskTimes(timedOf(task), campaign);
    const repeat = times.find((time) => time.kind === 'repeat' && time.source === 'when');
    return repeat?.kind === 'repeat' ? repeatDays(repeat, timedOf(task), campaign) : undefined;
  }, [task, campaign]);
  const days = task.startOn || task.endOn ? meaningOf(task, locale, formats.days(task.startOn, task.endOn, true)) : repeated ? formats.days(repeated.fromOn, repeated.toOn, true) : '';
  const time = task.dueTime && !task.whenText.includes(task.dueTime) ? words.before(task.dueTime) : '';
  const meaning = [days, time].filter(Boolean).join(' ');
  return (
    <span className={css['when']}>
      <span className={css['written']}>{task.whenText}</span>
      {meaning ? <small className={css['meaning']}>{meaning}</small> : null}
    </span>
  );
}

/** The days that a time of a note is about; undefined where the note says them itself. */
function daysOfNote(time: TaskTime, task: Task, campaign: Campaign): readonly [Day, Day] | undefined {
  if (time.source !== 'note') return undefined;
  if (time.kind === 'repeat') {
    const { fromOn, toOn } = repeatDays(time, task, campaign);
    return [fromOn, toOn];
  }
  const day = time.kind === 'deadline' ? (time.day ?? task.endOn ?? task.startOn) : null;
  return day === null || readTaskWhen(time.text, campaign).endOn === day ? undefined : [day, day];
}

/** A note, and beside it the days of the times in it: `每日21:00复盘` on which days, `需D-1到货` which one. */
export function NoteMark({ task, campaign }: { readonly task: Task; readonly campaign: Campaign }) {
  const formats = useFormats();
  const meaning = useMemo(() => {
    const timed = timedOf(task);
    return taskTimes(timed, campaign).flatMap((time) => daysOfNote(time, timed, campaign) ?? []);
  }, [task, campaign]);
  const [from, to] = meaning;
  if (from === undefined || to === undefined) return task.note;
  const days = formats.days(from, to);
  return (
    <span className={css['when']} title={`${task.note} ${days}`}>
      <span className={css['written']}>{task.note}</span>
      <small className={css['meaning']}>{days}</small>
    </span>
  );
}
