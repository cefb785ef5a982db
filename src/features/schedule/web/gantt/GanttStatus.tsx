import { useMessages } from '#platform/web/i18n.tsx';
import { useTouch } from '#platform/web/media.ts';
import type { Task } from '../../schedule.contract.ts';
import { ganttMessages } from '../../views/schedule.gantt.web.messages.ts';
import { scheduleMessages } from '../../schedule.messages.ts';
import { TASK_STATES } from '../../schedule.rules.ts';
import { usePullText } from '../pull.ts';
import type { Drawing, Held } from './useGanttDrag.ts';
import css from './gantt.module.css';

function useLinkText() {
  const { link } = useMessages(ganttMessages);
  return ({ task, target }: Drawing): string => {
    if (!target) return link.pick;
    if (target.refused === 'exists') return link.exists;
    return target.refused ? link.circle(target.refused) : link.short(target.link.type, task.title, target.task.title);
  };
}

function Legend({ hasBaseline }: { readonly hasBaseline: boolean }) {
  const words = useMessages(ganttMessages);
  const { states } = useMessages(scheduleMessages);
  return (
    <ul className={css['legend']} aria-label={words.legend.title}>
      {TASK_STATES.map((state) => <li key={state}><i className={css[`key-${state}`]} />{states[state]}</li>)}
      <li><i className={css['key-critical']} />{words.legend.critical}</li>
      <li><i className={css['key-slack']} />{words.legend.slack}</li>
      <li><i className={css['key-violated']} />{words.legend.violated}</li>
      {hasBaseline ? <li><i className={css['key-baseline']} />{words.legend.baseline}</li> : null}
      <li><i className={css['key-free']} />{words.legend.free}</li>
    </ul>
  );
}

/** One line under the chart: what happens while something is held, and how to use it otherwise. */
export function GanttStatus({ held, tasks, byKeys, canPlan, hasBaseline }: { readonly held: Held | undefined; readonly tasks: readonly Task[]; readonly byKeys: boolean; readonly canPlan: boolean; readonly hasBaseline: boolean }) {
  const words = useMessages(ganttMessages);
  const touch = useTouch();
  const pullText = usePullText();
  const linkText = useLinkText();
  const isBad = held?.kind === 'pull' ? held.proposal.blocked.length > 0 : held?.kind === 'link' && (held.target?.refused ?? null) !== null;
  const text = held?.kind === 'pull' ? pullText(held, tasks, byKeys) : held?.kind === 'link' ? linkText(held) : '';
  return (
    <div className={css['foot']}>
      <p role="status" aria-live="polite" className={`${css['status']} ${text ? css['live'] : ''} ${isBad ? css['bad'] : ''}`}>{text}</p>
      {text ? null : <p className={css['keys']}>{touch ? words.touchKeys : canPlan ? words.keys : words.readKeys}</p>}
      <Legend hasBaseline={hasBaseline} />
    </div>
  );
}
