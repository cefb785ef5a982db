import type { Campaign } from '#features/campaign/campaign.contract.ts';
import { callOperation } from '#platform/web/client.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useRefresh } from '#platform/web/query.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';
import type { Day } from '#platform/shared/calendar.ts';
import { scheduleConflictMessages } from '../conflicts/schedule.conflict.web.messages.ts';
import { editSchedule, type Task } from '../schedule.contract.ts';
import { rewriteWhen } from '../times/schedule.rewrite.rules.ts';
import type { Works } from '../times/schedule.when.rules.ts';

export interface Move {
  readonly id: string;
  readonly to: { readonly startOn: Day; readonly endOn: Day };
}

type Written = Pick<Task, 'whenText' | 'startOn' | 'endOn'>;
const written = ({ whenText, startOn, endOn }: Written): Written => ({ whenText, startOn, endOn });

const changeOf = (id: string, from: Written, to: Written) => ({
  type: 'update' as const, id, set: { whenText: { from: from.whenText, to: to.whenText }, startOn: { from: from.startOn, to: to.startOn }, endOn: { from: from.endOn, to: to.endOn } },
});

/** Puts tasks on other days in one edit, their texts in their own form, and offers the way back. */
export function useMoves(campaign: Campaign, tasks: readonly Task[], works: Works): (moves: readonly Move[]) => Promise<void> {
  const words = useMessages(scheduleConflictMessages);
  const toast = useToast();
  const refresh = useRefresh();
  const save = async (changes: readonly ReturnType<typeof changeOf>[]): Promise<readonly string[]> => {
    const { outcomes } = await callOperation(editSchedule, { params: { campaignId: campaign.id }, body: { changes: [...changes] } });
    await refresh(campaign.id);
    return outcomes.filter((outcome) => outcome.status === 'ok').map((outcome) => outcome.id);
  };
  return async (moves) => {
    const known = new Map(tasks.map((task) => [task.id, task]));
    const edits = moves.flatMap(({ id, to }) => {
      const task = known.get(id);
      return task ? [{ id, from: written(task), to: { ...to, whenText: rewriteWhen(task.whenText, task, to, campaign, works) } }] : [];
    });
    if (edits.length === 0) return;
    try {
      const done = new Set(await save(edits.map(({ id, from, to }) => changeOf(id, from, to))));
      const kept = edits.length - done.size;
      const back = edits.filter(({ id }) => done.has(id)).map(({ id, from, to }) => changeOf(id, to, from));
      toast.show({ text: words.accepted(done.size) + (kept > 0 ? words.join + words.kept(kept) : ''), ...(back.length > 0 ? { undo: () => save(back) } : {}) });
    } catch (error) {
      toast.showError(error);
    }
  };
}
