import { useState } from 'react';
import { editSchedule } from '#features/schedule/schedule.contract.ts';
import { scheduleMessages } from '#features/schedule/schedule.messages.ts';
import type { TaskState } from '#features/schedule/schedule.rules.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';
import type { OwnTask } from '../portfolio.contract.ts';
import { portfolioWebMessages } from '../portfolio.web.messages.ts';

/** Ticks a task off and offers to take it back. What another person has changed meanwhile is told, never overwritten. */
export function useTick(): { readonly ticked: ReadonlySet<string>; readonly tick: (task: OwnTask) => Promise<void> } {
  const words = useMessages(portfolioWebMessages);
  const { states } = useMessages(scheduleMessages);
  const edit = useAction(editSchedule);
  const toast = useToast();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const mark = (id: string, on: boolean) => setTicked((now) => new Set([...now].filter((other) => other !== id).concat(on ? [id] : [])));
  const move = async (task: OwnTask, from: TaskState, to: TaskState): Promise<boolean> => {
    const { outcomes } = await edit.mutateAsync({ params: { campaignId: task.campaignId }, body: { changes: [{ type: 'update', id: task.id, set: { state: { from, to } } }] } });
    const [outcome] = outcomes;
    if (outcome?.status === 'ok') return true;
    const [conflict] = outcome?.conflicts ?? [];
    toast.show({ text: conflict ? words.conflict(conflict.by ?? words.someone, states[conflict.current as TaskState]) : words.gone });
    return false;
  };
  const tick = async (task: OwnTask) => {
    mark(task.id, true);
    try {
      if (await move(task, task.state, 'done')) toast.show({ text: words.done(task.title), undo: () => move(task, 'done', task.state) });
    } catch (error) {
      toast.showError(error);
    }
    // The refreshed list has it no more, or still has it when it was not done.
    mark(task.id, false);
  };
  return { ticked, tick };
}
