import { getMe } from '#features/account/account.contract.ts';
import { dayIn } from '#platform/shared/calendar.ts';
import type { Day } from '#platform/shared/calendar.ts';
import { DEFAULT_TIME_ZONE } from '#platform/web/formats.ts';
import { useOperation } from '#platform/web/query.ts';

/** Today by the company's clock. */
export function useToday(): { readonly today: Day; readonly timeZone: string } {
  const timeZone = useOperation(getMe, {}).data?.timeZone ?? DEFAULT_TIME_ZONE;
  return { today: dayIn(timeZone), timeZone };
}
