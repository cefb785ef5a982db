import { useEffect, useState } from 'react';
import { listHistory } from '#features/campaign/campaign.contract.ts';
import type { HistoryTopic } from '#features/campaign/campaign.rules.ts';
import { callOperation } from '#platform/web/client.ts';
import { useOperation } from '#platform/web/query.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';
import type { HistoryEvent } from '../portfolio.history.rules.ts';

const PAGE = 50;

interface Older {
  readonly of: string;
  readonly events: readonly HistoryEvent[];
  readonly next: number | null;
}

/** The newest events, kept fresh, and the older ones that were asked for. Events never change, so pages only have to be put together. */
export function useHistory(campaignId: string, topic: HistoryTopic | undefined) {
  const toast = useToast();
  const query = topic === undefined ? { limit: PAGE } : { topic, limit: PAGE };
  const reading = useOperation(listHistory, { params: { campaignId }, query });
  const key = `${campaignId} ${topic ?? ''}`;
  const [older, setOlder] = useState<Older | undefined>();
  const [busy, setBusy] = useState(false);
  useEffect(() => setOlder(undefined), [key]);
  const kept = older?.of === key ? older : undefined;
  const newest = reading.data;
  const oldestNew = newest?.events.at(-1)?.seq ?? 0;
  // When more has happened meanwhile than one page holds, what lies between is asked for again.
  const joined = newest?.next === null || (kept?.events[0]?.seq ?? 0) >= oldestNew - 1 || kept === undefined;
  const events = newest ? [...newest.events, ...(kept?.events.filter((event) => event.seq < oldestNew) ?? [])] : [];
  const next = kept && joined ? kept.next : (newest?.next ?? null);
  const more = async () => {
    if (next === null) return;
    setBusy(true);
    try {
      const page = await callOperation(listHistory, { params: { campaignId }, query: { ...query, before: next } });
      // The first page as it is now is kept too: later ones may push its end out of sight.
      setOlder({ of: key, events: [...events, ...page.events], next: page.next });
    } catch (error) {
      toast.showError(error);
    } finally {
      setBusy(false);
    }
  };
  return { reading, events, hasMore: next !== null, busy, more };
}
