import type { Day } from '#platform/shared/calendar.ts';
import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { useAction, useRefresh } from '#platform/web/query.ts';
import { useToast } from '#platform/web/ui/Toast.tsx';
import { setCalendarDays, type DayChange } from '../calendars/schedule.company.contract.ts';
import { companyCalendarMessages } from '../calendars/schedule.company.web.messages.ts';

type Verb = 'works' | 'rests' | 'clear';

/** Changes days of the company's calendar, says so and offers to take it back. Answers false when it was refused, which is told. */
export function useSetDays(): (changes: readonly DayChange[], days: { readonly from: Day; readonly to: Day }, verb: Verb) => Promise<boolean> {
  const words = useMessages(companyCalendarMessages).saved;
  const formats = useFormats();
  const toast = useToast();
  const refresh = useRefresh();
  const action = useAction(setCalendarDays);
  return async (changes, { from, to }, verb) => {
    try {
      await action.mutateAsync({ body: { changes: [...changes] } });
    } catch (error) {
      await refresh('all');
      toast.showError(error);
      return false;
    }
    await refresh('all');
    toast.show({
      text: words[verb](formats.days(from, to)),
      undo: async () => {
        await action.mutateAsync({ body: { changes: changes.map((change) => ({ day: change.day, from: change.to, to: change.from })) } });
        await refresh('all');
      },
    });
    return true;
  };
}
