import { useMessages } from '#platform/web/i18n.tsx';
import { StateTag } from '#platform/web/ui/Marks.tsx';
import type { RequestState } from '../budget.order.rules.ts';
import { requestWebMessages } from '../budget.request.web.messages.ts';

const tones = { draft: 'plain', submitted: 'doing', approved: 'done', returned: 'late', withdrawn: 'off', closed: 'plain' } as const;

/** An order is closed when it is settled; a move of money is done with as soon as it is approved. */
export function RequestTag({ state, order = true }: { readonly state: RequestState; readonly order?: boolean }) {
  const { states, inForce } = useMessages(requestWebMessages);
  if (state === 'closed' && !order) return <StateTag tone="done">{inForce}</StateTag>;
  return <StateTag tone={tones[state]}>{states[state]}</StateTag>;
}
