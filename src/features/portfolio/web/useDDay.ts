import { useDeferredValue } from 'react';
import type { Campaign } from '#features/campaign/campaign.contract.ts';
import { updateCampaign } from '#features/campaign/campaign.contract.ts';
import { editSchedule } from '#features/schedule/schedule.contract.ts';
import { previewDDay } from '#features/schedule/baseline/schedule.rebase.contract.ts';
import type { OutputOf } from '#platform/shared/contract.ts';
import { callOperation } from '#platform/web/client.ts';
import { useOperation, useRefresh } from '#platform/web/query.ts';
import type { Period } from '#platform/web/ui/DayField.tsx';

export type DDayPreview = OutputOf<typeof previewDDay>;

/** What other days would do to the tasks; nothing while the days are those of the campaign, or are no period yet. */
export function useDDayPreview(campaign: Campaign, period: Period, event: Period): { readonly data: DDayPreview | undefined; readonly waits: boolean } {
  const days = useDeferredValue(JSON.stringify([period.startOn, period.endOn, event.startOn ?? event.endOn, event.endOn ?? event.startOn]));
  const [startsOn, endsOn, eventFrom, eventTo] = JSON.parse(days) as (string | null)[];
  const differs = days !== JSON.stringify([campaign.startsOn, campaign.endsOn, campaign.eventFrom, campaign.eventTo]);
  const inOrder = Boolean(startsOn && endsOn && startsOn <= endsOn && (!eventFrom || !eventTo || (eventFrom >= startsOn && eventFrom <= eventTo && eventTo <= endsOn)));
  const query = useOperation(previewDDay, {
    params: { campaignId: campaign.id },
    query: { startsOn: startsOn ?? '', endsOn: endsOn ?? '', ...(eventFrom ? { eventFrom } : {}), ...(eventTo ? { eventTo } : {}) },
  }, { enabled: differs && inOrder });
  return { data: differs && inOrder ? query.data : undefined, waits: differs && inOrder && query.isFetching };
}

type Shift = DDayPreview['shift'];

/** One edit that writes texts and days from what was seen to what was wished; the other way round it is its undo. */
function editOf(shift: Shift, direction: 'do' | 'undo') {
  return shift.map(({ taskId, from, to }) => {
    const [seen, wished] = direction === 'do' ? [from, to] : [to, from];
    return {
      type: 'update' as const, id: taskId,
      set: { whenText: { from: seen.whenText, to: wished.whenText }, startOn: { from: seen.startOn, to: wished.startOn }, endOn: { from: seen.endOn, to: wished.endOn }, dueTime: { from: seen.dueTime, to: wished.dueTime } },
    };
  });
}

/** Shifts tasks beside the new days of the campaign, and takes both back. Answers how many someone else had changed meanwhile. */
export function useDDayShift(campaign: Campaign) {
  const refresh = useRefresh();
  const params = { campaignId: campaign.id };
  const edit = async (shift: Shift, direction: 'do' | 'undo'): Promise<number> => {
    if (shift.length === 0) return 0;
    const { outcomes } = await callOperation(editSchedule, { params, body: { changes: editOf(shift, direction) } });
    return outcomes.filter((outcome) => outcome.status !== 'ok').length;
  };
  return {
    shift: async (shift: Shift): Promise<number> => {
      const kept = await edit(shift, 'do');
      await refresh(campaign.id);
      return kept;
    },
    undo: async (shift: Shift): Promise<void> => {
      const { startsOn, endsOn, eventFrom, eventTo } = campaign;
      await callOperation(updateCampaign, { params, body: { startsOn, endsOn, eventFrom, eventTo } });
      await edit(shift, 'undo');
      await refresh(campaign.id);
    },
  };
}
