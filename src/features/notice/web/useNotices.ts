import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { callOperation } from '#platform/web/client.ts';
import { usePathname } from '#platform/web/navigation.tsx';
import { keyOf, useAction, useOperation } from '#platform/web/query.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { getBell, markRead } from '../notice.contract.ts';
import type { NoticeView } from '../notice.contract.ts';

/** What the bell knows. It changes by itself: see the live connection. */
export const useBell = (enabled = true) => useOperation(getBell, {}, { enabled });

/** Unread until the person opened it, or somebody did what it asks for. */
export const isUnread = (notice: NoticeView): boolean => notice.readAt === null && notice.settledAt === null;

/**
 * Who came to a page by another way (a link in a mail, a list) has read what led there. Only what was told before they came:
 * what comes while they are there is for the bell to say.
 */
export function useReadOnArrival(): void {
  const pathname = usePathname();
  const latest = useBell().data?.latest;
  const { read } = useReading();
  const arrived = useRef('');
  useEffect(() => {
    if (!latest || arrived.current === pathname) return;
    arrived.current = pathname;
    read(...latest.filter((notice) => isUnread(notice) && notice.link === pathname));
  });
}

/** Marks as read: those whose link is followed, all up to the newest that is on the screen. */
export function useReading(): { readonly read: (...notices: readonly NoticeView[]) => void; readonly readUpTo: (notice: NoticeView) => Promise<boolean>; readonly busy: boolean } {
  const queries = useQueryClient();
  const mark = useAction(markRead);
  const toast = useToast();
  return {
    read: (...notices) => {
      const ids = notices.filter(({ readAt }) => readAt === null).map(({ id }) => id);
      if (ids.length === 0) return;
      // The person is on the way to what it is about: that it stays unread for once is no reason to stop them.
      callOperation(markRead, { body: { ids } }).then(
        () => queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === '' && String(queryKey[1]).startsWith('notice.') }),
        () => queries.invalidateQueries({ queryKey: keyOf(getBell, {}) }),
      );
    },
    readUpTo: async ({ id }) => {
      try {
        await mark.mutateAsync({ body: { upTo: id } });
        return true;
      } catch (error) {
        toast.showError(error);
        return false;
      }
    },
    busy: mark.isPending,
  };
}
