import { useFormats, useMessages } from '#platform/web/i18n.tsx';
import { briefingWebMessages } from '../briefing.web.messages.ts';

/** Days as people say them; the written words where there are no days. */
export function useWhen() {
  const words = useMessages(briefingWebMessages).page;
  const formats = useFormats();
  return {
    dated: ({ startOn, endOn, dueTime, whenText }: { readonly startOn: string | null; readonly endOn: string | null; readonly dueTime?: string | null; readonly whenText?: string }) => {
      const days = startOn || endOn ? formats.days(startOn ?? endOn, endOn ?? startOn) : (whenText ?? '');
      return [days, dueTime ? words.before(dueTime) : ''].filter(Boolean).join(' ') || words.noDay;
    },
  };
}
