import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import type { Task } from '../schedule.contract.ts';
import { dragged, type Grip } from '../views/schedule.drag.rules.ts';
import { ganttMessages } from '../views/schedule.gantt.web.messages.ts';
import type { MovedTask } from '../plan/schedule.move.rules.ts';
import { proposeMove, shiftOf, type Proposal } from '../plan/schedule.proposal.rules.ts';
import type { Desk } from './desk.ts';

/** A task in the hand, and what putting it there would do. */
export interface Pull {
  readonly kind: 'pull';
  readonly task: Task;
  readonly grip: Grip;
  readonly days: number;
  readonly to: MovedTask;
  readonly proposal: Proposal;
}

/** `span`: its days; of a parent those of its parts. */
export function pullTask({ tasks, calendar, campaign }: Pick<Desk, 'tasks' | 'calendar' | 'campaign'>, task: Task, grip: Grip, days: number, span: Pick<Task, 'startOn' | 'endOn'> = task): Pull | undefined {
  const to = dragged({ ...task, ...span }, grip, days, calendar);
  return to ? { kind: 'pull', task, grip, days, to, proposal: proposeMove(tasks, [to], calendar, campaign) } : undefined;
}

/** How many others are named. */
const NAMED = 3;

/** What happens, in one line, while a task is in the hand. */
export function usePullText() {
  const words = useMessages(ganttMessages);
  const formats = useFormats();
  return ({ task, to, proposal }: Pull, tasks: readonly Task[], byKeys: boolean): string => {
    const titles = new Map(tasks.map((one) => [one.id, one.title]));
    const { along, blocked } = proposal;
    const names = words.move.names(along.slice(0, NAMED).map(({ id }) => titles.get(id) ?? ''));
    const first = task.startOn ?? task.endOn ?? to.startOn;
    const parts = [
      words.move.line(task.title, formats.days(to.startOn, to.endOn), words.shift(shiftOf({ startOn: first, endOn: task.endOn ?? first }, to))),
      along.length > 0 ? words.move.along(along.length, along.length > NAMED ? words.move.more(names, along.length) : names) : blocked.length > 0 ? '' : words.move.nothing,
      blocked[0] ? words.move.reasons[blocked[0].reason](titles.get(blocked[0].id) ?? '', blocked[0].byDays) : '',
      byKeys ? words.move.confirm : '',
    ];
    return parts.filter(Boolean).join(' · ');
  };
}
