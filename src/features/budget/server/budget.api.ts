import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { replacement } from '#platform/server/db/rows.ts';
import type { Work } from '#platform/server/operation.ts';
import type { z } from 'zod';
import type { budgetFields } from '../budget.contract.ts';
import { editBudget } from './budget.service.ts';

export { editBudget } from './budget.service.ts';
export { budgetLines, budgetRulesOf, openMoney, overspentDraft } from './budget.views.ts';

type AdoptedLine = z.output<typeof budgetFields>;

/** Appends lines to the budget; the lines named in `replaced` go first. */
export async function adoptBudget(work: Work<CampaignFacts>, lines: readonly AdoptedLine[], replaced: readonly string[]): Promise<void> {
  const changes = replacement(replaced, lines);
  if (changes.length > 0) await editBudget(work, { params: { campaignId: work.thing.id }, body: { changes } });
}
