import { useState } from 'react';
import type { SettableState, TaskState } from '#features/schedule/schedule.rules.ts';
import { setTaskState } from '#features/schedule/work/schedule.work.contract.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useAction } from '#platform/web/query.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';
import type { OwnTask } from '../portfolio.contract.ts';
import { portfolioWebMessages } from '../portfolio.web.messages.ts';

/** Ticks a task off, as my day does, and offers to take it back. What another person has changed meanwhile is told, never overwritten. */
export function useTick(): { readonly ticked: ReadonlySet<string>; readonly tick: (task: OwnTask) => Promise<void> } {
  const words = useMessages(portfolioWebMessages);
  const set = useAction(setTaskState);
  const toast = useToast();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const mark = (id: string, on: boolean) => setTicked((now) => new Set([...now].filter((other) => other !== id).concat(on ? [id] : [])));
  const move = (task: OwnTask, from: TaskState, to: SettableState) => set.mutateAsync({ params: { campaignId: task.campaignId, taskId: task.id }, body: { from, to } });
  const tick = async (task: OwnTask) => {
    mark(task.id, true);
    try {
      await move(task, task.state, 'done');
      toast.show({ text: words.done(task.title), undo: () => move(task, 'done', task.state as SettableState) });
    } catch (error) {
      toast.showError(error);
    }
    // The refreshed list has it no more, or still has it when it was not done.
    mark(task.id, false);
  };
  return { ticked, tick };
}
