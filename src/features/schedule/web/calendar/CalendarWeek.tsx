import type { KeyboardEvent } from 'react';
import { addDays } from '#platform/shared/calendar.ts';
import { useFormats, useLocale, useMessages } from '#platform/web/i18n.tsx';
import { Icon } from '#platform/web/ui/Icon.tsx';
import type { Task } from '../../schedule.contract.ts';
import { ganttMessages } from '../../views/schedule.gantt.web.messages.ts';
import { scheduleMessages } from '../../schedule.messages.ts';
import { monthOf, type Month, type Week, type WeekBar } from '../../views/schedule.month.rules.ts';
import { scheduleViewsMessages } from '../../views/schedule.views.web.messages.ts';
import { useDesk } from '../desk.ts';
import { dayKind } from '../gantt/gantt.model.ts';
import type { Pull } from '../pull.ts';
import css from './calendar.module.css';

interface DayProps {
  readonly day: string;
  readonly column: number;
  readonly isOther: boolean;
  readonly isTarget: boolean;
  readonly hidden: number;
  readonly onMore: () => void;
}

function DayCell({ day, column, isOther, isTarget, hidden, onMore }: DayProps) {
  const words = useMessages(scheduleViewsMessages).calendar;
  const { works, rests } = useMessages(ganttMessages);
  const { schedule, campaign, companyDays } = useDesk();
  const locale = useLocale();
  const kind = dayKind(day, companyDays);
  const name = kind.name[locale];
  const look = [css['day'], kind.works ? '' : css['free'], isOther ? css['other'] : '', isTarget ? css['target'] : ''].filter(Boolean).join(' ');
  return (
    <div className={look} data-day={day} style={{ gridColumn: column + 1 }}>
      <span className={`${css['date']} ${day === schedule.today ? css['today'] : ''}`}>{Number(day.slice(8))}</span>
      {kind.mark ? <small className={css[kind.mark]} title={name}>{kind.mark === 'works' ? works : name || rests}</small> : null}
      {day === campaign.eventFrom ? <small className={css['dDay']}>{words.dDay}</small> : null}
      {hidden > 0 ? <button type="button" className={css['more']} onClick={onMore}>{words.more(hidden)}</button> : null}
    </div>
  );
}

const ICONS = { open: undefined, doing: 'right', done: 'check', delayed: 'late', cancelled: 'close' } as const;

function WeekTask({ bar, onKey }: { readonly bar: WeekBar; readonly onKey: (event: KeyboardEvent, task: Task) => void }) {
  const formats = useFormats();
  const { states } = useMessages(scheduleMessages);
  const { openTask } = useDesk();
  const { task, goesOn } = bar;
  const icon = ICONS[task.effectiveState];
  const look = [css['task'], css[task.effectiveState], task.milestone ? css['milestone'] : '', goesOn.before ? css['fromBefore'] : '', goesOn.after ? css['goesOn'] : ''].filter(Boolean).join(' ');
  return (
    <li style={{ gridColumn: `${bar.from + 1} / ${bar.to + 2}`, gridRow: bar.line + 1 }}>
      <button type="button" className={look} data-pull={task.id} title={`${task.title} · ${task.ownerText}`} onClick={() => openTask(task.id)} onKeyDown={(event) => onKey(event, task)}>
        {icon ? <Icon name={icon} size={12} /> : task.milestone ? <i aria-hidden="true">◆</i> : null}
        <span>{task.title}</span>
        <span className="visually-hidden">{` · ${formats.days(task.startOn, task.endOn)} · ${states[task.effectiveState]} · ${task.ownerText}`}</span>
      </button>
    </li>
  );
}

/** One week: its days, and over them the tasks as bars. */
export function CalendarWeek({ week, month, label, pull, onKey, onMore }: {
  readonly week: Week; readonly month: Month; readonly label: string; readonly pull: Pull | undefined;
  readonly onKey: (event: KeyboardEvent, task: Task) => void; readonly onMore: () => void;
}) {
  const lines = Math.max(3, ...week.bars.map((bar) => bar.line + 1));
  return (
    <section className={css['week']} aria-label={label} style={{ minHeight: 34 + lines * 25 + 22 }}>
      <div className={css['days']}>
        {week.hidden.map((hidden, column) => {
          const day = addDays(week.monday, column);
          return <DayCell key={day} day={day} column={column} isOther={monthOf(day) !== month} isTarget={pull !== undefined && day >= pull.to.startOn && day <= pull.to.endOn} hidden={hidden} onMore={onMore} />;
        })}
      </div>
      <ul className={css['tasks']}>{week.bars.map((bar) => <WeekTask key={bar.task.id} bar={bar} onKey={onKey} />)}</ul>
    </section>
  );
}
