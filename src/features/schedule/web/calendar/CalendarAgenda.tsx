import { useMemo } from 'react';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import type { Task } from '../../schedule.contract.ts';
import { scheduleMessages } from '../../schedule.messages.ts';
import { agendaOf, type Month } from '../../views/schedule.month.rules.ts';
import type { TaskState } from '../../schedule.rules.ts';
import { scheduleViewsMessages } from '../../views/schedule.views.web.messages.ts';
import { dayPart } from '../day-part.ts';
import { useDesk } from '../desk.ts';
import css from './calendar.module.css';

const TONES: Readonly<Record<TaskState, 'plain' | 'doing' | 'done' | 'late' | 'off'>> = { open: 'plain', doing: 'doing', done: 'done', delayed: 'late', cancelled: 'off' };

/** The days of a month on which something begins or is due, one under the other. */
export function CalendarAgenda({ tasks, month }: { readonly tasks: readonly Task[]; readonly month: Month }) {
  const words = useMessages(scheduleViewsMessages).calendar;
  const { states } = useMessages(scheduleMessages);
  const formats = useFormats();
  const locale = useLocale();
  const { schedule, openTask } = useDesk();
  const days = useMemo(() => agendaOf(tasks, month), [tasks, month]);
  const weekday = (day: string): string => dayPart(day, locale, { weekday: 'short' });
  if (days.length === 0) return <p className={css['empty']}>{words.none}</p>;
  return (
    <ol className={css['agenda']}>
      {days.map(({ day, entries }) => (
        <li key={day}>
          <h3 className={day === schedule.today ? css['isToday'] : ''}>{formats.day(day)} {weekday(day)}{day === schedule.today ? ` · ${words.today}` : ''}</h3>
          <ul>
            {entries.map(({ task, kind }) => (
              <li key={`${task.id} ${kind}`}>
                <button type="button" onClick={() => openTask(task.id)}>
                  <span className={css['kind']}>{words[kind]}</span>
                  <span>{task.title}<small>{[task.ownerText, kind === 'one' ? '' : formats.days(task.startOn, task.endOn), task.dueTime].filter(Boolean).join(' · ')}</small></span>
                  <StateTag tone={TONES[task.effectiveState]}>{states[task.effectiveState]}</StateTag>
                </button>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
