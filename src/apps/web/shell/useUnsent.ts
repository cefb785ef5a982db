import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { mayHaveUnsent } from '#features/schedule/web/my-day/my-day-unsent.ts';

/** What was done on my day without network and could not be sent before the page was closed goes out from whatever page is opened next. */
export function useUnsent(personId: string | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!personId || !mayHaveUnsent()) return;
    void import('#features/schedule/web/my-day/my-day-queue.ts').then(({ dayQueue }) => dayQueue.start(personId, queries)).catch(() => undefined);
  }, [personId, queries]);
}
