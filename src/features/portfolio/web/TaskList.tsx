import { useState } from 'react';
import type { Day } from '#platform/shared/calendar.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { Link } from '#platform/web/navigation.tsx';
import { Button } from '#platform/web/ui/Button.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import type { OwnTask } from '../portfolio.contract.ts';
import { daysLate } from '../portfolio.tasks.rules.ts';
import { portfolioWebMessages } from '../portfolio.web.messages.ts';
import type { useTick } from './useTick.ts';
import css from './Workbench.module.css';

/** More are shown on demand: the day's work must fit the eye. */
const SHOWN = 8;

interface TaskRowProps {
  readonly task: OwnTask;
  readonly today: Day;
  readonly ticking: ReturnType<typeof useTick>;
  /** For tasks of others: who should do it. */
  readonly showOwner?: boolean;
}

function TaskRow({ task, today, ticking, showOwner = false }: TaskRowProps) {
  const words = useMessages(portfolioWebMessages);
  const formats = useFormats();
  const isDone = ticking.ticked.has(task.id);
  const late = task.effectiveState === 'delayed';
  const days = daysLate(task, today);
  const when = task.startOn || task.endOn ? formats.days(task.startOn, task.endOn, !(task.startOn ?? task.endOn)?.startsWith(today.slice(0, 4))) : task.whenText;
  return (
    <li className={css['task']} data-done={isDone || undefined}>
      <label className={css['tick']}>
        <input type="checkbox" aria-label={words.tick(task.title)} checked={isDone} disabled={isDone} onChange={() => void ticking.tick(task)} />
      </label>
      <div className={css['what']}>
        <span>{task.title}</span>
        <small><Link to={`/campaigns/${task.campaignId}/schedule`}>{task.campaignName}</Link>{showOwner ? ` · ${task.ownerText}` : ''}{task.note ? ` · ${task.note}` : ''}</small>
      </div>
      <div className={css['when']}>
        {late ? <StateTag tone="late">{days === undefined ? words.foreseen : words.lateBy(days)}</StateTag> : null}
        <span>{when}{task.dueTime ? ` ${words.dueTime(task.dueTime)}` : ''}</span>
      </div>
    </li>
  );
}

export interface TaskGroupListProps extends Omit<TaskRowProps, 'task'> {
  readonly title: string;
  readonly tasks: readonly OwnTask[];
  readonly late?: boolean;
}

/** One group of tasks under its heading; nothing when it is empty. */
export function TaskGroupList({ title, tasks, late = false, ...rest }: TaskGroupListProps) {
  const words = useMessages(portfolioWebMessages);
  const [all, setAll] = useState(false);
  if (tasks.length === 0) return null;
  const shown = all ? tasks : tasks.slice(0, SHOWN);
  const hidden = tasks.length - shown.length;
  return (
    <div className={css['group']} data-late={late || undefined}>
      <h3>{title}<span>{tasks.length}</span></h3>
      <ul>{shown.map((task) => <TaskRow key={task.id} task={task} {...rest} />)}</ul>
      {hidden > 0 ? <div className={css['more']}><Button small kind="quiet" onClick={() => setAll(true)}>{words.more(hidden)}</Button></div> : null}
    </div>
  );
}
