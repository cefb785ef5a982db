import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import type { Task } from '../schedule.contract.ts';
import { scheduleWebMessages } from '../schedule.web.messages.ts';
import css from './schedule.module.css';

/** 时间节点 as written, and beside it the days that it means in this campaign. */
export function WhenMark({ task }: { readonly task: Task }) {
  const words = useMessages(scheduleWebMessages);
  const formats = useFormats();
  const days = task.startOn || task.endOn ? formats.days(task.startOn, task.endOn, true) : '';
  const time = task.dueTime ? words.before(task.dueTime) : '';
  const meaning = [days, time].filter(Boolean).join(' ');
  return (
    <span className={css['when']}>
      <span className={css['written']}>{task.whenText}</span>
      {meaning ? <small className={css['meaning']}>{meaning}</small> : null}
    </span>
  );
}
