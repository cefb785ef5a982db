import type { Day } from '#platform/shared/calendar.ts';
import type { Locale } from '#platform/shared/messages.ts';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import type { Task } from '../schedule.contract.ts';
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

/** 时间节点 as written, and beside it the days that it means in this campaign. */
export function WhenMark({ task }: { readonly task: Task }) {
  const words = useMessages(scheduleWebMessages);
  const formats = useFormats();
  const locale = useLocale();
  const days = task.startOn || task.endOn ? meaningOf(task, locale, formats.days(task.startOn, task.endOn, true)) : '';
  const time = task.dueTime && !task.whenText.includes(task.dueTime) ? words.before(task.dueTime) : '';
  const meaning = [days, time].filter(Boolean).join(' ');
  return (
    <span className={css['when']}>
      <span className={css['written']}>{task.whenText}</span>
      {meaning ? <small className={css['meaning']}>{meaning}</small> : null}
    </span>
  );
}
