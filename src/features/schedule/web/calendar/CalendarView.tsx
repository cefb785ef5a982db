import { useCallback, useMemo, useState } from 'react';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import { usePhone } from '#platform/web/media.ts';
import { useSearch } from '#platform/web/navigation.tsx';
import { Button, IconButton } from '#platform/web/ui/Button.tsx';
import { addDays } from '#platform/shared/calendar.ts';
import type { Task } from '../../schedule.contract.ts';
import { addMonths, layWeek, monthOf, weeksOf, type Month } from '../../views/schedule.month.rules.ts';
import { scheduleViewsMessages } from '../../views/schedule.views.web.messages.ts';
import { CalendarAgenda } from './CalendarAgenda.tsx';
import { CalendarWeek } from './CalendarWeek.tsx';
import { dayPart } from '../day-part.ts';
import { useDesk } from '../desk.ts';
import { usePullText, type Pull } from '../pull.ts';
import { useCalendarPull } from './useCalendarPull.ts';
import css from './calendar.module.css';

/** Lines of bars in a week before the rest is counted. */
const LINES = 5;

function Bar({ month, onMonth, undated }: { readonly month: Month; readonly onMonth: (month: Month) => void; readonly undated: number }) {
  const words = useMessages(scheduleViewsMessages).calendar;
  const locale = useLocale();
  const { schedule, canPlan } = useDesk();
  const phone = usePhone();
  const title = dayPart(`${month}-01`, locale, { year: 'numeric', month: 'long' });
  return (
    <div className={css['bar']}>
      <IconButton icon="left" kind="plain" small label={words.previous} onClick={() => onMonth(addMonths(month, -1))} />
      <h2 aria-live="polite">{title}</h2>
      <IconButton icon="right" kind="plain" small label={words.next} onClick={() => onMonth(addMonths(month, 1))} />
      <Button small onClick={() => onMonth(monthOf(schedule.today))}>{words.today}</Button>
      {phone || !canPlan ? null : <small>{words.keys}</small>}
      {undated > 0 ? <small className={css['undated']}>{words.undated(undated)}</small> : null}
    </div>
  );
}

function Weekdays() {
  const locale = useLocale();
  // 2024-01-01 was a Monday.
  const names = Array.from({ length: 7 }, (_, index) => dayPart(`2024-01-0${index + 1}`, locale, { weekday: 'short' }));
  return <div className={css['weekdays']} aria-hidden="true">{names.map((name) => <span key={name}>{name}</span>)}</div>;
}

/** Where the calendar opens: today while the campaign is on, its beginning otherwise. */
function useMonth(): [Month, (month: Month) => void] {
  const { campaign, schedule } = useDesk();
  const [{ month }, setSearch] = useSearch();
  const isOn = schedule.today >= campaign.startsOn && schedule.today <= campaign.endsOn;
  const open = month !== undefined && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(month) ? month : monthOf(isOn ? schedule.today : campaign.startsOn);
  return [open, (next) => setSearch({ month: next })];
}

function MonthGrid({ tasks, month }: { readonly tasks: readonly Task[]; readonly month: Month }) {
  const words = useMessages(scheduleViewsMessages).calendar;
  const formats = useFormats();
  const desk = useDesk();
  const pullText = usePullText();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const onPull = useCallback((pull: Pull) => desk.wish({ moved: [pull.to] }), [desk]);
  const { pull, byKeys, handlers, onKey } = useCalendarPull(desk, onPull);
  const weeks = useMemo(() => weeksOf(month).map((monday) => layWeek(tasks, monday, open.has(monday) ? Number.MAX_SAFE_INTEGER : LINES)), [tasks, month, open]);
  return (
    <>
      <div className={`${css['month']} ${pull ? css['pulling'] : ''}`} {...handlers}>
        <Weekdays />
        {weeks.map((week) => (
          <CalendarWeek key={week.monday} week={week} month={month} label={words.week(formats.days(week.monday, addDays(week.monday, 6)))} pull={pull} onKey={onKey} onMore={() => setOpen(new Set([...open, week.monday]))} />
        ))}
      </div>
      <p role="status" aria-live="polite" className={`${css['status']} ${pull && pull.proposal.blocked.length > 0 ? css['bad'] : ''}`}>{pull ? pullText(pull, desk.tasks, byKeys) : ''}</p>
    </>
  );
}

/** The tasks over the days of a month; on a phone as a list of days. */
export function CalendarView() {
  const words = useMessages(scheduleViewsMessages).calendar;
  const { tasks } = useDesk();
  const phone = usePhone();
  const [month, setMonth] = useMonth();
  const shown = useMemo(() => {
    const parents = new Set(tasks.map((task) => task.parentId));
    return tasks.filter((task) => task.state !== 'cancelled' && !parents.has(task.id));
  }, [tasks]);
  const undated = shown.filter((task) => task.startOn === null && task.endOn === null).length;
  return (
    <section className={css['calendar']} aria-label={words.title}>
      <Bar month={month} onMonth={setMonth} undated={undated} />
      {phone ? <CalendarAgenda tasks={shown} month={month} /> : <MonthGrid tasks={shown} month={month} />}
    </section>
  );
}
