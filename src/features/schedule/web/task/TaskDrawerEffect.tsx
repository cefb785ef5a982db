import { useMemo } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import type { Task } from '../../schedule.contract.ts';
import { drawerMessages } from '../../views/schedule.drawer.web.messages.ts';
import { leaveWithin } from '../../plan/schedule.leave.rules.ts';
import { dDayIds } from '../../plan/schedule.proposal.rules.ts';
import { analysePlan } from '../../plan/schedule.plan.rules.ts';
import { useDesk } from '../desk.ts';
import css from './task-drawer.module.css';

const NAMED = 3;

/** What the task means for the others, in a sentence: its slack, who waits for it, whether it stands too early. */
export function TaskEffect({ task }: { readonly task: Task }) {
  const words = useMessages(drawerMessages);
  const { effect } = words;
  const { tasks, campaign, calendar, schedule } = useDesk();
  const plan = useMemo(() => analysePlan(tasks, calendar, dDayIds(tasks, campaign)), [tasks, campaign, calendar]);
  const waiting = tasks.filter((one) => one.links.some((link) => link.predecessorId === task.id));
  const parts = tasks.filter((one) => one.parentId === task.id).length;
  const dates = plan.tasks.get(task.id);
  const isLinked = waiting.length > 0 || task.links.length > 0;
  const early = Math.max(0, ...plan.violated.filter((one) => one.taskId === task.id).map((one) => one.byDays));
  const away = leaveWithin(task, calendar);
  const owner = schedule.leave.find(({ userId }) => userId === task.ownerId)?.name ?? '';
  const unit = words.units[task.durationUnit];
  const slack = !dates || !isLinked || task.state === 'done' ? '' : dates.totalSlack < 0 ? effect.late(-dates.totalSlack, unit) : dates.critical ? effect.critical : effect.slack(dates.totalSlack, unit);
  return (
    <p className={css['effect']}>
      {[parts > 0 ? effect.parts(parts) : '', away > 0 && parts === 0 ? effect.leave(owner, away) : '', slack, waiting.length > 0 ? effect.waited(waiting.slice(0, NAMED).map((one) => one.title), waiting.length) : effect.alone, early > 0 ? effect.violated(early) : ''].filter(Boolean).join(' ')}
    </p>
  );
}
