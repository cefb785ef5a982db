import type { Campaign } from '#features/campaign/campaign.contract.ts';
import { useAction } from '#platform/web/query.ts';
import type { Day } from '#platform/shared/calendar.ts';
import type { DayDeed } from '../../work/schedule.day.rules.ts';
import { explainDelay, postponeTask, type DelayedTask } from '../../work/schedule.work.contract.ts';
import type { Foresight } from '../../work/schedule.foresight.rules.ts';
import { DelayForm } from '../my-day/MyDayForms.tsx';

/** The same form as on my day, sent at once: here there is a network, or the error says so. */
export function ExplainDialog({ task, campaign, foresee, onClose }: { readonly task: DelayedTask; readonly campaign: Campaign; readonly foresee: (toEndOn: Day) => Foresight | undefined; readonly onClose: () => void }) {
  const explain = useAction(explainDelay);
  const postpone = useAction(postponeTask);
  const params = { campaignId: campaign.id, taskId: task.taskId };
  const tell = async (deed: DayDeed): Promise<boolean> => {
    const id = crypto.randomUUID();
    if (deed.kind === 'explain') await explain.mutateAsync({ params, body: { id, cause: deed.cause, reason: deed.reason } });
    if (deed.kind === 'postpone') await postpone.mutateAsync({ params, body: { id, toEndOn: deed.toEndOn, cause: deed.cause, reason: deed.reason, move: deed.move } });
    return true;
  };
  return <DelayForm task={{ title: task.title, state: task.state, endOn: task.endOn, timeZone: campaign.timeZone, can: { move: campaign.can.reschedule } }} foresee={foresee} onTold={tell} onClose={onClose} />;
}
