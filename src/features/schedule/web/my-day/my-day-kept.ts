import type { QueryClient } from '@tanstack/react-query';
import { getMe } from '#features/account/account.contract.ts';
import { keyOf } from '#platform/web/query.ts';
import { listMyDay } from '../../work/schedule.work.contract.ts';
import { readKeptDay } from './my-day-storage.ts';

/** Before the network has answered, my day opens with what was read last; the page says of when that is. */
export async function openKeptDay(queries: QueryClient): Promise<void> {
  const kept = await readKeptDay().catch(() => undefined);
  if (!kept) return;
  // Old from the start: the page asks the server at once.
  const updatedAt = 0;
  // What has come from the server meanwhile is newer.
  if (queries.getQueryData(keyOf(getMe, {})) === undefined) queries.setQueryData(keyOf(getMe, {}), kept.me, { updatedAt });
  if (queries.getQueryData(keyOf(listMyDay, {})) === undefined) queries.setQueryData(keyOf(listMyDay, {}), kept.day, { updatedAt });
}
