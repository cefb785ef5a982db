import { specialDay } from '#features/campaign/campaign.calendar.rules.ts';
import { PROMOTION_PHASES } from '#features/plan/plan.lists.contract.ts';
import { planListMessages } from '#features/plan/plan.lists.messages.ts';
import { weekday, type Day } from '#platform/shared/calendar.ts';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import type { PreviewDay } from '../playbook.warning.rules.ts';
import { playbookWebMessages } from '../playbook.web.messages.ts';
import css from './playbook.module.css';

const weekdayName = (locale: string, day: Day) => new Intl.DateTimeFormat(locale, { weekday: 'narrow', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
const monthName = (locale: string, day: Day) => new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
/** Any Monday; the heads show the names of its week. */
const MONDAY = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05', '2024-01-06', '2024-01-07'] as const;

function DayCell({ shown, today, first }: { readonly shown: PreviewDay; readonly today: Day; readonly first: boolean }) {
  const { preview: words } = useMessages(playbookWebMessages);
  const formats = useFormats();
  const locale = useLocale();
  const { phases } = useMessages(planListMessages);
  const { day, mark, promotion, tasks, due, past } = shown;
  const special = specialDay(day);
  const said = mark === 'event' ? words.eventDay : special === 'workday' ? words.workDay : mark === 'rest' ? words.restDay : '';
  const label = words.day(formats.day(day), [said, promotion ? phases[promotion] : ''].filter(Boolean).join(' '), tasks, formats.list(due));
  const opensMonth = first || day.endsWith('-01');
  return (
    <li className={css['day']} data-mark={mark} data-promotion={promotion ?? undefined} data-past={past || undefined} data-today={day === today || undefined} title={label} style={first ? { gridColumnStart: ((weekday(day) + 6) % 7) + 1 } : undefined}>
      <span className={css['number']} aria-hidden="true">{opensMonth ? <b>{monthName(locale, day)}</b> : null}{Number(day.slice(8))}{special ? <small>{special === 'workday' ? words.work : words.rest}</small> : null}</span>
      {due.length > 0 ? <span className={css['due']} aria-hidden="true">{due.length}</span> : null}
      <span className={css['said']}>{label}</span>
    </li>
  );
}

/** The campaign week by week: the event, days off by the Chinese calendar with 调休, and how many tasks are due on each day. */
export function PreviewCalendar({ days, today }: { readonly days: readonly PreviewDay[]; readonly today: Day }) {
  const { preview: words } = useMessages(playbookWebMessages);
  const { phases } = useMessages(planListMessages);
  const locale = useLocale();
  const shown = PROMOTION_PHASES.filter((phase) => days.some(({ promotion }) => promotion === phase));
  return (
    <figure className={css['calendar']}>
      <div className={css['heads']} aria-hidden="true">{MONDAY.map((day) => <span key={day}>{weekdayName(locale, day)}</span>)}</div>
      <ol className={css['days']} aria-label={words.calendar}>{days.map((shown, index) => <DayCell key={shown.day} shown={shown} today={today} first={index === 0} />)}</ol>
      <figcaption>
        <span><i data-mark="event" />{words.legend.event}</span>
        <span><i data-mark="rest" />{words.legend.rest}</span>
        {shown.map((phase) => <span key={phase}><i data-promotion={phase} />{phases[phase]}</span>)}
        <span><i data-mark="due">2</i>{words.legend.due}</span>
      </figcaption>
    </figure>
  );
}
