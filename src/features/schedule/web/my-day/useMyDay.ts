import { useEffect, useSyncExternalStore } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Day } from '#platform/shared/calendar.ts';
import { getMe } from '#features/account/account.contract.ts';
import { keepPageOffline } from '#platform/web/offline.ts';
import { useMessages } from '#platform/web/i18n.tsx';
import { useOperation } from '#platform/web/query.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { timesWithin, withActions, type DayDeed, type TimesOf } from '../../work/schedule.day.rules.ts';
import { foreseeWithin, type Foresight } from '../../work/schedule.foresight.rules.ts';
import { listMyDay, type MyTask } from '../../work/schedule.work.contract.ts';
import { myDayMessages } from '../../work/schedule.my-day.web.messages.ts';
import { dayQueue, type QueueState } from './my-day-queue.ts';
import { keepDay, type StoredPhoto } from './my-day-storage.ts';

export interface MyDayState {
  readonly query: { readonly data: readonly MyTask[] | undefined; readonly error: unknown; readonly refetch: () => unknown };
  /** When the server told what is shown; null before. */
  readonly asOf: string | null;
  /** The latest question to the server was not answered. */
  readonly stale: boolean;
  readonly more: boolean;
  readonly queue: QueueState;
  readonly timeZone: string;
  readonly timesOf: TimesOf;
  /** What it does when a task is done on another day; undefined where nothing hangs together with it. */
  readonly foresee: (task: MyTask, toEndOn: Day) => Foresight | undefined;
  /** Resolves to whether the phone keeps it now. */
  readonly act: (task: MyTask, deed: DayDeed, photo?: StoredPhoto) => Promise<boolean>;
}

/** One's tasks as the server told them last, with everything that waits on this phone already done to them. */
export function useMyDay(): MyDayState {
  const words = useMessages(myDayMessages);
  const toast = useToast();
  const queries = useQueryClient();
  const me = useOperation(getMe, {}).data;
  const query = useOperation(listMyDay, {});
  const queue = useSyncExternalStore(dayQueue.subscribe, dayQueue.getState);
  const day = query.data?.personId === me?.id ? query.data : undefined;
  const personId = me?.id;
  useEffect(() => keepPageOffline('/my-day'), []);
  useEffect(() => {
    if (personId) void dayQueue.start(personId, queries).catch(() => undefined);
  }, [personId, queries]);
  useEffect(() => {
    // A phone without room for it still shows the day while there is network.
    if (me && day) void keepDay({ me, day }).catch(() => undefined);
  }, [me, day]);
  const act = async (task: MyTask, deed: DayDeed, photo?: StoredPhoto): Promise<boolean> => {
    try {
      await dayQueue.add({ id: crypto.randomUUID(), personId: personId ?? '', campaignId: task.campaignId, taskId: task.id, title: task.title, at: new Date().toISOString(), photo: photo ?? null, ...deed });
      return true;
    } catch {
      toast.show({ text: words.notKept, tone: 'error' });
      return false;
    }
  };
  const tasks = day && withActions(day.tasks, queue.waiting);
  return {
    query: { data: tasks, error: query.error, refetch: query.refetch },
    asOf: day?.asOf ?? null, stale: query.error !== null, more: day?.more ?? false, queue, timeZone: me?.timeZone ?? 'Asia/Shanghai', timesOf: timesWithin(day ?? { openings: [], calendar: [] }), act,
    foresee: (task, toEndOn) => day && foreseeWithin(day, tasks ?? [], task, toEndOn),
  };
}
