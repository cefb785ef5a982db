import type { CampaignFacts } from '#features/campaign/campaign.policy.ts';
import { replacement } from '#platform/server/db/rows.ts';
import type { Work } from '#platform/server/operation.ts';
import type { Goal } from '../goal.contract.ts';
import { editGoals } from './goal.service.ts';

export { goalRows } from './goal.views.ts';

/** Appends goals; with `replace`, the ones that are there go first. */
export async function adoptGoals(work: Work<CampaignFacts>, goals: readonly Omit<Goal, 'id' | 'position' | 'attainment'>[], replaced: readonly string[]): Promise<void> {
  const changes = replacement(replaced, goals);
  if (changes.length > 0) await editGoals(work, { params: { campaignId: work.thing.id }, body: { changes } });
}
