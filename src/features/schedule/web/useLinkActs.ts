import { useMemo } from 'react';
import { useMessages } from '#platform/web/i18n.tsx';
import { withActs, type Act } from '../plan/schedule.act.rules.ts';
import type { Task, TaskLink } from '../schedule.contract.ts';
import { ganttMessages } from '../views/schedule.gantt.web.messages.ts';
import type { MovedTask } from '../plan/schedule.move.rules.ts';
import { analysePlan } from '../plan/schedule.plan.rules.ts';
import type { Desk } from './desk.ts';

/** The task at the earliest days that its links now allow, when it stands before them. */
export function givesWay(desk: Pick<Desk, 'tasks' | 'calendar'>, act: Act, taskId: string): readonly MovedTask[] {
  const plan = analysePlan(withActs(desk.tasks, [act]), desk.calendar);
  const task = desk.tasks.find((one) => one.id === taskId);
  const dates = plan.tasks.get(taskId);
  const isLate = plan.violated.some((one) => one.taskId === taskId) && !desk.tasks.some((one) => one.parentId === taskId);
  return isLate && dates && task && !task.fixed && task.state !== 'done' ? [{ id: taskId, startOn: dates.earlyStart, endOn: dates.earlyFinish }] : [];
}

/** Links that are drawn, changed and deleted in the chart. A task that a new link pushes is asked about like any other move. */
export function useLinkActs(desk: Desk) {
  const words = useMessages(ganttMessages).link;
  return useMemo(() => {
    const titleOf = (id: string): string => desk.tasks.find((task) => task.id === id)?.title ?? '';
    const set = (task: Task, after: readonly TaskLink[], said: string) => {
      const act: Act = { edits: [], links: [{ taskId: task.id, before: task.links, after }] };
      desk.wish({ act, moved: after.length < task.links.length ? [] : givesWay(desk, act, task.id), said });
    };
    return {
      add: (task: Task, link: TaskLink) => set(task, [...task.links, link], words.added(titleOf(link.predecessorId), task.title)),
      change: (task: Task, link: TaskLink, to: TaskLink | null) => {
        const rest = task.links.filter((one) => one.predecessorId !== link.predecessorId);
        const names = [titleOf(link.predecessorId), task.title] as const;
        if (to) set(task, [...rest, to], words.changed(...names));
        else set(task, rest, words.removed(...names));
      },
    };
  }, [desk, words]);
}
