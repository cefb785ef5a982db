import { z } from 'zod';
import { requestKind } from './budget.contract.ts';

const asked = z.object({ request: requestKind, amountCents: z.int() }).transform(({ request, amountCents }) => ({ kind: request, amountCents }));

export type AskedMoney = z.output<typeof asked>;

/** What the frozen version of an approval asks money for; undefined when it is about something else. */
export function readAsked(content: unknown): AskedMoney | undefined {
  return asked.safeParse(content).data;
}
