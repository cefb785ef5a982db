import type { Reader } from '#platform/server/db/database.ts';
import { decidersOf } from '../approval.decider.rules.ts';
import { stepsFor } from './approval.circumstances.ts';
import { circumstancesOf, withPerson } from './approval.circumstances.views.ts';

/** Whether there is someone for every step that a spending of this category and amount would take (P2.3), for each of them in its order. */
export async function areSpendingsRouted(db: Reader, campaignId: string, spendings: readonly { readonly category: string; readonly amountCents: number }[]): Promise<readonly boolean[]> {
  let around = await circumstancesOf(db, campaignId, 'spending');
  const routes = spendings.map((spending) => stepsFor(around, { kind: 'spending', ...spending }));
  for (const { approver } of routes.flat()) around = await withPerson(db, around, approver);
  return routes.map((steps) => steps.every(({ approver }) => decidersOf(approver, { ...around, requesterId: null }).people.length > 0));
}
